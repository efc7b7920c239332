"""Who may import whom, and what no module may do when it is imported."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.paths import project_root

PACKAGES = project_root() / "pipelines"
ALLOWED = {
    "articles": set(),
    "extraction": {"articles"},
    "linking": {"extraction", "articles"},
    "contracts": set(),
    "warehouse": {"contracts"},
    "refresh": {
        "articles", "extraction", "linking", "contracts", "warehouse", "paths", "settings",
    },
    "evaluation": {"articles", "extraction", "refresh", "warehouse", "paths", "cli"},
    "report": {"contracts", "warehouse", "paths"},
}  # fmt: skip
"""Packages that a package may import besides itself; those not named may import all."""

ONLY_IN = {
    "dagster": {"defs", "definitions.py"},
    "duckdb": {"warehouse"},
    "sqlglot": {"warehouse"},
    "pandera": {"contracts"},
    "typer": {"cli"},
    "spacy": {"extraction", "refresh", "evaluation"},
    "onnxruntime": {"extraction"},
    "trafilatura": {"articles"},
    "torch": set(),
    "training": set(),
}
"""Rooms in which a library may be imported; training is no part of the running product."""

HEAVY = {
    "spacy", "onnxruntime", "tokenizers", "trafilatura", "py3langid", "duckdb", "sqlglot",
    "matplotlib", "torch",
}  # fmt: skip
PURE = {"extraction", "linking"}
NO_IO = {"duckdb", "dagster", "pandera", "polars", "os", "pathlib", "subprocess", "urllib"}

MAX_LINES = 250
FILES = sorted(PACKAGES.rglob("*.py"))


def _name(path: Path) -> str:
    return path.relative_to(PACKAGES).as_posix()


def _room(path: Path) -> str:
    return path.relative_to(PACKAGES).parts[0]


def _parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _at_top(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from _imports(node)


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_module_imports_only_what_its_package_may(path: Path) -> None:
    room = _room(path)
    for name in _imports(_parse(path)):
        first, *rest = name.split(".")
        if first == "pipelines" and rest and room in ALLOWED:
            assert rest[0] in ALLOWED[room] | {room}, f"{room} imports {name}"
        if first in ONLY_IN:
            assert room in ONLY_IN[first], f"{room} imports {name}"


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_module_imports_nothing_heavy_at_its_top(path: Path) -> None:
    assert not {name.split(".")[0] for name in _at_top(_parse(path))} & HEAVY


@pytest.mark.parametrize("path", [p for p in FILES if _room(p) in PURE], ids=_name)
def test_facts_are_found_without_files_or_tables(path: Path) -> None:
    assert not {name.split(".")[0] for name in _imports(_parse(path))} & NO_IO


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_module_is_short_enough_to_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


@pytest.mark.parametrize(
    "path", [p for p in FILES if p.name == "__init__.py" and p.parent != PACKAGES], ids=_name
)
def test_package_opens_with_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(_parse(path))


STARTS = {
    "pipelines.cli": {*HEAVY, "dagster", "polars", "pandera"},
    "pipelines.definitions": HEAVY,
}


@pytest.mark.parametrize("module", STARTS)
def test_a_start_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert not set(done.stdout.split()) & STARTS[module]
