-- A period does not end before it starts.
-- table: main.events
-- blocking: no
select
    event_id,
    start_on,
    end_on
from main.events
where end_on < start_on
