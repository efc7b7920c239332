"""Units, currencies and number words, ready to be matched."""

import re
from dataclasses import dataclass
from decimal import Decimal

from pipelines.extraction.parsing import fold
from pipelines.extraction.records import ReferenceTables


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's code, how many of it one word means, and its kind."""

    code: str
    multiplier: Decimal
    kind: str


@dataclass(frozen=True, slots=True)
class QuantityLexicon:
    """Words for units (lower case, longest first in the patterns) and their meanings."""

    units: dict[str, Unit]
    numbers: dict[str, Decimal]
    multipliers: dict[str, Decimal]
    fractions: dict[str, Decimal]
    unit_pattern: re.Pattern[str]
    symbol_pattern: re.Pattern[str]
    number_pattern: re.Pattern[str]
    multiplier_pattern: re.Pattern[str]

    @classmethod
    def from_tables(cls, tables: ReferenceTables) -> "QuantityLexicon":
        """Build from `units`, `currencies` and `number_words`."""
        units = {
            fold(row["word"]): Unit(row["unit"], Decimal(row["multiplier"]), row["kind"])
            for row in tables["units"]
        }
        money = {
            row["word"]: Unit(row["currency_code"], Decimal(1), "money")
            for row in tables["currencies"]
        }
        symbols = [
            word
            for word in money
            if not word[-1].isalpha() or (word.isupper() and len(word) < 4)
        ]
        for word, unit in money.items():
            units.setdefault(fold(word), unit)
            if word.isalpha() and word.islower():
                units.setdefault(word + "s", unit)
            elif " " in word:
                units.setdefault(fold(word) + "s", unit)
        words: dict[str, dict[str, Decimal]] = {"number": {}, "multiplier": {}, "fraction": {}}
        for row in tables["number_words"]:
            words[row["kind"]][row["word"]] = Decimal(row["value"])
        small = "|".join(sorted(words["number"], key=len, reverse=True))
        return cls(
            units=units,
            numbers=words["number"],
            multipliers=words["multiplier"],
            fractions=words["fraction"],
            unit_pattern=_alternatives(units),
            symbol_pattern=re.compile(
                "(?:"
                + "|".join(re.escape(s) for s in sorted(symbols, key=len, reverse=True))
                + r")\s?$"
            ),
            number_pattern=re.compile(
                r"(?<![\w.,$-])(?<!\d[-/:])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,"
                r"3}(?: \d{3})+(?!\d)|\d+(?:[.,]\d+)?|\.\d+)"
                r"|(?<=[$\u20ac\u00a3\u00a5D-])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
                rf"|\b(?i:(?:{small})(?:[- ](?:{small}))*(?:\s+(?:hundred|"
                rf"thousand)(?:\s+(?:and\s+)?(?:{small})(?:[- ](?:{small}))?)?)?|"
                rf"(?:a\s+)?hundred|a\s+thousand|(?:a|two|three|four|five)\s+dozen)\b"
            ),
            multiplier_pattern=re.compile(
                r"\s?-?\s?(?P<word>(?i:"
                + "|".join(sorted(words["multiplier"], key=len, reverse=True))
                + r"))(?![a-z])|(?P<letter>[mMbBkK])(?![\w²³])"
            ),
        )


def _alternatives(units: dict[str, Unit]) -> re.Pattern[str]:
    words = sorted(units, key=len, reverse=True)
    return re.compile(
        r"[\s-]?-?(?P<unit>" + "|".join(re.escape(w) for w in words) + r")(?![\w])",
        re.IGNORECASE,
    )
