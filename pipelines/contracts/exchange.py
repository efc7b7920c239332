"""Contracts of the marts that keep the column names of other event data sets."""

from pipelines.contracts.columns import Contract, day, real, text, whole
from pipelines.contracts.main import EVENT_ID, TO_EVENT

CONTRACTS = (
    Contract(
        "marts.plover_events",
        "one row per event under PLOVER's names, what is planned in cooperation as AGREE",
        (
            EVENT_ID,
            day("event_date", "First day of the event"),
            text("event_type", "PLOVER type"),
            text("event_mode", "PLOVER mode, or our action where it has none", null=True),
            text("contexts", "future for what is planned", null=True, codes=("future",)),
            real("intensity", "Score of the type, -10 to 10", least=-10, most=10),
            text(
                "quad_code",
                "Verbal, material cooperation; verbal, material conflict",
                codes=("Q1", "Q2", "Q3", "Q4"),
            ),
            text("actor_names", "Who does it, joined by '; '", null=True),
            text("actor_countries", "Their countries, ISO alpha-3, in that order", null=True),
            text("actor_sectors", "Their sectors, in that order", null=True),
            text("recipient_names", "Who receives it, joined by '; '", null=True),
            text("recipient_countries", "Their countries, in that order", null=True),
            text("recipient_sectors", "Their sectors, in that order", null=True),
            text("placename", "Where", null=True),
            text("country", "Country of the place, ISO alpha-3", null=True),
            real("latitude", "Degrees north", null=True, least=-90, most=90),
            real("longitude", "Degrees east", null=True, least=-180, most=180),
            day("publication_date", "First publication that mentions it"),
            text("event_text", "The clause that tells it best"),
        ),
        ("event_id",),
        (TO_EVENT,),
    ),
    Contract(
        "marts.gdelt_mentions",
        "one row per event mention under GDELT's column names",
        (
            text("GlobalEventID", "Event, as event_id in main.events"),
            whole("EventTimeDate", "First day of the event, YYYYMMDD000000", null=True),
            whole("MentionTimeDate", "Day of publication, YYYYMMDD000000", null=True),
            whole("MentionType", "1 an article on the web, 2 any other document"),
            text("MentionSourceName", "Outlet", null=True),
            text("MentionIdentifier", "Path or URL of the article"),
            whole("SentenceID", "Sentence within the article, from 1", least=1),
            whole("Actor1CharOffset", "First character of a source, -1 unknown", least=-1),
            whole("Actor2CharOffset", "First character of a target, -1 unknown", least=-1),
            whole("ActionCharOffset", "First character of the evidence"),
            whole("InRawText", "Always 1: evidence is a piece of the text received"),
            whole("Confidence", "Probability that the row is right, percent"),
            whole("MentionDocLen", "Characters of the article"),
            real("MentionDocTone", "Always NULL: tone is not measured", null=True),
            text("MentionDocTranslationInfo", "Always NULL: not translated", null=True),
            text("Extras", "Mention, as event_mention_id in extracted.event_mentions"),
        ),
        ("Extras",),
        (("GlobalEventID", "main.events", "event_id"),),
    ),
)
