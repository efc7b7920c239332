"""Countries: where they are named, and whether as an agent or as a place."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.extraction.actors.lexicon import ActorLexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc

PLACE_BEFORE = re.compile(
    r"(?i)\b(?:in|at|near|from|into|inside|outside|across|throughout|through|within|"
    r"around|north of|"
    r"south of|east of|west of|over|leave|leaves|left|reached|arrived "
    r"in)\s+(?:the\s+|northern\s+|"
    r"southern\s+|eastern\s+|western\s+|central\s+|neighbou?ring\s+)*$"
)
PLACE_COMMA = re.compile(r"([A-Z][\w'-]+),\s+$")
DASHES = ("-", "\u2013", "\u2014")
MONEY_AFTER = re.compile(r"(?i)\s*(?:dollars?|dlrs?|\$)")
US_STATE = re.compile(
    r"\b(?:Atlanta|Savannah|state of Georgia|Georgia (?:Republican|Democrat|Senator|"
    r"Governor))\b"
)


@dataclass(frozen=True, slots=True)
class CountryHit:
    """A country's name at half-open characters; `is_place` where it names only a place."""

    start: int
    end: int
    country_code: str
    form: str
    is_place: bool


def find_countries(doc: "Doc", lexicon: ActorLexicon) -> tuple[CountryHit, ...]:
    """Return every country, demonym, capital and seat of power named in `doc`."""
    text = doc.text
    first_names = {
        t.idx for t in doc[1:-1]
        if t.nbor(-1).text.lower() in lexicon.office_words and t.nbor(-1).text[:1].isupper()
        and t.nbor(1).ent_type_ == "PERSON" and t.text[:1].isupper()
    }  # fmt: skip
    people = {t.idx for e in doc.ents if e.label_ == "PERSON" for t in list(e)[1:]}
    hits: list[CountryHit] = []
    for match in lexicon.countries.find(text):
        code, form = match.payload.country_code, match.payload.form
        if match.start in first_names:
            continue
        if form in ("capital", "seat") and _is_in_chain(text, match.start, match.end):
            continue
        if (match.start in people and form != "demonym") or _is_other(
            text, match.start, match.end, code
        ):
            continue
        hits.append(
            CountryHit(
                match.start,
                match.end,
                code,
                form,
                _is_place(text, match.start, match.end, form, lexicon.city_names),
            )
        )
    return tuple(hits)


def _is_in_chain(text: str, start: int, end: int) -> bool:
    """Tell whether a city is part of a line's name ("Baku-Tbilisi-Kars")."""
    return text[start - 1 : start] in DASHES or text[end : end + 1] in DASHES


def _is_other(text: str, start: int, end: int, code: str) -> bool:
    """Tell names that only look like a country's: a state, part of a longer name."""
    if code == "GEO" and US_STATE.search(text):
        return True
    if (
        code == "USA"
        and re.search(r"(?:Latin|South|North|Central|of)\s+$", text[max(start - 10, 0) : start])
        and text[start:end] == "America"
    ):
        return True
    after = text[end : end + 18]
    if code == "USA" and MONEY_AFTER.match(after):
        return True
    return bool(
        re.match(r"\s+(?:Times|Post|Daily|Street|Airlines Flight|Sea\b|Ocean\b|Gulf\b)", after)
    )


def _is_place(text: str, start: int, end: int, form: str, cities: frozenset[str]) -> bool:
    before = text[max(start - 40, 0) : start]
    if form in ("demonym", "seat"):
        return False
    if re.match(r"'s?\b", text[end : end + 3]) and form == "name":
        return False
    if form == "capital":
        return not _acts(text, start, end)
    city = PLACE_COMMA.search(before[-30:])
    return bool(PLACE_BEFORE.search(before) or (city and city.group(1) in cities))


ACTS_AFTER = re.compile(
    r"^(?:\s+(?:has|have|had|also|is|was|would|will|itself|still|now|then|since|"
    r"later|never|again|formally|"
    r"officially|immediately))*\s+(?:said|says|announced|accused|accuses|denied|denies|warned|"
    r"warns|rejected|rejects|agreed|agrees|called|calls|wants|wanted|insists|"
    r"insisted|hopes|hoped|expects|"
    r"believes|believed|supports|supported|signed|signs|recalled|recalls|imposed|"
    r"imposes|condemned|condemns|"
    r"welcomed|welcomes|urged|urges|seeks|sought|considers|regards|views|views|"
    r"recognises|recognizes|"
    r"recognised|recognized|plans|planned|pledged|demanded|demands|refused|refuses|"
    r"blames|blamed|says|"
    r"threatened|expelled|summoned|backs|backed|offered|offers|maintains|claims|"
    r"claimed|deployed|sent|"
    r"decided|declared|responded|retaliated|ready|willing|prepared|interested|"
    r"committed|trying|seeking)\b"
)
BETWEEN = re.compile(
    r"(?i)\b(?:between|with|against|by|accused|accuses|urged|told|asked|toward|"
    r"towards|of|to|and)\s+$"
)


def _acts(text: str, start: int, end: int) -> bool:
    """Tell whether a capital stands for its government: it acts, or ties bind it."""
    if ACTS_AFTER.match(text[end : end + 60]):
        return True
    after, before = text[end : end + 24], text[max(start - 40, 0) : start]
    if re.match(r"\s+and\s+[A-Z]", after) and re.search(
        r"(?i)(?:between|ties|relations of|both)\s+$", before
    ):
        return True
    if re.match(r"'s\s", text[end : end + 4]) and not re.search(r"(?i)\bin\s+$", before):
        return bool(
            re.match(
                r"'s\s+(?:position|policy|decision|support|proposal|stance|request|"
                r"offer|demand|efforts?|plan|willingness|role|relations)",
                after,
            )
        )
    return bool(
        re.search(
            r"(?i)(?:relations|ties|talks|cooperation|agreement|deal|pressure|"
            r"tensions?)\s+(?:with|between|on)\s+$",
            before,
        )
    ) or bool(re.search(r"(?i)between\s+[A-Z][\w.' ]{2,24}\s+and\s+$", before))
