"""Resolve time expressions to the period that a number covers."""

from dataclasses import replace
from datetime import date

from pipelines.extraction.records import Period
from pipelines.extraction.times.records import Anchor, TimeExpression
from pipelines.extraction.times.resolution import resolve

AHEAD = ("target", "forecast")


def resolve_period(
    expression: TimeExpression, anchor: Anchor, *, flow: bool, status: str
) -> Period:
    """Return the days that a number covers, both ends inclusive.

    `flow` tells a quantity that adds up over time (exports) from a stock (reserves):
    "by the end of October" is January to October for a flow, a day for a stock.
    """
    tense = "future" if status in AHEAD else "past"
    bare = replace(expression, relation=None)
    if expression.kind == "shift" and expression.unit in ("month", "year", "week", "quarter"):
        tense = "future" if status in AHEAD else "none"
    period = resolve(bare, anchor, tense=tense)
    if expression.relation == "since" and period.start_on and anchor.published_on:
        return replace(period, end_on=anchor.published_on, precision="range")
    if period.end_on is None:
        return period
    if expression.modifier == "end" or expression.relation in ("as_of", "by", "until"):
        return _cumulate(expression, period, period.end_on, flow)
    return period


def _cumulate(expression: TimeExpression, period: Period, end: date, flow: bool) -> Period:
    """Return the year to `end` for a flow, the last day for a stock."""
    if expression.kind == "year" and expression.modifier is None:
        return period
    if flow:
        return Period(date(end.year, 1, 1), end, "range", period.basis)
    return Period(end, end, "day", period.basis)
