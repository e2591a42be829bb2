"""Programmes, their agreements and amendments, who takes part; amounts are in the ledger."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Left
from django.db.models.lookups import GreaterThanOrEqual
from django.utils.translation import gettext_lazy as _

from jalon.core.identity import new_uid
from jalon.records.parties.models import Organisation
from jalon.records.places.models import Place
from jalon.records.sources.models import Document, Remark, Source

DATE_HELP = "ISO, reduced precision allowed: 2013-05"


class Programme(models.Model):
    """A programme, one of its components, or a project: one tree."""

    personal: ClassVar[tuple[str, ...]] = ()

    class Kind(models.TextChoices):
        PROGRAMME = "programme", _("programme")
        COMPONENT = "component", _("composante")
        PROJECT = "project", _("projet")

    uid = models.CharField(max_length=80, unique=True, default=new_uid)
    kind = models.CharField(_("nature"), max_length=10, choices=Kind)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(_("intitulé"), max_length=300)
    short_title = models.CharField(_("intitulé court"), max_length=120)
    acronym = models.CharField(_("sigle"), max_length=40, blank=True)
    summary = models.TextField(_("présentation"), blank=True)
    objectives = models.TextField(_("objectifs"), blank=True)
    country = models.CharField(_("pays"), max_length=2, blank=True)
    planned_start = models.CharField(_("début prévu"), max_length=10, blank=True, help_text=DATE_HELP)
    planned_end = models.CharField(_("fin prévue"), max_length=10, blank=True, help_text=DATE_HELP)
    planned_months = models.PositiveSmallIntegerField(_("durée prévue (mois)"), null=True, blank=True)
    actual_start = models.CharField(_("début effectif"), max_length=10, blank=True, help_text=DATE_HELP)
    actual_end = models.CharField(_("fin effective"), max_length=10, blank=True, help_text=DATE_HELP)
    stated_months = models.PositiveSmallIntegerField(_("durée déclarée (mois)"), null=True, blank=True)
    published = models.BooleanField(_("publié"), default=False)
    four_eyes = models.BooleanField(_("double regard pour approuver"), default=False)
    sort_key = models.CharField(max_length=300, db_index=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("id")),
                name="programmes_not_own_parent",
            ),
            models.CheckConstraint(
                condition=models.Q(planned_start="")
                | models.Q(planned_end="")
                | models.Q(GreaterThanOrEqual(Left("planned_end", 4), Left("planned_start", 4))),
                name="programmes_planned_years_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.short_title


class ProgrammeCode(models.Model):
    """A code of a programme in somebody's scheme; several are usual."""

    personal: ClassVar[tuple[str, ...]] = ()

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="codes")
    scheme = models.CharField(_("nomenclature"), max_length=60)
    value = models.CharField(_("code"), max_length=60)
    search_key = models.CharField(max_length=60, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "scheme", "value"], name="programmes_code_once")
        ]

    def __str__(self) -> str:
        return self.value


class Status(models.TextChoices):
    """Where a programme is in its life."""

    IDENTIFICATION = "identification", _("identification")
    FORMULATION = "formulation", _("formulation")
    RUNNING = "running", _("en exécution")
    CLOSING = "closing", _("en clôture")
    CLOSED = "closed", _("clôturé")
    SUSPENDED = "suspended", _("suspendu")


class StatusChange(models.Model):
    """The programme entered a status on a day; the last one is the present one."""

    personal: ClassVar[tuple[str, ...]] = ()

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="status_changes")
    status = models.CharField(_("statut"), max_length=16, choices=Status)
    on = models.CharField(_("depuis le"), max_length=10, help_text=DATE_HELP)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.get_status_display()} ({self.on})"


class Participation(models.Model):
    """What an organisation is in a programme."""

    personal: ClassVar[tuple[str, ...]] = ()

    class Role(models.TextChoices):
        FUNDER = "funder", _("bailleur")
        IMPLEMENTER = "implementer", _("agence d’exécution")
        PARTNER = "partner", _("partenaire de mise en œuvre")
        AUTHORITY = "authority", _("tutelle")
        STEERING = "steering", _("membre du pilotage")
        COMMUNITY = "community", _("contribution locale")
        ORGANISER = "organiser", _("organisateur")

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="participations")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="participations")
    role = models.CharField(_("rôle"), max_length=12, choices=Role)
    since = models.CharField(max_length=10, blank=True, help_text=DATE_HELP)
    until = models.CharField(max_length=10, blank=True, help_text=DATE_HELP)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "organisation", "role"], name="programmes_participation_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation} ({self.get_role_display()})"


