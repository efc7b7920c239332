"""A number of the text."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as half-open characters; exact decimals in base units.

    `kind` is the unit's kind (`money`, `percent`, `point`, `time`, `length`, …), `count`
    for a counted noun, `rank`, `fraction` or `factor` ("doubled"). `noun` is what is
    counted. `number_start` is where the figure itself starts.
    """

    char_start: int
    char_end: int
    number_start: int
    value: Decimal
    value_low: Decimal | None
    value_high: Decimal | None
    unit: str
    kind: str
    qualifier: str
    noun: str | None = None
