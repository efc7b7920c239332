from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pipelines.articles.reading import Given
from pipelines.articles.records import Article
from pipelines.extraction.records import (
    Actor,
    EventMention,
    Evidence,
    Extraction,
    MetricMention,
    Participant,
    Period,
)
from pipelines.refresh import loading
from pipelines.refresh import run as run_module
from pipelines.refresh.loading import Request
from pipelines.refresh.run import AuditError
from pipelines.refresh.run import refresh as refresh_warehouse
from pipelines.warehouse.auditing import Check, load_checks
from pipelines.warehouse.errors import LockedError
from pipelines.warehouse.publishing import writer_lock

if TYPE_CHECKING:
    from spacy.tokens import Doc

Run = Callable[..., Any]
Rows = dict[str, list[dict[str, Any]]]
ReadAll = Callable[[Path], Rows]
Published = Callable[[Path], tuple[Path, bytes]]

SIGNED = (
    " date 2021-10-11 By Ann Lee\n\nOn June 15, Azerbaijan and Turkey signed the Shusha "
    "Declaration. The trade turnover between Azerbaijan and Turkey amounted to $4.1 billion "
    "in 2020."
)
RETOLD = (
    " date 2021-12-26 By Bob Ray\n\nIn 2021, Azerbaijan and Turkey signed the Shusha "
    "Declaration. The trade turnover between Azerbaijan and Turkey amounted to $4.1 billion "
    "in 2020. Turkish President Recep Tayyip Erdogan met the press in Ankara."
)
NOW = datetime(2024, 1, 1, tzinfo=UTC)
OF_RUNS = ("meta.runs", "meta.generations")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return a folder of two articles that tell of one signing."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "signed.txt").write_text(SIGNED, encoding="utf-8")
    (folder / "retold.txt").write_text(RETOLD, encoding="utf-8")
    return folder


def test_refresh_merges_the_tellings_of_one_event(
    tmp_path: Path, articles: Path, run: Run, read_all: ReadAll
) -> None:
    summary = run(tmp_path / "w", articles)
    rows = read_all(tmp_path / "w")
    (signing,) = (e for e in rows["main.events"] if e["action"] == "sign")
    assert (signing["article_count"], signing["start_on"]) == (2, date(2021, 6, 15))
    assert {m["kind"] for m in rows["meta.merges"]} >= {"event", "metric", "actor", "thing"}
    assert (summary.new_article_count, summary.rejected_count) == (2, 0)
    assert summary.row_counts["main.articles"] == 2


def test_refresh_twice_changes_nothing(
    tmp_path: Path, articles: Path, run: Run, read_all: ReadAll
) -> None:
    run(tmp_path / "w", articles)
    first = read_all(tmp_path / "w")
    summary = run(tmp_path / "w", articles)
    second = read_all(tmp_path / "w")
    assert summary.new_article_count == 0
    assert len(second["meta.runs"]) == 2
    assert {n: r for n, r in second.items() if n not in OF_RUNS} == {
        n: r for n, r in first.items() if n not in OF_RUNS
    }


def test_refresh_does_not_mind_the_order_of_articles(
    tmp_path: Path, articles: Path, read_all: ReadAll
) -> None:
    files = sorted(articles.iterdir())
    results: list[Rows] = []
    for number, paths in enumerate((files, files[::-1])):
        refresh_warehouse(Request(tmp_path / f"w{number}", tuple(paths), "rules"), "run", NOW)
        results.append(read_all(tmp_path / f"w{number}"))
    assert results[0] == results[1]


def test_refresh_adds_and_keeps_the_ids_of_what_was_there(
    tmp_path: Path, articles: Path, run: Run, read_all: ReadAll
) -> None:
    run(tmp_path / "w", articles / "signed.txt")
    (before,) = (e for e in read_all(tmp_path / "w")["main.events"] if e["action"] == "sign")
    run(tmp_path / "w", articles / "retold.txt")
    rows = read_all(tmp_path / "w")
    (after,) = (e for e in rows["main.events"] if e["action"] == "sign")
    assert len(rows["main.articles"]) == 2
    assert (after["event_id"], after["article_count"]) == (before["event_id"], 2)


