from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import load_cases

from pipelines.extraction.times import Anchor, find_times, resolve, resolve_period

HERE = Path(__file__).parent


def anchor(day: str | None) -> Anchor:
    """Return the anchor of an article published on `day`."""
    return Anchor(date.fromisoformat(day) if day else None)


def show(day: date | None) -> str | None:
    """Return a day as ISO text."""
    return day.isoformat() if day else None


@pytest.mark.parametrize("case", load_cases(HERE / "times.jsonl"))
def test_times_are_found_and_resolved(case: dict[str, Any]) -> None:
    against = anchor(case.get("published", "2021-10-11"))
    found: list[list[Any]] = []
    for expression in find_times(case["text"]):
        period = resolve(expression, against, tense=case["tense"])
        ends = show(period.start_on), show(period.end_on)
        found.append([expression.text, *ends, period.precision, period.basis])
    assert found == case["expected"]


@pytest.mark.parametrize("case", load_cases(HERE / "periods.jsonl"))
def test_resolve_period_tells_flows_from_stocks(case: dict[str, Any]) -> None:
    (expression,) = find_times(case["text"])
    period = resolve_period(
        expression, anchor(case["published"]), flow=case["flow"], status=case["status"]
    )
    assert [show(period.start_on), show(period.end_on)] == case["expected"]


MOMENTS = st.dates(date(1950, 1, 1), date(2049, 12, 31))
FORMS = ("%Y-%m-%d", "%B %d, %Y", "%d %B %Y", "%b. %d, %Y", "%d.%m.%Y")


@given(MOMENTS, st.sampled_from(FORMS))
def test_any_written_day_comes_back(day: date, form: str) -> None:
    if form.startswith("%b") and day.month == 5:
        form = form.replace(".", "")
    (expression,) = find_times(f"They met on {day.strftime(form)} there.")
    period = resolve(expression, anchor(None), tense="past")
    assert (period.start_on, period.end_on, period.precision) == (day, day, "day")


@given(MOMENTS, MOMENTS)
def test_a_yearless_day_that_has_occurred_lies_in_the_year_before(
    day: date, published: date
) -> None:
    """A day a little ahead may be a slip of the tense; a leap day has no year of its own."""
    if (day.month, day.day) == (2, 29):
        return
    (expression,) = find_times(f"They met on {day.strftime('%B %d')}.")
    start = resolve(expression, Anchor(published), tense="past").start_on
    assert start is not None
    assert (start.month, start.day) == (day.month, day.day)
    assert published - timedelta(days=366) <= start <= published + timedelta(days=16)


@given(MOMENTS, MOMENTS)
def test_a_yearless_day_that_is_planned_lies_in_the_year_ahead(
    day: date, published: date
) -> None:
    if (day.month, day.day) == (2, 29):
        return
    (expression,) = find_times(f"They will meet on {day.strftime('%B %d')}.")
    start = resolve(expression, Anchor(published), tense="future").start_on
    assert start is not None
    assert published <= start <= published + timedelta(days=366)


@given(st.text(alphabet="0123456789-/.,: MayJunOct'sthofin", max_size=60))
def test_find_times_gives_spans_of_the_text_in_order(text: str) -> None:
    found = find_times(text)
    bounds = [bound for e in found for bound in (e.char_start, e.char_end)]
    assert bounds == sorted(bounds)
    assert all(text[e.char_start : e.char_end] == e.text for e in found)
