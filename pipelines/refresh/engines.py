"""Make the engine that reads: rules, or the trained reader where its files are whole."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from pipelines import contracts, extraction
from pipelines.extraction.records import Extractor, ReferenceTables
from pipelines.extraction.rules import RulesExtractor
from pipelines.extraction.trained.model import Weights
from pipelines.extraction.trained.reader import TrainedExtractor
from pipelines.paths import sql_models

READERS = ("trained", "rules")
FILES = ("encoder.onnx", "heads.npz", "tokenizer.json")
MANIFEST = "manifest.json"


def make_engine(
    reader: str, tables: ReferenceTables, weights: Path, reference: Path
) -> tuple[Extractor, str | None]:
    """Return the engine named `reader`, and a warning where the rules stand in for it."""
    loaded = load_weights(weights) if reader == "trained" else None
    name, version = engine_state(reader, weights, reference)
    if name == "trained" and isinstance(loaded, Weights):
        return TrainedExtractor(tables, loaded, version=version), None
    warning = f"{loaded}; the rules read instead" if isinstance(loaded, str) else None
    return RulesExtractor(tables, version=version), warning


def engine_state(reader: str, weights: Path, reference: Path) -> tuple[str, str]:
    """Return name and version of the engine that `reader` gives here.

    The version is a digest of the extraction code, the reference tables and the weights.
    """
    state = [*_code_files(), *sorted(reference.glob("*.csv"))]
    if reader == "trained" and not isinstance(load_weights(weights), str):
        return "trained", digest_files([*state, weights / MANIFEST])
    return "rules", digest_files(state)


def models_version() -> str:
    """Return the digest of SQL models, checks and contracts: what tables are made from."""
    code = Path(str(contracts.__file__)).parent.glob("*.py")
    return digest_files([*sorted(sql_models().rglob("*.sql")), *sorted(code)])


def load_weights(directory: Path) -> Weights | str:
    """Return the trained reader's files, checked by hash, or what is wrong with them."""
    manifest = directory / MANIFEST
    if not manifest.exists():
        return f"{manifest}: the trained reader is missing"
    hashes = json.loads(manifest.read_text(encoding="utf-8"))
    contents: list[bytes] = []
    for name in FILES:
        path = directory / name
        if not path.exists():
            return f"{path}: the trained reader is missing"
        content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() != hashes.get(name):
            return f"{path}: the trained reader is damaged (its hash differs from {MANIFEST})"
        contents.append(content)
    return Weights(*contents)


def _code_files() -> list[Path]:
    return sorted(Path(str(extraction.__file__)).parent.rglob("*.py"))


def digest_files(paths: Sequence[Path]) -> str:
    """Return a short digest of the names and contents of files, in their order."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]
