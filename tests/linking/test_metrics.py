from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from pipelines.linking.metrics import link_metrics
from pipelines.linking.records import MetricMention

TURNOVER = MetricMention(
    mention_id="a:1",
    indicator="trade_turnover",
    indicator_text="trade turnover",
    value=Decimal(4_100_000_000),
    unit="USD",
    measure="level",
    qualifier="=",
    subjects=("AZE", "TUR"),
    start_on=date(2020, 1, 1),
    end_on=date(2020, 12, 31),
    status="observed",
)


def count(*mentions: MetricMention) -> int:
    """Return how many stated facts the mentions are."""
    return len(set(link_metrics(mentions, {}).ids.values()))


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"indicator_text": "turnover of trade"},
        {"subjects": ("TUR", "AZE")},
        {"value": Decimal("4100000000.000000000")},
    ],
    ids=["equal", "words", "order of subjects", "zeros"],
)
def test_link_metrics_joins_one_fact(changes: dict[str, Any]) -> None:
    assert count(TURNOVER, replace(TURNOVER, mention_id="b:1", **changes)) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"value": Decimal(4_200_000_000)},
        {"unit": "EUR"},
        {"measure": "change"},
        {"qualifier": "~"},
        {"subjects": ("AZE",)},
        {"start_on": date(2019, 1, 1)},
        {"end_on": None},
        {"status": "target"},
        {"indicator": "exports"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_link_metrics_keeps_facts_apart_that_differ_in_a_field(changes: dict[str, Any]) -> None:
    assert count(TURNOVER, replace(TURNOVER, mention_id="b:1", **changes)) == 2


def test_link_metrics_reads_the_words_of_other_indicators() -> None:
    one = replace(TURNOVER, indicator="other", indicator_text="tonnage of fish")
    two = replace(one, mention_id="b:1", indicator_text="tonnage of coal")
    assert count(one, two) == 2
    assert count(one, replace(two, indicator_text="The Tonnage of Fish")) == 1


def test_link_metrics_leaves_facts_about_nobody_alone() -> None:
    one = replace(TURNOVER, subjects=())
    assert count(one, replace(one, mention_id="b:1")) == 2
