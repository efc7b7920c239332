"""Is there anything to do? Answered without Dagster, spaCy or a build."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from pipelines.paths import model_weights, reference_tables
from pipelines.refresh.engines import engine_state
from pipelines.refresh.ingest import find_new
from pipelines.settings import read_settings
from pipelines.warehouse.building import PUBLISHED
from pipelines.warehouse.querying import query

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def is_current(inputs: Sequence[Path], warehouse: Path, reader: str) -> bool:
    """Tell whether the published warehouse has read all inputs with today's engine."""
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
    known = frozenset(
        row[0]
        for row in query(
            warehouse, "select document_id from raw.documents", max_rows=10**7
        ).rows
    )
    return next(iter(find_new(inputs, known, EPOCH)), None) is None
