"""Records into rows and rows into frames: the same fields under their contract's names."""

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from pipelines.articles.records import Article, Cutout, Document
from pipelines.articles.sources import hash_text
from pipelines.contracts import contracts
from pipelines.extraction.records import EventMention, Evidence, Extraction, MetricMention
from pipelines.linking.identity import hash_id

Row = dict[str, Any]
Rows = dict[str, list[Row]]


def make_frame(name: str, rows: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    """Return rows as a frame in the contract's columns and types."""
    contract = contracts()[name]
    schema = {column.name: column.dtype for column in contract.columns}
    return pl.DataFrame([{key: row.get(key) for key in schema} for row in rows], schema=schema)


def document_row(document: Document) -> Row:
    """Return the row of `raw.documents`."""
    return {
        "document_id": document.document_id,
        "source_uri": document.source_uri,
        "media_type": document.media_type,
        "encoding": document.encoding,
        "received_at": document.received_at.replace(tzinfo=None),
        "byte_count": document.byte_count,
        "content": document.content,
    }


def article_rows(article: Article) -> Rows:
    """Return the rows of `extracted.articles`, `sentences` and `cutouts`."""
    fields = (
        "article_id",
        "document_id",
        "source_uri",
        "label_id",
        "title",
        "outlet",
        "author",
        "language",
        "published_on",
        "published_earliest_on",
        "published_latest_on",
        "published_basis",
        "dateline_place",
        "body",
        "word_count",
    )
    row = {field: getattr(article, field) for field in fields}
    row |= {"text_hash": hash_text(article.body), "is_duplicate_of": None}
    return {
        "extracted.articles": [row],
        "extracted.sentences": [
            {
                "article_id": article.article_id,
                "sentence_number": s.sentence_number,
                "char_start": s.char_start,
                "char_end": s.char_end,
                "text_hash": hash_text(
                    " ".join(article.body[s.char_start : s.char_end].split())
                ),
            }
            for s in article.sentences
        ],
        "extracted.cutouts": [_cutout_row(article.article_id, c) for c in article.cutouts],
    }


def _cutout_row(article_id: str, cutout: Cutout) -> Row:
    return {
        "article_id": article_id,
        "char_start": cutout.char_start,
        "char_end": cutout.char_end,
        "text": cutout.text,
        "reason": cutout.reason,
    }


def extraction_rows(extraction: Extraction) -> Rows:
    """Return the rows of all mention tables; ids of what they mean are still empty."""
    article_id = extraction.article_id
    rows: Rows = {
        "extracted.readings": [
            {
                "article_id": article_id,
                "engine": extraction.engine,
                "engine_version": extraction.engine_version,
            }
        ],
        "extracted.actor_mentions": [
            {
                "article_id": article_id,
                "actor_id": "",
                "actor_key": actor.key,
                "name": actor.name,
                "kind": actor.kind,
                "country_code": actor.country_code,
                "sector_code": actor.sector_code or None,
                "role": actor.role,
                "organisation_key": actor.organisation_key,
                "surfaces": list(actor.surfaces),
            }
            for actor in extraction.actors
        ],
        "extracted.event_mentions": [],
        "extracted.event_mention_participants": [],
        "extracted.metric_mentions": [
            _metric_row(article_id, m, extraction.engine) for m in extraction.metrics
        ],
        "extracted.thing_mentions": [
            {
                "article_id": article_id,
                "thing_id": "",
                "name": thing.name,
                "kind": thing.kind,
                "surfaces": list(thing.surfaces),
                "evidence": [_evidence_row(e) for e in thing.evidence],
                "rule": thing.rule,
            }
            for thing in extraction.things
        ],
    }
    for event in extraction.events:
        row = _event_row(article_id, event, extraction.engine)
        rows["extracted.event_mentions"].append(row)
        rows["extracted.event_mention_participants"].extend(
            {
                "event_mention_id": row["event_mention_id"],
                "actor_id": "",
                "actor_key": p.actor_key,
                "name": p.name,
                "country_code": p.country_code,
                "role": p.role,
            }
            for p in event.participants
        )
    return rows


def _evidence_row(evidence: Evidence) -> Row:
    return {
        "char_start": evidence.char_start,
        "char_end": evidence.char_end,
        "quote": evidence.quote,
    }


def _event_row(article_id: str, event: EventMention, engine: str) -> Row:
    parties = sorted((p.actor_key, p.role) for p in event.participants)
    place = event.place
    return {
        "event_mention_id": hash_id(
            article_id,
            event.event_type,
            event.action,
            event.status,
            parties,
            [(e.char_start, e.char_end) for e in event.evidence],
        ),
        "article_id": article_id,
        "event_id": "",
        "event_type": event.event_type,
        "action": event.action,
        "status": event.status,
        "start_on": event.period.start_on,
        "end_on": event.period.end_on,
        "precision": event.period.precision,
        "date_basis": event.period.basis,
        "date_text": event.date_text,
        "place_name": place.name if place else None,
        "place_country_code": place.country_code if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "object_text": event.object_text,
        "evidence": [_evidence_row(e) for e in event.evidence],
        "engine": engine,
        "rule": event.rule,
        "confidence": event.confidence,
    }


def _metric_row(article_id: str, metric: MetricMention, engine: str) -> Row:
    row: Row = {
        field: getattr(metric, field)
        for field in (
            "indicator",
            "indicator_text",
            "value",
            "value_low",
            "value_high",
            "unit",
            "measure",
            "qualifier",
            "date_text",
            "status",
            "rule",
            "confidence",
        )
    }
    return row | {
        "metric_mention_id": hash_id(
            article_id,
            metric.evidence.char_start,
            metric.evidence.char_end,
            metric.value,
            metric.unit,
            metric.measure,
            metric.status,
            metric.indicator,
            metric.period.start_on,
            metric.period.end_on,
        ),
        "article_id": article_id,
        "metric_id": "",
        "subjects": list(metric.subjects),
        "subject_actor_keys": list(metric.subject_keys),
        "subject_actor_ids": [],
        "start_on": metric.period.start_on,
        "end_on": metric.period.end_on,
        "evidence": _evidence_row(metric.evidence),
        "engine": engine,
    }
