-- Who was foreign minister of which country on a date, by the last article before it?
select
    country_code,
    name,
    role,
    last_stated_on
from marts.office_holders
where role ilike '%foreign minister%' and first_stated_on <= date '2021-12-31'
qualify row_number() over (partition by country_code order by last_stated_on desc) = 1
order by country_code
