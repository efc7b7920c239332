-- Subjects in one sorted column make a series of facts about the same parties.
with subjects as (
    select distinct
        metric_id,
        unnest(subjects) as subject
    from extracted.metric_mentions
),

joined as (
    select
        metric_id,
        string_agg(subject, ', ' order by subject) as subjects
    from subjects
    group by metric_id
)

select
    metrics.metric_id,
    metrics.indicator,
    case when metrics.indicator = 'other' then lower(metrics.indicator_text) else '' end as indicator_text,
    coalesce(joined.subjects, '') as subjects,
    metrics.unit,
    metrics.measure,
    metrics.start_on,
    metrics.end_on,
    metrics.status,
    metrics.qualifier,
    metrics.value,
    metrics.article_count
from main.metrics as metrics
left join joined
    on metrics.metric_id = joined.metric_id
