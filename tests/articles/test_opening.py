import json
from pathlib import Path
from typing import Any

import pytest

from pipelines.articles.cleaning import cut
from pipelines.articles.opening import read_opening

CASES = [
    json.loads(line)
    for line in Path(__file__).with_name("openings.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_read_opening_finds_what_stands_before_the_first_sentence(case: dict[str, Any]) -> None:
    text = case["text"]
    opening = read_opening(text)
    body, _ = cut(text, opening.spans)
    found = {
        "published_on": opening.published_on and opening.published_on.isoformat(),
        "basis": opening.basis,
        "title": opening.title,
        "author": opening.author,
        "outlet": opening.outlet,
        "place": opening.place,
        "body": body,
    }
    expected = {key: value for key, value in case.items() if key in found}
    assert {key: found[key] for key in expected} == expected


def test_read_opening_of_nothing_is_empty() -> None:
    opening = read_opening("")
    assert (opening.body_start, opening.spans, opening.basis) == (0, (), "unknown")
