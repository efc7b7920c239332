"""Who may import whom, and what no module may do when it is imported."""

import ast
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
        "articles",
        "extraction",
        "linking",
        "contracts",
        "warehouse",
        "paths",
        "settings",
    },
    "report": {"contracts", "warehouse"},
    "evaluation": {"articles", "extraction", "refresh", "warehouse", "paths", "cli"},
}
ONLY_IN = {
    "dagster": {"defs", "definitions.py", "cli"},
    "duckdb": {"warehouse"},
    "sqlglot": {"warehouse"},
    "pandera": {"contracts"},
}
HEAVY = {"spacy", "matplotlib", "jinja2", "onnxruntime", "tokenizers", "trafilatura", "duckdb"}
MAX_LINES = 400
FILES = sorted(PACKAGES.rglob("*.py"))


def _room(path: Path) -> str:
    return path.relative_to(PACKAGES).parts[0]


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


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGES)))
def test_module_imports_only_what_its_package_may(path: Path) -> None:
    room = _room(path)
    for name in _imports(ast.parse(path.read_text(encoding="utf-8"))):
        first, *rest = name.split(".")
        if first == "pipelines" and rest and room in ALLOWED:
            assert rest[0] in ALLOWED[room] | {room}, f"{room} imports {name}"
        if first in ONLY_IN:
            assert room in ONLY_IN[first], f"{room} imports {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGES)))
def test_module_imports_nothing_heavy_at_its_top(path: Path) -> None:
    tops = {name.split(".")[0] for name in _at_top(ast.parse(path.read_text(encoding="utf-8")))}
    assert not tops & HEAVY


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGES)))
def test_module_is_short_enough_to_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES
