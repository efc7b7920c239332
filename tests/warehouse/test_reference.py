from pathlib import Path
from typing import Any

import pytest

from pipelines.contracts import codes
from pipelines.paths import reference_tables
from pipelines.warehouse.reference import read_reference

SIXTEEN = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


def test_read_reference_reads_every_file_as_text(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('x,y\n1,"é, two"\n', encoding="utf-8")
    assert read_reference(tmp_path) == {"a": [{"x": "1", "y": "é, two"}]}


@pytest.mark.parametrize("path", sorted(reference_tables().glob("*.csv")), ids=lambda p: p.stem)
def test_reference_rows_have_all_their_cells(path: Path) -> None:
    rows = read_reference(path.parent)[path.stem]
    assert rows
    assert all(None not in row and None not in row.values() for row in rows)


def test_event_types_are_plovers_sixteen(tables: dict[str, Any]) -> None:
    assert {row["event_type"] for row in tables["event_types"]} == SIXTEEN


def test_sanction_is_material_conflict_and_accuse_is_minus_three(
    tables: dict[str, Any],
) -> None:
    types = {row["event_type"]: row for row in tables["event_types"]}
    assert types["SANCTION"]["quad_class"] == "material conflict"
    assert float(types["ACCUSE"]["intensity"]) == -3
    assert {row["quad_class"] for row in types.values()} == set(codes.QUAD_CLASSES)


def test_actions_belong_to_types(tables: dict[str, Any]) -> None:
    assert {row["event_type"] for row in tables["event_actions"]} == SIXTEEN
    actions = [row["action"] for row in tables["event_actions"]]
    assert len(actions) == len(set(actions))


def test_triggers_name_actions_that_are(tables: dict[str, Any]) -> None:
    actions = {row["action"] for row in tables["event_actions"]}
    assert {row["action"] for row in tables["event_triggers"]} <= actions


def test_names_of_countries_have_codes_that_are(tables: dict[str, Any]) -> None:
    known = {row["country_code"] for row in tables["countries"]}
    assert {row["country_code"] for row in tables["country_names"]} <= known
