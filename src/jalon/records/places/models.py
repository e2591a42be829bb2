"""Places: stable identities whose names, codes and parents are dated; several divisions coexist."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from jalon.core.identity import new_uid


class Division(models.Model):
    """An edition of the territorial division (« découpage »): ML-1999, ML-2016, ML-2023."""

    personal: ClassVar[tuple[str, ...]] = ()

    code = models.CharField(_("code"), max_length=64, unique=True)
    label = models.CharField(_("libellé"), max_length=200, blank=True)
    in_force_from = models.DateField(_("en vigueur du"), null=True, blank=True)
    in_force_to = models.DateField(_("au"), null=True, blank=True)
    act = models.CharField(_("acte"), max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(in_force_to__isnull=True)
                | models.Q(in_force_from__isnull=True)
                | models.Q(in_force_to__gte=models.F("in_force_from")),
                name="places_division_dates_in_order",
            )
        ]

    def __str__(self) -> str:
        return self.code


class Level(models.TextChoices):
    """What kind of place it is."""

    COUNTRY = "country", _("pays")
    REGION = "region", _("région")
    CERCLE = "cercle", _("cercle")
    ARRONDISSEMENT = "arrondissement", _("arrondissement")
    COMMUNE = "commune", _("commune")
    LOCALITY = "locality", _("village, fraction ou quartier")
    ZONE = "zone", _("zone")
    UNKNOWN = "unknown", _("niveau inconnu")


class Place(models.Model):
    """A place or a zone; its identity says nothing of its name, code or parent."""

    personal: ClassVar[tuple[str, ...]] = ()

    uid = models.CharField(max_length=80, unique=True, default=new_uid)
    level = models.CharField(_("niveau"), max_length=20, choices=Level)
    name = models.CharField(_("nom"), max_length=200, help_text="the official name in force, for display")
    sort_key = models.CharField(max_length=200, db_index=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    opened_on = models.DateField(_("créé le"), null=True, blank=True)
    closed_on = models.DateField(_("supprimé le"), null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class PlaceName(models.Model):
    """A name a place has or had; `search_key` has no accent, hyphen or case."""

    personal: ClassVar[tuple[str, ...]] = ()

    class Kind(models.TextChoices):
        OFFICIAL = "official", _("officiel")
        VARIANT = "variant", _("variante")
        FORMER = "former", _("ancien")

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="names")
    text = models.CharField(_("nom"), max_length=200)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.OFFICIAL)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    search_key = models.CharField(max_length=200, db_index=True)

    def __str__(self) -> str:
        return self.text


class PlaceCode(models.Model):
    """A code in a scheme and a vintage: the same code may name another place in another vintage."""

    personal: ClassVar[tuple[str, ...]] = ()

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="codes")
    scheme = models.CharField(_("nomenclature"), max_length=40)
    vintage = models.CharField(_("millésime"), max_length=20)
    value = models.CharField(_("code"), max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scheme", "vintage", "value"], name="places_code_once")
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.vintage} {self.value}"


class PlaceParent(models.Model):
    """Under which place a place lies, in one division."""

    personal: ClassVar[tuple[str, ...]] = ()

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="parents")
    division = models.ForeignKey(Division, on_delete=models.PROTECT, related_name="parents")
    parent = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="children")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "division"], name="places_one_parent_per_division"),
            models.CheckConstraint(
                condition=~models.Q(place=models.F("parent")), name="places_not_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place} < {self.parent} ({self.division})"


class ZoneMember(models.Model):
    """A place that belongs to a zone."""

    personal: ClassVar[tuple[str, ...]] = ()

    zone = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="zone_members")
    member = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="in_zones")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["zone", "member"], name="places_zone_member_once")]

    def __str__(self) -> str:
        return f"{self.member} ∈ {self.zone}"


class PlaceWithin(models.Model):
    """Closure: `inner` lies within `outer` in the division (itself included, zones included).

    Rebuilt by `actions.rebuild_closure`; derived data, never written by hand.
    """

    personal: ClassVar[tuple[str, ...]] = ()

    inner = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    outer = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    division = models.ForeignKey(Division, on_delete=models.CASCADE, related_name="+")
    depth = models.PositiveSmallIntegerField()
    leaf = models.BooleanField(help_text="inner has nothing under it in this division")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["division", "outer", "inner"], name="places_within_once")
        ]
        indexes = [models.Index(fields=["division", "inner"])]

    def __str__(self) -> str:
        return f"{self.inner_id} ⊂ {self.outer_id} ({self.division_id})"
