"""Find quantities: a number, what stands before it, what follows it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pipelines.extraction.quantities.lexicon import QuantityLexicon, Unit
from pipelines.extraction.quantities.nouns import read_noun
from pipelines.extraction.quantities.qualifiers import read_qualifier
from pipelines.extraction.quantities.ranges import join_found, join_range, opens_range
from pipelines.extraction.quantities.rates import read_rate
from pipelines.extraction.quantities.records import Quantity
from pipelines.extraction.quantities.rejection import is_no_quantity
from pipelines.extraction.quantities.words import find_word_quantities

if TYPE_CHECKING:
    from spacy.tokens import Doc

Times = Sequence[tuple[int, int]]


def find_quantities(
    doc: "Doc", lexicon: QuantityLexicon, times: Times = ()
) -> tuple[Quantity, ...]:
    """Return the quantities of `doc` in order; numbers inside `times` are none."""
    text = doc.text
    found: list[Quantity] = list(find_word_quantities(doc, lexicon))
    blocked = [*times, *((q.char_start, q.char_end) for q in found)]
    low: tuple[int, Decimal] | None = None
    for match in lexicon.number_pattern.finditer(text):
        if any(a < match.end() and match.start() < b for a, b in blocked):
            continue
        value = read_value(match.group(), lexicon)
        if value is None or is_no_quantity(text, match):
            continue
        quantity = _read(doc, match, value, lexicon)
        if quantity is None:
            low = (match.start(), value) if opens_range(text, match) else None
            continue
        if low and match.start() - low[0] < 32:
            quantity = join_range(text, low, quantity, value)
        elif found and (joined := join_found(text, found[-1], quantity)):
            found[-1] = joined
            low = None
            continue
        low = None
        if quantity.kind == "bare":
            quantity = _inherit(text, quantity, found)
        if quantity is not None:
            found.append(quantity)
    return tuple(sorted(found, key=lambda q: q.char_start))


def read_value(words: str, lexicon: QuantityLexicon) -> Decimal | None:
    """Return the value of digits or number words, None where they are none."""
    plain = words.strip()
    if plain[:1].isdigit() or plain[:1] == ".":
        if re.fullmatch(r"\d+,\d{1,2}", plain):
            return Decimal(plain.replace(",", "."))
        return Decimal(re.sub(r"[ ,]", "", plain))
    total = Decimal(0)
    for word in re.split(r"[\s-]+", plain.lower()):
        if word in ("and", "a"):
            total += 1 if word == "a" else 0
        elif word in lexicon.numbers:
            total += lexicon.numbers[word]
        elif word in lexicon.multipliers:
            total = max(total, Decimal(1)) * lexicon.multipliers[word]
    return total or None


def _read(
    doc: "Doc", match: re.Match[str], value: Decimal, lexicon: QuantityLexicon
) -> Quantity | None:
    """Read multiplier, unit and rate around a number; None where it counts nothing."""
    text, start, end = doc.text, match.start(), match.end()
    symbol = lexicon.symbol_pattern.search(text[max(start - 6, 0) : start])
    if symbol and symbol.start() and text[max(start - 6, 0) + symbol.start() - 1].isalpha():
        symbol = None
    multiplier = lexicon.multiplier_pattern.match(text, end)
    if multiplier and (multiplier.group("word") or symbol):
        word = (multiplier.group("word") or multiplier.group("letter")).lower()
        value *= (
            lexicon.multipliers.get(word)
            or {"m": Decimal(10**6), "b": Decimal(10**9), "k": Decimal(1000)}[word]
        )
        end = multiplier.end()
    is_word = not match.group()[0].isdigit()
    first = start
    if symbol:
        unit = _money(symbol.group().strip(), lexicon)
        first = max(start - 6, 0) + symbol.start()
        named = lexicon.unit_pattern.match(text, end)
        if (
            named
            and lexicon.units[
                named.group("unit").lower()
                if named.group("unit").lower() in lexicon.units
                else named.group("unit")
            ].kind
            == "money"
        ):
            end = named.end()
        return _finish(text, first, start, end, value, unit, lexicon)
    named = lexicon.unit_pattern.match(text, end)
    unit = _find_unit(named, lexicon) if named else None
    if unit and named and unit.kind == "time" and TIME_OFFSET.match(text, named.end()):
        return None
    if (
        named
        and unit
        and not (
            unit.kind != "money"
            and named.group("unit") in ("m", "g", "l")
            and not text[end - 1].isdigit()
        )
    ):
        return _finish(text, first, start, named.end(), value, unit, lexicon)
    if is_word and value <= 1:
        return None
    noun = read_noun(doc, end)
    if noun is None:
        return _bare(text, first, start, end, value, multiplier is not None)
    last, word, code = noun
    if (known := lexicon.units.get(code)) and known.kind == "money":
        return _finish(text, first, start, last, value, known, lexicon)
    rate, last = read_rate(text, last, lexicon)
    return Quantity(
        first,
        last,
        start,
        value,
        None,
        None,
        code + rate,
        "count",
        read_qualifier(text, first, end),
        word,
    )


TIME_OFFSET = re.compile(r"'?\s+(?:before|after|ago|earlier|later|since|old)\b|-old\b")
"""An offset from another time measures nothing by itself."""

BARE_BEFORE = re.compile(
    r"(?i)\b(?:to|from|against|at|of|and|by|was|were|reached|totall?ed|about|over|"
    r"only|some|than|nearly|almost|just|killed|least|"
    r"while|with|for|hit|,)\s+$"
)
BARE_AFTER = re.compile(
    r"(?i)^(?:[,.;)]|\s+(?:in|from|by|a year|last|this|the|at|during|for|of this|of "
    r"them|were|was|while|and|over|on|compared|against|as)\b)"
)


def _bare(
    text: str, first: int, start: int, end: int, value: Decimal, is_large: bool
) -> Quantity | None:
    """Read a number without a unit: its unit is the one of the number before."""
    if not (
        BARE_AFTER.match(text[end : end + 12])
        and (is_large or BARE_BEFORE.search(text[max(start - 12, 0) : start]))
    ):
        return None
    return Quantity(
        first, end, start, value, None, None, "", "bare", read_qualifier(text, first, end)
    )


def _inherit(text: str, quantity: Quantity, found: Sequence[Quantity]) -> Quantity | None:
    """Give a bare number the unit of the last number in its paragraph that has one."""
    for before in reversed(found):
        if (
            text.count("\n\n", before.char_end, quantity.char_start) > 1
            or quantity.char_start - before.char_end > 600
        ):
            return None
        if before.kind not in ("percent", "time", "rank", "fraction", "factor", "point"):
            large, small = (
                max(before.value, quantity.value),
                min(abs(before.value), abs(quantity.value)),
            )
            if small and large / small > 10**6:
                return None
            return replace(quantity, unit=before.unit, kind=before.kind, noun=before.noun)
    return None


def _money(symbol: str, lexicon: QuantityLexicon) -> Unit:
    return lexicon.units.get(symbol) or lexicon.units["$"]


def _find_unit(named: re.Match[str], lexicon: QuantityLexicon) -> Unit | None:
    word = named.group("unit")
    return (
        lexicon.units.get(word)
        or lexicon.units.get(word.lower())
        or lexicon.units.get(word.upper())
    )


def _finish(
    text: str,
    first: int,
    start: int,
    end: int,
    value: Decimal,
    unit: Unit,
    lexicon: QuantityLexicon,
) -> Quantity:
    rate, last = (
        read_rate(text, end, lexicon)
        if unit.kind not in ("percent", "time", "point")
        else ("", end)
    )
    return Quantity(
        char_start=first,
        char_end=last,
        number_start=start,
        value=(value * unit.multiplier).normalize() + 0,
        value_low=None,
        value_high=None,
        unit=unit.code + rate,
        kind=unit.kind,
        qualifier=read_qualifier(text, first, end),
    )
