"""Is there anything to do? Answered without Dagster, spaCy or a build."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from pipelines.paths import model_weights, reference_tables
from pipelines.refresh.engines import engine_state, models_version
from pipelines.refresh.ingest import find_new
from pipelines.settings import read_settings
from pipelines.warehouse.building import PUBLISHED
from pipelines.warehouse.querying import query

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def is_current(inputs: Sequence[Path], warehouse: Path, reader: str) -> bool:
    """Tell whether the published warehouse is what a build of `inputs` would give now.

    All inputs read by today's engine, all tables made by today's models.
    """
    if not (warehouse / PUBLISHED).exists():
        return False
    engine, version = engine_state(
        reader or read_settings().reader, model_weights(), reference_tables()
    )
    read = query(
        warehouse, "select distinct engine, engine_version from extracted.readings"
    ).rows
    if any(row != (engine, version) for row in read):
        return False
    newest = query(warehouse, "select * from meta.runs order by started_at desc", max_rows=1)
    runs = [dict(zip(newest.columns, row, strict=True)) for row in newest.rows]
    if not runs or runs[0].get("models_version") != models_version():
        return False
    known = frozenset(
        row[0]
        for row in query(
            warehouse, "select document_id from raw.documents", max_rows=10**7
        ).rows
    )
    return next(iter(find_new(inputs, known, EPOCH)), None) is None
