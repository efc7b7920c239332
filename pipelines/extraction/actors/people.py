"""People: their names, offices, countries; surnames led back to full names."""

import re
from typing import TYPE_CHECKING

from pipelines.extraction.actors.countries import CountryHit
from pipelines.extraction.actors.draft import Draft
from pipelines.extraction.actors.lexicon import ActorLexicon
from pipelines.extraction.actors.names import find_names
from pipelines.extraction.actors.organisations import BodyHit
from pipelines.extraction.actors.same_person import fold_name, match_person
from pipelines.extraction.actors.titles import (
    Title,
    clean_role,
    office_sector,
    read_left,
    read_right,
)
from pipelines.extraction.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Doc

Span = tuple[int, int]


ABROAD = re.compile(r"(?i)\b(?:for|to|on)\s+(?:the\s+)?$")
"""Before a country in a title: where its holder is sent ("ambassador to X")."""


COUNTERPART = re.compile(r"(?i)counterpart\s*,?\s*$")


def add_people(
    doc: "Doc",
    countries: tuple[CountryHit, ...],
    bodies: tuple[BodyHit, ...],
    draft: Draft,
    lexicon: ActorLexicon,
) -> None:
    """Add the people of `doc` with their references (name, surname, title and name)."""
    taken = frozenset(_covered(doc, countries, bodies))
    spans = find_names(doc, lexicon, taken)
    inside = {i for start, end in spans for i in range(start, end)}
    people: dict[str, tuple[str, ...]] = {}
    _collect_full(doc, spans, people)
    recent: list[str] = []
    for start, end in spans:
        words = fold_name(doc[start:end].text)
        if not words:
            continue
        left = read_left(doc, start, lexicon, lambda at: at in inside)
        right = read_right(doc, end, lexicon)
        key = match_person(words, people, recent)
        if key is None:
            if (
                left is None
                and right is None
                and (not _is_courtesy(doc, start) or _is_location(doc, start, end))
            ) or (end - start == 1 and not (left or right) and not _acts(doc, start)):
                continue
            key = "person:" + " ".join(words)
            people[key] = words
        recent.append(key)
        _add_person(doc, (start, end), key, left or right, countries, bodies, draft, lexicon)
        counterpart = _counterpart(doc, start, countries)
        if counterpart:
            draft.add(counterpart.start, doc[end - 1].idx + len(doc[end - 1]), "title", key)
        if left:
            draft.add(doc[left.start].idx, doc[end - 1].idx + len(doc[end - 1]), "title", key)


def _is_courtesy(doc: "Doc", start: int) -> bool:
    before = doc[max(start - 2, 0) : start].text.lower()
    return (
        bool(re.search(r"\b(?:mr|mrs|ms|dr|sir|lord|lady)\.?$", before))
        or doc[start].ent_type_ == "PERSON"
    )


def _acts(doc: "Doc", at: int) -> bool:
    """Tell whether a lone surname stands where persons stand."""
    courtesy = doc[max(at - 2, 0) : at].text.lower()
    return doc[at].dep_ in ("nsubj", "nsubjpass", "poss", "agent") or bool(
        re.search(r"\b(?:mr|mrs|ms|dr)\.?$", courtesy)
    )


PLACE_WORDS = frozenset(
    [
        "in",
        "near",
        "at",
        "to",
        "from",
        "of",
        "around",
        "outside",
        "towards",
        "toward",
        "over",
        "through",
    ]
)


def _is_location(doc: "Doc", start: int, end: int) -> bool:
    """Tell whether an untitled name stands where places stand ("near Tell Tamer")."""
    return (
        start > 0
        and doc[start - 1].text.lower() in PLACE_WORDS
        and doc[start:end].root.dep_ in ("pobj", "conj", "compound")
    )


def _covered(
    doc: "Doc", countries: tuple[CountryHit, ...], bodies: tuple[BodyHit, ...]
) -> "list[int]":
    """Return the tokens of countries and bodies."""
    covered: list[int] = []
    for hit in (*countries, *bodies):
        span = doc.char_span(hit.start, hit.end, alignment_mode="expand")
        if span is not None:
            covered.extend(range(span.start, span.end))
    return covered


def _collect_full(doc: "Doc", spans: list[Span], people: dict[str, tuple[str, ...]]) -> None:
    """Make a person of each full name, longer names first, so that shorter ones find them."""
    names = sorted(
        {fold_name(doc[a:b].text) for a, b in spans if b - a > 1}, key=len, reverse=True
    )
    for words in names:
        if len(words) > 1 and match_person(words, people, []) is None:
            people["person:" + " ".join(words)] = words


def _add_person(
    doc: "Doc",
    span: Span,
    key: str,
    title: Title | None,
    countries: tuple[CountryHit, ...],
    bodies: tuple[BodyHit, ...],
    draft: Draft,
    lexicon: ActorLexicon,
) -> None:
    start, end = doc[span[0]].idx, doc[span[1] - 1].idx + len(doc[span[1] - 1])
    name = doc.text[start:end]
    role = country = sector = body_key = None
    if title:
        first, last = doc[title.start].idx, doc[title.end - 1].idx + len(doc[title.end - 1])
        inner = [c for c in countries if first <= c.start and c.end <= last]
        own = [c for c in inner if not ABROAD.search(doc.text[max(c.start - 12, 0) : c.start])]
        body = next((b for b in bodies if first <= b.start and b.end <= last), None)
        drop = (
            *(doc.text[c.start : c.end] for c in inner),
            *((doc.text[body.start : body.end],) if body else ()),
        )
        role = clean_role(title.text, drop, lexicon) or None
        sector = office_sector(title.text, lexicon)
        country = own[0].country_code if own else body.country_code if body else None
        body_key = _body_key(draft, body) if body else None
    if role is None and COUNTERPART.search(doc.text[max(start - 16, 0) : start]):
        peer = _counterpart(doc, span[0], countries)
        country = country or (peer.country_code if peer else None)
        peers = draft.before(start, kinds=("person",))
        role = draft.actors[peers[0]].role if peers else None
    country = country or _of_country(doc.text, end, countries)
    owner = next((b for b in bodies if doc.text[b.end : start] in ("'s ", "' ")), None)
    if owner and title is None:
        country, body_key = owner.country_code, _body_key(draft, owner)
    full = len(fold_name(name)) > 1
    draft.put(Actor(key, name, "person", country, role, sector, body_key, ()))
    draft.add(start, end, "name" if full else "surname", key)


def _counterpart(
    doc: "Doc", start: int, countries: tuple[CountryHit, ...]
) -> CountryHit | None:
    """Return the demonym of "his Turkish counterpart NAME"."""
    at = doc[start].idx
    if not COUNTERPART.search(doc.text[max(at - 16, 0) : at]):
        return None
    near = [c for c in countries if at - 40 < c.start < at and c.form == "demonym"]
    return near[-1] if near else None


def _of_country(text: str, end: int, countries: tuple[CountryHit, ...]) -> str | None:
    """Return the country of "King NAME of COUNTRY"."""
    of = re.match(r"\s+of\s+(?:the\s+)?", text[end : end + 10])
    at = end + of.end() if of else -1
    return next((c.country_code for c in countries if c.start == at and c.form == "name"), None)


def _body_key(draft: Draft, body: BodyHit) -> str | None:
    return next(
        (
            r.actor_keys[0]
            for r in draft.references
            if r.char_start == body.start
            and draft.actors[r.actor_keys[0]].kind == "organisation"
        ),
        None,
    )
