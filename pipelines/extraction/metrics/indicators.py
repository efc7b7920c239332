"""What a number measures: the fitting word that is nearest to it."""

import re
from dataclasses import dataclass

from pipelines.extraction.metrics.lexicon import MetricLexicon
from pipelines.extraction.quantities import Quantity

MONEY = frozenset(
    [
        "trade_turnover",
        "exports",
        "imports",
        "trade_balance",
        "investment",
        "aid",
        "debt",
        "budget",
        "revenue",
        "contract_value",
        "price",
        "gdp",
        "reserves",
        "production",
        "consumption",
        "transport",
    ]
)
SHARES = MONEY | frozenset(
    [
        "inflation",
        "interest_rate",
        "gdp",
        "capacity",
        "employment",
        "population",
        "transport",
        "military",
        "casualties",
        "area",
    ]
)
COUNTS = frozenset(
    [
        "casualties",
        "military",
        "employment",
        "population",
        "agreements",
        "transport",
        "production",
        "capacity",
        "reserves",
        "aid",
        "exports",
        "imports",
    ]
)
PHYSICAL = frozenset(
    [
        "production",
        "consumption",
        "exports",
        "imports",
        "reserves",
        "capacity",
        "transport",
        "trade_turnover",
        "aid",
    ]
)
FITTING: dict[str, frozenset[str]] = {
    "money": MONEY,
    "percent": SHARES,
    "point": SHARES,
    "fraction": SHARES,
    "factor": SHARES,
    "count": COUNTS,
    "rank": MONEY | {"gdp", "production", "population"},
    "time": frozenset({"duration"}),
    "length": frozenset({"length"}),
    "area": frozenset({"area"}),
    "mass": PHYSICAL,
    "volume": PHYSICAL,
    "oil": PHYSICAL,
    "power": frozenset({"capacity", "production", "consumption"}),
    "energy": frozenset({"production", "consumption", "exports", "imports", "capacity"}),
}
"""Indicators that a kind of unit can measure."""

DEFAULTS = {
    "time": "duration",
    "length": "length",
    "area": "area",
    "power": "capacity",
    "rank": "rank",
}
NOUN_INDICATORS = (
    (
        re.compile(
            r"\b(?:killed|dead|died|wounded|injured|missing|deaths?|casualties|victims|"
            r"bodies|fatalities)\b"
        ),
        "casualties",
    ),
    (
        re.compile(
            r"\b(?:soldiers?|troops|servicemen|tanks?|peacekeepers?|fighters?|aircraft|"
            r"jets?|warships?|missiles?|helicopters?|marines|warheads|battalions?|drones?)\b"
        ),
        "military",
    ),
    (
        re.compile(
            r"\b(?:agreements?|documents?|memorand\w+|accords?|treaties|protocols?|"
            r"contracts?)\b"
        ),
        "agreements",
    ),
    (re.compile(r"\b(?:workers?|jobs?|employees|staff|jobless)\b"), "employment"),
    (
        re.compile(r"\b(?:passengers?|flights?|tourists?|visitors?|containers?|vessels?)\b"),
        "transport",
    ),
    (
        re.compile(r"\b(?:refugees?|inhabitants|residents|migrants|households|displaced)\b"),
        "population",
    ),
)
CHANGE = re.compile(
    r"(?i)\b(?:up|down|rose|risen|rise|rises|rising|fell|fall|fallen|falling|grew|"
    r"grow|grown|growth|increas\w+|decreas\w+|declin\w+|drop\w*|"
    r"climb\w*|jump\w*|surg\w+|slip\w*|plung\w+|gain\w*|shr[aiu]nk|shrink\w*|"
    r"expan\w+|contract(?:ed|ion)|higher|lower|more|less|"
    r"year-on-year|soar\w*|slump\w*|tumbl\w+|narrow\w*|widen\w*|rais\w+|cut|"
    r"reduc\w+|improv\w+|advance\w*|eas(?:ed|ing))\b"
)
FALL = re.compile(
    r"(?i)\b(?:down|fell|fall|falls|fallen|falling|decreas\w+|declin\w+|drop\w*|"
    r"slip\w*|plung\w+|shr[aiu]nk|shrink\w*|contract(?:ed|ion)|lower|less|"
    r"slump\w*|tumbl\w+|narrow\w*|reduc\w+|cut|fewer|los[st])\b"
)


@dataclass(frozen=True, slots=True)
class Indicator:
    """The indicator, its words, and where they are (half-open characters)."""

    name: str
    text: str
    char_start: int
    char_end: int


def find_indicator(
    text: str,
    quantity: Quantity,
    sentence: tuple[int, int],
    others: list[tuple[int, int]],
    lexicon: MetricLexicon,
) -> Indicator | None:
    """Return the nearest fitting indicator in the sentence, None where none fits.

    Words before the number are nearer than words behind it; a number between pushes away.
    """
    fitting = FITTING.get(quantity.kind, MONEY)
    best: tuple[float, Indicator] | None = None
    for match in lexicon.indicator_pattern.finditer(text, *sentence):
        name = lexicon.group_indicators[match.lastgroup or ""]
        if name not in fitting:
            continue
        if (
            match.start() < quantity.char_end
            and quantity.char_start < match.end()
            and quantity.kind != "count"
        ):
            continue
        distance = _distance(match, quantity, others)
        found = Indicator(name, match.group(), match.start(), match.end())
        if best is None or distance < best[0]:
            best = (distance, found)
    return best[1] if best else None


def _distance(match: re.Match[str], quantity: Quantity, others: list[tuple[int, int]]) -> float:
    before = match.end() <= quantity.char_start
    gap = quantity.char_start - match.end() if before else match.start() - quantity.char_end
    first, last = (
        (match.end(), quantity.char_start) if before else (quantity.char_end, match.start())
    )
    between = sum(first <= a and b <= last for a, b in others)
    generic = (
        25
        if match.group().lower()
        in (
            "trade",
            "deals",
            "deal",
            "cost",
            "costs",
            "years",
            "days",
            "hours",
            "demand",
            "growth",
            "economy",
        )
        else 0
    )
    return max(gap, 0) + 45 * between + (0 if before else 14) + generic


def noun_indicator(words: str) -> str | None:
    """Return what a count of such things measures, None where the noun does not tell."""
    return next(
        (name for pattern, name in NOUN_INDICATORS if pattern.search(words.lower())), None
    )
