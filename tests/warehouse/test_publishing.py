import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.refresh.frames import make_frame
from pipelines.warehouse import publishing
from pipelines.warehouse.building import open_build
from pipelines.warehouse.errors import LockedError, WarehouseError
from pipelines.warehouse.publishing import (
    current_generation,
    generations,
    publish,
    rollback,
    writer_lock,
)
from pipelines.warehouse.querying import open_published, query

Publish = Callable[..., Path]


def names(warehouse: Path) -> list[str]:
    """Return the things that are published."""
    return [row[0] for row in query(warehouse, "select name from things order by name").rows]


def test_publish_points_the_name_at_a_generation(
    tmp_path: Path, publish_things: Publish
) -> None:
    target = publish_things("TANAP")
    link = tmp_path / "warehouse.duckdb"
    assert link.is_symlink()
    assert not link.readlink().is_absolute()
    assert link.resolve() == target == current_generation(tmp_path)
    assert names(tmp_path) == ["TANAP"]


def test_publish_leaves_a_file_that_cannot_be_written(
    tmp_path: Path, publish_things: Publish
) -> None:
    assert publish_things("TANAP").stat().st_mode & 0o777 == 0o444
    assert list((tmp_path / "build").iterdir()) == []


def test_publish_leaves_older_generations_as_they_were(
    tmp_path: Path, publish_things: Publish
) -> None:
    first = publish_things("TANAP")
    before = first.read_bytes()
    publish_things("TANAP", "BTC")
    assert first.read_bytes() == before
    assert names(tmp_path) == ["BTC", "TANAP"]


def test_publish_keeps_the_last_generations_only(
    tmp_path: Path, publish_things: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "KEPT_GENERATIONS", 2)
    made = [publish_things(str(number)) for number in range(4)]
    assert generations(tmp_path) == tuple(made[2:])


def test_publish_refuses_a_build_that_was_not_closed(tmp_path: Path) -> None:
    build = tmp_path / "build" / "run.duckdb"
    build.parent.mkdir()
    build.touch()
    build.with_suffix(".duckdb.wal").touch()
    with pytest.raises(WarehouseError, match=r"run\.duckdb\.wal"):
        publish(tmp_path, build, "name")
    assert current_generation(tmp_path) is None


def test_rollback_points_at_the_generation_before(
    tmp_path: Path, publish_things: Publish
) -> None:
    first = publish_things("TANAP")
    publish_things("BTC")
    assert rollback(tmp_path) == first
    assert names(tmp_path) == ["TANAP"]


def test_rollback_finds_a_generation_by_name(tmp_path: Path, publish_things: Publish) -> None:
    made = [publish_things(name) for name in ("a", "b", "c")]
    assert rollback(tmp_path, made[0].stem) == made[0]
    assert names(tmp_path) == ["a"]


@pytest.mark.parametrize("name", [None, "no-such"])
def test_rollback_names_what_is_kept_where_there_is_none(
    tmp_path: Path, publish_things: Publish, name: str | None
) -> None:
    only = publish_things("TANAP")
    with pytest.raises(WarehouseError, match=only.stem):
        rollback(tmp_path, name)
    assert current_generation(tmp_path) == only


def test_publishing_after_a_rollback_goes_on_from_what_is_published(
    tmp_path: Path, publish_things: Publish
) -> None:
    publish_things("a")
    publish_things("b")
    rollback(tmp_path)
    publish_things("c")
    assert names(tmp_path) == ["c"]


def test_writer_lock_lets_one_run_in_and_names_it(tmp_path: Path) -> None:
    with (
        writer_lock(tmp_path, "run one"),
        pytest.raises(LockedError, match="run one"),
        writer_lock(tmp_path, "run two"),
    ):
        pass
    with writer_lock(tmp_path, "run three"):
        pass


def test_writer_lock_sweeps_what_a_dead_run_left(tmp_path: Path) -> None:
    left = tmp_path / "build" / "dead.duckdb"
    left.parent.mkdir()
    left.touch()
    with writer_lock(tmp_path, "run"):
        assert not left.exists()


KILLED = """
import sys, os
from pathlib import Path
from pipelines.warehouse.building import open_build
from pipelines.warehouse.publishing import writer_lock
with writer_lock(Path(sys.argv[1]), "doomed"), open_build(Path(sys.argv[1]), "doomed") as build:
    build.con.execute("delete from main.things")
    print("deep in the run", flush=True)
    sys.stdin.read()
"""


def test_a_killed_run_leaves_what_is_published_as_it_was(
    tmp_path: Path, publish_things: Publish
) -> None:
    published = publish_things("TANAP")
    before = published.read_bytes()
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"deep in the run\n"
        process.send_signal(signal.SIGKILL)
    assert current_generation(tmp_path) == published
    assert published.read_bytes() == before
    with writer_lock(tmp_path, "next"):  # the lock died with its run
        assert list((tmp_path / "build").iterdir()) == []


READER = """
import sys
from pathlib import Path
from pipelines.warehouse.querying import open_published, query
count = "select count(*) from main.things"
con = open_published(Path(sys.argv[1]))
for line in sys.stdin:
    open_one = con.execute(count).fetchall()[0][0]
    print(open_one, query(Path(sys.argv[1]), count).rows[0][0], flush=True)
"""


def test_an_open_reader_neither_blocks_a_refresh_nor_sees_half_of_it(
    tmp_path: Path, publish_things: Publish
) -> None:
    """What was opened stays as it was; what is opened now is the newest, in one piece."""
    publish_things("a")
    with subprocess.Popen(
        [sys.executable, "-c", READER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as reader:
        assert reader.stdin is not None
        assert reader.stdout is not None
        counts: list[str] = []
        for names_now in ((), ("a", "b", "c"), ("a", "b")):
            if names_now:
                publish_things(*names_now)
            reader.stdin.write("look\n")
            reader.stdin.flush()
            counts.append(reader.stdout.readline().strip())
        reader.stdin.close()
    assert counts == ["1 1", "1 3", "1 2"]
    assert reader.returncode == 0


def test_a_reader_that_keeps_asking_sees_whole_states_only(
    tmp_path: Path, publish_things: Publish
) -> None:
    """Each generation holds as many things as its number; a mix would show."""
    publish_things("0")
    con = open_published(tmp_path)
    for number in range(2, 6):
        publish_things(*map(str, range(number)))
        assert con.execute("select count(*) from main.things").fetchall() == [(1,)]
        assert len(names(tmp_path)) == number
    con.close()


def fail_in_a_build(warehouse: Path) -> None:
    """Write a table and fail."""
    with open_build(warehouse, "run") as build:
        build.replace_table("main.things", make_frame("main.things", []))
        raise RuntimeError


def test_an_error_in_a_build_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        fail_in_a_build(tmp_path)
    assert list((tmp_path / "build").iterdir()) == []