def test_refresh_keeps_a_verbatim_repeat_and_does_not_read_it(
    tmp_path: Path, articles: Path, run: Run, read_all: ReadAll
) -> None:
    (articles / "repeat.txt").write_text(SIGNED, encoding="utf-8")
    run(tmp_path / "w", articles)
    rows = read_all(tmp_path / "w")
    repeats = [a for a in rows["main.articles"] if a["is_duplicate_of"]]
    assert len(rows["main.articles"]) == 3
    assert len(repeats) == 1
    assert repeats[0]["article_id"] not in {r["article_id"] for r in rows["extracted.readings"]}
    assert max(e["article_count"] for e in rows["main.events"]) == 2


def test_refresh_rejects_bad_inputs_and_goes_on(
    tmp_path: Path, articles: Path, run: Run, read_all: ReadAll
) -> None:
    (articles / "empty.txt").write_text("", encoding="utf-8")
    (articles / "binary.txt").write_bytes(b"\x89PNG\0\0")
    (articles / "turkish.txt").write_text(
        "Bakanlar Bakü'de bir araya geldi ve ticaretin artması için anlaşma yaptı.", "utf-8"
    )
    record = '{"text": "The ministers met in Baku and it was late."}'
    (articles / "records.jsonl").write_text(f"{{broken\n{record}\n", encoding="utf-8")
    run(tmp_path / "w", articles)
    rows = read_all(tmp_path / "w")
    assert len(rows["main.articles"]) == 3
    assert sorted((Path(r["source_uri"]).name, r["reason"]) for r in rows["meta.rejected"]) == [
        ("binary.txt", "binary"),
        ("empty.txt", "empty"),
        ("records.jsonl", "broken_record"),
        ("turkish.txt", "language"),
    ]


@pytest.mark.xfail(strict=True, reason="each run adds a row for the same bad input")
def test_refresh_rejects_a_bad_input_once(
    tmp_path: Path, articles: Path, run: Run, read_all: ReadAll
) -> None:
    (articles / "empty.txt").write_text("", encoding="utf-8")
    for _ in range(2):
        run(tmp_path / "w", articles)
    assert len(read_all(tmp_path / "w")["meta.rejected"]) == 1


def test_refresh_of_nothing_publishes_empty_tables(
    tmp_path: Path, run: Run, read_all: ReadAll
) -> None:
    (tmp_path / "none").mkdir()
    run(tmp_path / "w", tmp_path / "none")
    rows = read_all(tmp_path / "w")
    assert rows["main.articles"] == rows["main.events"] == rows["marts.event_timeline"] == []
    assert rows["reference.event_types"]


def test_refresh_takes_what_is_given(tmp_path: Path, run: Run, read_all: ReadAll) -> None:
    path = tmp_path / "undated.txt"
    path.write_text("On June 15, Azerbaijan and Turkey signed it in Baku.", encoding="utf-8")
    run(tmp_path / "w", path, given=Given(date(2020, 7, 1), "Azernews"))
    (article,) = read_all(tmp_path / "w")["main.articles"]
    assert (article["published_on"], article["published_basis"], article["outlet"]) == (
        date(2020, 7, 1), "given", "Azernews",
    )  # fmt: skip


@pytest.mark.parametrize("fails", [True, False])
def test_a_failing_blocking_check_leaves_what_is_published_as_it_was(
    tmp_path: Path,
    articles: Path,
    run: Run,
    published: Published,
    monkeypatch: pytest.MonkeyPatch,
    fails: bool,
) -> None:
    run(tmp_path / "w", articles / "signed.txt")
    before = published(tmp_path / "w")
    check = Check("always", "main.events", "select 1 as one", fails, "Always fails.")
    monkeypatch.setattr(run_module, "load_checks", lambda folder: (*load_checks(folder), check))
    if not fails:  # a check that does not block is only told
        summary = run(tmp_path / "w", articles)
        assert [o.check.name for o in summary.outcomes if o.failing_count] == ["always"]
        assert published(tmp_path / "w")[0] != before[0]
        return
    with pytest.raises(AuditError, match="always: 1 rows"):
        run(tmp_path / "w", articles)
    assert published(tmp_path / "w") == before
    assert list((tmp_path / "w" / "build").iterdir()) == []


def test_refresh_lets_one_run_write(tmp_path: Path, articles: Path, run: Run) -> None:
    with (
        writer_lock(tmp_path / "w", "another"),
        pytest.raises(LockedError, match="another"),
    ):
        run(tmp_path / "w", articles)


