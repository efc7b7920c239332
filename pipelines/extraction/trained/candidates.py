"""What the model may link: references, times, places and numbers as token spans."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from spacy.tokens import Doc

FORMS = (
    "name", "surname", "demonym", "capital", "title", "group", "pronoun", "place", "other"
)  # fmt: skip
"""Forms of a reference, in the order of the model's form vectors; the order is fixed."""


class Spanned(Protocol):
    """Anything with half-open character offsets."""

    @property
    def char_start(self) -> int:
        """First character."""
        ...

    @property
    def char_end(self) -> int:
        """One past the last character."""
        ...


@dataclass(frozen=True, slots=True)
class Candidate:
    """Half-open token span; `form` indexes FORMS; `source` is its place in its list."""

    start: int
    end: int
    form: int
    source: int


def place_candidates(doc: "Doc", items: Iterable[Spanned]) -> tuple[Candidate, ...]:
    """Return the token spans of `items` that touch a token, in their order."""
    found: list[Candidate] = []
    for source, item in enumerate(items):
        span = doc.char_span(item.char_start, item.char_end, alignment_mode="expand")
        if span is not None and len(span):
            form = getattr(item, "form", "other")
            number = FORMS.index(form) if form in FORMS else len(FORMS) - 1
            found.append(Candidate(span.start, span.end, number, source))
    return tuple(found)
