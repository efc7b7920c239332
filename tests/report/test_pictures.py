"""Pictures: what is drawn, what is left out, and the words that stand in their place."""

from datetime import date, timedelta
from typing import Any

import pytest

from pipelines.report import svg
from pipelines.report.counts import draw_pairs, draw_ties
from pipelines.report.figures import describe_figure, draw_series, name_kind
from pipelines.report.timeline import draw_timeline


def make_figure(start: date, end: date, **more: Any) -> dict[str, Any]:
    row = {
        "indicator": "exports", "indicator_text": "", "subjects": "AZE", "unit": "USD",
        "measure": "level", "status": "observed", "value": 2, "start_on": start, "end_on": end,
    }  # fmt: skip
    return row | more


def make_event(start: date | None, **more: Any) -> dict[str, Any]:
    row = {
        "event_type": "CONSULT", "quad_class": "verbal cooperation", "status": "occurred",
        "start_on": start, "end_on": start,
    }  # fmt: skip
    return row | more


YEAR = (date(2020, 1, 1), date(2020, 12, 31))
PART = (date(2021, 1, 1), date(2021, 8, 31))
DAY = (date(2021, 9, 1), date(2021, 9, 1))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (make_figure(*YEAR), "2 USD in 2020 (year)"),
        (make_figure(*PART), "2 USD in Jan to Aug 2021 (part of a year or other period)"),
        (make_figure(*DAY), "2 USD on 2021-09-01"),
        (make_figure(*YEAR, status="target"), "2 USD in 2020 (target)"),
        (make_figure(*YEAR, status="forecast"), "2 USD in 2020 (forecast or possible)"),
    ],
)
def test_figure_is_described_as_what_it_is(row: dict[str, Any], expected: str) -> None:
    assert describe_figure(row) == expected


def test_target_of_a_part_of_a_year_is_a_target() -> None:
    assert name_kind(make_figure(*PART, status="target")) == "target"


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [make_figure(*YEAR)],
        [make_figure(*YEAR), make_figure(*YEAR, value=3)],
        [make_figure(*YEAR), make_figure(*PART, unit="EUR")],
        [make_figure(*YEAR), make_figure(*PART, subjects="TUR")],
        [make_figure(*YEAR), make_figure(*PART, measure="percent_change")],
        [make_figure(*YEAR, indicator="duration"), make_figure(*PART, indicator="duration")],
        [make_figure(*YEAR, subjects=""), make_figure(*PART, subjects="")],
        [make_figure(*YEAR), make_figure(date(2021, 1, 1), None)],  # pyright: ignore[reportArgumentType]
    ],
)
def test_what_is_no_series_is_not_drawn(rows: list[dict[str, Any]]) -> None:
    assert draw_series(rows) == []


def test_series_has_heading_picture_and_every_figure_in_words() -> None:
    rows = [make_figure(*YEAR), make_figure(*PART), make_figure(*DAY, value=15 * 10**9)]
    ((heading, picture, caption),) = draw_series(rows)
    assert heading == "exports: AZE"
    assert caption.count(";") == 2
    assert "15 bn USD on 2021-09-01" in caption
    assert "aria-label=" in picture


def test_timeline_without_a_day_is_none() -> None:
    assert draw_timeline([]) is None
    assert draw_timeline([make_event(None)]) is None


def test_timeline_says_what_it_leaves_to_the_table() -> None:
    recent = [make_event(date(2021, month, 1)) for month in range(1, 13)]
    drawn = draw_timeline([*recent, make_event(date(1992, 1, 1)), make_event(None)])
    assert drawn
    assert drawn[1].startswith("12 events with a day")
    assert "1 older, 1 without a day" in drawn[1]


def test_timeline_reaches_back_where_most_events_are_old() -> None:
    old = [make_event(date(2010, 1, 1) + timedelta(days=90 * n)) for n in range(20)]
    drawn = draw_timeline([*old, make_event(date(2024, 1, 1))])
    assert drawn
    assert drawn[1].startswith("19 events with a day")


def test_timeline_draws_every_status_and_class() -> None:
    statuses = ("occurred", "ongoing", "planned", "hypothetical", "denied")
    events = [make_event(date(2021, 1, 1), status=status) for status in statuses]
    conflict = {"event_type": "ASSAULT", "quad_class": "material conflict"}
    drawn = draw_timeline([*events, make_event(date(2021, 2, 1), **conflict)])
    assert drawn
    assert all(status in drawn[0] for status in (*statuses, "material conflict"))


def test_ties_of_nobody_are_none() -> None:
    assert draw_ties([]) is None


def test_pair_of_one_month_is_left_to_the_table() -> None:
    month = {
        "country_code_a": "AZE", "country_code_b": "TUR", "month_on": date(2021, 1, 1),
        "event_count": 1, "verbal_cooperation_count": 1, "material_cooperation_count": 0,
        "verbal_conflict_count": 0, "material_conflict_count": 0,
    }  # fmt: skip
    assert draw_pairs([month]) == []
    ((heading, _, _),) = draw_pairs([month, month | {"month_on": date(2021, 2, 1)}])
    assert heading == "AZE – TUR"


def test_picture_takes_its_colours_from_the_page_and_loads_nothing() -> None:
    with svg.drawing(2, "test") as figure:
        figure.subplots().plot([1, 2], [1, 2], color=svg.ACCENT)
        picture = svg.to_markup(figure, 'a "line" & more')
    assert "var(--accent)" in picture
    assert "#09" not in picture
    assert "font-family: inherit" in picture
    assert 'aria-label="a &#34;line&#34; &amp; more"' in picture
    assert "<!DOCTYPE" not in picture
    assert "<metadata" not in picture


def test_letters_that_a_font_lacks_are_left_to_the_browser() -> None:
    tie = {"name_a": "習近平 $x$", "name_b": "Əliyev", "event_count": 1, "cooperation_count": 1}
    drawn = draw_ties([tie])
    assert drawn
    assert "習近平 $x$" in drawn[0]
