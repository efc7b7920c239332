"""Level, change, share or rank; fact, goal or guess; the sign of a change."""

import re

from pipelines.extraction.metrics.indicators import CHANGE, FALL
from pipelines.extraction.quantities import Quantity

SHARE_AFTER = re.compile(
    r"(?i)^,?\s*(?:of\s+(?:the\s+|its\s+|all\s+|total\s+|their\s+|his\s+)?(?!(?:19|"
    r"20)\d\d)\w+|share|stake|holding)"
)
SHARE_BEFORE = re.compile(
    r"(?i)\b(?:account\w*\s+for|share|made?\s+up|comprise[sd]?|represent\w*|stake|"
    r"constitut\w+|hold[s]?|owns?|proportion|total)\b[^.;]{0,40}$"
)
RATE_BEFORE = re.compile(
    r"(?i)\b(?:inflation|interest|unemployment|jobless|discount|tariffs?|rate|rates|"
    r"yield|duty|duties|tax|target of|turnout|growth)\b[^.;,]{0,50}$"
)
BY_BEFORE = re.compile(
    r"(?i)\bby\s+(?:about\s+|some\s+|nearly\s+|more than\s+|over\s+|almost\s+|"
    r"around\s+|at least\s+|up to\s+|a further\s+|another\s+|an average of\s+)?$"
)
CHANGE_RIGHT = re.compile(
    r"(?i)^\s*(?:[a-z-]+\s+){0,2}?(?:increase|rise|growth|jump|decline|drop|fall|"
    r"decrease|cut|higher|lower|more|less|gain|reduction|up|down|surge|hike|"
    r"expansion|contraction|year-on-year)\b"
)
NOUN_RIGHT = re.compile(
    r"(?i)^\s+(?:increase|rise|growth|decline|drop|fall|decrease|cut|"
    r"reduction)\b(?!\s+in\s+(?:19|20))"
)
TARGET = re.compile(
    r"(?i)\b(?:goals?|targets?|targeted|aims?|aimed|aiming|plans?|planned|planning|"
    r"intend\w*|to (?:bring|raise|increase|boost|reach|double|invest|build|supply|"
    r"lend|provide|deliver|"
    r"buy|sell|cut|reduce|spend|allocate|create|send|give|grant|expand|produce|"
    r"export|import)|will|shall|agreed to|pledged?|promised|commit\w*|"
    r"would|budget(?:ed)?|earmarked|allocat\w+|offer\w*|ambition|hopes? to|"
    r"envisag\w+|set to|is to|are to|quota|ceiling)\b"
)
FORECAST = re.compile(
    r"(?i)\b(?:expect\w*|forecast\w*|project(?:ed|ion|ions|s)\b|predict\w*|"
    r"estimat\w+ (?:to|for|that)|anticipat\w+|likely to|"
    r"is set to reach|could reach|may reach|should reach|would reach|will (?:reach|"
    r"grow|rise|fall|amount|total|exceed|climb|be worth|shrink|stand))"
)
HYPOTHETICAL = re.compile(
    r"(?i)\b(?:if|could|might|propos\w+|suggest\w+|unless|potential(?:ly)?)\b"
)
OBSERVED_VERB = re.compile(
    r"(?i)\b(?:was|were|reached|amounted|totall?ed|rose|fell|grew|stood|recorded|"
    r"hit|had|has|have|signed|killed|exported|imported|received|paid|accounted|is|"
    r"are)\b"
)


NEAR = 45
"""Characters within which "expected" governs "to reach"."""


def read_measure(text: str, quantity: Quantity, sentence: tuple[int, int]) -> str:
    """Return level, change, percent_change, share or rank."""
    before = text[max(sentence[0], quantity.char_start - 90) : quantity.char_start]
    after = text[quantity.char_end : min(sentence[1], quantity.char_end + 60)]
    if quantity.kind in ("rank", "fraction", "factor"):
        return {"rank": "rank", "fraction": "share", "factor": "percent_change"}[quantity.kind]
    is_by = bool(BY_BEFORE.search(before)) and bool(CHANGE.search(before))
    if quantity.kind == "point":
        return "change"
    if quantity.kind != "percent":
        return "change" if is_by or NOUN_RIGHT.match(after) else "level"
    if SHARE_AFTER.match(after) and not re.match(r"(?i)^,?\s*of\s+(?:growth|inflation)", after):
        return "share"
    clause = before.rsplit(";", 1)[-1]
    near = clause[-48:]
    if is_by or CHANGE_RIGHT.match(after) or CHANGE.search(near):
        if re.search(
            r"(?i)\b(?:to|at)\s+(?:about\s+|a\s+)?$", before
        ) and not CHANGE_RIGHT.match(after):
            return "level"
        if RATE_BEFORE.search(near) and not CHANGE.search(near):
            return "level"
        return "percent_change"
    if RATE_BEFORE.search(near):
        return "percent_change" if re.search(r"(?i)\bgrowth\b", near) else "level"
    return "share" if SHARE_BEFORE.search(near) else "level"


def is_fall(text: str, quantity: Quantity, sentence: tuple[int, int]) -> bool:
    """Tell whether a change goes down: by the change word nearest to it."""
    before = text[max(sentence[0], quantity.char_start - 70) : quantity.char_start]
    after = text[quantity.char_end : min(sentence[1], quantity.char_end + 28)]
    words = [*CHANGE.finditer(before)]
    right = CHANGE_RIGHT.match(after)
    if right:
        return bool(FALL.search(right.group()))
    return bool(words and FALL.fullmatch(words[-1].group()))


def read_status(text: str, quantity: Quantity, sentence: tuple[int, int]) -> str:
    """Return observed, target, forecast or hypothetical by the words before the number."""
    before = text[max(sentence[0], quantity.char_start - 160) : quantity.char_start]
    clause = re.split(r"[;]|, (?:while|but|and|which|after|compared)\b", before)[-1]
    marks = [
        (match.end(), name)
        for name, pattern in (
            ("forecast", FORECAST),
            ("target", TARGET),
            ("hypothetical", HYPOTHETICAL),
        )
        for match in pattern.finditer(clause)
    ]
    if not marks:
        return "observed"
    at, name = max(marks)
    if name == "target" and any(n == "forecast" and at - e < NEAR for e, n in marks):
        name = "forecast"  # "is expected to reach"
    later = OBSERVED_VERB.search(clause, at)
    if name == "hypothetical" and any(n != "hypothetical" for _, n in marks):
        name = next(n for _, n in sorted(marks, reverse=True) if n != "hypothetical")
    return (
        "observed"
        if later
        and name == "target"
        and later.group().lower() not in ("have", "has", "is", "are", "had")
        else name
    )
