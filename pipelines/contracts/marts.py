"""Contracts of `marts`: ready answers."""

from pipelines.contracts.columns import Contract, day, exact, real, text, whole
from pipelines.contracts.extracted import PERIOD
from pipelines.contracts.main import EVENT_ID, METRIC_ID, TO_EVENT, TO_METRIC

INDICATOR = (
    text("indicator", "What is measured, see reference.indicators"),
    text("indicator_text", "Words for it, for indicator other; else empty"),
    text("subjects", "Country codes or names, sorted, joined by ', '"),
    text("unit", "Unit of the values"),
)

CONTRACTS = (
    Contract(
        "marts.event_timeline",
        "one row per event, with its parties in words",
        (
            EVENT_ID,
            *PERIOD,
            text("event_type", "PLOVER type"),
            text("action", "Action within the type"),
            text("status", "Whether it has been done"),
            text("sources", "Who does it, joined by ', '", null=True),
            text("targets", "Who receives it, joined by ', '", null=True),
            text("place_name", "Where", null=True),
            text("object_text", "What about", null=True),
            text("summary", "The clause that tells it best"),
            whole("article_count", "Articles that mention it"),
        ),
        ("event_id",),
        (TO_EVENT,),
    ),
    Contract(
        "marts.indicator_series",
        "one row per stated fact with its subjects in one column, to be read as a series",
        (
            METRIC_ID,
            *INDICATOR,
            text("measure", "Kind of number"),
            *PERIOD,
            text("status", "Given as fact, goal or guess"),
            text("qualifier", "= exact, ~ about, > more than, < less than"),
            exact("value", "Number in base units"),
            whole("article_count", "Articles that state it"),
        ),
        ("metric_id",),
        (TO_METRIC,),
    ),
    Contract(
        "marts.target_progress",
        "one row per target level, beside the latest observed level of the same series",
        (
            text("target_metric_id", "The target"),
            *INDICATOR,
            exact("target_value", "Goal in base units"),
            day("target_start_on", "First day of the goal's period, inclusive"),
            day("target_end_on", "Last day of the goal's period, inclusive"),
            text("observed_metric_id", "Latest observed level", null=True),
            exact("observed_value", "Its value in base units", null=True),
            day("observed_start_on", "First day of its period, inclusive"),
            day("observed_end_on", "Last day of its period, inclusive"),
            real("percent_reached", "Observed value in percent of the goal", null=True),
            text(
                "state", "met, missed or open as of as_of_on", codes=("met", "missed", "open")
            ),
            day("as_of_on", "Newest publication in the warehouse"),
        ),
        ("target_metric_id",),
        (("target_metric_id", "main.metrics", "metric_id"),),
    ),
    Contract(
        "marts.agreement_register",
        "one row per signing, ratification, approval, contract or joining",
        (
            EVENT_ID,
            text("action", "sign, ratify, approve, contract or join"),
            text("status", "Whether it has been done"),
            *PERIOD,
            text("precision", "How exact the days are"),
            text("parties", "Who signed, joined by ', '", null=True),
            text("place_name", "Where", null=True),
            text("object_text", "What was signed", null=True),
            text("summary", "The clause that tells it best"),
            whole("article_count", "Articles that mention it"),
        ),
        ("event_id",),
        (TO_EVENT,),
    ),
    Contract(
        "marts.office_holders",
        "one row per person and office",
        (
            text("actor_id", "Person"),
            text("name", "Person's name"),
            text("role", "Office as stated"),
            text("organisation", "Body of the office", null=True),
            text("country_code", "Country, ISO alpha-3", null=True),
            day("first_stated_on", "First publication that states it"),
            day("last_stated_on", "Last publication that states it"),
            whole("article_count", "Articles that state it"),
        ),
        ("actor_id", "role", "organisation"),
        (("actor_id", "main.actors", "actor_id"),),
    ),
    Contract(
        "marts.dyad_months",
        "one row per pair of countries and month of dated events",
        (
            text("country_code_a", "First country of the pair in alphabetical order"),
            text("country_code_b", "Second country"),
            day("month_on", "First day of the month", null=False),
            whole("event_count", "Events between the two"),
            whole("verbal_cooperation_count", "Of them verbal cooperation"),
            whole("material_cooperation_count", "Of them material cooperation"),
            whole("verbal_conflict_count", "Of them verbal conflict"),
            whole("material_conflict_count", "Of them material conflict"),
            real(
                "mean_intensity", "Mean intensity of the events, -10 to 10", least=-10, most=10
            ),
        ),
        ("country_code_a", "country_code_b", "month_on"),
    ),
    Contract(
        "marts.conflicting_claims",
        "one row per stated fact that another contradicts: all the same but the value",
        (
            METRIC_ID,
            *INDICATOR,
            text("measure", "Kind of number"),
            *PERIOD,
            text("status", "Given as fact, goal or guess"),
            exact("value", "Value claimed"),
            whole("article_count", "Articles that claim it"),
            whole("claim_count", "Different values claimed for the same"),
        ),
        ("metric_id",),
        (TO_METRIC,),
    ),
    Contract(
        "marts.article_coverage",
        "one row per article: what was read out of it",
        (
            text("article_id", "Article"),
            text("source_uri", "Path or URL"),
            text("outlet", "Who published it", null=True),
            day("published_on", "Day of publication"),
            whole("word_count", "Words in body"),
            whole("sentence_count", "Sentences"),
            whole("actor_count", "Actors named"),
            whole("event_count", "Events told"),
            whole("undated_event_count", "Of them without any day"),
            whole("metric_count", "Numbers read"),
        ),
        ("article_id",),
        (("article_id", "main.articles", "article_id"),),
    ),
)
