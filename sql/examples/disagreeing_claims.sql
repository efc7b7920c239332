-- Which figures for the same thing and period disagree?
select
    indicator,
    subjects,
    start_on,
    end_on,
    status,
    value,
    unit,
    article_count
from marts.conflicting_claims
order by indicator, subjects, start_on, value
