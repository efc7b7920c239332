"""The classes of the model's heads, in the order of its outputs; the order is fixed."""

EVENT_TYPES = (
    "none", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
ACTIONS = (
    "agree", "pledge", "invite", "accept", "offer", "express_interest", "meet", "visit",
    "negotiate", "call", "convene", "sign", "ratify", "approve", "praise", "endorse",
    "recognise", "join", "apologise", "ease", "yield", "trade", "invest", "contract",
    "joint_project", "joint_exercise", "share", "host", "give_economic_aid",
    "give_military_aid", "give_humanitarian_aid", "withdraw", "release", "cease_fire",
    "disarm", "resign", "admit", "request", "demand", "criticise", "accuse", "investigate",
    "sue", "reject", "cancel", "threaten", "demonstrate", "riot", "strike", "boycott",
    "sanction", "expel", "sever", "convict", "deploy", "exercise", "alert", "seize", "arrest",
    "restrict", "deport", "cyber_attack", "attack", "battle", "bomb", "kill", "abduct",
)  # fmt: skip
EVENT_STATUSES = ("occurred", "ongoing", "planned", "hypothetical", "denied")
BASES = ("timed", "reported", "unknown")
INDICATORS = (
    "trade_turnover", "exports", "imports", "trade_balance", "investment", "aid", "debt",
    "budget", "revenue", "contract_value", "price", "inflation", "interest_rate", "gdp",
    "production", "consumption", "reserves", "capacity", "transport", "population",
    "employment", "military", "casualties", "length", "area", "duration", "agreements",
    "rank", "share", "other",
)  # fmt: skip
MEASURES = ("level", "change", "percent_change", "share", "rank")
METRIC_STATUSES = ("observed", "target", "forecast", "hypothetical")
