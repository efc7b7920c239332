import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import dagster as dg
import pytest

from pipelines.contracts import contracts
from pipelines.definitions import defs
from pipelines.defs import automation
from pipelines.defs.automation import JOB, inbox_sensor, make_schedule
from pipelines.defs.warehouse import RefreshConfig, assets, make_request, to_key, to_name
from pipelines.paths import project_root, seed_articles
from pipelines.refresh import run as run_module
from pipelines.warehouse.auditing import Check, load_checks
from pipelines.warehouse.publishing import current_generation, generations
from pipelines.warehouse.querying import query

PINNED = Path(__file__).with_name("asset_keys.txt").read_text(encoding="utf-8").split()


@pytest.fixture(scope="module")
def repository() -> dg.RepositoryDefinition:
    """Return what Dagster loads."""
    return defs().get_repository_def()


def test_every_asset_key_is_pinned(repository: dg.RepositoryDefinition) -> None:
    """A new table is a promise to its readers: it is added to asset_keys.txt by hand."""
    keys = sorted(to_name(key) for key in repository.asset_graph.get_all_asset_keys())
    assert keys == PINNED


def test_every_contract_is_an_asset(repository: dg.RepositoryDefinition) -> None:
    keys = {to_name(key) for key in repository.asset_graph.get_all_asset_keys()}
    assert keys == set(contracts())


def test_every_asset_is_executable(repository: dg.RepositoryDefinition) -> None:
    graph = repository.asset_graph
    assert all(graph.get(key).is_executable for key in graph.get_all_asset_keys())


def test_every_asset_says_what_it_is(repository: dg.RepositoryDefinition) -> None:
    graph = repository.asset_graph
    for key in graph.get_all_asset_keys():
        node = graph.get(key)
        assert node.group_name == key.path[0]
        assert node.description
        assert node.owners
        assert "duckdb" in node.kinds
        assert node.metadata["dagster/column_schema"].columns


def test_the_graph_follows_the_text(repository: dg.RepositoryDefinition) -> None:
    graph = repository.asset_graph
    found = graph.get(to_key("marts.target_progress")).parent_keys
    assert found == {to_key("main.articles"), to_key("marts.indicator_series")}
    assert graph.get(to_key("extracted.articles")).parent_keys == {to_key("raw.documents")}


def test_models_carry_column_lineage(repository: dg.RepositoryDefinition) -> None:
    metadata = repository.asset_graph.get(to_key("main.articles")).metadata
    deps = metadata["dagster/column_lineage"].deps_by_column["body"]
    assert [(to_name(d.asset_key), d.column_name) for d in deps] == [
        ("extracted.articles", "body")
    ]


def test_checks_block_as_they_say(repository: dg.RepositoryDefinition) -> None:
    specs = {key: repository.asset_graph.get_check_spec(key)
             for key in repository.asset_graph.asset_check_keys}  # fmt: skip
    from pipelines.paths import sql_models

    expected = {(c.table, c.name): c.is_blocking for c in load_checks(sql_models())}
    assert {
        (to_name(key.asset_key), key.name): spec.blocking for key, spec in specs.items()
    } == expected


def test_the_job_holds_all_assets(repository: dg.RepositoryDefinition) -> None:
    job = repository.get_job(JOB)
    assert {to_name(key) for key in job.asset_layer.executable_asset_keys} == set(contracts())


def test_the_schedule_is_daily(monkeypatch: pytest.MonkeyPatch) -> None:
    schedule = make_schedule()
    assert (schedule.cron_schedule, schedule.job_name) == ("0 6 * * *", JOB)
    monkeypatch.setenv("WIREHOUSE_SCHEDULE", "30 4 * * 1")
    assert make_schedule().cron_schedule == "30 4 * * 1"


