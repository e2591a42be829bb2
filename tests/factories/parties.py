"""Organisations."""

import factory
from factory.django import DjangoModelFactory

from jalon.records.parties import actions
from jalon.records.parties.models import Organisation


class OrganisationFactory(DjangoModelFactory):
    """An NGO; its name and acronym are searchable, and `also=["…"]` the other spellings."""

    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Organisation {n}")
    kind = Organisation.Kind.NGO

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return actions.add_organisation(*args, **kwargs)
