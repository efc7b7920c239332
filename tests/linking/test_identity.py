import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.linking.identity import assign_ids, hash_id

NAMES = st.text(alphabet="abcdef", min_size=1, max_size=3)


def test_hash_id_depends_on_parts_and_their_order() -> None:
    assert hash_id("a", "b") == hash_id("a", "b")
    assert len({hash_id("a", "b"), hash_id("b", "a"), hash_id("ab"), hash_id("a", None)}) == 4


def test_assign_ids_gives_fresh_ids_where_nothing_is_known() -> None:
    links = assign_ids("event", [("fresh", [("m", "", 1.0)])], {})
    assert links.ids == {"m": "fresh"}
    assert (links.merges, links.retired) == ((), ())


def test_assign_ids_says_why_each_further_mention_belongs() -> None:
    links = assign_ids("event", [("fresh", [("m", "", 1.0), ("n", "same words", 0.9)])], {})
    assert [(m.mention_id, m.item_id, m.reason, m.score) for m in links.merges] == [
        ("n", "fresh", "same words", 0.9)
    ]


def test_assign_ids_gives_an_id_to_one_cluster_only() -> None:
    clusters = [("f1", [("m", "", 1.0)]), ("f2", [("n", "", 1.0)])]
    ids = assign_ids("event", clusters, {"m": "old", "n": "old"}).ids
    assert len(set(ids.values())) == 2
    assert "old" in ids.values()


@pytest.mark.parametrize(
    ("previous", "kept"),
    [({"m": "b", "n": "b", "o": "a"}, "b"), ({"m": "b", "n": "a"}, "a")],
    ids=["most frequent", "first by name among equals"],
)
def test_assign_ids_keeps_one_of_several_and_retires_the_rest(
    previous: dict[str, str], kept: str
) -> None:
    cluster = [(name, "", 1.0) for name in previous]
    links = assign_ids("event", [("fresh", cluster)], previous)
    assert set(links.ids.values()) == {kept}
    assert {r.retired_id for r in links.retired} == set(previous.values()) - {kept}


@given(
    st.lists(st.lists(NAMES, min_size=1, max_size=3), max_size=4),
    st.dictionaries(NAMES, st.sampled_from(["x", "y", "z"])),
)
def test_assign_ids_never_gives_two_clusters_one_id(
    groups: list[list[str]], previous: dict[str, str]
) -> None:
    clusters = [
        (hash_id(number), [(f"{number}{name}", "", 1.0) for name in dict.fromkeys(names)])
        for number, names in enumerate(groups)
    ]
    known = {f"{n}{name}": previous.get(name, "w") for n, g in enumerate(groups) for name in g}
    links = assign_ids("event", clusters, known)
    owners = [{links.ids[mention] for mention, _, _ in cluster} for _, cluster in clusters]
    assert all(len(ids) == 1 for ids in owners)
    assert len({min(ids) for ids in owners}) == len(owners)
    assert not {r.retired_id for r in links.retired} & set(links.ids.values())
