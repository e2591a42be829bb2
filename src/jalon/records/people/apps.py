"""The people app of the records."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """See models.py."""

    name = "jalon.records.people"
    label = "people"
