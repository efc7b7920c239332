"""Quantities in words: ranks, fractions, "doubled"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from pipelines.extraction.quantities.lexicon import QuantityLexicon
from pipelines.extraction.quantities.records import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc

ORDINALS = {
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "5th": 5,
    "11th": 11,
    "12th": 12,
    "eleventh": 11,
    "twelfth": 12,
}
RANKED = (
    r"largest|biggest|most|highest|richest|poorest|lowest|busiest|longest|leading|"
    r"smallest|main|top|best|worst"
)
RANK = re.compile(
    rf"(?i)\b(?P<ordinal>{'|'.join(ORDINALS)}|\\d+(?:st|nd|rd|th))[\s-](?P<what>{RANKED})\b"
)
FIRST = re.compile(
    r"(?i)\b(?:the|its|'s|their|country's|world's|as)\s+(?P<what>(?:largest|biggest|"
    r"main|leading|top|number one|principal|number-one|foremost|major single))\s+"
    r"(?:\w+\s+){0,3}?(?P<noun>(?:trad(?:e|ing)\s+)?partner|supplier|investor|"
    r"importer|exporter|producer|market|buyer|donor|consumer|economy|"
    r"customer|source|destination|creditor|lender|shareholder|contributor|employer|"
    r"manufacturer|provider)\b"
)
PLACED = re.compile(
    rf"(?i)\b(?:rank(?:ed|s|ing)?|plac(?:ed|es)|came|finished|"
    rf"standing)\s+(?:in\s+)?(?P<ordinal>first|{'|'.join(ORDINALS)}|\d+(?:st|nd|rd|"
    rf"th))\b"
)
FRACTION = re.compile(
    r"(?i)\b(?P<sign>about|nearly|almost|around|over|more than|less than|roughly|"
    r"some|at least)?\s?"
    r"(?P<fraction>two[\s-]thirds|three[\s-]quarters|one[\s-]third|a third|"
    r"one[\s-]quarter|a quarter|one[\s-]fifth|a fifth|half|one[\s-]tenth|a tenth|"
    r"three[\s-]fifths|two[\s-]fifths|four[\s-]fifths)\s+"
    r"(?:of\s+(?!(?:19|20)\d\d|the\s+(?:year|month|century|day|season|game))(?:the|"
    r"its|their|all|his|her|our|[A-Z]|\w+'s|this|that|those|world|global|total)|"
    r"the\s+(?:size|population|members|total))"
)
FRACTIONS = {
    "two thirds": "66.67",
    "three quarters": "75",
    "one third": "33.33",
    "a third": "33.33",
    "one quarter": "25",
    "a quarter": "25",
    "one fifth": "20",
    "a fifth": "20",
    "half": "50",
    "one tenth": "10",
    "a tenth": "10",
    "three fifths": "60",
    "two fifths": "40",
    "four fifths": "80",
}
FACTOR = re.compile(
    r"(?i)\b(?P<sign>more than|nearly|almost|roughly|over|about|at "
    r"least)?\s?(?P<factor>doubl(?:ed|e|es|ing)|trebl(?:ed|e|ing)|tripl(?:ed|e|ing)|"
    r"quadrupl(?:ed|e|ing)|halv(?:ed|e|ing))\b(?!\s+(?:taxation|standards?|check|"
    r"down|agent|room|tax))(?!-)"
)
LONG = re.compile(
    r"(?i)\b(?P<unit>day|week|month|year)-long\b|\bone-(?P<unit2>day|week|month|year)\b(?!-old)"
)
FACTORS = {"doub": 100, "treb": 200, "trip": 200, "quad": 300, "halv": -50}
SIGNS = {
    "about": "~",
    "nearly": "~",
    "almost": "~",
    "around": "~",
    "roughly": "~",
    "some": "~",
    "over": ">",
    "more than": ">",
    "at least": ">",
    "less than": "<",
}


def find_word_quantities(doc: "Doc", lexicon: QuantityLexicon) -> Iterator[Quantity]:
    """Yield ranks (unit `rank`), shares and factors (unit `percent`) said in words."""
    text = doc.text
    for match in RANK.finditer(text):
        yield _make(match, _ordinal(match.group("ordinal").lower()), "rank", "rank", "=")
    for match in FIRST.finditer(text):
        if not re.search(
            rf"(?i)(?:{'|'.join(ORDINALS)}|one of|among)[\s-](?:the\s+)?$",
            text[max(match.start() - 14, 0) : match.start()],
        ):
            yield _make(match, 1, "rank", "rank", "=", match.start("what"))
    for match in PLACED.finditer(text):
        word = match.group("ordinal").lower()
        value = 1 if word == "first" else _ordinal(word)
        yield _make(match, value, "rank", "rank", "=", match.start("ordinal"))
    for match in FRACTION.finditer(text):
        value = Decimal(FRACTIONS[re.sub(r"[\s-]+", " ", match.group("fraction").lower())])
        sign = SIGNS.get((match.group("sign") or "").lower(), "=")
        yield _make(match, value, "percent", "fraction", sign, match.start("fraction"))
    for match in LONG.finditer(text):
        unit = lexicon.units[(match.group("unit") or match.group("unit2")).lower()]
        yield _make(match, unit.multiplier, unit.code, "time", "=")
    for match in FACTOR.finditer(text):
        value = FACTORS[match.group("factor").lower()[:4]]
        sign = SIGNS.get((match.group("sign") or "").lower(), "=")
        yield _make(match, value, "percent", "factor", sign, match.start("factor"))


def _ordinal(word: str) -> int:
    return ORDINALS.get(word) or int(re.sub(r"\D", "", word))


def _make(
    match: re.Match[str],
    value: int | Decimal,
    unit: str,
    kind: str,
    sign: str,
    start: int | None = None,
) -> Quantity:
    first = match.start() if start is None else start
    return Quantity(first, match.end(), first, Decimal(value), None, None, unit, kind, sign)
