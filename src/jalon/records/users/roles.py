"""Roles as data: what each allows, and how deep a figure opens for it."""

import dataclasses
import enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Tier(enum.IntEnum):
    """How sensitive a thing is; a right opens up to one tier."""

    PUBLIC = 0
    INTERNAL = 1
    PERSONAL = 2
    SENSITIVE = 3


class Permission(enum.StrEnum):
    """What may be done in a programme."""

    VIEW = "view"
    VIEW_DRAFTS = "view_drafts"
    RECORD = "record"
    APPROVE = "approve"
    JUDGE = "judge"
    DESCRIBE = "describe"
    MANAGE_MEMBERS = "manage_members"


@dataclasses.dataclass(frozen=True)
class Role:
    """A role: its code, its French name and description, the tier it opens and what it allows."""

    code: str
    name: str | Promise
    description: str | Promise
    tier: Tier
    permissions: frozenset[Permission]


READER = Role(
    "reader",
    _("Lecture"),
    _("Consulte les chiffres et les documents internes du programme, sans rien saisir."),
    Tier.INTERNAL,
    frozenset({Permission.VIEW}),
)
PARTNER = Role(
    "partner",
    _("Partenaire"),
    _("Saisit des écritures et des documents pour sa part ; ne les approuve pas."),
    Tier.INTERNAL,
    frozenset({Permission.VIEW, Permission.VIEW_DRAFTS, Permission.RECORD}),
)
MANAGER = Role(
    "manager",
    _("Responsable de programme"),
    _("Saisit, approuve, retire et écarte des écritures ; décrit le programme et son cadre de résultats."),
    Tier.SENSITIVE,
    frozenset(Permission),
)
ROLES: dict[str, Role] = {role.code: role for role in (READER, PARTNER, MANAGER)}
