"""What a number takes from the act that its sentence tells: when, and whether it is done."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipelines.extraction.records import EventMention, MetricMention

COUNTS = frozenset(("agreements", "casualties", "duration", "military"))
"""Indicators whose number belongs to an act: signed papers, victims, days of a visit."""

OF_VISITS = frozenset(("visit", "convene", "meet", "negotiate"))


def take_from_acts(
    metrics: Iterable[MetricMention], events: Sequence[EventMention]
) -> tuple[MetricMention, ...]:
    """Give counts without a time that of the act in their sentence, and its status."""
    return tuple(_take(metric, events) for metric in metrics)


def _take(metric: MetricMention, events: Sequence[EventMention]) -> MetricMention:
    if metric.indicator not in COUNTS:
        return metric
    act = next((event for event in events if _is_of(metric, event)), None)
    if act is None:
        return metric
    is_planned = act.status == "planned" and metric.status == "observed"
    has_time = metric.period.start_on is None and act.period.start_on and act.period.end_on
    return replace(
        metric,
        status="target" if is_planned else metric.status,
        period=act.period if has_time else metric.period,
        date_text=act.date_text if has_time else metric.date_text,
    )


def _is_of(metric: MetricMention, event: EventMention) -> bool:
    """Tell whether a number stands in a sentence that tells an act; days are of meetings."""
    if metric.indicator == "duration" and event.action not in OF_VISITS:
        return False
    return any(
        piece.char_start <= metric.evidence.char_start < piece.char_end
        for piece in event.evidence
    )
