"""Whether stated confidence is measured precision."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.evaluation.scoring import Judged

BINS = 5
RIGHT_FAULTS = {
    "events": ("", "names", "dates", "status", "countries"),
    "metrics": ("", "indicator", "subjects", "period"),
}
"""Faults that leave a row right for calibration: confidence speaks for type and value."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Rows whose confidence lies in [low, high): how many, stated and measured mean."""

    low: float
    high: float
    count: int
    stated: float
    measured: float


def bin_confidence(judged: Sequence[Judged], table: str) -> tuple[Bin, ...]:
    """Return the filled bins of one table's rows, paired or spurious."""
    rows = [
        (float(row.other["confidence"]), row.fault in RIGHT_FAULTS[table])
        for row in judged
        if row.table == table and row.other is not None
    ]
    bins: list[Bin] = []
    for number in range(BINS):
        low, high = number / BINS, (number + 1) / BINS
        inside = [r for r in rows if low <= r[0] < high or (number == BINS - 1 and r[0] == 1)]
        if inside:
            stated = sum(c for c, _ in inside) / len(inside)
            measured = sum(ok for _, ok in inside) / len(inside)
            bins.append(Bin(low, high, len(inside), stated, measured))
    return tuple(bins)


def calibration_error(bins: Sequence[Bin]) -> float:
    """Return the expected calibration error: the mean gap, weighted by rows."""
    total = sum(b.count for b in bins)
    gaps = sum(b.count * abs(b.stated - b.measured) for b in bins)
    return gaps / total if total else 0.0
