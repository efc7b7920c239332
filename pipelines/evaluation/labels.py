"""The codebook's label form: one article's actors, events and metrics as plain values."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipelines.extraction.records import Extraction
from pipelines.refresh.frames import extraction_rows

Row = Mapping[str, Any]
Label = dict[str, Any]
"""Keys actors, events, metrics; each a list of rows in the codebook's form."""

ACTORS, EVENTS, PARTICIPANTS, METRICS = (
    "extracted.actor_mentions",
    "extracted.event_mentions",
    "extracted.event_mention_participants",
    "extracted.metric_mentions",
)


def read_labels(directory: Path) -> dict[str, Label]:
    """Return the labels of `<id>.json` in `directory` by id."""
    return {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(directory.glob("*.json"))
    }


def label_extraction(extraction: Extraction) -> Label:
    """Return what an engine read, in the label form."""
    rows = extraction_rows(extraction)
    return label_rows(rows[ACTORS], rows[EVENTS], rows[PARTICIPANTS], rows[METRICS])


def label_rows(
    actors: Sequence[Row],
    events: Sequence[Row],
    participants: Sequence[Row],
    metrics: Sequence[Row],
) -> Label:
    """Return one article's rows of the extracted tables in the label form."""
    parties: dict[str, list[Row]] = {}
    for row in participants:
        parties.setdefault(row["event_mention_id"], []).append(row)
    return {
        "actors": [_label_actor(row) for row in actors],
        "events": [_label_event(r, parties.get(r["event_mention_id"], [])) for r in events],
        "metrics": [_label_metric(row) for row in metrics],
    }


def _label_actor(row: Row) -> Label:
    return {
        "name": row["name"],
        "kind": row["kind"],
        "country": row["country_code"],
        "role": row["role"],
        "surfaces": list(row["surfaces"]),
    }


def _label_event(row: Row, participants: Sequence[Row]) -> Label:
    place = {"name": row["place_name"], "country": row["place_country_code"]}
    return {
        "type": row["event_type"],
        "action": row["action"],
        "status": row["status"],
        "participants": [
            {"name": p["name"], "country": p["country_code"], "role": p["role"]}
            for p in participants
        ],
        "start": _iso(row["start_on"]),
        "end": _iso(row["end_on"]),
        "precision": row["precision"],
        "basis": row["date_basis"],
        "place": place if row["place_name"] else None,
        "evidence": [piece["quote"] for piece in row["evidence"]],
        "rule": row["rule"],
        "confidence": row["confidence"],
    }


def _label_metric(row: Row) -> Label:
    return {
        "indicator": row["indicator"],
        "indicator_text": row["indicator_text"],
        "value": _number(row["value"]),
        "unit": row["unit"],
        "measure": row["measure"],
        "qualifier": row["qualifier"],
        "subjects": list(row["subjects"]),
        "start": _iso(row["start_on"]),
        "end": _iso(row["end_on"]),
        "status": row["status"],
        "evidence": row["evidence"]["quote"],
        "rule": row["rule"],
        "confidence": row["confidence"],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _number(value: Decimal) -> int | float:
    """Return a whole number as such: JSON has no decimals."""
    return int(value) if value == value.to_integral_value() else float(value)
