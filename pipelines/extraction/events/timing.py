"""When an act happens: the time of its clause, else the news of the day, else unknown."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipelines.articles.records import Article
from pipelines.extraction.records import Period
from pipelines.extraction.times import Anchor, TimeExpression, resolve

if TYPE_CHECKING:
    from spacy.tokens import Doc

FUTURE = ("planned", "hypothetical")
UNKNOWN = Period(None, None, "unknown", "unknown")
UNRESOLVED_KINDS = ("same_period",)


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
    article: Article, time: TimeExpression | None, status: str, *, is_news: bool
) -> Period:
    """Return the period of an act.

    `is_news` tells the news of the day: without a time it has the day of publication.
    """
    if time is not None:
        period = resolve(
            time, anchor_of(article), tense="future" if status in FUTURE else "past"
        )
        if status == "ongoing" and period.start_on and time.relation == "since":
            return Period(period.start_on, None, period.precision, period.basis)
        return period
    if is_news and status in ("occurred", "denied") and article.published_on:
        return Period(article.published_on, article.published_on, "day", "reported")
    return UNKNOWN
