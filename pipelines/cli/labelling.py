"""`wirehouse labels`: the published rows in the codebook's label form."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipelines.evaluation.labels import label_rows
from pipelines.warehouse.querying import read_published

ARTICLES = (
    "select label_id, coalesce(is_duplicate_of, article_id) as article_id "
    "from extracted.articles order by label_id, article_id"
)
MENTIONS = (
    "select * from extracted.actor_mentions order by article_id, actor_key",
    "select * from extracted.event_mentions order by article_id, event_mention_id",
    "select p.*, e.article_id from extracted.event_mention_participants as p "
    "join extracted.event_mentions as e using (event_mention_id) "
    "order by e.article_id, p.event_mention_id, p.role, p.actor_key",
    "select * from extracted.metric_mentions order by article_id, metric_mention_id",
)


def write_labels(warehouse: Path, out: Path) -> int:
    """Write one `<id>.json` per article and return their number."""
    articles, *mentions = read_published(warehouse, (ARTICLES, *MENTIONS))
    out.mkdir(parents=True, exist_ok=True)
    for article in articles:
        label = label_rows(*(_of(rows, article["article_id"]) for rows in mentions))
        content = json.dumps(label, ensure_ascii=False, indent=1)
        (out / f"{article['label_id']}.json").write_text(f"{content}\n", encoding="utf-8")
    return len(articles)


def _of(rows: Sequence[dict[str, Any]], article_id: str) -> list[dict[str, Any]]:
    return [row for row in rows if row["article_id"] == article_id]
