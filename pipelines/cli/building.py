"""`wirehouse build`: answer "nothing new" at once, else run the Dagster job in process."""

import time
from pathlib import Path

import typer

from pipelines.articles.reading import parse_day
from pipelines.cli import printing
from pipelines.paths import seed_articles
from pipelines.warehouse.errors import WarehouseError

READERS = ("", "trained", "rules")


def run_build(
    paths: list[Path], warehouse: Path, published_on: str, outlet: str, reader: str
) -> None:
    """Build and print what was done; raises WarehouseError where nothing was published."""
    started = time.monotonic()
    if published_on and parse_day(published_on) is None:
        printing.stop(f"--published-on {published_on}: expected a date such as 2024-05-31", 2)
    if reader not in READERS:
        printing.stop(f"--reader {reader}: expected trained or rules", 2)
    inputs = paths or [seed_articles()]
    for path in inputs:
        if not path.exists():
            printing.stop(f"{path}: no such file or folder", 1)
    if _is_up_to_date(inputs, warehouse, reader):
        typer.echo("Nothing new: every article is known.")
    else:
        _run_job(inputs, warehouse, published_on, outlet, reader)
    _print_summary(warehouse, time.monotonic() - started)


def _is_up_to_date(inputs: list[Path], warehouse: Path, reader: str) -> bool:
    """Tell whether the published warehouse holds all inputs, read by today's engine."""
    from pipelines.refresh.freshness import is_current

    return is_current(inputs, warehouse, reader)


def _run_job(
    inputs: list[Path], warehouse: Path, published_on: str, outlet: str, reader: str
) -> None:
    """Run the job `refresh`, the same as the UI's, in this process."""
    from pipelines.defs.running import run_refresh

    failure = run_refresh(
        {
            "paths": [str(path.resolve()) for path in inputs],
            "warehouse": str(warehouse.resolve()),
            "published_on": published_on,
            "outlet": outlet,
            "reader": reader,
        }
    )
    if failure:
        raise WarehouseError(failure)


def _print_summary(warehouse: Path, seconds: float) -> None:
    from pipelines.warehouse.querying import query

    counts = query(
        warehouse,
        "select (select count(*) from articles), (select count(*) from events), "
        "(select count(*) from actors), "
        "(select count(*) from metrics), (select count(*) from meta.rejected)",
    ).rows[0]
    names = ("articles", "events", "actors", "metrics", "rejected")
    words = ", ".join(f"{count} {name}" for count, name in zip(counts, names, strict=True))
    typer.echo(f"{words}; {seconds:.1f} seconds")
    rejected = query(
        warehouse,
        "select source_uri, row_key, reason, detail from meta.rejected order by "
        "rejected_at desc limit 10",
    )
    for uri, key, reason, detail in rejected.rows:
        printing.note(f"rejected {uri}{f' {key}' if key else ''}: {reason}: {detail or ''}")
    typer.echo(f"warehouse: {warehouse / 'warehouse.duckdb'}")
