-- What is announced and not yet done, and when is it due?
select
    start_on,
    end_on,
    action,
    sources,
    targets,
    place_name,
    summary
from marts.event_timeline
where status = 'planned'
order by start_on nulls last, event_id
