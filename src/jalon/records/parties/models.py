"""Organisations: funders, implementers, ministries, communes, NGOs, one table for all."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from jalon.core.identity import new_uid
from jalon.records.places.models import Place


class Organisation(models.Model):
    """An organisation; what it is in a programme is said by a participation."""

    personal: ClassVar[tuple[str, ...]] = ()

    class Kind(models.TextChoices):
        STATE = "state", _("État et services publics")
        LOCAL = "local", _("collectivité territoriale")
        DONOR = "donor", _("bailleur ou agence de coopération")
        MULTILATERAL = "multilateral", _("organisation multilatérale")
        NGO = "ngo", _("ONG")
        PRIVATE = "private", _("secteur privé")
        COMMUNITY = "community", _("organisation communautaire")
        OTHER = "other", _("autre")

    uid = models.CharField(max_length=80, unique=True, default=new_uid)
    name = models.CharField(_("nom"), max_length=250)
    acronym = models.CharField(_("sigle"), max_length=40, blank=True)
    kind = models.CharField(_("nature"), max_length=14, choices=Kind)
    country = models.CharField(_("pays"), max_length=2, blank=True, help_text="ISO 3166-1 alpha-2")
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="organisations"
    )
    opened_on = models.DateField(_("créée le"), null=True, blank=True)
    closed_on = models.DateField(_("dissoute le"), null=True, blank=True)
    sort_key = models.CharField(max_length=250, db_index=True)

    def __str__(self) -> str:
        return self.acronym or self.name


class OrganisationName(models.Model):
    """Another name or spelling of an organisation."""

    personal: ClassVar[tuple[str, ...]] = ()

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="names")
    text = models.CharField(_("nom"), max_length=250)
    search_key = models.CharField(max_length=250, db_index=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.text


class Succession(models.Model):
    """One organisation that took over from another (« MMEE → ministère des Mines »)."""

    personal: ClassVar[tuple[str, ...]] = ()

    predecessor = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="precedents")
    on = models.CharField(_("le"), max_length=10, blank=True, help_text="ISO, reduced precision allowed")
    act = models.CharField(_("acte"), max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="parties_succession_once"),
            models.CheckConstraint(
                condition=~models.Q(predecessor=models.F("successor")), name="parties_not_own_successor"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
