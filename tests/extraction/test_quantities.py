from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import load_cases

from pipelines.extraction.parsing import fold
from pipelines.extraction.quantities import Quantity, QuantityLexicon, find_quantities
from pipelines.extraction.quantities.finding import read_value
from pipelines.extraction.times import find_times

if TYPE_CHECKING:
    from spacy.language import Language

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def lexicon(tables: dict[str, Any]) -> QuantityLexicon:
    """Return units and number words of the reference tables."""
    return QuantityLexicon.from_tables(tables)


def find(text: str, parser: "Language", lexicon: QuantityLexicon) -> tuple[Quantity, ...]:
    """Find the quantities of a text, its times left out."""
    doc = parser(fold(text))
    times = [(time.char_start, time.char_end) for time in find_times(doc.text)]
    return find_quantities(doc, lexicon, times)


@pytest.mark.parametrize("case", load_cases(HERE / "quantities.jsonl"))
def test_quantities_are_found(
    case: dict[str, Any], parser: "Language", lexicon: QuantityLexicon
) -> None:
    expected = [
        (Decimal(value), unit, sign, *(Decimal(end) for end in ends))
        for value, unit, sign, *ends in case["expected"]
    ]
    found = [
        (q.value, q.unit, q.qualifier, *(end for end in (q.value_low, q.value_high) if end))
        for q in find(case["text"], parser, lexicon)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("4.1", "4.1"),
        ("1,234,567.8", "1234567.8"),
        ("12 000", "12000"),
        ("3,5", "3.5"),
        ("twenty-five", "25"),
        ("two hundred and six", "206"),
        ("a hundred", "100"),
        pytest.param(
            "three thousand two hundred",
            "3200",
            marks=pytest.mark.xfail(strict=True, reason="hundreds multiply the thousands too"),
        ),
        ("word", None),
    ],
)
def test_read_value_is_exact(words: str, value: str | None, lexicon: QuantityLexicon) -> None:
    assert read_value(words, lexicon) == (Decimal(value) if value else None)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.decimals(min_value="0.1", max_value="999", places=2))
def test_any_amount_of_money_keeps_its_digits(
    parser: "Language", lexicon: QuantityLexicon, value: Decimal
) -> None:
    (found,) = find(f"Trade amounted to ${value} billion.", parser, lexicon)
    assert (found.value, found.unit) == (value * 10**9, "USD")
