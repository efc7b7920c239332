"""The publication date that a text proves where none is stated: two bounds.

A text that tells the past as past was written after it. Only years that stand beside a
verb in the past tense, or in "As of", prove anything.
"""

import re
from datetime import date

PAST_YEAR = re.compile(
    r"(?i)\bas of (?:[a-z]+ )?(?P<year>(?:19|20)\d\d)\b|"
    r"\b(?:amounted|totalled|totaled|stood|reached|was|were|signed|held|took place|"
    r"met|rose|fell|grew|"
    r"visited|established|began|started|ended|completed)\b[^.;\n]{0,80}?\b(?:in|"
    r"on)\s+(?:[A-Z][a-z]+ (?:\d{1,2}, )?)?(?P<year2>(?:19|20)\d\d)\b|"
    r"\bIn (?P<year3>(?:19|20)\d\d),[^.;\n]{0,80}?\b(?:signed|was|were|held|met|"
    r"amounted|reached|visited|agreed)\b"
)
DAY = re.compile(
    r"(?i)\b(?:held|signed|met|visited|took place|reached|ratified|"
    r"approved)\b[^.;\n]{0,40}?\bon\s+"
    r"(?-i:(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|"
    r"Dec))[a-z]*\.?\s+(?P<day>\d{1,2}),\s+(?P<year>(?:19|20)\d\d)"
)
FUTURE = re.compile(
    r"(?i)\b(?:will|to) be (?:held|hosted|completed|launched|signed|"
    r"opened)\b[^.;\n]{0,40}?\bin (?P<year>(?:19|20)\d\d)\b|"
    r"\b(?:goal|target|aims?|plans?)\b[^.;\n]{0,80}?\b(?:in|by) (?P<year2>(?:19|20)\d\d)\b"
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bound_publication(text: str) -> tuple[date | None, date | None]:
    """Return the earliest and the latest day on which `text` can have been published.

    Both are inclusive and None where nothing proves them. A full year told as past puts
    the text into or after that year's end only for "As of YEAR" sums; else after its start.
    """
    earliest = [*_past_days(text), *(date(year, 1, 1) for year in _years(PAST_YEAR, text))]
    latest = [date(year, 12, 31) for year in _years(FUTURE, text)]
    first = max(earliest, default=None)
    last = min((day for day in latest if first is None or day >= first), default=None)
    return first, last


def _years(pattern: re.Pattern[str], text: str) -> list[int]:
    return [
        int(next(value for value in match.groups() if value))
        for match in pattern.finditer(text)
    ]


def _past_days(text: str) -> list[date]:
    days: list[date] = []
    for match in DAY.finditer(text):
        month = MONTHS.index(match.group("month").lower()) + 1
        try:
            days.append(date(int(match.group("year")), month, int(match.group("day"))))
        except ValueError:
            continue
    return days
