-- What was signed or put into force; parties on both sides of the act are its parties.
with parties as (
    select
        event_id,
        string_agg(name, ', ' order by name) as names
    from (
        select distinct
            participants.event_id,
            actors.name
        from main.event_participants as participants
        inner join main.actors as actors
            on participants.actor_id = actors.actor_id
    ) as members
    group by event_id
)

select
    events.event_id,
    events.action,
    events.status,
    events.start_on,
    events.end_on,
    events.precision,
    parties.names as parties,
    events.place_name,
    events.object_text,
    events.summary,
    events.article_count
from main.events as events
left join parties
    on events.event_id = parties.event_id
where events.action in ('sign', 'ratify', 'approve', 'contract', 'join')
