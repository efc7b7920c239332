"""Read articles with an engine; parses are kept: a changed rule parses nothing again."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.articles.records import Article
from pipelines.articles.sources import hash_text
from pipelines.extraction.parsing import (
    doc_from_bytes,
    doc_to_bytes,
    load_parser,
    parse_many,
    parser_id,
)
from pipelines.extraction.records import Extraction, Extractor

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Progress = Callable[[int, int], None]
BATCH = 32
"""Articles that are parsed together."""


def read_articles(
    articles: Sequence[Article], engine: Extractor, cache: Path, progress: Progress
) -> Iterator[Extraction]:
    """Yield what the engine reads in each article; `progress` gets articles done and in all."""
    if not articles:
        return
    parser = load_parser()
    done = 0
    for start in range(0, len(articles), BATCH):
        batch = articles[start : start + BATCH]
        for article, doc in zip(batch, parse_cached(parser, batch, cache), strict=True):
            yield engine.extract(article, doc)
            done += 1
            progress(done, len(articles))


def parse_cached(parser: "Language", articles: Sequence[Article], cache: Path) -> list["Doc"]:
    """Return the parses, those that are known from the cache."""
    folder = cache / "parses" / parser_id(parser)
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"{hash_text(article.body)}.spacy" for article in articles]
    missing = [
        article for article, file in zip(articles, files, strict=True) if not file.exists()
    ]
    fresh = iter(parse_many(parser, missing))
    docs: list[Doc] = []
    for file in files:
        if file.exists():
            docs.append(doc_from_bytes(parser, file.read_bytes()))
            continue
        doc = next(fresh)
        part = file.with_suffix(".part")
        part.write_bytes(doc_to_bytes(doc))
        part.rename(file)
        docs.append(doc)
    return docs
