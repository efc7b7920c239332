-- Who buys from or supplies whom, what, and through which named line or field?
select
    timeline.sources,
    timeline.targets,
    timeline.status,
    timeline.object_text,
    string_agg(things.name, ', ' order by things.name) as things
from marts.event_timeline as timeline
left join main.event_things as links on timeline.event_id = links.event_id
left join main.things as things on links.thing_id = things.thing_id
where timeline.action = 'trade'
group by timeline.event_id, sources, targets, status, object_text
order by timeline.sources, timeline.targets
