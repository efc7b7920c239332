"""Named things across articles: by their folded name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipelines.linking.identity import assign_ids, hash_id
from pipelines.linking.names import fold_words
from pipelines.linking.records import Links, ThingMention


def link_things(mentions: Sequence[ThingMention], previous: Mapping[str, str]) -> Links:
    """Return the thing id of every mention: the same words in any case and spelling."""
    groups: dict[str, list[tuple[str, str, float]]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: m.mention_id):
        members = groups[hash_id("thing", *fold_words(mention.name))]
        members.append((mention.mention_id, "same name" if members else "", 1.0))
    return assign_ids("thing", list(groups.items()), previous)
