-- What was read out of each article; zeros show articles that gave nothing.
with sentences as (
    select
        article_id,
        count(*) as sentence_count
    from extracted.sentences
    group by article_id
),

actors as (
    select
        article_id,
        count(*) as actor_count
    from extracted.actor_mentions
    group by article_id
),

events as (
    select
        article_id,
        count(*) as event_count,
        sum(case when start_on is null then 1 else 0 end) as undated_event_count
    from extracted.event_mentions
    group by article_id
),

metrics as (
    select
        article_id,
        count(*) as metric_count
    from extracted.metric_mentions
    group by article_id
)

select
    articles.article_id,
    articles.source_uri,
    articles.outlet,
    articles.published_on,
    articles.word_count,
    coalesce(sentences.sentence_count, 0) as sentence_count,
    coalesce(actors.actor_count, 0) as actor_count,
    coalesce(events.event_count, 0) as event_count,
    coalesce(events.undated_event_count, 0) as undated_event_count,
    coalesce(metrics.metric_count, 0) as metric_count
from main.articles as articles
left join sentences
    on articles.article_id = sentences.article_id
left join actors
    on articles.article_id = actors.article_id
left join events
    on articles.article_id = events.article_id
left join metrics
    on articles.article_id = metrics.article_id
