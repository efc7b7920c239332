"""Find the words that carry an act, by the trigger lexicon."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.extraction.events.lexicon import EventLexicon, TriggerEntry

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST_PHRASE = 4
PARTS = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """Half-open token span of an act; `root` is its head word."""

    start: int
    end: int
    root: int
    event_type: str
    action: str
    score: float


def find_triggers(doc: "Doc", lexicon: EventLexicon) -> tuple[Trigger, ...]:
    """Return the triggers of `doc` in order; the longest phrase at a place wins."""
    return tuple(_triggers(doc, lexicon))


def _triggers(doc: "Doc", lexicon: EventLexicon) -> Iterator[Trigger]:
    lemmas = [token.lemma_.lower() for token in doc]
    reached = 0
    for token in doc:
        if token.i < reached:
            continue
        end, entry = _match(doc, lemmas, token.i, lexicon)
        if entry is None:
            continue
        reached = end
        root = doc[token.i : end].root.i
        yield Trigger(token.i, end, root, entry.event_type, entry.action, entry.precision)


def _match(
    doc: "Doc", lemmas: list[str], start: int, lexicon: EventLexicon
) -> tuple[int, TriggerEntry | None]:
    for size in range(LONGEST_PHRASE, 1, -1):
        entry = lexicon.phrases.get(tuple(lemmas[start : start + size]))
        if entry:
            return start + size, entry
    part = PARTS.get(doc[start].pos_)
    return start + 1, lexicon.words.get((lemmas[start], part)) if part else None
