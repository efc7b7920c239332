"""Small published warehouses, made without reading any article."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipelines.refresh.frames import make_frame
from pipelines.warehouse.building import open_build
from pipelines.warehouse.publishing import name_generation, publish

Publish = Callable[..., Path]
START = datetime(2024, 1, 1, tzinfo=UTC)


@pytest.fixture
def publish_things(tmp_path: Path) -> Publish:
    """Return a function that publishes a warehouse of some named things."""
    count = 0

    def publish_some(*names: str) -> Path:
        nonlocal count
        count += 1
        rows = [
            {"thing_id": name, "name": name, "kind": "project", "mention_count": 1,
             "article_count": 1}
            for name in names
        ]  # fmt: skip
        with open_build(tmp_path, f"run{count}") as build:
            build.replace_table("main.things", make_frame("main.things", rows))
        moment = START + timedelta(minutes=count)
        return publish(tmp_path, build.path, name_generation(f"run{count}", moment))

    return publish_some
