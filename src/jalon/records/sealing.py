"""Fields whose content is sealed at rest: what a database or its backup shows of them is unreadable.

The key comes from `settings.SEALING_SECRET` (JALON_SEALING_KEY, or a file of the data folder). Sealed fields
are read and written as any other; they cannot be searched nor compared by the database.
"""

import base64
import hashlib
import json
from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext as _

from jalon.records.problems import Refused


@lru_cache(maxsize=2)
def _box(secret: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(secret.encode()).digest()))


def seal(text: str) -> str:
    """Return a text as it is kept: only this installation's key opens it."""
    return _box(settings.SEALING_SECRET).encrypt(text.encode()).decode("ascii")


def unseal(token: str) -> str:
    """Return the text that was sealed. Raises Refused when the key is not the one that sealed it."""
    try:
        return _box(settings.SEALING_SECRET).decrypt(token.encode("ascii")).decode()
    except InvalidToken as error:
        raise Refused(
            "sealed_elsewhere",
            _(
                "Ces données ont été scellées avec une autre clé : remettre le fichier « scelles.key » "
                "de l’installation d’origine dans le dossier de données."
            ),
        ) from error


class SealedJSON(models.TextField):  # type: ignore[type-arg]
    """A JSON value (`None` stays NULL) that the database holds sealed."""

    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    def get_prep_value(self, value: object) -> str | None:
        """Seal a value for the database."""
        if value is None:
            return None
        return seal(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")))

    def from_db_value(
        self, value: str | None, _expression: object, _connection: BaseDatabaseWrapper
    ) -> object:
        """Open what the database holds."""
        return None if value is None else json.loads(unseal(value))
