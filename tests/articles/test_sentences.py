import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.articles.sentences import split_sentences

CASES = [
    json.loads(line)
    for line in Path(__file__).with_name("sentences.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40].strip())
def test_split_sentences_ends_them_where_a_reader_does(case: dict[str, Any]) -> None:
    body = case["text"]
    found = [body[s.char_start : s.char_end] for s in split_sentences(body)]
    assert found == case["sentences"]


@given(st.text(alphabet="Aa .!?\n\"'1,é…”", max_size=80))
def test_split_sentences_loses_no_word(body: str) -> None:
    sentences = split_sentences(body)
    kept = "".join(body[s.char_start : s.char_end] for s in sentences)
    assert "".join(kept.split()) == "".join(body.split())


@given(st.text(alphabet="Ab .!?\n", max_size=80))
def test_split_sentences_numbers_them_in_order_without_overlap(body: str) -> None:
    sentences = split_sentences(body)
    assert [s.sentence_number for s in sentences] == list(range(len(sentences)))
    bounds = [bound for s in sentences for bound in (s.char_start, s.char_end)]
    assert bounds == sorted(bounds)
    assert all(s.char_start < s.char_end for s in sentences)
