"""Persons and groups as the ledger counts them: identities without a name; judgements on identities."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from jalon.core.identity import new_uid


class Person(models.Model):
    """A person as a pseudonymous identity; names come with the register, encrypted."""

    personal: ClassVar[tuple[str, ...]] = ()

    uid = models.CharField(max_length=80, unique=True, default=new_uid)

    def __str__(self) -> str:
        return self.uid


class Group(models.Model):
    """A group of persons (committee, producers' organisation, household)."""

    personal: ClassVar[tuple[str, ...]] = ()

    uid = models.CharField(max_length=80, unique=True, default=new_uid)
    label = models.CharField(_("nom"), max_length=200, blank=True)

    def __str__(self) -> str:
        return self.label or self.uid


class GroupMember(models.Model):
    """A person who belongs to a group between two dates (both included, open when null)."""

    personal: ClassVar[tuple[str, ...]] = ()

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="groups")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(since__isnull=True)
                | models.Q(until__isnull=True)
                | models.Q(until__gte=models.F("since")),
                name="people_membership_dates_in_order",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} ∈ {self.group}"


class Judgement(models.Model):
    """What somebody decided about two identities; withdrawn by giving it an end."""

    personal: ClassVar[tuple[str, ...]] = ()

    class Verdict(models.TextChoices):
        SAME = "same", _("même personne")
        DIFFERENT = "different", _("personnes différentes")
        CANDIDATE = "candidate", _("doublon présumé")

    uid = models.CharField(max_length=80, unique=True, default=new_uid)
    first = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=10, choices=Verdict)
    known_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(first=models.F("second")), name="people_two_identities"
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True) | models.Q(ended_at__gte=models.F("known_at")),
                name="people_judgement_ends_after",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} {self.verdict} {self.second}"
