"""The instants at which this copy learns things strictly increase, whatever the machine's clock does."""

import datetime

import pytest
from django.utils import timezone

from jalon.records.trail import actions

pytestmark = pytest.mark.django_db


def test_next_known_at_strictly_increases():
    given = [actions.next_known_at() for _time in range(50)]

    assert given == sorted(set(given))


def test_next_known_at_comes_after_a_loaded_instant_of_the_future():
    ahead = timezone.now() + datetime.timedelta(days=400)
    actions.note_known_at(ahead)

    assert actions.next_known_at() == ahead + actions.TICK


def test_note_known_at_of_the_past_changes_nothing():
    first = actions.next_known_at()
    actions.note_known_at(first - datetime.timedelta(days=1))

    assert actions.next_known_at() > first
