-- How far is the latest observed trade turnover from the target?
select
    subjects,
    target_value,
    target_end_on,
    observed_value,
    observed_start_on,
    observed_end_on,
    percent_reached,
    state,
    as_of_on
from marts.target_progress
where indicator = 'trade_turnover'
order by subjects, target_end_on
