-- Every document is an article or a rejection: nothing is lost.
-- table: raw.documents
-- blocking: yes
select
    documents.document_id,
    documents.source_uri
from raw.documents as documents
left join extracted.articles as articles
    on documents.document_id = articles.document_id
left join meta.rejected as rejected
    on documents.source_uri = rejected.source_uri
where articles.article_id is null and rejected.source_uri is null
