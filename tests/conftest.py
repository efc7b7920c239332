"""What many tests stand on: the warehouse of the five articles, built once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipelines.cli.building import run_build
from pipelines.paths import seed_articles
from pipelines.warehouse.querying import query

Ask = Callable[[str], list[tuple[Any, ...]]]


@pytest.fixture(scope="session")
def five_articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a warehouse of the five articles, built by the command's own function."""
    warehouse = tmp_path_factory.mktemp("five") / "warehouse"
    run_build([seed_articles()], warehouse, "", "", "")
    return warehouse


@pytest.fixture(scope="session")
def ask(five_articles: Path) -> Ask:
    """Return a function that asks the five articles' warehouse in SQL."""
    return lambda sql: list(query(five_articles, sql, max_rows=10_000).rows)
