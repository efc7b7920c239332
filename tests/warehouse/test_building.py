from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.contracts import contracts
from pipelines.refresh.frames import make_frame
from pipelines.warehouse.building import open_build
from pipelines.warehouse.errors import BuildError
from pipelines.warehouse.models import SqlModel

Publish = Callable[..., Path]
ROW = {"thing_id": "t", "name": "TANAP", "kind": "project", "mention_count": 1,
       "article_count": 1}  # fmt: skip


def test_open_build_starts_from_what_is_published(
    tmp_path: Path, publish_things: Publish
) -> None:
    publish_things("TANAP")
    with open_build(tmp_path, "next") as build:
        assert build.read_table("main.things")["name"].to_list() == ["TANAP"]


def test_read_table_that_is_not_there_has_the_contracts_columns(tmp_path: Path) -> None:
    with open_build(tmp_path, "run") as build:
        assert not build.has_table("main.things")
        assert build.read_table("main.things").equals(contracts()["main.things"].empty())


def test_replace_table_gives_back_the_rows_in_order_of_the_key(tmp_path: Path) -> None:
    frame = make_frame("main.things", [ROW | {"thing_id": i} for i in "cab"])
    with open_build(tmp_path, "run") as build:
        build.replace_table("main.things", frame)
        assert build.read_table("main.things").equals(frame.sort("thing_id"))


def test_replace_table_writes_the_comments_anew(tmp_path: Path) -> None:
    with open_build(tmp_path, "run") as build:
        for _ in range(2):
            build.replace_table("main.things", make_frame("main.things", [ROW]))
        table = build.con.execute(
            "select comment from duckdb_tables() where table_name = 'things'"
        ).fetchall()
        columns = build.con.execute(
            "select column_name, comment from duckdb_columns() where table_name = 'things' "
            "and schema_name = 'main' and database_name = 'build' order by column_index"
        ).fetchall()
    contract = contracts()["main.things"]
    assert table == [(contract.grain,)]
    assert columns == [(c.name, c.description) for c in contract.columns]


def test_run_model_names_the_file_where_the_database_refuses_it(tmp_path: Path) -> None:
    model = SqlModel("main.things", "select nothing from nowhere", (), "")
    with (
        pytest.raises(BuildError, match=r"sql/main/things\.sql"),
        open_build(tmp_path, "run") as build,
    ):
        build.run_model(model)


def test_a_build_may_lie_in_a_folder_with_a_quote_in_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "it's here"
    with open_build(folder, "run") as build:
        build.replace_table("main.things", make_frame("main.things", [ROW]))
    assert build.path.exists()
