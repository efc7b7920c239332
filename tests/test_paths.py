from pathlib import Path

import pytest

from pipelines import paths
from pipelines.settings import Settings, read_settings


@pytest.mark.parametrize(
    "folder",
    [
        paths.seed_articles, paths.reference_tables, paths.sql_models, paths.project_root,
    ],
)  # fmt: skip
def test_folders_are_there_whatever_the_current_one_is(
    folder: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert callable(folder)
    assert folder().is_dir()


def test_name_source_is_relative_inside_the_project_and_absolute_outside(
    tmp_path: Path,
) -> None:
    assert paths.name_source(paths.seed_articles() / "a.txt") == "seeds/articles/a.txt"
    outside = tmp_path.resolve() / "a.txt"
    assert paths.name_source(outside) == outside.as_posix()


def test_settings_have_defaults_that_work(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WIREHOUSE_READER", "WIREHOUSE_SCHEDULE"):
        monkeypatch.delenv(name, raising=False)
    assert read_settings() == Settings()


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIREHOUSE_READER", "rules")
    assert read_settings().reader == "rules"
