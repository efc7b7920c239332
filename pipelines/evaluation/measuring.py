"""Run an engine on labelled texts, in memory, and time it against the bare parser."""

import csv
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pipelines.articles.reading import Given, parse_day
from pipelines.articles.records import Article
from pipelines.articles.sources import find_inputs
from pipelines.evaluation.labels import Label, label_extraction, read_labels
from pipelines.evaluation.matching import squash
from pipelines.evaluation.scoring import Evaluation, evaluate
from pipelines.extraction.parsing import load_parser, parse_many
from pipelines.extraction.records import ReferenceTables
from pipelines.paths import model_weights, reference_tables
from pipelines.refresh.engines import make_engine
from pipelines.refresh.ingest import ingest
from pipelines.warehouse.errors import WarehouseError
from pipelines.warehouse.reference import read_reference

INDEX = "index.csv"
"""Optional table beside the texts or above them: columns id and published (ISO date)."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """Scores of one engine on one set; CPU seconds of the parser and of the engine."""

    engine: str
    article_count: int
    evaluation: Evaluation
    parser_seconds: float
    engine_seconds: float


def measure(gold_directory: Path, text_directory: Path, reader: str) -> Measurement:
    """Read every text that has gold and score the result.

    Raises WarehouseError where a folder holds no labels, or no text fits one.
    """
    gold = read_labels(gold_directory)
    if not gold:
        raise WarehouseError(f"{gold_directory}: no <id>.json labels; name the folder of them")
    tables = read_reference(reference_tables())
    articles = _read_texts(text_directory, set(gold), tables)
    if not articles:
        raise WarehouseError(
            f"{text_directory}: no text <id>*.txt for a label of {gold_directory}; "
            "name their folder with --texts"
        )
    engine, warning = make_engine(reader, tables, model_weights(), reference_tables())
    if warning:
        raise WarehouseError(warning)
    parser = load_parser()
    started = time.process_time()
    docs = list(parse_many(parser, list(articles.values())))
    parsed = time.process_time()
    labels: dict[str, Label] = {}
    for article_id, doc in zip(articles, docs, strict=True):
        labels[article_id] = label_extraction(engine.extract(articles[article_id], doc))
    read = time.process_time()
    texts = {key: squash(_text(text_directory, key)) for key in articles}
    return Measurement(
        engine.name,
        len(articles),
        evaluate(gold, labels, texts),
        parsed - started,
        read - parsed,
    )


def _read_texts(
    directory: Path, wanted: set[str], tables: ReferenceTables
) -> dict[str, Article]:
    """Return the articles by label id: `<id>.txt`, or a text whose name starts with it."""
    days = _published(directory)
    found: dict[str, Article] = {}
    for path in find_inputs([directory]):
        key = next((k for k in sorted(wanted, key=len, reverse=True) if _fits(path, k)), None)
        if key is None or path.suffix != ".txt":
            continue
        given = Given(parse_day(days[key])) if days.get(key) else None
        read = ingest([path], frozenset(), datetime.now(UTC), tables, given).articles
        if read:
            found[key] = read[0]
    return dict(sorted(found.items()))


def _fits(path: Path, key: str) -> bool:
    return path.stem.startswith(key)


def _text(directory: Path, key: str) -> str:
    path = min(directory.rglob(f"{key}*.txt"))
    return path.read_text(encoding="utf-8")


def _published(directory: Path) -> Mapping[str, str]:
    """Return the days that an index beside the texts gives."""
    for path in (directory / INDEX, directory.parent / INDEX):
        if path.exists():
            with path.open(encoding="utf-8", newline="") as file:
                rows: Sequence[dict[str, str]] = list(csv.DictReader(file))
            return {row["id"]: row.get("published", "") for row in rows}
    return {}
