"""What the tests of several packages share."""

import json
from pathlib import Path
from typing import Any

import pytest


def load_cases(path: Path) -> list[Any]:
    """Return the cases of a JSONL file; `wrong` says why one is expected to fail."""
    return [
        pytest.param(
            case,
            id=case.get("text", case.get("why", ""))[:60],
            marks=[pytest.mark.xfail(strict=True, reason=case["wrong"])]
            if "wrong" in case
            else [],
        )
        for case in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    ]
