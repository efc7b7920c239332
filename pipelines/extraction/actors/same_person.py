"""Which names are one person: words that agree, initials, a misspelt letter."""

import re

MIN_FUZZY = 6


def match_person(
    words: tuple[str, ...], people: "dict[str, tuple[str, ...]]", recent: list[str]
) -> str | None:
    """Return the key of the person whom a name means, None for a new one.

    `words` is the folded name; a name fits a longer or shorter one of the same words, and
    a long word may differ by a letter or two. Of several the most recent is meant.
    """
    fitting = [key for key, full in people.items() if _fits(words, full)]
    if not fitting:
        return None
    return max(fitting, key=lambda key: recent.index(key) if key in recent else -1)


def _fits(name: tuple[str, ...], full: tuple[str, ...]) -> bool:
    short, long = (name, full) if len(name) <= len(full) else (full, name)
    if (
        len(short) == len(long) > 1
        and short[0] != long[0]
        and _initial(short[0]) != _initial(long[0])
    ):
        return False
    return all(any(_same(word, other) for other in long) for word in short) and (
        _same(short[-1], long[-1])
        or short[0] == long[0]
        or len(short) > 1
        or bool(set(short) & set(long))
    )


def _initial(word: str) -> str:
    return word.rstrip(".") if len(word.rstrip(".")) == 1 else word


def _same(word: str, other: str) -> bool:
    if word == other:
        return True
    if min(len(word), len(other)) < MIN_FUZZY:
        return False
    return edit_distance(word, other, 2) <= (1 if min(len(word), len(other)) < 9 else 2)


def edit_distance(first: str, second: str, most: int) -> int:
    """Return Levenshtein's distance, or `most` + 1 where it is larger."""
    if abs(len(first) - len(second)) > most:
        return most + 1
    row = list(range(len(second) + 1))
    for i, one in enumerate(first, 1):
        last, row[0] = row[0], i
        for j, other in enumerate(second, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (one != other))
        if min(row) > most:
            return most + 1
    return row[-1]


def fold_name(words: str) -> tuple[str, ...]:
    """Return the lower-case words of a folded name."""
    return tuple(w for w in re.split(r"[^\w]+", words.lower()) if w)
