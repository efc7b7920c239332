"""`marts.commitments` and `main.event_metrics`: given rows, expected rows."""

from collections.abc import Iterator, Mapping
from typing import Any

import duckdb
import pytest

from pipelines.contracts import contracts
from pipelines.paths import sql_models
from pipelines.warehouse.models import load_models

Row = Mapping[str, Any]
MODELS = {model.name: model for model in load_models(sql_models())}
DEFAULTS: dict[str, Any] = {"VARCHAR": "x", "BIGINT": 1, "DOUBLE": 0.5, "DECIMAL(38,9)": 1}
PLEDGE = "We will deliver the grain."


class Tables:
    """Tables in memory; columns that a row leaves out get a value of their type."""

    def __init__(self, con: duckdb.DuckDBPyConnection, model: str) -> None:
        self.con = con
        self.model = MODELS[model]
        for name in self.model.upstream:
            columns = ", ".join(f"{c.name} {c.sql_type}" for c in contracts()[name].columns)
            con.execute(f"create schema if not exists {name.split('.')[0]}")
            con.execute(f"create table {name} ({columns})")

    def add(self, name: str, *rows: Row) -> None:
        for row in rows:
            values = [
                row.get(c.name, None if c.is_nullable else DEFAULTS.get(c.sql_type))
                for c in contracts()[name].columns
            ]
            marks = ", ".join("?" * len(values))
            self.con.execute(f"insert into {name} values ({marks})", values)

    def rows(self, *columns: str) -> list[tuple[Any, ...]]:
        picked = ", ".join(columns)
        return self.con.execute(
            f"select {picked} from ({self.model.sql}) order by all"
        ).fetchall()

    def event(self, event_id: str, on: str | None, thing: str, party: str, **more: Any) -> None:
        """Add an event with one mention, one party and one thing that it names."""
        row = {
            "event_id": event_id, "action": "agree", "event_type": "AGREE",
            "status": "occurred", "start_on": on, "end_on": on,
            "first_reported_on": "2021-03-01", "article_id": "a", "event_mention_id": event_id,
            "evidence": [{"char_start": 0, "char_end": 9, "quote": PLEDGE}],
        } | more  # fmt: skip
        self.add("main.events", row)
        self.add("extracted.event_mentions", row)
        self.add("main.event_participants", {**row, "actor_id": party, "role": "source"})
        self.add("main.event_things", {**row, "thing_id": thing})
        if "marts.event_timeline" in self.model.upstream:
            self.add("marts.event_timeline", row)


@pytest.fixture
def commitments() -> Iterator[Tables]:
    con = duckdb.connect(":memory:")
    tables = Tables(con, "marts.commitments")
    tables.add("main.articles", {
        "article_id": "a", "published_on": "2021-03-01", "published_latest_on": "2022-06-01",
        "published_basis": "stated",
    })  # fmt: skip
    tables.add("main.actors", {"actor_id": "AZE", "country_code": "AZE"})
    tables.add("main.actors", {"actor_id": "GEO", "country_code": "GEO"})
    tables.add("main.things", {"thing_id": "line", "name": "White Line"})
    tables.add("main.things", {"thing_id": "works", "name": "Works of the White Line"})
    tables.add("main.things", {"thing_id": "port", "name": "Blue Port"})
    yield tables
    con.close()


def test_nothing_promised_gives_nothing(commitments: Tables) -> None:
    assert commitments.rows("commitment_id") == []


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ({}, ("done", "fulfils", "later")),
        ({"thing": "works"}, ("done", "fulfils", "later")),
        ({"thing": "port"}, ("open", None, None)),
        ({"party": "GEO"}, ("open", None, None)),
        ({"on": "2021-01-01"}, ("open", None, None)),
        ({"on": None}, ("open", None, None)),
        ({"status": "hypothetical"}, ("open", None, None)),
        ({"action": "praise", "event_type": "SUPPORT"}, ("open", None, None)),
        (
            {"action": "cancel", "event_type": "REJECT"},
            ("dropped", "contradicts", "later"),
        ),
    ],
)
def test_agreement_is_answered_by_what_the_same_parties_do_to_the_same_thing(
    commitments: Tables, later: dict[str, Any], expected: tuple[Any, ...]
) -> None:
    commitments.event("promise", "2021-02-01", "line", "AZE")
    act = {"on": "2021-05-01", "thing": "line", "party": "AZE", "event_type": "COOPERATE"}
    commitments.event("later", **{"action": "joint_project"} | act | later)
    found = commitments.rows("commitment_id", "state", "relation", "answer_event_id")
    assert found == [("promise", *expected)]


@pytest.mark.parametrize(
    ("due", "status", "expected"),
    [
        ("2021-12-31", "planned", "missed"),
        ("2022-06-01", "planned", "open"),
        (None, "planned", "open"),
        ("2021-12-31", "occurred", "done"),
        ("2021-12-31", "denied", "dropped"),
    ],
)
def test_planned_act_has_the_state_of_the_newest_article(
    commitments: Tables, due: str | None, status: str, expected: str
) -> None:
    act = {"action": "visit", "event_type": "CONSULT"}
    commitments.event("plan", due, "line", "AZE", status="planned", **act)
    commitments.con.execute("update main.events set status = ?", [status])
    assert commitments.rows("kind", "state") == [("planned_act", expected)]


