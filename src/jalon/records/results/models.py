"""The results framework: stable nodes and indicators, described by revisions that a decision adopts."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from jalon.core.identity import new_uid
from jalon.records.ledger.models import Account, Axis
from jalon.records.programmes.models import Programme
from jalon.records.sources.models import Source


class FrameworkRevision(models.Model):
    """A revision of a programme's results framework; the adopted one of highest number is in force."""

    personal: ClassVar[tuple[str, ...]] = ()

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="framework_revisions")
    number = models.PositiveSmallIntegerField(_("révision"))
    adopted_on = models.DateField(_("adoptée le"), null=True, blank=True)
    decision = models.CharField(_("décision"), max_length=300, blank=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    note = models.TextField(_("note"), blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="results_revision_once"),
            models.CheckConstraint(
                condition=models.Q(adopted_on__isnull=True) | ~models.Q(decision=""),
                name="results_adopted_by_a_decision",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme} rév. {self.number}"


class Level(models.Model):
    """A level of the framework, named by the programme: OG, OS, R, composante…"""

    personal: ClassVar[tuple[str, ...]] = ()

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="result_levels")
    code = models.CharField(_("code"), max_length=12)
    label = models.CharField(_("niveau"), max_length=120)
    depth = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "code"], name="results_level_once")]

    def __str__(self) -> str:
        return self.label


class ResultNode(models.Model):
    """A result as a stable identity; its wording is in its revisions."""

    personal: ClassVar[tuple[str, ...]] = ()

    uid = models.CharField(max_length=80, unique=True, default=new_uid)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="result_nodes")

    def __str__(self) -> str:
        return self.uid


class ResultWording(models.Model):
    """What a result says in one revision: level, code (R1), statement, place in the tree."""

    personal: ClassVar[tuple[str, ...]] = ()

    node = models.ForeignKey(ResultNode, on_delete=models.PROTECT, related_name="wordings")
    revision = models.ForeignKey(FrameworkRevision, on_delete=models.CASCADE, related_name="results")
    parent = models.ForeignKey(ResultNode, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    level = models.ForeignKey(Level, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(_("code"), max_length=20)
    statement = models.TextField(_("énoncé"))
    assumptions = models.TextField(_("hypothèses"), blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["node", "revision"], name="results_wording_once"),
            models.UniqueConstraint(fields=["revision", "code"], name="results_code_once"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.statement}"


class IndicatorSheet(models.Model):
    """An indicator in one revision: the account is the stable identity, this is its sheet."""

    personal: ClassVar[tuple[str, ...]] = ()

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="sheets")
    revision = models.ForeignKey(FrameworkRevision, on_delete=models.CASCADE, related_name="indicators")
    node = models.ForeignKey(
        ResultNode, on_delete=models.PROTECT, null=True, blank=True, related_name="indicators"
    )
    code = models.CharField(_("code"), max_length=20)
    label = models.CharField(_("libellé"), max_length=300)
    definition = models.TextField(_("définition"), blank=True)
    verification = models.CharField(_("source de vérification"), max_length=300, blank=True)
    frequency = models.CharField(_("fréquence"), max_length=60, blank=True)
    responsible = models.CharField(_("responsable"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "revision"], name="results_sheet_once"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.label}"


class Breakdown(models.Model):
    """A breakdown asked for by a revision; removing it touches no entry."""

    personal: ClassVar[tuple[str, ...]] = ()

    sheet = models.ForeignKey(IndicatorSheet, on_delete=models.CASCADE, related_name="breakdowns")
    axis = models.ForeignKey(Axis, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sheet", "axis"], name="results_breakdown_once")]

    def __str__(self) -> str:
        return f"{self.sheet} × {self.axis}"
