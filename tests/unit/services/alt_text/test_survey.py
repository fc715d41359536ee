"""What a survey says of texts that come in many pieces."""

from sparc_desktop.services.alt_text.survey import ALT_TEXT, IPTC, RDF, survey

MANY = 50_000  # pieces; put together one by one they would be copied two thousand million times


def packet(inside: str) -> bytes:
    described = f"<rdf:Description>{inside}</rdf:Description>"
    return f'<rdf:RDF xmlns:rdf="{RDF}" xmlns:i="{IPTC}">{described}</rdf:RDF>'.encode()


def test_alternatives_of_one_language_are_one_text() -> None:
    items = '<rdf:li xml:lang="de">Katze </rdf:li><rdf:li xml:lang="fr">chat</rdf:li>' * MANY
    found = survey(packet(f"<i:{ALT_TEXT}><rdf:Alt>{items}</rdf:Alt></i:{ALT_TEXT}>"))
    assert found.alternatives == {ALT_TEXT: {"de": "Katze " * MANY, "fr": "chat" * MANY}}


def test_a_text_around_the_alt_text_is_one_text() -> None:
    found = survey(packet(f"one<i:{ALT_TEXT}/>" * MANY))
    assert [each for each in found.rest if each[0] == "text"] == [("text", "one" * MANY)]
    assert len(found.cuts) == MANY
