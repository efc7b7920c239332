"""What an analyst asks: example questions, what a table holds, where a fact comes from."""

from typing import Annotated

import typer

from pipelines.cli import printing
from pipelines.cli.options import Warehouse
from pipelines.paths import default_warehouse, sql_models


def register(app: typer.Typer) -> None:
    """Add the commands of this module to `app`."""
    for command in (examples,):
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
