"""From one document to one article: decode, take apart, clean, date, split."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath

from pipelines.articles.cleaning import Boilerplate, cut, find_boilerplate, find_invisible
from pipelines.articles.dating import bound_publication
from pipelines.articles.decoding import decode
from pipelines.articles.html import read_page
from pipelines.articles.language import is_english
from pipelines.articles.opening import Opening, read_opening
from pipelines.articles.records import Article, Document, Rejection
from pipelines.articles.sentences import split_sentences
from pipelines.articles.sources import hash_text, reject

ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of an article apart from its text; None where nothing is."""

    published_on: date | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None
    basis: str = "given"


def read_article(
    document: Document, patterns: Sequence[Boilerplate], *, given: Given | None = None
) -> Article | Rejection:
    """Read a document; `given` (a side file, the command line) wins over the text.

    For HTML, offsets of cut-outs refer to the text that was extracted from the page.
    """
    text, _ = decode(document.content)
    known = given or Given()
    if document.media_type == "text/html":
        page = read_page(text)
        text = page.text
        stated = Given(
            page.published_on, page.outlet, page.url, page.title, page.author, "metadata"
        )
        known = _prefer(known, stated)
    elif document.media_type == "application/json":
        record = json.loads(text)
        text, stated = record["text"], _read_record(record)
        if isinstance(stated, str):
            return reject(document.source_uri, "bad_date", stated)
        known = _prefer(known, stated)
    if not text.strip():
        return reject(document.source_uri, "empty", "no text was found in the page")
    return _make_article(document, text, known, patterns)


def _prefer(first: Given, second: Given) -> Given:
    """Fill what `first` does not know from `second`; the basis goes with the date."""
    return Given(
        published_on=first.published_on or second.published_on,
        outlet=first.outlet or second.outlet,
        url=first.url or second.url,
        title=first.title or second.title,
        author=first.author or second.author,
        basis=first.basis if first.published_on else second.basis,
    )


def _read_record(record: dict[str, object]) -> Given | str:
    """Read the optional keys of a JSONL record; a string says which date is wrong."""
    day = record.get("published_on") or record.get("date")
    parsed = parse_day(str(day)) if day else None
    if day and parsed is None:
        return f"published_on {day!r}: expected a date such as 2024-05-31"

    def word(*keys: str) -> str | None:
        return next((str(record[key]) for key in keys if record.get(key)), None)

    return Given(
        parsed, word("outlet", "source"), word("url"), word("title"), word("author"), "metadata"
    )


def parse_day(text: str) -> date | None:
    """Return the day that an ISO date (or time) starts with, None where it has none."""
    match = ISO_DAY.match(text.strip())
    try:
        return date(*(int(part) for part in match.groups())) if match else None
    except ValueError:
        return None


def _make_article(
    document: Document, text: str, known: Given, patterns: Sequence[Boilerplate]
) -> Article | Rejection:
    opening = read_opening(text)
    spans = (
        *opening.spans,
        *find_boilerplate(text, opening.body_start, patterns),
        *find_invisible(text),
    )
    body, cutouts = cut(text, spans)
    if not body:
        return reject(document.source_uri, "empty", "nothing is left after cleaning")
    if not is_english(body):
        return reject(document.source_uri, "language", "the text is not English")
    article = Article(
        article_id=hash_text(document.source_uri, text),
        document_id=document.document_id,
        source_uri=document.source_uri,
        label_id=make_label_id(document.source_uri),
        title=known.title or opening.title,
        outlet=known.outlet or opening.outlet,
        author=known.author or opening.author,
        language="en",
        published_on=None,
        published_earliest_on=None,
        published_latest_on=None,
        published_basis="unknown",
        dateline_place=opening.place,
        body=body,
        word_count=len(body.split()),
        sentences=split_sentences(body),
        cutouts=cutouts,
    )
    return _date_article(article, known, opening)


def _date_article(article: Article, known: Given, opening: Opening) -> Article:
    """Set the publication date: given or stated, else the bounds that the text proves."""
    day = known.published_on or opening.published_on
    if day:
        return replace(
            article,
            published_on=day,
            published_earliest_on=day,
            published_latest_on=day,
            published_basis=known.basis if known.published_on else opening.basis,
        )
    earliest, latest = bound_publication(article.body)
    if earliest or latest:
        return replace(
            article,
            published_earliest_on=earliest,
            published_latest_on=latest,
            published_basis="bounded",
        )
    return article


def make_label_id(source_uri: str) -> str:
    """Return the record's id of a JSONL file, else the file's stem."""
    if "#" in source_uri:
        return source_uri.rsplit("#", 1)[1]
    return PurePosixPath(source_uri).stem
