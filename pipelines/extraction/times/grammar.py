"""Find the time expressions of a text: every form, longest match first."""

import re

from pipelines.extraction.times.fields import read_fields
from pipelines.extraction.times.patterns import FORMS, RELATION, compiled
from pipelines.extraction.times.records import TimeExpression

HINT = re.compile(
    r"(?i)\d{4}|\d\d?[./-]|(?-i:\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))|day\b|"
    r"week|month|year|quarter|decade|half|to(?:day|night|morrow)|night|morning|evening|"
    r"afternoon|spring|summer|autumn|fall|winter|\b(?:Q|H)[1-4]\b|period|\d0'?s\b|"
    r"(?:Mon|Tues?|Wed|Thurs?|Fri|Sat)\.|ago\b|earlier\b"
)
"""A cheap look: without any of these a stretch holds no time."""

BOUNDED_MONTH = re.compile(
    r"(?i)\b(?:in|of|since|by|until|till|to|from|for|during|before|after|between|through|"
    r"and|late|early|mid|last|next|this|that|as|on|every|each|throughout|"
    r"over)[\s-]+$|[-\u2013(]\s?$"
)
"""What must stand before a month alone: "May" and "March" are other words too."""

YEAR_BEFORE = re.compile(
    r"(?i)\b(?:in|of|since|by|until|till|to|from|for|during|before|after|between|"
    r"through|and|or|"
    r"late|early|mid|than|the|a|this|its|their|his|on|year|with|that|,)[\s-]*$|[,"
    r"(\u2013]\s?$|^\s*$"
)
COUNTED_AFTER = re.compile(
    r"^\s+(?:(?:more|new|other|US|U\.S\.|square|cubic)\s+)?[a-z]+(?:s|men|people|"
    r"percent|pct|km|tonnes?)\b|^\s?(?:%|percent|m\b|km\b)"
)
COUNT_WORDS = re.compile(
    r"^\s+(?:people|troops|soldiers|workers|dollars|dlrs|tons|tonnes|barrels|refugees|jobs|"
    r"companies|units|students|persons|men|women|children|police|megawatts|MW|km|"
    r"kilomet|metres|"
    r"meters|miles|homes|houses|prisoners|civilians|employees|members|delegates|percent|euros|"
    r"hectares|acres|points|candidates|participants|delegates|feet|cubic|square)"
)
NAME_NUMBER = re.compile(
    r"(?:Resolution|Boeing|Flight|No\.|Article|Route|resolution|Airbus|number)\s*$"
)


def find_times(text: str) -> tuple[TimeExpression, ...]:
    """Return the time expressions of `text` in order, none overlapping another."""
    matches: list[tuple[int, int, str, re.Match[str]]] = []
    for start, end in _stretches(text):
        for name in FORMS:
            for match in compiled(name).finditer(text, start, end):
                matches.append((match.start(), match.end(), name, match))
    matches.sort(key=lambda m: (m[0], -m[1]))
    found: list[TimeExpression] = []
    reached = 0
    for start, _, name, match in matches:
        if start >= reached and (expression := _read(text, name, match)) is not None:
            found.append(expression)
            reached = match.end()
    return tuple(found)


def _stretches(text: str) -> list[tuple[int, int]]:
    """Return the parts around hints: most of a text holds no time."""
    spans: list[tuple[int, int]] = []
    for hint in HINT.finditer(text):
        start, end = max(hint.start() - 45, 0), min(hint.end() + 45, len(text))
        while start and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _read(text: str, name: str, match: re.Match[str]) -> TimeExpression | None:
    """Turn a match into an expression, or None where its surroundings forbid it."""
    before, after = (
        text[max(match.start() - 24, 0) : match.start()],
        text[match.end() : match.end() + 24],
    )
    if not _is_time(name, match, before, after):
        return None
    fields = read_fields(name, match)
    if fields is None:
        return None
    relation = RELATION.search(before)
    word = (
        re.sub(r"\s+", "_", relation.group(1).lower()).removeprefix("ever_")
        if relation
        else None
    )
    return TimeExpression(
        char_start=match.start(),
        char_end=match.end(),
        text=match.group(),
        relation={"till": "until", "up_to": "until", "as_at": "as_of"}.get(word or "", word),
        **fields,
    )


def _is_time(name: str, match: re.Match[str], before: str, after: str) -> bool:
    """Tell times from names, counts and verbs of the same form."""
    groups = match.groupdict()
    if name == "month" and not groups.get("year") and not groups.get("modifier"):
        return _is_bare_month(match.group(), before, after)
    if name == "year" and not groups.get("modifier"):
        return not (
            NAME_NUMBER.search(before)
            or COUNT_WORDS.match(after)
            or (not YEAR_BEFORE.search(before) and COUNTED_AFTER.match(after))
        )
    if name == "weekday":
        return not re.match(r"\s+(?:Times|Telegraph|Mirror|Express|Post|Mail)\b", after)
    if name == "day_day_first":
        return not re.search(r"[$€£]\s?$|\d[.,:]\s?$", before)
    if name == "within":
        return not re.match(r"\s+of\b", after)
    return True


def _is_bare_month(word: str, before: str, after: str) -> bool:
    if word in ("Jan", "Mar", "Sep", "Dec", "Feb", "Apr", "Jun", "Jul", "Aug", "Oct", "Nov"):
        return False
    if word in ("May", "March", "June", "April", "August"):
        # A name follows another name or opens one ("Theresa May", "June Park").
        return bool(BOUNDED_MONTH.search(before)) and not re.match(r"\s+[A-Z][a-z]", after)
    return bool(BOUNDED_MONTH.search(before)) or not re.search(r"[a-z]\s$", before)
