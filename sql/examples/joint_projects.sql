-- Which named projects do two countries carry out together, and are they finished?
select
    things.name,
    timeline.status,
    timeline.sources,
    timeline.targets,
    timeline.article_count
from marts.event_timeline as timeline
inner join main.event_things as links on timeline.event_id = links.event_id
inner join main.things as things on links.thing_id = things.thing_id
where timeline.action = 'joint_project'
order by things.name, timeline.article_count desc
