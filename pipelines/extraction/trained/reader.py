"""The trained engine: candidates, model, decoding, resolution, in this order."""

from typing import TYPE_CHECKING

from pipelines.articles.records import Article
from pipelines.extraction.actors import ActorLexicon, find_cast, keep_actors
from pipelines.extraction.metrics import MetricLexicon
from pipelines.extraction.metrics.acts import take_from_acts
from pipelines.extraction.places import PlaceLexicon, find_places
from pipelines.extraction.records import Extraction, ReferenceTables
from pipelines.extraction.things import ThingLexicon, find_things
from pipelines.extraction.times import find_times
from pipelines.extraction.trained.events import find_trained_events, make_scene
from pipelines.extraction.trained.metrics import find_trained_metrics
from pipelines.extraction.trained.model import ReaderModel, Weights

if TYPE_CHECKING:
    from spacy.tokens import Doc

ENGINE = "trained"


class TrainedExtractor:
    """Reads articles by rules for candidates and a compact encoder for the choice.

    `weights` are the shipped files; `version` names the state of code, tables and weights.
    """

    name = ENGINE

    def __init__(
        self, tables: ReferenceTables, weights: Weights, *, version: str = "0"
    ) -> None:
        self.version = version
        self._model = ReaderModel(weights)
        self._actors = ActorLexicon.from_tables(tables)
        self._places = PlaceLexicon.from_tables(tables)
        self._metrics = MetricLexicon.from_tables(tables)
        self._things = ThingLexicon.from_tables(tables)

    def extract(self, article: Article, parsed: "Doc") -> Extraction:
        """Return all mentions of `article`; `parsed` is its parse (same offsets)."""
        cast = find_cast(article, parsed, self._actors)
        places = find_places(parsed, cast, self._places)
        times = find_times(parsed.text)
        scene = make_scene(article, parsed, cast, places, times)
        encoded = self._model.encode(parsed)
        events = find_trained_events(scene, encoded, self._model, self._places)
        return Extraction(
            article_id=article.article_id,
            engine=self.name,
            engine_version=self.version,
            actors=keep_actors(cast, events),
            events=events,
            metrics=take_from_acts(
                find_trained_metrics(scene, encoded, self._model, self._metrics), events
            ),
            things=find_things(article.body, parsed.text, cast, self._things),
        )
