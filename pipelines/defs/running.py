"""Run the job `refresh` in this process, the same job as the UI's."""

import logging
import os
import warnings
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import dagster as dg

if TYPE_CHECKING:
    from dagster import ExecuteInProcessResult


def run_refresh(config: Mapping[str, Any]) -> str | None:
    """Run with the fields of `RefreshConfig`; return what failed, None where nothing did."""
    os.environ.setdefault("DAGSTER_DISABLE_TELEMETRY", "1")
    logging.getLogger("dagster").setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", module="dagster|pydantic")
    from pipelines.definitions import defs

    run_config = {
        "ops": {"refresh_warehouse": {"config": dict(config)}},
        "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
    }
    with dg.DagsterInstance.ephemeral() as instance:
        result = (
            defs()
            .resolve_job_def("refresh")
            .execute_in_process(run_config=run_config, instance=instance, raise_on_error=False)
        )
    return None if result.success else _explain(result)


def _explain(result: "ExecuteInProcessResult") -> str:
    """Return the message of what failed in a run."""
    events = result.get_step_failure_events()
    for event in events:
        data = event.step_failure_data
        if data.user_failure_data and data.user_failure_data.description:
            return str(data.user_failure_data.description)
        error = data.error
        while error and error.cause:
            error = error.cause
        if error:
            return error.message.strip().split("\n")[0].split(": ", 1)[-1]
    return "the run failed; `wirehouse ui` shows its log"
