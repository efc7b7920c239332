-- Persons with their offices; the body is named where the title names it.
select
    roles.actor_id,
    actors.name,
    roles.role,
    bodies.name as organisation,
    coalesce(roles.country_code, actors.country_code) as country_code,
    roles.first_stated_on,
    roles.last_stated_on,
    roles.article_count
from main.actor_roles as roles
inner join main.actors as actors
    on roles.actor_id = actors.actor_id
left join main.actors as bodies
    on roles.organisation_actor_id = bodies.actor_id
