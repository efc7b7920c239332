"""Words without a name: "the two countries", "the ministers", "his counterpart", "he"."""

import re
from collections import Counter
from typing import TYPE_CHECKING

from pipelines.extraction.actors.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

COUNTRY_GROUP = re.compile(
    r"(?i)\b(?:(?:the|these|those|our)\s+)?(?:two|both|three|"
    r"four)\s+(?:\w+\s+)?(?:countries|nations|states|governments|neighbou?rs|"
    r"peoples|economies|allies|sides|parties|capitals|republics|powers)\b|"
    r"\b(?:the|both)\s+(?:sides|parties|countries|nations|governments|"
    r"neighbou?rs)\b|\beach\s+other\b|\bone\s+another\b"
)
PEOPLE_GROUP = re.compile(
    r"(?i)\b(?:the|both|these)\s+(?:two\s+|three\s+|four\s+|foreign\s+|defen[cs]e\s+|prime\s+)*"
    r"(?:presidents|ministers|leaders|heads of state|heads of government|officials|"
    r"diplomats|premiers|chiefs|"
    r"chancellors|men|counterparts|negotiators|envoys|interlocutors|statesmen)\b(?!\s+of\b)"
)
BARE_BOTH = re.compile(
    r"\b[Bb]oth\b(?=\s+(?:agreed|said|have|signed|expressed|pledged|were|had|also|"
    r"called|blamed|accused|condemned|stressed|reaffirmed|noted|will|want))"
)
GENERIC = (
    (
        re.compile(
            r"(?i)\b(?:the|his|her|its|their|my|our|this)\s+(?:own\s+)?(?:country|nation|"
            r"kingdom|republic|homeland|government|authorities|state|island|delegation)\b"
        ),
        ("country",),
    ),
    (
        re.compile(
            r"(?i)\b(?:the|its)\s+(?:company|firm|bank|ministry|group|agency|"
            r"organi[sz]ation|bloc|alliance|union|party|council|commission|corporation|"
            r"committee|department|fund|parliament|institution|body|giant|airline|carrier|"
            r"exchange|board)\b(?!\s+of)"
        ),
        ("organisation",),
    ),
)
COUNTERPART = re.compile(r"(?i)\b(?:his|her|their)\s+(?:[A-Z]\w+\s+)?counterparts?\b")
PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]er|[Hh]is)\b")
THEY = re.compile(r"\b(?:[Tt]hey|[Tt]hem|[Ww]e)\b")
IT = re.compile(r"\b[Ii]t\b")


def add_groups(doc: "Doc", draft: Draft) -> None:
    """Resolve group nouns, generic nouns, counterparts and pronouns, in text order."""
    text = doc.text
    finders = (
        [(m, "pair") for p in (COUNTRY_GROUP, BARE_BOTH) for m in p.finditer(text)]
        + [(m, "people") for m in PEOPLE_GROUP.finditer(text)]
        + [(m, "he") for m in PRONOUN.finditer(text)]
        + [(m, "they") for m in THEY.finditer(text)]
        + [(m, "it") for m in IT.finditer(text)]
        + [(m, "counterpart") for m in COUNTERPART.finditer(text)]
        + [(m, kinds[0]) for pattern, kinds in GENERIC for m in pattern.finditer(text)]
    )
    for match, kind in sorted(finders, key=lambda f: (f[0].start(), -f[0].end())):
        if any(
            match.start() < r.char_end
            and r.char_start < match.end()
            and r.form != "place"
            and kind != "counterpart"
            for r in draft.references
        ):
            continue
        keys = _RESOLVERS[kind](draft, doc, match)
        form = "pronoun" if kind in ("he", "they", "it") else "group"
        draft.add(match.start(), match.end(), form, *keys)


def _pair(draft: Draft, doc: "Doc", match: re.Match[str]) -> list[str]:
    """Two countries: those named together last, else the two named most."""
    size = 3 if "three" in match.group().lower() else 2
    sentence = _sentence(doc, match.start())
    keys = _countries(draft, sentence.start_char, match.start())
    if len(keys) == size:
        return keys
    totals = Counter(
        key
        for r in draft.references
        if r.char_start < match.start() or r.char_start < 400
        for key in _as_countries(draft, r.actor_keys)
    )
    if re.search(r"(?i)sides|parties|both$|each|one", match.group()):
        people = list(draft.before(match.start(), kinds=("person",))[:2])
        codes = {draft.actors[k].country_code for k in people}
        if (
            len(people) == 2
            and len(codes) == 2
            and re.search(r"(?i)sides|parties|both$|each", match.group())
            and _near(draft, people, match.start())
        ):
            return people[::-1]
    return [key for key, _ in totals.most_common(size)] if len(totals) >= size else []


def _near(draft: Draft, keys: list[str], at: int) -> bool:
    """Tell whether all of `keys` were named in this paragraph or the one before."""
    return all(
        any(at - 700 < r.char_start < at and key in r.actor_keys for r in draft.references)
        for key in keys
    )


