"""The reading app of the records."""

from django.apps import AppConfig


class ReadingConfig(AppConfig):
    """See models.py."""

    name = "jalon.records.reading"
    label = "reading"
