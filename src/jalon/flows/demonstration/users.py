"""The four demonstration users; their passwords are drawn once and kept in the data folder."""

import dataclasses
import json
import os
import secrets
from pathlib import Path

from django.db import transaction

from jalon.records.programmes import actions as programmes
from jalon.records.programmes.models import Programme
from jalon.records.users.models import User
from jalon.records.users.roles import MANAGER, PARTNER

ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"


@dataclasses.dataclass(frozen=True)
class DemonstrationUser:
    """Who they are; `role` is held in the programmes of the demonstration that Awa runs, None elsewhere."""

    username: str
    display_name: str
    what: str
    role: str | None = None
    administrator: bool = False


PEOPLE = (
    DemonstrationUser("awa", "Awa (démonstration)", "dirige un programme", MANAGER.code),
    DemonstrationUser("boubacar", "Boubacar (démonstration)", "partenaire du même programme", PARTNER.code),
    DemonstrationUser("coumba", "Coumba (démonstration)", "extérieure : ne voit que ce qui est public"),
    DemonstrationUser(
        "admin", "Administration (démonstration)", "administre l’installation", administrator=True
    ),
)


def passwords(kept_in: Path) -> dict[str, str]:
    """Return the password of each demonstration user, drawn the first time and readable by the owner only."""
    if kept_in.exists():
        known: dict[str, str] = json.loads(kept_in.read_text(encoding="utf-8"))
        return known
    drawn = {person.username: "-".join(_word() for _part in range(3)) for person in PEOPLE}
    handle = os.open(kept_in, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(drawn, file, indent=1)
    return drawn


def _word() -> str:
    return "".join(secrets.choice(ALPHABET) for _letter in range(5))


@transaction.atomic
def add_users(*, drawn: dict[str, str], programmes_run: list[Programme], by: str) -> None:
    """Add the users that are missing, with their roles."""
    for person in PEOPLE:
        if User.objects.filter(username=person.username).exists():
            continue
        user = User(
            username=person.username,
            display_name=person.display_name,
            is_superuser=person.administrator,
            is_staff=person.administrator,
        )
        user.set_password(drawn[person.username])
        user.save()
        if person.role is not None:
            for programme in programmes_run:
                programmes.grant_role(programme=programme, user=user, role=person.role, by=by)
