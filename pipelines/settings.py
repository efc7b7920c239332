"""Settings from the environment, read when asked for; each has a default that works."""

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """`reader` is trained or rules; `schedule` is a cron line in UTC."""

    reader: str = "trained"
    schedule: str = "0 6 * * *"


def read_settings() -> Settings:
    """Return WIREHOUSE_READER and WIREHOUSE_SCHEDULE, with the defaults where unset."""
    defaults = Settings()
    return Settings(
        reader=os.environ.get("WIREHOUSE_READER", defaults.reader),
        schedule=os.environ.get("WIREHOUSE_SCHEDULE", defaults.schedule),
    )
