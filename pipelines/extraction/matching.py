"""Find many fixed names in a text in one pass."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

Payload = TypeVar("Payload")
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Match(Generic[Payload]):
    """Half-open characters of a name and what is known of it."""

    start: int
    end: int
    payload: Payload


class NameMatcher(Generic[Payload]):
    """Names by their first word; the longest name at a place wins."""

    def __init__(self, names: Iterable[tuple[str, Payload]]) -> None:
        self._by_word: dict[str, list[tuple[str, Payload]]] = {}
        for name, payload in names:
            first = WORD.search(name)
            if first is not None:
                self._by_word.setdefault(first.group(), []).append((name, payload))
        for group in self._by_word.values():
            group.sort(key=lambda item: -len(item[0]))

    def find(self, text: str) -> Iterator[Match[Payload]]:
        """Yield the names of `text` in order, none overlapping another."""
        reached = 0
        for word in WORD.finditer(text):
            if word.start() < reached:
                continue
            for name, payload in self._by_word.get(word.group(), ()):
                end = word.start() + len(name)
                if text.startswith(name, word.start()) and not _continues(text, end, name):
                    yield Match(word.start(), end, payload)
                    reached = end
                    break


def _continues(text: str, end: int, name: str) -> bool:
    """Tell whether a letter or digit follows, so that the name is part of a longer word."""
    return end < len(text) and text[end].isalnum() and name[-1].isalnum()
