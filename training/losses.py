"""What the network is asked to lower."""

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch, Pairs
from training.network import Reader
from training.records import MASKED

WEIGHTS = {
    "trigger": 2.0, "action": 0.5, "status": 0.7, "basis": 0.5, "is_metric": 1.0,
    "indicator": 0.7, "measure": 0.4, "metric_status": 0.4, "roles": 2.0, "times": 1.0,
    "places": 0.5, "subjects": 1.0, "periods": 1.0,
}  # fmt: skip


def reader_loss(reader: Reader, states: Tensor, batch: Batch) -> Tensor:
    """Return the weighted sum of the heads' losses; `states` is the encoder's output."""
    words = gather_words(states, batch.first_piece)
    total = states.new_zeros(())
    for name, head in reader.word_heads.items():
        labels = batch.word_labels[name].reshape(-1)
        scores = head(words.reshape(-1, words.shape[-1])).float()
        total = total + WEIGHTS[name] * _word_loss(name, scores, labels)
    for name, head in reader.pair_heads.items():
        pairs = batch.pairs[name]
        if len(pairs.label):
            scores = score_pairs(head, words, pairs).float()
            total = total + WEIGHTS[name] * functional.cross_entropy(scores, pairs.label)
    return total


def _word_loss(name: str, scores: Tensor, labels: Tensor) -> Tensor:
    """Triggers are rare: their loss is shared among the triggers, not among all words."""
    summed = functional.cross_entropy(scores, labels, reduction="sum", ignore_index=MASKED)
    judged = (labels > 0).sum() * 2 if name == "trigger" else (labels != MASKED).sum()
    return summed / judged.clamp(min=1)


def gather_words(states: Tensor, first_piece: Tensor) -> Tensor:
    """Return (windows, words, width): the state of each word's first piece."""
    index = first_piece[:, :, None].expand(-1, -1, states.shape[-1])
    return torch.gather(states, 1, index)


def score_pairs(head: torch.nn.Module, words: Tensor, pairs: Pairs) -> Tensor:
    """Return (pairs, classes): a span is the mean of its first and last word."""
    anchor, candidate = (
        (words[pairs.window, span[:, 0]] + words[pairs.window, span[:, 1]]) / 2
        for span in (pairs.anchor, pairs.candidate)
    )
    return head(anchor, candidate, pairs.form, pairs.distance, pairs.relation)
