-- Articles as read; a verbatim repeat stays, with the article that was read in its place.
select
    article_id,
    document_id,
    source_uri,
    title,
    outlet,
    author,
    language,
    published_on,
    published_earliest_on,
    published_latest_on,
    published_basis,
    body,
    word_count,
    is_duplicate_of
from extracted.articles
