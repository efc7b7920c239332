-- Who acts or speaks for one country, in which office, and in how many events?
select
    holders.name,
    string_agg(distinct holders.role, '; ' order by holders.role) as roles,
    count(distinct participants.event_id) as event_count
from marts.office_holders as holders
left join main.event_participants as participants
    on holders.actor_id = participants.actor_id and participants.role = 'source'
where holders.country_code = 'TUR'
group by holders.actor_id, holders.name
order by event_count desc, holders.name
