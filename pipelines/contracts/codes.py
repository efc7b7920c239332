"""Short lists of codes that columns may hold; their meaning is in the reference tables."""

STATUSES = ("occurred", "ongoing", "planned", "hypothetical", "denied")
PRECISIONS = ("day", "month", "year", "range", "unknown")
DATE_BASES = ("stated", "relative", "reported", "unknown")
PUBLISHED_BASES = ("stated", "metadata", "dateline", "given", "bounded", "unknown")
ACTOR_KINDS = ("country", "person", "organisation")
ROLES = ("source", "target")
MEASURES = ("level", "change", "percent_change", "share", "rank")
QUALIFIERS = ("=", "~", ">", "<")
METRIC_STATUSES = ("observed", "target", "forecast", "hypothetical")
THING_KINDS = ("agreement", "project", "facility", "gathering", "programme")
QUAD_CLASSES = (
    "verbal cooperation",
    "material cooperation",
    "verbal conflict",
    "material conflict",
)
ITEM_KINDS = ("actor", "event", "metric", "thing")
