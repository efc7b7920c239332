from datetime import datetime
from typing import Any

import polars as pl
import pytest

from pipelines.contracts import Contract, ContractError, contracts, validate_rows
from pipelines.refresh.frames import make_frame

LAYERS = {"raw", "extracted", "main", "marts", "meta", "reference"}
SEVERAL_TYPES = ("evidence", "subjects")
"""One quote or many; a list in mentions, one text in marts."""

GOOD: dict[str, Any] = {
    "kind": "event", "id": "e", "mention_id": "a:m", "reason": "same words", "score": 0.9,
}  # fmt: skip


def merges(*changes: dict[str, Any]) -> pl.DataFrame:
    """Return rows of meta.merges, each the good one with some fields changed."""
    return make_frame("meta.merges", [GOOD | change for change in changes])


def test_validate_rows_keeps_good_rows() -> None:
    frame = merges({}, {"mention_id": "b:m"})
    kept, bad = validate_rows("meta.merges", frame)
    assert kept.equals(frame)
    assert bad == []


def test_validate_rows_of_nothing_is_nothing() -> None:
    kept, bad = validate_rows("meta.merges", contracts()["meta.merges"].empty())
    assert (kept.height, bad) == (0, [])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"kind": "planet"}, "kind"),
        ({"score": 1.5}, "score"),
        ({"score": -0.5}, "score"),
        ({"reason": None}, "reason"),
        ({}, "earlier row"),
    ],
    ids=["code", "too much", "too little", "null", "repeated key"],
)
def test_validate_rows_sets_the_bad_row_aside_with_the_reason(
    change: dict[str, Any], words: str
) -> None:
    kept, bad = validate_rows("meta.merges", merges({}, change, {"mention_id": "z"}))
    assert kept["mention_id"].to_list() == ["a:m", "z"]
    assert [number for number, _ in bad] == [1]
    assert words in bad[0][1]


def test_validate_rows_names_every_wrong_column_at_once() -> None:
    frame = merges({}).rename({"id": "identity"}).with_columns(score=pl.lit("high"))
    with pytest.raises(ContractError) as error:
        validate_rows("meta.merges", frame)
    assert all(
        words in str(error.value) for words in ("meta.merges", "identity", "id:", "score")
    )


def test_validate_rows_refuses_columns_out_of_order() -> None:
    with pytest.raises(ContractError, match="out of order"):
        validate_rows("meta.merges", merges({}).select(sorted(GOOD)))


@pytest.mark.parametrize("contract", contracts().values(), ids=lambda c: c.name)
def test_contract_says_all_that_its_table_needs(contract: Contract) -> None:
    names = [column.name for column in contract.columns]
    assert contract.schema in LAYERS
    assert contract.grain.startswith("one row per ")
    assert len(names) == len(set(names))
    assert set(contract.key) <= set(names)
    assert all(column.description for column in contract.columns)
    assert all(column.sql_type for column in contract.columns)


@pytest.mark.parametrize("contract", contracts().values(), ids=lambda c: c.name)
def test_contract_refers_to_columns_that_are(contract: Contract) -> None:
    names = {column.name for column in contract.columns}
    for column, table, there in contract.references:
        assert column in names
        assert there in {other.name for other in contracts()[table].columns}


@pytest.mark.parametrize("contract", contracts().values(), ids=lambda c: c.name)
def test_columns_of_one_name_have_one_type(contract: Contract) -> None:
    types = {
        (column.name, other.sql_type)
        for column in contract.columns
        for every in contracts().values()
        for other in every.columns
        if other.name == column.name and column.name not in SEVERAL_TYPES
    }
    assert len(types) == len({name for name, _ in types})


def test_times_are_kept_without_a_zone() -> None:
    row = {"generation": "g", "run_id": "r", "published_at": datetime(2024, 1, 1)}
    frame = make_frame("meta.generations", [row])
    assert frame["published_at"].to_list() == [datetime(2024, 1, 1)]
