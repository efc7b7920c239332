"""The record of quality: scores by set, digest of the gold, and floors that only rise."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipelines.evaluation.calibration import bin_confidence, calibration_error
from pipelines.evaluation.measuring import Measurement
from pipelines.refresh.engines import digest_files

Record = dict[str, Any]
ROUNDING = 3
"""Digits that a score is kept with."""


def describe(found: Measurement, gold: Path) -> Record:
    """Return scores by "table: level", calibration errors, cost, and the gold's digest."""
    judged = found.evaluation.judged
    return {
        "engine": found.engine,
        "articles": found.article_count,
        "gold_digest": digest_gold(gold),
        "f1": {f"{s.table}: {s.level}": _round(s.f1) for s in found.evaluation.scores},
        "calibration_error": {
            table: _round(calibration_error(bin_confidence(judged, table)))
            for table in ("events", "metrics")
        },
        "cpu_ratio_to_parser": round(found.engine_seconds / max(found.parser_seconds, 1e-9), 1),
    }


def digest_gold(directory: Path) -> str:
    """Return the digest of all label files: floors hold for this gold only."""
    return digest_files(sorted(directory.glob("*.json")))


def find_falls(record: Record, floor: Mapping[str, Any]) -> list[str]:
    """Return what fell below its floor, one line each; another gold is a fall too."""
    if record["gold_digest"] != floor["gold_digest"]:
        return [f"gold {record['gold_digest']}: floors are for {floor['gold_digest']}"]
    return [
        f"{level}: {record['f1'].get(level, 0.0)} is below its floor {least}"
        for level, least in floor["f1"].items()
        if record["f1"].get(level, 0.0) < least
    ]


def raise_floor(record: Record, floor: Mapping[str, Any] | None) -> Record:
    """Return the floor lifted to what was measured, never lowered for the same gold."""
    old: Mapping[str, float] = {}
    if floor and floor["gold_digest"] == record["gold_digest"]:
        old = floor["f1"]
    lifted = {level: max(f1, old.get(level, 0.0)) for level, f1 in record["f1"].items()}
    return {"gold_digest": record["gold_digest"], "f1": lifted}


def read_record(path: Path) -> Record:
    """Return a JSON record, empty where there is none."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def write_record(path: Path, record: Mapping[str, Any]) -> None:
    """Write a JSON record."""
    path.write_text(json.dumps(record, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _round(value: float) -> float:
    return round(value, ROUNDING)
