"""Ties between actors, and country pairs by month, as bars."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from pipelines.report import svg
from pipelines.report.words import shorten

Row = Mapping[str, Any]
MOST_PAIRS = 4
"""Pairs of countries drawn, those with most events first."""

MOST_MONTHS = 18
FEWEST_SLOTS = 8
"""Room for this many months at least: two bars alone would fill the picture."""

MOST_LETTERS = 30
"""Letters of a name in a picture: a longer one would leave no room for the bars."""


def draw_ties(rows: Sequence[Row]) -> tuple[Markup, str] | None:
    """Return picture and caption of who stands in most events with whom."""
    if not rows:
        return None
    from matplotlib.ticker import MaxNLocator

    names = [f"{row['name_a']} – {row['name_b']}" for row in rows]
    labels = [
        f"{shorten(row['name_a'], MOST_LETTERS)} – {shorten(row['name_b'], MOST_LETTERS)}"
        for row in rows
    ]
    cooperation = [row["cooperation_count"] for row in rows]
    conflict = [row["event_count"] - row["cooperation_count"] for row in rows]
    listed = "; ".join(
        f"{name} {row['event_count']}" for name, row in zip(names, rows, strict=True)
    )
    with svg.drawing(0.9 + 0.28 * len(rows), "ties") as figure:
        axes = figure.subplots()
        places = range(len(rows))
        axes.barh(places, cooperation, color=svg.VERBAL_COOPERATION, label="cooperation")
        axes.barh(
            places, conflict, left=cooperation, color=svg.MATERIAL_CONFLICT, label="conflict"
        )
        axes.set_yticks(places, labels)
        axes.invert_yaxis()
        axes.grid(visible=False, axis="y")
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2, frameon=False)
        picture = svg.to_markup(figure, f"Events shared by two actors: {listed}.")
    return picture, "Events in which both take part, on whichever side; the first 15 pairs."


def draw_pairs(rows: Sequence[Row]) -> list[tuple[str, Markup, str]]:
    """Return heading, picture and caption of the pairs of countries with most events."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda r: r["month_on"]):
        groups[f"{row['country_code_a']} – {row['country_code_b']}"].append(row)
    ranked = sorted(groups.items(), key=lambda g: (-sum(r["event_count"] for r in g[1]), g[0]))
    return [_draw_pair(name, months) for name, months in ranked[:MOST_PAIRS] if len(months) > 1]


def _draw_pair(name: str, months: Sequence[Row]) -> tuple[str, Markup, str]:
    from matplotlib.ticker import MaxNLocator

    shown = months[-MOST_MONTHS:]
    labels = [f"{row['month_on']:%b %Y}" for row in shown]
    kinds = (
        ("verbal_cooperation", svg.VERBAL_COOPERATION, 1),
        ("material_cooperation", svg.MATERIAL_COOPERATION, 1),
        ("verbal_conflict", svg.VERBAL_CONFLICT, -1),
        ("material_conflict", svg.MATERIAL_CONFLICT, -1),
    )
    listed = "; ".join(_describe_month(row, kinds) for row in shown)
    with svg.drawing(2.6, f"pair {name}") as figure:
        axes = figure.subplots()
        base = {1: [0] * len(shown), -1: [0] * len(shown)}
        for kind, colour, side in kinds:
            counts = [side * row[f"{kind}_count"] for row in shown]
            if any(counts):
                axes.bar(
                    range(len(shown)), counts, bottom=base[side], color=colour, width=0.6,
                    label=kind.replace("_", " "),
                )  # fmt: skip
            base[side] = [a + b for a, b in zip(base[side], counts, strict=True)]
        axes.axhline(0, color=svg.MUTED, lw=0.8)
        axes.set_xlim(-0.7, max(len(shown), FEWEST_SLOTS) - 0.3)
        axes.set_xticks(range(len(shown)), labels, rotation=40, ha="right")
        axes.grid(visible=False, axis="x")
        axes.yaxis.set_major_locator(MaxNLocator(integer=True))
        axes.margins(y=0.12)
        axes.yaxis.set_major_formatter(lambda value, _: f"{abs(value):g}")
        axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=4, frameon=False)
        picture = svg.to_markup(figure, f"{name}, events by month: {listed}.")
    return name, picture, "Months with events only; cooperation upwards, conflict downwards."


def _describe_month(row: Row, kinds: Sequence[tuple[str, str, int]]) -> str:
    counts = ", ".join(
        f"{row[f'{kind}_count']} {kind.replace('_', ' ')}"
        for kind, _, _ in kinds
        if row[f"{kind}_count"]
    )
    return f"{row['month_on']:%B %Y} {counts}"
