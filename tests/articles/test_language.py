import pytest

from pipelines.articles.language import is_english


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers met in Baku and agreed to expand trade with the region.", True),
        ("Ilham Aliyev, Recep Tayyip Erdogan, Jeyhun Bayramov", True),
        ("Bakanlar Bakü'de bir araya geldi ve ticaretin artırılması konusunda anlaştı.", False),
        ("Les ministres se sont réunis à Bakou et ont signé un accord sur le gaz.", False),
        ("Министры встретились в Баку и подписали соглашение о торговле.", False),
        ("Министры", False),
        ("", True),
    ],
    ids=["English", "names", "Turkish", "French", "Russian", "one foreign word", "nothing"],
)
def test_is_english_tells_the_language(text: str, expected: bool) -> None:
    assert is_english(text) is expected


@pytest.mark.parametrize(
    "text",
    [
        "Turkish President Recep Tayyip Erdogan visited Azerbaijan on Monday.",
        "German Chancellor Angela Merkel and French President Emmanuel Macron met on Friday.",
    ],
)
@pytest.mark.xfail(strict=True, reason="a sentence of names has too few common words")
def test_is_english_believes_a_sentence_full_of_names(text: str) -> None:
    assert is_english(text)
