from pipelines.contracts import contracts
from pipelines.paths import sql_models
from pipelines.warehouse.lineage import column_lineage
from pipelines.warehouse.models import SqlModel, load_models


def edges(sql: str) -> set[tuple[str, str, str]]:
    """Return column, upstream table and upstream column of a model of main.actor_names."""
    frame = column_lineage([SqlModel("main.actor_names", sql, (), "")])
    assert set(frame["table_name"].to_list()) == {"main.actor_names"}
    return {row[1:] for row in frame.rows()}


def test_column_lineage_follows_ctes_and_renamed_columns() -> None:
    sql = """
    with named as (select actor_id, role as name from extracted.actor_mentions)
    select actor_id, name, count(*) as mention_count from named group by actor_id, name
    """
    mentions = "extracted.actor_mentions"
    assert edges(sql) >= {("actor_id", mentions, "actor_id"), ("name", mentions, "role")}


def test_column_lineage_names_both_sides_of_a_join() -> None:
    sql = """
    select m.actor_id, coalesce(m.name, a.title) as name, 1 as mention_count
    from extracted.actor_mentions as m
    join extracted.articles as a on m.article_id = a.article_id
    """
    assert {edge for edge in edges(sql) if edge[0] == "name"} == {
        ("name", "extracted.actor_mentions", "name"),
        ("name", "extracted.articles", "title"),
    }


def test_column_lineage_names_columns_that_are() -> None:
    columns = {
        name: {c.name for c in contract.columns} for name, contract in contracts().items()
    }
    for table, column, upstream, source in column_lineage(load_models(sql_models())).rows():
        assert column in columns[table]
        assert source in columns[upstream] | {"*"}


def test_column_lineage_reaches_nearly_every_column() -> None:
    """A column may come from no other (a count of rows), but that is seldom."""
    models = load_models(sql_models())
    every = {(m.name, c.name) for m in models for c in contracts()[m.name].columns}
    traced = {row[:2] for row in column_lineage(models).rows()}
    assert len(traced & every) > 0.85 * len(every)
