"""The only Dagster code, thin: assets, checks, job, schedule, sensor."""
