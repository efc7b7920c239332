"""Find the metrics of an article: every quantity that measures something."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from pipelines.articles.records import Article
from pipelines.extraction.metrics.indicators import (
    DEFAULTS,
    Indicator,
    find_indicator,
    noun_indicator,
)
from pipelines.extraction.metrics.lexicon import MetricLexicon
from pipelines.extraction.metrics.measures import is_fall, read_measure, read_status
from pipelines.extraction.metrics.periods import find_time, resolve_time, stretch
from pipelines.extraction.metrics.subjects import find_subjects
from pipelines.extraction.quantities import Quantity, find_quantities
from pipelines.extraction.records import Cast, Evidence, MetricMention
from pipelines.extraction.times import Anchor, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Doc

RULE_CONFIDENCE = {"money": 0.8, "percent": 0.75, "rank": 0.6, "time": 0.5, "count": 0.45}
OTHER_CONFIDENCE = 0.6
"""Share of rows whose value and unit were right on the development set, by kind."""

CLAUSE = re.compile(r"[;]|,\s+(?:while|but|and|or|which|with|compared|up|down)\b|\.\s")


def find_metrics(
    article: Article,
    doc: "Doc",
    cast: Cast,
    times: Sequence[TimeExpression],
    lexicon: MetricLexicon,
) -> tuple[MetricMention, ...]:
    """Return the metrics of `article`, each stated fact once."""
    text = doc.text
    quantities = find_numbers(doc, times, lexicon)
    anchor = Anchor(
        article.published_on, article.published_earliest_on, article.published_latest_on
    )
    found: list[MetricMention] = []
    subjects: tuple[str, ...] = ()
    time: TimeExpression | None = None
    last_sentence = (0, 0)
    for quantity in quantities:
        sentence = sentence_of(doc, quantity)
        others = [(q.char_start, q.char_end) for q in quantities if q is not quantity]
        indicator = find_indicator(text, quantity, sentence, others, lexicon)
        subjects = find_subjects(
            text,
            quantity,
            indicator,
            sentence,
            cast,
            subjects if sentence == last_sentence else (),
        )
        own = find_time(text, quantity, sentence, times)
        carried = time if carries_period(quantity, indicator, lexicon) else None
        time = own or carried
        last_sentence = sentence
        found.append(
            make_metric(
                article,
                text,
                quantity,
                indicator,
                subjects,
                own or carried,
                sentence,
                cast,
                anchor,
                lexicon,
            )
        )
    return drop_repeats(found)


def find_numbers(
    doc: "Doc", times: Sequence[TimeExpression], lexicon: MetricLexicon
) -> tuple[Quantity, ...]:
    """Return the quantities of `doc` that are no conversions of the one before."""
    spans = [(t.char_start, t.char_end) for t in times]
    found = find_quantities(doc, lexicon.quantities, spans)
    return tuple(q for q in found if not _is_conversion(doc.text, q))


def carries_period(
    quantity: Quantity, indicator: Indicator | None, lexicon: MetricLexicon
) -> bool:
    """Tell whether a number without a time holds for the period of the number before.

    Reports of sums over time name their period once.
    """
    if quantity.kind in ("time", "count", "length", "rank"):
        return False
    return indicator is not None and indicator.name in lexicon.flows


def sentence_of(doc: "Doc", quantity: Quantity) -> tuple[int, int]:
    """Return the half-open characters of the sentence that holds a number."""
    span = doc.char_span(quantity.char_start, quantity.char_end, alignment_mode="expand")
    assert span is not None
    return span.sent.start_char, span.sent.end_char


def _is_conversion(text: str, quantity: Quantity) -> bool:
    """Tell an amount in brackets that says the one before it in another currency."""
    before = text[max(quantity.char_start - 16, 0) : quantity.char_start]
    return quantity.kind in ("money", "length", "mass", "volume", "area") and bool(
        re.search(
            r"\(\s*(?:about |around |some |or |nearly |approximately |roughly |over )?$", before
        )
    )


def make_metric(
    article: Article,
    text: str,
    quantity: Quantity,
    indicator: Indicator | None,
    subject_keys: tuple[str, ...],
    time: TimeExpression | None,
    sentence: tuple[int, int],
    cast: Cast,
    anchor: Anchor,
    lexicon: MetricLexicon,
) -> MetricMention:
    """Put the fields of one number together."""
    measure = read_measure(text, quantity, sentence)
    status = read_status(text, quantity, sentence)
    name = _name(quantity, indicator, measure)
    value, low, high = quantity.value, quantity.value_low, quantity.value_high
    if (
        measure in ("percent_change", "change")
        and quantity.kind != "factor"
        and is_fall(text, quantity, sentence)
    ):
        value, low, high = (
            -value,
            None if high is None else -high,
            None if low is None else -low,
        )
    period = resolve_time(time, anchor, flow=name in lexicon.flows, status=status)
    if quantity.kind == "time" and re.search(
        r"(?i)visit|trip|tour|summit|talks", text[quantity.char_end : quantity.char_end + 40]
    ):
        period = stretch(period, quantity)
    return MetricMention(
        indicator=name,
        indicator_text=_words(text, quantity, indicator),
        value=value,
        value_low=low,
        value_high=high,
        unit=quantity.unit,
        measure=measure,
        qualifier=quantity.qualifier,
        subjects=name_subjects(subject_keys, cast),
        subject_keys=subject_keys,
        period=period,
        date_text=article.body[time.char_start : time.char_end] if time else None,
        status=status,
        evidence=_evidence(article.body, text, quantity, indicator, sentence),
        rule=f"quantity/{quantity.kind}",
        confidence=RULE_CONFIDENCE.get(quantity.kind, OTHER_CONFIDENCE),
    )


def name_subjects(keys: tuple[str, ...], cast: Cast) -> tuple[str, ...]:
    """Return country codes for countries, names for people and bodies."""
    actors = [cast.actors[key] for key in keys]
    return tuple(
        a.country_code if a.kind == "country" and a.country_code else a.name for a in actors
    )


def _name(quantity: Quantity, indicator: Indicator | None, measure: str) -> str:
    if quantity.kind == "count":
        told = noun_indicator(quantity.noun or "")
        if told:
            return told
        return (
            indicator.name
            if indicator and indicator.name in ("agreements", "casualties")
            else "other"
        )
    if indicator:
        return indicator.name
    if measure == "share":
        return "share"
    if "/" in quantity.unit and quantity.kind == "money":
        return "price"
    return DEFAULTS.get(quantity.kind, "other")


def _words(text: str, quantity: Quantity, indicator: Indicator | None) -> str:
    if quantity.noun:
        return quantity.noun
    if indicator:
        return indicator.text
    return " ".join(text[quantity.char_start : quantity.char_end].split())


def _evidence(
    body: str,
    text: str,
    quantity: Quantity,
    indicator: Indicator | None,
    sentence: tuple[int, int],
) -> Evidence:
    """Return the clause around a number, from its indicator on where that is near."""
    start, end = sentence
    for cut in CLAUSE.finditer(text, sentence[0], sentence[1]):
        if cut.end() <= quantity.char_start and not (
            indicator and indicator.char_start < cut.start()
        ):
            start = cut.end()
        elif cut.start() >= quantity.char_end:
            end = cut.start()
            break
    quote = body[start:end]
    start += len(quote) - len(quote.lstrip())
    end -= len(quote) - len(quote.rstrip())
    return Evidence(start, end, body[start:end])


def drop_repeats(metrics: Sequence[MetricMention]) -> tuple[MetricMention, ...]:
    """Keep the first telling of each fact."""
    kept: dict[tuple[object, ...], MetricMention] = {}
    for metric in metrics:
        key = (abs(metric.value), metric.unit, metric.measure, metric.status, metric.indicator)
        same = kept.get(key)
        if same is None:
            kept[key] = metric
        elif same.period != metric.period and metric.period.start_on and same.period.start_on:
            kept[(*key, metric.period.start_on, metric.period.end_on)] = metric
        elif (
            set(same.subject_keys).isdisjoint(metric.subject_keys)
            and metric.subject_keys
            and same.value != Decimal(0)
        ):
            kept[(*key, metric.subject_keys)] = metric
    return tuple(kept.values())
