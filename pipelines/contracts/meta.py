"""Contracts of `meta` and `reference`: the warehouse about itself, and its code lists."""

from pipelines.contracts import codes
from pipelines.contracts.columns import Contract, flag, moment, real, text, whole

META = (
    Contract(
        "meta.rejected",
        "one row per input or row that did not get in",
        (
            text("stage", "articles, extraction or contracts"),
            text("source_uri", "Path or URL of the input"),
            text("row_key", "Row within the input", null=True),
            text("reason", "Why, as a short code"),
            text("detail", "Why, in words", null=True),
            text("run_id", "Run that rejected it"),
            moment("rejected_at", "When, UTC"),
        ),
        (),
    ),
    Contract(
        "meta.merges",
        "one row per mention that was merged into an actor, event, metric or thing",
        (
            text("kind", "What was merged", codes=codes.ITEM_KINDS),
            text("id", "What it was merged into"),
            text("mention_id", "Mention that was merged"),
            text("reason", "Why the two are one"),
            real("score", "How sure, 0 to 1", least=0, most=1),
        ),
        ("kind", "id", "mention_id"),
    ),
    Contract(
        "meta.retired_ids",
        "one row per id that is no longer used: its item turned out to be another",
        (
            text("kind", "What it named", codes=codes.ITEM_KINDS),
            text("retired_id", "Id no longer used"),
            text("kept_id", "Id that stands for it now"),
            text("reason", "Why"),
        ),
        ("kind", "retired_id"),
    ),
    Contract(
        "meta.runs",
        "one row per run that published",
        (
            text("run_id", "Run"),
            moment("started_at", "When it started, UTC"),
            text("status", "published or failed", codes=("published", "failed")),
            whole("article_count", "Articles in the warehouse after it"),
            whole("new_article_count", "Articles that it added"),
            whole("rejected_count", "Inputs and rows that it rejected"),
            text("engine", "Engine that read the articles"),
            text("engine_version", "Its version"),
            text("models_version", "State of SQL models and contracts", null=True),
        ),
        ("run_id",),
    ),
    Contract(
        "meta.generations",
        "one row per published state of the warehouse, this one included",
        (
            text("generation", "File name under generations/"),
            text("run_id", "Run that made it"),
            moment("published_at", "When, UTC"),
        ),
        ("generation",),
    ),
    Contract(
        "meta.contracts",
        "one row per table",
        (
            text("table_name", "Layer and table"),
            text("grain", "What one row is"),
            text("key_columns", "Columns that are unique together, joined by ', '"),
        ),
        ("table_name",),
    ),
    Contract(
        "meta.columns",
        "one row per column of every table",
        (
            text("table_name", "Layer and table"),
            text("column_name", "Column"),
            whole("position", "Place in the table, from 1", least=1),
            text("type", "DuckDB type"),
            flag("is_nullable", "Whether NULL is allowed"),
            text("description", "Meaning and unit"),
            text("codes", "Values allowed, joined by ', '", null=True),
        ),
        ("table_name", "column_name"),
    ),
    Contract(
        "meta.column_lineage",
        "one row per column and column that it is computed from",
        (
            text("table_name", "Layer and table"),
            text("column_name", "Column"),
            text("upstream_table", "Table that it comes from"),
            text("upstream_column", "Column that it comes from"),
        ),
        ("table_name", "column_name", "upstream_table", "upstream_column"),
    ),
)

REFERENCE = (
    Contract(
        "reference.countries",
        "one row per state or territory, former ones included",
        (
            text("country_code", "ISO 3166-1 alpha-3; SUN for the Soviet Union"),
            text("name", "Common English name"),
            text("capital", "Capital", null=True),
            real("latitude", "Degrees north of the capital", null=True, least=-90, most=90),
            real("longitude", "Degrees east of the capital", null=True, least=-180, most=180),
            text("source", "Where the facts come from"),
        ),
        ("country_code",),
    ),
    Contract(
        "reference.event_types",
        "one row per event type of PLOVER 2.0",
        (
            text("event_type", "Type"),
            text(
                "quad_class",
                "Verbal or material, cooperation or conflict",
                codes=codes.QUAD_CLASSES,
            ),
            real("intensity", "Score, -10 (conflict) to 10 (cooperation)", least=-10, most=10),
            text("definition", "What it is, in our words"),
        ),
        ("event_type",),
    ),
    Contract(
        "reference.event_actions",
        "one row per action of an event type",
        (
            text("action", "Action"),
            text("event_type", "Type"),
            text("definition", "What it is"),
        ),
        ("action",),
    ),
    Contract(
        "reference.indicators",
        "one row per indicator",
        (text("indicator", "Indicator"), text("definition", "What it measures")),
        ("indicator",),
    ),
    Contract(
        "reference.units",
        "one row per word for a unit",
        (
            text("word", "Word as printed"),
            text("unit", "Unit code"),
            real("multiplier", "Units in one of the word"),
            text("kind", "What it measures"),
            text("source", "Where the facts come from"),
        ),
        ("word",),
    ),
)
CONTRACTS = (*META, *REFERENCE)
