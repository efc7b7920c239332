-- What was signed or put into force; parties on both sides of the act are its parties.
select
    events.event_id,
    events.action,
    events.status,
    events.start_on,
    events.end_on,
    events.precision,
    timeline.parties,
    events.place_name,
    events.object_text,
    events.summary,
    events.article_count
from main.events as events
inner join marts.event_timeline as timeline
    on events.event_id = timeline.event_id
where events.action in ('sign', 'ratify', 'approve', 'contract', 'join')
