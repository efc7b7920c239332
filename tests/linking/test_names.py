import pytest

from pipelines.linking.names import fold_words, is_same_person, same_word


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Recep Tayyip Erdoğan", ("recep", "tayyip", "erdogan")),
        ("Çavuşoğlu", ("cavusoglu",)),
        ("Əliyev", ("aliyev",)),
        ("The Bank of Turkey's Trade", ("bank", "turkey", "trade")),
        ("the of and", ()),
        ("", ()),
    ],
)
def test_fold_words_leaves_telling_words_only(name: str, words: tuple[str, ...]) -> None:
    assert fold_words(name) == words


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("baytraktar", "bayraktar", True),
        ("hajiyev", "hajiyev", True),
        ("aliyev", "aliyeva", True),
        ("lee", "lea", False),
        ("bayramov", "bayraktar", False),
        ("morgan", "jorgan", False),
    ],
)
def test_same_word_allows_a_slip_in_long_words(one: str, other: str, expected: bool) -> None:
    assert same_word(one, other) is expected
    assert same_word(other, one) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Tayyip Erdogan", "Recep Tayyip Erdoğan", True),
        ("Selcuk Baytraktar", "Selcuk Bayraktar", True),
        ("Ilham Aliyev", "Heydar Aliyev", False),
        ("Aliyev", "Ilham Aliyev", False),
    ],
)
def test_is_same_person_needs_all_words_of_the_shorter(
    one: str, other: str, expected: bool
) -> None:
    assert is_same_person(fold_words(one), fold_words(other)) is expected
