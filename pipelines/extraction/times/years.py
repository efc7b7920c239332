"""The year that an expression leaves out, and the period that a span of days makes."""

from pipelines.extraction.records import Period
from pipelines.extraction.times.calendar import Span
from pipelines.extraction.times.records import Anchor, TimeExpression

UNKNOWN = Period(None, None, "unknown", "unknown")


FUTURE = "future"


NEAR, NEAR_ONGOING = 10, 60
"""Days ahead that are nearer than the same day a year ago, whatever the verb's tense."""


def make_period(span: Span | None, precision: str, basis: str) -> Period:
    """Return the period of a span; one day has precision `day`, no span unknown days."""
    if span is None:
        return Period(None, None, precision, basis)
    start, end = span
    return Period(start, end, "day" if start == end else precision, basis)


def read_basis(expression: TimeExpression) -> str:
    """Return `stated` where the text gives the year, else `relative`."""
    return "stated" if expression.year else "relative"


def choose_year(
    month: int, day: int | None, anchor: Anchor, tense: str, *, hint: str | None = None
) -> int | None:
    """Return the year of a month (and day) that has none.

    The latest such time not after publication; for plans the first on or after it.
    `hint` is `last_year`, `this_year` or `next_year` where the text says so.
    """
    published = anchor.published_on
    if published is None:
        return None
    if hint in ("last_year", "this_year", "next_year"):
        return published.year + {"last_year": -1, "this_year": 0, "next_year": 1}[hint]
    here = (published.month, published.day if day else 0)
    there = (month, day or 0)
    if tense == FUTURE:
        return published.year + (there < here)
    ahead = (month - published.month) * 31 + (day - published.day if day else 0)
    near = NEAR_ONGOING if tense == "none" else NEAR
    return published.year - (there > here and ahead > near)
