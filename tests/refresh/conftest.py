"""Runs by rules on small articles, with the parser of the session."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pipelines.contracts import contracts
from pipelines.refresh import reading
from pipelines.refresh.loading import Request
from pipelines.refresh.run import Summary, refresh
from pipelines.warehouse.building import PUBLISHED
from pipelines.warehouse.querying import read_published

if TYPE_CHECKING:
    from spacy.language import Language

Run = Callable[..., Summary]
Rows = dict[str, list[dict[str, Any]]]
START = datetime(2024, 1, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _one_parser(parser: "Language", monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "load_parser", lambda: parser)


@pytest.fixture
def run() -> Run:
    """Return a function that refreshes a warehouse from paths, a minute after the last run."""
    count = 0

    def refresh_once(warehouse: Path, *paths: Path, **more: Any) -> Summary:
        nonlocal count
        count += 1
        request = Request(warehouse, paths, **({"reader": "rules"} | more))
        return refresh(request, f"run{count}", START + timedelta(minutes=count))

    return refresh_once


@pytest.fixture
def read_all() -> Callable[[Path], Rows]:
    """Return a function from a warehouse to the rows of all its tables."""

    def read_tables(warehouse: Path) -> Rows:
        names = list(contracts())
        results = read_published(warehouse, [f"select * from {n} order by all" for n in names])
        return dict(zip(names, results, strict=True))

    return read_tables


@pytest.fixture
def published() -> Callable[[Path], tuple[Path, bytes]]:
    """Return a function that tells which file is published, and its bytes."""
    return lambda warehouse: (
        (warehouse / PUBLISHED).resolve(),
        (warehouse / PUBLISHED).read_bytes(),
    )
