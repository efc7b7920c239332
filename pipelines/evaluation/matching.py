"""Which row of an engine is which row of the gold, and up to which level they agree."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipelines.evaluation.labels import Label

Row = Mapping[str, Any]
Spans = list[tuple[int, int]]
Test = Callable[[Row, Row], bool]

FILLER = re.compile(r"\b(the|republic of|company|inc|ltd|corp|co)\b")
UNITS = {
    "usd": "USD",
    "us dollar": "USD",
    "people": "person",
    "persons": "person",
    "%": "percent",
}
TOLERANCE = 0.005
"""Values agree that differ by half a percent at most."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Positions of two rows that were put together, and which levels they pass."""

    gold: int
    other: int
    passed: tuple[bool, ...]


def squash(text: str) -> str:
    """Return `text` with single spaces."""
    return " ".join(text.split())


def fold_name(name: str) -> str:
    """Return a name without case, diacritics, possessive, articles and legal forms."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i"))
    folded = plain.encode("ascii", "ignore").decode().casefold()
    words = FILLER.sub(" ", re.sub(r"['’]s\b", "", folded))
    return " ".join(re.sub(r"[^a-z0-9 ]", " ", words).split())


def is_same_name(one: str, other: str) -> bool:
    """Tell whether all words of one name are in the other."""
    first, second = set(fold_name(one).split()), set(fold_name(other).split())
    return bool(first and second) and (first <= second or second <= first)


def mark_countries(label: Label) -> Label:
    """Return the label with `is_country` at the participants that are countries."""
    names = {
        fold_name(name)
        for actor in label["actors"]
        if actor["kind"] == "country"
        for name in (actor["name"], *actor["surfaces"])
    }
    events = [
        event
        | {
            "participants": [
                p | {"is_country": fold_name(p["name"]) in names} for p in event["participants"]
            ]
        }
        for event in label["events"]
    ]
    return label | {"events": events}


def has_same_countries(gold: Row, other: Row) -> bool:
    """Tell whether the country sets agree; a gold party without country may have any."""
    known = {p["country"] for p in gold["participants"] if p["country"]}
    theirs = {p["country"] for p in other["participants"] if p["country"]}
    blanks = sum(p["country"] is None for p in gold["participants"])
    return known <= theirs and len(theirs - known) <= blanks


def has_same_parties(gold: Row, other: Row) -> bool:
    """Tell whether each party has a partner: countries by code, others by name as well."""
    rest = list(other["participants"])
    if len(rest) != len(gold["participants"]):
        return False
    for party in gold["participants"]:
        partner = next((p for p in rest if _is_same_party(party, p)), None)
        if partner is None:
            return False
        rest.remove(partner)
    return True


def _is_same_party(gold: Row, other: Row) -> bool:
    if gold["country"] not in (None, other["country"]):
        return False
    are_countries = gold.get("is_country") and other.get("is_country") and gold["country"]
    return is_same_name(gold["name"], other["name"]) or bool(are_countries)


def _unit(unit: str | None) -> str:
    plain = (unit or "").strip()
    return UNITS.get(plain.lower(), plain if plain.isupper() else plain.lower())


def _is_close(one: float, other: float) -> bool:
    return abs(one - other) <= TOLERANCE * max(abs(one), abs(other), 1e-9)


def _shares_subject(gold: Row, other: Row) -> bool:
    ours, theirs = ({fold_name(s) for s in row["subjects"]} for row in (gold, other))
    return bool(ours & theirs) or ours == theirs


def _is_same_indicator(gold: Row, other: Row) -> bool:
    return gold["measure"] in ("share", "rank") or gold["indicator"] == other["indicator"]


def _is_same_time(gold: Row, other: Row) -> bool:
    return (gold["start"], gold["end"]) == (other["start"], other["end"])


EVENT_LEVELS: tuple[tuple[str, Test], ...] = (
    ("found", lambda _gold, _other: True),
    ("type", lambda gold, other: gold["type"] == other["type"]),
    ("countries", has_same_countries),
    ("status", lambda gold, other: gold["status"] == other["status"]),
    ("dates", _is_same_time),
    ("names", has_same_parties),
)
METRIC_LEVELS: tuple[tuple[str, Test], ...] = (
    ("value", lambda gold, other: _is_close(gold["value"], other["value"])),
    ("unit", lambda gold, other: _unit(gold["unit"]) == _unit(other["unit"])),
    (
        "measure, status",
        lambda gold, other: (
            (gold["measure"], gold["status"]) == (other["measure"], other["status"])
        ),
    ),
    ("period", _is_same_time),
    ("subjects", _shares_subject),
    ("indicator", _is_same_indicator),
)


def find_spans(evidence: str | Sequence[Any], text: str) -> Spans:
    """Return where quotes (or offset pairs) lie in the squashed text."""
    pieces: list[Any] = [evidence] if isinstance(evidence, str) else list(evidence)
    if pieces and isinstance(pieces[0], int):
        pieces = [pieces]
    return [span for piece in pieces if (span := _find_span(piece, text)) is not None]


def _find_span(piece: Any, text: str) -> tuple[int, int] | None:
    if not isinstance(piece, str):
        return int(piece[0]), int(piece[1])
    quote = squash(piece)
    at = text.find(quote)
    return (at, at + len(quote)) if at >= 0 else None


def pair_rows(
    gold: Sequence[Row], other: Sequence[Row], text: str, levels: Sequence[tuple[str, Test]]
) -> list[Pair]:
    """Pair rows whose evidence overlaps, one to one, those that agree most first.

    `text` is squashed; the first level must pass.
    """
    gold_spans = [find_spans(row["evidence"], text) for row in gold]
    other_spans = [find_spans(row["evidence"], text) for row in other]
    pairs = [
        Pair(i, j, tuple(test(gold[i], other[j]) for _, test in levels))
        for i, ours in enumerate(gold_spans)
        for j, theirs in enumerate(other_spans)
        if any(a < d and c < b for a, b in ours for c, d in theirs)
    ]
    pairs.sort(key=lambda p: (-_weigh(p.passed), p.gold, p.other))
    used: set[tuple[str, int]] = set()
    kept: list[Pair] = []
    for pair in pairs:
        ends = {("gold", pair.gold), ("other", pair.other)}
        if pair.passed[0] and not ends & used:
            used |= ends
            kept.append(pair)
    return kept


def _weigh(passed: Sequence[bool]) -> int:
    """The first two levels weigh most: a row is first of all what happened."""
    return 4 * passed[0] + 4 * passed[1] + sum(passed)


def pair_actors(gold: Sequence[Row], other: Sequence[Row]) -> list[tuple[int, int]]:
    """Pair actors of one kind: countries by code, others by name."""
    rest = list(range(len(other)))
    pairs: list[tuple[int, int]] = []
    for i, actor in enumerate(gold):
        found = next((j for j in rest if _is_same_actor(actor, other[j])), None)
        if found is not None:
            rest.remove(found)
            pairs.append((i, found))
    return pairs


def _is_same_actor(gold: Row, other: Row) -> bool:
    if gold["kind"] != other["kind"]:
        return False
    if gold["kind"] == "country":
        return gold["country"] == other["country"]
    return is_same_name(gold["name"], other["name"])