class Agreement(models.Model):
    """A signed text on which a programme rests (« convention », « accord »)."""

    personal: ClassVar[tuple[str, ...]] = ()

    class Kind(models.TextChoices):
        FINANCING = "financing", _("convention de financement")
        DELEGATION = "delegation", _("convention de délégation")
        PARTNERSHIP = "partnership", _("accord de partenariat")
        PROTOCOL = "protocol", _("protocole")
        OTHER = "other", _("autre texte")

    uid = models.CharField(max_length=80, unique=True, default=new_uid)
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="agreements")
    kind = models.CharField(_("nature"), max_length=12, choices=Kind)
    title = models.CharField(_("intitulé"), max_length=300)
    number = models.CharField(_("numéro"), max_length=60, blank=True)
    signed_on = models.CharField(_("signée le"), max_length=10, blank=True, help_text=DATE_HELP)
    start = models.CharField(_("début"), max_length=10, blank=True, help_text=DATE_HELP)
    end = models.CharField(_("fin"), max_length=10, blank=True, help_text=DATE_HELP)
    months = models.PositiveSmallIntegerField(_("durée (mois)"), null=True, blank=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return self.title


class AgreementParty(models.Model):
    """An organisation that signed an agreement."""

    personal: ClassVar[tuple[str, ...]] = ()

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="parties")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="agreements")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "organisation"], name="programmes_agreement_party_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.organisation)


class Amendment(models.Model):
    """An « avenant »: changes the end date or the envelope, and says by what act."""

    personal: ClassVar[tuple[str, ...]] = ()

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="amendments")
    agreement = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, null=True, blank=True, related_name="amendments"
    )
    number = models.PositiveSmallIntegerField(_("numéro"))
    title = models.CharField(_("objet"), max_length=300)
    act = models.CharField(_("acte"), max_length=300)
    decided_on = models.CharField(_("décidé le"), max_length=10, blank=True, help_text=DATE_HELP)
    months = models.SmallIntegerField(_("prolongation (mois)"), null=True, blank=True)
    new_end = models.CharField(_("nouvelle date de fin"), max_length=10, blank=True, help_text=DATE_HELP)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="programmes_amendment_once"),
            models.CheckConstraint(condition=~models.Q(act=""), name="programmes_amendment_says_its_act"),
        ]

    def __str__(self) -> str:
        return self.title


class Link(models.Model):
    """A link or a medium (video, photo album) of a programme; nothing is fetched from it."""

    personal: ClassVar[tuple[str, ...]] = ()

    class Kind(models.TextChoices):
        PAGE = "page", _("page")
        VIDEO = "video", _("vidéo")
        PHOTO = "photo", _("photo")

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(max_length=8, choices=Kind)
    title = models.CharField(_("titre"), max_length=300)
    url = models.URLField(blank=True)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    note = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return self.title


class ProgrammeDocument(models.Model):
    """A document of a programme; who may read it depends on its visibility and on this link."""

    personal: ClassVar[tuple[str, ...]] = ()

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="programme_documents")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="programme_documents")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "document"], name="programmes_document_once")
        ]

    def __str__(self) -> str:
        return f"{self.programme} · {self.document}"


class ProgrammePlace(models.Model):
    """A place or zone where a programme works."""

    personal: ClassVar[tuple[str, ...]] = ()

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="programme_places")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="programme_places")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "place"], name="programmes_place_once")]

    def __str__(self) -> str:
        return f"{self.programme} · {self.place}"


class ProgrammeRemark(models.Model):
    """A remark shown on the sheet of a programme."""

    personal: ClassVar[tuple[str, ...]] = ()

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="programme_remarks")
    remark = models.ForeignKey(Remark, on_delete=models.CASCADE, related_name="programme_remarks")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "remark"], name="programmes_remark_once")]

    def __str__(self) -> str:
        return f"{self.programme} · {self.remark}"


class Membership(models.Model):
    """The role of a user in a programme and all that lies under it."""

    personal: ClassVar[tuple[str, ...]] = ()

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("rôle"), max_length=20, help_text="code of users.roles")
    until = models.DateField(_("jusqu’au"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "programme"], name="programmes_membership_once")
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.programme} · {self.role}"
