"""What the reference tables know of countries, bodies and offices."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipelines.extraction.matching import NameMatcher
from pipelines.extraction.parsing import fold
from pipelines.extraction.records import ReferenceTables


@dataclass(frozen=True, slots=True)
class CountryName:
    """A country's code and the form of the name: name, demonym, capital, seat …"""

    country_code: str
    form: str


@dataclass(frozen=True, slots=True)
class Body:
    """A known organisation."""

    name: str
    country_code: str | None
    sector_code: str


@dataclass(frozen=True, slots=True)
class TitleWords:
    """Words in and around titles, in lower case.

    `particles` belong to names ("von der"), `fields` to offices ("foreign affairs"),
    `ranks` stand before an office ("deputy"), `not_in_role` are no part of it, `courtesies`
    are no office ("Mr").
    """

    particles: frozenset[str]
    fields: frozenset[str]
    ranks: frozenset[str]
    not_in_role: frozenset[str]
    courtesies: frozenset[str]


@dataclass(frozen=True, slots=True)
class ActorLexicon:
    """Names ready to be matched in folded text."""

    countries: NameMatcher[CountryName]
    bodies: NameMatcher[Body]
    country_names: dict[str, str]
    offices: dict[str, str]
    office_countries: dict[str, str]
    heads: frozenset[str]
    office_words: frozenset[str]
    titles: TitleWords
    body_words: dict[str, str]
    agencies: re.Pattern[str]
    city_names: frozenset[str]
    city_countries: dict[str, str]

    @classmethod
    def from_tables(cls, tables: ReferenceTables) -> "ActorLexicon":
        """Build from the tables of countries, bodies, offices and places."""
        country_names = {
            row["name"] for row in tables["country_names"] if row["form"] == "name"
        }
        offices = {row["title"]: row["sector_code"] for row in tables["offices"]}
        return cls(
            countries=NameMatcher(
                (fold(row["name"]), CountryName(row["country_code"], row["form"]))
                for row in tables["country_names"]
            ),
            bodies=NameMatcher(
                (fold(name), _body(row))
                for row in tables["organisations"]
                for name in (row["name"], *filter(None, row["aliases"].split("|")))
            ),
            country_names={row["country_code"]: row["name"] for row in tables["countries"]},
            offices=offices,
            heads=frozenset(
                row["title"] for row in tables["offices"] if row["level"] == "head"
            ),
            office_countries={
                row["title"]: row["country_code"]
                for row in tables["offices"]
                if row["country_code"]
            },
            office_words=frozenset(title.rsplit(" ", 1)[-1] for title in offices),
            titles=_title_words(tables["title_words"]),
            body_words={row["word"]: row["sector_code"] for row in tables["body_words"]},
            agencies=re.compile(
                rf"(?i)^(?:the\s+)?(?:{'|'.join(r['name'] for r in tables['news_agencies'])})\b"
            ),
            city_names=frozenset(
                fold(row["name"])
                for row in tables["places"]
                if row["name"] not in country_names
            ),
            city_countries={fold(row["name"]): row["country_code"] for row in tables["places"]},
        )


def _title_words(rows: Sequence[Mapping[str, str]]) -> TitleWords:
    def words(kind: str) -> frozenset[str]:
        return frozenset(row["word"] for row in rows if row["kind"] == kind)

    return TitleWords(
        particles=words("particle"),
        fields=words("field"),
        ranks=words("rank"),
        not_in_role=words("not_in_role"),
        courtesies=words("courtesy"),
    )


def _body(row: Mapping[str, str]) -> Body:
    return Body(row["name"], row["country_code"] or None, row["sector_code"])
