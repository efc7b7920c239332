"""The page: contents, pictures and template put together into one file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from pipelines.report.contents import Contents, read_contents
from pipelines.report.counts import draw_pairs, draw_ties
from pipelines.report.figures import draw_series, name_kind
from pipelines.report.questions import MOST_EVENTS, MOST_ROWS
from pipelines.report.timeline import draw_timeline
from pipelines.report.words import format_number, format_period, spell

PARTS = Path(__file__).parent / "parts"


def write_report(warehouse: Path, target: Path, quality: Mapping[str, Any]) -> Path:
    """Write the published warehouse as one HTML file that asks for nothing, and return it.

    `quality` is the record of measured quality, empty where none was measured.
    """
    page = render_report(read_contents(warehouse), quality)
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{target.name}.new")
    unfinished.write_text(page, encoding="utf-8")
    unfinished.replace(target)
    return target


def render_report(found: Contents, quality: Mapping[str, Any]) -> str:
    """Return the page; all that came from articles is escaped."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(PARTS), autoescape=True, trim_blocks=True,
        lstrip_blocks=True, undefined=jinja2.StrictUndefined,
    )  # fmt: skip
    environment.filters.update(number=format_number, spell=spell)
    rows = found.rows
    return environment.get_template("page.html").render(
        css=_read_part("page.css"), script=_read_part("page.js"),
        totals=rows["totals"][0], rows=rows, tables=found.tables, traces=found.traces,
        timeline=draw_timeline(rows["events"]), series=draw_series(rows["series"]),
        ties=draw_ties(rows["ties"]), pairs=draw_pairs(rows["pairs"]), quality=quality,
        period=format_period, kind_of=name_kind, most_events=MOST_EVENTS, most_rows=MOST_ROWS,
    )  # fmt: skip


def _read_part(name: str) -> Markup:
    return Markup((PARTS / name).read_text(encoding="utf-8"))
