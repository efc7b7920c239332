-- Every spelling of an actor, the full names included.
with spellings as (
    select
        actor_id,
        article_id,
        name
    from extracted.actor_mentions
    union
    select
        actor_id,
        article_id,
        unnest(surfaces) as name
    from extracted.actor_mentions
)

select
    actor_id,
    name,
    count(*) as mention_count
from spellings
group by actor_id, name
