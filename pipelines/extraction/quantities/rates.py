"""Rates: "per 1,000 cubic metres", "a barrel", "annually"."""

import re

from pipelines.extraction.quantities.lexicon import QuantityLexicon

PER = re.compile(
    r"(?:\s(?:fob|cif))?(?:\sof\s(?:crude\s)?(?:crude|oil|gas|coal|wheat|water|"
    r"grain|gold|cargo|ore))?\s?(?:(?:per|a|an|each|every|for each|on each|for "
    r"every|/)\s?)(?P<many>[\d,]+|thousand|"
    r"hundred)?\s?(?P<word>[A-Za-z]+(?:\s[a-z]+)?)"
)
EACH = re.compile(r"\s(?P<word>annually|yearly|daily|monthly|weekly|a year|per annum)\b")
EACH_UNITS = {
    "annually": "year",
    "yearly": "year",
    "a year": "year",
    "per annum": "year",
    "daily": "day",
    "monthly": "month",
    "weekly": "week",
}
OTHER = {
    "person": "person",
    "head": "person",
    "capita": "person",
    "jar": "jar",
    "share": "share",
    "lb": "lb",
    "pound": "lb",
    "week": "week",
    "unit": "unit",
    "worker": "person",
    "inhabitant": "person",
}


def read_rate(text: str, end: int, lexicon: QuantityLexicon) -> tuple[str, int]:
    """Return "/unit" and the new end for a rate right after `end`, else "" and `end`."""
    each = EACH.match(text, end)
    if each:
        return "/" + EACH_UNITS[each.group("word")], each.end()
    per = PER.match(text, end)
    if per is None:
        return "", end
    word = per.group("word")
    for candidate in (word, word.split()[0]):
        unit = lexicon.units.get(candidate.lower())
        code = unit.code if unit and unit.kind != "money" else OTHER.get(candidate.lower())
        if code:
            many = {"thousand": "1000 ", "hundred": "100 "}.get(per.group("many") or "", "")
            if per.group("many") and not many:
                many = per.group("many").replace(",", "") + " "
            if candidate.lower() == "week":
                code = "week"
            return f"/{many}{code}", end + per.start("word") - per.start() + len(candidate)
    return "", end
