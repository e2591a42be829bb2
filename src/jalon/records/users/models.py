"""People who log in. What they may do in a programme is said by `programmes.Membership`."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A user of this copy; an administrator (`is_superuser`) manages users and reference data."""

    personal: ClassVar[tuple[str, ...]] = (
        "username",
        "password",
        "first_name",
        "last_name",
        "email",
        "display_name",
    )

    display_name = models.CharField(_("nom affiché"), max_length=150, blank=True)

    def __str__(self) -> str:
        return self.display_name or self.username
