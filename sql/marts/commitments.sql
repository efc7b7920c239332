-- A promise is done by a later act of the same parties that names the same thing, by the
-- visit that an invitation speaks of, by the act itself once it is told as done, or by a
-- figure that reaches the goal. It is dropped when denied or cancelled, missed when its
-- time has passed as of the newest article and no article tells it done, else open.
-- How long something is to last is no goal.
with newest as (
    select max(published_latest_on) as as_of_on
    from main.articles
    where published_basis <> 'bounded'
),

planned as (
    select
        mentions.event_id,
        min(articles.published_on) as stated_on,
        max(mentions.end_on) as due_on
    from extracted.event_mentions as mentions
    inner join main.articles as articles
        on mentions.article_id = articles.article_id
    where mentions.status = 'planned' and mentions.event_type <> 'AGREE'
    group by mentions.event_id
),

promised as (
    select
        events.event_id,
        case when events.event_type = 'AGREE' then 'agreement' else 'planned_act' end as kind,
        events.action,
        events.status,
        coalesce(planned.stated_on, events.first_reported_on) as stated_on,
        case when events.event_type = 'AGREE' then events.start_on end as promised_on,
        planned.due_on
    from main.events as events
    left join planned
        on events.event_id = planned.event_id
    where
        (events.event_type = 'AGREE' and events.status in ('occurred', 'planned', 'ongoing'))
        or planned.event_id is not null
),

members as (
    select distinct
        participants.event_id,
        participants.role,
        coalesce(actors.country_code, actors.actor_id) as party
    from main.event_participants as participants
    inner join main.actors as actors
        on participants.actor_id = actors.actor_id
),

related_things as (
    select
        one.thing_id,
        other.thing_id as related_thing_id
    from main.things as one
    inner join main.things as other
        on strpos(lower(other.name), lower(one.name)) > 0
),

shared_things as (
    select distinct
        promised.event_id,
        links.event_id as act_id
    from promised
    inner join main.event_things as own
        on promised.event_id = own.event_id
    inner join related_things
        on own.thing_id = related_things.thing_id
    inner join main.event_things as links
        on related_things.related_thing_id = links.thing_id
    where links.event_id <> promised.event_id
),

strangers as (
    select distinct
        shared_things.event_id,
        shared_things.act_id
    from shared_things
    inner join members
        on shared_things.event_id = members.event_id
    left join members as others
        on shared_things.act_id = others.event_id and members.party = others.party
    where others.event_id is null
),

clauses as (
    select
        event_id,
        article_id,
        unnest(evidence) as clause
    from extracted.event_mentions
),

told_together as (
    select distinct
        one.event_id,
        other.event_id as act_id
    from clauses as one
    inner join extracted.sentences as sentences
        on
            one.article_id = sentences.article_id
            and one.clause.char_start < sentences.char_end
            and sentences.char_start < one.clause.char_end
    inner join clauses as other
        on
            sentences.article_id = other.article_id
            and other.clause.char_start < sentences.char_end
            and sentences.char_start < other.clause.char_end
),

visited as (
    select
        promised.event_id,
        visits.event_id as act_id
    from promised
    inner join told_together
        on promised.event_id = told_together.event_id
    inner join main.events as visits
        on told_together.act_id = visits.event_id
    inner join members as guests
        on promised.event_id = guests.event_id and guests.role = 'target'
    inner join members as visitors
        on
            visits.event_id = visitors.event_id
            and visitors.role = 'source'
            and guests.party = visitors.party
    where
        promised.action = 'invite'
        and visits.action = 'visit'
        and visits.status in ('occurred', 'ongoing')
),

answers as (
    select
        event_id,
        event_id as act_id,
        'fulfils' as relation,
        'told as done' as reason
    from promised
    where kind = 'planned_act' and status in ('occurred', 'ongoing')
    union all
    select
        event_id,
        event_id as act_id,
        'contradicts' as relation,
        'told as not done' as reason
    from promised
    where kind = 'planned_act' and status = 'denied'
    union all
    select
        event_id,
        act_id,
        'fulfils' as relation,
        'visit at the invitation, in one sentence' as reason
    from visited
    union all
    select
        promised.event_id,
        acts.event_id as act_id,
        case
            when acts.event_type = 'REJECT' then 'contradicts'
            when acts.status = 'planned' then 'postpones'
            else 'fulfils'
        end as relation,
        'later act of the same parties on the same thing' as reason
    from promised
    inner join shared_things
        on promised.event_id = shared_things.event_id
    inner join main.events as acts
        on shared_things.act_id = acts.event_id
    left join strangers
        on
            shared_things.event_id = strangers.event_id
            and shared_things.act_id = strangers.act_id
    where
        strangers.event_id is null
        and (
            acts.start_on > coalesce(promised.promised_on, promised.stated_on)
            or (acts.start_on is null and acts.first_reported_on > promised.stated_on)
        )
        and (
            acts.event_type = 'REJECT'
            or (
                acts.status in ('occurred', 'ongoing')
                and (
                    acts.action = promised.action
                    or (
                        promised.kind = 'agreement'
                        and acts.event_type in ('CONSULT', 'SUPPORT', 'COOPERATE', 'AID')
                        and acts.action not in ('praise', 'endorse')
                    )
                )
            )
            or (
                acts.status = 'planned'
                and promised.kind = 'planned_act'
                and acts.action = promised.action
                and acts.start_on > promised.due_on
            )
        )
),

