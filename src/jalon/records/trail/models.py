"""Who did what, when. Labels and ids are kept as text: the trail never ties up live data."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class TrailEvent(models.Model):
    """One thing that somebody did; rows are only ever added."""

    personal: ClassVar[tuple[str, ...]] = ("actor",)

    at = models.DateTimeField(_("le"), auto_now_add=True, db_index=True)
    actor = models.CharField(_("par"), max_length=150)
    verb = models.CharField(_("action"), max_length=60)
    object_type = models.CharField(max_length=60)
    object_id = models.CharField(max_length=80)
    object_label = models.CharField(_("objet"), max_length=300)
    programme = models.CharField(
        max_length=80, blank=True, help_text="uid of the programme concerned, or nothing"
    )
    detail = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["object_type", "object_id"]),
            models.Index(fields=["programme", "at"]),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.verb} {self.object_label}"


class Clock(models.Model):
    """The one row that holds the last `known_at` given by this copy, so that instants strictly increase."""

    personal: ClassVar[tuple[str, ...]] = ()

    last = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="trail_clock_one_row")]

    def __str__(self) -> str:
        return self.last.isoformat()
