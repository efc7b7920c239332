"""How a candidate hangs on what it is linked with, in the parse."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PREPOSITIONS = (
    "with", "to", "from", "of", "between", "against", "for", "in", "on", "at", "by", "into",
    "over",
)  # fmt: skip
BELOW = (
    "subject", "passive_subject", "object", "possessor", "modifier", "clause", "below",
    *PREPOSITIONS,
)  # fmt: skip
"""What the branch is that holds a candidate below its anchor."""

RELATIONS = (
    "other_sentence_before", "other_sentence_after", "overlap", "above", "same_sentence",
    *BELOW, *(f"{name}_nested" for name in BELOW),
    "governor_subject", "governor_object", "governor_modifier", "governor_preposition",
)  # fmt: skip
"""Relations in the order of the model's vectors; the order is fixed."""

NUMBERS = {name: number for number, name in enumerate(RELATIONS)}
DIRECT = 2
"""Steps down to a candidate that is no part of another phrase: "with" and its object."""

MAX_STEPS = 5
DEPENDENCIES = {
    "nsubj": "subject", "csubj": "subject", "nsubjpass": "passive_subject", "agent": "by",
    "dobj": "object", "dative": "object", "attr": "object", "oprd": "object", "pobj": "object",
    "poss": "possessor", "compound": "modifier", "amod": "modifier", "nmod": "modifier",
    "ccomp": "clause", "xcomp": "clause", "advcl": "clause", "acl": "clause", "relcl": "clause",
}  # fmt: skip


def relate(doc: "Doc", anchor: tuple[int, int], candidate: tuple[int, int]) -> int:
    """Return the number of the relation of two half-open token spans."""
    return NUMBERS[_relate(doc, anchor, candidate)]


def _relate(doc: "Doc", anchor: tuple[int, int], candidate: tuple[int, int]) -> str:
    if anchor[0] < candidate[1] and candidate[0] < anchor[1]:
        return "overlap"
    head, word = doc[anchor[0] : anchor[1]].root, doc[candidate[0] : candidate[1]].root
    if head.sent.start != word.sent.start:
        before = candidate[0] < anchor[0]
        return "other_sentence_before" if before else "other_sentence_after"
    while word.dep_ in ("conj", "appos") and word.head != head:
        word = word.head
    path = _path_up(word, head)
    if path:
        name = _name_branch(path[-1])
        return name if len(path) <= DIRECT else f"{name}_nested"
    if _path_up(head, word):
        return "above"
    return _relate_by_governor(head, word)


def _path_up(word: "Token", head: "Token") -> list["Token"]:
    """Return the tokens from `word` up to the child of `head`; empty where it is not above."""
    path = [word]
    while len(path) <= MAX_STEPS:
        top = path[-1]
        if top.head == head and top != head:
            return path
        if top.head == top:
            return []
        path.append(top.head)
    return []


def _name_branch(branch: "Token") -> str:
    if branch.dep_ == "prep":
        return branch.lower_ if branch.lower_ in PREPOSITIONS else "below"
    return DEPENDENCIES.get(branch.dep_, "below")


def _relate_by_governor(head: "Token", word: "Token") -> str:
    """Name the place of a candidate below one of the words that govern the anchor."""
    governor = head
    for _ in range(MAX_STEPS):
        if governor.head == governor:
            break
        governor = governor.head
        path = _path_up(word, governor)
        if path:
            branch = DEPENDENCIES.get(path[-1].dep_, "preposition")
            place = branch if branch in ("subject", "object", "modifier") else "preposition"
            return f"governor_{place}"
    return "same_sentence"