ranked as (
    select
        answers.event_id,
        answers.act_id,
        answers.relation,
        answers.reason,
        row_number() over (
            partition by answers.event_id
            order by
                case answers.relation
                    when 'fulfils' then 1
                    when 'contradicts' then 2
                    else 3
                end asc,
                acts.start_on desc nulls last,
                answers.act_id asc,
                answers.reason asc
        ) as place
    from answers
    inner join main.events as acts
        on answers.act_id = acts.event_id
),

best as (
    select
        event_id,
        act_id,
        relation,
        reason
    from ranked
    where place = 1
),

quotes as (
    select
        metric_id,
        min(evidence.quote) as words
    from extracted.metric_mentions
    group by metric_id
),

goals as (
    select
        metrics.metric_id,
        series.subjects,
        metrics.first_reported_on as stated_on,
        metrics.end_on as due_on,
        progress.observed_metric_id,
        case
            when progress.state = 'met' then 'done'
            when metrics.end_on < newest.as_of_on then 'missed'
            else 'open'
        end as state,
        case progress.state
            when 'met' then 'fulfils'
            when 'missed' then 'contradicts'
            else 'measures'
        end as relation,
        case progress.state
            when 'met' then 'a figure reaches the goal'
            when 'missed' then 'latest figure when the time had passed'
            else 'latest figure so far'
        end as reason
    from main.metrics as metrics
    cross join newest
    inner join marts.indicator_series as series
        on metrics.metric_id = series.metric_id
    left join marts.target_progress as progress
        on metrics.metric_id = progress.target_metric_id
    where metrics.status = 'target' and metrics.indicator <> 'duration'
),

set_by as (
    select
        links.event_id,
        links.metric_id,
        row_number() over (
            partition by links.metric_id
            order by links.article_count desc, links.event_id asc
        ) as place_of_event,
        row_number() over (
            partition by links.event_id
            order by links.article_count desc, links.metric_id asc
        ) as place_of_metric
    from main.event_metrics as links
    inner join goals
        on links.metric_id = goals.metric_id
),

commitments as (
    select
        promised.event_id as commitment_id,
        promised.kind,
        promised.event_id,
        goals.metric_id,
        timeline.parties,
        events.summary as words,
        promised.stated_on,
        coalesce(goals.due_on, promised.due_on) as due_on,
        case
            when best.relation = 'fulfils' then 'done'
            when best.relation = 'contradicts' then 'dropped'
            when goals.metric_id is not null then goals.state
            when best.relation = 'postpones' then 'open'
            when promised.due_on < newest.as_of_on then 'missed'
            else 'open'
        end as state,
        coalesce(
            best.relation,
            case when goals.observed_metric_id is not null then goals.relation end
        ) as relation,
        coalesce(
            best.reason,
            case when goals.observed_metric_id is not null then goals.reason end
        ) as reason,
        best.act_id as answer_event_id,
        case when best.act_id is null then goals.observed_metric_id end as answer_metric_id
    from promised
    cross join newest
    inner join main.events as events
        on promised.event_id = events.event_id
    inner join marts.event_timeline as timeline
        on promised.event_id = timeline.event_id
    left join best
        on promised.event_id = best.event_id
    left join set_by
        on promised.event_id = set_by.event_id and set_by.place_of_metric = 1
    left join goals
        on set_by.metric_id = goals.metric_id
    union all
    select
        goals.metric_id as commitment_id,
        'target' as kind,
        set_by.event_id,
        goals.metric_id,
        goals.subjects as parties,
        quotes.words,
        goals.stated_on,
        goals.due_on,
        goals.state,
        case when goals.observed_metric_id is not null then goals.relation end as relation,
        case when goals.observed_metric_id is not null then goals.reason end as reason,
        null as answer_event_id,
        goals.observed_metric_id as answer_metric_id
    from goals
    inner join quotes
        on goals.metric_id = quotes.metric_id
    left join set_by
        on goals.metric_id = set_by.metric_id and set_by.place_of_event = 1
)

select
    commitments.commitment_id,
    commitments.kind,
    commitments.event_id,
    commitments.metric_id,
    commitments.parties,
    commitments.words,
    commitments.stated_on,
    commitments.due_on,
    commitments.state,
    commitments.relation,
    commitments.reason,
    commitments.answer_event_id,
    commitments.answer_metric_id,
    coalesce(acts.start_on, figures.end_on) as answer_on,
    coalesce(acts.summary, figure_quotes.words) as answer_words,
    newest.as_of_on
from commitments
cross join newest
left join main.events as acts
    on commitments.answer_event_id = acts.event_id
left join main.metrics as figures
    on commitments.answer_metric_id = figures.metric_id
left join quotes as figure_quotes
    on commitments.answer_metric_id = figure_quotes.metric_id
