"""A page to text and metadata; the page's own statements come before guesses."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Any

META = re.compile(r"(?is)<meta\s+([^>]+)>")
ATTRIBUTE = re.compile(r"""(?is)([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
JSON_LD = re.compile(r"(?is)<script[^>]+application/ld\+json[^>]*>(.*?)</script>")
TITLE = re.compile(r"(?is)<title[^>]*>(.*?)</title>|<h1[^>]*>(.*?)</h1>")
TAG = re.compile(r"<[^>]+>")
ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")

DATE_KEYS = (
    "article:published_time", "datepublished", "dc.date.issued", "publishdate", "pubdate",
    "parsely-pub-date", "sailthru.date", "dc.date", "date",
)  # fmt: skip
"""Meta names of the first publication, best first; times of changes are not among them."""

PAGE_FURNITURE = re.compile(r"(?is)<(figcaption|figure|nav|aside|footer)\b[^>]*>.*?</\1>")


@dataclass(frozen=True, slots=True)
class Page:
    """Main text of a page and what the page says of itself; None where it says nothing."""

    text: str
    title: str | None
    published_on: date | None
    outlet: str | None
    author: str | None
    url: str | None


def read_page(markup: str) -> Page:
    """Extract text and metadata; the text is empty where the page has none."""
    import trafilatura

    metas = dict(_metas(markup))
    records = list(_records(markup))
    text = trafilatura.extract(
        PAGE_FURNITURE.sub(" ", markup), include_comments=False, include_tables=True,
        favor_recall=True, deduplicate=False,
    )  # fmt: skip
    return Page(
        text=text or "",
        title=_first(metas, "og:title") or _find(records, "headline") or _title(markup),
        published_on=_published(metas, records),
        outlet=_first(metas, "og:site_name") or _name(_find(records, "publisher")),
        author=_first(metas, "author", "article:author") or _name(_find(records, "author")),
        url=_first(metas, "og:url"),
    )


def _metas(markup: str) -> Iterator[tuple[str, str]]:
    for tag in META.finditer(markup):
        values = {
            m.group(1).lower(): next((g for g in m.groups()[1:] if g is not None), "")
            for m in ATTRIBUTE.finditer(tag.group(1))
        }
        name = values.get("property") or values.get("name") or values.get("itemprop")
        if name and values.get("content"):
            yield name.lower(), unescape(values["content"]).strip()


def _records(markup: str) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects of a page, those inside lists and graphs too."""
    for script in JSON_LD.finditer(markup):
        try:
            waiting = [json.loads(script.group(1))]
        except json.JSONDecodeError:
            continue
        while waiting:
            item = waiting.pop()
            if isinstance(item, list):
                waiting.extend(item)
            elif isinstance(item, dict):
                yield item
                waiting.extend(item.get("@graph", []))


def _first(metas: dict[str, str], *names: str) -> str | None:
    return next((metas[name] for name in names if metas.get(name)), None)


def _find(records: list[dict[str, Any]], key: str) -> Any:
    return next((record[key] for record in records if record.get(key)), None)


def _name(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None


def _title(markup: str) -> str | None:
    match = TITLE.search(markup)
    if match is None:
        return None
    return unescape(TAG.sub("", match.group(1) or match.group(2))).strip() or None


def _published(metas: dict[str, str], records: list[dict[str, Any]]) -> date | None:
    """Return the day of first publication as the page writes it, in its own time zone."""
    words = [_find(records, "datePublished"), *(metas.get(key) for key in DATE_KEYS)]
    for word in words:
        match = ISO_DAY.match(word) if isinstance(word, str) else None
        if match:
            try:
                return date(*(int(part) for part in match.groups()))
            except ValueError:
                continue
    return None
