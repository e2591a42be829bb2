"""Divisions, places and zones. Call `rebuild_closure()` once all the places of a test are there."""

import factory
from factory.django import DjangoModelFactory

from jalon.records.places import actions
from jalon.records.places.models import Division, Level, Place

rebuild_closure = actions.rebuild_closure


class DivisionFactory(DjangoModelFactory):
    """A division; the same code twice is the same division."""

    class Meta:
        model = Division
        django_get_or_create = ("code",)

    code = "ML-2016"


class PlaceFactory(DjangoModelFactory):
    """A commune; `PlaceFactory(level="cercle", parents={division: region})`. Its name is searchable."""

    class Meta:
        model = Place

    level = Level.COMMUNE
    name = factory.Sequence(lambda n: f"Commune {n}")

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return actions.add_place(*args, **kwargs)


class ZoneFactory(DjangoModelFactory):
    """A zone: `ZoneFactory(members=[cercle, commune])`."""

    class Meta:
        model = Place

    name = factory.Sequence(lambda n: f"Zone {n}")
    members = ()

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return actions.add_zone(*args, **kwargs)
