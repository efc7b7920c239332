"""What is counted: the noun behind a number."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

PERSONS = frozenset(
    [
        "people",
        "persons",
        "person",
        "human",
        "lives",
        "life",
        "individuals",
        "inhabitants",
        "residents",
    ]
)
IRREGULAR = {
    "men": "person",
    "women": "person",
    "deaths": "person",
    "victims": "person",
    "others": "person",
    "children": "child",
    "servicemen": "serviceman",
    "policemen": "policeman",
    "troops": "soldier",
    "police": "policeman",
    "personnel": "person",
    "aircraft": "aircraft",
    "mps": "MP",
    "countries": "country",
    "peacekeepers": "peacekeeper",
    "dead": "person",
    "wounded": "person",
    "injured": "person",
    "jets": "jet",
    "fishermen": "fisherman",
    "casualties": "person",
    "homeless": "person",
}
PARTICIPLES = re.compile(
    r"\s+(?:(?:have|has|had|were|was|are|is|been|people|others|more)\s+){0,"
    r"2}(?:killed|dead|died|injured|wounded|missing|arrested|detained|displaced|"
    r"hospitali[sz]ed|infected|rescued|evacuated|abducted|kidnapped|executed|"
    r"homeless|jailed|drowned)\b"
)
VAGUE = frozenset(
    [
        "times",
        "time",
        "percent",
        "things",
        "ways",
        "o'clock",
        "points",
        "hours'",
        "years'",
        "days'",
    ]
)
MAX_WORDS = 5


def read_noun(doc: "Doc", end: int) -> tuple[int, str, str] | None:
    """Return end, words and unit (singular noun, `person` for people) of what is counted.

    `end` is the character after the number; None where no plural noun follows.
    """
    participle = PARTICIPLES.match(doc.text, end)
    if participle:
        return participle.end(), participle.group().strip(), "person"
    span = doc.char_span(end, end + 2, alignment_mode="expand")
    if span is None:
        return None
    start = next((t.i for t in span if t.idx >= end), None)
    if start is None:
        return None
    hyphen = doc[start].text == "-"
    if hyphen:
        start += 1
    for token in doc[start : start + MAX_WORDS]:
        word = token.text.lower()
        if (
            (token.is_sent_start and token.i > start)
            or (token.is_punct and word not in ("-", "'", "'s", '"'))
            or token.is_space
        ):
            return None
        if (
            word in VAGUE
            or doc.text[token.idx + len(token) : token.idx + len(token) + 1] == "'"
        ):
            return None
        follows = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if (
            word in PERSONS
            or word in IRREGULAR
            or token.tag_ in ("NNS", "NNPS")
            or (hyphen and token.pos_ == "NOUN")
        ):
            if (
                follows is not None
                and follows.tag_ in ("NNS",)
                and not token.text[:1].isupper()
            ):
                continue
            return _finish(
                token.idx + len(token), doc.text[end : token.idx + len(token)], token
            )
        if token.pos_ in ("VERB", "AUX", "ADP", "DET", "PRON", "SCONJ") and token.tag_ not in (
            "VBN",
            "VBG",
        ):
            return None
    return None


def _finish(end: int, words: str, token: object) -> tuple[int, str, str]:
    word = token.text.lower()  # pyright: ignore[reportAttributeAccessIssue]
    if word in PERSONS:
        return end, words.strip(" -"), "person"
    if token.text[:1].isupper() and token.text[1:].islower():  # pyright: ignore[reportAttributeAccessIssue]
        return end, words.strip(" -"), "person"  # "110,000 Poles"
    lemma = IRREGULAR.get(word) or singular(word)
    return end, words.strip(" -"), lemma


def singular(word: str) -> str:
    """Return the singular of a regular plural noun."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ss|sh|ch|x|zz)es$", word):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word
