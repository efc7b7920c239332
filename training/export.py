"""Write the files that the engine ships with: `python -m training.export CHECKPOINT OUT`."""

import hashlib
import json
import shutil
import sys
from pathlib import Path

import numpy as np
import torch

from training.base import base_model
from training.network import Encoder, Reader, load_encoder

ENCODER_FILE, HEADS_FILE, TOKENIZER_FILE = "encoder.onnx", "heads.npz", "tokenizer.json"


def export(reader: Reader, out: Path) -> None:
    """Write encoder (int8), heads (float16), tokenizer and the manifest of hashes."""
    out.mkdir(parents=True, exist_ok=True)
    export_encoder(reader.encoder, out / ENCODER_FILE)
    heads = {
        name: value.detach().numpy().astype(np.float16)
        for name, value in reader.state_dict().items()
        if not name.startswith("encoder.")
    }
    np.savez_compressed(out / HEADS_FILE, **heads)  # pyright: ignore[reportArgumentType]
    shutil.copy(base_model() / "tokenizer.json", out / TOKENIZER_FILE)
    manifest = {
        name: hashlib.sha256((out / name).read_bytes()).hexdigest()
        for name in (ENCODER_FILE, HEADS_FILE, TOKENIZER_FILE)
    }
    (out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def export_encoder(encoder: Encoder, path: Path) -> None:
    """Write the encoder as ONNX with int8 weights, one scale a channel."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    encoder.eval()
    whole = path.with_suffix(".float.onnx")
    pieces, mask = torch.ones(2, 7, dtype=torch.long), torch.ones(2, 7, dtype=torch.bool)
    axes = {0: "windows", 1: "pieces"}
    torch.onnx.export(
        encoder, (pieces, mask), str(whole), input_names=["pieces", "mask"],
        output_names=["states"], dynamo=False, opset_version=17,
        dynamic_axes={"pieces": axes, "mask": axes, "states": axes},
    )  # fmt: skip
    quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True)
    whole.unlink()


def main(checkpoint: Path, out: Path) -> None:
    """Export the reader of a checkpoint."""
    reader = Reader(load_encoder(base_model()))
    reader.load_state_dict(torch.load(checkpoint, weights_only=True)["reader"])
    export(reader, out)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
