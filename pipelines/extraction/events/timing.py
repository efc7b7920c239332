"""When an act happens: the time of its clause, else the news of the day, else unknown."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from pipelines.articles.records import Article
from pipelines.extraction.records import EventMention, Period
from pipelines.extraction.times import Anchor, TimeExpression, resolve

if TYPE_CHECKING:
    from spacy.tokens import Doc

CONSULTATIONS = ("visit", "meet", "negotiate", "call", "convene")
UNKNOWN = Period(None, None, "unknown", "unknown")
UNRESOLVED_KINDS = ("same_period",)
TENSES = {"planned": "future", "hypothetical": "future", "ongoing": "none"}
DAYS = {
    word: number
    for number, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=2
    )
}
LENGTH = re.compile(
    rf"(?i)\b(?P<number>\d{{1,2}}|{'|'.join(DAYS)})(?:-| )days?\b(?! ago)|"
    r"\b(?P<week>week-?long)\b"
)
"""How long a visit lasts: "a five-day visit", "a week-long tour"."""


def anchor_of(article: Article) -> Anchor:
    """Return what times of the article are resolved against."""
    return Anchor(
        article.published_on, article.published_earliest_on, article.published_latest_on
    )


def find_time(doc: "Doc", root: int, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """Return the time expression nearest to the act within its sentence."""
    token = doc[root]
    sentence = token.sent
    inside = [
        t for t in times
        if sentence.start_char <= t.char_start and t.char_end <= sentence.end_char
        and t.kind not in UNRESOLVED_KINDS and not _is_other_clause(doc, root, t)
    ]  # fmt: skip
    return min(inside, key=lambda t: abs(t.char_start - token.idx), default=None)


def _is_other_clause(doc: "Doc", root: int, time: TimeExpression) -> bool:
    """Tell whether a time depends on another verb than the act."""
    span = doc.char_span(time.char_start, time.char_end, alignment_mode="expand")
    if span is None:
        return True
    at = span.root
    for _ in range(6):
        if at.i == root or at.head == at:
            return False
        if at.pos_ == "VERB" and at.i != root and at.dep_ in ("relcl", "acl", "advcl", "ccomp"):
            return not at.is_ancestor(doc[root])
        at = at.head
    return False


def resolve_event_time(
    article: Article, time: TimeExpression | None, status: str, action: str, *, is_news: bool
) -> Period:
    """Return the period of an act.

    `is_news` tells the news of the day: without a time it has the day of publication.
    What has begun and lasts has no end, visits and talks apart: those are known spans.
    """
    if time is not None:
        period = resolve(time, anchor_of(article), tense=TENSES.get(status, "past"))
        lasts = status == "ongoing" and action not in CONSULTATIONS
        if period.start_on and status == "ongoing" and (lasts or time.relation == "since"):
            return Period(period.start_on, None, period.precision, period.basis)
        return period
    if is_news and status in ("occurred", "denied") and article.published_on:
        return Period(article.published_on, article.published_on, "day", "reported")
    return UNKNOWN


def stretch_visit(sentence: str, action: str, period: Period) -> Period:
    """Return a visit's whole span where its sentence gives the first day and the length."""
    found = LENGTH.search(sentence)
    if action != "visit" or period.precision != "day" or not period.start_on or not found:
        return period
    words = (found["number"] or "seven").lower()
    days = DAYS.get(words) or int(words)
    return replace(period, end_on=period.start_on + timedelta(days=days - 1), precision="range")


def date_by_visits(events: Sequence[EventMention]) -> list[EventMention]:
    """Give undated meetings and talks the span of the visit on which they take place."""
    visits = [e for e in events if e.action == "visit" and e.period.start_on]
    return [_date_by_visits(event, visits) for event in events]


def _date_by_visits(event: EventMention, visits: Sequence[EventMention]) -> EventMention:
    if event.action not in CONSULTATIONS or event.period.start_on or event.action == "visit":
        return event
    for visit in visits:
        if visit.status in (event.status, "ongoing") and _is_on(event, visit):
            return replace(event, period=visit.period, date_text=visit.date_text)
    return event


def _is_on(event: EventMention, visit: EventMention) -> bool:
    """Tell whether visitor and host of a visit take part in an event."""
    present = {p.country_code for p in event.participants}
    guests = {p.country_code for p in visit.participants if p.role == "source"}
    hosts = {p.country_code for p in visit.participants if p.role == "target"}
    return None not in guests | hosts and bool(guests & present) and bool(hosts & present)
