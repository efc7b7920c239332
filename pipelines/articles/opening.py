"""Read the opening of an article: headline, stamps, bylines, dateline."""

import re
from dataclasses import dataclass
from datetime import date

from pipelines.articles.headers import (
    BYLINE,
    DATELINE,
    HEADER,
    PLACE_LINE,
    STAMP,
    read_day,
)

HEADLINE_MAX = 160
MAX_OPENING_LINES = 8
FINAL = re.compile(r"[.!?:;,][\"'”’)]*$")
NEWS_TAG = re.compile(r"^\|[^\n]*$|^(?:[A-Z][\w&/ ]{2,30}\|?\s*){0,3}\|.*$")

Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Opening:
    """What the lines before the first sentence say; `body_start` is a character."""

    body_start: int
    spans: tuple[Span, ...]
    title: str | None
    published_on: date | None
    basis: str
    author: str | None
    outlet: str | None
    place: str | None


def read_opening(text: str) -> Opening:
    """Read headline, header, stamp, byline and dateline at the head of `text`."""
    found: dict[str, object] = {"basis": "unknown"}
    spans: list[Span] = []
    at = 0
    for number in range(MAX_OPENING_LINES):
        at = _skip_space(text, at)
        end = _line_end(text, at)
        if at >= len(text):
            break
        reason = _read_line(text, at, end, number, found)
        if reason is None:
            break
        spans.append((at, end, reason))
        at = end
    at = _skip_space(text, at)
    at = _read_dateline(text, at, found, spans)
    return Opening(
        body_start=at,
        spans=tuple(spans),
        title=_text(found, "title"),
        published_on=found.get("day"),  # pyright: ignore[reportArgumentType]
        basis=str(found["basis"]),
        author=_text(found, "author"),
        outlet=_text(found, "outlet"),
        place=_text(found, "place"),
    )


def _text(found: dict[str, object], key: str) -> str | None:
    value = found.get(key)
    return str(value) if value else None


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and (text[at].isspace() or text[at] in "\u200b\ufeff"):
        at += 1
    return at


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _read_line(
    text: str, at: int, end: int, number: int, found: dict[str, object]
) -> str | None:
    """Return why a line is no body, None where the body starts."""
    line = text[at:end].rstrip()
    for pattern, reason, basis in (
        (HEADER, "header", "stated"), (STAMP, "header", "stated"), (BYLINE, "byline", ""),
    ):  # fmt: skip
        match = pattern.fullmatch(line)
        if match:
            _keep(match, basis, found)
            return reason
    full = DATELINE.match(line + " ")
    if full and full.end() >= len(line):
        _keep_dateline(full, found)
        return "dateline"
    if NEWS_TAG.fullmatch(line):
        return "navigation"
    if number == 0 and _is_headline(text, line, end) and not found.get("title"):
        found["title"] = line
        return "headline"
    return None


def _is_headline(text: str, line: str, end: int) -> bool:
    """A short first line without final stop, apart from what follows or in capitals."""
    if len(line) > HEADLINE_MAX or FINAL.search(line):
        return False
    after = text[end:].lstrip(" \t")
    apart = after.startswith(("\n\n", "\n \n", "\r\n\r\n")) or bool(re.match(r"\n\s*\n", after))
    return bool(after.strip()) and (apart or line.upper() == line)


def _keep(match: re.Match[str], basis: str, found: dict[str, object]) -> None:
    day = read_day(match) if basis else None
    if day and not found.get("day"):
        found["day"], found["basis"] = day, basis
    author = match.groupdict().get("author")
    if author:
        found["author"] = author.strip()


def _keep_dateline(match: re.Match[str], found: dict[str, object]) -> None:
    day = read_day(match)
    if day and not found.get("day"):
        found["day"], found["basis"] = day, "dateline"
    found["place"] = (
        match.group("city").strip(" ,").title()
        if match.group("city").isupper()
        else match.group("city").strip(" ,")
    )
    agency = match.groupdict().get("agency") or match.groupdict().get("agency2")
    if agency:
        found["outlet"] = agency


def _read_dateline(text: str, at: int, found: dict[str, object], spans: list[Span]) -> int:
    """Read a dateline that opens the first paragraph."""
    match = DATELINE.match(text, at)
    if match is None or not (
        match.group("city").isupper()
        or match.group("agency")
        or match.group().rstrip().endswith("-")
    ):
        match = PLACE_LINE.match(text, at)
        if match is None:
            return at
        found["place"] = match.group("city").strip(" ,").title()
        spans.append((at, match.end(), "dateline"))
        return match.end()
    _keep_dateline(match, found)
    spans.append((at, match.end(), "dateline"))
    return _skip_space(text, match.end())
