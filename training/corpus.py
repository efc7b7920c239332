"""Read the annotated texts and find what their rows point at."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipelines.articles.records import Article
from pipelines.articles.sentences import split_sentences

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Passage:
    """One annotated text; `events` and `metrics` as in the corpus's README."""

    passage_id: str
    source: str
    article: Article
    events: tuple[Row, ...]
    metrics: tuple[Row, ...]


def read_corpus(directory: Path) -> Iterator[Passage]:
    """Yield every passage of `*.jsonl` in `directory`, by file name and line."""
    for path in sorted(directory.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            yield Passage(
                passage_id=record["id"],
                source=path.stem,
                article=make_article(record["id"], record["text"], record["published"]),
                events=tuple(record["events"]),
                metrics=tuple(record["metrics"]),
            )


def make_article(article_id: str, text: str, published: str | None) -> Article:
    """Return an article whose body is `text` as it stands."""
    day = date.fromisoformat(published) if published else None
    return Article(
        article_id=article_id,
        document_id=article_id,
        source_uri=article_id,
        label_id=article_id,
        title=None,
        outlet=None,
        author=None,
        language="en",
        published_on=day,
        published_earliest_on=day,
        published_latest_on=day,
        published_basis="given" if day else "unknown",
        dateline_place=None,
        body=text,
        word_count=len(text.split()),
        sentences=split_sentences(text),
        cutouts=(),
    )


def find_near(text: str, words: str, near: int) -> tuple[int, int] | None:
    """Return the half-open span of the occurrence of `words` closest to `near`."""
    spans: list[tuple[int, int]] = []
    at = text.find(words)
    while at >= 0:
        spans.append((at, at + len(words)))
        at = text.find(words, at + 1)
    return min(spans, key=lambda span: abs(span[0] - near), default=None)
