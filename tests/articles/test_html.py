from datetime import date

import pytest

from pipelines.articles.html import read_page

WORDS = "<p>The ministers met in Baku on Monday and signed an agreement on trade.</p>" * 4
PAGE = """<html><head><title>Page title</title>{head}</head><body>
<nav>Home | News | Sport</nav><article>{body}</article>
<footer>Copyright notice of this page</footer></body></html>"""


def make_page(head: str = "", body: str = WORDS) -> str:
    """Return the markup of a page."""
    return PAGE.format(head=head, body=body)


def test_read_page_takes_the_article_and_leaves_the_furniture() -> None:
    text = read_page(make_page()).text
    assert "signed an agreement" in text
    assert "Sport" not in text
    assert "Copyright" not in text


def test_read_page_prefers_the_pages_own_metadata() -> None:
    page = read_page(
        make_page(
            '<meta property="og:title" content="Ministers &amp; trade">'
            '<meta property="article:published_time" content="2021-10-11T23:30:00+04:00">'
            '<meta property="og:site_name" content="Azernews">'
            '<meta name="author" content="Ann Lee">'
            '<meta property="og:url" content="https://example.org/a">'
        )
    )
    assert (page.title, page.published_on, page.outlet, page.author, page.url) == (
        "Ministers & trade", date(2021, 10, 11), "Azernews", "Ann Lee", "https://example.org/a",
    )  # fmt: skip


def test_read_page_reads_records_inside_a_graph() -> None:
    page = read_page(
        make_page(
            '<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, '
            '{"headline": "Ministers meet", "datePublished": "2021-10-11", '
            '"author": [{"name": "Ann Lee"}], "publisher": {"name": "Azernews"}}]}</script>'
        )
    )
    assert (page.title, page.published_on, page.author, page.outlet) == (
        "Ministers meet", date(2021, 10, 11), "Ann Lee", "Azernews",
    )  # fmt: skip


def test_read_page_dates_by_publication_and_not_by_change() -> None:
    page = read_page(make_page('<meta property="article:modified_time" content="2022-01-01">'))
    assert page.published_on is None


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{broken</script>',
        '<meta name="date" content="2021-13-45">',
        '<meta name="date" content="last Monday">',
    ],
)
def test_read_page_says_nothing_where_metadata_is_broken(head: str) -> None:
    page = read_page(make_page(head))
    assert page.published_on is None
    assert page.title == "Page title"


def test_read_page_without_text_is_empty() -> None:
    assert read_page("<html><body></body></html>").text == ""
