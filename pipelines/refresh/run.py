"""One run from inputs to a published warehouse, or to nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipelines.paths import sql_models
from pipelines.refresh.loading import Request, Say, load_articles
from pipelines.refresh.reading import Progress
from pipelines.refresh.recording import RunCounts, record_run
from pipelines.refresh.tables import (
    write_meta,
)
from pipelines.warehouse.auditing import Outcome, audit, load_checks
from pipelines.warehouse.building import Build, open_build
from pipelines.warehouse.errors import WarehouseError
from pipelines.warehouse.models import SqlModel, load_models
from pipelines.warehouse.publishing import name_generation, publish, writer_lock


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
            counts = RunCounts()
            if request.reads_articles or not build.has_table("raw.documents"):
                counts = load_articles(build, request, run_id, now, progress, say)
            _transform(build, models, request.only_models)
            name = name_generation(run_id, now)
            record_run(build, run_id, now, name, counts)
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


def _transform(build: Build, models: Sequence[SqlModel], only: frozenset[str]) -> None:
    """Run the models asked for, and those that are not there yet, upstream first."""
    for model in models:
        if not only or model.name in only or not build.has_table(model.name):
            build.run_model(model)


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
