"""Resolve time expressions to days for events, by the codebook.

Unknown stays unknown: what needs the publication date has no days without it, but keeps
its precision and its basis.
"""

from datetime import date, timedelta

from pipelines.extraction.records import Period
from pipelines.extraction.times.calendar import (
    Span,
    cut_span,
    month_span,
    months_span,
    shift_days,
    shift_month,
    unit_span,
    year_span,
)
from pipelines.extraction.times.records import Anchor, TimeExpression

UNKNOWN = Period(None, None, "unknown", "unknown")
FUTURE = "future"
NEAR, NEAR_ONGOING = 10, 60
"""Days ahead that are nearer than the same day a year ago, whatever the verb's tense."""


def resolve(expression: TimeExpression, anchor: Anchor, *, tense: str) -> Period:
    """Return the period of an event; `tense` is `past`, `future` or `none`.

    "since" leaves the end open, "until" and "by" the start where nothing bounds it.
    """
    period = _resolve_kind(expression, anchor, tense)
    return _relate(expression, period, anchor, tense)


def _relate(expression: TimeExpression, period: Period, anchor: Anchor, tense: str) -> Period:
    if period.start_on is None and period.end_on is None:
        return period
    if expression.relation == "since" or (expression.relation == "from" and tense != FUTURE):
        return Period(period.start_on, None, period.precision, period.basis)
    limit = expression.relation
    if expression.modifier == "end" and limit == "before":
        limit = "by"
    if limit in ("by", "until", "before") and tense == FUTURE and anchor.published_on:
        end = period.end_on if limit != "before" else period.start_on
        if end and end >= anchor.published_on:
            return Period(anchor.published_on, end, "range", period.basis)
    return period


def _resolve_kind(expression: TimeExpression, anchor: Anchor, tense: str) -> Period:
    resolver = _RESOLVERS.get(expression.kind)
    return resolver(expression, anchor, tense) if resolver else UNKNOWN


def _make(span: Span | None, precision: str, basis: str) -> Period:
    if span is None:
        return Period(None, None, precision, basis)
    start, end = span
    return Period(start, end, "day" if start == end else precision, basis)


def _basis(expression: TimeExpression) -> str:
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


def _day(e: TimeExpression, anchor: Anchor, tense: str) -> Period:
    assert e.month is not None
    assert e.day is not None
    year = e.year or choose_year(e.month, e.day, anchor, tense, hint=e.unit)
    if year is None:
        return _make(None, "day", "relative")
    try:
        day = date(year, e.month, e.day)
    except ValueError:  # 29 February outside a leap year
        return UNKNOWN
    return _make((day, day), "day", _basis(e))


def _days(e: TimeExpression, anchor: Anchor, tense: str) -> Period:
    last_month = e.month2 or e.month
    month = e.month or e.month2
    assert month is not None
    assert last_month is not None
    year = e.year or choose_year(last_month, e.day2, anchor, tense)
    if year is None or e.day is None or e.day2 is None:
        return _make(None, "range", "relative")
    try:
        end = date(year, last_month, e.day2)
        start = date(year - (month > last_month), month, e.day)
    except ValueError:
        return UNKNOWN
    return _make((start, end) if start <= end else (end, end), "range", _basis(e))


def _month(e: TimeExpression, anchor: Anchor, tense: str) -> Period:
    assert e.month is not None
    part = e.modifier if e.modifier not in ("last", "next", "this") else None
    precision = "range" if part else "month"
    if e.year is None and e.modifier == "last" and anchor.published_on:
        return _last_month(e.month, anchor.published_on)
    way = FUTURE if e.modifier == "next" else tense
    year = e.year or choose_year(e.month, None, anchor, way, hint=e.unit)
    if e.modifier == "this" and anchor.published_on:
        year = anchor.published_on.year
    if year is None:
        return _make(None, precision, "relative")
    if part == "end" and e.relation in ("by", "before", "until"):
        part = None  # "by the end of August" reaches to its last day
    return _make(cut_span(month_span(year, e.month), part), precision, _basis(e))


def _last_month(month: int, published: date) -> Period:
    """Return "last September": soon after one it may mean that one or the one before."""
    year = published.year - (month >= published.month)
    months_since = (published.year - year) * 12 + published.month - month
    start, end = month_span(year, month)
    if months_since <= 2:
        return Period(month_span(year - 1, month)[0], end, "range", "relative")
    return Period(start, end, "month", "relative")


def _months(e: TimeExpression, anchor: Anchor, tense: str) -> Period:
    assert e.month is not None
    assert e.month2 is not None
    year = e.year2 or e.year or choose_year(e.month2, None, anchor, tense, hint=e.unit)
    if year is None:
        return _make(None, "range", "relative")
    first_year = e.year if e.year2 and e.year else year - (e.month > e.month2)
    start = month_span(first_year, e.month)[0]
    return _make((start, month_span(year, e.month2)[1]), "range", _basis(e))


def _year(e: TimeExpression, _anchor: Anchor, _tense: str) -> Period:
    assert e.year is not None
    precision = "range" if e.modifier else "year"
    return _make(cut_span(year_span(e.year), e.modifier), precision, "stated")


