"""Resolve time expressions to days for events, by the codebook.

Unknown stays unknown: what needs the publication date has no days without it, but keeps
its precision and its basis.
"""

from datetime import date

from pipelines.extraction.records import Period
from pipelines.extraction.times.calendar import (
    cut_span,
    month_span,
    months_span,
    year_span,
)
from pipelines.extraction.times.records import Anchor, TimeExpression
from pipelines.extraction.times.relative import (
    resolve_ago,
    resolve_shift,
    resolve_span,
    resolve_weekday,
    resolve_weekend,
)
from pipelines.extraction.times.years import (
    FUTURE,
    UNKNOWN,
    choose_year,
    make_period,
    read_basis,
)


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


def _day(e: TimeExpression, anchor: Anchor, tense: str) -> Period:
    assert e.month is not None
    assert e.day is not None
    year = e.year or choose_year(e.month, e.day, anchor, tense, hint=e.unit)
    if year is None:
        return make_period(None, "day", "relative")
    try:
        day = date(year, e.month, e.day)
    except ValueError:  # 29 February outside a leap year
        return UNKNOWN
    return make_period((day, day), "day", read_basis(e))


def _days(e: TimeExpression, anchor: Anchor, tense: str) -> Period:
    last_month = e.month2 or e.month
    month = e.month or e.month2
    assert month is not None
    assert last_month is not None
    year = e.year or choose_year(last_month, e.day2, anchor, tense)
    if year is None or e.day is None or e.day2 is None:
        return make_period(None, "range", "relative")
    try:
        end = date(year, last_month, e.day2)
        start = date(year - (month > last_month), month, e.day)
    except ValueError:
        return UNKNOWN
    return make_period((start, end) if start <= end else (end, end), "range", read_basis(e))


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
        return make_period(None, precision, "relative")
    if part == "end" and e.relation in ("by", "before", "until"):
        part = None  # "by the end of August" reaches to its last day
    return make_period(cut_span(month_span(year, e.month), part), precision, read_basis(e))


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
        return make_period(None, "range", "relative")
    first_year = e.year if e.year2 and e.year else year - (e.month > e.month2)
    start = month_span(first_year, e.month)[0]
    return make_period((start, month_span(year, e.month2)[1]), "range", read_basis(e))


def _year(e: TimeExpression, _anchor: Anchor, _tense: str) -> Period:
    assert e.year is not None
    precision = "range" if e.modifier else "year"
    return make_period(cut_span(year_span(e.year), e.modifier), precision, "stated")


def _years(e: TimeExpression, _anchor: Anchor, _tense: str) -> Period:
    assert e.year is not None
    if e.year2 is not None and e.year2 < e.year:
        return UNKNOWN
    return make_period(year_span(e.year, e.year2), "range" if e.year2 else "year", "stated")


def _decade(e: TimeExpression, _anchor: Anchor, _tense: str) -> Period:
    assert e.year is not None
    return make_period(cut_span(year_span(e.year, e.year + 9), e.modifier), "range", "stated")


def _part(e: TimeExpression, anchor: Anchor, tense: str) -> Period:
    if e.month is None or e.month2 is None:
        return UNKNOWN
    published = anchor.published_on
    year = e.year or choose_year(e.month, None, anchor, tense, hint=e.unit)
    if year is None or (e.unit == "season" and published is None and not e.year):
        return make_period(None, "range", "relative")
    if e.year is None and published and e.modifier in ("last", "next"):
        start = date(published.year, e.month, 1)
        year = published.year - (start > published or e.month2 > 12)
        year = year if e.modifier == "last" else published.year + (start <= published)
    return make_period(months_span(year, e.month, e.month2), "range", read_basis(e))


def _fiscal(e: TimeExpression, _anchor: Anchor, _tense: str) -> Period:
    """Return the calendar years that a fiscal year lies in: its months differ by country."""
    assert e.year is not None
    return make_period(year_span(e.year, e.year2), "range" if e.year2 else "year", "stated")


_RESOLVERS = {
    "day": _day, "days": _days, "month": _month, "months": _months, "year": _year,
    "years": _years, "decade": _decade, "weekday": resolve_weekday, "shift": resolve_shift,
    "weekend": resolve_weekend, "ago": resolve_ago, "span": resolve_span, "part": _part,
    "fiscal": _fiscal,
}  # fmt: skip
