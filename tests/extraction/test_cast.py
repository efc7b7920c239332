from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support import load_cases

from pipelines.articles.records import Article
from pipelines.extraction.actors import ActorLexicon, find_cast
from pipelines.extraction.records import Cast
from pipelines.extraction.things import ThingLexicon, find_things

if TYPE_CHECKING:
    from spacy.tokens import Doc

HERE = Path(__file__).parent

CastOf = Callable[[str], tuple[Article, "Doc", Cast]]


@pytest.fixture(scope="module")
def lexicon(tables: dict[str, Any]) -> ActorLexicon:
    """Return names and offices of the reference tables."""
    return ActorLexicon.from_tables(tables)


@pytest.fixture
def cast_of(
    read: Callable[[str], Article],
    parse_text: Callable[[Article], "Doc"],
    lexicon: ActorLexicon,
) -> CastOf:
    """Return a function from a text to its article, parse and cast."""

    def make(text: str) -> tuple[Article, "Doc", Cast]:
        article = read(text)
        doc = parse_text(article)
        return article, doc, find_cast(article, doc, lexicon)

    return make


@pytest.mark.parametrize("case", load_cases(HERE / "people.jsonl"))
def test_people_have_country_and_office(case: dict[str, Any], cast_of: CastOf) -> None:
    _, _, cast = cast_of(case["text"])
    people = [
        [actor.name, actor.country_code, actor.role]
        for actor in cast.actors.values()
        if actor.kind == "person"
    ]
    assert sorted(people) == sorted(case["expected"])


@pytest.mark.parametrize("case", load_cases(HERE / "references.jsonl"))
def test_groups_and_seats_of_power_are_the_actors_meant(
    case: dict[str, Any], cast_of: CastOf
) -> None:
    _, doc, cast = cast_of(case["text"])
    meant = {doc.text[r.char_start : r.char_end]: sorted(r.actor_keys) for r in cast.references}
    assert meant.get(case["words"]) == case["expected"]


@pytest.mark.parametrize("case", load_cases(HERE / "things.jsonl"))
def test_named_things_are_found_and_others_are_not(
    case: dict[str, Any], cast_of: CastOf, tables: dict[str, Any]
) -> None:
    article, doc, cast = cast_of(case["text"])
    found = find_things(article.body, doc.text, cast, ThingLexicon.from_tables(tables))
    assert sorted([thing.name, thing.kind] for thing in found) == sorted(case["expected"])
    for thing in found:
        assert all(article.body[e.char_start : e.char_end] == e.quote for e in thing.evidence)


@pytest.mark.parametrize(
    ("spellings", "key"),
    [
        ("Turkey, Türkiye and Turkiye are one country in the text.", "country:TUR"),
        ("The Turkish gas and the gas of Turkey are one and the same.", "country:TUR"),
    ],
)
def test_spellings_of_a_country_are_one_actor(
    spellings: str, key: str, cast_of: CastOf
) -> None:
    _, _, cast = cast_of(spellings)
    assert [k for k in cast.actors if k.startswith("country:")] == [key]


def test_an_acronym_is_the_body_that_defines_it(cast_of: CastOf) -> None:
    text = "The State Oil Company of Azerbaijan (SOCAR) sells gas. SOCAR signed a contract."
    _, _, cast = cast_of(text)
    (body,) = (a for a in cast.actors.values() if a.kind == "organisation")
    assert (body.name, body.country_code) == ("State Oil Company of Azerbaijan", "AZE")
    assert "SOCAR" in body.surfaces


@pytest.mark.parametrize(
    "text",
    [
        "A festival was held in Ankara on the day of the fair.",
        pytest.param(
            "The festival was held in Ankara on Monday, and it was late.",
            marks=pytest.mark.xfail(strict=True, reason="the empty `it` makes it an agent"),
        ),
    ],
)
def test_a_place_is_no_agent(text: str, cast_of: CastOf) -> None:
    _, _, cast = cast_of(text)
    assert not any(actor.is_agent for actor in cast.actors.values())


def test_references_lie_inside_the_body(cast_of: CastOf) -> None:
    article, _, cast = cast_of("Azerbaijan and Turkey have met. The two countries signed it.")
    assert cast.references
    for reference in cast.references:
        assert 0 <= reference.char_start < reference.char_end <= len(article.body)
        assert set(reference.actor_keys) <= set(cast.actors)
