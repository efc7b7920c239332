"""The five articles' scores never fall below what was measured."""

from pipelines.evaluation.measuring import measure
from pipelines.evaluation.quality import describe, find_falls, read_record
from pipelines.paths import floors, gold_sets


def test_five_articles_score_no_lower_than_their_floors() -> None:
    gold, texts = gold_sets()["five_articles"]
    record = describe(measure(gold, texts, "trained"), gold)
    assert find_falls(record, read_record(floors())["five_articles"]) == []


def test_find_falls_names_a_level_below_its_floor() -> None:
    record = {"gold_digest": "a", "f1": {"events: type": 0.5}}
    falls = find_falls(record, {"gold_digest": "a", "f1": {"events: type": 0.6}})
    assert falls == ["events: type: 0.5 is below its floor 0.6"]
