"""Opening and closing users, giving a new password: what an administrator does, without e-mail."""

import dataclasses
import re
import secrets

from django.db import transaction
from django.utils.translation import gettext as _

from jalon.records.problems import Refused
from jalon.records.trail import actions as trail
from jalon.records.users.models import User

# Letters and digits that are not mistaken for one another when they are read aloud or copied by hand.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, LETTERS = 4, 4
USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,59}")


@dataclasses.dataclass(frozen=True)
class Opened:
    """A user and the password just given, which is shown once and kept nowhere."""

    user: User
    password: str


def new_password() -> str:
    """Return a random password that can be dictated: `k7dm-3xqa-…`, about 79 bits."""
    return "-".join(
        "".join(secrets.choice(ALPHABET) for _letter in range(LETTERS)) for _group in range(GROUPS)
    )


@transaction.atomic
def open_user(*, username: str, display_name: str, by: str, administrator: bool = False) -> Opened:
    """Open a user with a random first password.

    Raises Refused when the name is taken, in whatever case, or has other signs than letters, digits, . _ -.
    """
    name = username.strip().lower()
    if not USERNAME.fullmatch(name):
        raise Refused(
            "username_form",
            _("« %(name)s » : prendre de 2 à 60 lettres sans accent, chiffres, points ou tirets.")
            % {"name": username},
        )
    if User.objects.filter(username__iexact=name).exists():
        raise Refused(
            "username_taken",
            _("« %(name)s » est déjà pris : ajouter une initiale ou un chiffre.") % {"name": name},
        )
    password = new_password()
    user = User(
        username=name,
        display_name=display_name.strip(),
        is_superuser=administrator,
        is_staff=administrator,
    )
    user.set_password(password)
    user.save()
    _tell(by, "user.open", user)
    return Opened(user, password)


@transaction.atomic
def renew_password(*, user: User, by: str) -> Opened:
    """Give a user a new random password; the old one no longer opens anything, sessions included."""
    password = new_password()
    user.set_password(password)
    user.save(update_fields=["password"])
    _tell(by, "user.password", user)
    return Opened(user, password)


@transaction.atomic
def close_user(*, user: User, by: str) -> User:
    """Close a user: no more login; what was done stays under that name.

    Raises Refused for one's own.
    """
    if user.username == by:
        raise Refused(
            "own_account", _("On ne ferme pas son propre accès : le demander à un autre administrateur.")
        )
    user.is_active = False
    user.save(update_fields=["is_active"])
    _tell(by, "user.close", user)
    return user


@transaction.atomic
def reopen_user(*, user: User, by: str) -> User:
    """Let a closed user log in again, with the same roles."""
    user.is_active = True
    user.save(update_fields=["is_active"])
    _tell(by, "user.reopen", user)
    return user


def _tell(by: str, verb: str, user: User) -> None:
    trail.record(by=by, verb=verb, object_type="user", object_id=str(user.pk), object_label=user.username)
