"""SQL models on given rows: each file holds the cases of one model, rows that the eye checks.

Columns that a given row does not name are NULL; an expected row names the columns that
its case is about. `{}` given stands for empty tables.
"""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from pipelines.contracts import contracts
from pipelines.paths import reference_tables, sql_models
from pipelines.refresh.frames import make_frame
from pipelines.refresh.tables import write_reference
from pipelines.warehouse.building import Build
from pipelines.warehouse.models import SqlModel, load_models
from pipelines.warehouse.reference import read_reference

MODELS = {model.name: model for model in load_models(sql_models())}
FILES = sorted(Path(__file__).with_name("cases").glob("*.json"))
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case['why']}")
    for path in FILES
    for case in json.loads(path.read_text(encoding="utf-8"))
]


@pytest.fixture(scope="module")
def build() -> Iterator[Build]:
    """Return a build in memory that holds the reference tables."""
    con = duckdb.connect()
    con.execute("attach ':memory:' as build")
    con.execute("use build")
    for schema in {contract.schema for contract in contracts().values()}:
        con.execute(f"create schema if not exists build.{schema}")
    made = Build(con, Path(":memory:"))
    write_reference(made, read_reference(reference_tables()))
    yield made
    con.close()


def cast(value: Any, dtype: pl.DataType) -> Any:
    """Return a JSON value as the contract's type holds it."""
    if value is None:
        return None
    if dtype == pl.Date:
        return date.fromisoformat(value)
    return Decimal(str(value)) if dtype.is_decimal() else value


def fill(build: Build, model: SqlModel, given: dict[str, list[dict[str, Any]]]) -> None:
    """Write the tables that a model reads; those that the case does not name are empty."""
    assert set(given) <= set(model.upstream), f"{model.name} reads {model.upstream}"
    for name in model.upstream:
        if name.startswith("reference.") and name not in given:
            continue
        types = {column.name: column.dtype for column in contracts()[name].columns}
        rows = given.get(name, [])
        assert all(set(row) <= set(types) for row in rows), f"{name} has {list(types)}"
        build.replace_table(
            name, make_frame(name, [{k: cast(v, types[k]) for k, v in r.items()} for r in rows])
        )


def run(build: Build, name: str, given: dict[str, list[dict[str, Any]]]) -> pl.DataFrame:
    """Run a model on given rows."""
    fill(build, MODELS[name], given)
    build.run_model(MODELS[name])
    return build.read_table(name)


def show(value: Any) -> Any:
    """Return a value as JSON would write it."""
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value


def sort(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows in an order of their content."""
    return sorted(rows, key=lambda row: json.dumps(row, sort_keys=True))


@pytest.mark.parametrize(("name", "case"), CASES)
def test_model_gives_the_expected_rows(build: Build, name: str, case: dict[str, Any]) -> None:
    expected = case["expected"]
    columns = list(expected[0]) if expected else MODELS[name].upstream[:0]
    found = [
        {column: show(row[column]) for column in columns}
        for row in run(build, name, case["given"]).to_dicts()
    ]
    assert sort(found) == sort(expected)


@pytest.mark.parametrize("name", MODELS)
def test_model_of_empty_tables_is_empty(build: Build, name: str) -> None:
    assert run(build, name, {}).height == 0


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_cases_belong_to_a_model_and_hold_a_null(path: Path) -> None:
    assert path.stem in MODELS
    assert "null" in path.read_text(encoding="utf-8")
