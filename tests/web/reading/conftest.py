"""A small report that was read, and Awa who reviews it."""

import pytest
from django.test import Client

from tests.flows.reading.reports import Report, report


@pytest.fixture
def made(client: Client) -> Report:
    """The report of tests/flows/reading/reports.py, Awa logged in."""
    made = report()
    client.force_login(made.people.awa)
    return made
