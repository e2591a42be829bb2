"""The ledger: accounts, entries, postings, acts. Entries are only added; acts say what became of them."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jalon.core.identity import new_uid
from jalon.records.parties.models import Organisation
from jalon.records.people.models import Group, Person
from jalon.records.places.models import Division, Place
from jalon.records.programmes.models import Programme
from jalon.records.sources.models import Remark, Source


class Axis(models.Model):
    """A dimension of breakdown: sex, age band, status, funder…"""

    personal: ClassVar[tuple[str, ...]] = ()

    code = models.CharField(max_length=40, unique=True)
    label = models.CharField(_("ventilation"), max_length=120)
    order = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return self.label


class Category(models.Model):
    """One category of an axis: women, 15–24 years, displaced…"""

    personal: ClassVar[tuple[str, ...]] = ()

    axis = models.ForeignKey(Axis, on_delete=models.PROTECT, related_name="categories")
    code = models.CharField(max_length=80)
    label = models.CharField(_("catégorie"), max_length=160)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["axis", "code"], name="ledger_category_once")]

    def __str__(self) -> str:
        return self.label


class Cell(models.Model):
    """A set of categories, at most one of an axis; `key` is its canonical text (`age=15-24;sex=F`)."""

    personal: ClassVar[tuple[str, ...]] = ()

    key = models.CharField(max_length=300, unique=True)

    def __str__(self) -> str:
        return self.key or "—"


class CellCategory(models.Model):
    """A category that belongs to a cell."""

    personal: ClassVar[tuple[str, ...]] = ()

    cell = models.ForeignKey(Cell, on_delete=models.PROTECT, related_name="categories")
    axis = models.ForeignKey(Axis, on_delete=models.PROTECT, related_name="+")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cell", "axis"], name="ledger_cell_one_category_per_axis")
        ]

    def __str__(self) -> str:
        return f"{self.cell} {self.category}"


class Account(models.Model):
    """A thing that is counted: an indicator, a use of funds, a source of funds."""

    personal: ClassVar[tuple[str, ...]] = ()

    class Nature(models.TextChoices):
        INDICATOR = "indicator", _("indicateur")
        USE = "use", _("emploi de fonds")
        SOURCE = "source", _("ressource")

    class Time(models.TextChoices):
        SUM = "sum", _("s’additionne dans le temps")
        LAST = "last", _("stock : la dernière valeur")
        MAX = "max", _("la plus grande valeur")
        NONE = "none", _("ne s’additionne pas dans le temps")

    class Places(models.TextChoices):
        SUM = "sum", _("s’additionne entre les lieux")
        MAX = "max", _("la plus grande valeur des lieux")
        NONE = "none", _("ne s’additionne pas entre les lieux")

    uid = models.CharField(max_length=80, unique=True, default=new_uid)
    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, null=True, blank=True, related_name="accounts"
    )
    nature = models.CharField(max_length=10, choices=Nature, default=Nature.INDICATOR)
    label = models.CharField(_("intitulé"), max_length=300)
    definition = models.TextField(_("définition"), blank=True)
    unit = models.CharField(_("unité"), max_length=40, help_text="code: person, XOF, EUR, ha, committee, %…")
    unit_label = models.CharField(_("unité affichée"), max_length=80, blank=True)
    decimals = models.PositiveSmallIntegerField(_("décimales"), default=0)
    time = models.CharField(_("dans le temps"), max_length=4, choices=Time)
    places = models.CharField(_("entre les lieux"), max_length=4, choices=Places)
    grain_place = models.CharField(_("maille de lieu"), max_length=20, blank=True)
    grain_time = models.CharField(_("maille de temps"), max_length=20, blank=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    numerator = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    denominator = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    public = models.BooleanField(_("public"), default=False)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="ledger_not_own_parent"
            ),
            models.CheckConstraint(
                condition=Q(numerator__isnull=True, denominator__isnull=True)
                | Q(numerator__isnull=False, denominator__isnull=False),
                name="ledger_ratio_has_both_terms",
            ),
            models.CheckConstraint(condition=Q(decimals__lte=6), name="ledger_decimals_are_few"),
            models.CheckConstraint(
                condition=~Q(unit__in=["XOF", "XAF"]) | Q(decimals=0),
                name="ledger_cfa_francs_have_no_decimals",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def currency_like(self) -> bool:
        """Whether the unit is money, which alone may be negative (a refund)."""
        return len(self.unit) == 3 and self.unit.isupper()


class PlanVersion(models.Model):
    """A version of a programme's plan: the decision that adopted it and the day it takes effect."""

    personal: ClassVar[tuple[str, ...]] = ()

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, null=True, blank=True, related_name="plan_versions"
    )
    number = models.PositiveSmallIntegerField(_("version"))
    effective_on = models.DateField(_("en vigueur le"), null=True, blank=True)
    decision = models.CharField(_("décision"), max_length=300, blank=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="ledger_plan_version_once"),
            models.UniqueConstraint(
                fields=["number"], condition=Q(programme__isnull=True), name="ledger_loose_plan_version_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme} v{self.number}"


class Entry(models.Model):
    """An event that happened, or a statement of a total. Never changed; withdrawn by an act."""

    personal: ClassVar[tuple[str, ...]] = ("reported_by", "recorded_by")

    class Kind(models.TextChoices):
        EVENT = "event", _("événement")
        STATEMENT = "statement", _("total déclaré")

    class Stage(models.TextChoices):
        BASELINE = "baseline", _("référence")
        PLANNED = "planned", _("prévu")
        COMMITTED = "committed", _("engagé")
        ACHIEVED = "achieved", _("réalisé")

    class Qualifier(models.TextChoices):
        EXACT = "exact", _("exact")
        ABOUT = "about", _("environ")
        AT_LEAST = "at_least", _("au moins")

    uid = models.CharField(max_length=80, unique=True, default=new_uid)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=9, choices=Kind)
    stage = models.CharField(max_length=9, choices=Stage)
    start = models.DateField(null=True, blank=True, help_text="null: since the start (statements only)")
    end = models.DateField(help_text="the day of an event, the last day of a statement")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, blank=True, related_name="entries")
    division = models.ForeignKey(Division, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    about = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="entries"
    )
    plan_version = models.PositiveSmallIntegerField(null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True, help_text="when not the account's own")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="entries")
    reported_by = models.CharField(_("déclaré par"), max_length=200, blank=True)
    printed = models.CharField(_("tel que publié"), max_length=200, blank=True)
    precision = models.BigIntegerField(default=1, help_text="in the account's unit: 1, 1 000, 100 000")
    qualifier = models.CharField(max_length=8, choices=Qualifier, default=Qualifier.EXACT)
    note = models.CharField(_("note"), max_length=500, blank=True)
    recorded_by = models.CharField(_("saisi par"), max_length=150, blank=True)
    known_at = models.DateTimeField()

    class Meta:
        indexes = [
            # All that a sum of events asks of its entries, so that their rows need not be read.
            models.Index(
                fields=[
                    "account",
                    "stage",
                    "kind",
                    "end",
                    "known_at",
                    "currency",
                    "place",
                    "division",
                    "about",
                ],
                name="ledger_entry_sums",
            ),
            models.Index(
                fields=["account", "stage", "kind", "end"],
                condition=~Q(currency=""),
                name="ledger_entry_other_currency",
            ),
            models.Index(fields=["place"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(start__isnull=True) | Q(end__gte=F("start")), name="ledger_entry_dates_in_order"
            ),
            models.CheckConstraint(
                condition=Q(kind="statement") | Q(start=F("end")), name="ledger_event_has_one_day"
            ),
            models.CheckConstraint(
                condition=Q(stage="planned") | Q(plan_version__isnull=True),
                name="ledger_only_plans_have_versions",
            ),
            models.CheckConstraint(condition=Q(precision__gte=1), name="ledger_precision_is_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.end} {self.printed or ''}".strip()


class Posting(models.Model):
    """One cell of an entry: a whole number scaled by the account's decimals, or a person, or a group."""

    personal: ClassVar[tuple[str, ...]] = ()

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="postings")
    value = models.BigIntegerField()
    cell = models.ForeignKey(Cell, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="postings",
        help_text="its own passage",
    )

    class Meta:
        indexes = [models.Index(fields=["entry", "cell", "value"], name="ledger_posting_sums")]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=True) | Q(group__isnull=True), name="ledger_person_or_group"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=True) | Q(value=1), name="ledger_a_person_is_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.value} [{self.cell}]"


