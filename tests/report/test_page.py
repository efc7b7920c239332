"""The report of the five articles: what it says, and that it asks nobody for anything."""

import json
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from pipelines.cli.app import main
from pipelines.report.contents import Contents, read_contents
from pipelines.report.page import render_report
from pipelines.warehouse.passages import Passage

HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)> $x^2$ {{ 7*7 }} ]]>"
BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
SECTIONS = (
    "contents", "events", "figures", "actors", "pairs", "agreements", "promises", "offices",
    "things", "disputed", "rejected", "quality", "catalogue", "evidence",
)  # fmt: skip
QUALITY = {"five_articles": {"trained": {"f1": {"events: found": 0.75}}}}
VOID = {"meta", "link", "input", "br", "img", "hr"}


class Outline(HTMLParser):
    """Ids, links, attributes and balance of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.handlers: list[str] = []
        self.scripts = 0
        self.pictures: list[dict[str, str | None]] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.ids[str(values["id"])] += 1
        if tag == "a":
            self.links.append(str(values.get("href")))
        elif tag not in ("use", "image"):
            self.loads += [str(values[k]) for k in ("src", "href") if k in values]
        self.handlers += [name for name in values if name.startswith("on")]
        self.scripts += tag == "script"
        if tag == "svg":
            self.pictures.append(values)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def contents(five_articles: Path) -> Contents:
    return read_contents(five_articles)


@pytest.fixture(scope="module")
def page(contents: Contents) -> str:
    return render_report(contents, QUALITY)


def test_page_has_every_section(page: str) -> None:
    outline = Outline(page)
    assert [name for name in SECTIONS if not outline.ids[name]] == []
    assert outline.open == []


def test_page_loads_nothing(page: str) -> None:
    outline = Outline(page)
    assert outline.loads == ["data:,"]
    assert outline.handlers == []
    assert "default-src 'none'" in page
    assert "@import" not in page
    assert not re.search(r"url\((?!#)", page)


def test_every_link_within_the_page_has_its_place(page: str) -> None:
    outline = Outline(page)
    inner = [link[1:] for link in outline.links if link.startswith("#")]
    assert len(inner) > 100
    assert [place for place in inner if not outline.ids[place]] == []
    assert [name for name, count in outline.ids.items() if count > 1] == []


def test_every_event_and_figure_opens_its_quote_and_article(
    page: str, contents: Contents
) -> None:
    for row in (*contents.rows["events"], *contents.rows["series"]):
        item_id = row.get("event_id") or row["metric_id"]
        assert f'href="#i-{item_id}"' in page
        item = page.split(f'id="i-{item_id}"')[1].split("</article>")[0]
        assert "<mark>" in item
        article = re.search(r'href="#i-(\w+)"', item)
        assert article
        assert f'<article class="item" id="i-{article[1]}">' in page


def test_turnover_is_shown_as_years_parts_of_years_and_a_target(page: str) -> None:
    label = next(
        str(picture["aria-label"])
        for picture in Outline(page).pictures
        if str(picture["aria-label"]).startswith("trade turnover: AZE, TUR")
    )
    part = "(part of a year or other period)"
    for words in (
        "4.1 bn USD in 2020 (year)",
        f"2.8 bn USD in Jan to Aug 2021 {part}",
        f"3.4 bn USD in Jan to Oct 2021 {part}",
        "4.6 bn USD in 2021 (year)",
        "15 bn USD in 2023 (target)",
    ):
        assert words in label


def test_every_picture_has_words_in_its_place(page: str) -> None:
    pictures = Outline(page).pictures
    assert len(pictures) >= 4
    assert all(p["role"] == "img" and len(p["aria-label"] or "") > 20 for p in pictures)


def test_quality_is_shown_or_said_to_be_missing(page: str, contents: Contents) -> None:
    assert "0.750" in page
    assert "Not measured yet" in render_report(contents, {})


def test_catalogue_shows_grain_columns_and_lineage(page: str) -> None:
    entry = page.split('id="t-main.events"')[1].split("</details>")[0]
    assert "one row per event in the world" in entry
    assert "extracted.event_mentions.action" in entry


def _poison(value: Any) -> Any:
    return HOSTILE if isinstance(value, str) else value


def _poison_rows(contents: Contents) -> Contents:
    """Put hostile words wherever an article's words can stand."""
    names = {
        "title", "outlet", "source_uri", "body", "sources", "targets", "place_name", "parties",
        "object_text", "summary", "words", "name", "name_a", "name_b", "role", "organisation",
        "offices", "indicator_text", "subjects", "detail", "row_key", "answer_words",
    }  # fmt: skip
    rows = {
        key: [{k: _poison(v) if k in names else v for k, v in row.items()} for row in content]
        for key, content in contents.rows.items()
    }
    for row in rows["series"]:
        row["subjects"] = f"{HOSTILE} {row['unit']}"
    traces = {
        item_id: replace(
            trace,
            facts={k: _poison(v) for k, v in trace.facts.items()},
            mentions=tuple(
                replace(
                    mention, title=HOSTILE, outlet=HOSTILE, merge_reason=HOSTILE,
                    merge_score=1.0, source_uri=f"javascript:{HOSTILE}",
                    passages=(Passage(HOSTILE, ((3, 20),)),),
                )
                for mention in trace.mentions
            ),
        )
        for item_id, trace in contents.traces.items()
    }  # fmt: skip
    return replace(contents, rows=rows, traces=traces)


