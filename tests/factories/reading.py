"""Readings of small texts whose facts are built by hand."""

import factory
from factory.django import DjangoModelFactory

from jalon.core.reading.facts import Fact, FactType
from jalon.records.reading import actions
from jalon.records.reading.models import Reading
from tests.factories.sources import TextFactory


def fact(content: str, type: str, quote: str, value=None, *, of=None, occurrence: int = 1, **details) -> Fact:
    """Return a fact at the n-th time its quote stands in a text."""
    start = -1
    for _nth in range(occurrence):
        start = content.index(quote, start + 1)
    return Fact(FactType(type), start, start + len(quote), value=value, details=details, of=of)


class ReadingFactory(DjangoModelFactory):
    """A reading without facts: `ReadingFactory(text=text, facts=[…], checks=[…])`."""

    class Meta:
        model = Reading

    text = factory.SubFactory(TextFactory)
    version = "1"
    facts = ()
    checks = ()
    by = "essai"

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return actions.keep_reading(*args, **kwargs)
