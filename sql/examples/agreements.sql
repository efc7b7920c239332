-- What did two countries sign, ratify or approve, when, and what is still only planned?
select
    register.start_on,
    register.action,
    register.status,
    register.parties,
    register.object_text,
    register.article_count
from marts.agreement_register as register
inner join main.event_participants as members on register.event_id = members.event_id
inner join main.actors as actors on members.actor_id = actors.actor_id
where actors.country_code in ('AZE', 'TUR')
group by all
having count(distinct actors.country_code) = 2
order by register.start_on nulls last, register.parties, register.action
