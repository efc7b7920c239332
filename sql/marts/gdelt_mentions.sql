-- Mentions under the column names of GDELT's table Mentions. Offsets count characters of
-- main.articles.body from 0, -1 where unknown; sentences count from 1 as GDELT's do.
with told as (
    select
        mentions.event_mention_id,
        mentions.event_id,
        mentions.article_id,
        mentions.start_on,
        mentions.confidence,
        mentions.evidence[1].char_start as char_start
    from extracted.event_mentions as mentions
),

named as (
    select
        participants.event_mention_id,
        participants.role,
        min(nullif(strpos(articles.body, participants.name), 0)) - 1 as char_start
    from extracted.event_mention_participants as participants
    inner join told
        on participants.event_mention_id = told.event_mention_id
    inner join main.articles as articles
        on told.article_id = articles.article_id
    group by participants.event_mention_id, participants.role
)

select
    told.event_id as GlobalEventID,
    cast(strftime(told.start_on, '%Y%m%d') || '000000' as bigint) as EventTimeDate,
    cast(strftime(articles.published_on, '%Y%m%d') || '000000' as bigint)
        as MentionTimeDate,
    case when articles.source_uri like 'http%' then 1 else 2 end as MentionType,
    articles.outlet as MentionSourceName,
    articles.source_uri as MentionIdentifier,
    sentences.sentence_number + 1 as SentenceID,
    coalesce(sources.char_start, -1) as Actor1CharOffset,
    coalesce(targets.char_start, -1) as Actor2CharOffset,
    told.char_start as ActionCharOffset,
    1 as InRawText,
    cast(round(100 * told.confidence) as bigint) as Confidence,
    length(articles.body) as MentionDocLen,
    cast(null as double) as MentionDocTone,
    cast(null as varchar) as MentionDocTranslationInfo,
    told.event_mention_id as Extras
from told
inner join main.articles as articles
    on told.article_id = articles.article_id
inner join extracted.sentences as sentences
    on
        told.article_id = sentences.article_id
        and sentences.char_start <= told.char_start
        and told.char_start < sentences.char_end
left join named as sources
    on told.event_mention_id = sources.event_mention_id and sources.role = 'source'
left join named as targets
    on told.event_mention_id = targets.event_mention_id and targets.role = 'target'
