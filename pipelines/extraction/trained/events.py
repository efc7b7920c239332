"""Events by the model: its triggers and links, resolved by the rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pipelines.articles.records import Article
from pipelines.extraction.events.finding import quote_sentence
from pipelines.extraction.events.location import find_place
from pipelines.extraction.events.merging import merge_tellings
from pipelines.extraction.events.objects import find_object
from pipelines.extraction.events.participants import References, make_participants
from pipelines.extraction.events.timing import (
    date_by_visits,
    find_time,
    resolve_event_time,
    stretch_visit,
)
from pipelines.extraction.places import PlaceLexicon, PlaceMention
from pipelines.extraction.records import Cast, EventMention
from pipelines.extraction.times import TimeExpression
from pipelines.extraction.trained.candidates import Candidate, place_candidates
from pipelines.extraction.trained.decoding import Trigger, find_triggers
from pipelines.extraction.trained.model import Encoded, ReaderModel
from pipelines.extraction.trained.roles import find_roles, near

if TYPE_CHECKING:
    from spacy.tokens import Doc

SECOND_THRESHOLD = 0.5
"""Least confidence of a second act of one type in a sentence."""

TIME_THRESHOLD = 0.5
TIMED_THRESHOLD = 0.05
RULE_THRESHOLD = 0.05
"""Least probability of a time where the act has one, and of the one that the rules take."""

NEWS_THRESHOLD = 0.5
"""From here on an act without a time is the news of the day."""

PLACE_THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules propose for one article, with the candidates as token spans."""

    article: Article
    doc: "Doc"
    cast: Cast
    places: Sequence[PlaceMention]
    times: Sequence[TimeExpression]
    resolved: References
    references: tuple[Candidate, ...]
    place_spans: tuple[Candidate, ...]
    time_spans: tuple[Candidate, ...]


def make_scene(
    article: Article,
    doc: "Doc",
    cast: Cast,
    places: Sequence[PlaceMention],
    times: Sequence[TimeExpression],
) -> Scene:
    """Place the rules' candidates on the tokens of `doc`."""
    return Scene(
        article,
        doc,
        cast,
        places,
        times,
        References(doc, cast),
        place_candidates(doc, cast.references),
        place_candidates(doc, places),
        place_candidates(doc, times),
    )


def find_trained_events(
    scene: Scene,
    encoded: Encoded,
    model: ReaderModel,
    gazetteer: PlaceLexicon,
) -> tuple[EventMention, ...]:
    """Return the events of an article, each act once."""
    found: list[EventMention] = []
    for trigger in find_triggers(model, encoded):
        event = _make(scene, encoded, model, trigger, gazetteer)
        if event:
            found.append(event)
    return merge_tellings(date_by_visits(keep_surest(found)))


def keep_surest(events: Sequence[EventMention]) -> list[EventMention]:
    """Keep the surest event of each type and sentence: an act has several words.

    Another action beside it stays where it is likely ("ratified the pact signed in 2017").
    """
    kept: dict[tuple[str, int], list[EventMention]] = {}
    for event in sorted(events, key=lambda e: -e.confidence):
        beside = kept.setdefault((event.event_type, event.evidence[0].char_start), [])
        is_other = all(event.action != other.action for other in beside)
        if not beside or (is_other and event.confidence >= SECOND_THRESHOLD):
            beside.append(event)
    return [e for e in events if any(e is k for group in kept.values() for k in group)]


def _make(
    scene: Scene,
    encoded: Encoded,
    model: ReaderModel,
    trigger: Trigger,
    gazetteer: PlaceLexicon,
) -> EventMention | None:
    sources, targets, sureness = find_roles(
        scene.doc, scene.resolved, scene.references, encoded, model, trigger
    )
    participants = make_participants(sources, targets, scene.cast)
    if not participants:
        return None
    root = scene.doc[trigger.start : trigger.end].root.i
    time = _time(scene, encoded, model, trigger, root)
    period = resolve_event_time(
        scene.article,
        time,
        trigger.status,
        trigger.action,
        is_news=trigger.news >= NEWS_THRESHOLD,
    )
    period = stretch_visit(scene.doc[root].sent.text, trigger.action, period)
    place = _place(scene, encoded, model, trigger) or find_place(
        scene.article, scene.doc, root, trigger.action, (), gazetteer
    )
    return EventMention(
        event_type=trigger.event_type,
        action=trigger.action,
        status=trigger.status,
        participants=participants,
        period=period,
        date_text=scene.article.body[time.char_start : time.char_end] if time else None,
        place=place,
        object_text=find_object(scene.doc, root, scene.article.body),
        evidence=(quote_sentence(scene.article, scene.doc, root),),
        rule=f"model/{trigger.event_type.lower()}:{_words(scene, trigger)}",
        confidence=round(float(trigger.score * sureness), 2),
    )


def _words(scene: Scene, trigger: Trigger) -> str:
    return scene.doc[trigger.start : trigger.end].text.lower()


def _time(
    scene: Scene, encoded: Encoded, model: ReaderModel, trigger: Trigger, root: int
) -> TimeExpression | None:
    candidates = near(encoded, (trigger.start, trigger.end), scene.time_spans)
    if not candidates:
        return None
    scores = model.link("times", encoded, scene.doc, (trigger.start, trigger.end), candidates)[
        :, 1
    ]
    at = int(np.argmax(scores))
    if scores[at] >= (TIMED_THRESHOLD if trigger.is_timed else TIME_THRESHOLD):
        return scene.times[candidates[at].source]
    near_by = find_time(scene.doc, root, scene.times)
    told = [
        s for s, c in zip(scores, candidates, strict=True) if scene.times[c.source] is near_by
    ]
    return near_by if told and told[0] >= RULE_THRESHOLD else None


def _place(scene: Scene, encoded: Encoded, model: ReaderModel, trigger: Trigger):
    candidates = near(encoded, (trigger.start, trigger.end), scene.place_spans)
    if not candidates:
        return None
    scores = model.link("places", encoded, scene.doc, (trigger.start, trigger.end), candidates)[
        :, 1
    ]
    at = int(np.argmax(scores))
    return scene.places[candidates[at].source].place if scores[at] >= PLACE_THRESHOLD else None
