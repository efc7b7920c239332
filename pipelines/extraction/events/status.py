"""Whether an act has been done, lasts, is planned, is only possible, or is denied."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PLANS = frozenset(
    [
        "plan",
        "expect",
        "schedule",
        "intend",
        "aim",
        "prepare",
        "hope",
        "want",
        "set",
        "due",
        "decide",
        "seek",
        "slate",
    ]
)
MODALS = frozenset(["could", "might", "may"])
FUTURES = frozenset(["will", "shall", "'ll"])
UPCOMING = frozenset(
    ["upcoming", "forthcoming", "planned", "next", "future", "coming", "scheduled"]
)
LASTING = frozenset(["ongoing", "continuing", "current"])


def read_status(doc: "Doc", root: int) -> str:
    """Return the status of the act at token `root` by its auxiliaries and governors."""
    token = doc[root]
    words = [
        c.lower_
        for c in token.children
        if c.dep_ in ("aux", "auxpass", "neg", "mark", "advmod", "amod")
    ]
    if any(c.dep_ == "neg" for c in token.children):
        return "denied"
    if token.pos_ in ("NOUN", "PROPN"):
        return _noun_status(token, words)
    if any(w in FUTURES for w in words):
        return "planned"
    if any(w in MODALS for w in words) or "if" in words:
        return "hypothetical"
    if "would" in words:
        return "hypothetical" if any(t.lower_ == "if" for t in token.sent) else "planned"
    if "to" in words and token.head.lemma_.lower() in PLANS | {"be", "ready"}:
        return "planned"
    if token.tag_ == "VBG" and any(
        c.lower_ in ("is", "are", "'s") for c in token.children if c.dep_ == "aux"
    ):
        return "ongoing"
    if token.tag_ in ("VBZ", "VBP") and token.lemma_ not in ("say", "tell"):
        return "ongoing"
    return "occurred"


def _noun_status(token: "Token", words: list[str]) -> str:
    if any(w in UPCOMING for w in words):
        return "planned"
    if any(w in LASTING for w in words):
        return "ongoing"
    governor = token.head
    if governor.pos_ in ("VERB", "AUX") and governor != token:
        inner = [c.lower_ for c in governor.children if c.dep_ in ("aux", "neg")]
        if any(w in FUTURES for w in inner):
            return "planned"
        if any(w in MODALS for w in inner):
            return "hypothetical"
        if "to" in inner and governor.head.lemma_.lower() in PLANS | {"be"}:
            return "planned"
    return "occurred"
