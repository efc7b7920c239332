"""The private file of a run: written here, audited, and only then published."""

import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from pipelines.contracts import Contract, contracts
from pipelines.warehouse.errors import BuildError
from pipelines.warehouse.models import SqlModel

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

STORAGE_VERSION = "v1.5.0"
"""Older than our DuckDB, so that tools of the last release can open the file."""

PUBLISHED = "warehouse.duckdb"


class Build:
    """One run's tables; made by `open_build`."""

    def __init__(self, con: "DuckDBPyConnection", path: Path) -> None:
        self.con = con
        self.path = path

    def has_table(self, name: str) -> bool:
        """Tell whether a table exists."""
        schema, table = name.split(".")
        rows = self.con.execute(
            "select 1 from duckdb_tables() where database_name = 'build' and "
            "schema_name = ? and table_name = ?",
            [schema, table],
        ).fetchall()
        return bool(rows)

    def read_table(self, name: str) -> pl.DataFrame:
        """Return all rows in the contract's columns, NULL where an older table lacks one."""
        contract = contracts()[name]
        if not self.has_table(name):
            return contract.empty()
        held = set(self.con.sql(f"from build.{name} limit 0").columns)
        columns = ", ".join(
            c.name if c.name in held else f"null as {c.name}" for c in contract.columns
        )
        frame = self.con.sql(f"select {columns} from build.{name}").pl()
        return frame.cast({column.name: column.dtype for column in contract.columns})  # pyright: ignore[reportArgumentType]

    def replace_table(self, name: str, frame: pl.DataFrame) -> None:
        """Write a table anew, in the order of its key."""
        contract = contracts()[name]
        self.con.register("new_rows", frame.to_arrow())
        self._create(contract, f"select {_casts(contract)} from new_rows{_order(contract)}")
        self.con.unregister("new_rows")

    def run_model(self, model: SqlModel) -> None:
        """Write the table of a SQL model.

        Raises BuildError naming the model where DuckDB refuses it.
        """
        import duckdb

        contract = contracts()[model.name]
        try:
            self._create(
                contract,
                f"select {_casts(contract)} from "
                f"({model.sql.rstrip().rstrip(';')}){_order(contract)}",
            )
        except duckdb.Error as error:
            raise BuildError(f"sql/{model.name.replace('.', '/')}.sql: {error}") from error

    def _create(self, contract: Contract, query: str) -> None:
        self.con.execute(f"create or replace table build.{contract.name} as {query}")
        self._comment(contract)

    def _comment(self, contract: Contract) -> None:
        """Set the comments, which `create or replace` drops."""
        quoted = contract.grain.replace("'", "''")
        self.con.execute(f"comment on table build.{contract.name} is '{quoted}'")
        for column in contract.columns:
            words = column.description.replace("'", "''")
            self.con.execute(
                f"comment on column build.{contract.name}.{column.name} is '{words}'"
            )


def _casts(contract: Contract) -> str:
    return ", ".join(f"{c.name}::{c.sql_type} as {c.name}" for c in contract.columns)


def _order(contract: Contract) -> str:
    return f" order by {', '.join(contract.key)}" if contract.key else ""


@contextmanager
def open_build(warehouse: Path, run_id: str) -> Generator[Build]:
    """Open `build/<run_id>.duckdb` under `warehouse`, a copy of what is published.

    The file is closed at the end, whatever happens, and removed where an error ends it.
    """
    import duckdb

    path = warehouse / "build" / f"{run_id}.duckdb"
    path.parent.mkdir(parents=True, exist_ok=True)
    published = warehouse / PUBLISHED
    if published.exists():
        shutil.copyfile(published, path)
        path.chmod(0o644)
    con = duckdb.connect()
    try:
        con.execute(
            f"attach '{str(path).replace(chr(39), chr(39) * 2)}' as build "
            f"(storage_version '{STORAGE_VERSION}')"
        )
        con.execute("use build")
        for schema in sorted({contract.schema for contract in contracts().values()}):
            con.execute(f"create schema if not exists build.{schema}")
        yield Build(con, path)
        con.execute("checkpoint build")
    except BaseException:
        con.close()
        path.unlink(missing_ok=True)
        path.with_suffix(".duckdb.wal").unlink(missing_ok=True)
        raise
    con.close()
