"""Actors across articles: countries by code, people and bodies by name and country."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipelines.linking.identity import assign_ids, hash_id
from pipelines.linking.names import fold_words, is_same_person
from pipelines.linking.records import ActorMention, Links


class _Cluster:
    """Mentions taken for one actor; made and used only inside `link_actors`."""

    def __init__(self, founder: ActorMention) -> None:
        self.founder = founder
        self.names = {fold_words(founder.name)}
        self.country = founder.country_code
        self.members: list[tuple[str, str, float]] = [(founder.mention_id, "", 1.0)]

    def add(self, mention: ActorMention, reason: str, score: float) -> None:
        self.members.append((mention.mention_id, reason, score))
        self.names.add(fold_words(mention.name))
        self.country = self.country or mention.country_code


def link_actors(mentions: Sequence[ActorMention], previous: Mapping[str, str]) -> Links:
    """Return the actor id of every mention; the order of `mentions` does not matter."""
    groups: list[tuple[str, Sequence[tuple[str, str, float]]]] = []
    by_kind: dict[str, list[ActorMention]] = defaultdict(list)
    for mention in mentions:
        by_kind[mention.kind].append(mention)
    groups.extend(_countries(by_kind["country"]))
    for kind in ("person", "organisation"):
        for cluster in _cluster(by_kind[kind], kind):
            name = min(cluster.names, key=lambda n: (-len(n), n))
            groups.append((hash_id(kind, *name, cluster.country), cluster.members))
    return assign_ids("actor", groups, previous)


def _countries(
    mentions: Sequence[ActorMention],
) -> list[tuple[str, Sequence[tuple[str, str, float]]]]:
    by_code: dict[str, list[tuple[str, str, float]]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: m.mention_id):
        members = by_code[mention.country_code or mention.name]
        members.append((mention.mention_id, "same country code" if members else "", 1.0))
    return [(hash_id("country", code), members) for code, members in by_code.items()]


def _cluster(mentions: Sequence[ActorMention], kind: str) -> list[_Cluster]:
    """Join mentions to clusters, fuller names first, so that shorter ones find them."""
    ordered = sorted(
        mentions,
        key=lambda m: (
            -len(fold_words(m.name)),
            m.country_code is None,
            fold_words(m.name),
            m.mention_id,
        ),
    )
    clusters: list[_Cluster] = []
    by_word: dict[str, list[_Cluster]] = defaultdict(list)
    for mention in ordered:
        words = fold_words(mention.name)
        near = {id(c): c for word in words for key in _keys(word) for c in by_word[key]}
        found = _find(mention, words, list(near.values()), kind)
        if found is None:
            cluster = _Cluster(mention)
            clusters.append(cluster)
        else:
            cluster, reason, score = found
            cluster.add(mention, reason, score)
        for word in (*words, "".join(w[0] for w in words)):  # an acronym finds its name
            for key in _keys(word):
                if cluster not in by_word[key]:
                    by_word[key].append(cluster)
    return clusters


def _keys(word: str) -> tuple[str, ...]:
    """Return the blocking keys of a word: itself, and its start for misspellings."""
    return (word, word[:3] + "*") if len(word) > 5 else (word,)


def _find(
    mention: ActorMention, words: tuple[str, ...], clusters: Sequence[_Cluster], kind: str
) -> tuple[_Cluster, str, float] | None:
    """Return the cluster that a mention belongs to, with reason and score."""
    compatible = [
        c
        for c in clusters
        if c.country is None
        or mention.country_code is None
        or c.country == mention.country_code
    ]
    same = [c for c in compatible if words in c.names]
    if same:
        return same[0], "same name", 1.0
    if kind == "person":
        alike = [c for c in compatible if any(is_same_person(words, name) for name in c.names)]
        if len(alike) == 1:
            return alike[0], "spelling of the same name", 0.9
        short = [
            c
            for c in compatible
            if len(words) == 1 and any(words[0] in name for name in c.names)
        ]
        if (
            len(short) == 1
            and mention.country_code is not None
            and short[0].country == mention.country_code
        ):
            return short[0], "surname of the only one with it in that country", 0.7
        return None
    acronym = [
        c
        for c in compatible
        if len(words) == 1
        and any(words[0] == "".join(w[0] for w in name) for name in c.names if len(name) > 2)
    ]
    return (acronym[0], "acronym of the name", 0.8) if len(acronym) == 1 else None
