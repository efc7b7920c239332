"""Offices: the title before a name, the apposition after it, the office without a name."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.extraction.actors.lexicon import ActorLexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FUNCTION = frozenset(["of", "the", "for", "and", "to", "'s", "'", "&", "-", "in", "on"])
MAX_LEFT = 18
MAX_RIGHT = 16
MAX_NAME, MAX_OFFICE = 4, 12


@dataclass(frozen=True, slots=True)
class Title:
    """An office phrase as half-open tokens, and its words without articles."""

    start: int
    end: int
    text: str
    head: str


def is_office(token: "Token", lexicon: ActorLexicon) -> bool:
    """Tell whether a token is the head of an office ("minister", "President")."""
    word = token.text.lower()
    return word in lexicon.office_words or (word in lexicon.offices and token.pos_ != "VERB")


def office_sector(words: str, lexicon: ActorLexicon) -> str | None:
    """Return the sector of the longest office named in `words`, None where none is."""
    lowered = f" {words.lower()} "
    found = [title for title in lexicon.offices if f" {title} " in lowered]
    return lexicon.offices[max(found, key=len)] or None if found else None


def names_holder(doc: "Doc", start: int, lexicon: ActorLexicon) -> bool:
    """Tell whether a name stands after its office and a comma ("the minister of X, NAME, ")."""
    at = start - 1
    if at < 1 or doc[at].text != "," or not doc[start].text[:1].isupper():
        return False
    end = start
    while end < len(doc) and (
        doc[end].text[:1].isupper() or doc[end].text.lower() in lexicon.titles.particles
    ):
        end += 1
    if not 1 < end - start <= MAX_NAME or end >= len(doc) or doc[end].text != ",":
        return False
    for back in range(at - 1, max(at - MAX_OFFICE, -1), -1):
        if is_office(doc[back], lexicon):
            return True
        if doc[back].is_punct and doc[back].text not in ("-", "(", ")"):
            return False
        if doc[back].pos_ in ("VERB", "AUX", "PRON") or doc[back].is_sent_start:
            return False
    return False


def read_left(
    doc: "Doc", start: int, lexicon: ActorLexicon, taken: Callable[[int], bool]
) -> Title | None:
    """Read the title that ends right before token `start`; `taken` marks other names."""
    if names_holder(doc, start, lexicon):
        return _read_before_comma(doc, start, lexicon, taken)
    first, at = start, start - 1
    while at >= 0 and start - at <= MAX_LEFT and _may_stand(doc, at, first, lexicon, taken):
        first = at
        at -= 1
    while first < start and (
        doc[first].text.lower() in FUNCTION and doc[first].text.lower() != "the"
    ):
        first += 1
    return _make(doc, first, start, lexicon)


def _read_before_comma(
    doc: "Doc", start: int, lexicon: ActorLexicon, taken: Callable[[int], bool]
) -> Title | None:
    """Read "the foreign minister of X (Y)" before ", NAME,"; the title ends at the comma."""
    at = start - 2
    while at > max(start - MAX_OFFICE, 0) and not is_office(doc[at], lexicon):
        at -= 1
    first = at
    while (
        first and start - first < MAX_LEFT and _may_stand(doc, first - 1, first, lexicon, taken)
    ):
        first -= 1
    return _make(doc, first, start - 1, lexicon)


def _may_stand(
    doc: "Doc", at: int, first: int, lexicon: ActorLexicon, taken: Callable[[int], bool]
) -> bool:
    """Tell whether the token before a title's words belongs to them."""
    token = doc[at]
    word = token.text.lower()
    if taken(at) or (token.is_sent_start and word in ("in", "on", "and", "for", "to")):
        return False
    if first < len(doc) and doc[first].is_sent_start:
        return False
    if word in ("in", "on", "to"):
        return False
    if word == "and":
        before = doc[at - 1] if at else None
        return (
            before is not None
            and not taken(at - 1)
            and before.text[:1].isupper()
            and not is_office(before, lexicon)
            and doc[at + 1].text[:1].isupper()
            and not _opens_office(doc, at + 1, lexicon)
        )
    if word == "the":
        return at > 0 and doc[at - 1].text.lower() in ("of", "for")
    if word in FUNCTION:
        return True
    if is_office(token, lexicon) or word in lexicon.titles.ranks:
        return token.pos_ != "VERB" or token.text[:1].isupper()
    if word == "," and at:
        fields = (doc[at - 1].text.lower(), doc[at + 1].text.lower())
        return all(field in lexicon.titles.fields for field in fields)
    if token.is_punct or token.is_space or token.like_num:
        return word in ("-", "/")
    if token.text[:1].isupper():
        return not (
            token.is_sent_start and token.pos_ in ("DET", "ADV", "SCONJ", "ADP", "PRON")
        )
    return (
        token.pos_ in ("NOUN", "ADJ", "PROPN")
        and (is_office(doc[at + 1], lexicon) or doc[at + 1].pos_ in ("NOUN",))
        and not doc[at + 1].text[:1].isupper()
    )


def _opens_office(doc: "Doc", at: int, lexicon: ActorLexicon) -> bool:
    """Tell whether an office of its own starts here ("and President of …")."""
    return is_office(doc[at], lexicon)


def read_right(doc: "Doc", end: int, lexicon: ActorLexicon) -> Title | None:
    """Read ", the president of X," after a name; token `end` follows the name."""
    if end >= len(doc) or doc[end].text not in (",", "(") or doc[end].is_sent_start:
        return None
    last = end + 1
    while last < min(len(doc), end + MAX_RIGHT) and not doc[last].is_sent_start:
        token = doc[last]
        if (
            token.text in (",", ".", ";", ":", ")", '"')
            or token.pos_ in ("VERB", "AUX")
            or token.tag_ in ("WP", "WDT")
        ):
            break
        last += 1
    words = doc[end + 1 : last]
    heads = [token for token in words if is_office(token, lexicon)]
    if not heads or heads[0].i - end > 9:
        return None
    if any(t.ent_type_ == "PERSON" for t in words):
        return None
    # "X, Prime Minister Y" names another person: the office must not run into a name.
    if heads[-1].i + 1 < len(doc) and doc[heads[-1].i + 1].ent_type_ == "PERSON":
        return None
    return _make(doc, end + 1, last, lexicon)


def _make(doc: "Doc", start: int, end: int, lexicon: ActorLexicon) -> Title | None:
    heads = [token for token in doc[start:end] if is_office(token, lexicon)]
    if not heads:
        return None
    return Title(start, end, doc[start:end].text, heads[-1].text.lower())


def clean_role(words: str, drop: tuple[str, ...], lexicon: ActorLexicon) -> str:
    """Return an office without leading articles, countries and bodies (`drop`)."""
    role = words
    for name in sorted(drop, key=len, reverse=True):
        role = re.sub(
            rf"^(?:the\s+)?{re.escape(name)}(?:'s|')?\s+", "", role.strip(), flags=re.IGNORECASE
        )
    parts = role.split()
    while parts and parts[0].lower() in lexicon.titles.not_in_role | {"'s", "of", "and"}:
        parts.pop(0)
    while parts and parts[-1].lower() in FUNCTION:
        parts.pop()
    return " ".join(parts).strip(" ,'")
