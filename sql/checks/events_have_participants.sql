-- An event is done by somebody.
-- table: main.events
-- blocking: yes
select events.event_id
from main.events as events
left join main.event_participants as participants
    on events.event_id = participants.event_id
where participants.event_id is null
