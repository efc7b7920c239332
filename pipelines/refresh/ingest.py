"""From inputs to articles: what is known is not read in again, what fails is rejected."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from pipelines.articles.cleaning import read_patterns
from pipelines.articles.reading import Given, parse_day, read_article
from pipelines.articles.records import Article, Document, Rejection
from pipelines.articles.sources import find_inputs, read_documents, reject
from pipelines.extraction.records import ReferenceTables
from pipelines.paths import name_source


@dataclass(frozen=True, slots=True)
class Ingested:
    """New documents, the articles in them, and what did not get in."""

    documents: tuple[Document, ...]
    articles: tuple[Article, ...]
    rejections: tuple[Rejection, ...]


def ingest(
    paths: Sequence[Path],
    known: frozenset[str],
    received_at: datetime,
    tables: ReferenceTables,
    given: Given | None = None,
) -> Ingested:
    """Read all inputs of `paths`; documents whose id is in `known` are passed over."""
    patterns = read_patterns(tables["boilerplate"])
    documents: list[Document] = []
    articles: list[Article] = []
    rejections: list[Rejection] = []
    for path in find_inputs(paths):
        aside = read_side_file(path)
        if isinstance(aside, Rejection):
            rejections.append(aside)
            aside = None
        found, refused = read_documents(path, received_at, source_uri=name_source(path))
        rejections.extend(refused)
        for document in found:
            if document.document_id in known:
                continue
            documents.append(document)
            article = read_article(document, patterns, given=aside or given)
            (articles if isinstance(article, Article) else rejections).append(article)  # pyright: ignore[reportArgumentType]
    return Ingested(tuple(documents), tuple(articles), tuple(rejections))


def find_new(
    paths: Sequence[Path], known: frozenset[str], received_at: datetime
) -> Iterator[Path]:
    """Yield the inputs that hold a document not in `known`."""
    for path in find_inputs(paths):
        found, refused = read_documents(path, received_at, source_uri=name_source(path))
        if refused or any(document.document_id not in known for document in found):
            yield path


def read_side_file(path: Path) -> Given | Rejection | None:
    """Read `NAME.meta.json` beside a file (published_on, outlet, url); None without one."""
    side = path.with_name(f"{path.stem}.meta.json")
    if not side.exists():
        return None
    uri = name_source(side)
    try:
        record: Any = json.loads(side.read_text(encoding="utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        return reject(uri, "broken_side_file", f"not JSON: {error}")
    if not isinstance(record, dict):
        return reject(
            uri, "broken_side_file", "expected an object with published_on, outlet, url"
        )
    day = parse_day(str(record["published_on"])) if record.get("published_on") else None
    if record.get("published_on") and day is None:
        return reject(
            uri, "bad_date", f"published_on {record['published_on']!r}: expected 2024-05-31"
        )
    return replace(Given(day), outlet=record.get("outlet"), url=record.get("url"))
