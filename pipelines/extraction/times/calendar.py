"""Spans of days: months, weeks, parts of them, shifts."""

from calendar import monthrange
from datetime import date, timedelta

Span = tuple[date, date]


def month_span(year: int, month: int) -> Span:
    """Return first and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months_span(year: int, first: int, last: int) -> Span:
    """Return first day of month `first` and last of month `last`; 13 is next January."""
    end_year, end_month = shift_month(year, 1, last - 1)
    return date(year, first, 1), month_span(end_year, end_month)[1]


def year_span(year: int, last: int | None = None) -> Span:
    """Return first day of `year` and last of `last` (the same year by default)."""
    return date(year, 1, 1), date(last or year, 12, 31)


def week_span(day: date) -> Span:
    """Return Monday and Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Return year and month `by` months on."""
    at = year * 12 + month - 1 + by
    return at // 12, at % 12 + 1


def shift_years(day: date, by: int) -> date:
    """Return the same day in another year; 29 February becomes the 28th."""
    year = day.year + by
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))


def shift_days(day: date, unit: str, by: int) -> date:
    """Return `day` moved by days, weeks, months or years."""
    if unit in ("day", "week"):
        return day + timedelta(days=by * (7 if unit == "week" else 1))
    months = by * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
    year, month = shift_month(day.year, day.month, months)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def unit_span(day: date, unit: str) -> Span:
    """Return the calendar unit around a day."""
    if unit == "day":
        return day, day
    if unit == "week":
        return week_span(day)
    if unit == "month":
        return month_span(day.year, day.month)
    if unit == "quarter":
        first = (day.month - 1) // 3 * 3 + 1
        return months_span(day.year, first, first + 2)
    decade = day.year // 10 * 10
    return year_span(day.year) if unit == "year" else year_span(decade, decade + 9)


def cut_span(span: Span, modifier: str | None) -> Span:
    """Return the early, mid or late part of a month, year or decade."""
    start, end = span
    days = (end - start).days + 1
    if days > 3000:
        thirds = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
        first, last = thirds.get(modifier or "", (0, 9))
        return date(start.year + first, 1, 1), date(start.year + last, 12, 31)
    if days > 300:
        months = {
            "early": (1, 4), "mid": (5, 8), "late": (9, 12), "end": (12, 12),
            "first_half": (1, 6), "second_half": (7, 12),
        }  # fmt: skip
        return months_span(start.year, *months.get(modifier or "", (1, 12)))
    if days < 8:
        return span
    parts = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "end": (21, 31)}
    parts |= {"first_half": (1, 15), "second_half": (16, 31)}
    first, last = parts.get(modifier or "", (1, 31))
    return start.replace(day=first), start.replace(day=min(last, end.day))
