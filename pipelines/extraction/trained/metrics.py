"""Metrics by the model: the rules' numbers, with subjects, period and kind by its links."""

from collections.abc import Sequence
from dataclasses import replace

from pipelines.extraction.metrics.finding import (
    carries_period,
    drop_repeats,
    find_numbers,
    make_metric,
    sentence_of,
)
from pipelines.extraction.metrics.indicators import FITTING, find_indicator
from pipelines.extraction.metrics.lexicon import MetricLexicon
from pipelines.extraction.metrics.periods import find_time, resolve_time
from pipelines.extraction.metrics.subjects import as_measured
from pipelines.extraction.quantities import Quantity
from pipelines.extraction.records import MetricMention
from pipelines.extraction.times import Anchor, TimeExpression
from pipelines.extraction.trained.candidates import Candidate, place_candidates
from pipelines.extraction.trained.events import Scene
from pipelines.extraction.trained.labels import INDICATORS, MEASURES, METRIC_STATUSES
from pipelines.extraction.trained.model import Encoded, Floats, ReaderModel
from pipelines.extraction.trained.roles import near

IS_METRIC_THRESHOLD = 0.35
SUBJECT_THRESHOLD = 0.5
SUBJECT_SHARE = 0.55
"""Least probability of a subject, and its least share of the likeliest one's."""

INDICATOR_FLOOR = 0.1
MEASURE_FLOOR = 0.03
STATUS_FLOOR = 0.03
"""The rule's value stays where the model gives it at least this probability."""


def find_trained_metrics(
    scene: Scene, encoded: Encoded, model: ReaderModel, lexicon: MetricLexicon
) -> tuple[MetricMention, ...]:
    """Return the metrics of an article, each stated fact once."""
    quantities = find_numbers(scene.doc, scene.times, lexicon)
    found: list[MetricMention] = []
    time: TimeExpression | None = None
    for quantity, span in zip(quantities, place_candidates(scene.doc, quantities), strict=True):
        made = _make(scene, encoded, model, quantity, span, quantities, lexicon, time)
        if made:
            metric, time = made
            found.append(metric)
    return drop_repeats(found)


def _make(
    scene: Scene,
    encoded: Encoded,
    model: ReaderModel,
    quantity: Quantity,
    span: Candidate,
    quantities: Sequence[Quantity],
    lexicon: MetricLexicon,
    last_time: TimeExpression | None,
) -> tuple[MetricMention, TimeExpression | None] | None:
    """Return the metric of one number and the time to carry on, None where it is no metric."""
    states = encoded.states[span.start : span.end]
    sure = float(model.classify("is_metric", states)[:, 1].mean())
    if sure < IS_METRIC_THRESHOLD:
        return None
    article, text = scene.article, scene.doc.text
    sentence = sentence_of(scene.doc, quantity)
    others = [(q.char_start, q.char_end) for q in quantities if q is not quantity]
    indicator = find_indicator(text, quantity, sentence, others, lexicon)
    keys, places = _subjects(scene, encoded, model, span, quantity)
    own = find_time(text, quantity, sentence, scene.times)
    time = own or (last_time if carries_period(quantity, indicator, lexicon) else None)
    anchor = Anchor(
        article.published_on, article.published_earliest_on, article.published_latest_on
    )
    metric = make_metric(
        article,
        text,
        quantity,
        indicator,
        keys,
        time,
        sentence,
        scene.cast,
        anchor,
        lexicon,
    )
    mixed = _mix(metric, model, states, quantity)
    period = metric.period
    if mixed.status != metric.status:
        flow = mixed.indicator in lexicon.flows
        period = resolve_time(time, anchor, flow=flow, status=mixed.status)
    metric = replace(
        mixed,
        period=period,
        subjects=tuple(dict.fromkeys((*metric.subjects, *places))),
        rule=f"model/{quantity.kind}",
        confidence=round(sure, 2),
    )
    return metric, own or last_time


def _mix(
    metric: MetricMention, model: ReaderModel, states: Floats, quantity: Quantity
) -> MetricMention:
    """Keep the rule's indicator and measure unless the model all but rules them out."""
    indicator, measure = metric.indicator, metric.measure
    told = model.classify("indicator", states).mean(axis=0)
    if quantity.kind != "rank" and told[INDICATORS.index(indicator)] < INDICATOR_FLOOR:
        best = INDICATORS[int(told.argmax())]
        fitting = FITTING.get(quantity.kind)
        if fitting is None or best in fitting or best in ("other", "share", "rank"):
            indicator = best
    shown = model.classify("measure", states).mean(axis=0)
    fixed = quantity.kind in ("rank", "fraction", "factor", "money", "time", "count")
    if not fixed and shown[MEASURES.index(measure)] < MEASURE_FLOOR:
        measure = MEASURES[int(shown.argmax())]
    status = metric.status
    stated = model.classify("metric_status", states).mean(axis=0)
    if stated[METRIC_STATUSES.index(status)] < STATUS_FLOOR:
        status = METRIC_STATUSES[int(stated.argmax())]
    return replace(metric, indicator=indicator, measure=measure, status=status)


def _subjects(
    scene: Scene, encoded: Encoded, model: ReaderModel, span: Candidate, quantity: Quantity
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the keys of actors and the names of places that a number is about."""
    references = near(encoded, (span.start, span.end), scene.references)
    places = near(encoded, (span.start, span.end), scene.place_spans)
    if not references and not places:
        return (), ()
    scores = model.link(
        "subjects", encoded, scene.doc, (span.start, span.end), [*references, *places]
    )[:, 1]
    best: dict[str, float] = {}
    for candidate, score in zip(references, scores, strict=False):
        for key in scene.cast.references[candidate.source].actor_keys:
            best[key] = max(best.get(key, 0.0), float(score))
    names = {
        scene.places[c.source].place.name: float(score)
        for c, score in zip(places, scores[len(references) :], strict=True)
        if scene.places[c.source].kind == "city"
    }
    keys = tuple(
        dict.fromkeys(
            as_measured(k, quantity, scene.cast)
            for k, s in best.items()
            if s >= max(SUBJECT_THRESHOLD, SUBJECT_SHARE * max(best.values()))
        )
    )
    named = tuple(name for name, score in names.items() if score >= SUBJECT_THRESHOLD)
    if keys or named:
        return keys, named
    name = max(names, key=lambda n: names[n], default=None)
    if best:
        top = max(best, key=lambda k: best[k])
        if name is None or best[top] >= names[name]:
            return (as_measured(top, quantity, scene.cast),), ()
    return (), (name,) if name else ()
