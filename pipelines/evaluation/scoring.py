"""Count what agrees, level by level; every level adds one demand to those before."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipelines.evaluation.labels import Label
from pipelines.evaluation.matching import (
    EVENT_LEVELS,
    METRIC_LEVELS,
    Pair,
    fold_name,
    mark_countries,
    pair_actors,
    pair_rows,
)

Row = Mapping[str, Any]
TABLES = {"events": EVENT_LEVELS, "metrics": METRIC_LEVELS}
CONFUSED = {"events": ("type", "status"), "metrics": ("indicator", "measure", "status")}


@dataclass(frozen=True, slots=True)
class Score:
    """One level: how many rows the gold has, the engine has, and how many agree."""

    table: str
    level: str
    agreed: int
    other: int
    gold: int

    @property
    def precision(self) -> float:
        """Agreed rows among the engine's."""
        return self.agreed / self.other if self.other else 0.0

    @property
    def recall(self) -> float:
        """Agreed rows among the gold's."""
        return self.agreed / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.gold + self.other
        return 2 * self.agreed / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Judged:
    """One row of gold or engine after pairing; `fault` is empty where all agrees.

    `fault` is `missed`, `spurious`, or the first level that fails.
    """

    article_id: str
    table: str
    fault: str
    gold: Row | None
    other: Row | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores by level, wrong fields as (table, field, gold, other) counts, judged rows."""

    scores: tuple[Score, ...]
    confusions: Counter[tuple[str, str, str, str]]
    judged: tuple[Judged, ...]

    def f1(self, table: str, level: str) -> float:
        """Return F1 of a level."""
        return next(s.f1 for s in self.scores if (s.table, s.level) == (table, level))


@dataclass(slots=True)
class _Tally:
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    confusions: Counter[tuple[str, str, str, str]] = field(default_factory=Counter)
    judged: list[Judged] = field(default_factory=list)


def evaluate(
    gold: Mapping[str, Label], other: Mapping[str, Label], texts: Mapping[str, str]
) -> Evaluation:
    """Score labels against gold by article id; `texts` are squashed."""
    tally = _Tally()
    for article_id in sorted(gold.keys() & texts.keys()):
        ours = mark_countries(gold[article_id])
        theirs = mark_countries(
            other.get(article_id, {"actors": [], "events": [], "metrics": []})
        )
        _count_actors(tally, article_id, ours["actors"], theirs["actors"])
        for table, levels in TABLES.items():
            pairs = pair_rows(ours[table], theirs[table], texts[article_id], levels)
            _count_rows(tally, article_id, table, ours[table], theirs[table], pairs)
    return Evaluation(tuple(_scores(tally.counts)), tally.confusions, tuple(tally.judged))


def _count_rows(
    tally: _Tally,
    article_id: str,
    table: str,
    gold: Sequence[Row],
    other: Sequence[Row],
    pairs: Sequence[Pair],
) -> None:
    levels = TABLES[table]
    tally.counts[table, "gold"] += len(gold)
    tally.counts[table, "other"] += len(other)
    for pair in pairs:
        fault = next(
            (name for (name, _), ok in zip(levels, pair.passed, strict=True) if not ok), ""
        )
        for number, (name, _) in enumerate(levels):
            tally.counts[table, name] += all(pair.passed[: number + 1])
        one, two = gold[pair.gold], other[pair.other]
        tally.judged.append(Judged(article_id, table, fault, one, two))
        for name in CONFUSED[table]:
            if one[name] != two[name]:
                tally.confusions[table, name, one[name], two[name]] += 1
    missed = set(range(len(gold))) - {p.gold for p in pairs}
    spurious = set(range(len(other))) - {p.other for p in pairs}
    tally.judged += [Judged(article_id, table, "missed", gold[i], None) for i in sorted(missed)]
    tally.judged += [
        Judged(article_id, table, "spurious", None, other[j]) for j in sorted(spurious)
    ]


def _count_actors(
    tally: _Tally, article_id: str, gold: Sequence[Row], other: Sequence[Row]
) -> None:
    pairs = pair_actors(gold, other)
    tally.counts["actors", "gold"] += len(gold)
    tally.counts["actors", "other"] += len(other)
    for i, j in pairs:
        one, two = gold[i], other[j]
        has_country = one["country"] in (None, two["country"])
        tally.counts["actors", "name and kind"] += 1
        tally.counts["actors", "country"] += has_country
        if one["role"]:
            tally.counts["roles", "gold"] += 1
            tally.counts["roles", "role"] += _is_same_role(one["role"], two["role"])
        tally.judged.append(
            Judged(article_id, "actors", "" if has_country else "country", one, two)
        )
    for i in sorted(set(range(len(gold))) - {i for i, _ in pairs}):
        tally.judged.append(Judged(article_id, "actors", "missed", gold[i], None))
    for j in sorted(set(range(len(other))) - {j for _, j in pairs}):
        tally.judged.append(Judged(article_id, "actors", "spurious", None, other[j]))


def _is_same_role(gold: str, other: str | None) -> bool:
    ours, theirs = fold_name(gold), fold_name(other or "")
    return bool(theirs) and (ours in theirs or theirs in ours)


def _scores(counts: Counter[tuple[str, str]]) -> Iterable[Score]:
    """Yield the levels in order; `role` counts only actors found whose gold has one."""
    levels = {
        "actors": ("name and kind", "country"),
        "events": tuple(name for name, _ in EVENT_LEVELS),
        "metrics": tuple(name for name, _ in METRIC_LEVELS),
    }
    for table, names in levels.items():
        for name in names:
            yield Score(
                table,
                name,
                counts[table, name],
                counts[table, "other"],
                counts[table, "gold"],
            )
        if table == "actors":
            found = counts["roles", "gold"]
            yield Score(table, "role of those found", counts["roles", "role"], found, found)
