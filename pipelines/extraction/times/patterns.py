"""The patterns of time expressions, one regular expression for each form."""

import re
from functools import cache

MONTHS = (
    r"Jan(?:uary|\.)?",
    r"Feb(?:ruary|\.)?",
    r"Mar(?:ch|\.)?",
    r"Apr(?:il|\.)?",
    r"May",
    r"June?\.?",
    r"July?\.?",
    r"Aug(?:ust|\.)?",
    r"Sep(?:t(?:ember|\.)?|\.)?",
    r"Oct(?:ober|\.)?",
    r"Nov(?:ember|\.)?",
    r"Dec(?:ember|\.)?",
)
MONTH = "(?-i:" + "|".join(MONTHS) + ")"
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY = (
    r"(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat)\.(?=\s))"
)
YEAR = r"(?:1[6-9]\d\d|20\d\d|21\d\d)(?![\d,%]*\d|%)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,]\d)"
DASH = r"\s?[-\u2013\u2014]\s?"
TO = rf"(?:{DASH}|\s+(?:to|until|till|through|and)\s+)"
OF = r"(?:,?\s+(?:of\s+)?(?:the\s+year\s+)?)"
NUMBER = (
    r"(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|"
    r"twenty|thirty|several|few|couple\s+of)"
)
UNIT = r"(?:days?|weeks?|months?|quarters?|years?|decades?|hours?)"
THIS_YEAR = r"(?:this|the\s+current|the|last|next|the\s+previous|that)\s+year"
PART_MODIFIER = (
    r"(?:early|mid|late|(?:the\s+)?(?:beginning|start|end|middle|turn)\s+of|"
    r"(?:the\s+)?first\s+half\s+of|"
    r"(?:the\s+)?second\s+half\s+of)"
)
WHICH = r"(?:last|next|this(?:\s+(?:past|coming))?|past|coming|the\s+coming|the\s+previous)"
MOMENT = r"(?:\s+(?:local\s+time|morning|afternoon|evening|night|noon|midnight))?"
"""Part of a day: "Monday morning" is the Monday."""


