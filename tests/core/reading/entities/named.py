"""What the pass of entities finds in a text, as the tests compare it."""

from jalon.core.reading.entities.finding import find_entities
from jalon.core.reading.entities.known import NOTHING, Known
from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.surface import Surface


def facts(text: str, type_: FactType, known: Known = NOTHING) -> list[Fact]:
    """The facts of a type, in the order of the text."""
    surface = Surface(text, known=known)
    find_entities(surface)
    return surface.of_type(type_)


def quotes(text: str, type_: FactType, known: Known = NOTHING) -> list[str]:
    """Every mention of the facts of a type, in the order of the text, on one line."""
    spans = sorted(span for fact in facts(text, type_, known) for span in fact.mentions)
    return [" ".join(span.quote(text).split()) for span in spans]


def places(text: str, known: Known = NOTHING) -> list[str]:
    """The mentions of places."""
    return quotes(text, FactType.PLACE, known)


def organisations(text: str, known: Known = NOTHING) -> list[str]:
    """The mentions of organisations."""
    return quotes(text, FactType.ORGANIZATION, known)


def people(text: str) -> list[str]:
    """The mentions of people."""
    return quotes(text, FactType.PERSON)


def programmes(text: str) -> list[str]:
    """The mentions of programmes."""
    return quotes(text, FactType.PROGRAMME)