QUOTE = "Azerbaijan and Turkey signed"
ACTOR = Actor("country:AZE", "Azerbaijan", "country", "AZE", None, "GOV", None, ("Azerbaijan",))
EVENT = EventMention(
    event_type="SUPPORT",
    action="sign",
    status="occurred",
    participants=(Participant("country:AZE", "Azerbaijan", "AZE", "source"),),
    period=Period(None, None, "unknown", "unknown"),
    date_text=None,
    place=None,
    object_text=None,
    evidence=(),
    rule="test",
    confidence=0.5,
)
METRIC = MetricMention(
    indicator="other",
    indicator_text="words",
    value=Decimal(1),
    value_low=None,
    value_high=None,
    unit="USD",
    measure="level",
    qualifier="=",
    subjects=("AZE",),
    subject_keys=("country:AZE",),
    period=Period(None, None, "unknown", "unknown"),
    date_text=None,
    status="observed",
    evidence=Evidence(0, 0, ""),
    rule="test",
    confidence=0.5,
)


class CannedEngine:
    """Says of every article the same; the parse is not looked at."""

    name = "rules"
    version = "canned"

    def __init__(self, event: EventMention, metric: MetricMention) -> None:
        self.event = event
        self.metric = metric

    def extract(self, article: Article, parsed: "Doc") -> Extraction:
        """Return one actor, one event and one metric quoting the article."""
        del parsed
        start = article.body.index(QUOTE)
        quote = Evidence(start, start + len(QUOTE), QUOTE)
        event = self.event if self.event.evidence else replace(self.event, evidence=(quote,))
        metric = self.metric if self.metric.evidence.quote else replace(
            self.metric, evidence=quote
        )  # fmt: skip
        return Extraction(
            article.article_id, self.name, self.version, (ACTOR,), (event,), (metric,), ()
        )


Can = Callable[..., None]


@pytest.fixture
def can(monkeypatch: pytest.MonkeyPatch) -> Can:
    """Return a function that puts a canned engine in the place of the rules."""

    def put(event: EventMention = EVENT, metric: MetricMention = METRIC) -> None:
        engine = CannedEngine(event, metric)
        monkeypatch.setattr(loading, "make_engine", lambda *_: (engine, None))

    return put


def test_a_row_that_breaks_its_contract_is_rejected_and_the_run_goes_on(
    tmp_path: Path, articles: Path, run: Run, read_all: ReadAll, can: Can
) -> None:
    can(metric=replace(METRIC, confidence=2.0))
    run(tmp_path / "w", articles / "signed.txt")
    rows = read_all(tmp_path / "w")
    assert rows["extracted.metric_mentions"] == []
    assert len(rows["main.events"]) == 1
    (rejected,) = rows["meta.rejected"]
    assert (rejected["stage"], rejected["reason"]) == ("contracts", "contract")
    assert rejected["source_uri"] == "extracted.metric_mentions"
    assert "confidence" in rejected["detail"]


@pytest.mark.xfail(strict=True, reason="they stay, and their reference blocks the run")
def test_a_rejected_event_takes_its_participants_with_it(
    tmp_path: Path, articles: Path, run: Run, read_all: ReadAll, can: Can
) -> None:
    can(event=replace(EVENT, status="imagined"))
    run(tmp_path / "w", articles / "signed.txt")
    rows = read_all(tmp_path / "w")
    assert rows["main.events"] == rows["extracted.event_mention_participants"] == []
    assert "status" in rows["meta.rejected"][0]["detail"]


def test_a_quote_that_is_not_in_the_text_is_not_published(
    tmp_path: Path, articles: Path, run: Run, can: Can
) -> None:
    can(event=replace(EVENT, evidence=(Evidence(0, 5, "wrong"),)))
    with pytest.raises(AuditError, match="event_evidence_is_quoted"):
        run(tmp_path / "w", articles / "signed.txt")


def test_an_engine_of_another_version_reads_again(
    tmp_path: Path, articles: Path, run: Run, read_all: ReadAll, can: Can
) -> None:
    run(tmp_path / "w", articles / "signed.txt")
    can()
    run(tmp_path / "w", articles / "signed.txt")
    rows = read_all(tmp_path / "w")
    assert {r["engine_version"] for r in rows["extracted.readings"]} == {"canned"}
    assert {m["rule"] for m in rows["extracted.metric_mentions"]} == {"test"}
