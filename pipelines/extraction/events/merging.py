"""One event per act within an article: later tellings become further evidence."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipelines.extraction.records import EventMention, Evidence, Participant, Period

RETOLD = frozenset(
    [
        "meet",
        "visit",
        "negotiate",
        "call",
        "convene",
        "sign",
        "ratify",
        "agree",
        "joint_project",
        "cease_fire",
        "resign",
        "kill",
        "attack",
        "bomb",
    ]
)
"""Acts that news tells again with other words; two of the others are mostly two."""

ENCOUNTERS = ("meet", "visit", "negotiate", "call", "convene")
COMMON = ("agreement", "agreements", "document", "documents", "memorandum", "which", "that")
"""Words that many papers share."""


def merge_tellings(events: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """Join mentions of one act: the same action, parties that agree, times that agree."""
    kept: list[EventMention] = []
    for event in events:
        at = next((i for i, other in enumerate(kept) if _is_same(other, event)), None)
        if at is None:
            kept.append(event)
        else:
            kept[at] = _join(kept[at], event)
    return tuple(kept)


def _is_same(first: EventMention, later: EventMention) -> bool:
    if first.event_type != later.event_type or first.status != later.status:
        return False
    if _touch(first, later):
        return True
    if first.action != later.action or first.action not in RETOLD:
        return False
    if not _same_time(first.period, later.period) or not _same_object(first, later):
        return False
    ours, theirs = _parties(first.participants), _parties(later.participants)
    return ours == theirs or (bool(ours & theirs) and (ours <= theirs or theirs <= ours))


def _same_object(first: EventMention, later: EventMention) -> bool:
    """Tell whether two acts may be about one thing; meetings and visits need none."""
    if first.action in ENCOUNTERS:
        return True
    ours, theirs = _names(first.object_text), _names(later.object_text)
    if ours and theirs:
        return bool(ours & theirs)
    return first.period.start_on is not None and first.period == later.period


def _names(words: str | None) -> frozenset[str]:
    return frozenset(
        word.lower() for word in re.findall(r"\w{4,}", words or "") if word not in COMMON
    )


def _touch(first: EventMention, later: EventMention) -> bool:
    """Tell whether two stand on the same sentence: one row per type and sentence."""
    return any(
        a.char_start == b.char_start and a.char_end == b.char_end
        for a in first.evidence for b in later.evidence
    ) and _parties(first.participants) == _parties(later.participants)  # fmt: skip


def _parties(participants: Sequence[Participant]) -> frozenset[str]:
    return frozenset(p.country_code or p.name for p in participants)


def _same_time(one: Period, other: Period) -> bool:
    if one.start_on is None or other.start_on is None or "reported" in (one.basis, other.basis):
        return True
    return one.start_on <= (other.end_on or other.start_on) and other.start_on <= (
        one.end_on or one.start_on
    )


def _is_narrower(one: Period, other: Period) -> bool:
    """Tell whether a known span lies inside a longer one."""
    if not (one.start_on and one.end_on and other.start_on and other.end_on):
        return False
    return (
        other.start_on <= one.start_on
        and one.end_on <= other.end_on
        and (one.end_on - one.start_on) < (other.end_on - other.start_on)
        and one.basis != "reported"
    )


def _join(first: EventMention, later: EventMention) -> EventMention:
    """Keep the first telling; take what only the later one says."""
    evidence: tuple[Evidence, ...] = first.evidence
    if later.evidence[0] not in evidence:
        evidence = (*evidence, *later.evidence)
    dated = later.period.start_on is not None and (
        (first.period.basis in ("unknown", "reported") and later.period.basis != "reported")
        or _is_narrower(later.period, first.period)
    )
    named = len(later.participants) > len(first.participants)
    return replace(
        first,
        participants=later.participants if named else first.participants,
        period=later.period if dated else first.period,
        date_text=later.date_text if dated else first.date_text,
        place=first.place or later.place,
        object_text=first.object_text or later.object_text,
        evidence=evidence,
        confidence=max(first.confidence, later.confidence),
    )
