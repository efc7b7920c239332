"""People: their names, offices, countries; surnames led back to full names."""

import re
from collections import Counter
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
JOINED = 60
PARAGRAPH = 250
"""Characters back in which a country named still belongs to a title without one."""

SPEAKS = re.compile(r"(?i)\b(?:spokes\w+|aide|official|ministry)\b")
"""Who speaks for the government of the dateline's country where no other is named."""

ABROAD = re.compile(r"(?i)\b(?:for|to|on)\s+(?:the\s+)?$")
"""Before a country in a title: where its holder is sent ("ambassador to X")."""

GONE = frozenset(("SUN", "YUG", "DDR", "CSK"))
"""States of the past, told as history in today's news."""

DOMESTIC_MENTIONS = 4
DOMESTIC_SHARE = 0.7
"""From here on an article is taken to be about one country, and its people to be of it."""

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
        role = clean_role(title.text, drop) or None
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


def settle_countries(doc: "Doc", draft: Draft, home: str | None, lexicon: ActorLexicon) -> None:
    """Give people and public bodies without a country the one that the text implies.

    In this order: their body's, the one that their office belongs to, the one named last
    before them in their paragraph, `home` (the dateline's); for people without an office
    and where nothing is near, the country that the article is about.
    """
    led = frozenset(
        a.country_code for a in draft.actors.values() if a.country_code and _is_head(a, lexicon)
    )
    for key, actor in list(draft.actors.items()):
        if actor.kind == "country" or actor.country_code or not _is_public(actor):
            continue
        body = draft.actors.get(actor.organisation_key or "")
        country = (
            body.country_code
            if body
            else _office_country(actor, lexicon)
            or (home if SPEAKS.search(actor.role or actor.name) else None)
            or _named_before(
                doc, draft, key, lexicon, led if _is_head(actor, lexicon) else frozenset()
            )
            or home
        )
        if country:
            draft.put(Actor(key, actor.name, actor.kind, country, None, None, None, ()))
    about = _subject_country(draft, led)
    for key, actor in list(draft.actors.items()):
        if actor.kind == "person" and about and actor.organisation_key is None:
            draft.put(Actor(key, actor.name, actor.kind, about, None, None, None, ()))


def _office_country(actor: Actor, lexicon: ActorLexicon) -> str | None:
    """Return the country of an office that only one country has, by its first words."""
    role = (actor.role or "").lower()
    fitting = [
        title for title in lexicon.office_countries if f"{role} ".startswith(f"{title} ")
    ]
    return lexicon.office_countries[max(fitting, key=len)] if fitting else None


def _is_public(actor: Actor) -> bool:
    if actor.kind == "person":
        return actor.role is not None
    return actor.sector_code in ("GOV", "MIL", "LEG", "JUD") and not re.search(
        r"(?i)\b(?:joint|world|international|united nations|un|european)\b", actor.name
    )


def _is_head(actor: Actor, lexicon: ActorLexicon) -> bool:
    """Tell whether somebody leads a state or its government."""
    role = (actor.role or "").lower()
    return actor.kind == "person" and any(
        re.search(rf"\b{re.escape(title)}\b", role) for title in lexicon.heads
    )


def _named_before(
    doc: "Doc",
    draft: Draft,
    key: str,
    lexicon: ActorLexicon,
    led: frozenset[str | None],
) -> str | None:
    """Return the country, or a city's country, named last before an actor's first mention.

    Not one of `led`, those have another head, unless named right before: "Irish President
    X and Prime Minister Y".
    """
    own = [r for r in draft.references if key in r.actor_keys]
    if not own:
        return None
    first = min(own, key=lambda r: r.char_start)
    since = first.char_start - PARAGRAPH
    near = {
        r.char_start: draft.actors[r.actor_keys[0]].country_code
        for r in draft.references
        if since < r.char_start < first.char_start
        and draft.actors[r.actor_keys[0]].kind == "country"
        and r.form in ("name", "demonym", "capital", "place")
    }
    for entity in doc.ents:
        if entity.label_ == "GPE" and since < entity.start_char < first.char_start:
            city = lexicon.city_countries.get(entity.text)
            if city:
                near.setdefault(entity.start_char, city)
    if near and first.char_start - max(near) > JOINED:
        near = {at: code for at, code in near.items() if code not in led}
    return near[max(near)] if near else None


def _subject_country(draft: Draft, led: frozenset[str | None]) -> str | None:
    """Return the country that an article is about, for people that nothing else places.

    The one mentioned most, those left out that have a head of their own beside it: in
    "X called the president of Turkey" X is not of Turkey.
    """
    mentions = Counter(
        draft.actors[key].country_code
        for r in draft.references
        for key in r.actor_keys
        if draft.actors[key].kind == "country"
        and r.form != "place"
        and draft.actors[key].country_code not in GONE
    )
    if not mentions:
        return None
    total = sum(mentions.values())
    top, count = mentions.most_common(1)[0]
    if count >= DOMESTIC_MENTIONS and count >= DOMESTIC_SHARE * total:
        return top
    rest = [code for code, _ in mentions.most_common() if code not in led]
    return rest[0] if rest else None
