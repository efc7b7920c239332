"""Find the events of an article by rules: trigger, participants, status, time, place."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipelines.articles.records import Article
from pipelines.extraction.events.lexicon import EventLexicon
from pipelines.extraction.events.location import find_place
from pipelines.extraction.events.merging import merge_tellings
from pipelines.extraction.events.objects import find_object
from pipelines.extraction.events.participants import (
    References,
    find_participants,
    make_participants,
)
from pipelines.extraction.events.status import read_status
from pipelines.extraction.events.timing import (
    date_by_visits,
    find_time,
    resolve_event_time,
    stretch_visit,
)
from pipelines.extraction.events.triggers import Trigger, find_triggers
from pipelines.extraction.places import PlaceLexicon, PlaceMention
from pipelines.extraction.records import Cast, EventMention, Evidence
from pipelines.extraction.times import TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Doc

LEAST_PRECISION = 0.3
"""Triggers that carry their act less often than this are left out."""


def find_events(
    article: Article,
    doc: "Doc",
    cast: Cast,
    places: Sequence[PlaceMention],
    times: Sequence[TimeExpression],
    lexicon: EventLexicon,
    gazetteer: PlaceLexicon,
) -> tuple[EventMention, ...]:
    """Return the events of `article`, each act once, in the order of the text."""
    references = References(doc, cast)
    found = [
        event
        for trigger in find_triggers(doc, lexicon)
        if trigger.score >= LEAST_PRECISION
        and (event := _make(article, doc, trigger, references, places, times, gazetteer))
    ]
    return merge_tellings(date_by_visits(found))


def _make(
    article: Article,
    doc: "Doc",
    trigger: Trigger,
    references: References,
    places: Sequence[PlaceMention],
    times: Sequence[TimeExpression],
    gazetteer: PlaceLexicon,
) -> EventMention | None:
    sources, targets = find_participants(doc, trigger.root, trigger.action, references)
    participants = make_participants(sources, targets, references.cast)
    if not participants:
        return None
    status = read_status(doc, trigger.root)
    time = find_time(doc, trigger.root, times)
    is_news = doc[trigger.root].sent.start == 0 or doc[trigger.root].tag_ in ("VBD", "VBN")
    return EventMention(
        event_type=trigger.event_type,
        action=trigger.action,
        status=status,
        participants=participants,
        period=stretch_visit(
            doc[trigger.root].sent.text,
            trigger.action,
            resolve_event_time(article, time, status, trigger.action, is_news=is_news),
        ),
        date_text=article.body[time.char_start : time.char_end] if time else None,
        place=find_place(article, doc, trigger.root, trigger.action, places, gazetteer),
        object_text=find_object(doc, trigger.root, article.body),
        evidence=(quote_sentence(article, doc, trigger.root),),
        rule=f"trigger/{doc[trigger.start : trigger.end].text.lower()}",
        confidence=round(trigger.score * (1.0 if len(participants) > 1 else 0.7), 2),
    )


def quote_sentence(article: Article, doc: "Doc", root: int) -> Evidence:
    """Return the sentence around a token as evidence, white space at its ends left out."""
    sentence = doc[root].sent
    quote = article.body[sentence.start_char : sentence.end_char]
    start = sentence.start_char + len(quote) - len(quote.lstrip())
    end = sentence.end_char - (len(quote) - len(quote.rstrip()))
    return Evidence(start, end, article.body[start:end])
