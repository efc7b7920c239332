-- A goal or an agreed amount belongs to the act whose clause holds the number: of several
-- such acts the promise or contract first, then the shortest clause. An act of the same
-- sentence stands in where no clause holds it.
with figures as (
    select
        metric_mention_id,
        metric_id,
        article_id,
        evidence.char_start as char_start,
        evidence.char_end as char_end,
        status
    from extracted.metric_mentions
    where
        status = 'target'
        or indicator in ('contract_value', 'aid', 'debt', 'investment')
),

clauses as (
    select
        event_id,
        event_mention_id,
        article_id,
        event_type,
        action,
        confidence,
        unnest(evidence) as clause
    from extracted.event_mentions
    where
        event_type in ('AGREE', 'COOPERATE', 'AID')
        or action in ('sign', 'approve', 'ratify')
),

acts as (
    select
        *,
        clause.char_start as char_start,
        clause.char_end as char_end
    from clauses
),

pairs as (
    select
        figures.metric_mention_id,
        figures.metric_id,
        figures.article_id,
        acts.event_id,
        case
            when
                figures.char_start < acts.char_end and acts.char_start < figures.char_end
                then 'same clause'
            else 'same sentence'
        end as reason,
        case
            when figures.status = 'target' and acts.event_type = 'AGREE' then 1
            when figures.status <> 'target' and acts.action in ('contract', 'invest') then 1
            when figures.status <> 'target' and acts.event_type = 'AID' then 1
            when acts.event_type = 'AGREE' then 2
            else 3
        end as closeness,
        acts.char_end - acts.char_start as clause_length,
        acts.confidence,
        acts.event_mention_id
    from figures
    inner join acts
        on figures.article_id = acts.article_id
    inner join extracted.sentences as sentences
        on
            figures.article_id = sentences.article_id
            and figures.char_start < sentences.char_end
            and sentences.char_start < figures.char_end
            and acts.char_start < sentences.char_end
            and sentences.char_start < acts.char_end
),

ranked as (
    select
        event_id,
        metric_id,
        article_id,
        reason,
        row_number() over (
            partition by metric_mention_id
            order by
                closeness asc,
                reason asc,
                clause_length asc,
                confidence desc,
                event_mention_id asc
        ) as place
    from pairs
)

select
    event_id,
    metric_id,
    min(reason) as reason,
    count(distinct article_id) as article_count
from ranked
where place = 1
group by event_id, metric_id
