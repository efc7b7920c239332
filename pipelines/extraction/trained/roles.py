"""Who takes part in an act: the model's links, the grammar's word where it is plain."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pipelines.extraction.events.participants import References, find_participants
from pipelines.extraction.records import Cast
from pipelines.extraction.trained.candidates import Candidate
from pipelines.extraction.trained.decoding import Trigger
from pipelines.extraction.trained.model import Encoded, ReaderModel

if TYPE_CHECKING:
    from spacy.tokens import Doc

ROLE_THRESHOLD = 0.5
FALLBACK_THRESHOLD = 0.15
"""Least probability of a source where no candidate reaches ROLE_THRESHOLD."""

GRAMMAR_LIFT, GRAMMAR_DROP = 0.6, 0.5
"""How far subject and object of an act lift their actors, and drop all others."""

Roles = dict[str, tuple[float, float]]
"""Probabilities of source and target by actor key."""


def near(
    encoded: Encoded, trigger: tuple[int, int], candidates: Sequence[Candidate]
) -> list[Candidate]:
    """Return the candidates inside the window that has the trigger in its core."""
    window = encoded.window_of(trigger[0])
    return [c for c in candidates if window.start <= c.start and c.end <= window.end]


def find_roles(
    doc: "Doc",
    references: References,
    spans: Sequence[Candidate],
    encoded: Encoded,
    model: ReaderModel,
    trigger: Trigger,
) -> tuple[tuple[str, ...], tuple[str, ...], float]:
    """Return the keys of sources and targets, and how sure the least sure of them is."""
    candidates = near(encoded, (trigger.start, trigger.end), spans)
    if not candidates:
        return (), (), 0.0
    scores = model.link("roles", encoded, doc, (trigger.start, trigger.end), candidates)
    roles: Roles = {}
    for candidate, row in zip(candidates, scores, strict=True):
        is_near = doc[candidate.start].sent.start == doc[trigger.start].sent.start
        for key in find_keys(candidate, references.cast, with_holders=is_near):
            source, target = roles.get(key, (0.0, 0.0))
            roles[key] = (max(source, float(row[1])), max(target, float(row[2])))
    root = doc[trigger.start : trigger.end].root.i
    told = find_participants(doc, root, trigger.action, references)
    return _choose(weigh_grammar(roles, *told))


def find_keys(candidate: Candidate, cast: Cast, *, with_holders: bool) -> tuple[str, ...]:
    """Return the actors of a candidate; a demonym in somebody's title means the holder too."""
    reference = cast.references[candidate.source]
    if not with_holders or reference.form not in ("demonym", "name"):
        return reference.actor_keys
    holders = (
        key
        for other in cast.references
        if other.form == "title"
        and other.char_start <= reference.char_start
        and reference.char_end < other.char_end
        for key in other.actor_keys
        if cast.actors[key].kind == "person"
        and cast.actors[key].country_code == cast.actors[reference.actor_keys[0]].country_code
    )
    return tuple(dict.fromkeys((*reference.actor_keys, *holders)))


def weigh_grammar(
    roles: Mapping[str, tuple[float, float]], sources: Sequence[str], targets: Sequence[str]
) -> Roles:
    """Lift the actors that the parse gives as sources and targets; drop others beside them."""
    drop = GRAMMAR_DROP if sources and targets else 0.0
    weighed: Roles = {}
    for key, (source, target) in roles.items():
        if key in sources:
            weighed[key] = (source + GRAMMAR_LIFT * (1 - source), target)
        elif key in targets:
            weighed[key] = (source, target + GRAMMAR_LIFT * (1 - target))
        else:
            weighed[key] = (source * (1 - drop), target * (1 - drop))
    return weighed


def _choose(roles: Roles) -> tuple[tuple[str, ...], tuple[str, ...], float]:
    chosen = {
        key: ("source" if source >= target else "target", max(source, target))
        for key, (source, target) in roles.items()
        if source + target >= ROLE_THRESHOLD
    }
    if not any(role == "source" for role, _ in chosen.values()):
        key = max(roles, key=lambda k: roles[k][0])
        if roles[key][0] >= FALLBACK_THRESHOLD:
            chosen[key] = ("source", roles[key][0])
    sources = tuple(key for key, (role, _) in chosen.items() if role == "source")
    targets = tuple(key for key, (role, _) in chosen.items() if role == "target")
    return sources, targets, min((score for _, score in chosen.values()), default=0.0)
