from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support import load_cases

from pipelines.articles.reading import Given
from pipelines.articles.records import Article
from pipelines.extraction.records import EventMention, Extraction
from pipelines.extraction.rules import RulesExtractor

if TYPE_CHECKING:
    from spacy.tokens import Doc

HERE = Path(__file__).parent

Extract = Callable[[str], tuple[Article, Extraction]]
PUBLISHED_ON = date(2021, 10, 11)


@pytest.fixture(scope="module")
def engine(tables: dict[str, Any]) -> RulesExtractor:
    """Return the rules with the reference tables."""
    return RulesExtractor(tables, version="test")


@pytest.fixture
def extract(
    read: Callable[..., Article],
    parse_text: Callable[[Article], "Doc"],
    engine: RulesExtractor,
) -> Extract:
    """Return a function from a text to its article and what the rules read in it."""

    def run(text: str) -> tuple[Article, Extraction]:
        article = read(text, given=Given(PUBLISHED_ON))
        return article, engine.extract(article, parse_text(article))

    return run


def show(event: EventMention) -> list[Any]:
    """Return an event as a case writes it: countries by code, others by name."""

    def side(role: str) -> list[str]:
        return sorted(
            p.actor_key.removeprefix("country:")
            if p.actor_key.startswith("country:")
            else p.name
            for p in event.participants
            if p.role == role
        )

    place = event.place.name if event.place else None
    return [event.event_type, event.action, event.status, side("source"), side("target"), place]


@pytest.mark.parametrize("case", load_cases(HERE / "events.jsonl"))
def test_rules_read_events(case: dict[str, Any], extract: Extract) -> None:
    _, found = extract(case["text"])
    assert [show(event) for event in found.events] == case["expected"]


def test_rules_read_a_number_with_all_its_fields(extract: Extract) -> None:
    text = "In 2020, the trade turnover between Azerbaijan and Turkey amounted to $4.1 billion."
    _, found = extract(text)
    (metric,) = found.metrics
    assert (metric.indicator, metric.value, metric.unit) == (
        "trade_turnover", Decimal(4_100_000_000), "USD",
    )  # fmt: skip
    assert (metric.measure, metric.qualifier, metric.status) == ("level", "=", "observed")
    assert sorted(metric.subjects) == ["AZE", "TUR"]
    assert (metric.period.start_on, metric.period.end_on) == (
        date(2020, 1, 1), date(2020, 12, 31),
    )  # fmt: skip


def test_rules_tell_a_goal_from_what_is_observed(extract: Extract) -> None:
    _, found = extract(
        "The two countries set up a goal to bring the mutual trade turnover of Azerbaijan and "
        "Turkey to $15 billion in 2023."
    )
    assert [(m.status, m.period.end_on) for m in found.metrics] == [
        ("target", date(2023, 12, 31))
    ]


def test_rules_quote_what_they_read(extract: Extract) -> None:
    article, found = extract(
        "On June 15, Azerbaijan and Turkey signed the Shusha Declaration. The trade turnover "
        "between Azerbaijan and Turkey amounted to $4.1 billion in 2020."
    )
    quotes = [e for event in found.events for e in event.evidence]
    quotes += [metric.evidence for metric in found.metrics]
    quotes += [e for thing in found.things for e in thing.evidence]
    assert len(quotes) >= 3
    assert all(article.body[q.char_start : q.char_end] == q.quote for q in quotes)


def test_rules_say_who_they_are(extract: Extract) -> None:
    article, found = extract("Azerbaijan and Turkey signed a treaty on trade in Baku.")
    assert (found.article_id, found.engine, found.engine_version) == (
        article.article_id, "rules", "test",
    )  # fmt: skip
    assert all(event.rule and 0 <= event.confidence <= 1 for event in found.events)


def test_rules_name_only_actors_that_they_list(extract: Extract) -> None:
    _, found = extract(
        "Turkish President Recep Tayyip Erdogan received Azerbaijani Foreign Minister Jeyhun "
        "Bayramov in Ankara and the two countries signed an agreement."
    )
    keys = {actor.key for actor in found.actors}
    assert found.events
    assert {p.actor_key for event in found.events for p in event.participants} <= keys
