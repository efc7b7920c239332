"""Pictures by matplotlib as inline SVG that takes its colours and letters from the page."""

import re
import warnings
from collections.abc import Generator
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from matplotlib.figure import Figure

INK, MUTED, GRID, PAPER = "#010101", "#020202", "#030303", "#040404"
VERBAL_COOPERATION, MATERIAL_COOPERATION = "#050505", "#060606"
VERBAL_CONFLICT, MATERIAL_CONFLICT = "#070707", "#080808"
ACCENT = "#090909"
PAGE_COLOURS = {
    INK: "--ink", MUTED: "--muted", GRID: "--grid", PAPER: "--paper",
    VERBAL_COOPERATION: "--verbal-cooperation", MATERIAL_COOPERATION: "--material-cooperation",
    VERBAL_CONFLICT: "--verbal-conflict", MATERIAL_CONFLICT: "--material-conflict",
    ACCENT: "--accent",
}  # fmt: skip
"""Colours that nobody else uses, each put for a colour of the page, light or dark."""

STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",
    "text.parse_math": False,
    "font.size": 10,
    "text.color": INK,
    "axes.edgecolor": GRID,
    "axes.labelcolor": MUTED,
    "axes.facecolor": "none",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": GRID,
    "grid.linewidth": 0.6,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "hatch.linewidth": 0.8,
}
WIDTH_INCHES = 9.0

_FAMILY = re.compile(r"font-family: [^;\"]*")
_GROUP = re.compile(r'(<g) id="[^"]*"')
_PROLOGUE = re.compile(r"^.*?(?=<svg)", re.DOTALL)
_METADATA = re.compile(r"<metadata>.*?</metadata>", re.DOTALL)


@contextmanager
def drawing(height_inches: float, name: str) -> Generator["Figure"]:
    """Give an empty figure in the page's style; `name` keeps its ids from other pictures'."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    with mpl.rc_context({**STYLE, "svg.hashsalt": name}):
        yield Figure(figsize=(WIDTH_INCHES, height_inches), layout="constrained")


def to_markup(figure: "Figure", description: str) -> Markup:
    """Return the figure as SVG with `description` in place of the picture for who cannot see.

    To be called within `drawing`.
    """
    stream = StringIO()
    with warnings.catch_warnings():
        # Letters are drawn by the browser; that matplotlib's font lacks one is no matter.
        warnings.filterwarnings("ignore", message="Glyph")
        figure.savefig(stream, format="svg", transparent=True, metadata={"Date": None})
    text = _METADATA.sub("", _PROLOGUE.sub("", stream.getvalue()))
    text = _GROUP.sub(r"\1", _FAMILY.sub("font-family: inherit", text))
    for colour, variable in PAGE_COLOURS.items():
        text = text.replace(colour, f"var({variable})")
    head, rest = text.split(">", 1)
    head = re.sub(r' (width|height)="[^"]*"', "", head)
    label = escape(description)
    return Markup(f'{head} role="img" aria-label="{label}">{rest}')
