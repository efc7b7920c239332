-- Named things by the name that most articles use.
with named as (
    select
        thing_id,
        name,
        kind,
        row_number() over (
            partition by thing_id
            order by count(*) desc, length(name) desc, name asc
        ) as place
    from extracted.thing_mentions
    group by thing_id, name, kind
),

counted as (
    select
        thing_id,
        sum(len(evidence)) as mention_count,
        count(distinct article_id) as article_count
    from extracted.thing_mentions
    group by thing_id
)

select
    counted.thing_id,
    named.name,
    named.kind,
    counted.mention_count,
    counted.article_count
from counted
inner join named
    on counted.thing_id = named.thing_id and named.place = 1
