-- Every quote of a number is the part of the body that its offsets name.
-- table: extracted.metric_mentions
-- blocking: yes
select
    metrics.metric_mention_id,
    metrics.evidence.quote as quote
from extracted.metric_mentions as metrics
inner join extracted.articles as articles
    on metrics.article_id = articles.article_id
where
    substr(
        articles.body,
        metrics.evidence.char_start + 1,
        metrics.evidence.char_end - metrics.evidence.char_start
    ) <> metrics.evidence.quote
