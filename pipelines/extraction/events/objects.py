"""What was signed, discussed, promised, supplied: the object of an act in the text's words."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 18
WANTED = ("dobj", "attr", "nsubjpass", "ccomp", "xcomp", "oprd")
PREPOSITIONS = frozenset(["on", "in", "about", "for", "of", "over", "to", "into", "regarding"])


def find_object(doc: "Doc", root: int, body: str) -> str | None:
    """Return the words of an act's object, at most LONGEST tokens, None where it has none."""
    token = doc[root]
    for child in (c for kind in WANTED for c in token.children if c.dep_ == kind):
        words = _words(doc, child, body)
        if words:
            return words
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ in PREPOSITIONS:
            for inner in prep.children:
                words = _words(doc, inner, body)
                if words and inner.ent_type_ not in ("GPE", "PERSON", "DATE"):
                    return words
    if token.dep_ == "acl" or token.dep_ == "relcl":
        return _words(doc, token.head, body, stop=token.i)
    return None


def _words(doc: "Doc", head: "Token", body: str, stop: int | None = None) -> str | None:
    tokens = [t.i for t in head.subtree if stop is None or t.i < stop]
    if not tokens or head.pos_ == "PRON":
        return None
    first, last = min(tokens), min(max(tokens), min(tokens) + LONGEST - 1)
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    return " ".join(body[start:end].split()).strip(" ,.;:\"'") or None
