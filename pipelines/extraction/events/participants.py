"""Who does an act and who receives it, by the dependency parse."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipelines.extraction.records import Cast, Participant, Reference

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
TARGET_PREPOSITIONS = frozenset(
    [
        "with",
        "to",
        "against",
        "on",
        "for",
        "toward",
        "towards",
        "from",
        "at",
        "into",
        "in",
        "of",
        "over",
        "upon",
        "between",
    ]
)
CLAUSE_LINKS = frozenset(
    [
        "xcomp",
        "ccomp",
        "advcl",
        "relcl",
        "acl",
        "conj",
        "pcomp",
        "prep",
        "pobj",
        "dobj",
        "attr",
        "appos",
        "oprd",
        "acomp",
        "dative",
    ]
)
MAX_CLIMB = 4


class References:
    """The references of an article by token: the smallest that covers a token is meant."""

    def __init__(self, doc: "Doc", cast: Cast) -> None:
        self._by_token: dict[int, Reference] = {}
        ordered = sorted(cast.references, key=lambda r: r.char_start - r.char_end)
        for reference in ordered:
            if reference.form == "place":
                continue
            span = doc.char_span(
                reference.char_start, reference.char_end, alignment_mode="expand"
            )
            if span is not None:
                for token in span:
                    self._by_token[token.i] = reference
        self.cast = cast

    def at(self, token: "Token") -> Reference | None:
        """Return the reference that holds a token."""
        return self._by_token.get(token.i)

    def of(self, token: "Token") -> tuple[str, ...]:
        """Return a noun phrase's actors: its head's, else its modifiers', and those joined."""
        keys: dict[str, None] = {}
        for head in (token, *token.conjuncts):
            found = self.at(head)
            if found is None:
                found = next(
                    (
                        self.at(t)
                        for t in head.subtree
                        if t.dep_ in ("compound", "amod", "poss", "nmod")
                        and self.at(t)
                        and t.head == head
                    ),
                    None,
                )
            if found:
                keys.update(dict.fromkeys(found.actor_keys))
        return tuple(keys)


def find_participants(
    doc: "Doc", root: int, action: str, references: References
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the keys of sources and targets of the act at token `root`."""
    token = doc[root]
    is_verb = token.pos_ in ("VERB", "AUX")
    sources = _subject(token, references) if is_verb else _noun_sources(token, references)
    targets = tuple(dict.fromkeys(key for t in _objects(token) for key in references.of(t)))
    if is_verb and any(c.dep_ == "nsubjpass" for c in token.children):
        agents = [g for c in token.children if c.dep_ == "agent" for g in c.children]
        passive = tuple(dict.fromkeys(k for a in agents for k in references.of(a)))
        sources, targets = passive, tuple(dict.fromkeys((*sources, *targets)))
        if not sources and action in ("sign", "agree", "approve", "contract"):
            sources, targets = targets, ()
    pair = _between(token, references)
    if pair:
        sources, targets = pair[:1], pair[1:]
    return sources, tuple(key for key in targets if key not in sources)


def _subject(token: "Token", references: References) -> tuple[str, ...]:
    """Return the subject of a verb, or of the clause that it depends on."""
    at = token
    for _ in range(MAX_CLIMB):
        subjects = [c for c in at.children if c.dep_ in SUBJECTS]
        for subject in subjects:
            word = subject.lower_
            found = (
                references.of(at.head)
                if word in ("who", "which", "that") and at.dep_ == "relcl"
                else references.of(subject)
            )
            if found:
                return found
        if subjects or at.dep_ not in CLAUSE_LINKS or at.head == at:
            if at.dep_ in ("relcl", "acl") and not subjects:
                return references.of(at.head)
            return ()
        if at.dep_ in ("acl",) and references.of(at.head):
            return references.of(at.head)
        at = at.head
    return ()


def _noun_sources(token: "Token", references: References) -> tuple[str, ...]:
    """Return owner or modifier of an act's noun, else the subject of its governing verb."""
    for child in token.children:
        if child.dep_ in ("poss", "amod", "compound", "nmod"):
            keys = references.of(child)
            if keys:
                return keys
    by = [g for c in token.children if c.lower_ == "by" for g in c.children]
    for agent in by:
        if keys := references.of(agent):
            return keys
    return _subject(token, references)


def _objects(token: "Token") -> Iterator["Token"]:
    """Yield what an act is done to: objects and what prepositions tie to it."""
    for child in token.children:
        if (
            child.dep_ in ("dobj", "dative", "attr", "oprd", "nsubjpass")
            and child.dep_ != "nsubjpass"
        ):
            yield child
            for prep in child.children:
                if prep.dep_ == "prep" and prep.lower_ in TARGET_PREPOSITIONS:
                    yield from (g for g in prep.children if g.dep_ == "pobj")
                if prep.dep_ == "poss":
                    yield prep
        if child.dep_ == "prep" and child.lower_ in TARGET_PREPOSITIONS:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield inner
                    yield from (
                        g
                        for c in inner.children
                        if c.dep_ == "prep" and c.lower_ in ("with", "of", "to")
                        for g in c.children
                        if g.dep_ == "pobj"
                    )
        if child.dep_ in ("ccomp", "xcomp"):
            yield from (g for g in child.children if g.dep_ in SUBJECTS)


def _between(token: "Token", references: References) -> tuple[str, ...]:
    for child in (*token.children, *(g for c in token.children for g in c.children)):
        if child.lower_ == "between" and child.dep_ == "prep":
            keys = tuple(dict.fromkeys(k for g in child.children for k in references.of(g)))
            if len(keys) >= 2:
                return keys
    return ()


def make_participants(
    sources: tuple[str, ...], targets: tuple[str, ...], cast: Cast
) -> tuple[Participant, ...]:
    """Return participants; a country whose own person or body takes part falls away."""
    kept: list[Participant] = []
    specific = {
        cast.actors[k].country_code
        for k in (*sources, *targets)
        if cast.actors[k].kind != "country"
    }
    for keys, role in ((sources, "source"), (targets, "target")):
        for key in keys:
            actor = cast.actors[key]
            if actor.kind == "country" and actor.country_code in specific:
                continue
            kept.append(Participant(key, actor.name, actor.country_code, role))
    return tuple(kept)
