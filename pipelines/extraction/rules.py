"""The rules engine: one article through actors, times, events, metrics and things.

Belongs here: the order of the steps. Does not belong here: any rule about words.
"""

from typing import TYPE_CHECKING

from pipelines.articles.records import Article
from pipelines.extraction.actors import ActorLexicon, find_cast, keep_actors
from pipelines.extraction.events import EventLexicon, find_events
from pipelines.extraction.metrics import MetricLexicon, find_metrics
from pipelines.extraction.metrics.acts import take_from_acts
from pipelines.extraction.places import PlaceLexicon, find_places
from pipelines.extraction.records import Extraction, ReferenceTables
from pipelines.extraction.things import ThingLexicon, find_things
from pipelines.extraction.times import find_times

if TYPE_CHECKING:
    from spacy.tokens import Doc

ENGINE = "rules"


class RulesExtractor:
    """Reads articles by grammar and lexicon; built once from the reference tables.

    `version` names the state of rules and reference tables; rows of another version
    are read again.
    """

    name = ENGINE

    def __init__(self, tables: ReferenceTables, *, version: str = "0") -> None:
        self.version = version
        self._actors = ActorLexicon.from_tables(tables)
        self._places = PlaceLexicon.from_tables(tables)
        self._events = EventLexicon.from_tables(tables)
        self._things = ThingLexicon.from_tables(tables)
        self._metrics = MetricLexicon.from_tables(tables)

    def extract(self, article: Article, parsed: "Doc") -> Extraction:
        """Return all mentions of `article`; `parsed` is its parse (same offsets)."""
        cast = find_cast(article, parsed, self._actors)
        places = find_places(parsed, cast, self._places)
        times = find_times(parsed.text)
        events = find_events(article, parsed, cast, places, times, self._events, self._places)
        return Extraction(
            article_id=article.article_id,
            engine=self.name,
            engine_version=self.version,
            actors=keep_actors(cast, events),
            events=events,
            metrics=take_from_acts(
                find_metrics(article, parsed, cast, times, self._metrics), events
            ),
            things=find_things(article.body, parsed.text, cast, self._things),
        )
