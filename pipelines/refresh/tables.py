"""The tables that Python writes: reference, extracted, meta."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import polars as pl

from pipelines.articles.records import Rejection
from pipelines.contracts import contracts, validate_rows
from pipelines.refresh.frames import Row, Rows, make_frame
from pipelines.warehouse.building import Build
from pipelines.warehouse.lineage import column_lineage
from pipelines.warehouse.models import SqlModel

MENTIONS = (
    "extracted.actor_mentions",
    "extracted.event_mentions",
    "extracted.event_mention_participants",
    "extracted.metric_mentions",
    "extracted.thing_mentions",
)
READ_TABLES = (
    "extracted.articles",
    "extracted.sentences",
    "extracted.cutouts",
    "extracted.readings",
    *MENTIONS,
)
NUMBERS = {"latitude", "longitude", "intensity", "multiplier"}


def write_reference(build: Build, tables: Mapping[str, Sequence[Mapping[str, str]]]) -> None:
    """Write the reference tables that have a contract; empty cells are NULL."""
    for contract in contracts().values():
        if contract.schema != "reference":
            continue
        rows: list[Row] = []
        for source in tables[contract.table]:
            row: Row = {key: value or None for key, value in source.items()}
            rows.append({k: float(v) if v and k in NUMBERS else v for k, v in row.items()})
        build.replace_table(
            contract.name,
            make_frame(contract.name, rows).unique(
                contract.key, keep="first", maintain_order=True
            ),
        )


def read_rows(build: Build) -> Rows:
    """Return all rows of the tables that reading fills."""
    return {name: build.read_table(name).to_dicts() for name in READ_TABLES}


def write_rows(
    build: Build, rows: Mapping[str, Sequence[Row]], run_id: str, now: datetime
) -> list[Row]:
    """Write tables; return the rows for `meta.rejected` of those that break their contract."""
    rejected: list[Row] = []
    for name, content in rows.items():
        frame, bad = validate_rows(name, make_frame(name, content))
        build.replace_table(name, frame)
        rejected.extend(
            _rejected(
                "contracts",
                name,
                str(content[number].get("article_id")),
                "contract",
                reason,
                run_id,
                now,
            )
            for number, reason in bad
        )
    return rejected


def _rejected(
    stage: str,
    uri: str,
    key: str | None,
    reason: str,
    detail: str | None,
    run_id: str,
    now: datetime,
) -> Row:
    return {
        "stage": stage,
        "source_uri": uri,
        "row_key": key,
        "reason": reason,
        "detail": detail,
        "run_id": run_id,
        "rejected_at": now.replace(tzinfo=None),
    }


def rejection_rows(rejections: Sequence[Rejection], run_id: str, now: datetime) -> list[Row]:
    """Return the rows of `meta.rejected` for inputs that did not get in."""
    return [
        _rejected(r.stage, r.source_uri, r.row_key, r.reason, r.detail, run_id, now)
        for r in rejections
    ]


def write_meta(build: Build, models: Sequence[SqlModel]) -> None:
    """Write what the warehouse says of its own tables."""
    every = contracts().values()
    build.replace_table(
        "meta.contracts",
        make_frame(
            "meta.contracts",
            (
                {"table_name": c.name, "grain": c.grain, "key_columns": ", ".join(c.key)}
                for c in every
            ),
        ),
    )
    columns: list[dict[str, Any]] = [
        {
            "table_name": contract.name,
            "column_name": column.name,
            "position": place,
            "type": column.sql_type,
            "is_nullable": column.is_nullable,
            "description": column.description,
            "codes": ", ".join(column.codes) or None,
        }
        for contract in every
        for place, column in enumerate(contract.columns, 1)
    ]
    build.replace_table("meta.columns", make_frame("meta.columns", columns))
    build.replace_table("meta.column_lineage", column_lineage(models))


def append_rows(build: Build, name: str, rows: Sequence[Row]) -> None:
    """Add rows to a table that grows from run to run."""
    old = build.read_table(name)
    new = make_frame(name, rows)
    joined = pl.concat([old, new])
    key = list(contracts()[name].key) or joined.columns
    build.replace_table(name, joined.unique(key, keep="last", maintain_order=True))
