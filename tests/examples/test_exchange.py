"""`marts.plover_events` and `marts.gdelt_mentions`: other data sets' names, our rows."""

from collections.abc import Callable
from typing import Any

Ask = Callable[[str], list[tuple[Any, ...]]]


def test_plover_has_all_that_was_done_or_is_announced(ask: Ask) -> None:
    ours = ask("select count(*) from events where status in ('occurred', 'ongoing', 'planned')")
    assert ask("select count(*) from marts.plover_events") == ours


def test_plover_codes_what_is_planned_in_cooperation_as_agree(ask: Ask) -> None:
    rows = ask(
        "select distinct p.event_type, p.event_mode, p.contexts, p.intensity, p.quad_code "
        "from marts.plover_events as p join events as e using (event_id) "
        "where e.status = 'planned' and e.quad_class like '%cooperation'"
    )
    assert rows == [("AGREE", None, "future", 4.0, "Q1")]


def test_plover_keeps_names_and_countries_in_one_order(ask: Ask) -> None:
    rows = ask(
        "select actor_names, actor_countries from marts.plover_events "
        "where actor_names = 'Azerbaijan; Turkey'"
    )
    assert rows
    assert all(row[1] == "AZE; TUR" for row in rows)


def test_gdelt_has_every_mention_once(ask: Ask) -> None:
    assert ask("select count(*), count(distinct Extras) from marts.gdelt_mentions") == ask(
        "select count(*), count(*) from extracted.event_mentions"
    )


def test_gdelt_action_offset_starts_the_quote(ask: Ask) -> None:
    rows = ask(
        "select count(*) from marts.gdelt_mentions as g "
        "join extracted.event_mentions as m on g.Extras = m.event_mention_id "
        "join articles as a using (article_id) where not starts_with("
        "substr(a.body, (g.ActionCharOffset + 1)::bigint), m.evidence[1].quote)"
    )
    assert rows == [(0,)]


def test_gdelt_actor_offset_is_unknown_or_in_the_text(ask: Ask) -> None:
    rows = ask(
        "select count(*) from marts.gdelt_mentions where Actor1CharOffset < -1 "
        "or Actor1CharOffset >= MentionDocLen or Actor2CharOffset >= MentionDocLen"
    )
    assert rows == [(0,)]


def test_lineage_spells_columns_as_the_contract_does(ask: Ask) -> None:
    rows = ask(
        "select count(*) from meta.column_lineage left join meta.columns "
        "using (table_name, column_name) where type is null"
    )
    assert rows == [(0,)]
