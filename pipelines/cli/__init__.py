"""The `wirehouse` command: thin, every word of it leads to a function elsewhere.

Belongs here: options, printing, exit codes. Does not belong here: any work.
"""

from pipelines.cli.app import main

__all__ = ["main"]
