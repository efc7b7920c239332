-- What did trade come to between one cumulated figure of a year and the next?
select
    subjects,
    coalesce(lag(end_on) over series + interval 1 day, start_on)::date as from_on,
    end_on as to_on,
    value - coalesce(lag(value) over series, 0) as value_between,
    unit
from marts.indicator_series
where
    indicator = 'trade_turnover' and measure = 'level' and status = 'observed'
    and start_on = date_trunc('year', start_on) and year(end_on) = year(start_on)
window series as (partition by subjects, unit, start_on order by end_on)
order by subjects, from_on
