-- What does one outlet report (or one file, if none is known) that no other does?
select
    events.start_on,
    events.event_type,
    events.action,
    events.summary,
    coalesce(articles.outlet, articles.source_uri) as only_source
from main.events as events
inner join extracted.event_mentions as mentions on events.event_id = mentions.event_id
inner join main.articles as articles on mentions.article_id = articles.article_id
where
    events.article_count = 1
    and coalesce(articles.outlet, articles.source_uri) ilike '%003_5fffb1d6635ded49%'
order by events.start_on nulls last, events.event_id
