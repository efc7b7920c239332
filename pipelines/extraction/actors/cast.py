"""Put the cast of an article together: countries, bodies, people, then words without name."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pipelines.articles.records import Article
from pipelines.extraction.actors.bylines import is_byline
from pipelines.extraction.actors.countries import CountryHit, find_countries
from pipelines.extraction.actors.draft import Draft
from pipelines.extraction.actors.groups import add_groups, role_noun, unnamed_end
from pipelines.extraction.actors.lexicon import ActorLexicon
from pipelines.extraction.actors.organisations import BodyHit, find_bodies
from pipelines.extraction.actors.people import add_people, settle_countries
from pipelines.extraction.actors.titles import is_office
from pipelines.extraction.parsing import fold
from pipelines.extraction.records import Actor, Cast, EventMention

if TYPE_CHECKING:
    from spacy.tokens import Doc


HEADS = ("president", "leader", "minister", "premier", "chancellor", "king")
"""Offices that the one untitled person of a country holds: "the Russian leader"."""

RANKS = ("vice", "deputy", "prime", "former")
"""Words that make another office of the same head word."""


def find_cast(article: Article, doc: "Doc", lexicon: ActorLexicon) -> Cast:
    """Return the actors of `article` and all references to them, in text order.

    `doc` is the article's parse; offsets are characters of its body.
    """
    draft = Draft()
    countries = find_countries(doc, lexicon)
    bodies = find_bodies(doc, lexicon, countries)
    _add_countries(doc, countries, bodies, draft, lexicon)
    _add_bodies(bodies, draft)
    add_people(doc, countries, bodies, draft, lexicon)
    home = lexicon.city_countries.get(fold(article.dateline_place or ""))
    settle_countries(doc, draft, home, lexicon)
    _add_role_nouns(doc, countries, draft, lexicon)
    add_groups(doc, draft)
    return _finish(article, draft)


def _add_countries(
    doc: "Doc",
    hits: tuple[CountryHit, ...],
    bodies: tuple[BodyHit, ...],
    draft: Draft,
    lexicon: ActorLexicon,
) -> None:
    for hit in hits:
        key = f"country:{hit.country_code}"
        name = lexicon.country_names.get(hit.country_code, hit.country_code)
        draft.put(Actor(key, name, "country", hit.country_code, None, "GOV", None, ()))
        form = "place" if hit.is_place else {"abbreviation": "name"}.get(hit.form, hit.form)
        if any(b.start <= hit.start and hit.end <= b.end for b in bodies):
            form = (
                "place" if hit.form == "capital" else "demonym"
            )  # "Parliament of Iraq" names the body, through it the country
        end = unnamed_end(doc.text, hit.end) if hit.form in ("demonym", "name") else None
        draft.add(
            hit.start, hit.end, form if form in ("place", "demonym", "capital") else "name", key
        )
        if end and not any(b.start < end and hit.start < b.end for b in bodies):
            draft.add(hit.start, end, "title", key)


def _add_bodies(bodies: tuple[BodyHit, ...], draft: Draft) -> None:
    for hit in bodies:
        key = (
            "organisation:"
            + re.sub(r"[^\w]+", " ", re.sub(r"(?i)^the\s+", "", hit.name)).strip().lower()
        )
        same = next(
            (
                k
                for k, a in draft.actors.items()
                if a.kind == "organisation" and _same_body(a, hit)
            ),
            key,
        )
        draft.put(
            Actor(
                same,
                hit.name,
                "organisation",
                hit.country_code,
                None,
                hit.sector_code,
                None,
                (),
            )
        )
        draft.add(hit.start, hit.end, "name", same)


def _same_body(actor: Actor, hit: BodyHit) -> bool:
    """Tell whether a shorter name stands for a longer one ("Digital Transformation Office")."""
    short, long = sorted((actor.name, hit.name), key=len)
    if short == long:
        return True
    if actor.country_code and hit.country_code and actor.country_code != hit.country_code:
        return False
    return len(short.split()) > 1 and (
        long.startswith(short + " ") or long.endswith(" " + short)
    )


def _add_role_nouns(
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
        found = role_noun(doc, token, countries, lexicon)
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
    generic = head in (
        "official",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "minister",
        "president",
        "leader",
    )
    return (
        people[:1]
        if generic and head in ("official", "leader", "minister", "president")
        else []
    )


def _finish(article: Article, draft: Draft) -> Cast:
    """Set the surfaces; leave out who is only a place, a byline or a source of news."""
    surfaces: dict[str, dict[str, None]] = {key: {} for key in draft.actors}
    agents: set[str] = set()
    for reference in sorted(draft.references, key=lambda r: r.char_start):
        words = article.body[reference.char_start : reference.char_end]
        for key in reference.actor_keys:
            if reference.form in ("name", "surname", "demonym", "capital", "place"):
                surfaces[key].setdefault(words)
            if reference.form != "place":
                agents.add(key)
    actors: dict[str, Actor] = {}
    for key, actor in draft.actors.items():
        is_agent = key in agents
        if (is_agent or actor.kind == "country") and not is_byline(article, actor.name):
            actors[key] = Actor(
                key,
                _full_name(actor, surfaces[key]),
                actor.kind,
                actor.country_code,
                actor.role,
                actor.sector_code,
                actor.organisation_key,
                tuple(surfaces[key]),
                is_agent,
            )
    references = tuple(
        r
        for r in sorted(draft.references, key=lambda r: (r.char_start, -r.char_end))
        if all(key in actors for key in r.actor_keys)
    )
    return Cast(actors, references)


def _full_name(actor: Actor, surfaces: dict[str, None]) -> str:
    """Return the fullest form in the article, with the article's own letters."""
    if actor.kind == "organisation" and surfaces:
        return " ".join(max((s for s in surfaces), key=len).split())
    return next((s for s in surfaces if fold(s) == actor.name), actor.name)


def keep_actors(cast: Cast, events: Iterable[EventMention]) -> tuple[Actor, ...]:
    """Return the actors of an article: its agents, and the countries that events touch."""
    touched = {p.actor_key for event in events for p in event.participants}
    return tuple(a for key, a in cast.actors.items() if a.is_agent or key in touched)
