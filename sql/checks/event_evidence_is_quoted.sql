-- Every quote of an event is the part of the body that its offsets name.
-- table: extracted.event_mentions
-- blocking: yes
with quotes as (
    select
        article_id,
        event_mention_id,
        unnest(evidence) as piece
    from extracted.event_mentions
)

select
    quotes.event_mention_id,
    quotes.piece.quote as quote
from quotes
inner join extracted.articles as articles
    on quotes.article_id = articles.article_id
where
    substr(articles.body, quotes.piece.char_start + 1, quotes.piece.char_end - quotes.piece.char_start)
    <> quotes.piece.quote
