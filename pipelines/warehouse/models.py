"""SQL models: one file, one select, one table. The path is the table's name."""

from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path

from pipelines.contracts import contracts
from pipelines.warehouse.errors import ModelError

LAYERS = ("main", "marts")


@dataclass(frozen=True, slots=True)
class SqlModel:
    """A select and the tables that it reads; `comment` is the decision on top of the file."""

    name: str
    sql: str
    upstream: tuple[str, ...]
    comment: str


def load_models(directory: Path) -> tuple[SqlModel, ...]:
    """Read `main/*.sql` and `marts/*.sql`, upstream first.

    Raises ModelError where a file is no single select or its columns are not those of
    its contract.
    """
    models = {
        model.name: model
        for layer in LAYERS
        for model in map(_read_model, sorted((directory / layer).glob("*.sql")))
    }
    order = TopologicalSorter(
        {name: [up for up in model.upstream if up in models] for name, model in models.items()}
    ).static_order()
    return tuple(models[name] for name in order)


def _read_model(path: Path) -> SqlModel:
    import sqlglot
    from sqlglot import exp

    name = f"{path.parent.name}.{path.stem}"
    sql = path.read_text(encoding="utf-8")
    try:
        statements = sqlglot.parse(sql, dialect="duckdb")
    except sqlglot.ParseError as error:
        raise ModelError(f"{path}: no valid SQL: {error}") from error
    if len(statements) != 1 or not isinstance(statements[0], exp.Query):
        raise ModelError(f"{path}: expected one select, found {len(statements)} statements")
    query = statements[0]
    _check_columns(path, name, query.named_selects)
    ctes = {cte.alias for cte in query.find_all(exp.CTE)}
    tables = {
        f"{table.db}.{table.name}"
        for table in query.find_all(exp.Table)
        if table.db or table.name not in ctes
    }
    comment = " ".join(
        line.removeprefix("--").strip() for line in sql.splitlines() if line.startswith("--")
    )
    return SqlModel(name, sql, tuple(sorted(tables)), comment)


def _check_columns(path: Path, name: str, found: list[str]) -> None:
    contract = contracts().get(name)
    if contract is None:
        raise ModelError(
            f"{path}: no contract {name}; a model's table name comes from its path"
        )
    expected = [column.name for column in contract.columns]
    if found != expected:
        missing = [column for column in expected if column not in found]
        extra = [column for column in found if column not in expected]
        raise ModelError(
            f"{path}: columns are not those of {name}: missing {missing}, extra {extra}"
            + ("" if missing or extra else f", expected order {expected}")
        )
