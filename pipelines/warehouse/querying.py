"""Read what is published, and nothing else: no files, no settings, bounded in every way."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.contracts import contracts
from pipelines.warehouse.building import PUBLISHED
from pipelines.warehouse.errors import QueryError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MAX_ROWS = 1000
TIMEOUT_S = 60
MEMORY = "2GB"
GUARDS = (
    "set enable_external_access = false",
    "set autoload_known_extensions = false",
    "set autoinstall_known_extensions = false",
    "set allow_community_extensions = false",
    f"set memory_limit = '{MEMORY}'",
    "set max_temp_directory_size = '0B'",
    "set lock_configuration = true",
)


@dataclass(frozen=True, slots=True)
class QueryResult:
    """Columns and rows; `is_cut` where there were more rows than asked for."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    is_cut: bool


def query(
    warehouse: Path, sql: str, *, max_rows: int = MAX_ROWS, timeout_s: int = TIMEOUT_S
) -> QueryResult:
    """Run one select on the published file.

    Raises QueryError where there is no warehouse, the query is no single select, is
    wrong, or takes more than `timeout_s` seconds.
    """
    import duckdb

    con = open_published(warehouse, timeout_s)
    try:
        _check(con, sql)
        cursor = con.execute(sql)
        columns = tuple(column[0] for column in cursor.description or ())
        rows = cursor.fetchmany(max_rows + 1)
    except duckdb.Error as error:
        raise QueryError(_explain(str(error), timeout_s)) from error
    finally:
        con.close()
    return QueryResult(columns, tuple(rows[:max_rows]), len(rows) > max_rows)


def read_published(warehouse: Path, statements: Sequence[str]) -> list[list[dict[str, Any]]]:
    """Return all rows of each statement from one state of the published file."""
    con = open_published(warehouse)
    try:
        results: list[list[dict[str, Any]]] = []
        for statement in statements:
            cursor = con.execute(statement)
            names = [column[0] for column in cursor.description or ()]
            results.append([dict(zip(names, row, strict=True)) for row in cursor.fetchall()])
        return results
    finally:
        con.close()


def open_published(warehouse: Path, timeout_s: int = TIMEOUT_S) -> "DuckDBPyConnection":
    """Open the published file read-only with every guard set."""
    import duckdb

    path = warehouse / PUBLISHED
    if not path.exists():
        raise QueryError(f"{path}: no warehouse yet; run `wirehouse build` first")
    # A database of its own: settings of connections to one file are shared, and locked.
    con = duckdb.connect()
    file = str(path.resolve()).replace("'", "''")
    try:
        con.execute(f"attach '{file}' as warehouse (read_only)")
    except duckdb.Error as error:
        con.close()
        raise QueryError(
            f"{path}: cannot be opened; build anew or roll back: {error}"
        ) from error
    con.execute("use warehouse")
    con.execute(f"set max_execution_time = {timeout_s * 1000}")
    for guard in GUARDS:
        con.execute(guard)
    return con


def _check(con: "DuckDBPyConnection", sql: str) -> None:
    """Let one select through; what only describes (summarize, describe) is one too."""
    import duckdb

    statements = con.extract_statements(sql)
    if len(statements) != 1:
        raise QueryError(f"expected one statement, found {len(statements)}")
    allowed = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)
    if statements[0].type not in allowed:
        raise QueryError(f"only select is allowed, found {statements[0].type.name.lower()}")


def _explain(message: str, timeout_s: int) -> str:
    """Say what to do about a database error."""
    if "INTERRUPT" in message.upper() or "max_execution_time" in message:
        return f"stopped after {timeout_s} seconds; ask for less"
    first = message.split("\n\n")[0]
    if "does not exist" in message and "Table" in message:
        wanted = message.split("Table with name ")[-1].split(" ")[0]
        near = get_close_matches(wanted, [c.table for c in contracts().values()], 3, 0.5)
        hint = (
            f"; did you mean {', '.join(near)}?"
            if near
            else '; `wirehouse query "show tables"` lists them'
        )
        return first.split("\n")[0] + hint
    return first
