-- What was signed, ratified or approved, by whom, when, and what is still only planned?
select
    start_on,
    action,
    status,
    parties,
    object_text,
    article_count
from marts.agreement_register
order by start_on nulls last, parties, action
