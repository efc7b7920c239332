-- How much did two countries trade, in which period, and what do they aim at?
select
    subjects,
    status,
    start_on,
    end_on,
    value,
    unit,
    article_count
from marts.indicator_series
where indicator = 'trade_turnover' and measure = 'level'
order by subjects, status, start_on
