-- One row of several mentions: the shortest period, the newest status, the best clause.
with mentions as (
    select
        mentions.event_mention_id,
        mentions.event_id,
        mentions.article_id,
        mentions.event_type,
        mentions.action,
        mentions.status,
        mentions.start_on,
        mentions.end_on,
        mentions.precision,
        mentions.place_name,
        mentions.place_country_code,
        mentions.latitude,
        mentions.longitude,
        mentions.object_text,
        mentions.evidence[1].quote as summary,
        mentions.confidence,
        articles.published_on,
        articles.outlet,
        case mentions.precision
            when 'day' then 1
            when 'range' then 2
            when 'month' then 3
            when 'year' then 4
            else 5
        end as vagueness
    from extracted.event_mentions as mentions
    inner join extracted.articles as articles
        on mentions.article_id = articles.article_id
),

dated as (
    select
        *,
        row_number() over (
            partition by event_id
            order by
                case when start_on is null then 1 else 0 end asc,
                coalesce(end_on - start_on, 1000000) asc,
                vagueness asc,
                event_mention_id asc
        ) as place
    from mentions
),

placed as (
    select
        *,
        row_number() over (
            partition by event_id
            order by
                case when latitude is null then 1 else 0 end asc,
                confidence desc,
                event_mention_id asc
        ) as place
    from mentions
    where place_name is not null
),

told as (
    select
        *,
        row_number() over (
            partition by event_id
            order by confidence desc, length(object_text) desc, event_mention_id asc
        ) as place
    from mentions
),

named as (
    select
        event_id,
        object_text,
        row_number() over (
            partition by event_id
            order by length(object_text) desc, object_text asc
        ) as place
    from mentions
    where object_text is not null
),

current as (
    select
        event_id,
        status,
        row_number() over (
            partition by event_id
            order by
                case when status = 'planned' then 1 else 0 end asc,
                published_on desc nulls last,
                event_mention_id asc
        ) as place
    from mentions
),

counted as (
    select
        event_id,
        count(*) as mention_count,
        count(distinct article_id) as article_count,
        count(distinct outlet) as outlet_count,
        min(published_on) as first_reported_on,
        max(published_on) as last_reported_on,
        max(confidence) as confidence
    from mentions
    group by event_id
)

select
    counted.event_id,
    told.event_type,
    told.action,
    types.quad_class,
    types.intensity,
    current.status,
    dated.start_on,
    dated.end_on,
    dated.precision,
    placed.place_name,
    placed.place_country_code,
    placed.latitude,
    placed.longitude,
    named.object_text,
    told.summary,
    counted.mention_count,
    counted.article_count,
    counted.outlet_count,
    counted.first_reported_on,
    counted.last_reported_on,
    counted.confidence
from counted
inner join told
    on counted.event_id = told.event_id and told.place = 1
inner join dated
    on counted.event_id = dated.event_id and dated.place = 1
inner join current
    on counted.event_id = current.event_id and current.place = 1
inner join reference.event_types as types
    on told.event_type = types.event_type
left join placed
    on counted.event_id = placed.event_id and placed.place = 1
left join named
    on counted.event_id = named.event_id and named.place = 1
