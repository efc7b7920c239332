-- Mentions of a stated fact agree in all that is shown here; the words are the commonest.
with worded as (
    select
        metric_id,
        indicator_text,
        row_number() over (
            partition by metric_id
            order by count(*) desc, length(indicator_text) desc, indicator_text asc
        ) as place
    from extracted.metric_mentions
    group by metric_id, indicator_text
),

counted as (
    select
        mentions.metric_id,
        min(mentions.indicator) as indicator,
        min(mentions.value) as value,
        min(mentions.value_low) as value_low,
        min(mentions.value_high) as value_high,
        min(mentions.unit) as unit,
        min(mentions.measure) as measure,
        min(mentions.qualifier) as qualifier,
        min(mentions.start_on) as start_on,
        min(mentions.end_on) as end_on,
        min(mentions.status) as status,
        count(*) as mention_count,
        count(distinct mentions.article_id) as article_count,
        min(articles.published_on) as first_reported_on,
        max(articles.published_on) as last_reported_on
    from extracted.metric_mentions as mentions
    inner join extracted.articles as articles
        on mentions.article_id = articles.article_id
    group by mentions.metric_id
)

select
    counted.metric_id,
    counted.indicator,
    worded.indicator_text,
    counted.value,
    counted.value_low,
    counted.value_high,
    counted.unit,
    counted.measure,
    counted.qualifier,
    counted.start_on,
    counted.end_on,
    counted.status,
    counted.mention_count,
    counted.article_count,
    counted.first_reported_on,
    counted.last_reported_on
from counted
inner join worded
    on counted.metric_id = worded.metric_id and worded.place = 1
