"""Turn annotated passages into labelled windows: what the network learns from."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from pipelines.extraction.trained.candidates import Candidate
from pipelines.extraction.trained.labels import (
    ACTIONS,
    BASES,
    EVENT_STATUSES,
    EVENT_TYPES,
    INDICATORS,
    MEASURES,
    METRIC_STATUSES,
)
from pipelines.extraction.trained.syntax import relate
from pipelines.extraction.trained.windows import Window, make_windows
from training.corpus import Passage, find_near
from training.proposals import Proposals, fold_name
from training.records import MASKED, PAIR_LABELS, WORD_LABELS, Example, Links

if TYPE_CHECKING:
    from spacy.tokens import Doc

ROLES = {"source": 1, "target": 2}


def make_examples(
    passage: Passage, doc: "Doc", proposals: Proposals, piece_counts: Sequence[int]
) -> list[Example]:
    """Return one example for each window of the passage."""
    arrays = {name: np.full(len(doc), MASKED, dtype=np.int64) for name in WORD_LABELS}
    arrays["trigger"][:] = 0
    links: dict[str, list[Links]] = {name: [] for name in PAIR_LABELS}
    _mask_tellings(passage, doc, arrays["trigger"])
    for event in passage.events:
        _label_event(event, passage, doc, proposals, arrays, links)
    _label_metrics(passage, doc, proposals, arrays, links)
    words = [token.text for token in doc]
    return [
        _cut(window, words, arrays, links, passage)
        for window in make_windows(doc, piece_counts)
    ]


def _tokens(doc: "Doc", span: tuple[int, int] | None) -> tuple[int, int] | None:
    if span is None:
        return None
    tokens = doc.char_span(*span, alignment_mode="expand")
    return (tokens.start, tokens.end) if tokens is not None and len(tokens) else None


def _mask_tellings(passage: Passage, doc: "Doc", labels: np.ndarray) -> None:
    """Leave further tellings of an event out of the loss."""
    text = passage.article.body
    for event in passage.events:
        for anchor in event.get("other_anchors", ()):
            tokens = _tokens(doc, find_near(text, anchor, 0))
            if tokens:
                labels[tokens[0] : tokens[1]] = MASKED


def _label_event(
    event: dict[str, Any],
    passage: Passage,
    doc: "Doc",
    proposals: Proposals,
    arrays: dict[str, np.ndarray],
    links: dict[str, list[Links]],
) -> None:
    text = passage.article.body
    anchor_at = text.index(event["anchor"])
    trigger_at = anchor_at + max(event["anchor"].find(event["trigger"]), 0)
    trigger = _tokens(doc, (trigger_at, trigger_at + len(event["trigger"])))
    if trigger is None:
        return
    start, end = trigger
    arrays["trigger"][start:end] = EVENT_TYPES.index(event["type"])
    arrays["action"][start:end] = ACTIONS.index(event["action"])
    arrays["status"][start:end] = EVENT_STATUSES.index(event["status"])
    basis = event["basis"] if event["basis"] in ("reported", "unknown") else "timed"
    arrays["basis"][start:end] = BASES.index(basis)
    links["roles"].append(_label_roles(event, text, trigger_at, trigger, doc, proposals))
    for name, key, candidates in (
        ("times", "when", proposals.times),
        ("places", "where", proposals.places),
    ):
        target = _tokens(doc, find_near(text, event[key], trigger_at)) if event[key] else None
        labels = tuple(int(bool(target and _overlaps(c, target))) for c in candidates)
        if event[key] is None or any(labels):
            links[name].append(_link(doc, start, end, candidates, labels))


def _link(
    doc: "Doc",
    start: int,
    end: int,
    candidates: tuple[Candidate, ...],
    labels: tuple[int, ...],
) -> Links:
    relations = tuple(relate(doc, (start, end), (c.start, c.end)) for c in candidates)
    return Links(start, end, candidates, labels, relations)


def _overlaps(candidate: Candidate, span: tuple[int, int]) -> bool:
    return candidate.start < span[1] and span[0] < candidate.end


def _label_roles(
    event: dict[str, Any],
    text: str,
    trigger_at: int,
    trigger: tuple[int, int],
    doc: "Doc",
    proposals: Proposals,
) -> Links:
    """Label the references that stand for participants; add those that no rule found."""
    labels = [0] * len(proposals.references)
    added: list[tuple[Candidate, int]] = []
    names = {fold_name(p["name"]) for p in event["participants"]}
    countries = {p["country"] for p in event["participants"] if p["country"]}
    for number, meanings in enumerate(proposals.meanings):
        if meanings.names & names or meanings.countries & countries:
            labels[number] = MASKED
    for participant in event["participants"]:
        role = ROLES[participant["role"]]
        span = _tokens(doc, find_near(text, participant["text"], trigger_at))
        if span is None:
            continue
        touching = [n for n, c in enumerate(proposals.references) if _overlaps(c, span)]
        code, name = participant["country"], fold_name(participant["name"])
        right = [
            n
            for n in touching
            if name in proposals.meanings[n].names or code in proposals.meanings[n].countries
        ]
        if right:
            best = max(right, key=lambda n: _shared(proposals.references[n], span))
            labels[best] = role
        elif not touching:
            added.append((Candidate(span[0], span[1], 8, -1), role))
    candidates = (*proposals.references, *(c for c, _ in added))
    return _link(doc, *trigger, candidates, (*labels, *(role for _, role in added)))


def _shared(candidate: Candidate, span: tuple[int, int]) -> int:
    return min(candidate.end, span[1]) - max(candidate.start, span[0])


def _label_metrics(
    passage: Passage,
    doc: "Doc",
    proposals: Proposals,
    arrays: dict[str, np.ndarray],
    links: dict[str, list[Links]],
) -> None:
    text = passage.article.body
    for candidate in proposals.quantities:
        arrays["is_metric"][candidate.start : candidate.end] = 0
    for metric in passage.metrics:
        anchor_at = text.find(metric["anchor"])
        span = _tokens(doc, find_near(text, metric["number"], max(anchor_at, 0)))
        if span is None or anchor_at < 0:
            continue
        start, end = span
        arrays["is_metric"][start:end] = 1
        arrays["indicator"][start:end] = INDICATORS.index(metric["indicator"])
        arrays["measure"][start:end] = MEASURES.index(metric["measure"])
        arrays["metric_status"][start:end] = METRIC_STATUSES.index(metric["status"])
        wanted = {fold_name(s) for s in metric["subjects"]} | set(metric["subjects"])
        candidates = (*proposals.references, *proposals.places)
        labels = tuple(
            int(bool(m.names & wanted or m.countries & wanted))
            for m in (*proposals.meanings, *proposals.place_meanings)
        )
        if any(labels):
            links["subjects"].append(_link(doc, start, end, candidates, labels))
        period = (metric["start"], metric["end"])
        readings = tuple(int(period in r) for r in proposals.readings)
        if metric["start"] is None and metric["end"] is None:
            readings = tuple(0 for _ in readings)
        elif not any(readings):
            continue
        links["periods"].append(_link(doc, start, end, proposals.times, readings))


def _cut(
    window: Window,
    words: list[str],
    arrays: dict[str, np.ndarray],
    links: dict[str, list[Links]],
    passage: Passage,
) -> Example:
    """Cut the document's labels down to one window; context tokens are masked."""
    inside = slice(window.start, window.end)
    cut = {name: values[inside].copy() for name, values in arrays.items()}
    for values in cut.values():
        values[: window.core_start - window.start] = MASKED
    pairs = {
        name: tuple(
            _shift(link, window)
            for link in found
            if window.core_start <= link.start and link.end <= window.end
        )
        for name, found in links.items()
    }
    return Example(
        words=tuple(words[inside]),
        core_start=window.core_start - window.start,
        source=passage.source,
        passage_id=passage.passage_id,
        **cut,
        **pairs,
    )


def _shift(link: Links, window: Window) -> Links:
    kept = [
        (Candidate(c.start - window.start, c.end - window.start, c.form, c.source), label, how)
        for c, label, how in zip(link.candidates, link.labels, link.relations, strict=True)
        if window.start <= c.start and c.end <= window.end
    ]
    return Links(
        link.start - window.start,
        link.end - window.start,
        tuple(c for c, _, _ in kept),
        tuple(label for _, label, _ in kept),
        tuple(how for _, _, how in kept),
    )
