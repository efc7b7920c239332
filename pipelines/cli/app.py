"""The command and its sub-commands."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from pipelines.cli import asking, printing, reporting
from pipelines.cli.options import Warehouse
from pipelines.paths import default_warehouse

PACKAGE = "wirehouse"
FAILED, WRONG_USAGE = 1, 2

app = typer.Typer(
    name=PACKAGE, help="News articles in, a SQL warehouse of events, actors and metrics out.",
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
)  # fmt: skip


def _version(is_asked: bool) -> None:
    if is_asked:
        from importlib.metadata import version

        typer.echo(f"{PACKAGE} {version(PACKAGE)}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    del version


@app.command()
def build(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Files or folders of articles; none means seeds/articles."),
    ] = None,
    warehouse: Warehouse = None,
    published_on: Annotated[
        str,
        typer.Option(
            metavar="DATE", help="Day of publication where the text gives none of its own."
        ),
    ] = "",
    outlet: Annotated[str, typer.Option(metavar="NAME", help="Outlet of the articles.")] = "",
    reader: Annotated[
        str, typer.Option(metavar="trained|rules", help="Engine that reads.")
    ] = "",
) -> None:
    """Read articles and publish the warehouse; what is known is not read again."""
    from pipelines.cli.building import run_build

    run_build(paths or [], warehouse or default_warehouse(), published_on, outlet, reader)


@app.command(context_settings={"ignore_unknown_options": True})  # SQL may start with --
def query(
    sql: Annotated[str, typer.Argument(help='One select, e.g. "select * from events".')],
    form: Annotated[
        str, typer.Option("--format", metavar="table|csv|json", help="How to print rows.")
    ] = "table",
    max_rows: Annotated[
        int, typer.Option(help="Rows at most; a cut is announced.", min=1)
    ] = 1000,
    warehouse: Warehouse = None,
) -> None:
    """Ask the published warehouse, read-only."""
    if form not in ("table", "csv", "json"):
        printing.stop(f"--format {form}: expected table, csv or json", WRONG_USAGE)
    from pipelines.warehouse.querying import query as run

    result = run(warehouse or default_warehouse(), sql, max_rows=max_rows)
    printing.print_rows(result.columns, result.rows, form)
    if result.is_cut:
        printing.note(f"cut after {max_rows} rows; --max-rows asks for more")


@app.command()
def labels(
    out: Annotated[Path, typer.Argument(help="Folder for one <id>.json per article.")],
    warehouse: Warehouse = None,
) -> None:
    """Write the warehouse's rows in the codebook's label form."""
    from pipelines.cli.labelling import write_labels

    count = write_labels(warehouse or default_warehouse(), out)
    typer.echo(f"{count} label files in {out}")


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder of <id>.json labels.")],
    texts: Annotated[
        Path | None, typer.Option(help="Folder of <id>*.txt (default: beside the labels).")
    ] = None,
    reader: Annotated[
        str, typer.Option(metavar="trained|rules|both", help="Engine to measure.")
    ] = "trained",
    errors: Annotated[
        bool, typer.Option("--errors", help="List missed, spurious and wrong rows.")
    ] = False,
) -> None:
    """Measure an engine on labelled articles."""
    from pipelines.cli.evaluating import run_evaluation

    run_evaluation(gold, texts or gold, reader, shows_errors=errors)


@app.command()
def generations(warehouse: Warehouse = None) -> None:
    """List the published states that are kept, the newest last."""
    from pipelines.warehouse.publishing import current_generation
    from pipelines.warehouse.publishing import generations as kept

    folder = warehouse or default_warehouse()
    current = current_generation(folder)
    rows = [
        (p.stem, p.stat().st_size, "current" if p.resolve() == current else "")
        for p in kept(folder)
    ]
    printing.print_rows(("generation", "bytes", "state"), rows, "table")


@app.command()
def rollback(
    generation: Annotated[
        str | None, typer.Argument(help="Generation to go back to; none means the one before.")
    ] = None,
    warehouse: Warehouse = None,
) -> None:
    """Point the published name at an older generation."""
    from pipelines.warehouse.publishing import rollback as run

    typer.echo(f"published again: {run(warehouse or default_warehouse(), generation).stem}")


@app.command()
def ui(
    port: Annotated[int, typer.Option(help="Port on 127.0.0.1.", min=1, max=65535)] = 3000,
) -> None:
    """Open Dagster's UI on 127.0.0.1."""
    from pipelines.cli.serving import serve

    serve(port)


asking.register(app)
reporting.register(app)


def main() -> None:
    """Run the command; a known error is one line and exit code 1."""
    from pipelines.warehouse.errors import WarehouseError

    try:
        app()
    except WarehouseError as error:
        printing.stop(str(error), FAILED)
    except BrokenPipeError:
        sys.exit(FAILED)
    except OSError as error:
        printing.stop(f"{error.filename or 'system'}: {error.strerror or error}", FAILED)
