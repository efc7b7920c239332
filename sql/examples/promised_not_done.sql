-- What was promised, planned or aimed at, and is not yet seen done?
select
    kind,
    parties,
    stated_on,
    due_on,
    state,
    answer_words,
    words
from marts.commitments
where state in ('open', 'missed') and not (kind = 'target' and event_id is not null)
order by due_on nulls last, kind, parties, words
