"""Tables described and facts traced, as text for a terminal or a pipe."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import typer

from pipelines.cli import printing
from pipelines.warehouse.describing import (
    count_rows,
    describe_table,
    ordered_contracts,
)
from pipelines.warehouse.passages import Passage
from pipelines.warehouse.tracing import Mention, Trace, read_row, trace

EXAMPLE_WIDTH = 100
"""Characters of a value in an example row: a body would fill the screen."""

ACTOR_PASSAGES = 3
"""Sentences shown of each article for an actor, who may be named in every one."""


def show_tables(warehouse: Path) -> None:
    """Print every table with its number of rows and what one row is."""
    counts = count_rows(warehouse)
    rows = [(c.name, counts.get(c.name, 0), c.grain) for c in ordered_contracts()]
    printing.print_rows(("table", "rows", "grain"), rows, "table")


def show_table(warehouse: Path, name: str) -> None:
    """Print one table's grain, key, references, columns and lineage."""
    found = describe_table(warehouse, name)
    contract = found.contract
    typer.echo(f"{contract.name}: {contract.grain} ({found.row_count} rows)")
    if contract.key:
        typer.echo(f"key: {', '.join(contract.key)}")
    for column, table, other in contract.references:
        typer.echo(f"{column} is in {table} ({other})")
    rows = [
        (
            column.name,
            column.sql_type + ("" if column.is_nullable else " not null"),
            column.description + (f" ({', '.join(column.codes)})" if column.codes else ""),
            ", ".join(found.sources.get(column.name, ())),
            _shorten(found.example.get(column.name)),
        )
        for column in contract.columns
    ]
    printing.print_rows(("column", "type", "meaning", "comes from", "example"), rows, "table")


def _shorten(value: Any) -> str | None:
    if value is None:
        return None
    text = printing.plain(value).replace("\n", " ")
    return text if len(text) <= EXAMPLE_WIDTH else f"{text[: EXAMPLE_WIDTH - 1]}…"


def show_row(warehouse: Path, table: str, key: Sequence[str]) -> None:
    """Print one row of a table, where its columns come from, and the facts that it names."""
    contract, row, items = read_row(warehouse, table, key)
    sources = describe_table(warehouse, contract.name).sources
    typer.echo(f"{contract.name}: {contract.grain}")
    rows = [
        (name, _shorten(value), ", ".join(sources.get(name, ()))) for name, value in row.items()
    ]
    printing.print_rows(("column", "value", "comes from"), rows, "table")
    for item in items:
        show_trace(warehouse, item)


def show_trace(warehouse: Path, asked: str) -> None:
    """Print the way back of one item."""
    found = trace(warehouse, asked)
    _print_facts(found)
    for number, mention in enumerate(found.mentions, 1):
        _print_mention(number, mention, found.kind)


def _print_facts(found: Trace) -> None:
    typer.echo(f"{found.kind} {found.item_id}")
    typer.echo(_list(found.facts))


def _print_mention(number: int, mention: Mention, kind: str) -> None:
    day = mention.published_on or "no date"
    outlet = mention.outlet or "outlet unknown"
    typer.echo(f"\n{number}. {mention.source_uri}")
    typer.echo(f"   {outlet}; published {day} ({mention.published_basis})")
    if mention.title:
        typer.echo(f"   {mention.title}")
    shown = mention.passages[:ACTOR_PASSAGES] if kind == "actor" else mention.passages
    for passage in shown:
        typer.echo("   " + mark(passage, is_terminal=sys.stdout.isatty()))
    if len(shown) < len(mention.passages):
        typer.echo(f"   … and {len(mention.passages) - len(shown)} more sentences")
    if mention.details:
        typer.echo("   " + _list(mention.details))
    if mention.merge_reason:
        typer.echo(f"   merged: {mention.merge_reason} (score {mention.merge_score:g})")


def _list(values: Mapping[str, Any]) -> str:
    return "; ".join(
        f"{name.replace('_', ' ')}: {printing.plain(value)}"
        for name, value in values.items()
        if value is not None
    )


def mark(passage: Passage, *, is_terminal: bool) -> str:
    """Return a sentence with its evidence marked: bold in a terminal, else »so«."""
    before, after = ("\x1b[1m", "\x1b[22m") if is_terminal else ("»", "«")
    parts: list[str] = []
    done = 0
    for start, end in passage.marks:
        parts += [passage.text[done:start], before, passage.text[start:end], after]
        done = end
    return "".join([*parts, passage.text[done:]]).replace("\n", " ")
