"""Pack examples into padded tensors."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from pipelines.extraction.trained.pairs import bin_distance
from training.records import MASKED, PAIR_LABELS, WORD_LABELS, Example

if TYPE_CHECKING:
    from tokenizers import Tokenizer

BATCH_PIECES = 2500


@dataclass(frozen=True, slots=True)
class Pairs:
    """Aligned rows: which word pairs of which window, and their labels."""

    window: Tensor
    anchor: Tensor
    candidate: Tensor
    form: Tensor
    distance: Tensor
    relation: Tensor
    label: Tensor

    def to(self, device: torch.device) -> "Pairs":
        """Return the rows with their tensors on `device`."""
        return Pairs(*(getattr(self, name).to(device) for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows padded to one length; `first_piece` leads from words to pieces."""

    pieces: Tensor
    mask: Tensor
    first_piece: Tensor
    word_labels: dict[str, Tensor]
    pairs: dict[str, Pairs]

    def to(self, device: torch.device) -> "Batch":
        """Return the batch with its tensors on `device`."""
        return Batch(
            self.pieces.to(device),
            self.mask.to(device),
            self.first_piece.to(device),
            {name: labels.to(device) for name, labels in self.word_labels.items()},
            {name: pairs.to(device) for name, pairs in self.pairs.items()},
        )


def encode_words(tokenizer: "Tokenizer", words: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return piece numbers (with CLS and SEP) and each word's first piece position."""
    encoding = tokenizer.encode(list(words), is_pretokenized=True)
    first: dict[int, int] = {}
    for position, word in enumerate(encoding.word_ids):
        if word is not None:
            first.setdefault(word, position)
    return encoding.ids, [first.get(word, 0) for word in range(len(words))]


def make_batches(examples: Sequence[Example], tokenizer: "Tokenizer") -> list[Batch]:
    """Sort by length and pack up to BATCH_PIECES pieces a batch."""
    encoded = [(example, *encode_words(tokenizer, example.words)) for example in examples]
    encoded.sort(key=lambda item: len(item[1]))
    batches: list[Batch] = []
    group: list[tuple[Example, list[int], list[int]]] = []
    for item in encoded:
        if group and (len(group) + 1) * len(item[1]) > BATCH_PIECES:
            batches.append(_pack(group))
            group = []
        group.append(item)
    if group:
        batches.append(_pack(group))
    return batches


def shuffled(batches: Sequence[Batch], seed: int) -> Iterator[int]:
    """Yield the batches' numbers in the order of this seed."""
    order = list(range(len(batches)))
    random.Random(seed).shuffle(order)
    yield from order


def _pack(group: Sequence[tuple[Example, list[int], list[int]]]) -> Batch:
    length = max(len(pieces) for _, pieces, _ in group)
    words = max(len(first) for _, _, first in group)
    pieces = torch.zeros(len(group), length, dtype=torch.long)
    mask = torch.zeros(len(group), length, dtype=torch.bool)
    first_piece = torch.zeros(len(group), words, dtype=torch.long)
    labels = {
        name: torch.full((len(group), words), MASKED, dtype=torch.long) for name in WORD_LABELS
    }
    for row, (example, ids, first) in enumerate(group):
        pieces[row, : len(ids)] = torch.tensor(ids)
        mask[row, : len(ids)] = True
        first_piece[row, : len(first)] = torch.tensor(first)
        for name in WORD_LABELS:
            labels[name][row, : len(first)] = torch.from_numpy(getattr(example, name))
    pairs = {name: _pair(group, name) for name in PAIR_LABELS}
    return Batch(pieces, mask, first_piece, labels, pairs)


def _pair(group: Sequence[tuple[Example, list[int], list[int]]], name: str) -> Pairs:
    rows: list[tuple[int, tuple[int, int], tuple[int, int], int, int, int, int]] = []
    for row, (example, _, _) in enumerate(group):
        for link in getattr(example, name):
            anchor = (link.start, link.end)
            for candidate, label, relation in zip(
                link.candidates, link.labels, link.relations, strict=True
            ):
                if label != MASKED:
                    span = (candidate.start, candidate.end)
                    far = bin_distance(anchor, span)
                    rows.append(
                        (row, (anchor[0], anchor[1] - 1), (span[0], span[1] - 1),
                         candidate.form, far, relation, label,)
                    )  # fmt: skip
    return Pairs(
        window=torch.tensor([r[0] for r in rows], dtype=torch.long),
        anchor=torch.tensor([r[1] for r in rows], dtype=torch.long).reshape(-1, 2),
        candidate=torch.tensor([r[2] for r in rows], dtype=torch.long).reshape(-1, 2),
        form=torch.tensor([r[3] for r in rows], dtype=torch.long),
        distance=torch.tensor([r[4] for r in rows], dtype=torch.long),
        relation=torch.tensor([r[5] for r in rows], dtype=torch.long),
        label=torch.tensor([r[6] for r in rows], dtype=torch.long),
    )
