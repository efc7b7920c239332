"""Link all mentions of a build and write the ids into their rows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipelines.linking.actors import link_actors
from pipelines.linking.events import link_events
from pipelines.linking.metrics import link_metrics
from pipelines.linking.records import (
    ActorMention,
    EventMention,
    Links,
    Merge,
    MetricMention,
    Retired,
    ThingMention,
)
from pipelines.linking.things import link_things
from pipelines.refresh.frames import Rows

Row = Mapping[str, Any]
Mentions = Mapping[str, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Linked:
    """The mention rows with the ids of what they mean, the merges, the ids that ended."""

    rows: Rows
    merges: tuple[Merge, ...]
    retired: tuple[Retired, ...]


def link_mentions(mentions: Mentions, previous: Mentions) -> Linked:
    """Return `mentions` with their ids; `previous` are the rows of the build before."""
    actors = link_actors(
        [_actor(row) for row in mentions["extracted.actor_mentions"]],
        {_actor_key(r): r["actor_id"] for r in previous["extracted.actor_mentions"]},
    )
    things = link_things(
        [_thing(row) for row in mentions["extracted.thing_mentions"]],
        {_thing_key(r): r["thing_id"] for r in previous["extracted.thing_mentions"]},
    )
    events = link_events(
        _events(mentions, actors.ids, things.ids),
        {_event_key(r): r["event_id"] for r in previous["extracted.event_mentions"]},
    )
    metrics = link_metrics(
        [_metric(row) for row in mentions["extracted.metric_mentions"]],
        {_metric_key(r): r["metric_id"] for r in previous["extracted.metric_mentions"]},
    )
    every = (actors, things, events, metrics)
    return Linked(
        rows=_with_ids(mentions, actors, things, events, metrics),
        merges=tuple(merge for links in every for merge in links.merges),
        retired=tuple(retired for links in every for retired in links.retired),
    )


def _actor_key(row: Row) -> str:
    return f"{row['article_id']}:{row['actor_key']}"


def _thing_key(row: Row) -> str:
    return f"{row['article_id']}:{row['kind']}:{row['name']}"


def _event_key(row: Row) -> str:
    return f"{row['article_id']}:{row['event_mention_id']}"


def _metric_key(row: Row) -> str:
    return f"{row['article_id']}:{row['metric_mention_id']}"


def _actor(row: Row) -> ActorMention:
    return ActorMention(
        _actor_key(row), row["name"], row["kind"], row["country_code"], tuple(row["surfaces"])
    )


def _thing(row: Row) -> ThingMention:
    return ThingMention(_thing_key(row), row["name"], row["kind"], tuple(row["surfaces"]))


def _metric(row: Row) -> MetricMention:
    fields = (
        "indicator",
        "indicator_text",
        "value",
        "unit",
        "measure",
        "qualifier",
        "start_on",
        "end_on",
        "status",
    )
    return MetricMention(
        mention_id=_metric_key(row),
        subjects=tuple(row["subjects"]),
        **{f: row[f] for f in fields},
    )


def _events(
    mentions: Mentions, actors: Mapping[str, str], things: Mapping[str, str]
) -> list[EventMention]:
    """Return the event mentions with their parties and the things that their clauses name."""
    kinds = {_actor_key(row): row["kind"] for row in mentions["extracted.actor_mentions"]}
    named: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for row in mentions["extracted.thing_mentions"]:
        for words in row["evidence"]:
            named[row["article_id"]].append(
                (words["char_start"], words["char_end"], things[_thing_key(row)])
            )
    parties: dict[str, list[Row]] = defaultdict(list)
    for row in mentions["extracted.event_mention_participants"]:
        parties[row["event_mention_id"]].append(row)
    return [
        _event(row, parties[row["event_mention_id"]], actors, kinds, named[row["article_id"]])
        for row in mentions["extracted.event_mentions"]
    ]


def _event(
    row: Row,
    parties: Sequence[Row],
    actors: Mapping[str, str],
    kinds: Mapping[str, str],
    named: Sequence[tuple[int, int, str]],
) -> EventMention:
    keys = [(f"{row['article_id']}:{p['actor_key']}", p["country_code"]) for p in parties]
    things = {
        thing
        for start, end, thing in named
        for clause in row["evidence"]
        if start < clause["char_end"] and clause["char_start"] < end
    }
    return EventMention(
        mention_id=_event_key(row),
        event_type=row["event_type"],
        action=row["action"],
        status=row["status"],
        start_on=row["start_on"],
        end_on=row["end_on"],
        precision=row["precision"],
        place_name=row["place_name"],
        parties=tuple((actors[key], country, kinds[key]) for key, country in keys),
        things=frozenset(things),
        words=row["evidence"][0]["quote"],
    )


def _with_ids(
    mentions: Mentions, actors: Links, things: Links, events: Links, metrics: Links
) -> Rows:
    """Return copies of the rows with the ids filled in."""
    articles = {
        r["event_mention_id"]: r["article_id"] for r in mentions["extracted.event_mentions"]
    }

    def actor(article_id: str, key: str) -> str:
        return actors.ids[f"{article_id}:{key}"]

    return {
        "extracted.actor_mentions": [
            {**r, "actor_id": actors.ids[_actor_key(r)]}
            for r in mentions["extracted.actor_mentions"]
        ],
        "extracted.thing_mentions": [
            {**r, "thing_id": things.ids[_thing_key(r)]}
            for r in mentions["extracted.thing_mentions"]
        ],
        "extracted.event_mentions": [
            {**r, "event_id": events.ids[_event_key(r)]}
            for r in mentions["extracted.event_mentions"]
        ],
        "extracted.event_mention_participants": [
            {**r, "actor_id": actor(articles[r["event_mention_id"]], r["actor_key"])}
            for r in mentions["extracted.event_mention_participants"]
        ],
        "extracted.metric_mentions": [
            {
                **r,
                "metric_id": metrics.ids[_metric_key(r)],
                "subject_actor_ids": sorted(
                    {
                        actors.ids[key]
                        for key in (f"{r['article_id']}:{k}" for k in r["subject_actor_keys"])
                        if key
                        in actors.ids  # a number may be about a country that does not act
                    }
                ),
            }
            for r in mentions["extracted.metric_mentions"]
        ],
    }