@pytest.fixture
def inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the inbox of a warehouse that lies in a folder of its own."""
    monkeypatch.setattr(automation, "default_warehouse", lambda: tmp_path)
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def evaluate(cursor: str | None) -> tuple[Any, str | None]:
    """Ask the sensor once; return what it says and its cursor."""
    with dg.build_sensor_context(cursor=cursor) as context:
        said = inbox_sensor(context)
        return said, context.cursor


def test_the_sensor_asks_once_for_each_new_state_of_the_inbox(inbox: Path) -> None:
    assert isinstance(evaluate(None)[0], dg.SkipReason)
    (inbox / "a.txt").write_text("Text.", encoding="utf-8")
    first, cursor = evaluate(None)
    assert isinstance(first, dg.RunRequest)
    assert isinstance(evaluate(cursor)[0], dg.SkipReason)
    (inbox / "b.txt").write_text("More.", encoding="utf-8")
    second, _ = evaluate(cursor)
    assert isinstance(second, dg.RunRequest)
    assert second.run_key != first.run_key


def test_the_sensor_does_not_need_an_inbox(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(automation, "default_warehouse", lambda: tmp_path / "none")
    assert isinstance(evaluate(None)[0], dg.SkipReason)


def test_a_run_reads_the_seeds_by_default() -> None:
    request = make_request(RefreshConfig(), frozenset(contracts()))
    assert seed_articles() in request.paths
    assert request.warehouse == project_root() / "data"
    assert request.reads_articles


def test_a_run_of_a_mart_reads_nothing() -> None:
    request = make_request(RefreshConfig(), frozenset({"marts.event_timeline"}))
    assert not request.reads_articles
    assert request.only_models == {"marts.event_timeline"}


def materialize(warehouse: Path, table: str) -> dg.ExecuteInProcessResult:
    """Materialise one table of a warehouse."""
    config = {"warehouse": str(warehouse), "paths": [str(warehouse / "none")]}
    return dg.materialize(
        [assets()],
        selection=[to_key(table)],
        run_config={
            "ops": {"refresh_warehouse": {"config": config}},
            "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
        },
        raise_on_error=False,
    )


@pytest.fixture
def warehouse(five_articles: Path, tmp_path: Path) -> Path:
    """Return a copy of the five articles' warehouse that a test may change."""
    return Path(shutil.copytree(five_articles, tmp_path / "w", symlinks=True))


def test_materialising_one_mart_publishes(warehouse: Path) -> None:
    before = query(warehouse, "select * from marts.event_timeline order by all").rows
    old = generations(warehouse)
    result = materialize(warehouse, "marts.event_timeline")
    assert result.success
    assert len(generations(warehouse)) == len(old) + 1
    assert current_generation(warehouse) not in old
    assert query(warehouse, "select * from marts.event_timeline order by all").rows == before
    (event,) = result.get_asset_materialization_events()
    metadata = event.materialization.metadata
    assert metadata["dagster/row_count"].value == len(before)


def test_materialising_one_mart_leaves_all_as_it_was_where_a_check_fails(
    warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = current_generation(warehouse)
    assert old is not None
    content = old.read_bytes()
    check = Check("event_timeline_is_complete", "marts.event_timeline", "select 1 as one", True,
                  "Always fails.")  # fmt: skip
    monkeypatch.setattr(run_module, "load_checks", lambda _: (check,))
    result = materialize(warehouse, "marts.event_timeline")
    assert not result.success
    assert result.get_asset_materialization_events() == []
    failed = [e.asset_check_evaluation_data for e in result.get_asset_check_evaluations_events()
              ] if hasattr(result, "get_asset_check_evaluations_events") else []  # fmt: skip
    evaluations = failed or result.get_asset_check_evaluations()
    assert [(e.check_name, e.passed) for e in evaluations] == [(check.name, False)]
    assert current_generation(warehouse) == old
    assert old.read_bytes() == content


def test_the_workspace_is_valid() -> None:
    command = [str(Path(sys.executable).with_name("dagster")), "definitions", "validate",
               "-w", "workspace.yaml"]  # fmt: skip
    done = subprocess.run(
        command, cwd=project_root(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "successful" in (done.stdout + done.stderr)
