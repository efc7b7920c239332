"""The job that refreshes everything, its daily schedule, and the inbox sensor."""

import hashlib
import json
from typing import TYPE_CHECKING

import dagster as dg

from pipelines.articles.sources import find_inputs
from pipelines.paths import default_warehouse, inbox
from pipelines.settings import read_settings

if TYPE_CHECKING:
    from dagster._core.definitions.unresolved_asset_job_definition import (
        UnresolvedAssetJobDefinition,
    )

JOB = "refresh"


def make_job() -> "UnresolvedAssetJobDefinition":
    """Return the job over all assets; a run replaces nothing that it has not checked."""
    return dg.define_asset_job(
        JOB,
        selection=dg.AssetSelection.all(),
        description="Read new articles and publish all tables.",
    )


def make_schedule() -> dg.ScheduleDefinition:
    """Return the daily refresh (06:00 UTC unless WIREHOUSE_SCHEDULE says otherwise)."""
    return dg.ScheduleDefinition(
        name="daily_refresh",
        job_name=JOB,
        cron_schedule=read_settings().schedule,
        execution_timezone="UTC",
        description="Refresh the warehouse from seeds/articles and the inbox.",
    )


@dg.sensor(
    job_name=JOB,
    minimum_interval_seconds=30,
    description="Refresh when data/inbox holds a new or changed file.",
)
def inbox_sensor(context: dg.SensorEvaluationContext) -> dg.RunRequest | dg.SkipReason:
    """Ask for a run when the files of the inbox are not those of the last run.

    Files are told by name, size and time of change, whatever their order in time.
    """
    folder = inbox(default_warehouse())
    files = find_inputs([folder]) if folder.exists() else ()
    state = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    cursor = hashlib.sha256(json.dumps(state).encode()).hexdigest()
    if not state or cursor == context.cursor:
        return dg.SkipReason(f"nothing new in {folder}")
    context.update_cursor(cursor)
    return dg.RunRequest(run_key=cursor)
