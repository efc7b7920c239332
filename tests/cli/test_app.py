import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from pipelines.cli import main
from pipelines.warehouse.publishing import generations

TEXT = (
    " date 2021-10-11 By Ann Lee\n\nOn June 15, Azerbaijan and Turkey signed the Shusha "
    "Declaration. Trade between Azerbaijan and Turkey amounted to $4.1 billion in 2020."
)


class Done(NamedTuple):
    """Exit code and what was printed."""

    code: int
    out: str
    err: str


Wirehouse = Callable[..., Done]


@pytest.fixture
def wirehouse(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Wirehouse:
    """Return a function that runs the command in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object) -> Done:
        monkeypatch.setattr(sys, "argv", ["wirehouse", *map(str, arguments)])
        capsys.readouterr()
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
        else:
            code = 0
        return Done(code, *capsys.readouterr())

    return run


def test_version_is_printed(wirehouse: Wirehouse) -> None:
    assert wirehouse("--version") == Done(0, "wirehouse 0.1.0\n", "")


def test_help_names_every_command(wirehouse: Wirehouse) -> None:
    done = wirehouse("--help")
    assert done.code == 0
    for command in ("build", "query", "labels", "evaluate", "generations", "rollback", "ui"):
        assert command in done.out


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["no-such-command"],
        ["query"],
        ["query", "select 1", "--no-such-option"],
        ["query", "select 1", "--format", "xml"],
        ["query", "select 1", "--max-rows", "0"],
        ["build", "--published-on", "yesterday"],
        ["build", "--reader", "oracle"],
        ["labels"],
        ["ui", "--port", "99999999"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2(wirehouse: Wirehouse, arguments: list[str]) -> None:
    done = wirehouse(*arguments)
    assert done.code == 2
    assert done.out + done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["query", "select 1", "--warehouse", "none"], "wirehouse build"),
        (["labels", "out", "--warehouse", "none"], "wirehouse build"),
        (["rollback", "--warehouse", "none"], "no generation"),
        (["build", "no-such-file.txt", "--warehouse", "none"], "no-such-file.txt"),
        (["evaluate", "no-such-folder"], "no-such-folder"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_missing_ends_with_1_and_says_what(
    wirehouse: Wirehouse, arguments: list[str], words: str
) -> None:
    done = wirehouse(*arguments)
    assert done.code == 1
    assert done.err.startswith("error: ")
    assert words in done.err


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("selec 1", "selec"),
        ("select * from evens", "did you mean events"),
        ("drop table events", "only select"),
        ("select * from read_text('/etc/hostname')", ""),
        ("select 1; select 2", "one statement"),
    ],
)
def test_a_query_that_is_not_allowed_ends_with_1(
    wirehouse: Wirehouse, five_articles: Path, sql: str, words: str
) -> None:
    done = wirehouse("query", sql, "--warehouse", five_articles)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("error: ")
    assert words in done.err
    assert len(done.err.splitlines()) < 8


def test_query_prints_rows_in_every_form(wirehouse: Wirehouse, five_articles: Path) -> None:
    sql = "select 'Erdoğan, R.' as name, 1.50::decimal(9, 2) as share, null as nothing"
    table = wirehouse("query", sql, "--warehouse", five_articles)
    assert "name" in table.out
    assert "Erdoğan, R." in table.out
    csv = wirehouse("query", sql, "--format", "csv", "--warehouse", five_articles)
    assert csv.out == 'name,share,nothing\n"Erdoğan, R.",1.50,\n'
    rows = wirehouse("query", sql, "--format", "json", "--warehouse", five_articles)
    assert json.loads(rows.out) == [{"name": "Erdoğan, R.", "share": "1.50", "nothing": None}]


def test_a_cut_is_announced_and_not_among_the_rows(
    wirehouse: Wirehouse, five_articles: Path
) -> None:
    sql = "select name from actors order by name"
    done = wirehouse(
        "query", sql, "--max-rows", 2, "--format", "csv", "--warehouse", five_articles
    )
    assert (done.code, len(done.out.splitlines())) == (0, 3)
    assert "cut after 2 rows" in done.err


def test_a_table_shows_a_quote_with_brackets_as_it_is(
    wirehouse: Wirehouse, five_articles: Path
) -> None:
    done = wirehouse("query", "select '[bold]x[/bold]' as words", "--warehouse", five_articles)
    assert "[bold]x[/bold]" in done.out


def test_generations_lists_what_is_kept(wirehouse: Wirehouse, five_articles: Path) -> None:
    done = wirehouse("generations", "--warehouse", five_articles)
    assert done.code == 0
    assert generations(five_articles)[-1].stem in done.out
    assert "current" in done.out


@pytest.mark.parametrize("command", [["query", "select 1"], ["labels", "out"]])
def test_a_damaged_warehouse_is_an_error_and_no_traceback(
    wirehouse: Wirehouse, tmp_path: Path, command: list[str]
) -> None:
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "warehouse.duckdb").write_bytes(b"no database" * 1000)
    done = wirehouse(*command, "--warehouse", tmp_path / "w")
    assert done.code == 1
    assert "warehouse.duckdb" in done.err


def test_labels_into_a_file_is_an_error_and_no_traceback(
    wirehouse: Wirehouse, five_articles: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").touch()
    done = wirehouse("labels", tmp_path / "out", "--warehouse", five_articles)
    assert done.code == 1
    assert "out" in done.err


def test_build_into_a_file_is_an_error_and_no_traceback(
    wirehouse: Wirehouse, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "w").touch()
    done = wirehouse("build", tmp_path / "a.txt", "--warehouse", tmp_path / "w")
    assert done.code == 1
    assert str(tmp_path / "w") in done.err


def test_build_says_what_it_did_and_that_nothing_is_new(
    tmp_path: Path,
) -> None:
    """The installed command, from a folder that is not the project's."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.txt").write_bytes(b"\0binary")
    command = [str(Path(sys.executable).with_name("wirehouse")), "build", "articles",
               "--warehouse", "w", "--reader", "rules"]  # fmt: skip
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 articles, ")
    assert "1 rejected" in done.stdout
    assert "warehouse.duckdb" in done.stdout.splitlines()[-1]
    assert "b.txt: binary" in done.stderr
    assert (tmp_path / "w" / "warehouse.duckdb").exists()


def test_a_second_build_has_nothing_new(wirehouse: Wirehouse, five_articles: Path) -> None:
    before = generations(five_articles)
    done = wirehouse("build", "--warehouse", five_articles)
    assert done.code == 0
    assert "Nothing new" in done.out
    assert generations(five_articles) == before
