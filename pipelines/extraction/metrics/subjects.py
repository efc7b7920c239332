"""Whose a number is: the parties named with it, or those of the text before."""

import re

from pipelines.extraction.metrics.indicators import Indicator
from pipelines.extraction.quantities import Quantity
from pipelines.extraction.records import Cast, Reference

BILATERAL = frozenset(
    [
        "trade_turnover",
        "trade_balance",
        "exports",
        "imports",
        "investment",
        "agreements",
        "length",
    ]
)
TWO_WAY = re.compile(r"(?i)\b(?:between|bilateral|mutual|two-way|with|among|each other)\b")


def find_subjects(
    text: str,
    quantity: Quantity,
    indicator: Indicator | None,
    sentence: tuple[int, int],
    cast: Cast,
    previous: tuple[str, ...],
) -> tuple[str, ...]:
    """Return the keys of the actors that a number is about, in the order of the text.

    `previous` are the subjects of the number before: they hold on where nothing new is said.
    """
    near = [
        r for r in cast.references if sentence[0] <= r.char_start and r.char_end <= sentence[1]
    ]
    anchor = indicator.char_start if indicator else quantity.char_start
    owners = [r for r in near if _owns(text, r, anchor)]
    before = [r for r in near if r.char_end <= quantity.char_start and r.form != "place"]
    after = [r for r in near if r.char_start >= quantity.char_end]
    earlier = [r for r in cast.references if r.char_end <= sentence[0] and r.form != "place"]
    chosen = (
        _pair(text, near, indicator, sentence)
        or (owners[-1].actor_keys if owners else ())
        or (before[0].actor_keys if before else ())
        or previous
        or (after[0].actor_keys if after else ())
        or (max(earlier, key=lambda r: r.char_end).actor_keys if earlier else ())
        or ()
    )
    return tuple(dict.fromkeys(as_measured(key, quantity, cast) for key in chosen))


def as_measured(key: str, quantity: Quantity, cast: Cast) -> str:
    """Return the country for its officials and ministries: a figure is the country's own.

    People keep their visits and terms (lengths of time).
    """
    actor = cast.actors[key]
    country = f"country:{actor.country_code}"
    is_source = actor.kind == "organisation" and actor.sector_code == "GOV"
    if country in cast.actors and (
        is_source or (actor.kind == "person" and quantity.kind != "time")
    ):
        return country
    return key


def _owns(text: str, reference: Reference, anchor: int) -> bool:
    """Tell whether a reference stands as owner right before the words measured."""
    gap = text[reference.char_end : anchor]
    return (
        reference.char_end <= anchor
        and bool(re.fullmatch(r"(?:'s)?\s+(?:[\w-]+\s+){0,3}", gap))
        and len(gap) < 40
    )


def _pair(
    text: str, near: list[Reference], indicator: Indicator | None, sentence: tuple[int, int]
) -> tuple[str, ...]:
    """Return both sides of trade or ties between two."""
    if indicator is None:
        return ()
    is_tie = indicator.name in BILATERAL and bool(TWO_WAY.search(text[slice(*sentence)]))
    if not is_tie and indicator.text.lower() != "war":
        return ()
    groups = [r for r in near if len(r.actor_keys) > 1]
    if groups:
        return groups[0].actor_keys
    keys: dict[str, None] = {}
    for reference in near:
        keys.update(dict.fromkeys(reference.actor_keys))
    return tuple(keys)[:2] if len(keys) >= 2 else ()
