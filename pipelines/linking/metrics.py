"""Stated facts across articles: one when every field agrees."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipelines.linking.identity import assign_ids, hash_id
from pipelines.linking.names import fold_words
from pipelines.linking.records import Links, MetricMention


def link_metrics(mentions: Sequence[MetricMention], previous: Mapping[str, str]) -> Links:
    """Return the metric id of every mention; a fact about nobody stays with its mention."""
    groups: dict[str, list[tuple[str, str, float]]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: m.mention_id):
        members = groups[_fact(mention)]
        members.append((mention.mention_id, "every field agrees" if members else "", 1.0))
    return assign_ids("metric", list(groups.items()), previous)


def _fact(mention: MetricMention) -> str:
    """Return what makes two numbers one stated fact."""
    if not mention.subjects:
        return hash_id("metric", mention.mention_id)
    words = fold_words(mention.indicator_text) if mention.indicator == "other" else ()
    subjects = sorted(" ".join(fold_words(subject)) for subject in mention.subjects)
    return hash_id(
        "metric", mention.indicator, *words, mention.measure, mention.unit, mention.qualifier,
        *subjects, mention.start_on, mention.end_on, mention.status, mention.value.normalize(),
    )  # fmt: skip
