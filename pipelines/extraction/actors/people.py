"""People: their names, offices, countries; surnames led back to full names."""

import re
from typing import TYPE_CHECKING

from pipelines.extraction.actors.countries import CountryHit
from pipelines.extraction.actors.draft import Draft
from pipelines.extraction.actors.lexicon import ActorLexicon
from pipelines.extraction.actors.names import find_names, fold_name, match_person
from pipelines.extraction.actors.organisations import BodyHit
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
PARAGRAPH = 250
"""Characters back in which a country named still belongs to a title without one."""

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
            ):
                continue
            key = "person:" + " ".join(words)
            people[key] = words
        recent.append(key)
        _add_person(doc, (start, end), key, left or right, countries, bodies, draft, lexicon)
        if left:
            draft.add(doc[left.start].idx, doc[end - 1].idx + len(doc[end - 1]), "title", key)


def _is_courtesy(doc: "Doc", start: int) -> bool:
    before = doc[max(start - 2, 0) : start].text.lower()
    return (
        bool(re.search(r"\b(?:mr|mrs|ms|dr|sir|lord|lady)\.?$", before))
        or doc[start].ent_type_ == "PERSON"
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
        body = next((b for b in bodies if first <= b.start and b.end <= last), None)
        drop = (
            *(doc.text[c.start : c.end] for c in inner),
            *((doc.text[body.start : body.end],) if body else ()),
        )
        role = clean_role(title.text, drop) or None
        sector = office_sector(title.text, lexicon)
        country = inner[0].country_code if inner else body.country_code if body else None
        body_key = _body_key(draft, body) if body else None
    if role is None and COUNTERPART.search(doc.text[max(start - 16, 0) : start]):
        country = country or _counterpart_country(doc, span[0], countries)
        peers = draft.before(start, kinds=("person",))
        role = draft.actors[peers[0]].role if peers else None
    country = country or _of_country(doc.text, end, countries)
    full = len(fold_name(name)) > 1
    draft.put(Actor(key, name, "person", country, role, sector, body_key, ()))
    draft.add(start, end, "name" if full else "surname", key)


def _counterpart_country(
    doc: "Doc", start: int, countries: tuple[CountryHit, ...]
) -> str | None:
    """Return the country of "his Turkish counterpart NAME"."""
    at = doc[start].idx
    if not COUNTERPART.search(doc.text[max(at - 16, 0) : at]):
        return None
    near = [c for c in countries if at - 40 < c.start < at and c.form == "demonym"]
    return near[-1].country_code if near else None


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


def settle_countries(draft: Draft, home: str | None) -> None:
    """Give office holders and public bodies without a country the one that the text implies.

    The country named last before them in their paragraph; `home` is the dateline's.
    """
    for key, actor in list(draft.actors.items()):
        if actor.kind == "country" or actor.country_code or not _is_public(actor):
            continue
        body = draft.actors.get(actor.organisation_key or "")
        country = body.country_code if body else _named_before(draft, key) or home
        if country:
            draft.put(Actor(key, actor.name, actor.kind, country, None, None, None, ()))


def _is_public(actor: Actor) -> bool:
    if actor.kind == "person":
        return actor.role is not None
    return actor.sector_code in ("GOV", "MIL", "LEG", "JUD") and not re.search(
        r"(?i)\b(?:joint|world|international|united nations|un|european)\b", actor.name
    )


def _named_before(draft: Draft, key: str) -> str | None:
    first = next((r for r in draft.references if key in r.actor_keys), None)
    if first is None:
        return None
    near = [
        r
        for r in draft.references
        if first.char_start - PARAGRAPH < r.char_start < first.char_start
        and draft.actors[r.actor_keys[0]].kind == "country"
        and r.form in ("name", "demonym", "capital")
    ]
    if not near:
        return None
    return draft.actors[max(near, key=lambda r: r.char_start).actor_keys[0]].country_code
