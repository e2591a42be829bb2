"""The users app of the records."""

from django.apps import AppConfig


class UsersConfig(AppConfig):
    """See models.py."""

    name = "jalon.records.users"
    label = "users"
