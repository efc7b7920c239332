"""Events by type along the days, by status."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from markupsafe import Markup

from pipelines.report import svg

Row = Mapping[str, Any]
YEARS_BACK = 3
"""Years before the newest event that are drawn: an event of 1992 would squeeze the rest."""

QUADS = {
    "verbal cooperation": svg.VERBAL_COOPERATION,
    "material cooperation": svg.MATERIAL_COOPERATION,
    "verbal conflict": svg.VERBAL_CONFLICT,
    "material conflict": svg.MATERIAL_CONFLICT,
}
MARKERS = {
    "occurred": ("o", True),
    "ongoing": (">", True),
    "planned": ("o", False),
    "hypothetical": ("D", False),
    "denied": ("X", False),
}
LANE = 0.16
CROWDED = timedelta(days=25)
"""Marks nearer than this would cover each other and are set above each other."""

MOST_LANES = 5
MOST_LEGEND_COLUMNS = 6


def draw_timeline(events: Sequence[Row]) -> tuple[Markup, str] | None:
    """Return picture and caption; None where no event has a day."""
    dated = [event for event in events if event["start_on"]]
    if not dated:
        return None
    first = _first_day([event["start_on"] for event in dated])
    shown = [e for e in dated if (e["end_on"] or e["start_on"]) >= first]
    types = _ordered_types(shown)
    with svg.drawing(1.3 + 0.55 * len(types), "timeline") as figure:
        axes = figure.subplots()
        for place, lane in _lanes(shown, types):
            _draw_event(axes, place, types[place["event_type"]] + lane, first)
        axes.set_yticks(range(len(types)), list(types))
        axes.set_ylim(len(types) - 0.5, -0.5)
        axes.margins(x=0.03)
        _add_legend(axes, shown)
        description = _describe(shown, types)
        picture = svg.to_markup(figure, description)
    return picture, _caption(events, dated, shown)


def _first_day(days: Sequence[date]) -> date:
    """Return where the picture begins: years before the newest, or where most lie later."""
    first = max(days) - timedelta(days=365 * YEARS_BACK)
    if 2 * sum(day >= first for day in days) >= len(days):
        return first
    return sorted(days)[len(days) // 10]


def _ordered_types(events: Sequence[Row]) -> dict[str, int]:
    quads = list(QUADS)
    names = sorted({(quads.index(e["quad_class"]), e["event_type"]) for e in events})
    return {name: place for place, (_, name) in enumerate(names)}


def _middle(event: Row) -> date:
    start = event["start_on"]
    return start + ((event["end_on"] or start) - start) / 2


def _lanes(events: Sequence[Row], types: Mapping[str, int]) -> list[tuple[Row, float]]:
    """Return each event with the height at which it stands beside its neighbours."""
    placed: list[tuple[Row, float]] = []
    last: dict[str, list[date]] = defaultdict(list)
    for event in sorted(events, key=lambda e: (types[e["event_type"]], _middle(e))):
        day, lanes = _middle(event), last[event["event_type"]]
        free = [n for n, end in enumerate(lanes) if day - end >= CROWDED]
        lane = free[0] if free else len(lanes) % MOST_LANES
        if lane < len(lanes):
            lanes[lane] = day
        else:
            lanes.append(day)
        placed.append((event, LANE * ((lane + 1) // 2) * (1 if lane % 2 else -1)))
    return placed


def _draw_event(axes: Any, event: Row, height: float, first: date) -> None:
    colour = QUADS[event["quad_class"]]
    marker, is_filled = MARKERS[event["status"]]
    start, end = max(event["start_on"], first), event["end_on"] or event["start_on"]
    if end > start:
        axes.plot([start, end], [height, height], color=colour, lw=2, alpha=0.45)
    axes.plot(
        [max(_middle(event), first)], [height], marker, color=colour, ms=7, mew=1.6,
        mfc=colour if is_filled else svg.PAPER,
    )  # fmt: skip


def _add_legend(axes: Any, events: Sequence[Row]) -> None:
    from matplotlib.lines import Line2D

    present = {event["status"] for event in events}
    handles = [
        Line2D(
            [], [], marker=marker, ls="", color=svg.MUTED, ms=7,
            mfc=svg.MUTED if is_filled else svg.PAPER, label=status,
        )
        for status, (marker, is_filled) in MARKERS.items()
        if status in present
    ]  # fmt: skip
    quads = {event["quad_class"] for event in events}
    handles += [
        Line2D([], [], marker="s", ls="", color=colour, ms=7, label=quad)
        for quad, colour in QUADS.items()
        if quad in quads
    ]
    columns = len(handles) if len(handles) <= MOST_LEGEND_COLUMNS else len(handles) // 2 + 1
    axes.legend(
        handles=handles, loc="lower center", bbox_to_anchor=(0.5, 1), ncols=columns,
        frameon=False,
    )  # fmt: skip


def _describe(events: Sequence[Row], types: Mapping[str, int]) -> str:
    counts = {name: sum(e["event_type"] == name for e in events) for name in types}
    listed = ", ".join(f"{name} {count}" for name, count in counts.items())
    return f"Timeline of {len(events)} dated events by type: {listed}."


def _caption(events: Sequence[Row], dated: Sequence[Row], shown: Sequence[Row]) -> str:
    words = f"{len(shown)} events with a day; a line shows the days between which it lies."
    older, undated = len(dated) - len(shown), len(events) - len(dated)
    if older or undated:
        words += f" Only in the table: {older} older, {undated} without a day."
    return words
