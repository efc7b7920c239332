"""Events across articles: one when type, parties, time, place and object are compatible."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipelines.linking.identity import assign_ids, hash_id
from pipelines.linking.records import EventMention, Links

SETTLED = ("occurred", "ongoing", "planned")
SAME_WORDS = "told in the same words"
SAME_THING = "same parties and named thing, compatible time"
SAME_DAY = "same act, parties and day"


def link_events(mentions: Sequence[EventMention], previous: Mapping[str, str]) -> Links:
    """Return the event id of every mention; the order of `mentions` does not matter.

    A mention joins an event only if it is compatible with all that is in it, so that
    merging never chains what does not belong together.
    """
    blocks: dict[tuple[str, frozenset[str]], list[EventMention]] = defaultdict(list)
    for mention in mentions:
        blocks[mention.event_type, _countries(mention)].append(mention)
    groups = [
        (
            hash_id("event", cluster[0][0].mention_id),
            [(m.mention_id, r, s) for m, r, s in cluster],
        )
        for block in blocks.values()
        for cluster in _cluster(block)
    ]
    return assign_ids("event", groups, previous)


def _countries(mention: EventMention) -> frozenset[str]:
    return frozenset(code or actor for actor, code, _ in mention.parties)


def _cluster(block: Sequence[EventMention]) -> list[list[tuple[EventMention, str, float]]]:
    """Join mentions in the order of exactness: dated and named ones found events."""
    clusters: list[list[tuple[EventMention, str, float]]] = []
    for mention in sorted(block, key=lambda m: (_days(m), -len(m.things), m.mention_id)):
        for cluster in clusters:
            judged = [_judge(mention, other) for other, _, _ in cluster]
            if (
                all(j is not None for j in judged)
                and (best := max(j for j in judged if j))[0] > 0
            ):
                cluster.append((mention, best[1], best[0]))
                break
        else:
            clusters.append([(mention, "", 1.0)])
    return clusters


def _days(mention: EventMention) -> int:
    if mention.start_on is None:
        return 10**6
    return ((mention.end_on or mention.start_on) - mention.start_on).days


def _judge(one: EventMention, other: EventMention) -> tuple[float, str] | None:
    """Return score and reason of a match: (0, "") where nothing speaks for it, else None."""
    if one.mention_id.split(":")[0] == other.mention_id.split(":")[0]:
        return None  # what one article tells apart stays apart
    if not (_same_time(one, other) and _same_place(one, other) and _same_people(one, other)):
        return None
    if one.things and other.things and not one.things & other.things:
        return None
    if one.status != other.status and not (one.status in SETTLED and other.status in SETTLED):
        return None
    if one.action != other.action:
        return None
    if _squash(one.words) == _squash(other.words):
        return 1.0, SAME_WORDS
    if one.things & other.things:
        return 0.9, SAME_THING
    is_exact = "day" in (one.precision, other.precision) and one.start_on == other.start_on
    if is_exact and one.start_on is not None and one.action not in ("agree", "praise", "share"):
        return 0.8, SAME_DAY
    return 0.0, ""


def _squash(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().lower()


def _same_time(one: EventMention, other: EventMention) -> bool:
    if one.start_on is None or other.start_on is None:
        return True
    one_end, other_end = one.end_on or one.start_on, other.end_on or other.start_on
    return (one.start_on <= other.start_on and other_end <= one_end) or (
        other.start_on <= one.start_on and one_end <= other_end
    )


def _same_place(one: EventMention, other: EventMention) -> bool:
    return (
        one.place_name is None or other.place_name is None or one.place_name == other.place_name
    )


def _same_people(one: EventMention, other: EventMention) -> bool:
    """People of one country must be the same people; a country alone fits its people."""
    ours, theirs = _people(one), _people(other)
    return all(ours[code] == theirs[code] for code in ours.keys() & theirs.keys()) and bool(
        ours
    ) == bool(theirs)


def _people(mention: EventMention) -> dict[str, frozenset[str]]:
    people: dict[str, set[str]] = defaultdict(set)
    for actor, code, kind in mention.parties:
        if kind != "country":
            people[code or actor].add(actor)
    return {code: frozenset(actors) for code, actors in people.items()}
