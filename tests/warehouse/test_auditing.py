from pathlib import Path

import pytest

from pipelines.contracts import contracts
from pipelines.paths import sql_models
from pipelines.refresh.frames import make_frame
from pipelines.warehouse.auditing import SHOWN, Check, audit, load_checks
from pipelines.warehouse.building import open_build

THING = {"thing_id": "t", "name": "TANAP", "kind": "project", "mention_count": 1,
         "article_count": 1}  # fmt: skip


def test_load_checks_has_one_of_each_name_and_table() -> None:
    checks = load_checks(sql_models())
    names = [(check.table, check.name) for check in checks]
    assert len(names) == len(set(names))
    assert {check.table for check in checks} <= set(contracts())
    assert all(check.description for check in checks)


@pytest.mark.parametrize(
    "name",
    ["event_evidence_is_quoted", "metric_evidence_is_quoted", "documents_are_accounted_for"],
)
def test_the_checks_of_the_design_block(name: str) -> None:
    (check,) = (check for check in load_checks(sql_models()) if check.name == name)
    assert check.is_blocking


def test_audit_finds_repeated_keys_and_missing_values(tmp_path: Path) -> None:
    with open_build(tmp_path, "run") as build:
        build.replace_table(
            "main.things", make_frame("main.things", [THING, THING | {"name": None}])
        )
        outcomes = audit(build, load_checks(sql_models()))
    failing = {o.check.name: o.failing_count for o in outcomes if o.failing_count}
    assert failing == {"things_is_unique": 1, "things_is_complete": 1}


def test_audit_finds_references_to_nothing(tmp_path: Path) -> None:
    with open_build(tmp_path, "run") as build:
        for name in ("main.event_things", "main.things", "main.events"):
            build.replace_table(name, make_frame(name, []))
        rows = [{"event_id": "e", "thing_id": "t"}]
        build.replace_table("main.event_things", make_frame("main.event_things", rows))
        checks = [c for c in load_checks(sql_models()) if c.table == "main.event_things"]
        outcomes = audit(build, tuple(checks))
    failing = {o.check.name for o in outcomes if o.failing_count}
    assert failing == {
        "event_things_event_id_is_in_main_events",
        "event_things_thing_id_is_in_main_things",
    }


def test_audit_shows_the_first_failing_rows_and_counts_all(tmp_path: Path) -> None:
    check = Check("all_fail", "main.things", "select range from range(20)", True, "Fails.")
    with open_build(tmp_path, "run") as build:
        build.replace_table("main.things", make_frame("main.things", [THING]))
        (outcome,) = audit(build, (check,))
    assert (outcome.failing_count, len(outcome.rows)) == (20, SHOWN)


def test_audit_passes_over_tables_that_are_not_there(tmp_path: Path) -> None:
    with open_build(tmp_path, "run") as build:
        assert audit(build, load_checks(sql_models())) == ()
