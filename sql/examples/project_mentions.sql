-- Where is one project mentioned, under whatever name, and what is said of it?
select
    articles.published_on,
    articles.source_uri,
    mentions.surfaces,
    substr(articles.body, (sentence.char_start + 1)::bigint,
        (sentence.char_end - sentence.char_start)::bigint) as sentence
from main.things as things
inner join extracted.thing_mentions as mentions on things.thing_id = mentions.thing_id
inner join main.articles as articles on mentions.article_id = articles.article_id
inner join extracted.sentences as sentence
    on mentions.article_id = sentence.article_id
    and mentions.evidence[1].char_start >= sentence.char_start
    and mentions.evidence[1].char_start < sentence.char_end
where things.name ilike '%baku-tbilisi-kars%'
order by articles.published_on nulls last, articles.source_uri
