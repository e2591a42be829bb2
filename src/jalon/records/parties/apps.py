"""The parties app of the records."""

from django.apps import AppConfig


class PartiesConfig(AppConfig):
    """See models.py."""

    name = "jalon.records.parties"
    label = "parties"
