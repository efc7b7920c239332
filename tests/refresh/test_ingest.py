import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from pipelines.articles.reading import Given
from pipelines.articles.records import Rejection
from pipelines.refresh.freshness import is_current
from pipelines.refresh.ingest import Ingested, find_new, ingest, read_side_file

NOW = datetime(2024, 1, 1, tzinfo=UTC)
TEXT = "The ministers met in Baku and agreed to expand trade between the two countries."


def ingest_folder(folder: Path, tables: Any, known: frozenset[str] = frozenset()) -> Ingested:
    """Read a folder in."""
    return ingest([folder], known, NOW, tables)


def test_ingest_passes_over_what_is_known(tmp_path: Path, tables: dict[str, Any]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    first = ingest_folder(tmp_path, tables)
    known = frozenset(document.document_id for document in first.documents)
    assert len(first.articles) == 1
    assert ingest_folder(tmp_path, tables, known) == Ingested((), (), ())


def test_ingest_takes_a_changed_file_as_another(tmp_path: Path, tables: dict[str, Any]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    known = frozenset(d.document_id for d in ingest_folder(tmp_path, tables).documents)
    path.write_text(f"{TEXT} They will meet again.", encoding="utf-8")
    assert len(ingest_folder(tmp_path, tables, known).articles) == 1


def test_ingest_reads_the_side_file(tmp_path: Path, tables: dict[str, Any]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    aside = {"published_on": "2021-10-11", "outlet": "Azernews"}
    (tmp_path / "a.meta.json").write_text(json.dumps(aside), encoding="utf-8")
    (article,) = ingest_folder(tmp_path, tables).articles
    assert (article.published_on, article.published_basis, article.outlet) == (
        date(2021, 10, 11), "given", "Azernews",
    )  # fmt: skip


def test_ingest_reads_an_article_whose_side_file_is_broken(
    tmp_path: Path, tables: dict[str, Any]
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.meta.json").write_text("{broken", encoding="utf-8")
    found = ingest_folder(tmp_path, tables)
    assert len(found.articles) == 1
    assert [r.reason for r in found.rejections] == ["broken_side_file"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{broken", "broken_side_file"),
        ("[]", "broken_side_file"),
        ('{"published_on": "soon"}', "bad_date"),
    ],
)
def test_read_side_file_says_what_is_wrong(tmp_path: Path, content: str, reason: str) -> None:
    (tmp_path / "a.meta.json").write_text(content, encoding="utf-8")
    found = read_side_file(tmp_path / "a.txt")
    assert isinstance(found, Rejection)
    assert found.reason == reason


def test_read_side_file_is_none_without_one(tmp_path: Path) -> None:
    assert read_side_file(tmp_path / "a.txt") is None


def test_read_side_file_may_leave_the_date_open(tmp_path: Path) -> None:
    (tmp_path / "a.meta.json").write_text('{"outlet": "Azernews"}', encoding="utf-8")
    assert read_side_file(tmp_path / "a.txt") == Given(None, "Azernews")


def test_find_new_yields_inputs_that_hold_something_new(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert list(find_new([tmp_path], frozenset(), NOW)) == [path]


def test_a_warehouse_that_is_not_there_is_not_current(tmp_path: Path) -> None:
    assert not is_current([tmp_path], tmp_path / "w", "rules")
