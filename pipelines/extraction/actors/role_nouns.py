"""Offices without a name: "the Turkish president", "Turkish officials"."""

import re
from typing import TYPE_CHECKING

from pipelines.extraction.actors.countries import CountryHit
from pipelines.extraction.actors.draft import Draft
from pipelines.extraction.actors.lexicon import ActorLexicon
from pipelines.extraction.actors.titles import is_office

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


UNNAMED = re.compile(
    r"^(?:\s+(?:and\s+\w+|state|government|security|military|armed|foreign|local|"
    r"senior|top|federal|public|peace|"
    r"private|national|air|special|border|army|police|rebel|opposition|business|"
    r"economic|trade|defence|defense|oil|gas|energy|"
    r"diplomatic|intelligence|customs|health|naval|ground|coalition))*\s+"
    r"(?:officials?|forces|troops|soldiers|police|government|authorities|companies|"
    r"firms|investors|army|navy|"
    r"military|side|delegation|jets?|warplanes|aircraft|helicopters?|ships?|"
    r"leaders?|leadership|diplomats?|media|producers|"
    r"exporters|importers|businessmen|businesses|embassy|parliament|lawmakers|"
    r"courts?|prosecutors|"
    r"negotiators|representatives|ministers?|people|nationals|citizens|experts|"
    r"servicemen|peacekeepers|"
    r"navy|state|sources?|customs|banks?|team|contractors?|entrepreneurs|regime|"
    r"administration|judiciary|"
    r"militants|rebels|fighters|manufacturers|farmers|airlines?|engineers|workers|"
    r"president|foreign ministry|"
    r"premier|prime minister|ministry|cabinet|consulate|mission|party|ambassador|"
    r"envoy|spokesman|spokeswoman)\b"
)


ALONE = ("official", "leader", "minister", "president")
"""Offices that mean the person named last where neither name nor country is given."""


HEADS = ("president", "leader", "minister", "premier", "chancellor", "king")
"""Offices that the one untitled person of a country holds: "the Russian leader"."""


RANKS = ("vice", "deputy", "prime", "former")
"""Words that make another office of the same head word."""


def add_role_nouns(
    doc: "Doc", countries: tuple[CountryHit, ...], draft: Draft, lexicon: ActorLexicon
) -> None:
    """Resolve "the Turkish president" to its holder, or to the country it stands for."""
    taken = [
        (r.char_start, r.char_end)
        for r in draft.references
        if r.form in ("title", "surname")
        or (r.form == "name" and draft.actors[r.actor_keys[0]].kind != "country")
    ]
    for token in doc:
        if any(a <= token.idx < b for a, b in taken) or not is_office(token, lexicon):
            continue
        found = _role_noun(doc, token, countries, lexicon)
        if found is None:
            continue
        start, end, country = found
        words = doc.text[start:end].lower()
        keys = _holders(draft, token.text.lower(), words, country, start)
        draft.add(start, end, "title", *keys)


def _holders(draft: Draft, head: str, words: str, country: str | None, at: int) -> list[str]:
    """Return the person whose office `words` means, `head` its last word, else the country."""
    ranks = {rank for rank in RANKS if rank in words}
    people = draft.before(at, kinds=("person",))
    later = [k for k, a in draft.actors.items() if a.kind == "person" and k not in people]
    fitting = [
        key
        for key in (*people, *later)
        if head in (draft.actors[key].role or "").lower().split()
        and ranks == {rank for rank in RANKS if rank in (draft.actors[key].role or "").lower()}
        and (country is None or draft.actors[key].country_code == country)
    ]
    if fitting:
        return fitting[:1]
    untitled = [
        key
        for key in (*people, *later)
        if country and draft.actors[key].country_code == country and not draft.actors[key].role
    ]
    if head in HEADS and len(untitled) == 1:
        return untitled
    if country and f"country:{country}" in draft.actors:
        return [f"country:{country}"]
    return people[:1] if head in ALONE else []


def unnamed_end(text: str, end: int) -> int | None:
    """Return where "Turkish [officials]" ends, None where no unnamed agent follows."""
    match = UNNAMED.match(text[end : end + 90])
    return end + match.end() if match else None


def _role_noun(
    doc: "Doc", token: "Token", hits: tuple[CountryHit, ...], lexicon: ActorLexicon
) -> tuple[int, int, str | None] | None:
    """Return characters and country of an office without a name ("the Turkish president")."""
    if not is_office(token, lexicon) or token.pos_ in ("VERB", "ADV"):
        return None
    start = token.i
    while (
        start
        and not doc[start].is_sent_start
        and (
            doc[start - 1].pos_ in ("ADJ", "NOUN", "PROPN", "PART")
            or doc[start - 1].text == "'s"
        )
        and token.i - start < 6
    ):
        start -= 1
    determined = (
        start
        and not doc[start].is_sent_start
        and doc[start - 1].text.lower() in ("the", "a", "an", "its", "his", "their")
    )
    inside = [h for h in hits if doc[start].idx <= h.start and h.end <= token.idx]
    of = re.match(r"\s+of\s+(?:the\s+)?", doc.text[token.idx + len(token) :])
    at = token.idx + len(token) + of.end() if of else -1
    after = [h for h in hits if h.start == at]
    country = (inside or after or [None])[0]
    if not determined and country is None:
        return None
    first = doc[start - 1].idx if determined else doc[start].idx
    last = after[0].end if after and not inside else token.idx + len(token)
    return first, last, country.country_code if country else None
