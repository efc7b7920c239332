"""Named things: agreements, projects, facilities, gatherings, programmes; no actors."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.extraction.matching import NameMatcher
from pipelines.extraction.parsing import fold
from pipelines.extraction.records import Cast, Evidence, ReferenceTables, ThingMention

KINDS = {
    "agreement": "Declaration|Agreement|Treaty|Accords?|Protocol|Memorandum|Pact|Convention|"
    "Charter|Communique|Concordat|Roadmap",
    "project": "Pipeline|Railway|Corridor|Highway|Canal Project|Interconnector|Project|"
    "pipeline|railway|corridor",
    "facility": "Field|Refinery|Power Plant|Terminal|Port|Dam|Airport|Reactor|Shipyard|Mine|"
    "gas field|oil field|power plant|nuclear plant|refinery|dam",
    "gathering": "Summit|Forum|Conference|Congress|Expo|Exhibition|Festival|Meeting|"
    "Games|Round",
    "programme": "Initiative|Programme|Program|Strategy|Plan|Partnership|Fund for [A-Z]\\w+|"
    "Scheme|Action Plan|Working Group on [A-Z]\\w+(?: [A-Z]\\w+)*",
}
NAME_WORD = r"(?:[A-Z][\w'&.-]*|of|on|for|and|the|to|in)"
HEADED = {
    kind: re.compile(
        rf"(?<![\w-])((?:[A-Z][\w'&-]*\s+)(?:{NAME_WORD}\s+){{0,6}}?(?:{heads}))(?![\w-])(?P<tail>\s+(?:on|of|for|between)\s+[A-Z][\w-]+(?:\s+(?:[A-Z][\w-]+|and|of|the)){{0,5}})?"
    )
    for kind, heads in KINDS.items()
}
NUMBERED = re.compile(
    r"(?<![\w-])(?:COP\s?\d{1,2}|G-?(?:7|8|20)\s+[Ss]ummit|CHOGM|Expo\s?(?:19|"
    r"20)\d\d|Rio\+20)(?!\w)"
)
CHAIN = re.compile(
    r"(?<![\w-])[A-Z][a-z]+(?:-[A-Z][a-z]+){2,}(?:\s+(?:oil|gas|natural "
    r"gas))?(?:\s+(?:[Pp]ipeline|[Rr]ailway|[Cc]orridor|[Rr]oad))?(?!\w)"
)
BRACKET = re.compile(r"\s*\(([A-Z][A-Za-z0-9-]{1,9})\)")
OPENERS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "in",
        "on",
        "at",
        "during",
        "under",
        "for",
        "after",
        "before",
        "by",
        "its",
        "his",
        "their",
        "and",
        "of",
        "to",
        "with",
        "as",
    ]
)
GENERIC = re.compile(
    r"^(?:(?:Joint|Action|Strategic|Annual|New|First|Second|Third|Final|Peace|Free "
    r"Trade|Trade|Security|Defen[cs]e|National|Regional|"
    r"Draft|Next|Last|Special|Ministerial|International|High-Level|Framework|"
    r"Economic|Bilateral)\s+)*(?:" + "|".join(KINDS.values()) + r")$"
)
TRAILING = frozenset(["of", "on", "for", "and", "the", "to", "in"])


@dataclass(frozen=True, slots=True)
class ThingLexicon:
    """Well-known things by every name."""

    known: NameMatcher[tuple[str, str]]

    @classmethod
    def from_tables(cls, tables: ReferenceTables) -> "ThingLexicon":
        """Build from `things`."""
        return cls(
            NameMatcher(
                (fold(name), (row["name"], row["kind"]))
                for row in tables["things"]
                for name in (row["name"], *filter(None, row["aliases"].split("|")))
            )
        )


def find_things(
    body: str, text: str, cast: Cast, lexicon: ThingLexicon
) -> tuple[ThingMention, ...]:
    """Return the named things of an article; `text` is its folded body."""
    bodies = [
        (r.char_start, r.char_end)
        for r in cast.references
        if r.form == "name" and cast.actors[r.actor_keys[0]].kind == "organisation"
    ]
    spans: dict[tuple[str, str], list[tuple[int, int, str]]] = defaultdict(list)
    taken: list[tuple[int, int]] = []
    for start, end, name, kind, rule in _candidates(text, lexicon):
        if any(start < b and a < end for a, b in taken) or any(
            a <= start and end <= b for a, b in bodies
        ):
            continue
        taken.append((start, end))
        spans[_canonical(name), kind].append((start, end, rule))
    return tuple(
        ThingMention(
            name=name,
            kind=kind,
            surfaces=tuple(dict.fromkeys(" ".join(body[a:b].split()) for a, b, _ in found)),
            evidence=tuple(Evidence(a, b, body[a:b]) for a, b, _ in sorted(found)),
            rule=found[0][2],
        )
        for (name, kind), found in spans.items()
    )


def _canonical(name: str) -> str:
    return " ".join(name.split())


def _candidates(text: str, lexicon: ThingLexicon) -> Iterator[tuple[int, int, str, str, str]]:
    """Yield half-open characters, name, kind and rule; better rules first."""
    for match in lexicon.known.find(text):
        yield match.start, match.end, match.payload[0], match.payload[1], "known"
    for found in NUMBERED.finditer(text):
        yield (
            found.start(),
            found.end(),
            re.sub(r"\s+", "", found.group())
            if found.group().startswith("COP")
            else found.group(),
            "gathering",
            "numbered",
        )
    for found in CHAIN.finditer(text):
        if re.search(r"(?i)pipeline|railway|corridor|road", found.group()):
            yield found.start(), found.end(), found.group(), "project", "chain"
    for kind, pattern in HEADED.items():
        for found in pattern.finditer(text):
            yield from _headed(text, found, kind)


def _headed(
    text: str, found: re.Match[str], kind: str
) -> Iterator[tuple[int, int, str, str, str]]:
    """Yield a capitalised name with its word of kind, without what only opens it."""
    start, end = found.start(1), found.end(1)
    tail = found.group("tail") or ""
    if tail and kind in ("agreement", "programme"):
        words = tail.split(" ")
        while words and words[-1] in TRAILING:
            words.pop()
        end += len(" ".join(words))
    name = text[start:end]
    first = name.split()[0]
    while first.lower() in OPENERS and " " in name:
        start += len(first) + len(name[len(first) :]) - len(name[len(first) :].lstrip())
        name = text[start:end]
        first = name.split()[0]
    if "\n" in name or GENERIC.match(name) or not name[0].isupper() or len(name.split()) < 2:
        return
    yield start, end, name, kind, "headed"
    bracket = BRACKET.match(text, end)
    if bracket:
        for use in re.finditer(rf"(?<![\w-]){re.escape(bracket.group(1))}(?!\w)", text):
            yield use.start(), use.end(), name, kind, "acronym"
