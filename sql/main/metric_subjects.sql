-- The actors among a fact's subjects; subjects that are no actors stay in the mentions.
with subjects as (
    select
        metric_id,
        unnest(subject_actor_ids) as actor_id
    from extracted.metric_mentions
)

select distinct
    subjects.metric_id,
    subjects.actor_id
from subjects
inner join main.actors as actors
    on subjects.actor_id = actors.actor_id
