"""Accounts, and entries with their postings and approval."""

import datetime

import factory
from factory.django import DjangoModelFactory

from jalon.records.ledger import actions
from jalon.records.ledger.actions import Line
from jalon.records.ledger.models import Account, Axis, Entry
from tests.factories.programmes import ProgrammeFactory
from tests.factories.sources import TypedSourceFactory


class AxisFactory(DjangoModelFactory):
    """An axis of breakdown; the same code twice is the same axis."""

    class Meta:
        model = Axis
        django_get_or_create = ("code",)

    code = "sex"
    label = "Sexe"


class AccountFactory(DjangoModelFactory):
    """A public indicator in persons, that adds over time and places."""

    class Meta:
        model = Account

    programme = factory.SubFactory(ProgrammeFactory)
    label = factory.Sequence(lambda n: f"Personnes formées {n}")
    unit = "person"
    unit_label = "personnes"
    time = Account.Time.SUM
    places = Account.Places.SUM
    public = True

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return actions.open_account(*args, **kwargs)


class EntryFactory(DjangoModelFactory):
    """An approved statement of 43 achieved over 2017; `values={"F": 19, "M": 24}` splits it by sex.

    `lines=[Line(…)]` gives other cells; `approved=False` leaves a draft.
    """

    class Meta:
        model = Entry
        exclude = ("values",)

    account = factory.SubFactory(AccountFactory)
    source = factory.SubFactory(TypedSourceFactory)
    kind = Entry.Kind.STATEMENT
    stage = Entry.Stage.ACHIEVED
    start = datetime.date(2017, 1, 1)
    end = datetime.date(2017, 12, 31)
    values = {"": 43}
    lines = factory.LazyAttribute(
        lambda entry: [
            Line(value=value, cell={"sex": sex} if sex else {}) for sex, value in entry.values.items()
        ]
    )
    approved = True
    by = "essai"

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        approved = kwargs.pop("approved")
        entry = actions.record(*args, **kwargs)
        if approved:
            actions.approve(entry=entry, by=kwargs["by"])
        return entry
