"""Quantities: the numbers of a text with unit, qualifier and kind.

Belongs here: the grammar of numbers, units and currencies.
Does not belong here: what a number measures, whose it is and when (`metrics`).
"""

from pipelines.extraction.quantities.finding import find_quantities
from pipelines.extraction.quantities.lexicon import QuantityLexicon
from pipelines.extraction.quantities.records import Quantity

__all__ = ["Quantity", "QuantityLexicon", "find_quantities"]
