"""What linking reads and what it decides: frozen records, keyed by mention."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor as one article names it; `mention_id` is article and key."""

    mention_id: str
    name: str
    kind: str
    country_code: str | None
    surfaces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event as one article tells it.

    `parties` are actor ids with their country codes and kinds; `things` are ids of the
    named things that its evidence covers; `words` is the evidence.
    """

    mention_id: str
    event_type: str
    action: str
    status: str
    start_on: date | None
    end_on: date | None
    precision: str
    place_name: str | None
    parties: tuple[tuple[str, str | None, str], ...]
    things: frozenset[str]
    words: str


@dataclass(frozen=True, slots=True)
class MetricMention:
    """A number as one article gives it; a stated fact is what all its fields say."""

    mention_id: str
    indicator: str
    indicator_text: str
    value: Decimal
    unit: str
    measure: str
    qualifier: str
    subjects: tuple[str, ...]
    start_on: date | None
    end_on: date | None
    status: str


@dataclass(frozen=True, slots=True)
class ThingMention:
    """A named thing in one article."""

    mention_id: str
    name: str
    kind: str
    surfaces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """A mention beyond the first of its item, and why it belongs there."""

    kind: str
    item_id: str
    mention_id: str
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Retired:
    """An id that turned out to name the same as another."""

    kind: str
    retired_id: str
    kept_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Links:
    """The id of every mention of one kind, the merges and the ids that ended."""

    ids: dict[str, str]
    merges: tuple[Merge, ...]
    retired: tuple[Retired, ...]
