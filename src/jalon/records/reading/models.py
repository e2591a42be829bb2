"""What the reader proposed of a text, and what people judged of it; nothing is changed, only added to."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jalon.records.ledger.models import Entry
from jalon.records.parties.models import Organisation
from jalon.records.places.models import Place
from jalon.records.programmes.models import Programme
from jalon.records.sealing import SealedJSON
from jalon.records.sources.models import Remark, Text

VERSIONS = "versions"
"""The kind of the alerts that compare the texts of a document: their claims are those of both texts."""


class Reading(models.Model):
    """One run of one version of the reader over a text; the last one of a text is reviewed."""

    personal: ClassVar[tuple[str, ...]] = ("read_by",)

    text = models.ForeignKey(Text, on_delete=models.PROTECT, related_name="readings")
    version = models.CharField(_("version du lecteur"), max_length=40)
    read_at = models.DateTimeField(_("lu le"), auto_now_add=True)
    read_by = models.CharField(_("lu par"), max_length=150)
    checks_held = models.PositiveIntegerField(
        _("contrôles qui tiennent"), default=0, help_text="comparisons that found nothing wrong"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["text", "version"], name="reading_once_a_version")]

    def __str__(self) -> str:
        return f"{self.text} · {self.version}"


class Claim(models.Model):
    """A proposition: one thing read in a text, with its characters; « as published » never changes.

    `as_published` is what the outer format says of the fact: its value and its details.
    """

    personal: ClassVar[tuple[str, ...]] = ("as_published", "added_by")

    class Type(models.TextChoices):
        QUANTITY = "quantity", _("quantité")
        PERCENTAGE = "percentage", _("pourcentage")
        MONEY = "money", _("montant")
        DATE = "date", _("date")
        PERIOD = "period", _("période")
        DURATION = "duration", _("durée")
        TIME = "time", _("heure")
        LIST_COUNT = "list_count", _("nombre annoncé")
        AGE_RANGE = "age_range", _("tranche d’âge")
        REFERENCE = "reference", _("référence")
        CONTACT = "contact", _("coordonnées")
        PROGRAMME_DOC = "programme_doc", _("document de programme")
        ORGANIZATION = "organization", _("organisation")
        PLACE = "place", _("lieu")
        PERSON = "person", _("personne")
        PROGRAMME = "programme", _("programme")
        ORG_ROLE = "org_role", _("rôle d’une organisation")
        PERSON_ROLE = "person_role", _("rôle d’une personne")
        MEETING = "meeting", _("réunion")
        AGENDA_ITEM = "agenda_item", _("point de l’ordre du jour")
        EXPECTED_RESULT = "expected_result", _("résultat attendu")
        COMPONENT = "component", _("composante")
        ACTION = "action", _("action, décision ou recommandation")
        FINDING = "finding", _("constat")

    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="claims")
    number = models.PositiveIntegerField(help_text="in the order of the text; later for one added by hand")
    type = models.CharField(_("nature"), max_length=20, choices=Type)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    as_published = SealedJSON(_("tel que publié"))
    of = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        help_text="the quantity or amount it is a part of",
    )
    added_by = models.CharField(_("ajoutée par"), max_length=150, blank=True, help_text="empty: the reader")

    class Meta:
        indexes = [models.Index(fields=["reading", "start"], name="reading_claim_order")]
        constraints = [
            models.UniqueConstraint(fields=["reading", "number"], name="reading_claim_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="reading_claim_has_characters"),
            models.CheckConstraint(
                condition=Q(of__isnull=True) | ~Q(of=F("id")), name="reading_not_own_part"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_type_display()} {self.number} [{self.start}, {self.end}["


class Alert(models.Model):
    """A comparison between passages that a person should look at."""

    personal: ClassVar[tuple[str, ...]] = ("explanation",)

    class Status(models.TextChoices):
        INCONSISTENT = "inconsistent", _("incohérent")
        SUSPECT = "suspect", _("douteux")
        UNCLEAR = "unclear", _("peu clair")

    class Level(models.TextChoices):
        CERTAIN = "certain", _("certain")
        VERIFY = "verify", _("à vérifier")
        HUMAN = "human", _("à juger")

    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="alerts")
    number = models.PositiveIntegerField(help_text="in the order of the text")
    kind = models.CharField(_("contrôle"), max_length=40)
    status = models.CharField(_("constat"), max_length=12, choices=Status)
    level = models.CharField(_("niveau"), max_length=8, choices=Level)
    spans = models.JSONField(help_text="[[start, end], …]: the passages compared, in the order of the text")
    explanation = SealedJSON(_("explication"))
    claims = models.ManyToManyField(Claim, related_name="alerts")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reading", "number"], name="reading_alert_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


class Verdict(models.Model):
    """What somebody judged of a claim or of an alert, and what it became. The last one holds."""

    personal: ClassVar[tuple[str, ...]] = ("corrected", "by")

    class Kind(models.TextChoices):
        ACCEPTED = "accepted", _("acceptée")
        CORRECTED = "corrected", _("corrigée")
        IGNORED = "ignored", _("ignorée")
        NOTED = "noted", _("signalée")
        DISMISSED = "dismissed", _("sans objet")
        REOPENED = "reopened", _("rouverte")

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, null=True, blank=True, related_name="verdicts")
    alert = models.ForeignKey(Alert, on_delete=models.PROTECT, null=True, blank=True, related_name="verdicts")
    kind = models.CharField(_("avis"), max_length=10, choices=Kind)
    reason = models.CharField(_("motif"), max_length=500, blank=True)
    corrected = SealedJSON(_("valeur corrigée"), null=True, blank=True)
    by = models.CharField(_("par"), max_length=150)
    at = models.DateTimeField(_("le"), auto_now_add=True)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="verdicts")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    remark = models.ForeignKey(
        Remark, on_delete=models.PROTECT, null=True, blank=True, related_name="verdicts"
    )
    carried_from = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="carried_to",
        help_text="what a person judged of another reading or of another text of the document",
    )

    class Meta:
        indexes = [
            models.Index(fields=["claim", "-id"], name="reading_verdict_claim"),
            models.Index(fields=["alert", "-id"], name="reading_verdict_alert"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(claim__isnull=True, alert__isnull=False)
                | Q(claim__isnull=False, alert__isnull=True),
                name="reading_verdict_on_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(claim__isnull=True) | ~Q(kind__in=["noted", "dismissed"]),
                name="reading_claims_are_not_noted",
            ),
            models.CheckConstraint(
                condition=Q(alert__isnull=True) | Q(kind__in=["noted", "dismissed", "reopened"]),
                name="reading_alerts_are_noted_or_dismissed",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=["ignored", "dismissed"]) | ~Q(reason=""),
                name="reading_what_is_ignored_says_why",
            ),
            models.CheckConstraint(
                condition=Q(kind="corrected", corrected__isnull=False)
                | (~Q(kind="corrected") & Q(corrected__isnull=True)),
                name="reading_a_correction_says_what",
            ),
            models.CheckConstraint(
                condition=Q(remark__isnull=True) | Q(kind="noted"), name="reading_only_alerts_make_remarks"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["accepted", "corrected"])
                | Q(
                    entry__isnull=True,
                    place__isnull=True,
                    organisation__isnull=True,
                    programme__isnull=True,
                ),
                name="reading_only_what_is_taken_becomes",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.claim or self.alert}"
