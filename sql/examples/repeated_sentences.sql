-- Which articles repeat the same sentence?
select
    count(*) as article_count,
    string_agg(articles.source_uri, ', ' order by articles.source_uri) as articles,
    min(substr(articles.body, (sentences.char_start + 1)::bigint,
        (sentences.char_end - sentences.char_start)::bigint)) as sentence
from extracted.sentences as sentences
inner join main.articles as articles on sentences.article_id = articles.article_id
group by sentences.text_hash
having count(distinct articles.article_id) > 1
order by article_count desc, sentence