FORMS: dict[str, str] = {
    "iso": rf"(?P<year>{YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day>3[01]|[12]\d|0[1-9])(?!\d)",
    "dotted": r"(?P<day>3[01]|[12]\d|0?[1-9])\.(?P<month>0[1-9]|1[0-2])\.(?P<year>(?:19|"
    r"20)\d\d)(?!\d)",
    "slashed": r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d\d)(?!\d)",
    "days_month_first": (
        rf"(?P<month>{MONTH})\s+(?P<day>{DAY}){TO}(?:(?P<month2>{MONTH})\s+)?"
        rf"(?P<day2>{DAY})(?:{OF}(?P<year>{YEAR}))?"
    ),
    "days_day_first": (
        rf"(?P<day>{DAY})(?:\s+(?P<month>{MONTH}))?(?:\s+(?P<yeara>{YEAR}))?{TO}"
        rf"(?P<day2>{DAY})\s+(?:of\s+)?(?P<month2>{MONTH})(?:{OF}(?P<year>{YEAR}))?"
    ),
    "day_month_first": rf"(?P<month>{MONTH})\s+(?P<day>{DAY})(?!\s?%)(?:{OF}(?P<year>{YEAR}|"
    rf"{THIS_YEAR}))?",
    "day_day_first": (
        rf"(?:the\s+)?(?P<day>{DAY})\s+(?:of\s+)?(?P<month>{MONTH})(?:{OF}(?P<year>{YEAR}|{THIS_YEAR}))?"
    ),
    "months": rf"(?P<month>{MONTH})(?:\s+(?P<yeara>{YEAR}))?{TO}(?P<month2>{MONTH})"
    rf"(?:{OF}(?P<year>{YEAR}|{THIS_YEAR}))?",
    "month": (
        rf"(?:(?P<modifier>{PART_MODIFIER}|{WHICH})[\s-]+)?(?P<month>{MONTH})"
        rf"(?:{OF}(?P<year>{YEAR}|{THIS_YEAR}))?"
    ),
    "years": rf"(?P<year>{YEAR})(?:{DASH}|\s+(?:to|and|until|through)\s+)(?P<year2>{YEAR}|"
    rf"\d\d(?!\d))",
    "fiscal": (
        r"(?:fiscal(?:\s+year)?|FY|financial\s+year)\s?(?P<year>(?:19|"
        r"20)\d\d)(?:[/-](?P<year2>\d\d(?:\d\d)?))?"
    ),
    "slash_years": r"(?P<year>(?:19|20)\d\d)/(?P<year2>\d\d(?:\d\d)?)(?!\d)",
    "year": rf"(?:(?P<modifier>{PART_MODIFIER})[\s-]+)?(?:the\s+year\s+)?(?P<year>{YEAR})",
    "decade": r"(?:the\s+)?(?:(?P<modifier>early|mid|late)[\s-]+)?(?P<year>(?:1[6-9]|"
    r"20)\d0)'?s\b",
    "weekday": (
        rf"(?:(?P<modifier>{WHICH}|early|late|later|"
        rf"earlier)\s+)?(?:on\s+)?(?P<weekday>{WEEKDAY}){MOMENT}"
    ),
    "today": (
        r"(?P<word>today|yesterday|tomorrow|tonight|last\s+night|overnight|"
        r"this\s+(?:morning|afternoon|evening)|"
        r"earlier\s+in\s+the\s+day|the\s+same\s+day)" + MOMENT
    ),
    "weekend": r"(?:(?P<modifier>last|next|this)\s+|(?:at|over|on)\s+the\s+)weekend",
    "shift": (
        r"(?P<modifier>earlier\s+this|later\s+this|late\s+last|early\s+last|"
        r"early\s+this|late\s+this|early\s+next|"
        r"late\s+next|earlier\s+in\s+the|later\s+in\s+the|last|next|this|current|"
        r"the\s+current|the\s+previous|"
        r"the\s+following|the\s+coming|the\s+past)"
        r"\s+(?P<unit>week|month|quarter|year|decade)(?![\w-])"
    ),
    "end_of_shift": (
        r"(?:the\s+)?(?P<modifier>end|beginning|start|middle)\s+of\s+(?P<which>this|"
        r"next|last|the)\s+"
        r"(?P<unit>week|month|year|decade)|(?:the\s+)?(?P<unit2>year|month|week)'?s?[\s-]end"
    ),
    "ago": rf"(?:(?:about|nearly|almost|some|over|more\s+than)\s+)?(?:a\s+)?"
    rf"(?P<number>{NUMBER})\s+(?P<unit>{UNIT})\s+(?P<way>ago|earlier)",
    "span": (
        rf"(?:(?:in|over|during|within|for)\s+)?the\s+(?P<modifier>past|last|"
        rf"previous|next|coming|following)\s+"
        rf"(?P<number>{NUMBER})\s+(?P<unit>{UNIT})"
    ),
    "within": rf"(?:within|in)\s+(?P<number>{NUMBER})\s+(?P<unit>days?|weeks?|months?|"
    rf"years?)(?:'\s+time)?",
    "first_months": (
        rf"(?:the\s+)?first\s+(?P<number>{NUMBER})\s+months?(?:{OF}(?P<year>{YEAR}|"
        rf"{THIS_YEAR}))?"
    ),
    "half": (
        rf"(?:the\s+)?(?:(?P<half>first|second|last)[\s-]half|"
        rf"H(?P<half2>[12]))(?:(?:{OF}|\s+)(?P<year>{YEAR}|{THIS_YEAR}))?"
    ),
    "quarter": (
        rf"(?:the\s+)?(?:(?P<quarter>first|second|third|fourth|last|final|1st|2nd|"
        rf"3rd|4th)[\s-]quarter|Q(?P<quarter2>[1-4]))"
        rf"(?:(?:{OF}|\s+)(?P<year>{YEAR}|{THIS_YEAR}))?"
    ),
    "season": (
        rf"(?:(?P<modifier>last|next|this|the)\s+)(?P<season>spring|summer|autumn|"
        rf"fall|winter)(?:{OF}(?P<year>{YEAR}))?(?![\w-])"
    ),
    "same_period": (
        r"(?:the\s+)?(?:same|corresponding|year-earlier|year-ago)\s+(?:period|month|"
        r"quarter|time)"
        r"(?:\s+(?:of\s+)?(?:the\s+)?(?P<year>last\s+year|previous\s+year|"
        r"a\s+year\s+(?:earlier|ago|before)|(?:in\s+)?"
        + YEAR
        + r"))?|(?:a\s+)?year[\s-](?:earlier|ago|before)|year[\s-]on[\s-]year|"
        r"the\s+previous\s+year's?"
    ),
}
"""Every form by name; where several match at one place, the longest wins."""

RELATION = re.compile(
    r"(?i)\b((?:ever\s+)?since|until|till|up\s+to|by|before|as\s+of|as\s+at|"
    r"from)\s+(?:about\s+|the\s+)?$"
)
"""What stands before an expression and bounds it."""


@cache
def compiled(name: str) -> re.Pattern[str]:
    """Compile one form on first use; case is free but for months and week days."""
    return re.compile(rf"(?i)(?<![\w/$\u20ac\u00a3-])(?<!\d[.,])(?:{FORMS[name]})(?!\w)")
