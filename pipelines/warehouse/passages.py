"""Evidence in its sentences: which words of which sentence say it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence and the half-open spans in it that are the evidence."""

    text: str
    marks: tuple[Span, ...]


def find_words(body: str, surfaces: Sequence[str]) -> list[Span]:
    """Return where any of the words stand; the longer form wins over one within it."""
    if not surfaces:
        return []
    longest = sorted(surfaces, key=len, reverse=True)
    pattern = r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)"
    return [match.span() for match in re.finditer(pattern, body)]


def mark_sentences(
    body: str, sentences: Sequence[Span], spans: Sequence[Span]
) -> tuple[Passage, ...]:
    """Return the sentences that hold any of `spans`, in order, with those spans marked.

    Spans are characters of `body`; the marks are characters of their sentence. A span
    that no sentence holds is a passage of its own.
    """
    homes = [*sentences]
    for start, end in spans:
        if not any(s < end and start < e for s, e in sentences):
            homes.append((start, end))
    passages: list[Passage] = []
    for home_start, home_end in sorted(homes):
        inside = sorted(
            (max(start, home_start) - home_start, min(end, home_end) - home_start)
            for start, end in spans
            if home_start < end and start < home_end
        )
        if inside:
            passages.append(Passage(body[home_start:home_end], _join(inside)))
    return tuple(passages)


def _join(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return sorted spans with those that overlap made one."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
