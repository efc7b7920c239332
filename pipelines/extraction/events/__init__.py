"""Events: who did what to whom, when, where, and whether it was done.

Belongs here: triggers, participants, status, time, place and object of an act.
Does not belong here: who is who (`actors`), the calendar (`times`).
"""

from pipelines.extraction.events.finding import find_events
from pipelines.extraction.events.lexicon import EventLexicon

__all__ = ["EventLexicon", "find_events"]
