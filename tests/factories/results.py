"""Results frameworks: revisions, levels, results, indicator sheets."""

import factory
from factory.django import DjangoModelFactory

from jalon.records.results import actions
from jalon.records.results.models import FrameworkRevision, IndicatorSheet, Level, ResultWording
from tests.factories.ledger import AccountFactory
from tests.factories.programmes import ProgrammeFactory


class RevisionFactory(DjangoModelFactory):
    """A revision being drafted, so that results can be worded in it."""

    class Meta:
        model = FrameworkRevision

    programme = factory.SubFactory(ProgrammeFactory)
    by = "essai"

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return actions.open_revision(*args, **kwargs)


class LevelFactory(DjangoModelFactory):
    """The level « Résultat » of a programme; the same code twice is the same level."""

    class Meta:
        model = Level

    programme = factory.SubFactory(ProgrammeFactory)
    code = "R"
    label = "Résultat"
    depth = 2

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        known = Level.objects.filter(programme=kwargs["programme"], code=kwargs["code"]).first()
        return known or actions.name_level(*args, **kwargs)


class ResultFactory(DjangoModelFactory):
    """A result worded in a revision (a new node unless `node=` is given)."""

    class Meta:
        model = ResultWording

    revision = factory.SubFactory(RevisionFactory)
    level = factory.SubFactory(LevelFactory, programme=factory.SelfAttribute("..revision.programme"))
    code = factory.Sequence(lambda n: f"R{n}")
    statement = "Les jeunes ont un métier."

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return actions.word_result(*args, **kwargs)


class SheetFactory(DjangoModelFactory):
    """An indicator's sheet in a revision, on a new account of the same programme."""

    class Meta:
        model = IndicatorSheet

    revision = factory.SubFactory(RevisionFactory)
    account = factory.SubFactory(AccountFactory, programme=factory.SelfAttribute("..revision.programme"))
    code = factory.Sequence(lambda n: f"I{n}")
    label = factory.LazyAttribute(lambda sheet: sheet.account.label)

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return actions.describe_indicator(*args, **kwargs)
