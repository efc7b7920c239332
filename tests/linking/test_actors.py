from itertools import permutations

import pytest

from pipelines.linking.actors import link_actors
from pipelines.linking.records import ActorMention


def mention(number: int, name: str, country: str | None, kind: str = "person") -> ActorMention:
    """Return the mention of an actor in article `number`."""
    return ActorMention(f"{number}:{name}", name, kind, country, (name,))


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        ([("Recep Tayyip Erdogan", "TUR"), ("Recep Tayyip Erdoğan", "TUR")], "person"),
        ([("Mevlut Cavusoglu", "TUR"), ("Mevlüt Çavuşoğlu", "TUR")], "person"),
        ([("Selcuk Baytraktar", "TUR"), ("Selcuk Bayraktar", "TUR")], "person"),
        ([("Ilham Aliyev", "AZE"), ("Aliyev", "AZE")], "person"),
        ([("Ilham Aliyev", "AZE"), ("Ilham Aliyev", None)], "person"),
        ([("Turkey", "TUR"), ("Türkiye", "TUR")], "country"),
        ([("International Monetary Fund", None), ("IMF", None)], "organisation"),
        ([("Baykar Company", "TUR"), ("Baykar", "TUR")], "organisation"),
    ],
)
def test_link_actors_joins_spellings_of_one(
    names: list[tuple[str, str | None]], kind: str
) -> None:
    mentions = [mention(n, name, country, kind) for n, (name, country) in enumerate(names)]
    links = link_actors(mentions, {})
    assert len(set(links.ids.values())) == 1
    assert [merge.reason != "" for merge in links.merges] == [True]


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        ([("Ilham Aliyev", "AZE"), ("Heydar Aliyev", "AZE")], "person"),
        ([("Ann Lee", "USA"), ("Ann Lee", "GBR")], "person"),
        ([("Turkey", "TUR"), ("Turkmenistan", "TKM")], "country"),
        ([("Foreign Ministry", "TUR"), ("Foreign Ministry", "AZE")], "organisation"),
        ([("Trade Ministry", "TUR"), ("Defence Ministry", "TUR")], "organisation"),
    ],
)
def test_link_actors_keeps_others_apart(names: list[tuple[str, str | None]], kind: str) -> None:
    mentions = [mention(n, name, country, kind) for n, (name, country) in enumerate(names)]
    assert len(set(link_actors(mentions, {}).ids.values())) == 2


def test_link_actors_leaves_a_surname_of_two_alone() -> None:
    mentions = [
        mention(1, "Ilham Aliyev", "AZE"),
        mention(2, "Heydar Aliyev", "AZE"),
        mention(3, "Aliyev", "AZE"),
    ]
    assert len(set(link_actors(mentions, {}).ids.values())) == 3


def test_link_actors_does_not_mind_the_order() -> None:
    mentions = [
        mention(1, "Recep Tayyip Erdogan", "TUR"),
        mention(2, "Tayyip Erdoğan", None),
        mention(3, "Erdogan", "TUR"),
        mention(4, "Ilham Aliyev", "AZE"),
    ]
    results = {
        tuple(sorted(link_actors(list(order), {}).ids.items()))
        for order in permutations(mentions)
    }
    assert len(results) == 1


def test_link_actors_keeps_the_id_of_the_build_before() -> None:
    first = link_actors([mention(1, "Aliyev", "AZE")], {})
    second = link_actors(
        [mention(1, "Aliyev", "AZE"), mention(2, "Ilham Aliyev", "AZE")], first.ids
    )
    assert set(second.ids.values()) == set(first.ids.values())


def test_link_actors_of_nothing_is_nothing() -> None:
    assert link_actors([], {}).ids == {}