def _years(e: TimeExpression, _anchor: Anchor, _tense: str) -> Period:
    assert e.year is not None
    if e.year2 is not None and e.year2 < e.year:
        return UNKNOWN
    return _make(year_span(e.year, e.year2), "range" if e.year2 else "year", "stated")


def _decade(e: TimeExpression, _anchor: Anchor, _tense: str) -> Period:
    assert e.year is not None
    return _make(cut_span(year_span(e.year, e.year + 9), e.modifier), "range", "stated")


def _one_day(day: date) -> Span:
    return day, day


def _weekday(e: TimeExpression, anchor: Anchor, tense: str) -> Period:
    published = anchor.published_on
    if published is None or e.day is None:
        return _make(None, "day", "relative")
    back = (published.weekday() - e.day) % 7
    if e.modifier == "next" or (tense == FUTURE and e.modifier != "last"):
        ahead = (-back) % 7
        if e.modifier == "next" and not ahead:
            ahead = 7
        return _make(_one_day(published + timedelta(days=ahead)), "day", "relative")
    if e.modifier == "last" and back == 0:
        back = 7
    return _make(_one_day(published - timedelta(days=back)), "day", "relative")


def _shift(e: TimeExpression, anchor: Anchor, tense: str) -> Period:
    published = anchor.published_on
    unit = e.unit or "day"
    precision = {"day": "day", "month": "month", "year": "year"}.get(unit, "range")
    if published is None:
        return _make(None, precision, "relative")
    span = unit_span(shift_days(published.replace(day=1) if unit == "month" else published,
                                unit, e.number or 0), unit)  # fmt: skip
    if e.number:
        part = e.modifier if e.modifier in ("early", "mid", "late", "end") else None
        return _make(cut_span(span, part), "range" if part else precision, "relative")
    return _current(e, span, published, tense, precision)


def _current(
    e: TimeExpression, span: Span, published: date, tense: str, precision: str
) -> Period:
    """Return this week, month or year: up to publication for the past, after it for plans."""
    start, end = span
    if e.unit == "day":
        return _make(span, "day", "relative")
    if e.modifier in ("early", "mid", "late", "end"):
        return _make(cut_span(span, e.modifier), "range", "relative")
    if e.modifier == "later" or (e.modifier == "this" and tense == FUTURE):
        return _make((published, end), "range", "relative")
    if e.modifier == "earlier" or e.unit == "week" or tense == "past":
        return _make((start, published), "range", "relative")
    return _make(span, precision, "relative")


def _weekend(e: TimeExpression, anchor: Anchor, tense: str) -> Period:
    published = anchor.published_on
    if published is None:
        return _make(None, "range", "relative")
    back = (published.weekday() - 5) % 7
    saturday = published - timedelta(days=back)
    if (tense == FUTURE and e.modifier != "last") or e.modifier == "next":
        saturday += timedelta(days=7 if back > 1 else 0)
    return _make((saturday, saturday + timedelta(days=1)), "range", "relative")


def _ago(e: TimeExpression, anchor: Anchor, _tense: str) -> Period:
    published, unit = anchor.published_on, e.unit or "day"
    if published is None or e.number is None or unit == "hour" or e.modifier == "earlier":
        return UNKNOWN
    day = shift_days(published, unit, -e.number)
    precision = {"day": "day", "month": "month", "year": "year"}.get(unit, "range")
    return _make(unit_span(day, unit), precision, "relative")


def _span(e: TimeExpression, anchor: Anchor, _tense: str) -> Period:
    published, unit = anchor.published_on, e.unit or "day"
    if published is None or e.number is None or unit == "hour":
        return UNKNOWN
    if e.modifier == "next":
        return _make((published, shift_days(published, unit, e.number)), "range", "relative")
    return _make((shift_days(published, unit, -e.number), published), "range", "relative")


def _part(e: TimeExpression, anchor: Anchor, tense: str) -> Period:
    if e.month is None or e.month2 is None:
        return UNKNOWN
    published = anchor.published_on
    year = e.year or choose_year(e.month, None, anchor, tense, hint=e.unit)
    if year is None or (e.unit == "season" and published is None and not e.year):
        return _make(None, "range", "relative")
    if e.year is None and published and e.modifier in ("last", "next"):
        start = date(published.year, e.month, 1)
        year = published.year - (start > published or e.month2 > 12)
        year = year if e.modifier == "last" else published.year + (start <= published)
    return _make(months_span(year, e.month, e.month2), "range", _basis(e))


def _fiscal(e: TimeExpression, _anchor: Anchor, _tense: str) -> Period:
    """Return the calendar years that a fiscal year lies in: its months differ by country."""
    assert e.year is not None
    return _make(year_span(e.year, e.year2), "range" if e.year2 else "year", "stated")


_RESOLVERS = {
    "day": _day, "days": _days, "month": _month, "months": _months, "year": _year,
    "years": _years, "decade": _decade, "weekday": _weekday, "shift": _shift,
    "weekend": _weekend, "ago": _ago, "span": _span, "part": _part, "fiscal": _fiscal,
}  # fmt: skip

__all__ = ["UNKNOWN", "choose_year", "resolve", "shift_month"]
