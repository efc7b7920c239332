-- How do the articles spell one person or country?
select
    actors.name,
    names.name as spelling,
    names.mention_count as article_count
from main.actor_names as names
inner join main.actors as actors on names.actor_id = actors.actor_id
where actors.country_code = 'TUR' and actors.kind in ('country', 'person')
order by actors.name, names.mention_count desc, names.name
