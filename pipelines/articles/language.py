"""Is a text English? Two witnesses: its commonest words and a language model."""

import re

WORD = re.compile(r"[^\W\d_]+")
COMMON = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "is",
        "that",
        "for",
        "on",
        "with",
        "as",
        "was",
        "by",
        "at",
        "from",
        "has",
        "have",
        "it",
        "its",
        "an",
        "be",
        "are",
        "said",
        "will",
        "which",
        "were",
        "this",
        "not",
        "had",
        "but",
        "after",
        "his",
        "their",
        "also",
        "would",
        "between",
        "who",
        "they",
        "been",
        "he",
    ]
)
"""Short English words that are rare in other languages' texts, names aside."""

ENGLISH_SHARE = 0.18
"""News in English has 0.3 to 0.5 of these words; other languages under 0.08."""

DOUBTFUL_SHARE = 0.10
MIN_WORDS = 8
"""Shorter texts are not judged: a line of names has no language."""


def is_english(text: str) -> bool:
    """Tell whether most of `text` is English; doubtful cases ask the language model."""
    words = [word.lower() for word in WORD.findall(text)]
    if len(words) < MIN_WORDS:
        return not any(ord(character) > 0x24F for word in words for character in word)
    share = sum(word in COMMON for word in words) / len(words)
    if share >= ENGLISH_SHARE:
        return True
    return share >= DOUBTFUL_SHARE and _guess(text) == "en"


def _guess(text: str) -> str:
    import py3langid

    return str(py3langid.classify(text)[0])
