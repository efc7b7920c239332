-- The name that most articles use, the longest of those; facts that any mention gives.
with named as (
    select
        actor_id,
        name,
        count(*) as article_count
    from extracted.actor_mentions
    group by actor_id, name
),

ranked as (
    select
        actor_id,
        name,
        row_number() over (
            partition by actor_id
            order by article_count desc, length(name) desc, name asc
        ) as place
    from named
),

affiliated as (
    select
        actor_id,
        country_code,
        row_number() over (
            partition by actor_id
            order by count(*) desc, country_code asc
        ) as place
    from extracted.actor_mentions
    where country_code is not null
    group by actor_id, country_code
),

counted as (
    select
        mentions.actor_id,
        min(mentions.kind) as kind,
        min(mentions.sector_code) as sector_code,
        sum(greatest(len(mentions.surfaces), 1)) as mention_count,
        count(distinct mentions.article_id) as article_count,
        min(articles.published_on) as first_reported_on,
        max(articles.published_on) as last_reported_on
    from extracted.actor_mentions as mentions
    inner join extracted.articles as articles
        on mentions.article_id = articles.article_id
    group by mentions.actor_id
)

select
    counted.actor_id,
    ranked.name,
    counted.kind,
    affiliated.country_code,
    counted.sector_code,
    counted.mention_count,
    counted.article_count,
    counted.first_reported_on,
    counted.last_reported_on
from counted
inner join ranked
    on counted.actor_id = ranked.actor_id and ranked.place = 1
left join affiliated
    on counted.actor_id = affiliated.actor_id and affiliated.place = 1
