"""Which country people and public bodies belong to where nothing says it outright."""

import re
from collections import Counter
from typing import TYPE_CHECKING

from pipelines.extraction.actors.draft import Draft
from pipelines.extraction.actors.lexicon import ActorLexicon
from pipelines.extraction.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Doc


JOINED = 60


PARAGRAPH = 250
"""Characters back in which a country named still belongs to a title without one."""


SPEAKS = re.compile(r"(?i)\b(?:spokes\w+|aide|official|ministry)\b")
"""Who speaks for the government of the dateline's country where no other is named."""


GONE = frozenset(("SUN", "YUG", "DDR", "CSK"))
"""States of the past, told as history in today's news."""


DOMESTIC_MENTIONS = 4


DOMESTIC_SHARE = 0.7
"""From here on an article is taken to be about one country, and its people to be of it."""


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
