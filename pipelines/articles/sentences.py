"""Split a body into sentences by rules; offsets never move."""

import re

from pipelines.articles.records import Sentence

ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "cmdr",
        "adm",
        "sgt",
        "gov",
        "sen",
        "rep",
        "rev",
        "hon",
        "st",
        "sr",
        "jr",
        "messrs",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "no",
        "nos",
        "vs",
        "etc",
        "approx",
        "dept",
        "est",
        "fig",
        "inc",
        "ltd",
        "co",
        "corp",
        "bros",
        "plc",
        "dlrs",
        "dlr",
        "pct",
        "vol",
        "pp",
        "art",
        "sec",
        "u.s",
        "u.k",
        "u.n",
        "e.u",
        "u.a.e",
        "d.c",
        "a.m",
        "p.m",
        "i.e",
        "e.g",
        "ph.d",
    ]
)
"""Words after which a full stop seldom ends a sentence; lower case, no final stop."""

OFTEN_FINAL = frozenset(
    [
        "u.s",
        "u.k",
        "u.n",
        "e.u",
        "u.a.e",
        "d.c",
        "a.m",
        "p.m",
        "inc",
        "ltd",
        "co",
        "corp",
        "plc",
        "etc",
        "dlrs",
        "pct",
    ]
)
"""Abbreviations that may end a sentence: they do before a word that often opens one."""

OPENERS = frozenset(
    [
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "it",
        "he",
        "she",
        "they",
        "we",
        "this",
        "that",
        "these",
        "those",
        "but",
        "and",
        "meanwhile",
        "however",
        "according",
        "after",
        "before",
        "since",
        "while",
        "both",
        "as",
        "for",
        "his",
        "her",
        "their",
        "its",
    ]
)

PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)")
LAST_WORD = re.compile(r"([^\s(\"'“‘]+)$")
INITIAL = re.compile(r"^[A-Z](?:\.-?[A-Z])*$")


def split_sentences(body: str) -> tuple[Sentence, ...]:
    """Return the sentences of `body`, without the white space around them.

    A blank line always ends a sentence; a single line break is white space.
    """
    spans = [
        span for start, end in _paragraphs(body) for span in _split_paragraph(body, start, end)
    ]
    return tuple(Sentence(number, start, end) for number, (start, end) in enumerate(spans))


def _paragraphs(body: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for gap in PARAGRAPH.finditer(body):
        spans.append((start, gap.start()))
        start = gap.end()
    return [*spans, (start, len(body))]


def _split_paragraph(body: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    at = start
    for stop in STOP.finditer(body, start, end):
        if stop.start() >= at and _ends_sentence(body, at, stop, end):
            spans.append(_trim(body, at, stop.end()))
            at = stop.end()
    spans.append(_trim(body, at, end))
    return [(first, last) for first, last in spans if first < last]


def _trim(body: str, start: int, end: int) -> tuple[int, int]:
    while start < end and body[start].isspace():
        start += 1
    while end > start and body[end - 1].isspace():
        end -= 1
    return start, end


def _ends_sentence(body: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Tell whether a stop ends a sentence, by the words on both of its sides."""
    rest = body[stop.end() : end].lstrip()
    following = rest.split(None, 1)[0] if rest else ""
    if not following:
        return True
    if following[0].islower():
        return False
    if not stop.group().startswith(".") or stop.group().startswith(".."):
        return True
    word = LAST_WORD.search(body, start, stop.start())
    last = word.group(1) if word else ""
    if INITIAL.match(last) and last.casefold() not in ABBREVIATIONS:
        return False
    if last.casefold() not in ABBREVIATIONS:
        return True
    opener = re.sub(r"\W", "", following).casefold()
    return last.casefold() in OFTEN_FINAL and opener in OPENERS
