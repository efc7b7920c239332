import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from pipelines.articles.reading import Given, make_label_id, parse_day, read_article
from pipelines.articles.records import Article, Document, Rejection
from pipelines.articles.sources import make_document

NOW = datetime(2024, 1, 1, tzinfo=UTC)
TEXT = "The ministers met in Baku and agreed to expand trade between the two countries."
Read = Callable[..., Article]


def read_record(**record: Any) -> Article | Rejection:
    """Read one record of a JSONL file."""
    content = json.dumps({"text": TEXT, **record}).encode()
    document = make_document("a.jsonl#x", "application/json", content, NOW)
    assert isinstance(document, Document)
    return read_article(document, ())


def test_read_article_takes_the_keys_of_a_record() -> None:
    article = read_record(
        title="Ministers meet", published_on="2021-10-11", outlet="Azernews", author="Ann Lee"
    )
    assert isinstance(article, Article)
    assert (article.title, article.published_on, article.published_basis) == (
        "Ministers meet", date(2021, 10, 11), "metadata",
    )  # fmt: skip
    assert (article.outlet, article.author) == ("Azernews", "Ann Lee")


def test_read_article_takes_the_other_names_of_keys() -> None:
    article = read_record(date="2021-10-11T10:00:00Z", source="Azernews")
    assert isinstance(article, Article)
    assert (article.published_on, article.outlet) == (date(2021, 10, 11), "Azernews")


@pytest.mark.parametrize("day", ["yesterday", "2021-02-30", "11.10.2021"])
def test_read_article_rejects_a_record_with_a_date_that_is_none(day: str) -> None:
    found = read_record(published_on=day)
    assert isinstance(found, Rejection)
    assert found.reason == "bad_date"
    assert day in (found.detail or "")


def test_read_article_prefers_a_given_day_to_a_stated_one(read: Read) -> None:
    text = f" date 2021-10-11 By Ann Lee\n\n{TEXT}"
    article = read(text, given=Given(date(2020, 1, 2), "Azernews"))
    assert (article.published_on, article.published_basis, article.outlet) == (
        date(2020, 1, 2), "given", "Azernews",
    )  # fmt: skip


def test_read_article_keeps_the_stated_day_where_only_an_outlet_is_given(read: Read) -> None:
    article = read(f" date 2021-10-11 By Ann Lee\n\n{TEXT}", given=Given(None, "Azernews"))
    assert (article.published_on, article.published_basis) == (date(2021, 10, 11), "stated")


def test_read_article_bounds_what_has_no_day(read: Read) -> None:
    article = read(f"{TEXT} The pact was signed on March 4, 2013.")
    assert (article.published_on, article.published_earliest_on, article.published_basis) == (
        None, date(2013, 3, 4), "bounded",
    )  # fmt: skip


def test_read_article_leaves_unknown_what_nothing_proves(read: Read) -> None:
    article = read(TEXT)
    assert (article.published_on, article.published_earliest_on, article.published_basis) == (
        None, None, "unknown",
    )  # fmt: skip


def test_read_article_body_is_a_substring_of_what_was_received(read: Read) -> None:
    text = f"Headline of it\n\n{TEXT}\n\nErdoğan’s “words” – kept."
    article = read(text)
    assert article.body in text
    assert article.title == "Headline of it"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Bakanlar Bakü'de bir araya geldi ve ticaret konusunda bir anlaşma yaptı.",
            "language",
        ),
        (" date 2021-10-11 By Ann Lee\n", "empty"),
    ],
)
def test_read_article_rejects_what_is_no_english_text(text: str, reason: str) -> None:
    document = make_document("a.txt", "text/plain", text.encode(), NOW)
    assert isinstance(document, Document)
    found = read_article(document, ())
    assert isinstance(found, Rejection)
    assert found.reason == reason


def test_read_article_rejects_a_page_without_text() -> None:
    page = b"<html><body><nav>Home</nav></body></html>"
    document = make_document("a.html", "text/html", page, NOW)
    assert isinstance(document, Document)
    found = read_article(document, ())
    assert isinstance(found, Rejection)
    assert found.reason == "empty"


@pytest.mark.parametrize(
    ("uri", "label"),
    [("a/b/000_c5.txt", "000_c5"), ("a.jsonl#x-1", "x-1"), ("https://e.org/p/q", "q")],
)
def test_make_label_id_is_record_or_stem(uri: str, label: str) -> None:
    assert make_label_id(uri) == label


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-10-11", date(2021, 10, 11)),
        (" 2021-10-11T23:59Z", date(2021, 10, 11)),
        ("2021-02-29", None),
        ("11 October 2021", None),
        ("", None),
    ],
)
def test_parse_day_reads_iso_dates_only(text: str, day: date | None) -> None:
    assert parse_day(text) == day
