"""Persons and groups: identities without a name."""

import factory
from factory.django import DjangoModelFactory

from jalon.records.people.models import Group, Person


class PersonFactory(DjangoModelFactory):
    """A person."""

    class Meta:
        model = Person


class GroupFactory(DjangoModelFactory):
    """A group."""

    class Meta:
        model = Group

    label = factory.Sequence(lambda n: f"Comité {n}")
