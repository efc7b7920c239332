"""Organisations: known bodies, ministries, companies, parties, acronyms."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.extraction.actors.countries import CountryHit
from pipelines.extraction.actors.lexicon import ActorLexicon
from pipelines.extraction.actors.titles import is_office, names_holder

if TYPE_CHECKING:
    from spacy.tokens import Doc

NOT_BODIES = re.compile(
    r"(?i)\b(?:summit|forum|conference|festival|agreement|treaty|declaration|"
    r"protocol|memorandum|pipeline|project|"
    r"corridor|expo|exhibition|games|cup|resolution|initiative|programme|program|"
    r"convention|accord|act|law|"
    r"strategy|plan|roadmap|war|day|prize|award|airport|port|stadium|hotel|street|"
    r"square|palace|railway line|"
    r"covid|reports?|dollars?|euros?|news|times|post|journal|gazette|tv|television|"
    r"radio|press|twitter|facebook)$"
)
BRACKET = re.compile(r"\s*\(([A-Z][A-Za-z&.-]{1,11})\)")
JOINERS = frozenset(["of", "for", "and", "&", "the", "on", "de", "in"])


@dataclass(frozen=True, slots=True)
class BodyHit:
    """A body at half-open characters; its full name and what is known of it."""

    start: int
    end: int
    name: str
    country_code: str | None
    sector_code: str


def find_bodies(
    doc: "Doc", lexicon: ActorLexicon, countries: Sequence[CountryHit]
) -> tuple[BodyHit, ...]:
    """Return the organisations that `doc` names, acronyms of the text included."""
    known = [
        BodyHit(m.start, m.end, m.payload.name, m.payload.country_code, m.payload.sector_code)
        for m in lexicon.bodies.find(doc.text)
        if not (m.end - m.start <= 3 and _inside_word(doc.text, m.start, m.end))
    ]
    inside = [(hit.start, hit.end) for hit in known]
    found = [*known]
    for start, end in (
        *_headed(doc, lexicon),
        *_entities(doc, lexicon),
        *_plain_ministries(doc),
    ):
        first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
        if any(first < b and a < last for a, b in ((h.start, h.end) for h in found)):
            if any(
                first <= a and b <= last and last - first > b - a for a, b in inside
            ) and not any(
                first < h.end and h.start < last
                for h in found
                if (h.start, h.end) not in inside
            ):
                # A known body inside a longer name is part of that name.
                found = [h for h in found if not (first <= h.start and h.end <= last)]
            else:
                continue
        hit = _make(doc.text, first, last, countries, lexicon)
        if hit:
            found.append(hit)
    acronyms = _acronyms(doc.text, found)
    spans = {(h.start, h.end) for h in acronyms}
    found = [h for h in found if (h.start, h.end) not in spans] + acronyms
    return tuple(sorted(found, key=lambda h: (h.start, -h.end)))


def _inside_word(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in ("-", "/") and text[end : end + 1] != "-"


def _headed(doc: "Doc", lexicon: ActorLexicon) -> list[tuple[int, int]]:
    """Return capitalised runs that hold a word of kind ("Defence Industry Ministry")."""
    spans: list[tuple[int, int]] = []
    for token in doc:
        if token.text.lower() not in lexicon.body_words or not token.text[:1].isupper():
            continue
        start, end = token.i, token.i + 1
        while start and _joins_left(doc, start):
            start -= 1
        while start < token.i and doc[start].text.lower() in JOINERS:
            start += 1
        end = _extend_right(doc, end)
        names_office = end < len(doc) and is_office(doc[end], lexicon)
        if end - start > 1 + names_office and not (spans and start < spans[-1][1]):
            spans.append((start, end))
    return spans


def _joins_left(doc: "Doc", start: int) -> bool:
    before = doc[start - 1]
    if doc[start].is_sent_start:
        return False
    if before.text[:1].isupper() and before.ent_type_ not in ("PERSON", "DATE", "TIME"):
        return not (
            before.is_sent_start
            and before.pos_ in ("DET", "ADP", "SCONJ", "ADV", "PRON", "CCONJ", "VERB")
        )
    if before.text in ("and", "&", "-", "'s"):
        return (
            start > 1
            and doc[start - 2].text[:1].isupper()
            and not doc[start - 1].is_sent_start
            and before.text != "'s"
        )
    return False


def _extend_right(doc: "Doc", end: int) -> int:
    """Take in "of X and Y", "for Z" while capitalised words follow a joining word."""
    last, joined = end, False
    while end < len(doc) and not doc[end].is_sent_start:
        word = doc[end].text
        if word.lower() in ("of", "for", "&") or (
            joined and word.lower() in ("and", "the", "-")
        ):
            joined = True
        elif joined and word[:1].isupper() and doc[end].ent_type_ != "PERSON":
            last = end + 1
        else:
            break
        end += 1
    return last


def _entities(doc: "Doc", lexicon: ActorLexicon) -> list[tuple[int, int]]:
    """Return what the model takes for organisations, without articles and possessives."""
    spans: list[tuple[int, int]] = []
    for entity in doc.ents:
        start, end = entity.start, entity.end
        if entity.label_ != "ORG":
            continue
        while start < end and doc[start].text.lower() in ("the", "a", "an", "'s"):
            start += 1
        while end > start and doc[end - 1].text in ("'s", "'", ",", ".", "(", ")"):
            end -= 1
        if (
            start < end
            and doc[start].text[:1].isupper()
            and _is_agent(doc, start, end, lexicon)
        ):
            spans.append((start, end))
    return spans


def _is_headed(doc: "Doc", start: int, last: int, lexicon: ActorLexicon) -> bool:
    """Tell whether a word of kind stands in a name before its last word."""
    return any(token.text.lower() in lexicon.body_words for token in doc[start:last])


AGENT_ROLES = frozenset(["nsubj", "nsubjpass", "poss", "appos", "agent", "conj"])
"""What a body without a word of kind must be in its clause: the model's own label errs."""


