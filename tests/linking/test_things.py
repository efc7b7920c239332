from pipelines.linking.records import ThingMention
from pipelines.linking.things import link_things


def mention(number: int, name: str) -> ThingMention:
    """Return the mention of a thing in article `number`."""
    return ThingMention(f"{number}:{name}", name, "agreement", (name,))


def test_link_things_joins_the_same_words() -> None:
    links = link_things([mention(1, "Shusha Declaration"), mention(2, "the Şuşa dEclaration"),
                         mention(3, "Shusha declaration")], {})  # fmt: skip
    assert links.ids["1:Shusha Declaration"] == links.ids["3:Shusha declaration"]
    assert len(set(links.ids.values())) == 2


def test_link_things_keeps_the_id_of_the_build_before() -> None:
    links = link_things([mention(1, "TANAP")], {"1:TANAP": "kept"})
    assert links.ids == {"1:TANAP": "kept"}
