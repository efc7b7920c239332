"""`wirehouse report`: the published warehouse as one page."""

import json
from pathlib import Path
from typing import Annotated

import typer

from pipelines.cli.options import Warehouse
from pipelines.paths import default_warehouse, quality

REPORT = "report.html"


def register(app: typer.Typer) -> None:
    """Add the command of this module to `app`."""
    app.command()(report)


def report(
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Default: report.html in the warehouse.")
    ] = None,
    warehouse: Warehouse = None,
) -> None:
    """Write one HTML file that shows the warehouse; its path is the last line."""
    from pipelines.report import write_report

    folder = warehouse or default_warehouse()
    path = quality()
    measured = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    typer.echo(str(write_report(folder, out or folder / REPORT, measured)))
