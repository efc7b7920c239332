"""The cast while it is being made: actors, their mentions, who was named last."""

from dataclasses import dataclass, field, replace

from pipelines.extraction.records import Actor, Reference


@dataclass(slots=True)
class Draft:
    """Actors by key and references found so far; only `cast.find_cast` holds one."""

    actors: dict[str, Actor] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)

    def add(self, start: int, end: int, form: str, *keys: str) -> None:
        """Note that half-open characters stand for the actors of `keys`."""
        if keys and not any(
            start < r.char_end and r.char_start < end and r.form == form
            for r in self.references
        ):
            self.references.append(Reference(start, end, form, keys))

    def put(self, actor: Actor) -> None:
        """Add an actor, or fill what is not known of it yet."""
        known = self.actors.get(actor.key)
        if known is None:
            self.actors[actor.key] = actor
            return
        longer = (
            actor.name
            if len(actor.name) > len(known.name) and actor.kind == "person"
            else known.name
        )
        self.actors[actor.key] = replace(
            known,
            name=longer,
            country_code=known.country_code or actor.country_code,
            role=known.role or actor.role,
            sector_code=known.sector_code or actor.sector_code,
            organisation_key=known.organisation_key or actor.organisation_key,
        )

    def before(
        self, at: int, *, kinds: tuple[str, ...], forms: tuple[str, ...] = ()
    ) -> list[str]:
        """Return the keys named before character `at`, the latest first, each once."""
        found: dict[str, None] = {}
        for reference in sorted(self.references, key=lambda r: -r.char_end):
            if reference.char_end > at or (forms and reference.form not in forms):
                continue
            for key in reference.actor_keys:
                if self.actors[key].kind in kinds:
                    found.setdefault(key)
        return list(found)
