"""Bytes to text: BOM, strict UTF-8, declared charset, then a guess that is named so."""

import codecs
import re

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(
    rb"""(?i)<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding=["']([\w-]+)"""
)
TURKISH = re.compile("[ğĞşŞıİ]")
TURKISH_BYTES = re.compile(rb"[A-Za-z][\xf0\xfd\xfe]|[\xf0\xfd\xfe][A-Za-z]|\xdd[a-z]")
"""g-breve, dotless i and s-cedilla of Windows code page 1254 inside words."""

DECLARED_PROBE = 4096


class UndecodableError(ValueError):
    """The bytes are no text in any encoding that was tried."""


def decode(content: bytes) -> tuple[str, str]:
    """Return text and the name of its encoding; a guess ends in " (guessed)".

    Raises UndecodableError for binary content.
    """
    for mark, name in BOMS:
        if content.startswith(mark):
            return _decode_as(content, name), name
    if b"\0" in content:
        raise UndecodableError("holds NUL bytes: binary, not text")
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    declared = DECLARED.search(content[:DECLARED_PROBE])
    if declared:
        name = (declared.group(1) or declared.group(2)).decode("ascii").lower()
        try:
            return content.decode(name), name
        except (UnicodeDecodeError, LookupError):
            pass
    return _guess(content)


def _decode_as(content: bytes, name: str) -> str:
    try:
        return content.decode(name)
    except UnicodeDecodeError as error:
        raise UndecodableError(f"starts with a {name} mark but is not {name}") from error


def _guess(content: bytes) -> tuple[str, str]:
    """Guess a one-byte code page: Turkish letters inside words tell 1254 from 1252."""
    control = sum(byte < 9 or 13 < byte < 32 for byte in content)
    if control > len(content) // 100:
        raise UndecodableError("holds control bytes: binary, not text")
    if TURKISH_BYTES.search(content):
        return content.decode("cp1254", errors="replace"), "cp1254 (guessed)"
    return content.decode("cp1252", errors="replace"), "cp1252 (guessed)"
