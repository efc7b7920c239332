-- How many acts of cooperation and conflict between two countries fall in each month?
select
    month_on,
    verbal_cooperation_count + material_cooperation_count as cooperation_count,
    verbal_conflict_count + material_conflict_count as conflict_count,
    round(mean_intensity, 1) as mean_intensity
from marts.dyad_months
where country_code_a = 'AZE' and country_code_b = 'TUR'
order by month_on
