"""Users with the roles they hold, for those who administer them."""

import dataclasses

from jalon.records.programmes.models import Membership
from jalon.records.programmes.queries import Named
from jalon.records.users.models import User
from jalon.records.users.roles import ROLES, Role


@dataclasses.dataclass(frozen=True)
class Held:
    """A role held in a programme; `pk` is the membership's."""

    pk: int
    role: Role
    programme: Named


@dataclasses.dataclass(frozen=True)
class UserLine:
    """A user with the roles held."""

    user: User
    roles: tuple[Held, ...]


def users() -> list[UserLine]:
    """Return every user with the roles held, by name. Two queries."""
    held: dict[int, list[Held]] = {}
    for row in Membership.objects.select_related("programme").order_by("programme__sort_key", "pk"):
        if row.role in ROLES:
            held.setdefault(row.user_id, []).append(_held(row))
    return [UserLine(user, tuple(held.get(user.pk, ()))) for user in User.objects.order_by("username")]


def roles_of(user: User) -> list[Held]:
    """Return the roles a user holds. One query."""
    rows = Membership.objects.filter(user=user).select_related("programme")
    return [_held(row) for row in rows.order_by("programme__sort_key", "pk") if row.role in ROLES]


def _held(row: Membership) -> Held:
    return Held(row.pk, ROLES[row.role], Named(row.programme.slug, row.programme.short_title))
