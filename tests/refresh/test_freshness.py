from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipelines.refresh import freshness
from pipelines.refresh.freshness import is_current
from pipelines.refresh.reading import parse_cached, read_articles

Run = Callable[..., Any]
TEXT = "The ministers of Azerbaijan met in Baku and agreed to expand trade with Turkey."


def test_a_warehouse_is_current_until_something_is_new(tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    run(tmp_path / "w", folder)
    assert is_current([folder], tmp_path / "w", "rules")
    (folder / "b.txt").write_text(f"{TEXT} It was late.", encoding="utf-8")
    assert not is_current([folder], tmp_path / "w", "rules")


def test_a_warehouse_of_other_models_is_not_current(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    run(tmp_path / "w", folder)
    monkeypatch.setattr(freshness, "models_version", lambda: "of tomorrow")
    assert not is_current([folder], tmp_path / "w", "rules")


def test_a_parse_is_kept_and_used_again(
    tmp_path: Path, read: Callable[[str], Any], parser: Any
) -> None:
    article = read(TEXT)
    (first,) = parse_cached(parser, [article], tmp_path)
    (path,) = tmp_path.rglob("*.spacy")
    before = path.stat().st_mtime_ns
    (again,) = parse_cached(parser, [article], tmp_path)
    assert path.stat().st_mtime_ns == before
    assert [t.lemma_ for t in again] == [t.lemma_ for t in first]
    assert list(tmp_path.rglob("*.part")) == []


def test_reading_nothing_loads_nothing(tmp_path: Path) -> None:
    engine: Any = None
    assert list(read_articles([], engine, tmp_path, lambda *_: None)) == []
