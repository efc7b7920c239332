"""What Dagster loads: all assets, checks, the job, the schedule and the sensor."""

import dagster as dg


@dg.definitions
def defs() -> dg.Definitions:
    """Return the project's definitions."""
    from pipelines.defs.automation import inbox_sensor, make_job, make_schedule
    from pipelines.defs.warehouse import assets

    return dg.Definitions(
        assets=[assets()],
        jobs=[make_job()],
        schedules=[make_schedule()],
        sensors=[inbox_sensor],
        executor=dg.in_process_executor,
    )
