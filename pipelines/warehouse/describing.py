"""What a table holds: its contract, an example row, and where each column comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pipelines.contracts import Contract, contracts
from pipelines.warehouse.errors import QueryError
from pipelines.warehouse.querying import read_published

LAYERS = ("main", "marts", "extracted", "meta", "reference", "raw")
"""Order in which a name without its layer is looked for."""


@dataclass(frozen=True, slots=True)
class Described:
    """A table's contract, number of rows, one row, and upstream columns by column."""

    contract: Contract
    row_count: int
    example: dict[str, Any]
    sources: dict[str, tuple[str, ...]]


def find_contract(name: str) -> Contract:
    """Return the contract of `events` or `main.events`; raises QueryError with near names."""
    every = contracts()
    for candidate in (name, *(f"{layer}.{name}" for layer in LAYERS)):
        if candidate in every:
            return every[candidate]
    known = [*every, *(contract.table for contract in every.values())]
    near = get_close_matches(name, known, 3, 0.5)
    hint = f"did you mean {', '.join(near)}?" if near else "`wirehouse describe` lists them"
    raise QueryError(f"no table {name}; {hint}")


def ordered_contracts() -> tuple[Contract, ...]:
    """Return all contracts, the layers that one asks first coming first."""
    return tuple(sorted(contracts().values(), key=lambda c: (LAYERS.index(c.schema), c.table)))


def count_rows(warehouse: Path) -> dict[str, int]:
    """Return the number of rows of every published table by its name."""
    present = read_published(
        warehouse, ["select schema_name || '.' || table_name as name from duckdb_tables()"]
    )[0]
    names = sorted(row["name"] for row in present)
    counted = read_published(warehouse, [f"select count(*) as n from {name}" for name in names])
    return {name: rows[0]["n"] for name, rows in zip(names, counted, strict=True)}


def describe_table(warehouse: Path, name: str) -> Described:
    """Return what is to be known of one published table."""
    contract = find_contract(name)
    if contract.name not in (counts := count_rows(warehouse)):
        raise QueryError(f"{contract.name} is not in this warehouse yet; build it again")
    example, edges = read_published(
        warehouse,
        [
            f"select * from {contract.name} limit 1",
            "select column_name, upstream_table || '.' || upstream_column as upstream "
            f"from meta.column_lineage where table_name = '{contract.name}' order by all",
        ],
    )
    return Described(
        contract, counts[contract.name], example[0] if example else {}, _by_column(edges)
    )


def _by_column(edges: Sequence[dict[str, Any]]) -> dict[str, tuple[str, ...]]:
    sources: dict[str, tuple[str, ...]] = {}
    for edge in edges:
        column = edge["column_name"]
        sources[column] = (*sources.get(column, ()), edge["upstream"])
    return sources
