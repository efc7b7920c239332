"""What the five articles must answer, through SQL on the published file."""

from collections.abc import Callable
from typing import Any

Ask = Callable[[str], list[tuple[Any, ...]]]

BOILERPLATE = ("cookie", "subscribe", "vacanc", "full digital access", "see also")


def test_trade_turnover_has_five_facts(ask: Ask) -> None:
    rows = ask(
        "select value::bigint, start_on::varchar, end_on::varchar, status, article_count "
        "from marts.indicator_series where indicator = 'trade_turnover' "
        "and subjects = 'AZE, TUR' order by start_on, end_on"
    )
    assert rows == [
        (4_100_000_000, "2020-01-01", "2020-12-31", "observed", 2),
        (2_800_000_000, "2021-01-01", "2021-08-31", "observed", 1),
        (3_400_000_000, "2021-01-01", "2021-10-31", "observed", 1),
        (4_600_000_000, "2021-01-01", "2021-12-31", "observed", 1),
        (15_000_000_000, "2023-01-01", "2023-12-31", "target", 3),
    ]


def test_target_is_measured_against_the_newest_full_year(ask: Ask) -> None:
    rows = ask(
        "select round(percent_reached, 1) from marts.target_progress "
        "where indicator = 'trade_turnover'"
    )
    assert [float(row[0]) for row in rows] == [30.7]


def test_shusha_declaration_is_one_event_of_three_articles(ask: Ask) -> None:
    rows = ask(
        "select distinct e.event_id, e.start_on::varchar, e.article_count from events as e "
        "join event_things using (event_id) join things as t using (thing_id) "
        "where t.name ilike '%shusha declaration%' and e.action = 'sign'"
    )
    assert [row[1:] for row in rows] == [("2021-06-15", 3)]


def test_every_quote_is_what_its_offsets_name(ask: Ask) -> None:
    rows = ask(
        "with pieces as (select article_id, unnest(evidence) as e "
        "from extracted.event_mentions "
        "union all select article_id, evidence from extracted.metric_mentions) "
        "select count(*), count(*) filter (substr(body, (e.char_start + 1)::bigint, "
        "(e.char_end - e.char_start)::bigint) = e.quote) "
        "from pieces join main.articles using (article_id)"
    )
    assert rows[0][0] > 0
    assert rows[0][0] == rows[0][1]


def test_boilerplate_is_in_no_table_but_the_raw_and_the_cutouts(ask: Ask) -> None:
    for words in BOILERPLATE:
        assert ask(f"select count(*) from articles where body ilike '%{words}%'") == [(0,)]


def test_articles_without_a_year_have_no_dated_events_on_june_10(ask: Ask) -> None:
    rows = ask(
        "select start_on from extracted.event_mentions where date_text ilike '%june 10%'"
    )
    assert all(row == (None,) for row in rows)
