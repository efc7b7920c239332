"""The way back: from an event, metric, actor or thing to the words it came from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.contracts import Contract
from pipelines.warehouse.describing import find_contract
from pipelines.warehouse.errors import WarehouseError
from pipelines.warehouse.passages import Passage, Span, find_words, mark_sentences
from pipelines.warehouse.querying import open_published

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Row = Mapping[str, Any]
SHOWN_CANDIDATES = 8

IDS = """
select 'event' as kind, event_id as id, event_id as asked, summary as words from main.events
union all select 'metric', metric_id, metric_id, indicator_text from main.metrics
union all select 'actor', actor_id, actor_id, name from main.actors
union all select 'thing', thing_id, thing_id, name from main.things
union all select 'event', event_id, event_mention_id, evidence[1].quote
    from extracted.event_mentions
union all select 'metric', metric_id, metric_mention_id, evidence.quote
    from extracted.metric_mentions
union all select kind, kept_id, retired_id, reason from meta.retired_ids
"""
FACTS = {
    "event": """
select e.event_id as id, e.event_type as type, e.action, e.status, e.start_on, e.end_on,
    e.precision, t.sources, t.targets, e.place_name as place, e.object_text as object,
    e.mention_count as mentions, e.article_count as articles, e.confidence
from main.events as e join marts.event_timeline as t using (event_id)
where list_contains($ids, e.event_id)""",
    "metric": """
select m.metric_id as id, m.indicator, m.indicator_text as words, m.value, m.unit, m.measure,
    m.qualifier, s.subjects, m.start_on, m.end_on, m.status, m.mention_count as mentions,
    m.article_count as articles, (select string_agg(l.event_id, ', ' order by l.event_id)
    from main.event_metrics as l where l.metric_id = m.metric_id) as set_by_event
from main.metrics as m join marts.indicator_series as s using (metric_id)
where list_contains($ids, m.metric_id)""",
    "actor": """
select a.actor_id as id, a.name, a.kind, a.country_code as country, a.sector_code as sector,
    (select string_agg(o.role, '; ' order by o.role) from marts.office_holders as o
    where o.actor_id = a.actor_id) as offices,
    (select string_agg(n.name, '; ' order by n.name) from main.actor_names as n
    where n.actor_id = a.actor_id) as spellings,
    (select count(distinct p.event_id) from main.event_participants as p
    where p.actor_id = a.actor_id) as events, a.article_count as articles
from main.actors as a where list_contains($ids, a.actor_id)""",
    "thing": """
select t.thing_id as id, t.name, t.kind, t.mention_count as mentions, t.article_count as
    articles, (select count(*) from main.event_things as l where l.thing_id = t.thing_id)
    as events
from main.things as t where list_contains($ids, t.thing_id)""",
}
MENTIONS = {
    "event": """
select event_id as id, article_id, article_id || ':' || event_mention_id as mention_id,
    evidence, engine, rule, confidence, date_text, date_basis, status, action as said
from extracted.event_mentions where list_contains($ids, event_id)""",
    "metric": """
select metric_id as id, article_id, article_id || ':' || metric_mention_id as mention_id,
    [evidence] as evidence, engine, rule, confidence, date_text, status,
    indicator_text as said
from extracted.metric_mentions where list_contains($ids, metric_id)""",
    "actor": """
select actor_id as id, article_id, article_id || ':' || actor_key as mention_id, surfaces,
    role, name as said
from extracted.actor_mentions where list_contains($ids, actor_id)""",
    "thing": """
select thing_id as id, article_id, article_id || ':' || kind || ':' || name as mention_id,
    evidence, rule, name as said
from extracted.thing_mentions where list_contains($ids, thing_id)""",
}
ARTICLES = """
select article_id, source_uri, title, outlet, published_on, published_basis, body
from main.articles where list_contains($ids, article_id)"""
SENTENCES = """
select article_id, char_start, char_end from extracted.sentences
where list_contains($ids, article_id) order by article_id, sentence_number"""
MERGES = """
select id || ' ' || mention_id as key, reason, score from meta.merges
where kind = $kind and list_contains($ids, id)"""


class TraceError(WarehouseError):
    """No item has this id, or several begin with it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """What one article says of an item; `merge_reason` is why it was put to the others."""

    article_id: str
    source_uri: str
    title: str | None
    outlet: str | None
    published_on: date | None
    published_basis: str
    passages: tuple[Passage, ...]
    details: Mapping[str, Any]
    merge_reason: str | None
    merge_score: float | None


@dataclass(frozen=True, slots=True)
class Trace:
    """An item, its fields and its mentions, the earliest article first."""

    kind: str
    item_id: str
    facts: Mapping[str, Any]
    mentions: tuple[Mention, ...]


def trace(warehouse: Path, asked: str) -> Trace:
    """Return the way back from an id, a mention's id or a prefix that only one id has.

    Raises TraceError where none or several begin so.
    """
    con = open_published(warehouse)
    try:
        kind, item_id = _find(con, asked)
        return _trace(con, kind, [item_id])[0]
    finally:
        con.close()


