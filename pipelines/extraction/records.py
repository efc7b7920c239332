"""The mentions that extraction finds, and the candidates that it works with.

All offsets are half-open characters in the article's body.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from pipelines.articles.records import Article

if TYPE_CHECKING:
    from spacy.tokens import Doc

ReferenceTables = Mapping[str, Sequence[Mapping[str, str]]]
"""Reference tables by file stem, as read from `seeds/reference/*.csv`, cells as text."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """An exact quote: `body[char_start:char_end] == quote`."""

    char_start: int
    char_end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Period:
    """A resolved time: inclusive days, None where unknown.

    `precision` is `day`, `month`, `year`, `range` or `unknown`; `basis` is `stated`,
    `relative`, `reported` or `unknown`.
    """

    start_on: date | None
    end_on: date | None
    precision: str
    basis: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happens; coordinates where the gazetteer knows it."""

    name: str
    country_code: str | None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """One named agent of an article, all its mentions taken together.

    `key` is unique within the article (`country:AZE`, `person:jeyhun bayramov`,
    `organisation:socar`). `organisation_key` is the body whose office a person holds.
    `is_agent` is False for a country that the article names only as a place: it is an actor
    of the article where an event happens to it, as the host of a visit.
    """

    key: str
    name: str
    kind: str
    country_code: str | None
    role: str | None
    sector_code: str | None
    organisation_key: str | None
    surfaces: tuple[str, ...]
    is_agent: bool = True


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that stand for one or more actors of the article.

    `form` is `name`, `surname`, `demonym` ("Azerbaijani gas"), `capital` ("Ankara said"),
    `title` ("the Turkish president", and the whole of "Foreign Minister X"), `group`
    ("the two countries", "both sides"), `pronoun`, or `place` (a country or city named
    only as a place, "in Serbia"; it is no agent there). `actor_keys` are those meant.
    """

    char_start: int
    char_end: int
    form: str
    actor_keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is who in an article: actors by key and their references by offset."""

    actors: Mapping[str, Actor]
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor in an event: `role` is `source` (does it) or `target` (receives it)."""

    actor_key: str
    name: str
    country_code: str | None
    role: str


@dataclass(frozen=True, slots=True)
class EventMention:
    """One event as an article tells it; fields as in the codebook."""

    event_type: str
    action: str
    status: str
    participants: tuple[Participant, ...]
    period: Period
    date_text: str | None
    place: Place | None
    object_text: str | None
    evidence: tuple[Evidence, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class MetricMention:
    """One number as an article gives it; fields as in the codebook.

    `subjects` are country codes or names; `subject_keys` the actors among them.
    """

    indicator: str
    indicator_text: str
    value: Decimal
    value_low: Decimal | None
    value_high: Decimal | None
    unit: str
    measure: str
    qualifier: str
    subjects: tuple[str, ...]
    subject_keys: tuple[str, ...]
    period: Period
    date_text: str | None
    status: str
    evidence: Evidence
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ThingMention:
    """A named agreement, project, facility, gathering or programme; no actor."""

    name: str
    kind: str
    surfaces: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article says, as one engine reads it."""

    article_id: str
    engine: str
    engine_version: str
    actors: tuple[Actor, ...]
    events: tuple[EventMention, ...]
    metrics: tuple[MetricMention, ...]
    things: tuple[ThingMention, ...]


class Extractor(Protocol):
    """An engine: reads one parsed article into mentions.

    `parsed` is what `parsing.parse` gives for the same article.
    """

    name: str
    version: str

    def extract(self, article: Article, parsed: "Doc") -> Extraction:
        """Return all mentions of `article`."""
        ...
