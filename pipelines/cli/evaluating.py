"""`wirehouse evaluate`: scores, confusions, calibration and errors as text."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from pipelines.cli import printing
from pipelines.evaluation.calibration import bin_confidence, calibration_error
from pipelines.evaluation.measuring import Measurement, measure
from pipelines.evaluation.scoring import Judged

CONFUSIONS = 12
"""Confusions that are listed, the commonest first."""

READERS = ("trained", "rules")


def run_evaluation(gold: Path, texts: Path, reader: str, *, shows_errors: bool) -> None:
    """Measure one reader, or both side by side, and print the result."""
    if reader not in (*READERS, "both"):
        printing.stop(f"--reader {reader}: expected trained, rules or both", 2)
    for folder in (gold, texts):
        if not folder.is_dir():
            printing.stop(f"{folder}: no such folder", 1)
    for name in READERS if reader == "both" else (reader,):
        print_measurement(measure(gold, texts, name), shows_errors=shows_errors)


def print_measurement(found: Measurement, *, shows_errors: bool = False) -> None:
    """Print levels, confusions, calibration and cost, and on demand each wrong row."""
    typer.echo(f"{found.engine}: {found.article_count} articles")
    rows = [
        (
            s.table,
            s.level,
            f"{s.precision:.3f}",
            f"{s.recall:.3f}",
            f"{s.f1:.3f}",
            s.gold,
            s.other,
        )
        for s in found.evaluation.scores
    ]
    printing.print_rows(
        ("table", "level", "precision", "recall", "F1", "gold", "engine"), rows, "table"
    )
    confusions = [
        (*key, count) for key, count in found.evaluation.confusions.most_common(CONFUSIONS)
    ]
    printing.print_rows(("table", "field", "gold", "engine", "rows"), confusions, "table")
    _print_calibration(found)
    ratio = found.engine_seconds / max(found.parser_seconds, 1e-9)
    typer.echo(
        f"CPU: engine {found.engine_seconds:.1f} s, bare parser {found.parser_seconds:.1f} s; "
        f"engine / parser {ratio:.2f}, both / parser {1 + ratio:.2f}"
    )
    if shows_errors:
        for line in describe_errors(found):
            typer.echo(line)


def _print_calibration(found: Measurement) -> None:
    for table in ("events", "metrics"):
        bins = bin_confidence(found.evaluation.judged, table)
        shown = [
            (f"{b.low:.1f}-{b.high:.1f}", b.count, f"{b.stated:.2f}", f"{b.measured:.2f}")
            for b in bins
        ]
        printing.print_rows(
            (f"{table}: confidence", "rows", "stated", "measured"), shown, "table"
        )
        typer.echo(f"{table}: expected calibration error {calibration_error(bins):.3f}")


def describe_errors(found: Measurement) -> Iterator[str]:
    """Yield the lines of every row that is missed, spurious or wrong."""
    for row in found.evaluation.judged:
        if row.fault:
            yield f"{row.article_id} {row.table} {row.fault}"
            yield from _describe(row)


def _describe(row: Judged) -> Iterator[str]:
    for name, side in (("gold", row.gold), ("engine", row.other)):
        if side is not None:
            fields = {
                k: v for k, v in side.items() if k not in ("evidence", "surfaces", "place")
            }
            yield f"  {name}: " + ", ".join(f"{k}={_short(v)}" for k, v in fields.items())
    shown = row.gold or row.other or {}
    quote = shown.get("evidence")
    if quote:
        yield f"  “{quote if isinstance(quote, str) else quote[0]}”"


def _short(value: Any) -> str:
    if isinstance(value, list):
        parts = (
            f"{p['name']}/{p['country']}/{p['role']}" if isinstance(p, dict) else p
            for p in value
        )
        return "[" + "; ".join(str(part) for part in parts) + "]"
    return str(value)
