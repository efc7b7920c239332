"""What the time grammar finds, and what it is resolved against."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Anchor:
    """When the article was published: the day, or the bounds that are known."""

    published_on: date | None
    earliest_on: date | None = None
    latest_on: date | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that say when, as half-open characters, with their parsed parts.

    `kind` is `day`, `days`, `month`, `months`, `year`, `years`, `decade`, `weekday`,
    `shift` (today, last week, next month: `number` units from now), `ago` (`number`
    units back or ahead), `span` (over the past five years), `part` (quarter, half,
    first N months), `same_period`.
    `modifier` is `early`, `mid`, `late`, `end`, `last`, `next`, `this`, `earlier`,
    `later`; `relation` is `since`, `until`, `by` or `as_of`.
    """

    char_start: int
    char_end: int
    text: str
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    year2: int | None = None
    month2: int | None = None
    day2: int | None = None
    number: int | None = None
    unit: str | None = None
    modifier: str | None = None
    relation: str | None = None