def _is_agent(doc: "Doc", start: int, end: int, lexicon: ActorLexicon) -> bool:
    """Tell whether a name that the model takes for a body acts like one."""
    if start and is_office(doc[start - 1], lexicon) and end - start > 1:
        return False
    if (
        end < len(doc)
        and is_office(doc[end], lexicon)
        and not _is_headed(doc, start, end - 1, lexicon)
    ):
        return False  # "Turkish Energy" of "Turkish Energy Minister"
    if doc[start].text.lower() in lexicon.titles.particles or (
        start and doc[start - 1].text.lower() in lexicon.titles.particles
    ):
        return False  # "der Leyen"
    if names_holder(doc, start, lexicon):
        return False
    if any(token.text.lower() in lexicon.body_words for token in doc[start:end]):
        return True
    root = doc[start:end].root
    return root.dep_ in AGENT_ROLES or (
        root.dep_ == "pobj" and root.head.lower_ in ("by", "between", "with")
    )


MINISTRY = re.compile(
    r"\b(?:foreign|finance|defen[cs]e|interior|energy|trade|oil|economy|health|"
    r"transport|agriculture|justice|education|"
    r"culture|labou?r|commerce|industry|information|environment|tourism|home|"
    r"petroleum|planning)"
    r"(?:\s+(?:and|affairs)\s*\w*)?\s+ministry\b"
)


def _plain_ministries(doc: "Doc") -> list[tuple[int, int]]:
    """Return ministries in lower case, with the country before them."""
    spans: list[tuple[int, int]] = []
    for match in MINISTRY.finditer(doc.text):
        span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is not None:
            spans.append((span.start, span.end))
    return spans


def find_sector(name: str, lexicon: ActorLexicon) -> str:
    """Return the sector of a body's words of kind; the table's order decides between two."""
    told = set(name.lower().split())
    return next((code for word, code in lexicon.body_words.items() if word in told), "UNK")


def _make(
    text: str, start: int, end: int, countries: Sequence[CountryHit], lexicon: ActorLexicon
) -> BodyHit | None:
    name = text[start:end]
    if NOT_BODIES.search(name) or lexicon.agencies.match(name) or "\n" in name:
        return None
    inner = [c for c in countries if start <= c.start and c.end <= end]
    if inner and inner[0].start == start and inner[0].end == end:
        return None
    before = [c for c in countries if 0 < start - c.end <= 3 and c.start < start]
    after = [
        c
        for c in countries
        if 0 < c.start - end <= 8
        and re.fullmatch(r"\s+(?:of|in)\s+(?:the\s+)?", text[end : c.start])
    ]
    place = (inner or before or after or [None])[0]
    sector = find_sector(name, lexicon)
    if sector == "UNK" and not re.search(r"[A-Z].*[A-Z]", name):
        return None
    return BodyHit(start, end, name, place.country_code if place else None, sector)


def _acronyms(text: str, found: Sequence[BodyHit]) -> list[BodyHit]:
    """Return every use of the acronyms that brackets define after a body's name."""
    hits: dict[tuple[int, int], BodyHit] = {}
    for body in found:
        bracket = BRACKET.match(text, body.end)
        if bracket is None or len(body.name) <= len(bracket.group(1)):
            continue
        for use in re.finditer(rf"(?<![\w-]){re.escape(bracket.group(1))}(?!\w)", text):
            span = (use.start(), use.end())
            hits.setdefault(
                span, BodyHit(*span, body.name, body.country_code, body.sector_code)
            )
    return list(hits.values())
