"""The ledger app of the records."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """See models.py."""

    name = "jalon.records.ledger"
    label = "ledger"
