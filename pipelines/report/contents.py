"""The rows of the report, and the way back of every fact among them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipelines.report.questions import STATEMENTS
from pipelines.warehouse.describing import count_rows, ordered_contracts
from pipelines.warehouse.querying import read_published
from pipelines.warehouse.tracing import Trace, trace_items

Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Contents:
    """Rows by name as in `STATEMENTS`, tables with their columns, traces by item id."""

    rows: Mapping[str, Rows]
    tables: Sequence[Mapping[str, Any]]
    traces: Mapping[str, Trace]


def read_contents(warehouse: Path) -> Contents:
    """Return all that the report shows."""
    results = read_published(warehouse, list(STATEMENTS.values()))
    rows = dict(zip(STATEMENTS, results, strict=True))
    return Contents(rows, _tables(warehouse, rows["columns"]), _traces(warehouse, rows))


def _tables(warehouse: Path, columns: Rows) -> list[dict[str, Any]]:
    counts = count_rows(warehouse)
    return [
        {
            "name": contract.name,
            "grain": contract.grain,
            "key": ", ".join(contract.key),
            "row_count": counts[contract.name],
            "columns": [c for c in columns if c["table_name"] == contract.name],
        }
        for contract in ordered_contracts()
        if contract.name in counts
    ]


def _traces(warehouse: Path, rows: Mapping[str, Rows]) -> dict[str, Trace]:
    """Return the way back of every item that a row names."""
    wanted = {
        "event": _ids(rows, "event_id", "answer_event_id"),
        "metric": _ids(
            rows, "metric_id", "answer_metric_id", "target_metric_id", "observed_metric_id"
        ),
        "actor": _ids(rows, "actor_id"),
        "thing": _ids(rows, "thing_id"),
    }
    return {
        trace.item_id: trace
        for kind, ids in wanted.items()
        for trace in trace_items(warehouse, kind, ids)
    }


def _ids(rows: Mapping[str, Rows], *columns: str) -> list[str]:
    return sorted(
        {row[c] for content in rows.values() for row in content for c in columns if row.get(c)}
    )
