"""What an analyst asks: example questions, what a table holds, where a fact comes from."""

from pathlib import Path
from typing import Annotated

import typer

from pipelines.cli import printing
from pipelines.cli.options import Warehouse
from pipelines.paths import default_warehouse, sql_models

FORMS = ("parquet", "csv")
WRONG_USAGE = 2


def register(app: typer.Typer) -> None:
    """Add the commands of this module to `app`."""
    for command in (examples, describe, why, export):
        app.command()(command)


def examples(
    name: Annotated[
        str | None, typer.Argument(help="Question to run; none lists them all.")
    ] = None,
    is_all: Annotated[bool, typer.Option("--all", help="Run every question.")] = False,
    warehouse: Warehouse = None,
) -> None:
    """List the questions that come with the project, or run one or all of them."""
    from pipelines.warehouse.examples import Example, find_example, load_examples
    from pipelines.warehouse.querying import query

    def run(example: Example) -> None:
        typer.echo(f"{example.name}: {example.question}")
        result = query(warehouse or default_warehouse(), example.sql)
        printing.print_rows(result.columns, result.rows, "table")

    every = load_examples(sql_models())
    if name:
        run(find_example(every, name))
    elif is_all:
        for example in every:
            run(example)
    else:
        rows = [(example.name, example.question) for example in every]
        printing.print_rows(("name", "question"), rows, "table")


def describe(
    table: Annotated[
        str | None, typer.Argument(help="Table, e.g. events or marts.commitments; none: all.")
    ] = None,
    warehouse: Warehouse = None,
) -> None:
    """Say what a table holds: grain, columns, an example row, where each column comes from."""
    from pipelines.cli.showing import show_table, show_tables

    folder = warehouse or default_warehouse()
    if table:
        show_table(folder, table)
    else:
        show_tables(folder)


def why(
    item: Annotated[
        str | None,
        typer.Argument(
            metavar="ID", help="Id of an event, metric, actor or thing, or how it begins."
        ),
    ] = None,
    table: Annotated[
        str | None, typer.Option(help="Table of the row to explain, with --key.")
    ] = None,
    key: Annotated[
        list[str] | None,
        typer.Option(help="Value of the row's key column; once for each of them."),
    ] = None,
    warehouse: Warehouse = None,
) -> None:
    """Show the way back: mentions, quotes in their sentences, articles, rules, merges."""
    from pipelines.cli.showing import show_row, show_trace

    if bool(item) == bool(table):
        printing.stop("name one ID, or a row by --table and --key", WRONG_USAGE)
    if item:
        show_trace(warehouse or default_warehouse(), item)
    elif table:
        show_row(warehouse or default_warehouse(), table, key or [])


def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder for the files.")],
    form: Annotated[str, typer.Option("--format", metavar="parquet|csv")] = "parquet",
    warehouse: Warehouse = None,
) -> None:
    """Write every table to DIR/<layer>/<table>.parquet or .csv."""
    from pipelines.warehouse.exporting import export_tables

    if form not in FORMS:
        printing.stop(f"--format {form}: expected parquet or csv", WRONG_USAGE)
    written = export_tables(warehouse or default_warehouse(), folder, form)
    typer.echo(f"{len(written)} tables in {folder}")
