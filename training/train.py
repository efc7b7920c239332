"""Train the reader: `python -m training.train EXAMPLES OUT`, resumes where it stopped."""

import argparse
import math
import pickle
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from training.base import base_model, load_tokenizer
from training.batches import Batch, make_batches, shuffled
from training.losses import reader_loss
from training.network import Reader, load_encoder

EPOCHS = 10
ENCODER_RATE, HEAD_RATE = 3e-4, 1.5e-3
WARM_UP = 0.08
DECAY = 0.01


def find_device() -> torch.device:
    """Return the GPU where one is at hand, else the CPU."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def precompute(reader: Reader, batches: Sequence[Batch]) -> list[Tensor]:
    """Run the frozen layers once; their output never changes."""
    reader.eval()
    kind = batches[0].pieces.device.type
    with torch.no_grad(), torch.autocast(kind, dtype=torch.bfloat16):
        return [reader.encoder.lower(b.pieces, b.mask).to(torch.bfloat16) for b in batches]


def train(
    reader: Reader,
    batches: Sequence[Batch],
    states: Sequence[Tensor],
    *,
    epochs: int,
    seed: int,
    checkpoint: Path,
) -> None:
    """Train in place on batches and their frozen `states`; each epoch ends in `checkpoint`."""
    torch.manual_seed(seed)
    encoder = [p for p in reader.encoder.parameters() if p.requires_grad]
    heads = [*reader.word_heads.parameters(), *reader.pair_heads.parameters()]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}],
        weight_decay=DECAY,
    )
    steps = epochs * len(batches)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate(step, steps))
    start = _resume(checkpoint, reader, optimiser, schedule)
    for epoch in range(start, epochs):
        reader.train()
        began = time.monotonic()
        total = torch.zeros((), device=states[0].device)
        for number in shuffled(batches, seed * 1000 + epoch):
            batch = batches[number]
            with torch.autocast(batch.pieces.device.type, dtype=torch.bfloat16):
                upper = reader.encoder.upper(states[number].float(), batch.mask)
                loss = reader_loss(reader, upper, batch)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*encoder, *heads], 1.0)
            optimiser.step()
            schedule.step()
            total += loss.detach()
        seconds = time.monotonic() - began
        mean = float(total) / len(batches)
        print(f"epoch {epoch + 1}/{epochs} loss {mean:.4f} {seconds:.0f}s", flush=True)
        torch.save(
            {
                "epoch": epoch + 1,
                "reader": reader.state_dict(),
                "optimiser": optimiser.state_dict(),
                "schedule": schedule.state_dict(),
            },
            checkpoint,
        )


def _rate(step: int, steps: int) -> float:
    """Warm up, then fall to zero along a cosine."""
    warm = max(1, int(WARM_UP * steps))
    if step < warm:
        return (step + 1) / warm
    return 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, steps - warm)))


def _resume(
    checkpoint: Path,
    reader: Reader,
    optimiser: "torch.optim.Optimizer",
    schedule: "torch.optim.lr_scheduler.LambdaLR",
) -> int:
    if not checkpoint.exists():
        return 0
    saved = torch.load(checkpoint, weights_only=True)
    reader.load_state_dict(saved["reader"])
    optimiser.load_state_dict(saved["optimiser"])
    schedule.load_state_dict(saved["schedule"])
    return int(saved["epoch"])


def main() -> None:
    """Train on prepared examples and leave the checkpoint in OUT."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("examples", type=Path, help="examples.pickle of training.prepare")
    options.add_argument("out", type=Path)
    options.add_argument("--epochs", type=int, default=EPOCHS)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--leave-out", default="near_seeds")
    chosen = options.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    directory, device = base_model(), find_device()
    left_out = set(chosen.leave_out.split(","))
    with chosen.examples.open("rb") as file:
        examples = [e for e in pickle.load(file) if e.source not in left_out]
    batches = [b.to(device) for b in make_batches(examples, load_tokenizer(directory))]
    torch.manual_seed(chosen.seed)
    reader = Reader(load_encoder(directory)).to(device)
    train(
        reader,
        batches,
        precompute(reader, batches),
        epochs=chosen.epochs,
        seed=chosen.seed,
        checkpoint=chosen.out / "checkpoint.pt",
    )


if __name__ == "__main__":
    main()