def test_hostile_words_stay_words(contents: Contents, page: str) -> None:
    poisoned = render_report(_poison_rows(contents), {})
    outline = Outline(poisoned)
    assert outline.handlers == []
    assert outline.scripts == Outline(page).scripts == 1
    assert outline.loads == ["data:,"]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in poisoned
    assert "{{ 7*7 }}" in poisoned
    assert not any("javascript:" in link for link in outline.links)


def test_only_web_addresses_become_links(contents: Contents) -> None:
    rows = dict(contents.rows)
    rejected = {"stage": "s", "row_key": None, "reason": "r", "detail": None}
    rows["rejected"] = [
        {**rejected, "source_uri": "https://news.example/a"},
        {**rejected, "source_uri": "javascript:alert(1)"},
        {**rejected, "source_uri": "file:///etc/passwd"},
    ]
    links = Outline(render_report(replace(contents, rows=rows), {})).links
    assert [link for link in links if not link.startswith("#")] == ["https://news.example/a"]


def test_page_of_an_empty_warehouse_says_so(contents: Contents) -> None:
    totals = dict.fromkeys(contents.rows["totals"][0], 0)
    totals |= {"newest_on": None, "oldest_on": None, "refreshed_at": None}
    rows = {key: [] for key in contents.rows} | {"totals": [totals]}
    page = render_report(Contents(rows, (), {}), {})
    assert "No event has a day" in page
    assert "No input and no row was rejected" in page
    assert Outline(page).open == []


def test_page_is_the_same_for_the_same_warehouse(page: str, five_articles: Path) -> None:
    assert render_report(read_contents(five_articles), QUALITY) == page


def test_long_lists_are_cut_and_say_so(contents: Contents) -> None:
    event = {**contents.rows["events"][0], "start_on": date(2021, 1, 1), "end_on": None}
    rows = dict(contents.rows) | {"events": [event] * 400}
    assert "Only the first 400 rows are shown" in render_report(
        replace(contents, rows=rows), {}
    )


def _run(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr("sys.argv", ["wirehouse", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def test_command_prints_the_path_alone_on_its_last_line(
    five_articles: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / ("a folder with a name that is longer than a line " * 3) / "r.html"
    words = ("report", "--out", str(target), "--warehouse", str(five_articles))
    assert _run(monkeypatch, *words) == 0
    assert capsys.readouterr().out.splitlines()[-1] == str(target)
    assert target.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert [path.name for path in target.parent.iterdir()] == ["r.html"]


def test_command_without_a_warehouse_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _run(monkeypatch, "report", "--warehouse", str(tmp_path)) == 1
    assert "run `wirehouse build` first" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


PROBE = """
<script>
const results = {};
addEventListener("error", (event) => { results.error = event.message; });
const ask = document.querySelector('input[data-table="events-table"]');
const rows = [...document.querySelectorAll("#events-table tbody tr")];
const visible = () => rows.filter((row) => !row.hidden).length;
results.all = visible();
ask.value = "no such words"; ask.dispatchEvent(new Event("input"));
results.none = visible();
ask.value = "SHUSHA"; ask.dispatchEvent(new Event("input"));
results.some = visible();
document.querySelector("#events a.fact").click();
results.dialog = document.getElementById("opened").open;
results.marks = document.querySelectorAll("#opened mark").length;
results.requests = performance.getEntriesByType("resource").length;
results.wide = document.documentElement.scrollWidth > innerWidth;
document.title = JSON.stringify(results);
</script></body>"""


@pytest.mark.skipif(BROWSER is None, reason="no browser on this machine")
def test_page_works_in_a_browser(page: str, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(page.replace("</body>", PROBE), encoding="utf-8")
    done = subprocess.run(
        [
            str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom",
            "--window-size=400,800", "--enable-logging=stderr",
            f"--user-data-dir={tmp_path / 'profile'}", file.as_uri(),
        ],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    title = re.search(r"<title>(\{.*?\})</title>", done.stdout)
    assert title, done.stderr[-2000:]
    results = json.loads(title[1])
    assert "error" not in results
    assert "CONSOLE" not in done.stderr
    assert results["all"] > results["some"] > 0
    assert results["none"] == 0
    assert results["dialog"]
    assert results["marks"] > 0
    assert results["requests"] == 0
    assert not results["wide"]
