"""The face of Jalon."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Templates, static files and views; no models."""

    name = "jalon.web"
    label = "web"
