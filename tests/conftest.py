"""What many tests stand on: reference tables, the parser, the five articles' warehouse."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pipelines.articles.reading import read_article
from pipelines.articles.records import Article
from pipelines.articles.sources import make_document
from pipelines.cli.building import run_build
from pipelines.extraction.parsing import load_parser, parse
from pipelines.paths import reference_tables, seed_articles
from pipelines.warehouse.querying import query
from pipelines.warehouse.reference import read_reference

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Ask = Callable[[str], list[tuple[Any, ...]]]
Tables = Mapping[str, Sequence[Mapping[str, str]]]
RECEIVED_AT = datetime(2024, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="session")
def five_articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a warehouse of the five articles, built by the command's own function."""
    warehouse = tmp_path_factory.mktemp("five") / "warehouse"
    run_build([seed_articles()], warehouse, "", "", "")
    return warehouse


@pytest.fixture(scope="session")
def ask(five_articles: Path) -> Ask:
    """Return a function that asks the five articles' warehouse in SQL."""
    return lambda sql: list(query(five_articles, sql, max_rows=10_000).rows)


@pytest.fixture(scope="session")
def tables() -> Tables:
    """Return the reference tables."""
    return read_reference(reference_tables())


@pytest.fixture(scope="session")
def parser() -> "Language":
    """Return the parser, loaded once."""
    return load_parser()


@pytest.fixture
def read() -> Callable[..., Article]:
    """Return a function from plain text (and how it was received) to an article."""

    def read_text(text: str, *, given: Any = None) -> Article:
        document = make_document("text.txt", "text/plain", text.encode(), RECEIVED_AT)
        article = read_article(document, (), given=given)  # pyright: ignore[reportArgumentType]
        assert isinstance(article, Article), article
        return article

    return read_text


@pytest.fixture(scope="session")
def parse_text(parser: "Language") -> Callable[[Article], "Doc"]:
    """Return a function that parses an article."""
    return lambda article: parse(parser, article)
