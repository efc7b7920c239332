"""Cut a parsed article into the stretches of words that the encoder reads at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

CORE_PIECES = 190
CONTEXT_PIECES = 56


@dataclass(frozen=True, slots=True)
class Window:
    """Half-open token ranges: `start` to `core_start` is context, the rest is read."""

    start: int
    core_start: int
    end: int


def make_windows(doc: "Doc", piece_counts: Sequence[int]) -> tuple[Window, ...]:
    """Pack whole sentences into windows; `piece_counts` has one number a token.

    The core holds at most CORE_PIECES pieces (a longer sentence is split), the
    context before it at most CONTEXT_PIECES of the sentence before.
    """
    windows: list[Window] = []
    start, size = 0, 0
    for first, last in _stretches(doc, piece_counts):
        pieces = sum(piece_counts[first:last])
        if size and size + pieces > CORE_PIECES:
            windows.append(_with_context(start, first, piece_counts))
            start, size = first, 0
        size += pieces
    if size:
        windows.append(_with_context(start, len(doc), piece_counts))
    return tuple(windows)


def _stretches(doc: "Doc", piece_counts: Sequence[int]) -> list[tuple[int, int]]:
    """Return the sentences as token ranges, those over CORE_PIECES split."""
    stretches: list[tuple[int, int]] = []
    for sentence in doc.sents:
        start, size = sentence.start, 0
        for token in range(sentence.start, sentence.end):
            if size + piece_counts[token] > CORE_PIECES and token > start:
                stretches.append((start, token))
                start, size = token, 0
            size += piece_counts[token]
        stretches.append((start, sentence.end))
    return stretches


def _with_context(core_start: int, end: int, piece_counts: Sequence[int]) -> Window:
    """Extend a core backwards by as many whole words as the context may hold."""
    start, size = core_start, 0
    while start and size + piece_counts[start - 1] <= CONTEXT_PIECES:
        start -= 1
        size += piece_counts[start]
    return Window(start=start, core_start=core_start, end=end)
