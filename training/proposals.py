"""What the rules propose on a passage: the candidates, and what each of them means."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pipelines.articles.records import Article
from pipelines.extraction.actors import ActorLexicon, find_cast
from pipelines.extraction.places import PlaceLexicon, PlaceMention, find_places
from pipelines.extraction.quantities import QuantityLexicon, find_quantities
from pipelines.extraction.records import Cast, ReferenceTables
from pipelines.extraction.times import Anchor, TimeExpression, find_times, resolve_period
from pipelines.extraction.trained.candidates import Candidate, place_candidates

if TYPE_CHECKING:
    from spacy.tokens import Doc

Reading = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Meanings:
    """Folded names and country codes that a candidate may stand for."""

    names: frozenset[str]
    countries: frozenset[str]


@dataclass(frozen=True, slots=True)
class Proposals:
    """Candidates of one passage; meanings and readings lie beside their candidates."""

    references: tuple[Candidate, ...]
    meanings: tuple[Meanings, ...]
    places: tuple[Candidate, ...]
    place_meanings: tuple[Meanings, ...]
    times: tuple[Candidate, ...]
    readings: tuple[frozenset[Reading], ...]
    quantities: tuple[Candidate, ...]


class Proposer:
    """Runs the rules that propose; built once from the reference tables."""

    def __init__(self, tables: ReferenceTables) -> None:
        self._actors = ActorLexicon.from_tables(tables)
        self._places = PlaceLexicon.from_tables(tables)
        self._quantities = QuantityLexicon.from_tables(tables)

    def propose(self, article: Article, doc: "Doc") -> Proposals:
        """Return the candidates of `article`."""
        cast = find_cast(article, doc, self._actors)
        places = find_places(doc, cast, self._places)
        times = find_times(doc.text)
        references = place_candidates(doc, cast.references)
        place_spans = place_candidates(doc, places)
        time_spans = place_candidates(doc, times)
        return Proposals(
            references=references,
            meanings=tuple(
                _mean(cast, cast.references[c.source].actor_keys) for c in references
            ),
            places=place_spans,
            place_meanings=tuple(_mean_place(places[c.source]) for c in place_spans),
            times=time_spans,
            readings=tuple(_read(times[c.source], article) for c in time_spans),
            quantities=place_candidates(
                doc,
                find_quantities(
                    doc, self._quantities, [(t.char_start, t.char_end) for t in times]
                ),
            ),
        )


def fold_name(name: str) -> str:
    """Return `name` without case, diacritics and a leading article."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i"))
    folded = plain.encode("ascii", "ignore").decode().casefold()
    return folded.removeprefix("the ").strip()


def _mean(cast: Cast, keys: Iterable[str]) -> Meanings:
    actors = [cast.actors[key] for key in keys if key in cast.actors]
    return Meanings(
        frozenset(fold_name(a.name) for a in actors),
        frozenset(a.country_code for a in actors if a.kind == "country" and a.country_code),
    )


def _mean_place(mention: PlaceMention) -> Meanings:
    return Meanings(frozenset({fold_name(mention.place.name)}), frozenset())


def _read(expression: TimeExpression, article: Article) -> frozenset[Reading]:
    anchor = Anchor(
        article.published_on, article.published_earliest_on, article.published_latest_on
    )
    readings: set[Reading] = set()
    for flow in (True, False):
        for status in ("observed", "target"):
            period = resolve_period(expression, anchor, flow=flow, status=status)
            readings.add((_iso(period.start_on), _iso(period.end_on)))
    return frozenset(readings)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
