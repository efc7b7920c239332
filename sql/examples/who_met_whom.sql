-- Who met, visited or called whom, where and when?
select
    events.start_on,
    events.action,
    events.status,
    timeline.sources,
    timeline.targets,
    events.place_name,
    events.article_count
from main.events as events
inner join marts.event_timeline as timeline
    on events.event_id = timeline.event_id
where events.event_type = 'CONSULT'
order by events.start_on nulls last, timeline.sources
