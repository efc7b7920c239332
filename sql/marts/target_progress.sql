-- A target is met by any observed level that reaches it, missed when its period has ended
-- without one, else open. The newest full period counts before a newer part of a year.
-- How long a visit or a lease will last is planned, but no goal.
with newest as (
    select max(published_latest_on) as as_of_on
    from main.articles
    where published_basis <> 'bounded'
),

targets as (
    select *
    from marts.indicator_series
    where status = 'target' and measure = 'level' and indicator <> 'duration'
),

observed as (
    select
        targets.metric_id as target_metric_id,
        series.metric_id,
        series.value,
        series.start_on,
        series.end_on,
        row_number() over (
            partition by targets.metric_id
            order by
                series.end_on desc nulls last,
                series.end_on - series.start_on desc nulls last,
                series.article_count desc,
                series.metric_id asc
        ) as place,
        max(series.value) over (partition by targets.metric_id) as highest
    from targets
    inner join marts.indicator_series as series
        on
            targets.indicator = series.indicator
            and targets.indicator_text = series.indicator_text
            and targets.subjects = series.subjects
            and targets.unit = series.unit
    where series.status = 'observed' and series.measure = 'level'
)

select
    targets.metric_id as target_metric_id,
    targets.indicator,
    targets.indicator_text,
    targets.subjects,
    targets.unit,
    targets.value as target_value,
    targets.start_on as target_start_on,
    targets.end_on as target_end_on,
    observed.metric_id as observed_metric_id,
    observed.value as observed_value,
    observed.start_on as observed_start_on,
    observed.end_on as observed_end_on,
    round(100.0 * observed.value / nullif(targets.value, 0), 1) as percent_reached,
    case
        when observed.highest >= targets.value then 'met'
        when targets.end_on < newest.as_of_on then 'missed'
        else 'open'
    end as state,
    newest.as_of_on
from targets
cross join newest
left join observed
    on targets.metric_id = observed.target_metric_id and observed.place = 1
