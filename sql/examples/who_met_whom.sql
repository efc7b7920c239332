-- Who met, visited or called whom in the year of the newest article, and where?
select
    events.start_on,
    events.action,
    timeline.sources,
    timeline.targets,
    events.place_name,
    events.article_count
from main.events as events
inner join marts.event_timeline as timeline on events.event_id = timeline.event_id
where
    events.event_type = 'CONSULT' and events.status in ('occurred', 'ongoing')
    and year(events.start_on) = (select year(max(published_on)) from main.articles)
order by events.start_on, timeline.sources
