"""Ids from content, kept from build to build."""

import hashlib
from collections.abc import Mapping, Sequence

from pipelines.linking.records import Links, Merge, Retired

Cluster = Sequence[tuple[str, str, float]]
"""Mentions of one item with reason and score; the first one founds it."""


def hash_id(*parts: object) -> str:
    """Return 16 hex digits that name these parts, in this order."""
    text = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def assign_ids(
    kind: str,
    clusters: Sequence[tuple[str, Cluster]],
    previous: Mapping[str, str],
) -> Links:
    """Give each cluster an id: the one that its mentions had, else the new one beside it.

    Where mentions of one cluster had several ids, the most frequent stays (the first in
    order of its name among equals) and the others are retired. An id stays with the
    first cluster that claims it.
    """
    ids: dict[str, str] = {}
    merges: list[Merge] = []
    retired: list[Retired] = []
    used: set[str] = set()
    for fresh, cluster in sorted(clusters, key=lambda c: (-_known(c[1], previous), c[0])):
        old = [previous[mention] for mention, _, _ in cluster if mention in previous]
        ranked = sorted({*old} - used, key=lambda i: (-old.count(i), i))
        item = ranked[0] if ranked else fresh
        if item in used:
            item = hash_id(fresh, *sorted(mention for mention, _, _ in cluster))
        used.add(item)
        retired.extend(Retired(kind, i, item, "found to be the same") for i in ranked[1:])
        for mention, reason, score in cluster:
            ids[mention] = item
            if reason:
                merges.append(Merge(kind, item, mention, reason, score))
    kept = set(ids.values())
    return Links(ids, tuple(merges), tuple(r for r in retired if r.retired_id not in kept))


def _known(cluster: Cluster, previous: Mapping[str, str]) -> int:
    return sum(mention in previous for mention, _, _ in cluster)
