"""The published tables as files for other tools."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.contracts import Column, Contract, contracts
from pipelines.warehouse.building import PUBLISHED
from pipelines.warehouse.errors import QueryError, WarehouseError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

OPTIONS = {"parquet": "format parquet, compression zstd", "csv": "format csv, header"}


def export_tables(warehouse: Path, folder: Path, form: str) -> tuple[Path, ...]:
    """Write every published table to `folder/<layer>/<table>.<form>`, form parquet or csv.

    In CSV, lists and structs are JSON and columns of bytes are left out. A file that is
    there is replaced whole. Raises WarehouseError where `folder` cannot be written.
    """
    import duckdb

    path = warehouse / PUBLISHED
    if not path.exists():
        raise QueryError(f"{path}: no warehouse yet; run `wirehouse build` first")
    if folder.exists() and not folder.is_dir():
        raise WarehouseError(f"{folder}: is a file; name a folder")
    with duckdb.connect() as con:
        con.execute(f"attach {_quote(path.resolve())} as published (read_only)")
        return tuple(_export(con, folder, form))


def _export(con: "DuckDBPyConnection", folder: Path, form: str) -> Iterator[Path]:
    rows = con.execute(
        "select schema_name, table_name from duckdb_tables() where database_name = 'published'"
    ).fetchall()
    present = {f"{schema}.{table}" for schema, table in rows}
    for contract in contracts().values():
        if contract.name in present:
            yield _export_table(con, contract, folder, form)


def _export_table(
    con: "DuckDBPyConnection", contract: Contract, folder: Path, form: str
) -> Path:
    target = folder / contract.schema / f"{contract.table}.{form}"
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{target.name}.new")
    kept = [c for c in contract.columns if form != "csv" or c.sql_type != "BLOB"]
    columns = ", ".join(_select(column, form) for column in kept)
    query = f"select {columns} from published.{contract.name}"
    con.execute(f"copy ({query}) to {_quote(unfinished)} ({OPTIONS[form]})")
    unfinished.replace(target)
    return target


def _select(column: Column, form: str) -> str:
    """Return the column as the form can hold it: CSV has no form of its own for nesting."""
    is_nested = column.sql_type.startswith("STRUCT") or column.sql_type.endswith("[]")
    return (
        f"to_json({column.name}) as {column.name}"
        if form == "csv" and is_nested
        else column.name
    )


def _quote(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
