from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.warehouse.errors import QueryError
from pipelines.warehouse.querying import open_published, query, read_published

Publish = Callable[..., Path]


@pytest.fixture
def warehouse(tmp_path: Path, publish_things: Publish) -> Path:
    """Return a warehouse of three things."""
    publish_things("a", "b", "c")
    return tmp_path


def test_query_returns_columns_and_rows(warehouse: Path) -> None:
    result = query(warehouse, "select name, 1 as one from things order by name")
    assert result.columns == ("name", "one")
    assert result.rows == (("a", 1), ("b", 1), ("c", 1))
    assert not result.is_cut


@pytest.mark.parametrize(("cap", "is_cut"), [(2, True), (3, False), (4, False)])
def test_query_caps_rows_and_says_so(warehouse: Path, cap: int, is_cut: bool) -> None:
    result = query(warehouse, "select name from things", max_rows=cap)
    assert len(result.rows) == min(cap, 3)
    assert result.is_cut is is_cut


@pytest.mark.parametrize(
    "sql",
    ["describe things", "summarize things", "show tables", "explain select 1", "from things"],
)
def test_query_allows_what_only_looks(warehouse: Path, sql: str) -> None:
    assert query(warehouse, sql).rows


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("drop table things", "only select"),
        ("insert into things select * from things", "only select"),
        ("create table t as select 1", "only select"),
        ("attach ':memory:' as other", "only select"),
        ("copy things to '/tmp/things.csv'", "only select"),
        ("set threads = 4", "only select"),
        ("pragma database_list", "select"),
        ("install httpfs", "only select"),
        ("load httpfs", "only select"),
        ("select 1; select 2", "expected one statement, found 2"),
        ("", "expected one statement, found 0"),
    ],
)
def test_query_refuses_what_does_more(warehouse: Path, sql: str, words: str) -> None:
    with pytest.raises(QueryError, match=words):
        query(warehouse, sql)


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_csv('{path}')",
        "select * from read_text('{path}')",
        "select * from '{path}'",
        "select * from glob('{path}')",
        "select * from read_parquet('https://example.org/a.parquet')",
        "select * from read_json('{path}')",
    ],
)
def test_query_reads_no_file(warehouse: Path, tmp_path: Path, sql: str) -> None:
    path = tmp_path / "secret.csv"
    path.write_text("word\nhidden\n", encoding="utf-8")
    with pytest.raises(QueryError):
        query(warehouse, sql.format(path=path))


def test_query_cannot_loosen_the_guards(warehouse: Path) -> None:
    """Settings are locked, so that even a select that sets one is refused."""
    locked = query(warehouse, "select current_setting('lock_configuration')").rows
    outside = query(warehouse, "select current_setting('enable_external_access')").rows
    assert (locked, outside) == (((True,),), ((False,),))


def test_query_stops_at_the_time_out(warehouse: Path) -> None:
    endless = "select count(*) from range(1000000000) as a, range(1000000000) as b"
    with pytest.raises(QueryError, match="stopped after 1 seconds"):
        query(warehouse, endless, timeout_s=1)


def test_query_stops_at_the_memory_cap(warehouse: Path) -> None:
    greedy = "select list(a.range) from range(400000000) as a"
    with pytest.raises(QueryError):
        query(warehouse, greedy, timeout_s=30)


def test_query_suggests_a_table_for_a_slip(warehouse: Path) -> None:
    with pytest.raises(QueryError, match="did you mean things"):
        query(warehouse, "select * from thigns")


def test_query_names_a_column_that_is_none(warehouse: Path) -> None:
    with pytest.raises(QueryError, match="nmae"):
        query(warehouse, "select nmae from things")


def test_query_without_a_warehouse_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="wirehouse build"):
        query(tmp_path, "select 1")


def test_read_published_asks_one_state(warehouse: Path) -> None:
    names, counts = read_published(
        warehouse, ["select name from main.things order by name", "select 3 as n"]
    )
    assert names == [{"name": "a"}, {"name": "b"}, {"name": "c"}]
    assert counts == [{"n": 3}]


def test_two_readers_of_one_process_do_not_disturb_each_other(warehouse: Path) -> None:
    con = open_published(warehouse)
    assert len(query(warehouse, "select name from things", timeout_s=5).rows) == 3
    assert con.execute("select count(*) from main.things").fetchall() == [(3,)]
    con.close()
