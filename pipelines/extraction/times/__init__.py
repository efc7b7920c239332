"""Times: find the words that say when, and resolve them to days.

Belongs here: the grammar of time expressions and the calendar.
Does not belong here: which event or number a time belongs to.
"""

from pipelines.extraction.times.grammar import find_times
from pipelines.extraction.times.metric_periods import resolve_period
from pipelines.extraction.times.records import Anchor, TimeExpression
from pipelines.extraction.times.resolution import resolve

__all__ = ["Anchor", "TimeExpression", "find_times", "resolve", "resolve_period"]
