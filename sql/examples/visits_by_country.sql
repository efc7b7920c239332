-- Which visits did the people of one country make, those without a known day included?
select
    timeline.start_on,
    timeline.status,
    timeline.sources as visitors,
    timeline.targets as hosts,
    timeline.place_name,
    timeline.summary
from marts.event_timeline as timeline
where
    timeline.action = 'visit' and exists (
        select 1 from main.event_participants as visitors
        inner join main.actors as actors using (actor_id) where visitors.role = 'source'
        and visitors.event_id = timeline.event_id and actors.country_code = 'AZE')
order by timeline.start_on nulls last, timeline.event_id
