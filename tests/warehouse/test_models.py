from pathlib import Path

import pytest

from pipelines.contracts import contracts
from pipelines.paths import sql_models
from pipelines.warehouse.errors import ModelError
from pipelines.warehouse.models import LAYERS, load_models

GOOD = "select actor_id, name, count(*) as mention_count from extracted.x group by all"


def write(directory: Path, sql: str, name: str = "main/actor_names") -> Path:
    """Write a SQL model and return the folder of models."""
    path = directory / f"{name}.sql"
    path.parent.mkdir(exist_ok=True)
    path.write_text(sql, encoding="utf-8")
    return directory


def test_load_models_names_a_table_by_its_path(tmp_path: Path) -> None:
    (model,) = load_models(write(tmp_path, GOOD))
    assert (model.name, model.upstream) == ("main.actor_names", ("extracted.x",))


def test_load_models_reads_the_decision_on_top(tmp_path: Path) -> None:
    (model,) = load_models(write(tmp_path, f"-- Every spelling.\n-- All of them.\n{GOOD}"))
    assert model.comment == "Every spelling. All of them."


def test_load_models_does_not_take_a_cte_for_a_table(tmp_path: Path) -> None:
    sql = f"with inner_rows as ({GOOD}) select actor_id, name, mention_count from inner_rows"
    (model,) = load_models(write(tmp_path, sql))
    assert model.upstream == ("extracted.x",)


def test_load_models_tells_a_table_from_a_cte_of_its_name(tmp_path: Path) -> None:
    sql = f"with x as ({GOOD}) select actor_id, name, mention_count from x"
    (model,) = load_models(write(tmp_path, sql))
    assert model.upstream == ("extracted.x",)


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("select actor_id, name from x.y", r"missing \['mention_count'\], extra \[\]"),
        (f"{GOOD.replace('name,', 'name, 1 as two,')}", r"missing \[\], extra \['two'\]"),
        ("select name, actor_id, 1 as mention_count from x.y", "expected order"),
        ("select * from x.y", "missing"),
        ("selec actor_id", "no valid SQL|expected one select"),
        (f"{GOOD}; {GOOD}", "expected one select, found 2"),
        ("drop table x", "expected one select"),
    ],
    ids=["missing", "extra", "order", "star", "no SQL", "two", "no select"],
)
def test_load_models_says_what_is_wrong_and_where(tmp_path: Path, sql: str, words: str) -> None:
    with pytest.raises(ModelError, match=words) as error:
        load_models(write(tmp_path, sql))
    assert "actor_names.sql" in str(error.value)


def test_load_models_refuses_a_table_without_a_contract(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="comes from its path"):
        load_models(write(tmp_path, GOOD, "main/no_such_table"))


def test_load_models_puts_upstream_first() -> None:
    models = load_models(sql_models())
    places = {model.name: place for place, model in enumerate(models)}
    for model in models:
        assert all(places.get(up, -1) < places[model.name] for up in model.upstream)


def test_every_table_of_main_and_marts_has_a_model_and_the_reverse() -> None:
    declared = {name for name, contract in contracts().items() if contract.schema in LAYERS}
    assert {model.name for model in load_models(sql_models())} == declared


@pytest.mark.parametrize("model", load_models(sql_models()), ids=lambda model: model.name)
def test_model_says_its_decision_and_reads_declared_tables(model: object) -> None:
    assert model.comment  # pyright: ignore[reportAttributeAccessIssue]
    assert set(model.upstream) <= set(contracts())  # pyright: ignore[reportAttributeAccessIssue]
