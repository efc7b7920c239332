"""From word probabilities to triggers: which words carry which act."""

from dataclasses import dataclass

import numpy as np

from pipelines.extraction.trained.labels import (
    ACTIONS,
    BASES,
    EVENT_STATUSES,
    EVENT_TYPES,
)
from pipelines.extraction.trained.model import Encoded, Floats, ReaderModel

TIMED, REPORTED = BASES.index("timed"), BASES.index("reported")
LEAST = 1e-6
TRIGGER_THRESHOLD = 0.5
"""Least probability of an act; found on held-back articles of the corpus."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that carry an act, as a half-open token span; `score` is its probability.

    `is_timed` tells that the text gives a time for it; `news` is the probability that it is
    the news of the day where it gives none.
    """

    start: int
    end: int
    event_type: str
    action: str
    status: str
    is_timed: bool
    news: float
    score: float


def find_triggers(
    model: ReaderModel, encoded: Encoded, *, threshold: float = TRIGGER_THRESHOLD
) -> tuple[Trigger, ...]:
    """Return the triggers of an article: runs of words with one type."""
    types = model.classify("trigger", encoded.states)
    found = 1 - types[:, 0]
    best = types[:, 1:].argmax(axis=1) + 1
    triggers: list[Trigger] = []
    start = 0
    while start < len(found):
        if found[start] < threshold:
            start += 1
            continue
        end = start + 1
        while end < len(found) and found[end] >= threshold and best[end] == best[start]:
            end += 1
        triggers.append(_describe(model, encoded, types[start:end], start, end))
        start = end
    return tuple(triggers)


def _describe(
    model: ReaderModel, encoded: Encoded, types: Floats, start: int, end: int
) -> Trigger:
    """Read the fields of a trigger from the mean probabilities of its words."""
    states = encoded.states[start:end]
    event_type = EVENT_TYPES[int(types[:, 1:].mean(axis=0).argmax()) + 1]

    def best(head: str, names: tuple[str, ...]) -> str:
        return names[int(model.classify(head, states).mean(axis=0).argmax())]

    basis = model.classify("basis", states).mean(axis=0)
    return Trigger(
        start=start,
        end=end,
        event_type=event_type,
        action=best("action", ACTIONS),
        status=best("status", EVENT_STATUSES),
        is_timed=BASES[int(basis.argmax())] == "timed",
        news=float(basis[REPORTED] / max(1 - basis[TIMED], LEAST)),
        score=float(np.max(1 - types[:, 0])),
    )
