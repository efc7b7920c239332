-- Any two countries in one event are a dyad, whichever side they stand on. Denied and
-- hypothetical acts and events without a day do not count.
with countries as (
    select distinct
        participants.event_id,
        actors.country_code
    from main.event_participants as participants
    inner join main.actors as actors
        on participants.actor_id = actors.actor_id
    where actors.country_code is not null
),

dyads as (
    select
        first_country.country_code as country_code_a,
        second_country.country_code as country_code_b,
        cast(date_trunc('month', events.start_on) as date) as month_on,
        events.quad_class,
        events.intensity
    from main.events as events
    inner join countries as first_country
        on events.event_id = first_country.event_id
    inner join countries as second_country
        on
            events.event_id = second_country.event_id
            and first_country.country_code < second_country.country_code
    where
        events.start_on is not null
        and events.status not in ('denied', 'hypothetical')
)

select
    country_code_a,
    country_code_b,
    month_on,
    count(*) as event_count,
    sum(case when quad_class = 'verbal cooperation' then 1 else 0 end) as verbal_cooperation_count,
    sum(case when quad_class = 'material cooperation' then 1 else 0 end)
        as material_cooperation_count,
    sum(case when quad_class = 'verbal conflict' then 1 else 0 end) as verbal_conflict_count,
    sum(case when quad_class = 'material conflict' then 1 else 0 end) as material_conflict_count,
    avg(intensity) as mean_intensity
from dyads
group by country_code_a, country_code_b, month_on
