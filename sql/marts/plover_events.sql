-- Events for code that reads PLOVER data: a cooperative act that is announced counts as
-- AGREE, as that codebook has it; what is denied or only possible is no event there.
with coded as (
    select
        events.event_id,
        events.start_on,
        case
            when events.status = 'planned' and types.quad_class like '%cooperation' then 'AGREE'
            else events.event_type
        end as event_type,
        case events.action
            when 'demonstrate' then 'demo'
            when 'cease_fire' then 'ceasefire'
            when 'cyber_attack' then 'cyber'
            when 'give_economic_aid' then 'economic'
            when 'give_military_aid' then 'military'
            when 'give_humanitarian_aid' then 'humanitarian'
            when 'admit' then 'access'
            when 'call' then 'phone'
            when 'convene' then 'multilateral'
            when 'bomb' then 'explosives'
            else events.action
        end as event_mode,
        events.status,
        events.place_name,
        events.place_country_code,
        events.latitude,
        events.longitude,
        events.first_reported_on,
        events.summary
    from main.events as events
    inner join reference.event_types as types
        on events.event_type = types.event_type
    where events.status in ('occurred', 'ongoing', 'planned')
),

parties as (
    select
        participants.event_id,
        participants.role,
        string_agg(actors.name, '; ' order by actors.name) as names,
        string_agg(coalesce(actors.country_code, ''), '; ' order by actors.name) as countries,
        string_agg(coalesce(actors.sector_code, ''), '; ' order by actors.name) as sectors
    from main.event_participants as participants
    inner join main.actors as actors
        on participants.actor_id = actors.actor_id
    group by participants.event_id, participants.role
)

select
    coded.event_id,
    coded.start_on as event_date,
    coded.event_type,
    case when coded.status = 'planned' and coded.event_type = 'AGREE' then null
        else coded.event_mode end as event_mode,
    case when coded.status = 'planned' then 'future' end as contexts,
    types.intensity,
    case types.quad_class
        when 'verbal cooperation' then 'Q1'
        when 'material cooperation' then 'Q2'
        when 'verbal conflict' then 'Q3'
        else 'Q4'
    end as quad_code,
    sources.names as actor_names,
    sources.countries as actor_countries,
    sources.sectors as actor_sectors,
    targets.names as recipient_names,
    targets.countries as recipient_countries,
    targets.sectors as recipient_sectors,
    coded.place_name as placename,
    coded.place_country_code as country,
    coded.latitude,
    coded.longitude,
    coded.first_reported_on as publication_date,
    coded.summary as event_text
from coded
inner join reference.event_types as types
    on coded.event_type = types.event_type
left join parties as sources
    on coded.event_id = sources.event_id and sources.role = 'source'
left join parties as targets
    on coded.event_id = targets.event_id and targets.role = 'target'
