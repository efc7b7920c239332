-- How did trade grow against the same months of the year before?
select
    later.subjects,
    later.start_on,
    later.end_on,
    earlier.value as value_before,
    later.value,
    round(100.0 * (later.value - earlier.value) / earlier.value, 1) as growth_percent
from marts.indicator_series as earlier
inner join marts.indicator_series as later
    using (indicator, subjects, unit, measure, status)
where later.indicator = 'trade_turnover' and measure = 'level' and status = 'observed'
    and later.start_on = earlier.start_on + interval 1 year
    and later.end_on = earlier.end_on + interval 1 year
order by later.subjects, later.start_on, later.end_on