class Act(models.Model):
    """What was done to an entry. `at` is the author's instant, `known_at` when this copy learned it."""

    personal: ClassVar[tuple[str, ...]] = ("by",)

    class Kind(models.TextChoices):
        APPROVE = "approve", _("approbation")
        WITHDRAW = "withdraw", _("retrait")
        SET_ASIDE = "set_aside", _("mise à l’écart")

    uid = models.CharField(max_length=80, unique=True, default=new_uid)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="acts")
    kind = models.CharField(max_length=9, choices=Kind)
    replaced_by = models.ForeignKey(
        Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="replaces"
    )
    by = models.CharField(_("par"), max_length=150)
    why = models.CharField(_("motif"), max_length=500, blank=True)
    at = models.DateTimeField()
    known_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["entry", "kind", "known_at"], name="ledger_act_what_became"),
            models.Index(fields=["kind", "entry"], condition=~Q(kind="approve"), name="ledger_act_undoing"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(replaced_by__isnull=True) | Q(kind="withdraw"),
                name="ledger_only_a_withdrawal_replaces",
            ),
            models.CheckConstraint(
                condition=Q(replaced_by__isnull=True) | ~Q(replaced_by=F("entry")),
                name="ledger_not_its_own_replacement",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.entry_id} {self.known_at:%Y-%m-%d}"


class AccountRemark(models.Model):
    """A remark shown beside the figures of an account."""

    personal: ClassVar[tuple[str, ...]] = ()

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="account_remarks")
    remark = models.ForeignKey(Remark, on_delete=models.CASCADE, related_name="account_remarks")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "remark"], name="ledger_remark_once")]

    def __str__(self) -> str:
        return f"{self.account} · {self.remark}"
