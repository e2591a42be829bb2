"""Files that wait for a confirmation: held beside the documents for a day, nothing else being written."""

import datetime
import hashlib
from dataclasses import dataclass

from django.core import signing
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from django.utils.translation import gettext as _

from jalon.records.problems import Refused

FOLDER = "attente"
KEPT = datetime.timedelta(days=1)
_SALT = "jalon.intake.waiting"


@dataclass(frozen=True)
class Held:
    """A file that waits: its bytes and the name it was sent with."""

    content: bytes
    file_name: str


def hold(content: bytes, *, file_name: str, by: str) -> str:
    """Hold a file until its sender confirms; return the ticket that takes it back. Old ones are dropped."""
    sweep()
    sha256 = hashlib.sha256(content).hexdigest()
    path = f"{FOLDER}/{sha256}"
    if default_storage.exists(path):
        default_storage.delete(path)
    default_storage.save(path, ContentFile(content))
    return signing.dumps({"sha256": sha256, "name": file_name, "by": by}, salt=_SALT)


def take(ticket: str, *, by: str) -> Held:
    """Return the file of a ticket to who sent it. Raises Refused when it is no longer there."""
    try:
        said = signing.loads(ticket, salt=_SALT, max_age=KEPT)
        path = f"{FOLDER}/{said['sha256']}"
        if said["by"] != by or not default_storage.exists(path):
            raise signing.BadSignature
    except signing.BadSignature as error:
        raise Refused(
            "no_longer_held",
            _("Le fichier n’a pas été gardé jusqu’à la confirmation : l’envoyer de nouveau."),
        ) from error
    with default_storage.open(path) as file:
        return Held(file.read(), said["name"])


def sweep() -> None:
    """Drop the files that nobody confirmed within a day."""
    if not default_storage.exists(FOLDER):
        return
    for name in default_storage.listdir(FOLDER)[1]:
        path = f"{FOLDER}/{name}"
        if default_storage.get_modified_time(path) < timezone.now() - KEPT:
            default_storage.delete(path)
