-- Parties in words, so that a timeline can be read without a join.
with parties as (
    select
        participants.event_id,
        participants.role,
        string_agg(actors.name, ', ' order by actors.name) as names
    from main.event_participants as participants
    inner join main.actors as actors
        on participants.actor_id = actors.actor_id
    group by participants.event_id, participants.role
),

everybody as (
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
    events.start_on,
    events.end_on,
    events.event_type,
    events.action,
    events.status,
    sources.names as sources,
    targets.names as targets,
    everybody.names as parties,
    events.place_name,
    events.object_text,
    events.summary,
    events.article_count
from main.events as events
left join parties as sources
    on events.event_id = sources.event_id and sources.role = 'source'
left join parties as targets
    on events.event_id = targets.event_id and targets.role = 'target'
left join everybody
    on events.event_id = everybody.event_id
