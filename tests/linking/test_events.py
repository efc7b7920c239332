from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import Any

import pytest

from pipelines.linking.events import link_events
from pipelines.linking.records import EventMention

SIGNING = EventMention(
    mention_id="a:1",
    event_type="SUPPORT",
    action="sign",
    status="occurred",
    start_on=date(2021, 6, 15),
    end_on=date(2021, 6, 15),
    precision="day",
    place_name=None,
    parties=(("aze", "AZE", "country"), ("tur", "TUR", "country")),
    things=frozenset({"shusha"}),
    words="On June 15, Azerbaijan and Turkey signed the Shusha Declaration",
)


def other(article: str = "b", **changes: Any) -> EventMention:
    """Return the signing as another article tells it, with some fields changed."""
    words = changes.pop("words", f"They signed it, says {article}")
    return replace(SIGNING, mention_id=f"{article}:1", words=words, **changes)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"start_on": date(2021, 1, 1), "end_on": date(2021, 12, 31), "precision": "year"},
        {"start_on": None, "end_on": None, "precision": "unknown"},
        {"place_name": "Shusha"},
        {"things": frozenset()},
        {"status": "planned"},
    ],
    ids=["day", "year", "undated", "placed", "unnamed", "planned"],
)
def test_link_events_joins_compatible_tellings(changes: dict[str, Any]) -> None:
    links = link_events([SIGNING, other(**changes)], {})
    assert len(set(links.ids.values())) == 1
    assert [bool(merge.reason) for merge in links.merges] == [True]


@pytest.mark.parametrize(
    "changes",
    [
        {"start_on": date(2021, 6, 16), "end_on": date(2021, 6, 16)},
        {"start_on": date(2020, 1, 1), "end_on": date(2020, 12, 31), "precision": "year"},
        {"things": frozenset({"another"})},
        {"action": "ratify"},
        {"event_type": "COOPERATE"},
        {"parties": (("aze", "AZE", "country"), ("rus", "RUS", "country"))},
        {"place_name": "Shusha"},
        {"status": "denied"},
    ],
    ids=["day", "year", "thing", "action", "type", "parties", "place", "denied"],
)
def test_link_events_keeps_others_apart(changes: dict[str, Any]) -> None:
    placed = replace(SIGNING, place_name="Baku")
    assert len(set(link_events([placed, other(**changes)], {}).ids.values())) == 2


def test_link_events_keeps_apart_what_one_article_tells_apart() -> None:
    again = replace(SIGNING, mention_id="a:2")
    assert len(set(link_events([SIGNING, again], {}).ids.values())) == 2


def test_link_events_needs_more_than_nothing_against_it() -> None:
    undated = {"start_on": None, "end_on": None, "precision": "unknown", "things": frozenset()}
    one, two = replace(SIGNING, **undated), other(**undated)
    assert len(set(link_events([one, two], {}).ids.values())) == 2


def test_link_events_joins_the_same_words() -> None:
    undated = {"start_on": None, "end_on": None, "precision": "unknown", "things": frozenset()}
    one, two = replace(SIGNING, **undated), other(words=SIGNING.words.upper() + ".", **undated)
    assert len(set(link_events([one, two], {}).ids.values())) == 1


def test_link_events_does_not_chain_what_does_not_belong_together() -> None:
    """A vague telling joins one of two events; it does not make them one."""
    year = other("b", start_on=date(2021, 1, 1), end_on=date(2021, 12, 31), precision="year")
    later = other("c", start_on=date(2021, 11, 1), end_on=date(2021, 11, 1))
    ids = link_events([SIGNING, year, later], {}).ids
    assert len(set(ids.values())) == 2
    assert ids["a:1"] != ids["c:1"]


def test_link_events_keeps_people_of_one_country_apart() -> None:
    def meeting(article: str, person: str) -> EventMention:
        return other(article, parties=((person, "AZE", "person"), ("koch", "TUR", "person")))

    ids = link_events([meeting("a", "aliyev"), meeting("b", "bayramov")], {}).ids
    assert ids["a:1"] != ids["b:1"]


def test_link_events_does_not_mind_the_order() -> None:
    year = other("b", start_on=date(2021, 1, 1), end_on=date(2021, 12, 31), precision="year")
    mentions = [SIGNING, year, other("c"), other("d", things=frozenset({"another"}))]
    results = {
        tuple(sorted(link_events(list(order), {}).ids.items()))
        for order in permutations(mentions)
    }
    assert len(results) == 1


def test_link_events_keeps_the_id_of_the_build_before() -> None:
    first = link_events([other("b")], {})
    second = link_events([SIGNING, other("b")], first.ids)
    assert set(second.ids.values()) == set(first.ids.values())


def test_link_events_retires_the_younger_of_two_ids() -> None:
    previous = {"a:1": "old", "b:1": "new"}
    links = link_events([SIGNING, other("b")], previous)
    kept = set(links.ids.values())
    assert len(kept) == 1
    assert [(r.retired_id, r.kept_id) for r in links.retired] == [
        (({"old", "new"} - kept).pop(), kept.pop())
    ]
