-- A thing belongs to a fact whose clause names it.
with named as (
    select
        article_id,
        thing_id,
        unnest(evidence) as words
    from extracted.thing_mentions
)

select distinct
    metrics.metric_id,
    named.thing_id
from extracted.metric_mentions as metrics
inner join named
    on
        metrics.article_id = named.article_id
        and named.words.char_start < metrics.evidence.char_end
        and metrics.evidence.char_start < named.words.char_end
