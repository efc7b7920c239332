"""Cut what is no news out of a text: whole spans, each kept with its reason."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipelines.articles.records import Cutout

INVISIBLE = re.compile("[\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u202a-\u202e]+")
LINE = re.compile(r"[^\n]+")

Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A pattern of whole lines that are no news; `cuts_rest` takes all that follows."""

    pattern: re.Pattern[str]
    reason: str
    cuts_rest: bool


def read_patterns(rows: Sequence[Mapping[str, str]]) -> tuple[Boilerplate, ...]:
    """Compile the rows of `boilerplate.csv`.

    Raises re.error for a pattern that is none.
    """
    return tuple(
        Boilerplate(re.compile(row["pattern"]), row["reason"], row["scope"] == "rest")
        for row in rows
    )


def find_boilerplate(
    text: str, start: int, patterns: Sequence[Boilerplate]
) -> tuple[Span, ...]:
    """Return the spans of `text` from `start` on that are no news, with reasons."""
    spans: list[Span] = []
    for line in LINE.finditer(text, start):
        words = line.group().strip()
        if not words:
            continue
        hit = next((p for p in patterns if p.pattern.fullmatch(words)), None)
        if hit is None:
            continue
        if hit.cuts_rest and _is_alone(text, line):
            spans.append((line.start(), len(text), hit.reason))
            break
        if not hit.cuts_rest:
            spans.append((line.start(), line.end(), hit.reason))
    return tuple(spans)


def _is_alone(text: str, line: re.Match[str]) -> bool:
    """Tell whether a line stands in the later part of the text, as furniture does."""
    return line.start() > len(text) // 5


def find_invisible(text: str) -> tuple[Span, ...]:
    """Return the runs of characters that no reader sees."""
    return tuple((m.start(), m.end(), "invisible") for m in INVISIBLE.finditer(text))


def cut(text: str, spans: Sequence[Span]) -> tuple[str, tuple[Cutout, ...]]:
    """Return the text without the spans, and what was cut; white space at the ends goes.

    Where spans overlap, the one that starts first is kept whole.
    """
    kept: list[str] = []
    cutouts: list[Cutout] = []
    at = 0
    for start, end, reason in sorted(spans, key=lambda s: (s[0], -s[1])):
        if end <= at:
            continue
        start = max(start, at)
        kept.append(text[at:start])
        cutouts.append(Cutout(start, end, text[start:end], reason))
        at = end
    kept.append(text[at:])
    return "".join(kept).strip(), tuple(cutouts)
