"""The sources app of the records."""

from django.apps import AppConfig


class SourcesConfig(AppConfig):
    """See models.py."""

    name = "jalon.records.sources"
    label = "sources"
