"""Words that carry an act."""

from dataclasses import dataclass

from pipelines.extraction.records import ReferenceTables


@dataclass(frozen=True, slots=True)
class TriggerEntry:
    """An act that a word carries; `precision` is how often it does in annotated text."""

    event_type: str
    action: str
    precision: float


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """Triggers by (lemma, part of speech), and phrases by their lemmas."""

    words: dict[tuple[str, str], TriggerEntry]
    phrases: dict[tuple[str, ...], TriggerEntry]
    types: dict[str, str]

    @classmethod
    def from_tables(cls, tables: ReferenceTables) -> "EventLexicon":
        """Build from `event_triggers` and `event_actions`."""
        words: dict[tuple[str, str], TriggerEntry] = {}
        phrases: dict[tuple[str, ...], TriggerEntry] = {}
        for row in tables["event_triggers"]:
            entry = TriggerEntry(row["event_type"], row["action"], float(row["precision"]))
            if row["part_of_speech"] == "phrase":
                phrases[tuple(row["trigger"].split(" "))] = entry
            else:
                words[row["trigger"], row["part_of_speech"]] = entry
        types = {row["action"]: row["event_type"] for row in tables["event_actions"]}
        return cls(words, phrases, types)
