from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.articles.records import Article
from pipelines.extraction.parsing import (
    doc_from_bytes,
    doc_to_bytes,
    fold,
    load_parser,
    parse_many,
)

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TEXT = "Erdoğan met Aliyev in Baku on Oct. 11. They signed a “declaration” – at last."


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Recep Tayyip Erdoğan’s", "Recep Tayyip Erdogan's"),
        ("Çavuşoğlu, İstanbul, Əliyev", "Cavusoglu, Istanbul, Aliyev"),
        ("“words” – here", '"words" - here'),
        ("a line\nthat wraps", "a line that wraps"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("", ""),
    ],
)
def test_fold_makes_letters_and_marks_plain(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_fold_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_fold_changes_nothing_twice(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_parse_keeps_offsets_and_sentences(
    read: Callable[[str], Article], parse_text: Callable[[Article], "Doc"]
) -> None:
    article = read(TEXT)
    doc = parse_text(article)
    assert len(doc.text) == len(article.body)
    assert [(s.start_char, s.end_char) for s in doc.sents] == [
        (s.char_start, s.char_end) for s in article.sentences
    ]


def test_parse_many_keeps_the_order(read: Callable[[str], Article], parser: "Language") -> None:
    articles = [read(f"Number {number} met the minister in Baku.") for number in range(3)]
    assert [d.text for d in parse_many(parser, articles)] == [a.body for a in articles]


def test_a_parse_comes_back_from_bytes(
    read: Callable[[str], Article], parser: "Language", parse_text: Callable[[Article], "Doc"]
) -> None:
    doc = parse_text(read(TEXT))
    again = doc_from_bytes(parser, doc_to_bytes(doc))
    assert again.text == doc.text
    assert [(t.lemma_, t.dep_, t.head.i, t.ent_type_) for t in again] == [
        (t.lemma_, t.dep_, t.head.i, t.ent_type_) for t in doc
    ]


def test_load_parser_names_the_models_that_it_tried() -> None:
    with pytest.raises(OSError, match="no_such_model"):
        load_parser("no_such_model")
