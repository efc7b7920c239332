"""One HTML page that shows what the published warehouse holds.

Belongs here: which rows are shown, the pictures, the page and how it looks.
Does not belong here: computing facts (SQL models do), anything that writes the warehouse.
"""

from pipelines.report.page import write_report

__all__ = ["write_report"]
