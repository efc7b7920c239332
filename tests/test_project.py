"""What a clone must bring along, and what it must not."""

import hashlib
import os
import re
import subprocess
import tomllib

import pytest

from pipelines.paths import project_root, seed_articles

ROOT = project_root()
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINNED = re.compile(r"(?m)^([a-z0-9][a-z0-9._-]*)(?:\[[^\]]*\])?==", re.IGNORECASE)


def canonical(name: str) -> str:
    """Return a package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_lock_pins_everything_by_hash_and_names_no_registry() -> None:
    assert "://" not in LOCK
    assert "--index-url" not in LOCK
    for block in re.split(r"\n(?=\S)", LOCK):
        if PINNED.match(block):
            assert "--hash=sha256:" in block


def test_the_lock_holds_every_direct_dependency_and_the_build_backend() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"], "setuptools"]
    names = {canonical(re.split(r"[\[<>=~! ]", line)[0]) for line in wanted}
    assert names <= {canonical(name) for name in PINNED.findall(LOCK)}


def test_the_five_articles_are_as_they_were_given() -> None:
    files = sorted(seed_articles().glob("*.txt"))
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
    assert len(files) == 5
    assert digest == "772096f351747bf998a63592a970fae891cf9b6ab0bf7ae47aca755e7db9cd51"


@pytest.mark.parametrize("target", ["run", "test", "ui", "evaluate", "train", "lock", "clean"])
def test_make_knows_its_targets(target: str) -> None:
    done = subprocess.run(
        ["make", "--dry-run", "--assume-old=.venv/.installed", target],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_make_says_when_no_python_fits() -> None:
    done = subprocess.run(
        ["make", "--always-make", "PYTHON=", ".venv/.installed", "--dry-run"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "needs Python 3.11 to 3.13" in done.stdout


def test_ci_runs_make_test() -> None:
    script = ROOT / ".ci" / "run"
    text = script.read_text(encoding="utf-8")
    assert os.access(script, os.X_OK)
    assert "set -euo pipefail" in text
    assert text.strip().splitlines()[-1] == "make test"
