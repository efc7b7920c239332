"""Bring new documents, articles and readings into the tables of a build."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from pipelines.articles.reading import Given
from pipelines.articles.records import Article, Sentence
from pipelines.extraction.records import Extractor
from pipelines.paths import model_weights, reference_tables
from pipelines.refresh.engines import make_engine
from pipelines.refresh.frames import Row, Rows, article_rows, document_row, extraction_rows
from pipelines.refresh.ingest import ingest
from pipelines.refresh.merging import link_mentions
from pipelines.refresh.reading import Progress, read_articles
from pipelines.refresh.recording import RunCounts, record_merges
from pipelines.refresh.tables import (
    MENTIONS,
    append_rows,
    read_rows,
    rejection_rows,
    write_reference,
    write_rows,
)
from pipelines.warehouse.building import Build
from pipelines.warehouse.reference import read_reference

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What a run is asked to do; `reader` is trained or rules."""

    warehouse: Path
    paths: tuple[Path, ...]
    reader: str = "trained"
    given: Given | None = None
    reads_articles: bool = True
    only_models: frozenset[str] = field(default_factory=frozenset)


def load_articles(
    build: Build, request: Request, run_id: str, now: datetime, progress: Progress, say: Say
) -> RunCounts:
    """Fill raw and extracted: new documents in, articles read, mentions linked."""
    tables = read_reference(reference_tables())
    write_reference(build, tables)
    engine, warning = make_engine(request.reader, tables, model_weights(), reference_tables())
    documents = build.read_table("raw.documents")
    known = frozenset(documents["document_id"].to_list())
    found = ingest(request.paths, known, now, tables, request.given)
    say(
        f"{len(found.documents)} new documents, {len(found.articles)} articles, "
        f"{len(found.rejections)} rejected"
    )
    previous = read_rows(build)
    rows = _add_articles(previous, found.articles)
    waiting = _unread(rows, engine.name, engine.version)
    say(f"reading {len(waiting)} articles with {engine.name} {engine.version}")
    _add_readings(rows, waiting, engine, request.warehouse / "cache", progress)
    linked = link_mentions(rows, previous)
    rejected = rejection_rows(found.rejections, run_id, now)
    append_rows(build, "raw.documents", [document_row(d) for d in found.documents])
    rejected += write_rows(build, rows | linked.rows, run_id, now)
    append_rows(build, "meta.rejected", rejected)
    record_merges(build, linked.merges, linked.retired)
    return RunCounts(
        len(found.articles),
        len(rejected),
        engine.name,
        engine.version,
        [warning] if warning else [],
    )


def _add_articles(previous: Rows, articles: Sequence[Article]) -> Rows:
    """Return all article rows, verbatim repeats flagged; the first received is the one read."""
    rows: Rows = {name: list(content) for name, content in previous.items()}
    for article in articles:
        for name, content in article_rows(article).items():
            rows[name].extend(content)
    first: dict[str, str] = {}
    ordered = sorted(
        rows["extracted.articles"],
        key=lambda r: (str(r["published_on"] or "9"), r["article_id"]),
    )
    for row in ordered:
        row["is_duplicate_of"] = None
        original = first.setdefault(row["text_hash"], row["article_id"])
        if original != row["article_id"]:
            row["is_duplicate_of"] = original
    return rows


def _unread(rows: Rows, engine: str, version: str) -> list[Article]:
    """Return the articles that this engine has not read, repeats left out."""
    read = {
        r["article_id"]
        for r in rows["extracted.readings"]
        if (r["engine"], r["engine_version"]) == (engine, version)
    }
    sentences: dict[str, list[Row]] = {}
    for row in rows["extracted.sentences"]:
        sentences.setdefault(row["article_id"], []).append(row)
    return [
        _article(row, sentences.get(row["article_id"], []))
        for row in rows["extracted.articles"]
        if row["article_id"] not in read and row["is_duplicate_of"] is None
    ]


def _article(row: Row, sentences: Sequence[Row]) -> Article:
    ordered = sorted(sentences, key=lambda s: s["sentence_number"])
    fields = {k: v for k, v in row.items() if k not in ("is_duplicate_of", "text_hash")}
    return Article(
        **fields,
        sentences=tuple(
            Sentence(s["sentence_number"], s["char_start"], s["char_end"]) for s in ordered
        ),
        cutouts=(),
    )


def _add_readings(
    rows: Rows, waiting: Sequence[Article], engine: Extractor, cache: Path, progress: Progress
) -> None:
    """Replace the mentions of the articles that are read now; drop those of repeats."""
    again = {article.article_id for article in waiting}
    gone = again | {r["article_id"] for r in rows["extracted.articles"] if r["is_duplicate_of"]}
    events = {
        r["event_mention_id"]
        for r in rows["extracted.event_mentions"]
        if r["article_id"] in gone
    }
    for name in ("extracted.readings", *MENTIONS):
        rows[name] = [
            r
            for r in rows[name]
            if r.get("article_id") not in gone and r.get("event_mention_id") not in events
        ]
    for extraction in read_articles(waiting, engine, cache, progress):
        for name, content in extraction_rows(extraction).items():
            rows[name].extend(content)
