"""Numbers, days and periods as people read them."""

from datetime import date, timedelta
from typing import Any

SCALES = ((10**12, "tn"), (10**9, "bn"), (10**6, "m"))
DIGITS = 4
"""Digits kept of a number that is scaled: 1.234 bn."""


def format_number(value: Any) -> str:
    """Return `15 bn`, `4.1 bn`, `11`, `27.8`; empty for None."""
    if value is None:
        return ""
    for scale, name in SCALES:
        if abs(value) >= scale:
            return f"{float(value) / scale:.{DIGITS}g} {name}"
    whole = float(value)
    return f"{whole:,.0f}" if whole == int(whole) else f"{whole:,.10g}"


def is_whole_year(start: date | None, end: date | None) -> bool:
    """Tell whether the days are those of one calendar year."""
    return bool(
        start and end and start.year == end.year
        and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    )  # fmt: skip


def format_period(start: date | None, end: date | None) -> str:
    """Return `2020`, `Jan to Aug 2021`, `June 2021`, a day, or two days; empty if unknown."""
    if start is None:
        return f"until {end}" if end else ""
    if end is None:
        return f"since {start}"
    if start == end:
        return start.isoformat()
    if is_whole_year(start, end):
        return str(start.year)
    if start.day == 1 and (end + timedelta(days=1)).day == 1 and start.year == end.year:
        if start.month == end.month:
            return f"{start:%B %Y}"
        return f"{start:%b} to {end:%b %Y}"
    return f"{start} to {end}"


def spell(code: Any) -> str:
    """Return a code in words: `trade_turnover` is `trade turnover`; empty for None."""
    return "" if code is None else str(code).replace("_", " ")


def shorten(text: str, most: int) -> str:
    """Return the text in at most `most` characters, the last one … where it is cut."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
