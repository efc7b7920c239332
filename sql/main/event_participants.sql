-- Whoever any mention names. A country falls away where its person or body stands in the
-- same role, unless the country's own mentions say it too.
with named as (
    select distinct
        mentions.event_id,
        participants.actor_id,
        participants.role,
        participants.country_code,
        actors.kind
    from extracted.event_mention_participants as participants
    inner join extracted.event_mentions as mentions
        on participants.event_mention_id = mentions.event_mention_id
    inner join main.actors as actors
        on participants.actor_id = actors.actor_id
)

select
    named.event_id,
    named.actor_id,
    named.role
from named
where
    named.kind <> 'country'
    or not exists (
        select 1
        from named as others
        where
            others.event_id = named.event_id
            and others.country_code = named.country_code
            and others.kind <> 'country'
    )
