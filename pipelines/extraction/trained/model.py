"""The model's arithmetic: word states from the encoder, class and link probabilities.

Belongs here: numbers in, probabilities out. Does not belong here: what they mean.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from pipelines.extraction.trained.candidates import Candidate
from pipelines.extraction.trained.pairs import bin_distance
from pipelines.extraction.trained.syntax import relate
from pipelines.extraction.trained.windows import Window, make_windows

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats = npt.NDArray[np.float32]
BATCH_PIECES = 2048
"""Windows that are encoded together; more brings no speed on one core."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The shipped files as bytes; `encoder` is ONNX, `heads` an npz, `tokenizer` JSON."""

    encoder: bytes
    heads: bytes
    tokenizer: bytes


@dataclass(frozen=True, slots=True)
class Encoded:
    """One article's word states (tokens x width) and the windows they were read in."""

    states: Floats
    windows: tuple[Window, ...]

    def window_of(self, token: int) -> Window:
        """Return the window that has `token` in its core."""
        return next(w for w in self.windows if w.core_start <= token < w.end)


class ReaderModel:
    """Encoder and heads; one thread, so that workers can run beside each other."""

    def __init__(self, weights: Weights) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._session: Any = onnxruntime.InferenceSession(
            weights.encoder, options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer: Any = Tokenizer.from_buffer(weights.tokenizer)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        with np.load(BytesIO(weights.heads)) as heads:
            self._heads = {name: heads[name].astype(np.float32) for name in heads.files}

    def encode(self, doc: "Doc") -> Encoded:
        """Return the state of every token of `doc`."""
        words = [token.text for token in doc]
        pieces = [e.ids[1:-1] for e in self._tokenizer.encode_batch(words)]
        windows = make_windows(doc, [len(ids) for ids in pieces])
        width = self._heads["word_heads.trigger.weight"].shape[1]
        states = np.zeros((len(words), width), dtype=np.float32)
        for group in _group(windows, pieces):
            self._encode_group(group, pieces, states)
        return Encoded(states, windows)

    def _encode_group(
        self, group: Sequence[Window], pieces: Sequence[Sequence[int]], states: Floats
    ) -> None:
        first, last = self._tokenizer.token_to_id("[CLS]"), self._tokenizer.token_to_id("[SEP]")
        rows = [
            [first, *(i for t in range(w.start, w.end) for i in pieces[t]), last] for w in group
        ]
        length = max(len(row) for row in rows)
        ids = np.zeros((len(rows), length), dtype=np.int64)
        mask = np.zeros((len(rows), length), dtype=np.bool_)
        for number, row in enumerate(rows):
            ids[number, : len(row)] = row
            mask[number, : len(row)] = True
        found = self._session.run(None, {"pieces": ids, "mask": mask})[0]
        for number, window in enumerate(group):
            position = 1
            for token in range(window.start, window.end):
                if token >= window.core_start:
                    # White space has no piece: it gets the window's state, as in training.
                    states[token] = found[number, position if pieces[token] else 0]
                position += len(pieces[token])

    def classify(self, head: str, states: Floats) -> Floats:
        """Return (rows, classes) probabilities of a word head."""
        weight, bias = (
            self._heads[f"word_heads.{head}.weight"],
            self._heads[f"word_heads.{head}.bias"],
        )
        return _softmax(states @ weight.T + bias)

    def link(
        self,
        head: str,
        encoded: Encoded,
        doc: "Doc",
        anchor: tuple[int, int],
        candidates: Sequence[Candidate],
    ) -> Floats:
        """Return (candidates, classes) probabilities of a pair head."""
        part = _Part(self._heads, f"pair_heads.{head}.")
        ends = [(c.start, c.end - 1) for c in candidates]
        start = (encoded.states[anchor[0]] + encoded.states[anchor[1] - 1]) / 2
        others = (
            encoded.states[[e[0] for e in ends]] + encoded.states[[e[1] for e in ends]]
        ) / 2
        far = [bin_distance(anchor, (c.start, c.end)) for c in candidates]
        product = (start @ part["anchor_product.weight"].T) * (
            others @ part["candidate_product.weight"].T
        )
        hidden = start @ part["anchor.weight"].T + part["anchor.bias"]
        hidden = (
            hidden + others @ part["candidate.weight"].T + product @ part["product.weight"].T
        )
        hidden = hidden + part["form.weight"][[c.form for c in candidates]]
        relations = [relate(doc, anchor, (c.start, c.end)) for c in candidates]
        hidden = hidden + part["relation.weight"][relations]
        hidden = np.maximum(hidden + part["distance.weight"][far], 0)
        return _softmax(hidden @ part["last.weight"].T + part["last.bias"])


class _Part:
    """Parameters under one prefix."""

    def __init__(self, heads: Mapping[str, Floats], prefix: str) -> None:
        self._heads, self._prefix = heads, prefix

    def __getitem__(self, name: str) -> Floats:
        return self._heads[self._prefix + name]


def _group(windows: Sequence[Window], pieces: Sequence[Sequence[int]]) -> list[list[Window]]:
    """Put windows together up to BATCH_PIECES pieces."""
    groups: list[list[Window]] = [[]]
    size = 0
    for window in windows:
        length = sum(len(pieces[t]) for t in range(window.start, window.end)) + 2
        if groups[-1] and size + length > BATCH_PIECES:
            groups.append([])
            size = 0
        groups[-1].append(window)
        size += length
    return [group for group in groups if group]


def _softmax(scores: Floats) -> Floats:
    shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return (shifted / shifted.sum(axis=-1, keepdims=True)).astype(np.float32)
