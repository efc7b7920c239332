import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.articles.cleaning import (
    Boilerplate,
    cut,
    find_boilerplate,
    find_invisible,
    read_patterns,
)

CASES = [
    json.loads(line)
    for line in Path(__file__).with_name("boilerplate.jsonl").read_text("utf-8").splitlines()
]
NEWS = "The ministers met in Baku and signed three papers on trade. " * 3


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["line"][:40])
def test_find_boilerplate_cuts_lines_that_are_no_news(
    case: dict[str, Any], tables: dict[str, Any]
) -> None:
    text = f"{NEWS}\n\n{case['line']}\n\n{NEWS}"
    spans = find_boilerplate(text, 0, read_patterns(tables["boilerplate"]))
    expected = [] if case["reason"] is None else [(case["line"], case["reason"])]
    assert [(text[start:end], reason) for start, end, reason in spans] == expected


def test_find_boilerplate_cuts_all_that_follows_a_see_also(tables: dict[str, Any]) -> None:
    text = f"{NEWS}\n\nSee Also\n\nAnother headline\n\nMore of that."
    spans = find_boilerplate(text, 0, read_patterns(tables["boilerplate"]))
    assert cut(text, spans)[0] == NEWS.strip()


def test_find_boilerplate_keeps_what_follows_an_early_see_also(tables: dict[str, Any]) -> None:
    text = f"See also:\n\n{NEWS}"
    spans = find_boilerplate(text, 0, read_patterns(tables["boilerplate"]))
    assert NEWS.strip() in cut(text, spans)[0]


def test_read_patterns_refuses_a_broken_pattern() -> None:
    with pytest.raises(re.error):
        read_patterns([{"pattern": "(", "reason": "x", "scope": "line"}])


def test_read_patterns_keeps_reason_and_scope() -> None:
    rows = [{"pattern": "a", "reason": "see_also", "scope": "rest"}]
    assert read_patterns(rows) == (Boilerplate(re.compile("a"), "see_also", True),)


def test_find_invisible_finds_marks_that_no_reader_sees() -> None:
    assert find_invisible("a\u200bb\ufeff") == ((1, 2, "invisible"), (3, 4, "invisible"))


def test_cut_keeps_what_it_takes_out_with_the_reason() -> None:
    body, cutouts = cut("By Ann\nText.", [(0, 6, "byline")])
    assert body == "Text."
    assert [(c.char_start, c.char_end, c.text, c.reason) for c in cutouts] == [
        (0, 6, "By Ann", "byline")
    ]


def test_cut_keeps_the_first_of_two_overlapping_spans_whole() -> None:
    body, cutouts = cut("abcdef", [(2, 5, "second"), (0, 3, "first")])
    assert body == "f"
    assert [(c.text, c.reason) for c in cutouts] == [("abc", "first"), ("de", "second")]


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))))
def test_cut_changes_no_character_that_it_keeps(
    text: str, bounds: list[tuple[int, int]]
) -> None:
    spans = [
        (min(a, b, len(text)), min(max(a, b), len(text)), "x") for a, b in bounds if a != b
    ]
    body, cutouts = cut(text, [span for span in spans if span[0] < span[1]])
    taken = {at for c in cutouts for at in range(c.char_start, c.char_end)}
    assert body == "".join(ch for at, ch in enumerate(text) if at not in taken).strip()
    assert all(text[c.char_start : c.char_end] == c.text for c in cutouts)
