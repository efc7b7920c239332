import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.articles import sources
from pipelines.articles.sources import find_inputs, hash_text, read_documents

NOW = datetime(2024, 1, 1, tzinfo=UTC)


def write(path: Path, content: str | bytes) -> Path:
    """Write a file and return its path."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_find_inputs_looks_into_folders_for_what_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    kept = [write(tmp_path / "b.txt", "b"), write(tmp_path / "deep" / "a.HTML", "a")]
    write(tmp_path / "note.md", "no")
    assert find_inputs([tmp_path]) == tuple(sorted(kept))


def test_find_inputs_keeps_a_named_file_once_whatever_it_is(tmp_path: Path) -> None:
    odd = write(tmp_path / "note.md", "no")
    assert find_inputs([odd, tmp_path, odd]) == (odd,)


def test_read_documents_keeps_the_bytes_of_a_file(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "Erdoğan met.".encode("cp1254"))
    documents, rejections = read_documents(path, NOW, source_uri="a.txt")
    assert rejections == ()
    assert [(d.content, d.encoding, d.byte_count, d.media_type) for d in documents] == [
        (path.read_bytes(), "cp1254 (guessed)", 12, "text/plain")
    ]


def test_read_documents_names_a_document_by_source_and_content(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "Text.")
    one, again, other = (
        read_documents(path, NOW, source_uri=uri)[0][0].document_id for uri in "aab"
    )
    assert one == again
    assert one != other


def test_read_documents_takes_each_record_of_a_jsonl_file(tmp_path: Path) -> None:
    lines = [{"id": "x", "text": "One."}, {"text": "Two."}]
    path = write(tmp_path / "a.jsonl", "\n\n".join(json.dumps(line) for line in lines))
    documents, rejections = read_documents(path, NOW, source_uri="a.jsonl")
    assert [d.source_uri for d in documents] == ["a.jsonl#x", "a.jsonl#3"]
    assert rejections == ()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{broken", "broken_record"),
        ("[1, 2]", "broken_record"),
        ('{"title": "no text"}', "broken_record"),
        ('{"text": "  "}', "broken_record"),
        ('{"text": 5}', "broken_record"),
        ('{"id": "x", "text": "again"}', "repeated_id"),
    ],
)
def test_read_documents_rejects_one_bad_line_and_keeps_the_rest(
    tmp_path: Path, line: str, reason: str
) -> None:
    good = ['{"id": "x", "text": "One."}', '{"id": "y", "text": "Two."}']
    path = write(tmp_path / "a.jsonl", "\n".join([good[0], line, good[1]]))
    documents, rejections = read_documents(path, NOW)
    assert [d.source_uri.split("#")[1] for d in documents] == ["x", "y"]
    assert [(r.stage, r.row_key, r.reason) for r in rejections] == [
        ("articles", "line 2", reason)
    ]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", "", "empty"),
        ("a.txt", " \n ", "empty"),
        ("a.txt", b"\x89PNG\0\0", "binary"),
        ("a.jsonl", b"\0\0\0", "binary"),
        ("a.pdf", "text", "media_type"),
        ("a", "text", "media_type"),
    ],
)
def test_read_documents_rejects_what_is_no_article(
    tmp_path: Path, name: str, content: str | bytes, reason: str
) -> None:
    documents, rejections = read_documents(write(tmp_path / name, content), NOW)
    assert documents == ()
    assert [r.reason for r in rejections] == [reason]
    assert rejections[0].detail


def test_read_documents_rejects_what_is_too_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MAX_BYTES", 4)
    _, rejections = read_documents(write(tmp_path / "a.txt", "12345"), NOW)
    assert [(r.reason, r.detail) for r in rejections] == [
        ("too_long", "5 bytes; at most 4 are read")
    ]


def test_the_longest_input_is_50_mb() -> None:
    assert sources.MAX_BYTES == 50_000_000


def test_read_documents_rejects_a_file_that_is_gone(tmp_path: Path) -> None:
    _, rejections = read_documents(tmp_path / "gone.txt", NOW)
    assert [r.reason for r in rejections] == ["unreadable"]


@given(st.lists(st.text(max_size=5), max_size=4), st.lists(st.text(max_size=5), max_size=4))
def test_hash_text_tells_lists_of_parts_apart(one: list[str], other: list[str]) -> None:
    assert (hash_text(*one) == hash_text(*other)) is (one == other)
