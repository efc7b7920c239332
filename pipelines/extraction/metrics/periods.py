"""When a number holds: the time of its clause, else of its sentence, else of the one before."""

import re
from collections.abc import Sequence
from datetime import timedelta

from pipelines.extraction.quantities import Quantity
from pipelines.extraction.records import Period
from pipelines.extraction.times import Anchor, TimeExpression, resolve_period

SAME_PERIOD = re.compile(r"(?i)\byears?[\s-](?:earlier|ago|before)\b")
UNKNOWN = Period(None, None, "unknown", "unknown")


def find_time(
    text: str, quantity: Quantity, sentence: tuple[int, int], times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """Return the time expression that says when a number holds, None where none does."""
    inside = [
        t
        for t in times
        if sentence[0] <= t.char_start
        and t.char_end <= sentence[1]
        and not SAME_PERIOD.search(t.text)
        and t.kind != "same_period"
        and not _is_rival(text, t)
        and not (t.char_start < quantity.char_end and quantity.char_start < t.char_end)
    ]
    if not inside:
        return None
    return min(inside, key=lambda t: _distance(text, quantity, t))


def _is_rival(text: str, time: TimeExpression) -> bool:
    """Tell a time that is only compared with ("from a year earlier")."""
    before = text[max(time.char_start - 24, 0) : time.char_start]
    return bool(
        re.search(
            r"(?i)\b(?:than|compared (?:with|to)|against|down from|up from|"
            r"versus)\s+(?:[\w.]+\s+){0,4}$",
            before,
        )
    )


def _distance(text: str, quantity: Quantity, time: TimeExpression) -> int:
    if time.char_end <= quantity.char_start:
        between = text[time.char_end : quantity.char_start]
        return len(between) + (40 if ";" in between else 0)
    between = text[quantity.char_end : time.char_start]
    return len(between) + 6 + (60 if "," in between else 0)


def resolve_time(
    time: TimeExpression | None, anchor: Anchor, *, flow: bool, status: str
) -> Period:
    """Resolve the chosen expression; unknown where there is none."""
    return resolve_period(time, anchor, flow=flow, status=status) if time else UNKNOWN


def stretch(period: Period, quantity: Quantity) -> Period:
    """Return the days that a visit or trip of so many days covers from its first day on."""
    if quantity.unit != "day" or period.start_on is None or period.start_on != period.end_on:
        return period
    end = period.start_on + timedelta(days=max(int(quantity.value), 1) - 1)
    return Period(period.start_on, end, "range" if quantity.value > 1 else "day", period.basis)
