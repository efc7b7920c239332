"""What a run leaves of itself in `meta`: its counts, its merges, its generation."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from pipelines.linking.records import Merge, Retired
from pipelines.refresh.engines import models_version
from pipelines.refresh.frames import make_frame
from pipelines.refresh.tables import append_rows
from pipelines.warehouse.building import Build


@dataclass(slots=True)
class RunCounts:
    """What loading did, for the record of the run."""

    new_articles: int = 0
    rejected: int = 0
    engine: str = "none"
    engine_version: str = "none"
    warnings: list[str] = field(default_factory=list)


def record_merges(build: Build, merges: Sequence[Merge], retired: Sequence[Retired]) -> None:
    """Write which mentions were merged into what, and the ids that were given up."""
    build.replace_table(
        "meta.merges",
        make_frame(
            "meta.merges",
            (
                {
                    "kind": m.kind,
                    "id": m.item_id,
                    "mention_id": m.mention_id,
                    "reason": m.reason,
                    "score": m.score,
                }
                for m in merges
            ),
        ),
    )
    append_rows(
        build,
        "meta.retired_ids",
        [
            {
                "kind": r.kind,
                "retired_id": r.retired_id,
                "kept_id": r.kept_id,
                "reason": r.reason,
            }
            for r in retired
        ],
    )


def record_run(
    build: Build, run_id: str, now: datetime, generation: str, counts: RunCounts
) -> None:
    """Add this run and the generation that it makes."""
    articles = build.con.execute("select count(*) from main.articles").fetchall()[0][0]
    moment = now.replace(tzinfo=None)
    append_rows(
        build,
        "meta.runs",
        [
            {
                "run_id": run_id,
                "started_at": moment,
                "status": "published",
                "article_count": articles,
                "new_article_count": counts.new_articles,
                "rejected_count": counts.rejected,
                "engine": counts.engine,
                "engine_version": counts.engine_version,
                "models_version": models_version(),
            }
        ],
    )
    append_rows(
        build,
        "meta.generations",
        [{"generation": generation, "run_id": run_id, "published_at": moment}],
    )
