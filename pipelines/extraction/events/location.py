"""Where an act happens: the place of its clause, "here" from the dateline."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipelines.articles.records import Article
from pipelines.extraction.parsing import fold
from pipelines.extraction.places import PlaceLexicon, PlaceMention
from pipelines.extraction.records import Place

if TYPE_CHECKING:
    from spacy.tokens import Doc

IN_PLACE = re.compile(r"(?i)\b(?:in|at|near|outside)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}$")
TO_PLACE = re.compile(
    r"(?i)\b(?:to|visit(?:ed|s|ing)?|for|arriv\w+ in)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$"
)
HERE = re.compile(r"(?i)\bhere\b")


def find_place(
    article: Article,
    doc: "Doc",
    root: int,
    action: str,
    places: Sequence[PlaceMention],
    lexicon: PlaceLexicon,
) -> Place | None:
    """Return the place after "in" or "at" in the act's sentence, a city before a country."""
    sentence = doc[root].sent
    inside = [
        p
        for p in places
        if sentence.start_char <= p.char_start and p.char_end <= sentence.end_char
    ]
    fitting = [
        p
        for p in inside
        if IN_PLACE.search(doc.text[max(p.char_start - 40, sentence.start_char) : p.char_start])
    ]
    if not fitting and action == "visit":
        fitting = [
            p
            for p in inside
            if TO_PLACE.search(
                doc.text[max(p.char_start - 40, sentence.start_char) : p.char_start]
            )
        ]
    if fitting:
        at = doc[root].idx
        return min(fitting, key=lambda p: (p.kind == "country", abs(p.char_start - at))).place
    if HERE.search(sentence.text) and article.dateline_place:
        return place_of_dateline(article, lexicon)
    return None


def place_of_dateline(article: Article, lexicon: PlaceLexicon) -> Place | None:
    """Return the dateline's city, with country and coordinates where they are known."""
    name = article.dateline_place
    if name is None:
        return None
    known = lexicon.by_name.get(fold(name))
    return known or Place(name, None)
