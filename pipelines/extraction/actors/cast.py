"""Put the cast of an article together: countries, bodies, people, then words without name."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pipelines.articles.records import Article
from pipelines.extraction.actors.bylines import is_byline
from pipelines.extraction.actors.countries import CountryHit, find_countries
from pipelines.extraction.actors.draft import Draft
from pipelines.extraction.actors.groups import add_groups
from pipelines.extraction.actors.homes import settle_countries
from pipelines.extraction.actors.lexicon import ActorLexicon
from pipelines.extraction.actors.organisations import BodyHit, find_bodies
from pipelines.extraction.actors.people import add_people
from pipelines.extraction.actors.role_nouns import add_role_nouns, unnamed_end
from pipelines.extraction.parsing import fold
from pipelines.extraction.records import Actor, Cast, EventMention

if TYPE_CHECKING:
    from spacy.tokens import Doc


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
    add_role_nouns(doc, countries, draft, lexicon)
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
