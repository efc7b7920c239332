"""Places: cities, regions and countries as places, with country and coordinates."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.extraction.matching import NameMatcher
from pipelines.extraction.parsing import fold
from pipelines.extraction.records import Cast, Place, ReferenceTables

if TYPE_CHECKING:
    from spacy.tokens import Doc

PLACE_PREPOSITION = re.compile(
    r"(?i)\b(?:in|at|near|to|from|into|visit(?:ed|s|ing)?|of|outside|around|via|for|"
    r"toward|towards|leave|left|reached|between|and|,)\s+(?:the\s+)?"
    r"(?:(?:northern|southern|eastern|western|central|capital|city|port|town|"
    r"neighbou?ring|Azerbaijan's|[A-Z]\w+'s|\w+ian|\w+ish|\w+ese)\s+){0,3}(?:of\s+)?$"
)


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place's name at half-open characters; `kind` is `city` or `country`."""

    char_start: int
    char_end: int
    place: Place
    kind: str


@dataclass(frozen=True, slots=True)
class PlaceLexicon:
    """The gazetteer, ready to be matched in folded text."""

    places: NameMatcher[Place]
    by_name: dict[str, Place]
    countries: dict[str, Place]

    @classmethod
    def from_tables(cls, tables: ReferenceTables) -> "PlaceLexicon":
        """Build from `places` and `countries`; capitals win over namesakes."""
        named: dict[str, Place] = {}
        for row in tables["places"]:
            named[fold(row["name"])] = _place(row["name"], row)
        for row in tables["countries"]:
            if row["capital"]:
                named[fold(row["capital"])] = _place(row["capital"], row)
        countries = {
            row["country_code"]: _place(row["name"], row) for row in tables["countries"]
        }
        return cls(NameMatcher(named.items()), named, countries)


def _place(name: str, row: Mapping[str, str]) -> Place:
    latitude, longitude = row.get("latitude"), row.get("longitude")
    return Place(
        name,
        row["country_code"],
        float(latitude) if latitude else None,
        float(longitude) if longitude else None,
    )


def find_places(doc: "Doc", cast: Cast, lexicon: PlaceLexicon) -> tuple[PlaceMention, ...]:
    """Return the places of `doc` in order: cities and regions, countries named as places."""
    agents = [
        (r.char_start, r.char_end)
        for r in cast.references
        if r.form in ("name", "surname", "capital")
        and cast.actors[r.actor_keys[0]].kind != "country"
    ]
    found: list[PlaceMention] = []
    for match in lexicon.places.find(doc.text):
        before = doc.text[max(match.start - 50, 0) : match.start]
        if any(a < match.end and match.start < b for a, b in agents):
            continue
        if PLACE_PREPOSITION.search(before) or doc.char_span(
            match.start, match.end, label="GPE"
        ):
            found.append(PlaceMention(match.start, match.end, match.payload, "city"))
    found.extend(_countries_as_places(cast, found, lexicon))
    return tuple(sorted(found, key=lambda p: p.char_start))


def _countries_as_places(
    cast: Cast, cities: Sequence[PlaceMention], lexicon: PlaceLexicon
) -> Iterator[PlaceMention]:
    """Yield the countries that are named where no city of `cities` is."""
    spans = [(p.char_start, p.char_end) for p in cities]
    for reference in cast.references:
        actor = cast.actors[reference.actor_keys[0]]
        place = lexicon.countries.get(actor.country_code or "")
        if actor.kind != "country" or reference.form not in ("place", "name") or not place:
            continue
        if not any(a < reference.char_end and reference.char_start < b for a, b in spans):
            here = Place(actor.name, actor.country_code, place.latitude, place.longitude)
            yield PlaceMention(reference.char_start, reference.char_end, here, "country")