def trace_items(warehouse: Path, kind: str, ids: Sequence[str]) -> tuple[Trace, ...]:
    """Return the way back of these items of one kind, in the order of their ids."""
    con = open_published(warehouse)
    try:
        return _trace(con, kind, ids)
    finally:
        con.close()


def _rows(con: "DuckDBPyConnection", sql: str, values: dict[str, Any]) -> list[dict[str, Any]]:
    used = {key: value for key, value in values.items() if f"${key}" in sql}
    cursor = con.execute(sql, used)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _find(con: "DuckDBPyConnection", asked: str) -> tuple[str, str]:
    """Return kind and id of the one item whose id begins with `asked`."""
    rows = _rows(
        con,
        f"select distinct kind, id, min(words) as words, max(asked = $asked) as is_exact "
        f"from ({IDS}) where starts_with(asked, $asked) group by kind, id order by all",
        {"asked": asked.strip().lower()},
    )
    exact = [row for row in rows if row["is_exact"]] or rows
    if not asked.strip() or not exact:
        raise TraceError(
            f"{asked or 'empty id'}: no event, metric, actor or thing has this id; ids are in "
            'the first columns of their tables, e.g. `wirehouse query "select event_id, '
            'summary from events"`'
        )
    if len(exact) > 1:
        shown = "; ".join(
            f"{row['kind']} {row['id']} {str(row['words'])[:40]}"
            for row in exact[:SHOWN_CANDIDATES]
        )
        raise TraceError(f"{asked}: {len(exact)} ids begin so, give more of one: {shown}")
    return exact[0]["kind"], exact[0]["id"]


def _trace(con: "DuckDBPyConnection", kind: str, ids: Sequence[str]) -> tuple[Trace, ...]:
    facts = {row.pop("id"): row for row in _rows(con, FACTS[kind], {"ids": [*ids]})}
    mentions = _rows(con, MENTIONS[kind], {"ids": [*ids]})
    read = sorted({row["article_id"] for row in mentions})
    articles = {row["article_id"]: row for row in _rows(con, ARTICLES, {"ids": read})}
    homes: dict[str, list[Span]] = {article_id: [] for article_id in read}
    for row in _rows(con, SENTENCES, {"ids": read}):
        homes[row["article_id"]].append((row["char_start"], row["char_end"]))
    merges = {r["key"]: r for r in _rows(con, MERGES, {"kind": kind, "ids": [*ids]})}
    told: dict[str, list[Mention]] = {item_id: [] for item_id in facts}
    for row in mentions:
        article = articles[row["article_id"]]
        merge = merges.get(f"{row['id']} {row['mention_id']}")
        told[row["id"]].append(_mention(row, article, homes[row["article_id"]], merge))
    for own in told.values():
        own.sort(key=lambda m: (m.published_on or date.max, m.source_uri))
    return tuple(
        Trace(kind, item_id, facts[item_id], tuple(told[item_id])) for item_id in sorted(facts)
    )


def _mention(row: Row, article: Row, sentences: Sequence[Span], merge: Row | None) -> Mention:
    spans = [(e["char_start"], e["char_end"]) for e in row.get("evidence") or ()]
    spans += find_words(article["body"], row.get("surfaces") or ())
    hidden = ("id", "article_id", "mention_id", "evidence", "surfaces")
    return Mention(
        article["article_id"],
        article["source_uri"],
        article["title"],
        article["outlet"],
        article["published_on"],
        article["published_basis"],
        mark_sentences(article["body"], sentences, spans),
        {key: value for key, value in row.items() if key not in hidden and value is not None},
        merge["reason"] if merge else None,
        merge["score"] if merge else None,
    )


def read_row(
    warehouse: Path, table: str, key: Sequence[str]
) -> tuple[Contract, dict[str, Any], tuple[str, ...]]:
    """Return a table's contract, the row with these key values as text, the ids that it names.

    Raises TraceError where the key does not fit or no row has it.
    """
    contract = find_contract(table)
    if len(key) != len(contract.key):
        columns = ", ".join(contract.key) or "no columns"
        raise TraceError(
            f"{contract.name}: expected --key for each of {columns}, found {len(key)}"
        )
    con = open_published(warehouse)
    try:
        fits = " and ".join(f"{c}::varchar = $k{n}" for n, c in enumerate(contract.key)) or "1"
        values = {f"k{n}": value for n, value in enumerate(key)}
        rows = _rows(con, f"select * from {contract.name} where {fits} limit 1", values)
        if not rows:
            raise TraceError(f"{contract.name}: no row with key {', '.join(key)}")
        known = {r["asked"] for r in _rows(con, f"select asked from ({IDS})", {})}
    finally:
        con.close()
    named = dict.fromkeys(v for k, v in rows[0].items() if k.endswith("_id") and v in known)
    return contract, rows[0], tuple(named)
