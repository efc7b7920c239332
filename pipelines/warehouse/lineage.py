"""Which column is computed from which: sqlglot's lineage over the models and contracts."""

from collections.abc import Iterator, Sequence
from functools import cache

import polars as pl

from pipelines.contracts import contracts
from pipelines.warehouse.models import SqlModel


def column_lineage(models: Sequence[SqlModel]) -> pl.DataFrame:
    """Return the rows of `meta.column_lineage`."""
    rows = sorted({row for model in models for row in _edges(model)})
    columns = [column.name for column in contracts()["meta.column_lineage"].columns]
    return pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String), orient="row")


@cache
def _edges(model: SqlModel) -> tuple[tuple[str, str, str, str], ...]:
    """Trace a model once: loading the definitions and each run in a process ask for it."""
    return tuple(_model_lineage(model))


def _model_lineage(model: SqlModel) -> Iterator[tuple[str, str, str, str]]:
    from sqlglot import exp
    from sqlglot.lineage import lineage

    schema = {
        layer: {
            contract.table: {c.name: c.sql_type for c in contract.columns}
            for contract in contracts().values()
            if contract.schema == layer
        }
        for layer in {contract.schema for contract in contracts().values()}
    }
    # All columns at once: the query is qualified anew for each call, which costs seconds.
    nodes = lineage(None, model.sql, schema=schema, dialect="duckdb")
    # sqlglot folds names to lower case; a contract may keep capitals (GDELT's do).
    spelled = {column.name.lower(): column.name for column in contracts()[model.name].columns}
    for column, node in nodes.items():
        for leaf in node.walk():
            if isinstance(leaf.expression, exp.Table) and not leaf.downstream:
                table = f"{leaf.expression.db}.{leaf.expression.name}"
                yield (
                    model.name,
                    spelled[column.lower()],
                    table,
                    leaf.name.split(".")[-1].strip('"'),
                )
