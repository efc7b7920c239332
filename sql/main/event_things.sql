-- A thing belongs to an event whose evidence covers the words that name it.
with named as (
    select
        article_id,
        thing_id,
        unnest(evidence) as words
    from extracted.thing_mentions
),

told as (
    select
        article_id,
        event_id,
        unnest(evidence) as clause
    from extracted.event_mentions
)

select distinct
    told.event_id,
    named.thing_id
from told
inner join named
    on
        told.article_id = named.article_id
        and named.words.char_start < told.clause.char_end
        and told.clause.char_start < named.words.char_end
