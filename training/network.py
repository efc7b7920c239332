"""The network: a MiniLM encoder whose upper layers learn, and the heads on its words."""

from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from pipelines.extraction.trained.candidates import FORMS
from pipelines.extraction.trained.labels import (
    ACTIONS,
    BASES,
    EVENT_STATUSES,
    EVENT_TYPES,
    INDICATORS,
    MEASURES,
    METRIC_STATUSES,
)
from pipelines.extraction.trained.syntax import RELATIONS

WIDTH, HEADS, DEPTH, INNER = 384, 12, 6, 1536
FROZEN_LAYERS = 0
PAIR_WIDTH = 160
DISTANCE_BINS = 17
DROPOUT = 0.1

WORD_HEADS: Mapping[str, int] = {
    "trigger": len(EVENT_TYPES),
    "action": len(ACTIONS),
    "status": len(EVENT_STATUSES),
    "basis": len(BASES),
    "is_metric": 2,
    "indicator": len(INDICATORS),
    "measure": len(MEASURES),
    "metric_status": len(METRIC_STATUSES),
}
PAIR_HEADS: Mapping[str, int] = {
    "roles": 3, "times": 2, "places": 2, "subjects": 2, "periods": 2
}  # fmt: skip


class Layer(nn.Module):
    """One transformer layer of BERT (norm after the sum)."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.output = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Map (batch, pieces, width) to the same; `mask` is True where a piece is."""
        batch, pieces, _ = states.shape
        shape = (batch, pieces, HEADS, WIDTH // HEADS)
        query, key, value = (
            part(states).view(shape).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        mixed = functional.scaled_dot_product_attention(
            query, key, value, attn_mask=mask[:, None, None, :]
        )
        mixed = mixed.transpose(1, 2).reshape(batch, pieces, WIDTH)
        states = self.norm(states + self._drop(self.output(mixed)))
        return self.last_norm(
            states + self._drop(self.outer(functional.gelu(self.inner(states))))
        )

    def _drop(self, values: Tensor) -> Tensor:
        return functional.dropout(values, DROPOUT, self.training)


class Encoder(nn.Module):
    """BERT's embeddings and layers; the lower FROZEN_LAYERS never change."""

    def __init__(self, vocabulary: int, positions: int) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(positions, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(DEPTH))

    def lower(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """Return the states after the frozen layers."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.norm(self.words(pieces) + self.positions(places) + self.kind)
        for layer in self.layers[:FROZEN_LAYERS]:
            states = layer(states, mask)
        return states

    def upper(self, states: Tensor, mask: Tensor) -> Tensor:
        """Return the states after the layers that learn."""
        for layer in self.layers[FROZEN_LAYERS:]:
            states = layer(states, mask)
        return states

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """Map piece numbers to states."""
        return self.upper(self.lower(pieces, mask), mask)


class PairHead(nn.Module):
    """Scores an anchor (trigger or number) with a candidate, both as vectors."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.anchor = nn.Linear(WIDTH, PAIR_WIDTH)
        self.candidate = nn.Linear(WIDTH, PAIR_WIDTH, bias=False)
        self.anchor_product = nn.Linear(WIDTH, PAIR_WIDTH, bias=False)
        self.candidate_product = nn.Linear(WIDTH, PAIR_WIDTH, bias=False)
        self.product = nn.Linear(PAIR_WIDTH, PAIR_WIDTH, bias=False)
        self.form = nn.Embedding(len(FORMS), PAIR_WIDTH)
        self.distance = nn.Embedding(DISTANCE_BINS, PAIR_WIDTH)
        self.relation = nn.Embedding(len(RELATIONS), PAIR_WIDTH)
        self.last = nn.Linear(PAIR_WIDTH, classes)

    def forward(
        self, anchors: Tensor, candidates: Tensor, form: Tensor, far: Tensor, relation: Tensor
    ) -> Tensor:
        """Return (pairs, classes) scores of aligned rows."""
        product = self.anchor_product(anchors) * self.candidate_product(candidates)
        hidden = self.anchor(anchors) + self.candidate(candidates) + self.product(product)
        hidden = hidden + self.form(form) + self.distance(far) + self.relation(relation)
        hidden = functional.relu(hidden)
        return self.last(functional.dropout(hidden, DROPOUT, self.training))


class Reader(nn.Module):
    """Encoder, word heads and pair heads."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.word_heads = nn.ModuleDict(
            {name: nn.Linear(WIDTH, classes) for name, classes in WORD_HEADS.items()}
        )
        self.pair_heads = nn.ModuleDict(
            {name: PairHead(classes) for name, classes in PAIR_HEADS.items()}
        )


def load_encoder(directory: Path) -> Encoder:
    """Build the encoder from a BERT checkpoint's `model.safetensors`."""
    from safetensors.torch import load_file

    weights = load_file(str(directory / "model.safetensors"))
    words = weights["embeddings.word_embeddings.weight"]
    positions = weights["embeddings.position_embeddings.weight"]
    encoder = Encoder(words.shape[0], positions.shape[0])
    encoder.load_state_dict(_rename(weights))
    for frozen in (encoder.words, encoder.positions, encoder.norm):
        frozen.requires_grad_(False)
    encoder.kind.requires_grad_(False)
    for layer in encoder.layers[:FROZEN_LAYERS]:
        layer.requires_grad_(False)
    return encoder


def _rename(weights: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Map BERT's parameter names to ours."""
    names = {
        "words.weight": "embeddings.word_embeddings.weight",
        "positions.weight": "embeddings.position_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }
    parts = {
        "query": "attention.self.query", "key": "attention.self.key",
        "value": "attention.self.value", "output": "attention.output.dense",
        "norm": "attention.output.LayerNorm", "inner": "intermediate.dense",
        "outer": "output.dense", "last_norm": "output.LayerNorm",
    }  # fmt: skip
    for layer in range(DEPTH):
        for ours, theirs in parts.items():
            for kind in ("weight", "bias"):
                names[f"layers.{layer}.{ours}.{kind}"] = (
                    f"encoder.layer.{layer}.{theirs}.{kind}"
                )
    renamed = {ours: weights[theirs] for ours, theirs in names.items()}
    renamed["kind"] = weights["embeddings.token_type_embeddings.weight"][0]
    return renamed
