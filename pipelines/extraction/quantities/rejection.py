"""Numbers that measure nothing: dates, clocks, ages, editions, names, lists, groups."""

import re

CLOCK_AFTER = re.compile(
    r"(?i)^:\d\d|^\s?(?:a\.?m\b|p\.?m\b|o'clock|hours\b(?=\s+(?:local|GMT))|GMT)|"
    r"^(?:st|nd|rd|th)\b|^[/:]\d"
)
AGE_AFTER = re.compile(r"(?i)^[\s-]years?[\s-]old\b|^\s?,\s+(?:said|told|who|a\s|the\s|was|is)")
AGE_BEFORE = re.compile(r"(?i)\b(?:aged?|turned|turning)\s+$")
NAME_BEFORE = re.compile(
    r"(?:\b(?:Resolution|resolution|No\.|no\.|Number|number|Article|article|Chapter|"
    r"Section|Boeing|Airbus|Flight|flight|Route|Highway|"
    r"Group of|Phase|phase|Protocol|Apollo|Soyuz|Basel|World War|Basic|Annex|Unit|"
    r"Block|Room|Order|Decree|Law|Bill|Channel|Formula|"
    r"Page|page|Line|Gate|Mi|Su|Sukhoi|F|MiG|T|S|IL|Tu|B|A|C|Agenda|Vision|Euro|"
    r"Expo|Group|Covid|COVID|Section|Title|Pier|Zone|Area|Day|"
    r"Figure|Table|Level|Tier|Class|Type|Mark|Windows|version|Version|Stage|"
    r"Sakhalin|Nord Stream|Minsk)[\s-]?|#|\u2116\s?|\()$"
)
NAME_AFTER = re.compile(
    r"^(?:\s?(?:Squadron|Division|Brigade|Commando|Flight|Battalion))|^-[A-Z]"
)
GROUP_AFTER = re.compile(
    r"(?i)^\s+(?:(?:other|neighbou?ring|brotherly|friendly|main|rival|foreign|prime|"
    r"top|former|core)\s+)*(?:countries|sides|parties|presidents|"
    r"ministers|leaders|nations|states|governments|peoples|neighbou?rs|men|women|"
    r"officials|allies|heads of|premiers|powers|"
    r"economies|foes|rivals|capitals|delegations|statesmen|chiefs|of (?:the|them|us|"
    r"his|her|its|these|those|our)|others?|sisters|"
    r"brothers|halves|koreas|firms|companies|groups|organi[sz]ations|institutions|"
    r"bodies|continents)\b"
)
THE_BEFORE = re.compile(
    r"(?i)\b(?:the|these|those|both|our|their|its|other|all|as|by|between)\s+$"
)
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
ONE_OF = re.compile(
    r"(?i)^\s+(?:of|by one|another|or two|day\b|time\b|thing\b|way\b|hand\b|side\b|"
    r"point\b|more\b|such\b)"
)
SCORE = re.compile(r"^-\d{1,2}(?!\d|\s?(?:percent|per|million|billion|%|[a-z]))")


def is_no_quantity(text: str, match: re.Match[str]) -> bool:
    """Tell whether a number is none that measures anything."""
    before, after = (
        text[max(match.start() - 22, 0) : match.start()],
        text[match.end() : match.end() + 40],
    )
    word = match.group().lower()
    if CLOCK_AFTER.match(after) or NAME_AFTER.match(after) or AGE_BEFORE.search(before):
        return True
    if (
        AGE_AFTER.match(after)
        and (word[0].isdigit() or " old" in after[:14])
        and not re.search(r"[$%]", before[-2:])
    ):
        return bool(re.match(r"(?i)^[\s-]years?[\s-]old", after)) or bool(
            re.search(r"[A-Z]\w+,\s$", before)
        )
    if NAME_BEFORE.search(before) and word[0].isdigit() and not before.endswith("("):
        return True
    if before.endswith("(") and after.startswith(")"):
        return True
    if GROUP_AFTER.match(after) and THE_BEFORE.search(before):
        return True
    if word == "one" and (
        ONE_OF.match(after)
        or not re.match(
            r"\s+(?:million|billion|trillion|hundred|thousand|percent|per cent|pct|"
            r"year|month|week)",
            after,
        )
    ):
        return True
    if word in ("zero", "two", "three") and re.match(r"(?i)^\s+(?:of\s|or\s|together)", after):
        return word != "two" or True
    if (
        YEAR.fullmatch(word)
        and not re.match(
            r"\s+(?:[a-z]+s\b|people|men|percent|km|tonnes|tons|million|dollars)", after
        )
        and not before.endswith(("$", "\u20ac", "\u00a3"))
    ):
        return True
    return bool(SCORE.match(after)) and word[0].isdigit()
