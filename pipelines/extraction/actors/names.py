"""Person names: which token spans are names, and which names are one person."""

import re
from typing import TYPE_CHECKING

from pipelines.extraction.actors.lexicon import ActorLexicon
from pipelines.extraction.actors.titles import is_office, names_holder

if TYPE_CHECKING:
    from spacy.tokens import Doc

NOT_NAMES = re.compile(
    r"(?i)\b(?:ministry|minister|president|government|university|company|bank|party|"
    r"summit|forum|treaty|agreement|"
    r"declaration|pipeline|festival|council|commission|committee|office|street|"
    r"airport|news|agency|times|"
    r"war|day|act|prize|cup|league|square|river|sea|resolution|deal|parliament|"
    r"assembly|force|forces|army|"
    r"union|group|corp|inc|ltd|airlines|railways|industries|energy|oil|gas|"
    r"institute|center|centre|house|"
    r"kremlin|pentagon|islam|christmas|easter|ramadan|covid|coronavirus|facebook|"
    r"twitter|google)\b"
)
FIELD_JOINERS = frozenset(["of", "for", "the", "and", ",", "&"])

Span = tuple[int, int]


def find_names(doc: "Doc", lexicon: ActorLexicon, taken: "frozenset[int]") -> list[Span]:
    """Return the token spans of person names; `taken` are tokens of bodies and countries."""
    spans: list[Span] = []
    for entity in doc.ents:
        if entity.label_ == "PERSON" or (
            entity.label_ in ("ORG", "GPE") and names_holder(doc, entity.start, lexicon)
        ):
            span = _trim(doc, entity.start, entity.end, lexicon, taken)
            if span:
                spans.append(span)
    spans.extend(_after_offices(doc, lexicon, taken, spans))
    spans.extend(_after_bodies(doc, lexicon, taken, spans))
    return sorted({_grow(doc, span, taken, lexicon) for span in spans})


def _trim(
    doc: "Doc", start: int, end: int, lexicon: ActorLexicon, taken: "frozenset[int]"
) -> Span | None:
    """Cut titles, countries and possessives off a name that the model found."""
    while start < end - 1 and _is_field(doc, start, lexicon):
        start += 1
    of = next((t.i for t in doc[start + 1 : end] if t.text == "of"), end)
    end = min(end, of)
    while start < end and (
        start in taken
        or is_office(doc[start], lexicon)
        or doc[start].text.lower().rstrip(".") in lexicon.titles.courtesies
        or (
            not doc[start].text[:1].isupper()
            and doc[start].text.lower() not in lexicon.titles.particles
        )
    ):
        start += 1
    while end > start and (
        end - 1 in taken
        or doc[end - 1].text in ("'s", "'", ",", ".", ")", "(", '"')
        or is_office(doc[end - 1], lexicon)
    ):
        end -= 1
    words = doc[start:end].text
    if (
        start >= end
        or not words[0].isupper()
        or NOT_NAMES.search(words)
        or (words.isupper() and end - start == 1)
    ):
        return None
    if any(t.text in ("(", ")", ",", "/") for t in doc[start:end]):
        return None
    return start, end


def _is_field(doc: "Doc", at: int, lexicon: ActorLexicon) -> bool:
    """Tell whether a word belongs to an office's field ("for Political Affairs NAME")."""
    return doc[at].text.lower() in lexicon.titles.fields and (
        at == 0
        or doc[at - 1].text.lower() in FIELD_JOINERS
        or doc[at - 1].text.lower() in lexicon.titles.fields
    )


