"""The trail app of the records."""

from django.apps import AppConfig


class TrailConfig(AppConfig):
    """See models.py."""

    name = "jalon.records.trail"
    label = "trail"
