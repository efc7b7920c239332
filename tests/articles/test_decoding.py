import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.articles.decoding import UndecodableError, decode

TURKISH = "Erdoğan ile Çavuşoğlu görüştü"


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        (TURKISH.encode(), TURKISH, "utf-8"),
        (codecs.BOM_UTF8 + TURKISH.encode(), TURKISH, "utf-8-sig"),
        (TURKISH.encode("utf-16"), TURKISH, "utf-16"),
        (TURKISH.encode("utf-32"), TURKISH, "utf-32"),
        (TURKISH.encode("cp1254"), TURKISH, "cp1254 (guessed)"),
        ("café — “déjà vu”".encode("cp1252"), "café — “déjà vu”", "cp1252 (guessed)"),
        (
            '<meta charset="iso-8859-9">Erdoğan'.encode("iso-8859-9"),
            '<meta charset="iso-8859-9">Erdoğan',
            "iso-8859-9",
        ),
        (
            '<meta charset="no-such-thing">café'.encode("cp1252"),
            '<meta charset="no-such-thing">café',
            "cp1252 (guessed)",
        ),
        (b"", "", "utf-8"),
    ],
    ids=[
        "utf-8", "utf-8 mark", "utf-16", "utf-32", "Turkish guess", "western guess",
        "declared", "declared wrongly", "empty",
    ],
)  # fmt: skip
def test_decode_reads_text_and_says_how(content: bytes, text: str, encoding: str) -> None:
    assert decode(content) == (text, encoding)


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n\0\0", b"text\0text", bytes(range(1, 32)) * 4 + b"\xff"],
    ids=["picture", "zero bytes", "control bytes"],
)
def test_decode_refuses_what_is_no_text(content: bytes) -> None:
    with pytest.raises(UndecodableError):
        decode(content)


def test_decode_refuses_a_mark_that_lies() -> None:
    with pytest.raises(UndecodableError, match="utf-8-sig"):
        decode(codecs.BOM_UTF8 + b"caf\xe9")


@given(st.text().filter(lambda text: "\0" not in text and not text.startswith("\ufeff")))
def test_decode_gives_back_any_utf_8(text: str) -> None:
    assert decode(text.encode())[0] == text