def _after_offices(
    doc: "Doc", lexicon: ActorLexicon, taken: "frozenset[int]", known: list[Span]
) -> list[Span]:
    """Return capitalised words right after an office ("Minister Rashad Nabiyev")."""
    inside = {i for start, end in known for i in range(start, end)}
    found: list[Span] = []
    for token in doc:
        if (
            not is_office(token, lexicon)
            and token.text.lower() not in lexicon.titles.courtesies
            and token.text.lower() != "counterpart"
        ):
            continue
        start = token.i + 1 + (token.i + 1 < len(doc) and doc[token.i + 1].text == ".")
        start = _skip_field(doc, start, lexicon)
        end = start
        while end < len(doc) and end - start < 5 and _is_free(doc, end, taken, lexicon):
            end += 1
        while end > start and doc[end - 1].text.lower() in lexicon.titles.particles:
            end -= 1
        if end == start or start in inside or NOT_NAMES.search(doc[start:end].text):
            continue
        if (end < len(doc) and is_office(doc[end], lexicon)) or not doc[start].text[
            :1
        ].isupper():
            continue
        plausible = (
            token.text.lower() in lexicon.titles.courtesies
            or token.text[:1].isupper()
            or end - start > 1
            or doc[start].ent_type_ == "PERSON"
        )
        if plausible and doc[start].ent_type_ not in ("DATE", "NORP"):
            found.append((start, end))
    return found


def _after_bodies(
    doc: "Doc", lexicon: ActorLexicon, taken: "frozenset[int]", known: list[Span]
) -> list[Span]:
    """Return names right after a body or country in a title ("Officer of X Company NAME")."""
    inside = {i for start, end in known for i in range(start, end)}
    found: list[Span] = []
    for at in sorted(taken):
        start = at + 1
        if start in taken or start in inside or start >= len(doc):
            continue
        end = start
        while end < len(doc) and end - start < 4 and _is_free(doc, end, taken, lexicon):
            end += 1
        titled = any(is_office(t, lexicon) for t in doc[max(at - 12, doc[at].sent.start) : at])
        if (
            end - start > 1
            and titled
            and not NOT_NAMES.search(doc[start:end].text)
            and all(token.pos_ == "PROPN" for token in doc[start:end])
        ):
            found.append((start, end))
    return found


def _skip_field(doc: "Doc", start: int, lexicon: ActorLexicon) -> int:
    """Step over the field of an office: "for Foreign Trade", "of Trade, Commerce and X"."""
    at = start
    if at < len(doc) and doc[at].text.lower() in ("of", "for"):
        at += 1
        while at < len(doc) and (
            doc[at].text.lower() in lexicon.titles.fields
            or doc[at].text.lower() in (",", "and", "&", "the")
        ):
            at += 1
        return (
            at
            if at > start + 1 and doc[at - 1].text.lower() in lexicon.titles.fields
            else start
        )
    return start


def _is_free(doc: "Doc", at: int, taken: "frozenset[int]", lexicon: ActorLexicon) -> bool:
    return at not in taken and _is_name_word(doc, at, lexicon) and not doc[at].is_sent_start


def _is_name_word(doc: "Doc", at: int, lexicon: ActorLexicon) -> bool:
    word = doc[at].text
    if is_office(doc[at], lexicon):
        return False
    return (
        (word[:1].isupper() and word[:1].isalpha())
        or word.lower() in lexicon.titles.particles
        or (
            word == "-"
            and at + 1 < len(doc)
            and doc[at + 1].text[:1].isupper()
            and doc[at - 1].whitespace_ == ""
        )
    )


def _grow(doc: "Doc", span: Span, taken: "frozenset[int]", lexicon: ActorLexicon) -> Span:
    """Take in capitalised words that the model cut off ("Recep [Tayyip Erdogan]")."""
    start, end = span
    while (
        end < len(doc)
        and end not in taken
        and doc[end].pos_ == "PROPN"
        and doc[end].text[:1].isupper()
        and not doc[end].is_sent_start
        and not is_office(doc[end], lexicon)
        and (
            doc[end].ent_type_ in ("", "PERSON")
            or doc[end - 1].text.lower() in lexicon.titles.particles
        )
        and not NOT_NAMES.search(doc[end].text)
    ):
        end += 1
    while (
        start
        and start - 1 not in taken
        and not doc[start].is_sent_start
        and doc[start - 1].pos_ == "PROPN"
        and doc[start - 1].text[:1].isupper()
        and doc[start - 1].ent_type_ in ("", "PERSON")
        and not is_office(doc[start - 1], lexicon)
        and doc[start - 1].text.lower() not in lexicon.titles.courtesies
        and not _is_field(doc, start - 1, lexicon)
        and not NOT_NAMES.search(doc[start - 1].text)
    ):
        start -= 1
    return start, end
