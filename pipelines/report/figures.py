"""Stated figures along time, as what they are: years, parts of years, targets."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from pipelines.report import svg
from pipelines.report.words import format_number, format_period, is_whole_year

Row = Mapping[str, Any]
MOST_SERIES = 6
"""Series drawn, those with most figures first."""

DAY = "day"
PART = "part of a year or other period"
STYLES: dict[str, dict[str, Any]] = {
    "year": {"color": svg.VERBAL_COOPERATION, "lw": 5, "ls": "-"},
    PART: {
        "color": svg.MATERIAL_COOPERATION,
        "lw": 3,
        "ls": (0, (2, 1)),
    },
    DAY: {"color": svg.MATERIAL_COOPERATION, "marker": "o", "ls": "", "ms": 6},
    "target": {"color": svg.MATERIAL_CONFLICT, "lw": 4, "ls": (0, (1, 1))},
    "forecast or possible": {"color": svg.VERBAL_CONFLICT, "lw": 3, "ls": (0, (1, 2))},
}


def draw_series(rows: Sequence[Row]) -> list[tuple[str, Markup, str]]:
    """Return heading, picture and caption of each series of levels in at least two periods."""
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        if _is_drawn(row):
            key = (row["indicator"], row["indicator_text"], row["subjects"], row["unit"])
            groups[key].append(row)
    drawn = [
        (key, group)
        for key, group in groups.items()
        if len({(row["start_on"], row["end_on"]) for row in group}) > 1
    ]
    drawn.sort(key=lambda item: (-len(item[1]), item[0]))
    return [_draw(key, group) for key, group in drawn[:MOST_SERIES]]


def _is_drawn(row: Row) -> bool:
    """Tell whether a row is a point of a series; lengths of visits and wars are none."""
    has_place = row["start_on"] and row["end_on"] and row["subjects"]
    return bool(has_place and row["measure"] == "level" and row["indicator"] != "duration")


def name_kind(row: Row) -> str:
    """Return what kind of figure a row is, as the legend has it."""
    if row["status"] == "target":
        return "target"
    if row["status"] != "observed":
        return "forecast or possible"
    if row["start_on"] == row["end_on"]:
        return DAY
    is_year = is_whole_year(row["start_on"], row["end_on"])
    return "year" if is_year else PART


def _draw(key: tuple[str, ...], rows: Sequence[Row]) -> tuple[str, Markup, str]:
    indicator, words, subjects, unit = key
    heading = f"{(words or indicator).replace('_', ' ')}: {subjects}"
    ordered = sorted(rows, key=lambda r: (r["start_on"], r["end_on"], r["value"]))
    listed = "; ".join(describe_figure(row) for row in ordered)
    with svg.drawing(4.2, f"series {' '.join(key)}") as figure:
        axes = figure.subplots()
        for row in ordered:
            _draw_row(axes, row)
        axes.set_ylim(0, float(max(row["value"] for row in rows)) * 1.18)
        axes.yaxis.set_major_formatter(lambda value, _: format_number(value))
        axes.set_ylabel(unit)
        axes.margins(x=0.12)
        axes.grid(visible=False, axis="x")
        _add_legend(axes, ordered)
        picture = svg.to_markup(figure, f"{heading}. {listed}.")
    return heading, picture, f"{listed}."


def _draw_row(axes: Any, row: Row) -> None:
    style, value = STYLES[name_kind(row)], float(row["value"])
    start, end = row["start_on"], row["end_on"]
    axes.plot([start, end], [value, value], solid_capstyle="butt", **style)
    if row["status"] == "target" or start == end:
        mark = "D" if row["status"] == "target" else "o"
        axes.plot([end], [value], mark, color=style["color"], ms=7)
    label = f"{format_number(row['value'])} · {format_period(start, end)}"
    # Over the middle, but beside the end of a shorter period: several share a year.
    is_short = name_kind(row) in (PART, DAY)
    axes.annotate(
        label, (end if is_short else start + (end - start) / 2, value),
        xytext=(8, 0) if is_short else (0, 6), textcoords="offset points", fontsize=9,
        ha="left" if is_short else "center", va="center" if is_short else "bottom",
    )  # fmt: skip


def _add_legend(axes: Any, rows: Sequence[Row]) -> None:
    from matplotlib.lines import Line2D

    present = {name_kind(row) for row in rows}
    handles = [
        Line2D([], [], label=kind, **style) for kind, style in STYLES.items() if kind in present
    ]
    axes.legend(
        handles=handles, loc="lower center", bbox_to_anchor=(0.5, 1), ncols=4, frameon=False
    )


def describe_figure(row: Row) -> str:
    """Return a figure in words, e.g. `4.1 bn USD in 2020 (year)`."""
    period, kind = format_period(row["start_on"], row["end_on"]), name_kind(row)
    when = f"on {period}" if row["start_on"] == row["end_on"] else f"in {period}"
    return f"{format_number(row['value'])} {row['unit']} {when}" + (
        "" if kind == DAY else f" ({kind})"
    )
