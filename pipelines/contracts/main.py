"""Contracts of `main`: actors, events, metrics and things of the world, as reported."""

from pipelines.contracts import codes
from pipelines.contracts.columns import Contract, day, real, text, whole
from pipelines.contracts.extracted import METRIC_COLUMNS, PERIOD

COUNTS = (
    whole("mention_count", "Mentions in all articles"),
    whole("article_count", "Articles that mention it"),
)
REPORTED = (
    day("first_reported_on", "First publication that mentions it; NULL if none is dated"),
    day("last_reported_on", "Last publication that mentions it; NULL if none is dated"),
)
ACTOR_ID = text("actor_id", "Actor")
EVENT_ID = text("event_id", "Event; stays the same from build to build")
METRIC_ID = text("metric_id", "Stated fact; stays the same from build to build")
THING_ID = text("thing_id", "Named thing")
TO_ACTOR = ("actor_id", "main.actors", "actor_id")
TO_EVENT = ("event_id", "main.events", "event_id")
TO_METRIC = ("metric_id", "main.metrics", "metric_id")
TO_THING = ("thing_id", "main.things", "thing_id")

CONTRACTS = (
    Contract(
        "main.actors",
        "one row per actor: country, person or organisation",
        (
            ACTOR_ID,
            text("name", "Fullest or commonest name"),
            text("kind", "What the actor is", codes=codes.ACTOR_KINDS),
            text("country_code", "ISO 3166-1 alpha-3 of affiliation", null=True),
            text("sector_code", "Sector: GOV, MIL, LEG, JUD, BUS, IGO, …", null=True),
            *COUNTS,
            *REPORTED,
        ),
        ("actor_id",),
    ),
    Contract(
        "main.actor_names",
        "one row per actor and spelling",
        (ACTOR_ID, text("name", "Spelling"), whole("mention_count", "Articles that use it")),
        ("actor_id", "name"),
        (TO_ACTOR,),
    ),
    Contract(
        "main.actor_roles",
        "one row per person, office and body",
        (
            ACTOR_ID,
            text("role", "Office as stated"),
            text("organisation_actor_id", "Body of the office", null=True),
            text("country_code", "Country of the office, ISO alpha-3", null=True),
            day("first_stated_on", "First publication that states it"),
            day("last_stated_on", "Last publication that states it"),
            whole("article_count", "Articles that state it"),
        ),
        ("actor_id", "role", "organisation_actor_id"),
        (TO_ACTOR,),
    ),
    Contract(
        "main.events",
        "one row per event in the world",
        (
            EVENT_ID,
            text("event_type", "PLOVER type, see reference.event_types"),
            text("action", "Action within the type"),
            text(
                "quad_class",
                "Verbal or material, cooperation or conflict",
                codes=codes.QUAD_CLASSES,
            ),
            real(
                "intensity", "Goldstein-like score of the type, -10 to 10", least=-10, most=10
            ),
            text(
                "status",
                "Whether it has been done, by the newest telling",
                codes=codes.STATUSES,
            ),
            *PERIOD,
            text("precision", "How exact the days are", codes=codes.PRECISIONS),
            text("place_name", "Where", null=True),
            text("place_country_code", "Country of the place, ISO alpha-3", null=True),
            real("latitude", "Degrees north", null=True, least=-90, most=90),
            real("longitude", "Degrees east", null=True, least=-180, most=180),
            text("object_text", "What was signed, discussed, promised, supplied", null=True),
            text("summary", "The clause that tells it best, as quoted"),
            *COUNTS,
            whole("outlet_count", "Outlets that mention it, where known"),
            *REPORTED,
            real("confidence", "Probability that it is right, 0 to 1", least=0, most=1),
        ),
        ("event_id",),
    ),
    Contract(
        "main.event_participants",
        "one row per actor and role in an event",
        (
            EVENT_ID,
            ACTOR_ID,
            text("role", "source does it, target receives it", codes=codes.ROLES),
        ),
        ("event_id", "actor_id", "role"),
        (TO_ACTOR, TO_EVENT),
    ),
    Contract(
        "main.metrics",
        "one row per stated fact: indicator, subjects, period, status and value",
        (
            METRIC_ID,
            *METRIC_COLUMNS,
            *PERIOD,
            text("status", "Given as fact, goal or guess", codes=codes.METRIC_STATUSES),
            *COUNTS,
            *REPORTED,
        ),
        ("metric_id",),
    ),
    Contract(
        "main.metric_subjects",
        "one row per actor that a stated fact is about",
        (METRIC_ID, ACTOR_ID),
        ("metric_id", "actor_id"),
        (TO_ACTOR, TO_METRIC),
    ),
    Contract(
        "main.things",
        "one row per named agreement, project, facility, gathering or programme",
        (
            THING_ID,
            text("name", "Commonest name"),
            text("kind", "What it is", codes=codes.THING_KINDS),
            *COUNTS,
        ),
        ("thing_id",),
    ),
    Contract(
        "main.event_things",
        "one row per event and thing that its evidence names",
        (EVENT_ID, THING_ID),
        ("event_id", "thing_id"),
        (TO_EVENT, TO_THING),
    ),
    Contract(
        "main.metric_things",
        "one row per stated fact and thing that its evidence names",
        (METRIC_ID, THING_ID),
        ("metric_id", "thing_id"),
        (TO_METRIC, TO_THING),
    ),
    Contract(
        "main.event_metrics",
        "one row per act and the goal or amount that it sets",
        (
            EVENT_ID,
            METRIC_ID,
            text(
                "reason",
                "Why they belong together: words of one clause, or of one sentence",
                codes=("same clause", "same sentence"),
            ),
            whole("article_count", "Articles that say so", least=1),
        ),
        ("event_id", "metric_id"),
        (TO_EVENT, TO_METRIC),
    ),
)
