"""Names compared across articles: folded words, spellings, initials."""

import re
import unicodedata
from functools import cache

from pipelines.extraction.actors.same_person import edit_distance

MIN_FUZZY = 6
LETTERS = str.maketrans(
    {"ı": "i", "ə": "a", "ø": "o", "đ": "d", "ł": "l", "ß": "s", "æ": "a", "œ": "o"}
)
NOT_TELLING = frozenset(
    ["the", "of", "and", "for", "a", "company", "inc", "ltd", "corp", "co", "plc", "republic"]
)


@cache
def fold_words(name: str) -> tuple[str, ...]:
    """Return the lower-case words of a name without diacritics and filler words."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(LETTERS))
    ascii_only = plain.encode("ascii", "ignore").decode().replace("'s", "")
    return tuple(w for w in re.findall(r"[a-z0-9]+", ascii_only) if w not in NOT_TELLING)


def same_word(one: str, other: str) -> bool:
    """Tell whether two words are one; long ones may differ by a letter or two."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter < MIN_FUZZY or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    return edit_distance(one, other, 2) <= (1 if shorter < 9 else 2)


def is_same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two full names are one person's: the longer has all words of the shorter."""
    short, long = sorted((one, other), key=len)
    if len(short) < 2:
        return False
    return all(any(same_word(word, other) for other in long) for word in short)
