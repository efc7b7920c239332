"""Who is who: the actors of an article and all words that stand for them.

Belongs here: names, titles, groups, pronouns, and whom they mean.
Does not belong here: what the actors do.
"""

from pipelines.extraction.actors.cast import find_cast, keep_actors
from pipelines.extraction.actors.lexicon import ActorLexicon

__all__ = ["ActorLexicon", "find_cast", "keep_actors"]
