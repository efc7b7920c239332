"""Read the parts of a matched form into the fields of a TimeExpression."""

import re
from calendar import monthrange
from typing import Any

from pipelines.extraction.times.patterns import MONTHS, WEEKDAYS

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
    "thirty": 30, "couple of": 2,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
    "last": 4, "final": 4,
}  # fmt: skip
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
KINDS = {
    "iso": "day", "dotted": "day", "slashed": "day", "day_month_first": "day",
    "day_day_first": "day", "days_month_first": "days", "days_day_first": "days",
    "months": "months", "month": "month", "years": "years", "fiscal": "fiscal",
    "slash_years": "fiscal", "year": "year", "decade": "decade", "weekday": "weekday",
    "today": "shift", "weekend": "weekend", "shift": "shift", "end_of_shift": "shift",
    "ago": "ago", "span": "span", "within": "span", "first_months": "part", "half": "part",
    "quarter": "part", "season": "part", "same_period": "same_period",
}  # fmt: skip
TODAY = {"yesterday": -1, "tomorrow": 1, "last night": -1}

Fields = dict[str, Any]


def read_month(word: str) -> int:
    """Return the number of a month's name or abbreviation (1 to 12)."""
    if word.isdigit():
        return int(word)
    return next(n for n, form in enumerate(MONTHS, 1) if re.fullmatch(form, word))


def read_number(word: str) -> int | None:
    """Return a small number word's value, None for "several" and "few"."""
    plain = re.sub(r"\s+", " ", word.lower())
    return int(plain) if plain.isdigit() else NUMBERS.get(plain)


def read_fields(name: str, match: re.Match[str]) -> Fields | None:
    """Return the fields of a match of form `name`, None for an impossible date."""
    groups = {key: value for key, value in match.groupdict().items() if value}
    fields: Fields = {"kind": KINDS[name]}
    if name == "within":
        fields["modifier"] = "next"
    if name == "weekend":
        fields["unit"] = "weekend"
    _read_calendar(groups, fields)
    if name in _READERS:
        fields = _READERS[name](groups, fields)
    return fields if _is_possible(fields) else None


def _read_calendar(groups: dict[str, str], fields: Fields) -> None:
    """Read day, month and year wherever a form has them."""
    for key in ("day", "day2"):
        if key in groups:
            fields[key] = int(re.sub(r"\D", "", groups[key]))
    for key in ("month", "month2"):
        if key in groups:
            fields[key] = read_month(groups[key])
    for key in ("year", "year2"):
        if key in groups:
            _read_year(groups[key], key, fields)
    if "yeara" in groups:
        own, last = int(groups["yeara"]), fields.get("year")
        fields["year"], fields["year2"] = own, last if last else None
    if "modifier" in groups:
        fields["modifier"] = _read_modifier(groups["modifier"])
    if "number" in groups:
        fields["number"] = read_number(groups["number"])
    if "unit" in groups:
        fields["unit"] = groups["unit"].lower().removesuffix("s")


def _read_year(word: str, key: str, fields: Fields) -> None:
    if word.isdigit():
        year = int(word)
        if year < 100 and key == "year2" and fields.get("year"):
            year += fields["year"] // 100 * 100
        fields[key] = year
    elif re.search(r"\d{4}", word):
        fields[key] = int(re.sub(r"\D", "", word)[-4:])
    else:
        # "of last year": the modifier says which year.
        which = word.split()[-2].lower()
        fields["unit"] = {
            "last": "last_year",
            "previous": "last_year",
            "next": "next_year",
        }.get(which, "this_year")


def _read_modifier(words: str) -> str:
    plain = re.sub(r"\s+", " ", words.lower())
    for found in (
        "earlier",
        "later",
        "early",
        "mid",
        "late",
        "end",
        "first half",
        "second half",
    ):
        if plain.startswith(found) or plain.startswith(f"the {found}"):
            return found.replace(" ", "_")
    if plain.startswith(
        ("beginning", "start", "the beginning", "the start", "turn", "the turn")
    ):
        return "early"
    if plain.startswith(("middle", "the middle")):
        return "mid"
    if plain in ("last", "past", "the previous", "previous", "the past"):
        return "last"
    if plain in ("next", "coming", "the coming", "following", "the following", "this coming"):
        return "next"
    return "last" if plain == "this past" else "this"


def _read_weekday(groups: dict[str, str], fields: Fields) -> Fields:
    day = WEEKDAYS.index(groups["weekday"][:3].lower())
    return fields | {"day": day}


def _read_today(groups: dict[str, str], fields: Fields) -> Fields:
    word = re.sub(r"\s+", " ", groups["word"].lower())
    return fields | {"unit": "day", "number": TODAY.get(word, 0)}


def _read_shift(groups: dict[str, str], fields: Fields) -> Fields:
    words = re.sub(r"\s+", " ", groups["modifier"].lower())
    first = words.split()[0]
    way = -1 if "last" in words or "previous" in words or "past" in words else 0
    way = 1 if "next" in words or "coming" in words or "following" in words else way
    modifier = first if first in ("earlier", "later", "late", "early") else "this"
    return fields | {"modifier": modifier, "number": way}


def _read_end_of_shift(groups: dict[str, str], fields: Fields) -> Fields:
    way = {"next": 1, "last": -1}.get(groups.get("which", "this").lower(), 0)
    modifier = {"beginning": "early", "start": "early", "middle": "mid"}.get(
        groups.get("modifier", "end").lower(), "end"
    )
    unit = groups.get("unit", groups.get("unit2", "")).lower()
    return fields | {"modifier": modifier, "number": way, "unit": unit}


def _read_ago(groups: dict[str, str], fields: Fields) -> Fields:
    return fields | {"modifier": groups["way"].lower()}


def _read_months(_: dict[str, str], fields: Fields) -> Fields:
    return fields | {"month": 1, "month2": fields.get("number"), "number": None}


def _read_half(groups: dict[str, str], fields: Fields) -> Fields:
    half = groups.get("half2") or str(ORDINALS.get(groups.get("half", "").lower(), 2))
    first = 1 if half == "1" else 7
    return fields | {"month": first, "month2": first + 5}


def _read_quarter(groups: dict[str, str], fields: Fields) -> Fields:
    number = groups.get("quarter2") or ORDINALS[groups["quarter"].lower()]
    first = 3 * int(number) - 2
    return fields | {"month": first, "month2": first + 2}


def _read_season(groups: dict[str, str], fields: Fields) -> Fields:
    first = SEASONS[groups["season"].lower()]
    return fields | {"month": first, "month2": first + 2, "unit": "season"}


def _read_same_period(_: dict[str, str], fields: Fields) -> Fields:
    return {"kind": "same_period", "year": fields.get("year")}


_READERS = {
    "weekday": _read_weekday, "today": _read_today,
    "shift": _read_shift, "end_of_shift": _read_end_of_shift, "ago": _read_ago,
    "first_months": _read_months, "half": _read_half,
    "quarter": _read_quarter, "season": _read_season, "same_period": _read_same_period,
}  # fmt: skip


def _is_possible(fields: Fields) -> bool:
    """Tell whether days and months exist (29 February does where no year is given)."""
    for day, month in (("day", "month"), ("day2", "month2")):
        number = fields.get(month) or (fields.get("month") if month == "month2" else None)
        if number is not None and not 1 <= number <= 12 and fields["kind"] != "part":
            return False
        if number and fields.get(day) and fields["kind"] in ("day", "days"):
            year = fields.get("year") or 2000
            if fields[day] > monthrange(year, number)[1]:
                return False
    return True
