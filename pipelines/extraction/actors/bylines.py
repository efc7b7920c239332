"""Who only reports: the author and the outlet are no actors."""

from pipelines.articles.records import Article
from pipelines.extraction.parsing import fold


def is_byline(article: Article, name: str) -> bool:
    """Tell whether a name is the article's author or outlet."""
    folded = fold(name).lower()
    return any(
        known and folded == fold(known).lower().strip()
        for known in (article.author, article.outlet)
    )
