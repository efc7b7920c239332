"""Two numbers that are the ends of one quantity: "1.5-2 million", "between 5 and 7"."""

import re
from decimal import Decimal

from pipelines.extraction.quantities.records import Quantity

TO = re.compile(r"\s?(?:-|to|and|or)\s?$")


BETWEEN = re.compile(r"(?i)\b(?:between|from)\s+(?:some\s+|about\s+)?$")


CHANGE_BEFORE = re.compile(
    r"(?i)\b(?:rose|rise[sn]?|rising|fell|fall(?:en|ing)?|grew|grow[n]?|growing|"
    r"increas\w+|decreas\w+|declin\w+|dropp\w+|drop|cut|"
    r"rais\w+|lower\w+|reduc\w+|climb\w+|jump\w+|surg\w+|slip\w+|chang\w+|went|"
    r"improv\w+|narrow\w+|widen\w+|up|down|expand\w*)\b[^.;]{0,60}$"
)


def opens_range(text: str, match: re.Match[str]) -> bool:
    """Tell whether a number is the lower end of a range that goes on."""
    return bool(
        re.match(
            r"\s?(?:-|to|or)\s?[$\u20ac\u00a3]?\d|\s(?:to|or|and)\s\w+",
            text[match.end() : match.end() + 12],
        )
    )


def join_range(
    text: str, low: tuple[int, Decimal], high: Quantity, number: Decimal
) -> Quantity:
    """Join "1.5-2 million" and "ten to twelve soldiers" to one quantity with both ends."""
    start, first = low
    if not TO.search(text[start : high.char_start]) and not re.search(
        r"(?:-|to|or)\s?$", text[start : high.number_start]
    ):
        return high
    if number == 0 or first >= number:
        return high
    bottom = first * high.value / number
    middle = (bottom + high.value) / 2
    return Quantity(
        start,
        high.char_end,
        start,
        middle,
        bottom,
        high.value,
        high.unit,
        high.kind,
        high.qualifier,
        high.noun,
    )


def join_found(text: str, low: Quantity, high: Quantity) -> Quantity | None:
    """Join "between 5 million and 7 million"; a change "from A to B" stays two levels."""
    between = text[low.char_end : high.char_start]
    if (
        low.unit != high.unit
        or not re.fullmatch(r"\s?(?:-|to|and)\s?", between)
        or low.value >= high.value
    ):
        return None
    before = text[max(low.char_start - 70, 0) : low.char_start]
    opened = BETWEEN.search(before)
    if not opened and "-" not in between and not re.fullmatch(r"\s?to\s?", between):
        return None
    if (re.search(r"(?i)from\s+$", before) and CHANGE_BEFORE.search(before)) or (
        " and" in between and not opened
    ):
        return None
    return Quantity(
        low.char_start, high.char_end, low.number_start, (low.value + high.value) / 2,
        low.value, high.value, high.unit, high.kind, low.qualifier, high.noun,
    )  # fmt: skip
