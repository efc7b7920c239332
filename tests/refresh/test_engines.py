import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from pipelines.extraction.rules import RulesExtractor
from pipelines.paths import reference_tables
from pipelines.refresh.engines import FILES, MANIFEST, engine_state, load_weights, make_engine


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    """Return a folder of files whose hashes are those of the manifest."""
    contents = {name: name.encode() for name in FILES}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
    (tmp_path / MANIFEST).write_text(json.dumps(hashes), encoding="utf-8")
    return tmp_path


def test_load_weights_checks_the_hashes(weights: Path) -> None:
    assert not isinstance(load_weights(weights), str)


@pytest.mark.parametrize("name", [*FILES, MANIFEST])
def test_load_weights_says_which_file_is_missing(weights: Path, name: str) -> None:
    (weights / name).unlink()
    found = load_weights(weights)
    assert isinstance(found, str)
    assert name in found
    assert "missing" in found


@pytest.mark.parametrize("name", FILES)
def test_load_weights_says_which_file_is_damaged(weights: Path, name: str) -> None:
    (weights / name).write_bytes(b"other")
    found = load_weights(weights)
    assert isinstance(found, str)
    assert name in found
    assert "damaged" in found


def test_the_rules_stand_in_for_a_reader_that_is_missing(
    tmp_path: Path, tables: dict[str, Any]
) -> None:
    engine, warning = make_engine("trained", tables, tmp_path, reference_tables())
    assert isinstance(engine, RulesExtractor)
    assert warning is not None
    assert "rules read instead" in warning


def test_the_rules_asked_for_need_no_warning(tmp_path: Path, tables: dict[str, Any]) -> None:
    engine, warning = make_engine("rules", tables, tmp_path, reference_tables())
    assert (engine.name, warning) == ("rules", None)


def test_engine_state_changes_with_the_reference_tables(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x\n1\n", encoding="utf-8")
    before = engine_state("rules", tmp_path, tmp_path)
    assert before == engine_state("rules", tmp_path, tmp_path)
    (tmp_path / "a.csv").write_text("x\n2\n", encoding="utf-8")
    assert engine_state("rules", tmp_path, tmp_path) != before
