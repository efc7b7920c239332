-- What happened within 100 km of a place (here Baku), the nearest first?
select
    events.start_on,
    events.event_type,
    events.action,
    events.place_name,
    events.summary,
    round(6371 * 2 * asin(sqrt(
        power(sin(radians(events.latitude - place.latitude) / 2), 2)
        + cos(radians(place.latitude)) * cos(radians(events.latitude))
        * power(sin(radians(events.longitude - place.longitude) / 2), 2)))) as km
from main.events as events
inner join reference.countries as place on place.capital = 'Baku'
where km <= 100 and events.status in ('occurred', 'ongoing')
order by km, events.start_on nulls last, events.event_id
