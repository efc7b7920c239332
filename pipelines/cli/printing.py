"""Rows as tables, CSV or JSON; notes and errors on standard error."""

import csv
import json
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import typer

WIDTH = 200
"""Columns of a table where the output is no terminal: rows are not folded to 80."""


def print_rows(columns: Sequence[str], rows: Sequence[Sequence[Any]], form: str) -> None:
    """Print rows in one of the forms table, csv, json."""
    if form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
    elif form == "json":
        records = [dict(zip(columns, row, strict=True)) for row in rows]
        typer.echo(json.dumps(records, default=str, ensure_ascii=False, indent=2))
    else:
        _print_table(columns, rows)


def _print_table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if value is None else plain(value)) for value in row))
    console = Console(width=None if sys.stdout.isatty() else WIDTH)
    console.print(table)


def plain(value: Any) -> str:
    """Return a number without trailing zeros, anything else as text."""
    text = str(value)
    if hasattr(value, "normalize") and "E" not in text and "." in text:
        return text.rstrip("0").rstrip(".")
    return text


def note(message: str) -> None:
    """Print a notice on standard error."""
    typer.echo(f"note: {message}", err=True)


def stop(message: str, code: int) -> NoReturn:
    """Print an error on standard error and end with `code`."""
    typer.echo(f"error: {message}", err=True)
    raise SystemExit(code)
