"""Headers, bylines and datelines: what they look like and what they say."""

import re
from datetime import date
from functools import cache

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
AGENCY = (
    r"(?:Xinhua|Reuters|REUTERS|AFP|AP|UPI|TASS|ITAR-TASS|Interfax|DPA|ANSA|Kyodo|"
    r"Yonhap|APA|Trend|IRNA|MENA|PTI|IANS|CNA|BNS|[A-Z][\w .-]{1,28})"
)
CITY = (
    r"[A-Z\u00c0-\u024f][\w\u00c0-\u024f.'\u2019-]*(?:[ ,"
    r"/]+(?:[A-Z\u00c0-\u024f][\w\u00c0-\u024f.'\u2019-]*|of|de|al)){0,4}"
)
DASH = r"(?:--|[-\u2013\u2014])"

HEADER = re.compile(
    r"[ \t]*date[ \t]+(?P<iso>\d{4}-\d\d-\d\d)(?:[ \t]+By[ \t]+(?P<author>[^\n]+))?"
)
STAMP = re.compile(
    rf"(?:Published:?\s*|Updated:?\s*|(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|"
    rf"Satur|Sun)day,\s+))?"
    rf"(?:(?P<day>\d{{1,2}})\s+(?P<month>{MONTH})\s+(?P<year>\d{{4}})|(?P<month2>{MONTH})\s+(?P<day2>\d{{1,2}}),?\s+(?P<year2>\d{{4}}))"
    r"(?:,?\s+\d{1,2}:\d\d(?::\d\d)?)?(?:\s*\([^)\n]{2,14}\))?(?:\s*(?:UTC|GMT|EST|"
    r"EDT)[+\d:-]*)?"
    r"(?:\s+By\s+(?P<author>[^\n]+))?"
)
BYLINE = re.compile(r"(?:By|BY)\s+(?P<author>[A-Z\u00c0-\u024f][^\n.!?]{2,70})")
DATELINE = re.compile(
    rf"(?P<city>{CITY})(?:,\s+|\s+)(?P<month>{MONTH})\s+(?P<day>\d{{1,"
    rf"2}})(?:,\s*(?P<year>\d{{4}}))?,?"
    rf"\s*(?:\((?P<agency>{AGENCY})\)|/(?P<agency2>{AGENCY})/)?\s*(?:{DASH}+|:)?(?=\s)"
)
PLACE_LINE = re.compile(
    rf"(?P<city>[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'\u2019 -]{{2,"
    rf"24}}(?:,\s+[A-Z][\w.]+)?)\s+(?:\((?P<agency>{AGENCY})\)\s*{DASH}*|{DASH}+)\s"
)


@cache
def month_number(word: str) -> int:
    """Return the number of a month's name or abbreviation."""
    return MONTHS.index(word[:3].lower()) + 1


def read_day(match: re.Match[str]) -> date | None:
    """Return the full date of a match, None where year or day is missing or wrong."""
    groups = match.groupdict()
    if groups.get("iso"):
        return _make_date(*(int(part) for part in groups["iso"].split("-")))
    year, month, day = (groups.get(k) or groups.get(f"{k}2") for k in ("year", "month", "day"))
    if not (year and month and day):
        return None
    return _make_date(int(year), month_number(month), int(day))


def _make_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
