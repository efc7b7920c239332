"""Metrics: what each number measures, whose it is, when, and whether it is fact or goal.

Belongs here: indicator, measure, subjects, period and status of a number.
Does not belong here: numbers and units (`quantities`), calendar (`times`).
"""

from pipelines.extraction.metrics.finding import find_metrics
from pipelines.extraction.metrics.lexicon import MetricLexicon

__all__ = ["MetricLexicon", "find_metrics"]
