"""Who may see and do what in a programme. Rights decide what may be asked, never what is in a sum."""

import dataclasses

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from jalon.core.values.partial_dates import format_partial, partial_period
from jalon.records.problems import Refused
from jalon.records.programmes.models import Membership, Programme
from jalon.records.sources.models import Document
from jalon.records.users.models import User
from jalon.records.users.roles import ROLES, Permission, Role, Tier

Viewer = User | AnonymousUser


@dataclasses.dataclass(frozen=True)
class Scope:
    """What one viewer may reach, read once a request: programmes by role, own and inherited.

    `everything` is the administrator's; `roles` maps the id of each programme reached to the role held there.
    """

    everything: bool
    roles: dict[int, Role]

    def visible_programmes(self) -> Q:
        """Return the filter of the programmes this viewer may ask about."""
        return Q() if self.everything else Q(published=True) | Q(pk__in=self.roles)

    def visible_accounts(self) -> Q:
        """Return the filter of the accounts whose figures this viewer may ask for."""
        if self.everything:
            return Q()
        return Q(public=True, programme__published=True) | Q(programme__in=self.roles)

    def visible_documents(self) -> Q:
        """Return the filter of the documents this viewer may read to the passage."""
        if self.everything:
            return Q()
        return Q(visibility="public") | Q(programme_documents__programme__in=self.roles)

    def role_in(self, programme_id: int | None) -> Role | None:
        """Return the role held in a programme, or None."""
        return None if programme_id is None else self.roles.get(programme_id)

    def can(self, permission: Permission, programme_id: int | None) -> bool:
        """Return whether the viewer may do this in the programme (None: outside any programme)."""
        role = self.role_in(programme_id)
        return self.everything or (role is not None and permission in role.permissions)

    def tier(self, programme_id: int | None) -> Tier:
        """Return how deep a figure of the programme opens for the viewer."""
        role = self.role_in(programme_id)
        if self.everything:
            return Tier.SENSITIVE
        return role.tier if role is not None else Tier.PUBLIC


def scope_of(viewer: Viewer) -> Scope:
    """Return what a viewer may reach: a membership holds for its programme and all that lies under it."""
    if not isinstance(viewer, User) or not viewer.is_active:
        return Scope(everything=False, roles={})
    if viewer.is_superuser:
        return Scope(everything=True, roles={})
    held = {
        membership.programme_id: ROLES[membership.role]
        for membership in Membership.objects.filter(user=viewer)
        if membership.role in ROLES and (membership.until is None or membership.until >= timezone.localdate())
    }
    if not held:
        return Scope(everything=False, roles={})
    parent_of = dict(Programme.objects.values_list("pk", "parent_id"))
    roles = {}
    for programme in parent_of:
        above: int | None = programme
        while above is not None and above not in held:
            above = parent_of[above]
        if above is not None:
            roles[programme] = held[above]
    return Scope(everything=False, roles=roles)


def can_describe(scope: Scope, programme: Programme) -> bool:
    """Whether the viewer may change what is said of a programme: its sheet, its life, its framework."""
    return scope.can(Permission.DESCRIBE, programme.pk)


def can_add_under(scope: Scope, parent: Programme | None) -> bool:
    """Whether the viewer may open a programme under this one; without a parent, administrators only."""
    return scope.everything if parent is None else can_describe(scope, parent)


def check_days(start: str, end: str) -> None:
    """Refuse days (ISO text, reduced precision, empty where unknown) that end before they start.

    At the precision they share: `2013` does not end before `2013-05`. Raises ValueProblem for text that is
    not a day.
    """
    partial_period(start)
    partial_period(end)
    if start and end and end < start[: len(end)]:
        raise Refused(
            "ends_before_start",
            _("La fin (%(end)s) précède le début (%(start)s) : corriger l’une des deux dates.")
            % {"start": format_partial(start), "end": format_partial(end)},
        )


def recordable_programmes(scope: Scope, document: Document) -> list[Programme]:
    """Return the programmes of a document where the viewer may record; of all when it is of none."""
    linked = Programme.objects.filter(programme_documents__document=document).distinct().order_by("sort_key")
    programmes = list(linked) or list(Programme.objects.order_by("sort_key"))
    return [one for one in programmes if scope.can(Permission.RECORD, one.pk)]
