"""Contracts of `raw` and `extracted`: what was received, and what each article says."""

from pipelines.contracts import codes
from pipelines.contracts.columns import (
    Column,
    Contract,
    binary,
    day,
    evidence,
    evidences,
    exact,
    moment,
    real,
    text,
    texts,
    whole,
)

ARTICLE_ID = text("article_id", "Article, as in main.articles")
ENGINE = (
    text("engine", "Engine that read the row: rules or trained"),
    text("rule", "Rule or head of the model that made the row"),
    real("confidence", "Stated probability that the row is right, 0 to 1", least=0, most=1),
)
PERIOD = (
    day("start_on", "First day, inclusive; NULL if unknown"),
    day("end_on", "Last day, inclusive; NULL if unknown or open"),
)


def _article_columns(*more: Column) -> tuple[Column, ...]:
    """Columns of an article, the same in extracted and main."""
    return (
        text("article_id", "Hash of source_uri and text"),
        text("document_id", "Document that holds the article"),
        text("source_uri", "Path or URL; <path>#<id> for a record of a JSONL file"),
        text("title", "Headline as received", null=True),
        text("outlet", "Who published it, where known", null=True),
        text("author", "Byline, where known", null=True),
        text("language", "ISO 639-1 code", codes=("en",)),
        day("published_on", "Day of publication; NULL if unknown"),
        day(
            "published_earliest_on", "First day on which it can have been published, inclusive"
        ),
        day("published_latest_on", "Last day on which it can have been published, inclusive"),
        text("published_basis", "How the date is known", codes=codes.PUBLISHED_BASES),
        text("body", "Text without what was cut; all offsets are characters in it"),
        whole("word_count", "Words in body"),
        text("is_duplicate_of", "Article with the same words that was read instead", null=True),
        *more,
    )


