"""Programmes and what is written around them."""

import factory
from factory.django import DjangoModelFactory

from jalon.records.programmes import actions
from jalon.records.programmes.models import (
    Agreement,
    Amendment,
    Link,
    Membership,
    Participation,
    Programme,
    ProgrammeCode,
    Status,
    StatusChange,
)
from tests.factories.parties import OrganisationFactory
from tests.factories.users import UserFactory


class ProgrammeFactory(DjangoModelFactory):
    """A published project, without dates; `published=False` hides it from those without a role."""

    class Meta:
        model = Programme

    kind = Programme.Kind.PROJECT
    title = factory.LazyAttribute(lambda programme: f"{programme.short_title}, intitulé complet")
    short_title = factory.Sequence(lambda n: f"Projet {n}")
    published = True
    by = "essai"

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return actions.add_programme(*args, **kwargs)


class ProgrammeCodeFactory(DjangoModelFactory):
    """A code: `ProgrammeCodeFactory(programme=p, scheme="LuxDev", value="MLI/801")`."""

    class Meta:
        model = ProgrammeCode

    programme = factory.SubFactory(ProgrammeFactory)
    scheme = "LuxDev"
    value = factory.Sequence(lambda n: f"MLI/{n:03}")

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return actions.add_code(*args, **kwargs)


class StatusChangeFactory(DjangoModelFactory):
    """The programme entered a status (running by default)."""

    class Meta:
        model = StatusChange

    programme = factory.SubFactory(ProgrammeFactory)
    status = Status.RUNNING
    on = "2024-01-01"
    by = "essai"

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return actions.change_status(*args, **kwargs)


class ParticipationFactory(DjangoModelFactory):
    """An organisation that funds a programme, or does something else in it."""

    class Meta:
        model = Participation

    programme = factory.SubFactory(ProgrammeFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = Participation.Role.FUNDER

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return actions.add_participation(*args, **kwargs)


class AgreementFactory(DjangoModelFactory):
    """A signed agreement: `AgreementFactory(programme=p, parties=[a, b])`."""

    class Meta:
        model = Agreement

    programme = factory.SubFactory(ProgrammeFactory)
    kind = Agreement.Kind.PARTNERSHIP
    title = factory.Sequence(lambda n: f"Accord {n}")
    by = "essai"

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return actions.sign_agreement(*args, **kwargs)


class AmendmentFactory(DjangoModelFactory):
    """An amendment with its act: `AmendmentFactory(programme=p, months=6, new_end="2025-06")`."""

    class Meta:
        model = Amendment

    programme = factory.SubFactory(ProgrammeFactory)
    title = "Extension de la durée"
    act = "Décision de la commission de partenariat"
    by = "essai"

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return actions.amend(*args, **kwargs)


class LinkFactory(DjangoModelFactory):
    """A link to a page."""

    class Meta:
        model = Link

    programme = factory.SubFactory(ProgrammeFactory)
    kind = Link.Kind.PAGE
    title = factory.Sequence(lambda n: f"Page {n}")


class MembershipFactory(DjangoModelFactory):
    """A user's role in a programme (reader by default)."""

    class Meta:
        model = Membership

    programme = factory.SubFactory(ProgrammeFactory)
    user = factory.SubFactory(UserFactory)
    role = "reader"
    by = "essai"

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return actions.grant_role(*args, **kwargs)
