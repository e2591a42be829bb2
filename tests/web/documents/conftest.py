"""A folder of its own for the files that these tests receive."""

import pytest


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Files go to the test's own folder."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path
