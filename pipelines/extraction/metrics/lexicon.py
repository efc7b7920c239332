"""Words that tell what is measured."""

import re
from dataclasses import dataclass

from pipelines.extraction.quantities import QuantityLexicon
from pipelines.extraction.records import ReferenceTables


@dataclass(frozen=True, slots=True)
class MetricLexicon:
    """Indicator words in one pattern, which indicators add up over time, and units."""

    indicator_pattern: re.Pattern[str]
    group_indicators: dict[str, str]
    flows: frozenset[str]
    quantities: QuantityLexicon

    @classmethod
    def from_tables(cls, tables: ReferenceTables) -> "MetricLexicon":
        """Build from `indicator_words`, `units`, `currencies` and `number_words`."""
        rows = tables["indicator_words"]
        parts = [f"(?P<g{number}>{row['pattern']})" for number, row in enumerate(rows)]
        return cls(
            indicator_pattern=re.compile(r"(?i)\b(?:" + "|".join(parts) + r")\b"),
            group_indicators={
                f"g{number}": row["indicator"] for number, row in enumerate(rows)
            },
            flows=frozenset(row["indicator"] for row in rows if row["is_flow"] == "1"),
            quantities=QuantityLexicon.from_tables(tables),
        )