RAW_DOCUMENTS = Contract(
    "raw.documents",
    "one row per file, page or record as received",
    (
        text("document_id", "Hash of source_uri and content"),
        text("source_uri", "Path or URL; <path>#<id> for a record of a JSONL file"),
        text("media_type", "Media type, e.g. text/plain"),
        text("encoding", "Character encoding; '(guessed)' where nothing declared it"),
        moment("received_at", "When it was read in, UTC"),
        whole("byte_count", "Size in bytes"),
        binary("content", "Bytes as received, never changed"),
    ),
    ("document_id",),
)
ARTICLES = Contract(
    "extracted.articles",
    "one row per article that was read out of a document",
    _article_columns(
        text("label_id", "Name of the article's label file: file stem or record id"),
        text("dateline_place", "City of the dateline: what 'here' means", null=True),
        text("text_hash", "Hash of body: equal for verbatim repeats"),
    ),
    ("article_id",),
    (("document_id", "raw.documents", "document_id"),),
)
SENTENCES = Contract(
    "extracted.sentences",
    "one row per sentence of an article",
    (
        ARTICLE_ID,
        whole("sentence_number", "Place in the article, from 0"),
        whole("char_start", "First character in body"),
        whole("char_end", "One past the last character in body"),
        text("text_hash", "Hash of the sentence's words: equal where articles repeat it"),
    ),
    ("article_id", "sentence_number"),
    (("article_id", "extracted.articles", "article_id"),),
)
CUTOUTS = Contract(
    "extracted.cutouts",
    "one row per piece of text that was cut from an article, with the reason",
    (
        ARTICLE_ID,
        whole("char_start", "First character in the decoded text"),
        whole("char_end", "One past the last character in the decoded text"),
        text("text", "The words that were cut"),
        text("reason", "Why: header, dateline, cookie_notice, job_advert, …"),
    ),
    ("article_id", "char_start"),
    (("article_id", "extracted.articles", "article_id"),),
)
ACTOR_MENTIONS = Contract(
    "extracted.actor_mentions",
    "one row per actor in an article",
    (
        ARTICLE_ID,
        text("actor_id", "Actor meant, as in main.actors"),
        text("actor_key", "Actor within the article"),
        text("name", "Fullest form in the article"),
        text("kind", "What the actor is", codes=codes.ACTOR_KINDS),
        text("country_code", "ISO 3166-1 alpha-3 of affiliation", null=True),
        text("sector_code", "Sector: GOV, MIL, LEG, JUD, BUS, IGO, …", null=True),
        text("role", "Office of a person as the article states it", null=True),
        text(
            "organisation_key",
            "Body whose office a person holds, within the article",
            null=True,
        ),
        texts("surfaces", "Different forms in the article"),
    ),
    ("article_id", "actor_key"),
    (("article_id", "extracted.articles", "article_id"),),
)
EVENT_MENTIONS = Contract(
    "extracted.event_mentions",
    "one row per event in an article",
    (
        text("event_mention_id", "Hash of the article and what it says"),
        ARTICLE_ID,
        text("event_id", "Event meant, as in main.events"),
        text("event_type", "PLOVER type, see reference.event_types"),
        text("action", "Action within the type, see reference.event_actions"),
        text("status", "Whether it has been done", codes=codes.STATUSES),
        *PERIOD,
        text("precision", "How exact the days are", codes=codes.PRECISIONS),
        text("date_basis", "How the days are known", codes=codes.DATE_BASES),
        text("date_text", "Words of the text that say when", null=True),
        text("place_name", "Where, as the gazetteer spells it", null=True),
        text("place_country_code", "Country of the place, ISO alpha-3", null=True),
        real("latitude", "Degrees north of the place", null=True, least=-90, most=90),
        real("longitude", "Degrees east of the place", null=True, least=-180, most=180),
        text("object_text", "What was signed, discussed, promised, supplied", null=True),
        evidences("evidence", "Quotes that say that it happened"),
        *ENGINE,
    ),
    ("event_mention_id",),
    (("article_id", "extracted.articles", "article_id"),),
)
EVENT_PARTICIPANTS = Contract(
    "extracted.event_mention_participants",
    "one row per participant of an event mention",
    (
        text("event_mention_id", "Event mention"),
        text("actor_id", "Actor, as in main.actors"),
        text("actor_key", "Actor within the article"),
        text("name", "Name in the article"),
        text("country_code", "ISO alpha-3 of affiliation", null=True),
        text("role", "source does it, target receives it", codes=codes.ROLES),
    ),
    ("event_mention_id", "actor_key", "role"),
    (("event_mention_id", "extracted.event_mentions", "event_mention_id"),),
)
METRIC_COLUMNS = (
    text("indicator", "What is measured, see reference.indicators"),
    text("indicator_text", "Words of the text for what is measured"),
    exact("value", "Number in base units of `unit`; the middle of a range"),
    exact("value_low", "Lower end of a range", null=True),
    exact("value_high", "Upper end of a range", null=True),
    text("unit", "ISO 4217 code, percent, SI or trade unit, or a counted noun"),
    text("measure", "Kind of number", codes=codes.MEASURES),
    text("qualifier", "= exact, ~ about, > more than, < less than", codes=codes.QUALIFIERS),
)
METRIC_MENTIONS = Contract(
    "extracted.metric_mentions",
    "one row per number in an article",
    (
        text("metric_mention_id", "Hash of the article and what it says"),
        ARTICLE_ID,
        text("metric_id", "Stated fact meant, as in main.metrics"),
        *METRIC_COLUMNS,
        texts("subjects", "Country codes or names that the number is about"),
        texts("subject_actor_keys", "The actors among the subjects, within the article"),
        texts("subject_actor_ids", "The actors among the subjects, as in main.actors"),
        *PERIOD,
        text("date_text", "Words of the text that say when", null=True),
        text("status", "Given as fact, goal or guess", codes=codes.METRIC_STATUSES),
        evidence("evidence", "Quote that holds the number"),
        *ENGINE,
    ),
    ("metric_mention_id",),
    (("article_id", "extracted.articles", "article_id"),),
)
READINGS = Contract(
    "extracted.readings",
    "one row per article that an engine has read, facts or none",
    (
        ARTICLE_ID,
        text("engine", "Engine that read it: rules or trained"),
        text("engine_version", "State of rules, reference tables and weights"),
    ),
    ("article_id",),
    (("article_id", "extracted.articles", "article_id"),),
)
THING_MENTIONS = Contract(
    "extracted.thing_mentions",
    "one row per named agreement, project, facility, gathering or programme in an article",
    (
        ARTICLE_ID,
        text("thing_id", "Thing meant, as in main.things"),
        text("name", "Fullest form in the article"),
        text("kind", "What it is", codes=codes.THING_KINDS),
        texts("surfaces", "Different forms in the article"),
        evidences("evidence", "Where it is named"),
        text("rule", "Rule that found it"),
    ),
    ("article_id", "thing_id"),
    (("article_id", "extracted.articles", "article_id"),),
)
MAIN_ARTICLES = Contract(
    "main.articles",
    "one row per article as received; verbatim repeats are kept and flagged",
    _article_columns(),
    ("article_id",),
    (("document_id", "raw.documents", "document_id"),),
)
CONTRACTS = (
    RAW_DOCUMENTS, ARTICLES, SENTENCES, CUTOUTS, ACTOR_MENTIONS, EVENT_MENTIONS,
    EVENT_PARTICIPANTS, METRIC_MENTIONS, THING_MENTIONS, READINGS, MAIN_ARTICLES,
)  # fmt: skip
