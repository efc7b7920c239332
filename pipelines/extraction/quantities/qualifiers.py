"""What a number is said to be: about, more than, less than, or itself."""

import re

QUALIFIERS = (
    ("~", r"about|around|some|nearly|almost|approximately|roughly|close to|an estimated|"
            r"estimated|approx\.?|circa|near|just under|just over|"
          r"in the region of|in excess of about"),
    (">", r"more than|over|at least|above|exceed(?:s|ed|ing)?|upwards? of|no(?:t)? "
            r"(?:less|fewer) than|in excess of|greater than|"
          r"beyond|a minimum of|minimum of|topp(?:ed|ing)|surpass(?:ed|ing)"),
    ("<", r"less than|under|below|up to|at most|fewer than|no more than|not more than|a "
            r"maximum of|maximum of|as (?:much|many|high) as|within"),
)  # fmt: skip


QUALIFIER = tuple(
    (sign, re.compile(rf"(?i)\b(?:{words})\s+(?:the\s+|a\s+|US|U\.S\.)?\s?$"))
    for sign, words in QUALIFIERS
)


PLUS_AFTER = re.compile(r"(?i)\s?(?:or more|plus)\b|\+")


def read_qualifier(text: str, start: int, end: int) -> str:
    """Return `~`, `>`, `<` or `=` for the words around a quantity."""
    before = text[max(start - 28, 0) : start]
    found = next((sign for sign, pattern in QUALIFIER if pattern.search(before)), None)
    return found or (">" if PLUS_AFTER.match(text[end : end + 10]) else "=")
