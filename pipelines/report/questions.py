"""What the report asks of the published tables; all statements see one state."""

MOST_EVENTS = 400
"""Events shown, the newest first: more would make a page that no phone opens."""

MOST_ROWS = 300
"""Rows of any other list."""

STATEMENTS = {
    "totals": """
select (select count(*) from main.articles) as articles,
    (select count(*) from main.articles where is_duplicate_of is not null) as repeats,
    (select count(*) from main.articles where published_on is null) as undated_articles,
    (select count(*) from main.events) as events,
    (select count(*) from main.events where start_on is null) as undated_events,
    (select count(*) from main.actors) as actors,
    (select count(*) from main.metrics) as metrics,
    (select count(*) from main.things) as things,
    (select count(*) from meta.rejected) as rejected,
    (select max(published_on) from main.articles) as newest_on,
    (select min(published_on) from main.articles) as oldest_on,
    (select max(started_at) from meta.runs) as refreshed_at""",
    "runs": "select * from meta.runs order by started_at desc limit 10",
    "articles": f"""
select c.*, a.title, a.published_basis, a.published_earliest_on, a.published_latest_on,
    a.is_duplicate_of, a.body
from marts.article_coverage as c join main.articles as a using (article_id)
order by a.published_on desc nulls last, a.article_id limit {MOST_ROWS}""",
    "events": f"""
select t.*, e.quad_class, e.precision, e.confidence
from marts.event_timeline as t join main.events as e using (event_id)
order by t.start_on desc nulls last, t.event_id limit {MOST_EVENTS}""",
    "series": f"""
select s.*, m.indicator_text as words
from marts.indicator_series as s join main.metrics as m using (metric_id)
order by s.indicator, s.subjects, s.unit, s.status, s.start_on nulls last, s.end_on, s.value
limit {MOST_ROWS}""",
    "targets": f"""
select * from marts.target_progress order by target_end_on nulls last, target_metric_id
limit {MOST_ROWS}""",
    "actors": f"""
select a.*, (select string_agg(distinct o.role, '; ' order by o.role)
        from marts.office_holders as o where o.actor_id = a.actor_id) as offices,
    (select count(distinct p.event_id) from main.event_participants as p
        where p.actor_id = a.actor_id) as event_count
from main.actors as a
order by event_count desc, a.mention_count desc, a.name, a.actor_id limit {MOST_ROWS}""",
    "ties": """
select least(a.name, b.name) as name_a, greatest(a.name, b.name) as name_b,
    count(distinct e.event_id) as event_count,
    count(distinct case when e.quad_class like '%cooperation' then e.event_id end)
        as cooperation_count
from main.event_participants as p
join main.event_participants as q on p.event_id = q.event_id and p.actor_id < q.actor_id
join main.actors as a on p.actor_id = a.actor_id
join main.actors as b on q.actor_id = b.actor_id
join main.events as e on p.event_id = e.event_id
where e.status not in ('denied', 'hypothetical')
group by 1, 2 order by 3 desc, 1, 2 limit 15""",
    "things": f"""
select t.*, (select count(*) from main.event_things as l where l.thing_id = t.thing_id)
    as event_count
from main.things as t order by t.article_count desc, t.name limit {MOST_ROWS}""",
    "pairs": f"""
select * from marts.dyad_months
order by month_on desc, country_code_a, country_code_b limit {MOST_ROWS}""",
    "agreements": f"""
select * from marts.agreement_register
order by start_on desc nulls last, event_id limit {MOST_ROWS}""",
    "commitments": f"""
select * from marts.commitments
where not (kind = 'target' and event_id is not null)
order by state desc, due_on nulls last, commitment_id limit {MOST_ROWS}""",
    "offices": f"""
select * from marts.office_holders
order by country_code nulls last, name, role limit {MOST_ROWS}""",
    "claims": f"""
select * from marts.conflicting_claims
order by indicator, subjects, start_on, value limit {MOST_ROWS}""",
    "rejected": f"""
select * from meta.rejected order by rejected_at desc, source_uri, row_key limit {MOST_ROWS}""",
    "cutouts": """
select reason, count(*) as piece_count, count(distinct article_id) as article_count
from extracted.cutouts group by reason order by reason""",
    "columns": """
select c.*, (select string_agg(l.upstream_table || '.' || l.upstream_column, ', '
        order by l.upstream_table, l.upstream_column) from meta.column_lineage as l
    where l.table_name = c.table_name and l.column_name = c.column_name) as comes_from
from meta.columns as c order by c.table_name, c.position""",
}
