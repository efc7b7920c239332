-- Offices as articles state them; the same words for another body are another office.
select
    holders.actor_id,
    holders.role,
    bodies.actor_id as organisation_actor_id,
    min(holders.country_code) as country_code,
    min(articles.published_on) as first_stated_on,
    max(articles.published_on) as last_stated_on,
    count(distinct holders.article_id) as article_count
from extracted.actor_mentions as holders
inner join extracted.articles as articles
    on holders.article_id = articles.article_id
left join extracted.actor_mentions as bodies
    on
        holders.article_id = bodies.article_id
        and holders.organisation_key = bodies.actor_key
where holders.kind = 'person' and holders.role is not null
group by holders.actor_id, holders.role, bodies.actor_id
