"""The places app of the records."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """See models.py."""

    name = "jalon.records.places"
    label = "places"
