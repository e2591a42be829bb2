"""The programmes app of the records."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """See models.py."""

    name = "jalon.records.programmes"
    label = "programmes"