def test_act_put_off_is_open_and_shows_the_new_day(commitments: Tables) -> None:
    act = {"action": "visit", "event_type": "CONSULT", "status": "planned"}
    commitments.event("plan", "2021-12-31", "line", "AZE", **act)
    commitments.event("new plan", "2022-09-01", "line", "AZE", **act)
    assert commitments.rows("commitment_id", "state", "relation", "answer_event_id") == [
        ("new plan", "open", None, None),
        ("plan", "open", "postpones", "new plan"),
    ]


@pytest.mark.parametrize(
    ("progress", "end_on", "expected"),
    [
        ("met", "2023-12-31", ("done", "fulfils", "seen")),
        ("missed", "2021-12-31", ("missed", "contradicts", "seen")),
        ("open", "2023-12-31", ("open", "measures", "seen")),
        (None, "2021-12-31", ("missed", None, None)),
        (None, None, ("open", None, None)),
    ],
)
def test_target_is_answered_by_the_observed_figure(
    commitments: Tables, progress: str | None, end_on: str | None, expected: tuple[Any, ...]
) -> None:
    commitments.add("main.metrics", {"metric_id": "goal", "status": "target", "end_on": end_on})
    commitments.add("marts.indicator_series", {"metric_id": "goal", "subjects": "AZE, GEO"})
    commitments.add("extracted.metric_mentions", {
        "metric_id": "goal", "evidence": {"char_start": 0, "char_end": 1, "quote": "five"}
    })  # fmt: skip
    if progress:
        commitments.add("marts.target_progress", {
            "target_metric_id": "goal", "observed_metric_id": "seen", "state": progress
        })  # fmt: skip
    assert commitments.rows("state", "relation", "answer_metric_id") == [expected]


def test_length_of_a_planned_visit_is_no_goal(commitments: Tables) -> None:
    goal = {"metric_id": "stay", "status": "target", "indicator": "duration"}
    commitments.add("main.metrics", goal)
    commitments.add("marts.indicator_series", {"metric_id": "stay"})
    commitments.add("extracted.metric_mentions", {
        "metric_id": "stay", "evidence": {"char_start": 0, "char_end": 1, "quote": "q"}
    })  # fmt: skip
    assert commitments.rows("commitment_id") == []


@pytest.fixture
def links() -> Iterator[Tables]:
    con = duckdb.connect(":memory:")
    tables = Tables(con, "main.event_metrics")
    tables.add(
        "extracted.sentences",
        {"article_id": "a", "sentence_number": 0, "char_start": 0, "char_end": 100},
        {"article_id": "a", "sentence_number": 1, "char_start": 101, "char_end": 200},
    )
    yield tables
    con.close()


def add_figure(tables: Tables, start: int, **more: Any) -> None:
    evidence = {"char_start": start, "char_end": start + 10, "quote": "q"}
    row = {"article_id": "a", "metric_id": "m", "evidence": evidence, "status": "target"}
    tables.add("extracted.metric_mentions", row | more)


def add_act(tables: Tables, event_id: str, start: int, end: int, **more: Any) -> None:
    evidence = [{"char_start": start, "char_end": end, "quote": "q"}]
    row = {
        "article_id": "a", "event_id": event_id, "event_mention_id": event_id,
        "event_type": "AGREE", "action": "agree", "evidence": evidence,
    }  # fmt: skip
    tables.add("extracted.event_mentions", row | more)


def test_target_belongs_to_the_promise_of_its_clause(links: Tables) -> None:
    add_figure(links, 50)
    add_act(links, "other clause", 0, 30)
    add_act(links, "promise", 40, 90)
    add_act(links, "deal", 40, 90, event_type="COOPERATE", action="contract")
    add_act(links, "next sentence", 110, 150)
    assert links.rows("event_id", "reason") == [("promise", "same clause")]


def test_act_of_the_same_sentence_stands_in(links: Tables) -> None:
    add_figure(links, 50)
    add_act(links, "promise", 0, 30)
    assert links.rows("event_id", "reason") == [("promise", "same sentence")]


def test_contract_value_belongs_to_the_contract(links: Tables) -> None:
    add_figure(links, 50, status="observed", indicator="contract_value")
    add_act(links, "promise", 40, 90)
    add_act(links, "deal", 40, 90, event_type="COOPERATE", action="contract")
    assert links.rows("event_id", "reason") == [("deal", "same clause")]


@pytest.mark.parametrize(
    "more",
    [{"status": "observed", "indicator": "trade_turnover"}, {"article_id": "another"}],
)
def test_observed_figure_and_other_article_set_nothing(
    links: Tables, more: dict[str, Any]
) -> None:
    add_figure(links, 50, **more)
    add_act(links, "promise", 40, 90)
    assert links.rows("event_id") == []


def test_act_that_sets_nothing_is_none(links: Tables) -> None:
    add_figure(links, 50)
    add_act(links, "meeting", 40, 90, event_type="CONSULT", action="meet")
    assert links.rows("event_id") == []
