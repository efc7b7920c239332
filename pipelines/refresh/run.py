"""One run from inputs to a published warehouse, or to nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from pipelines.articles.reading import Given
from pipelines.articles.records import Article, Sentence
from pipelines.linking.records import Merge, Retired
from pipelines.paths import model_weights, reference_tables, sql_models
from pipelines.refresh.engines import make_engine
from pipelines.refresh.frames import (
    Row,
    Rows,
    article_rows,
    document_row,
    extraction_rows,
    make_frame,
)
from pipelines.refresh.ingest import ingest
from pipelines.refresh.merging import link_mentions
from pipelines.refresh.reading import Progress, read_articles
from pipelines.refresh.tables import (
    MENTIONS,
    append_rows,
    read_rows,
    rejection_rows,
    write_meta,
    write_reference,
    write_rows,
)
from pipelines.warehouse.auditing import Outcome, audit, load_checks
from pipelines.warehouse.building import Build, open_build
from pipelines.warehouse.errors import WarehouseError
from pipelines.warehouse.models import SqlModel, load_models
from pipelines.warehouse.publishing import name_generation, publish, writer_lock
from pipelines.warehouse.reference import read_reference

Say = Callable[[str], None]


class AuditError(WarehouseError):
    """A blocking check failed; nothing was published. `outcomes` holds all that ran."""

    def __init__(self, outcomes: Sequence[Outcome]) -> None:
        self.outcomes = tuple(outcomes)
        failed = [o for o in outcomes if o.failing_count and o.check.is_blocking]
        faults = "; ".join(
            f"{o.check.name}: {o.failing_count} rows, e.g. {o.rows[0]}" for o in failed
        )
        super().__init__(f"checks failed, the published warehouse stays as it was: {faults}")


@dataclass(frozen=True, slots=True)
class Request:
    """What a run is asked to do; `reader` is trained or rules."""

    warehouse: Path
    paths: tuple[Path, ...]
    reader: str = "trained"
    given: Given | None = None
    reads_articles: bool = True
    only_models: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did: rows by table, new articles, rejections, checks, published file."""

    generation: Path
    row_counts: Mapping[str, int]
    samples: Mapping[str, str]
    new_article_count: int
    rejected_count: int
    outcomes: tuple[Outcome, ...]
    warnings: tuple[str, ...]


def refresh(
    request: Request,
    run_id: str,
    now: datetime,
    *,
    progress: Progress = lambda _done, _total: None,
    say: Say = lambda _line: None,
) -> Summary:
    """Build, audit and publish.

    Raises AuditError where a blocking check fails and LockedError where another run
    writes; what is published stays as it was in both cases.
    """
    models = load_models(sql_models())
    with writer_lock(request.warehouse, run_id):
        with open_build(request.warehouse, run_id) as build:
            counts = _Counts()
            if request.reads_articles or not build.has_table("raw.documents"):
                counts = _read(build, request, run_id, now, progress, say)
            _transform(build, models, request.only_models)
            name = name_generation(run_id, now)
            _record(build, run_id, now, name, counts)
            write_meta(build, models)
            outcomes = audit(build, load_checks(sql_models()))
            if any(o.failing_count and o.check.is_blocking for o in outcomes):
                raise AuditError(outcomes)
            row_counts, samples = _describe(build)
        generation = publish(request.warehouse, build.path, name)
    return Summary(
        generation,
        row_counts,
        samples,
        counts.new_articles,
        counts.rejected,
        outcomes,
        tuple(counts.warnings),
    )


@dataclass(slots=True)
class _Counts:
    """What `_read` did, for the record of the run."""

    new_articles: int = 0
    rejected: int = 0
    engine: str = "none"
    engine_version: str = "none"
    warnings: list[str] = field(default_factory=list)


def _read(
    build: Build, request: Request, run_id: str, now: datetime, progress: Progress, say: Say
) -> _Counts:
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
    _write_merges(build, linked.merges, linked.retired)
    return _Counts(
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
    rows: Rows, waiting: Sequence[Article], engine: object, cache: Path, progress: Progress
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
    for extraction in read_articles(waiting, engine, cache, progress):  # pyright: ignore[reportArgumentType]
        for name, content in extraction_rows(extraction).items():
            rows[name].extend(content)


def _write_merges(build: Build, merges: Sequence[Merge], retired: Sequence[Retired]) -> None:
    build.replace_table(
        "meta.merges",
        make_frame(
            "meta.merges",
            (
                {
                    "kind": m.kind,
                    "id": m.item_id,
                    "mention_id": m.mention_id,
                    "reason": m.reason,
                    "score": m.score,
                }
                for m in merges
            ),
        ),
    )
    append_rows(
        build,
        "meta.retired_ids",
        [
            {
                "kind": r.kind,
                "retired_id": r.retired_id,
                "kept_id": r.kept_id,
                "reason": r.reason,
            }
            for r in retired
        ],
    )


def _transform(build: Build, models: Sequence[SqlModel], only: frozenset[str]) -> None:
    """Run the models asked for, and those that are not there yet, upstream first."""
    for model in models:
        if not only or model.name in only or not build.has_table(model.name):
            build.run_model(model)


def _record(build: Build, run_id: str, now: datetime, generation: str, counts: _Counts) -> None:
    """Add this run and the generation that it makes."""
    articles = build.con.execute("select count(*) from main.articles").fetchall()[0][0]
    moment = now.replace(tzinfo=None)
    append_rows(
        build,
        "meta.runs",
        [
            {
                "run_id": run_id,
                "started_at": moment,
                "status": "published",
                "article_count": articles,
                "new_article_count": counts.new_articles,
                "rejected_count": counts.rejected,
                "engine": counts.engine,
                "engine_version": counts.engine_version,
            }
        ],
    )
    append_rows(
        build,
        "meta.generations",
        [{"generation": generation, "run_id": run_id, "published_at": moment}],
    )


def _describe(build: Build) -> tuple[dict[str, int], dict[str, str]]:
    """Return the row count of every table and its first rows as Markdown."""
    from pipelines.contracts import contracts

    counts: dict[str, int] = {}
    samples: dict[str, str] = {}
    for name, contract in contracts().items():
        if not build.has_table(name):
            continue
        counts[name] = build.con.execute(f"select count(*) from {name}").fetchall()[0][0]
        shown = [c.name for c in contract.columns if c.name not in ("content", "body")][:6]
        rows = build.con.execute(f"select {', '.join(shown)} from {name} limit 3").fetchall()
        lines = [
            " | ".join(str(value)[:60].replace("\n", " ") for value in row) for row in rows
        ]
        samples[name] = "\n".join([" | ".join(shown), "|".join(["---"] * len(shown)), *lines])
    return counts, samples
