"""From files and folders to documents as received."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from pipelines.articles.decoding import UndecodableError, decode
from pipelines.articles.records import Document, Rejection

MEDIA_TYPES = {
    ".txt": "text/plain", ".html": "text/html", ".htm": "text/html",
    ".jsonl": "application/jsonl",
}  # fmt: skip
RECORD_TYPE = "application/json"
MAX_BYTES = 50_000_000
"""Larger inputs are no articles; they would hold up all the others."""


def find_inputs(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files to read: those named, and those in folders that we can read."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = (
                p for p in path.rglob("*") if p.suffix.lower() in MEDIA_TYPES and p.is_file()
            )
            found.update(dict.fromkeys(sorted(inside)))
        else:
            found[path] = None
    return tuple(found)


def read_documents(
    path: Path, received_at: datetime, *, source_uri: str | None = None
) -> tuple[tuple[Document, ...], tuple[Rejection, ...]]:
    """Read one file into its documents; a JSONL file holds one a line.

    `source_uri` is the path or URL under which the file is known. What cannot be read
    comes back as rejections; the rest goes on.
    """
    uri = source_uri or str(path)
    content = _read_bytes(path, uri)
    if isinstance(content, Rejection):
        return (), (content,)
    media_type = MEDIA_TYPES[path.suffix.lower()]
    if media_type != "application/jsonl":
        document = make_document(uri, media_type, content, received_at)
        return ((document,), ()) if isinstance(document, Document) else ((), (document,))
    found = list(_read_records(uri, content, received_at))
    return (
        tuple(d for d in found if isinstance(d, Document)),
        tuple(r for r in found if isinstance(r, Rejection)),
    )


def _read_bytes(path: Path, uri: str) -> bytes | Rejection:
    if path.suffix.lower() not in MEDIA_TYPES:
        return reject(
            uri, "media_type", f"{path.suffix or 'no suffix'}: expected .txt, .html or .jsonl"
        )
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        return reject(uri, "unreadable", error.strerror or str(error))
    if size > MAX_BYTES:
        return reject(uri, "too_long", f"{size} bytes; at most {MAX_BYTES} are read")
    if not content.strip():
        return reject(uri, "empty", "no text")
    return content


def make_document(
    uri: str, media_type: str, content: bytes, received_at: datetime
) -> Document | Rejection:
    """Return the document of some bytes, or why they are none."""
    try:
        _, encoding = decode(content)
    except UndecodableError as error:
        return reject(uri, "binary", str(error))
    return Document(
        document_id=hash_text(uri, content),
        source_uri=uri,
        media_type=media_type,
        encoding=encoding,
        received_at=received_at,
        byte_count=len(content),
        content=content,
    )


def _read_records(
    uri: str, content: bytes, received_at: datetime
) -> Iterator[Document | Rejection]:
    """Yield a document for each good line of a JSONL file, a rejection for each bad one."""
    try:
        text, _ = decode(content)
    except UndecodableError as error:
        yield reject(uri, "binary", str(error))
        return
    seen: set[str] = set()
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"line {number}"
        record = _parse_record(line)
        if isinstance(record, str):
            yield reject(uri, "broken_record", record, row_key=where)
            continue
        key = str(record.get("id") or number)
        if key in seen:
            yield reject(
                uri, "repeated_id", f"id {key!r} stands on an earlier line", row_key=where
            )
            continue
        seen.add(key)
        yield make_document(f"{uri}#{key}", RECORD_TYPE, line.strip().encode(), received_at)


def _parse_record(line: str) -> dict[str, object] | str:
    """Return the record of a line, or what is wrong with it."""
    try:
        record = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        return f"not JSON: {error}"
    if not isinstance(record, dict):
        return f"expected an object, found {type(record).__name__}"
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        return "no text: the key `text` must hold the article"
    return record


def reject(uri: str, reason: str, detail: str, *, row_key: str | None = None) -> Rejection:
    """Return a rejection of the stage that reads articles."""
    return Rejection("articles", uri, row_key, reason, detail)


def hash_text(*parts: str | bytes) -> str:
    """Return 16 hex digits that name these parts, in this order."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()[:16]
