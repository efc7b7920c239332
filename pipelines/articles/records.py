"""What comes out of reading articles: frozen records, no behaviour."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Document:
    """One file, or one record of a JSONL file or feed, as received."""

    document_id: str
    source_uri: str
    media_type: str
    encoding: str
    received_at: datetime
    byte_count: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Cutout:
    """Text that was taken out of an article, kept with the reason.

    Offsets are half-open characters in the decoded text of the document.
    """

    char_start: int
    char_end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Half-open character offsets of one sentence in an article's body."""

    sentence_number: int
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its body is what was received less whole spans that were cut.

    `published_basis` is one of `stated`, `metadata`, `dateline`, `given`, `bounded`,
    `unknown`. Where only an interval is proved, `published_on` is None and the two
    bounds (inclusive, either may be None) hold it; where the day is known, all three
    are that day.
    """

    article_id: str
    document_id: str
    source_uri: str
    label_id: str
    title: str | None
    outlet: str | None
    author: str | None
    language: str
    published_on: date | None
    published_earliest_on: date | None
    published_latest_on: date | None
    published_basis: str
    dateline_place: str | None
    body: str
    word_count: int
    sentences: tuple[Sentence, ...]
    cutouts: tuple[Cutout, ...]


@dataclass(frozen=True, slots=True)
class Rejection:
    """An input or row that did not get in, with a reason that a user can act on."""

    stage: str
    source_uri: str
    row_key: str | None
    reason: str
    detail: str | None
