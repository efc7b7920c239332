"""`examples`, `describe`, `why` and `export`: what they print, and their exit codes."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipelines.cli.app import main
from pipelines.cli.showing import mark
from pipelines.contracts import contracts
from pipelines.warehouse.passages import Passage, mark_sentences

Ask = Callable[[str], list[tuple[Any, ...]]]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(
    five_articles: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Run:
    """Return a function that runs the command and gives exit code, output and errors."""

    def call(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(
            "sys.argv", ["wirehouse", *words, "--warehouse", str(five_articles)]
        )
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    return call


@pytest.fixture
def shusha(ask: Ask) -> str:
    return ask(
        "select event_id from marts.event_timeline where start_on = '2021-06-15' "
        "and action = 'sign'"
    )[0][0]


def test_examples_are_listed_with_their_questions(run: Run) -> None:
    code, out, _ = run("examples")
    assert code == 0
    assert "who_met_whom" in out
    assert "Who met, visited or called whom" in out


def test_example_runs_by_name(run: Run) -> None:
    code, out, _ = run("examples", "trade_growth")
    assert code == 0
    assert "12.2" in out


def test_all_examples_run(run: Run) -> None:
    code, out, _ = run("examples", "--all")
    assert code == 0
    assert out.count("?\n") >= 20


def test_unknown_example_is_an_error_with_a_hint(run: Run) -> None:
    code, out, err = run("examples", "trade_grow")
    assert (code, out) == (1, "")
    assert "did you mean trade_growth" in err


def test_query_takes_sql_that_starts_with_a_comment(run: Run) -> None:
    code, out, _ = run("query", "-- how many?\nselect count(*) as n from articles")
    assert code == 0
    assert "5" in out


def test_describe_lists_every_table(run: Run) -> None:
    code, out, _ = run("describe")
    assert code == 0
    assert [name for name in contracts() if name not in out] == []


@pytest.mark.parametrize("name", ["events", "main.events"])
def test_describe_shows_grain_columns_and_lineage(run: Run, name: str) -> None:
    code, out, _ = run("describe", name)
    assert code == 0
    assert "one row per event in the world" in out
    assert "key: event_id" in out
    assert "extracted.event_mentions.action" in out


def test_describe_of_no_table_is_an_error_with_a_hint(run: Run) -> None:
    code, _, err = run("describe", "event")
    assert code == 1
    assert "did you mean events" in err


def test_why_leads_back_to_every_article(run: Run, shusha: str) -> None:
    code, out, _ = run("why", shusha)
    assert code == 0
    for article in ("000_c5d689d4e765b0ac", "001_a82085c74ef54936", "002_f96a61567194435a"):
        assert article in out
    assert "»" in out
    assert "signed the Shusha Declaration" in out
    assert "confidence" in out
    assert "rule: " in out
    assert "merged: " in out


def test_why_takes_a_prefix_that_one_id_has(run: Run, shusha: str) -> None:
    assert run("why", shusha[:12])[1] == run("why", shusha)[1]


def test_why_of_a_mention_is_that_of_its_item(run: Run, shusha: str, ask: Ask) -> None:
    mention = ask(
        f"select event_mention_id from extracted.event_mentions where event_id = '{shusha}'"
    )[0][0]
    assert run("why", mention)[1] == run("why", shusha)[1]


@pytest.mark.parametrize(
    ("table", "column", "words"),
    [
        ("metrics where status = 'target'", "metric_id", "$15 billion in 2023"),
        ("actors where name = 'Jeyhun Bayramov'", "actor_id", "»Jeyhun Bayramov«"),
        ("things where name = 'TANAP'", "thing_id", "»TANAP«"),
    ],
)
def test_why_explains_every_kind(
    run: Run, ask: Ask, table: str, column: str, words: str
) -> None:
    code, out, _ = run("why", ask(f"select {column} from {table}")[0][0])
    assert code == 0
    assert words in out


def test_why_of_a_mart_row_names_columns_and_facts(run: Run, ask: Ask) -> None:
    key = ask("select target_metric_id from marts.target_progress")[0][0]
    code, out, _ = run("why", "--table", "marts.target_progress", "--key", key)
    assert code == 0
    assert "$4.6 billion" in out
    assert "$15 billion" in out


@pytest.mark.parametrize(
    ("words", "expected_code", "message"),
    [
        (("why", "zzzz"), 1, "zzzz: no event, metric, actor or thing has this id"),
        (("why", "%"), 1, "no event"),
        (("why", "' or 1=1 --"), 1, "no event"),
        (("why",), 2, "name one ID"),
        (("why", "--table", "marts.nothing", "--key", "x"), 1, "no table marts.nothing"),
        (("why", "--table", "marts.dyad_months", "--key", "AZE"), 1, "expected --key for each"),
        (("why", "--table", "main.events", "--key", "x"), 1, "no row with key x"),
    ],
)
def test_why_of_what_is_not_there_says_so(
    run: Run, words: tuple[str, ...], expected_code: int, message: str
) -> None:
    code, out, err = run(*words)
    assert (code, out) == (expected_code, "")
    assert message in err


def test_why_of_a_prefix_of_many_lists_them(run: Run, ask: Ask) -> None:
    first = ask(
        "select left(event_id, 1) from events group by 1 having count(*) > 1 order by 1"
    )[0][0]
    code, _, err = run("why", first)
    assert code == 1
    assert "ids begin so" in err


def test_why_without_a_warehouse_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["wirehouse", "why", "a", "--warehouse", str(tmp_path)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    assert "run `wirehouse build` first" in capsys.readouterr().err


def test_export_writes_every_table_as_parquet(run: Run, tmp_path: Path, ask: Ask) -> None:
    code, out, _ = run("export", str(tmp_path))
    assert code == 0
    assert str(tmp_path) in out
    for name in ("main.events", "marts.gdelt_mentions", "raw.documents"):
        file = tmp_path / f"{name.replace('.', '/')}.parquet"
        read = duckdb.sql(f"select count(*) from '{file}'").fetchall()
        assert read == ask(f"select count(*) from {name}")


def test_export_writes_csv_with_nested_values_as_json(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "it's new"
    assert run("export", str(folder), "--format", "csv")[0] == 0
    with (folder / "extracted" / "event_mentions.csv").open(encoding="utf-8") as file:
        first = next(csv.DictReader(file))
    assert json.loads(first["evidence"])[0]["quote"]
    assert not list(folder.rglob("*.new"))
    assert "content" not in (folder / "raw" / "documents.csv").read_text(encoding="utf-8")


def test_export_refuses_other_forms_and_files(run: Run, tmp_path: Path) -> None:
    assert run("export", str(tmp_path), "--format", "xlsx")[0] == 2
    taken = tmp_path / "taken"
    taken.write_text("mine", encoding="utf-8")
    code, _, err = run("export", str(taken))
    assert code == 1
    assert "is a file; name a folder" in err
    assert taken.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(3, 4)], ["a, »b«."]),
        ([(3, 4), (6, 7)], ["a, »b«.", "»c«."]),
        ([(0, 4), (3, 5)], ["»a, b.«"]),
        ([(9, 10)], ["»d«"]),
        ([], []),
    ],
)
def test_mark_sentences_marks_evidence_where_it_stands(
    spans: list[tuple[int, int]], expected: list[str]
) -> None:
    passages = mark_sentences("a, b. c. d", [(0, 5), (6, 8)], spans)
    assert [mark(passage, is_terminal=False) for passage in passages] == expected


def test_mark_in_a_terminal_is_bold() -> None:
    assert mark(Passage("ab", ((1, 2),)), is_terminal=True) == "a\x1b[1mb\x1b[22m"
