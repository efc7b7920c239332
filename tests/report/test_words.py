"""Numbers and periods as people read them."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.report.words import format_number, format_period, is_whole_year, shorten, spell


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal(15_000_000_000), "15 bn"),
        (Decimal("4100000000.000000000"), "4.1 bn"),
        (-2_500_000, "-2.5 m"),
        (1_234_567_890_000, "1.235 tn"),
        (11, "11"),
        (4600, "4,600"),
        (27.8, "27.8"),
        (Decimal("33.33"), "33.33"),
        (0, "0"),
        (None, ""),
    ],
)
def test_format_number_keeps_what_matters(value: Any, expected: str) -> None:
    assert format_number(value) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2020, 1, 1), date(2020, 12, 31), "2020"),
        (date(2021, 1, 1), date(2021, 8, 31), "Jan to Aug 2021"),
        (date(2021, 6, 1), date(2021, 6, 30), "June 2021"),
        (date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        (date(2024, 2, 1), date(2024, 2, 28), "2024-02-01 to 2024-02-28"),
        (date(2020, 1, 1), date(2021, 12, 31), "2020-01-01 to 2021-12-31"),
        (date(2021, 6, 15), date(2021, 6, 15), "2021-06-15"),
        (date(1991, 1, 1), None, "since 1991-01-01"),
        (None, date(2024, 1, 1), "until 2024-01-01"),
        (None, None, ""),
    ],
)
def test_format_period_says_years_months_and_days(
    start: date | None, end: date | None, expected: str
) -> None:
    assert format_period(start, end) == expected


@given(st.dates(), st.dates())
def test_a_whole_year_is_named_by_its_number_alone(one: date, other: date) -> None:
    start, end = sorted((one, other))
    is_number = format_period(start, end) == str(start.year)
    assert is_number == is_whole_year(start, end)


def test_spell_puts_spaces_for_underlines() -> None:
    assert spell("trade_turnover") == "trade turnover"
    assert spell(None) == ""


@pytest.mark.parametrize(
    ("text", "expected"), [("short", "short"), ("much too long", "much…"), ("", "")]
)
def test_shorten_marks_the_cut(text: str, expected: str) -> None:
    assert shorten(text, 6) == expected
