-- The same quantity with a known period and different values: all of them stay.
with claims as (
    select
        indicator,
        indicator_text,
        subjects,
        unit,
        measure,
        start_on,
        end_on,
        status,
        count(distinct value) as claim_count
    from marts.indicator_series
    where start_on is not null and subjects <> '' and indicator <> 'other'
    group by indicator, indicator_text, subjects, unit, measure, start_on, end_on, status
    having count(distinct value) > 1
)

select
    series.metric_id,
    series.indicator,
    series.indicator_text,
    series.subjects,
    series.unit,
    series.measure,
    series.start_on,
    series.end_on,
    series.status,
    series.value,
    series.article_count,
    claims.claim_count
from marts.indicator_series as series
inner join claims
    on
        series.indicator = claims.indicator
        and series.indicator_text = claims.indicator_text
        and series.subjects = claims.subjects
        and series.unit = claims.unit
        and series.measure = claims.measure
        and series.start_on = claims.start_on
        and series.end_on is not distinct from claims.end_on
        and series.status = claims.status
