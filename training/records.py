"""The labelled windows that the network learns from."""

from dataclasses import dataclass

import numpy as np

from pipelines.extraction.trained.candidates import Candidate

MASKED = -100


@dataclass(frozen=True, slots=True)
class Links:
    """One trigger or number and its candidates, all token spans of the document.

    `labels` has one number a candidate: MASKED is not judged; `relations` how each of them
    hangs on the trigger (numbers of `syntax.RELATIONS`).
    """

    start: int
    end: int
    candidates: tuple[Candidate, ...]
    labels: tuple[int, ...]
    relations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One window with its labels; token positions are relative to the window."""

    words: tuple[str, ...]
    core_start: int
    trigger: np.ndarray
    action: np.ndarray
    status: np.ndarray
    basis: np.ndarray
    is_metric: np.ndarray
    indicator: np.ndarray
    measure: np.ndarray
    metric_status: np.ndarray
    roles: tuple[Links, ...]
    times: tuple[Links, ...]
    places: tuple[Links, ...]
    subjects: tuple[Links, ...]
    periods: tuple[Links, ...]
    source: str
    passage_id: str


WORD_LABELS = (
    "trigger", "action", "status", "basis", "is_metric", "indicator", "measure", "metric_status"
)  # fmt: skip
PAIR_LABELS = ("roles", "times", "places", "subjects", "periods")
