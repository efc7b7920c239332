"""Times counted from the day of publication: Monday, last week, three days ago."""

from datetime import date, timedelta

from pipelines.extraction.records import Period
from pipelines.extraction.times.calendar import Span, cut_span, shift_days, unit_span
from pipelines.extraction.times.records import Anchor, TimeExpression
from pipelines.extraction.times.years import FUTURE, UNKNOWN, make_period


def _one_day(day: date) -> Span:
    return day, day


def resolve_weekday(e: TimeExpression, anchor: Anchor, tense: str) -> Period:
    """Resolve a week day: the last one, the next for plans."""
    published = anchor.published_on
    if published is None or e.day is None:
        return make_period(None, "day", "relative")
    back = (published.weekday() - e.day) % 7
    if e.modifier == "next" or (tense == FUTURE and e.modifier != "last"):
        ahead = (-back) % 7
        if e.modifier == "next" and not ahead:
            ahead = 7
        return make_period(_one_day(published + timedelta(days=ahead)), "day", "relative")
    if e.modifier == "last" and back == 0:
        back = 7
    return make_period(_one_day(published - timedelta(days=back)), "day", "relative")


def resolve_shift(e: TimeExpression, anchor: Anchor, tense: str) -> Period:
    """Resolve so many units from now: today, last week, next month."""
    published = anchor.published_on
    unit = e.unit or "day"
    precision = {"day": "day", "month": "month", "year": "year"}.get(unit, "range")
    if published is None:
        return make_period(None, precision, "relative")
    span = unit_span(shift_days(published.replace(day=1) if unit == "month" else published,
                                unit, e.number or 0), unit)  # fmt: skip
    if e.number:
        part = e.modifier if e.modifier in ("early", "mid", "late", "end") else None
        return make_period(cut_span(span, part), "range" if part else precision, "relative")
    return _current(e, span, published, tense, precision)


def _current(
    e: TimeExpression, span: Span, published: date, tense: str, precision: str
) -> Period:
    """Return this week, month or year: up to publication for the past, after it for plans."""
    start, end = span
    if e.unit == "day":
        return make_period(span, "day", "relative")
    if e.modifier in ("early", "mid", "late", "end"):
        return make_period(cut_span(span, e.modifier), "range", "relative")
    if e.modifier == "later" or (e.modifier == "this" and tense == FUTURE):
        return make_period((published, end), "range", "relative")
    if e.modifier == "earlier" or e.unit == "week" or tense == "past":
        return make_period((start, published), "range", "relative")
    return make_period(span, precision, "relative")


def resolve_weekend(e: TimeExpression, anchor: Anchor, tense: str) -> Period:
    """Resolve a weekend: the last one, the next for plans."""
    published = anchor.published_on
    if published is None:
        return make_period(None, "range", "relative")
    back = (published.weekday() - 5) % 7
    saturday = published - timedelta(days=back)
    if (tense == FUTURE and e.modifier != "last") or e.modifier == "next":
        saturday += timedelta(days=7 if back > 1 else 0)
    return make_period((saturday, saturday + timedelta(days=1)), "range", "relative")


def resolve_ago(e: TimeExpression, anchor: Anchor, _tense: str) -> Period:
    """Resolve so many units back."""
    published, unit = anchor.published_on, e.unit or "day"
    if published is None or e.number is None or unit == "hour" or e.modifier == "earlier":
        return UNKNOWN
    day = shift_days(published, unit, -e.number)
    precision = {"day": "day", "month": "month", "year": "year"}.get(unit, "range")
    return make_period(unit_span(day, unit), precision, "relative")


def resolve_span(e: TimeExpression, anchor: Anchor, _tense: str) -> Period:
    """Resolve a stretch that ends or begins at publication."""
    published, unit = anchor.published_on, e.unit or "day"
    if published is None or e.number is None or unit == "hour":
        return UNKNOWN
    if e.modifier == "next":
        return make_period(
            (published, shift_days(published, unit, e.number)), "range", "relative"
        )
    return make_period((shift_days(published, unit, -e.number), published), "range", "relative")
