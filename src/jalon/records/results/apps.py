"""The results app of the records."""

from django.apps import AppConfig


class ResultsConfig(AppConfig):
    """See models.py."""

    name = "jalon.records.results"
    label = "results"