def _countries(draft: Draft, start: int, end: int) -> list[str]:
    keys: dict[str, None] = {}
    for reference in sorted(draft.references, key=lambda r: r.char_start):
        if (
            start <= reference.char_start
            and reference.char_end <= end
            and reference.form != "place"
        ):
            keys.update(dict.fromkeys(_as_countries(draft, reference.actor_keys)))
    return list(keys)


def _as_countries(draft: Draft, keys: tuple[str, ...]) -> list[str]:
    found = (
        f"country:{draft.actors[key].country_code}"
        for key in keys
        if draft.actors[key].country_code
    )
    return [key for key in found if key in draft.actors]


def _people(draft: Draft, _doc: "Doc", match: re.Match[str]) -> list[str]:
    """The last two people of different countries, those with the office first."""
    head = match.group().split()[-1].lower().rstrip("s")
    size = 3 if "three" in match.group().lower() else 2
    people = draft.before(match.start(), kinds=("person",), forms=("name", "title", "surname"))
    fitting = [k for k in people if head in (draft.actors[k].role or "").lower()]
    chosen = fitting if len(fitting) >= size else people
    picked: list[str] = []
    for key in chosen:
        codes = [draft.actors[k].country_code for k in picked]
        if (
            draft.actors[key].country_code is None
            or draft.actors[key].country_code not in codes
        ):
            picked.append(key)
    return picked[:size][::-1] if len(picked) >= size else []


def _he(draft: Draft, doc: "Doc", match: re.Match[str]) -> list[str]:
    return _last_subject(draft, doc, match.start(), ("person",))


def _last_subject(draft: Draft, doc: "Doc", at: int, kinds: tuple[str, ...]) -> list[str]:
    """The subject of this sentence's start or of the sentence before, else the last named."""
    sentence = _sentence(doc, at)
    for start, end in (
        (sentence.start_char, at),
        (_before(doc, sentence), sentence.start_char),
    ):
        inside = [
            r
            for r in sorted(draft.references, key=lambda r: r.char_start)
            if start <= r.char_start
            and r.char_end <= end
            and len(r.actor_keys) == 1
            and draft.actors[r.actor_keys[0]].kind in kinds
            and r.form not in ("place", "demonym")
        ]
        subjects = [r for r in inside if _is_subject(doc, r.char_start, r.char_end)]
        if subjects or inside:
            return [(subjects or inside)[-1 if subjects else 0].actor_keys[0]]
    return draft.before(at, kinds=kinds)[:1]


def _is_subject(doc: "Doc", start: int, end: int) -> bool:
    span = doc.char_span(start, end, alignment_mode="expand")
    return span is not None and span.root.dep_ in ("nsubj", "nsubjpass")


def _they(draft: Draft, doc: "Doc", match: re.Match[str]) -> list[str]:
    """The last group, else the subjects joined by "and", else the last pair."""
    if match.group().lower() == "we":
        return _last_subject(draft, doc, match.start(), ("person", "country", "organisation"))
    groups = [
        r for r in draft.references if r.char_end <= match.start() and len(r.actor_keys) > 1
    ]
    last = max(groups, key=lambda r: r.char_end, default=None)
    if last and match.start() - last.char_end < 600:
        return list(last.actor_keys)
    people = draft.before(match.start(), kinds=("person",))[:2]
    return people[::-1] if len(people) == 2 and _near(draft, people, match.start()) else []


def _it(draft: Draft, doc: "Doc", match: re.Match[str]) -> list[str]:
    span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
    if span is None or span.root.dep_ == "expl":
        return []
    return _last_subject(draft, doc, match.start(), ("organisation", "country"))


def _country(draft: Draft, doc: "Doc", match: re.Match[str]) -> list[str]:
    keys = _last_subject(draft, doc, match.start(), ("country", "person", "organisation"))
    return _as_countries(draft, tuple(keys)) or _as_countries(
        draft, tuple(draft.before(match.start(), kinds=("country",))[:1])
    )


def _organisation(draft: Draft, _doc: "Doc", match: re.Match[str]) -> list[str]:
    head = match.group().split()[-1].lower()
    bodies = draft.before(match.start(), kinds=("organisation",))
    named = [k for k in bodies if head in draft.actors[k].name.lower()]
    return (named or bodies)[:1]


def _counterpart(draft: Draft, _doc: "Doc", match: re.Match[str]) -> list[str]:
    """A counterpart without a name stands for the country that is named with it."""
    inner = [
        r
        for r in draft.references
        if match.start() <= r.char_start and r.char_end <= match.end() and r.form == "demonym"
    ]
    return list(inner[0].actor_keys) if inner else []


_RESOLVERS = {
    "pair": _pair,
    "people": _people,
    "he": _he,
    "they": _they,
    "it": _it,
    "country": _country,
    "organisation": _organisation,
    "counterpart": _counterpart,
}


def _sentence(doc: "Doc", at: int) -> "Span":
    span = doc.char_span(at, at + 1, alignment_mode="expand")
    assert span is not None
    return span.sent


def _before(doc: "Doc", sentence: "Span") -> int:
    start = sentence.start  # pyright: ignore[reportAttributeAccessIssue]
    return doc[start - 1].sent.start_char if start else 0
