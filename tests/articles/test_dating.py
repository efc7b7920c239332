import json
from pathlib import Path
from typing import Any

import pytest

from pipelines.articles.dating import bound_publication

CASES = [
    json.loads(line)
    for line in Path(__file__).with_name("dates.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_bound_publication_takes_only_what_the_text_proves(case: dict[str, Any]) -> None:
    earliest, latest = (day and day.isoformat() for day in bound_publication(case["text"]))
    assert (earliest, latest) == (case["earliest"], case["latest"])
