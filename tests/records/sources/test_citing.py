"""Citing many passages of a text: the same passage is one source, numbered in its order."""

import pytest

from jalon.records.problems import Refused
from jalon.records.sources.actions import cite_span
from jalon.records.sources.citing import cite_spans
from jalon.records.sources.models import Source
from tests.factories.sources import TextFactory

pytestmark = pytest.mark.django_db


def test_passages_known_are_kept_and_the_others_made():
    text = TextFactory(content="43 jeunes, puis 43 jeunes, puis 50.")
    known = cite_span(text=text, start=0, end=9)
    found = cite_spans(text=text, spans=[(0, 9), (16, 25), (32, 34), (16, 25)])

    assert found[0, 9] == known
    assert [(one.quote, one.occurrence) for one in found.values()] == [
        ("43 jeunes", 1),
        ("43 jeunes", 2),
        ("50", 1),
    ]
    assert Source.objects.count() == 3


def test_it_says_of_each_what_one_alone_would():
    text = TextFactory(content="aaa aaa")
    one, many = cite_span(text=text, start=1, end=3), cite_spans(text=text, spans=[(5, 7)])

    assert (one.occurrence, many[5, 7].occurrence) == (2, 4)
    assert cite_span(text=text, start=5, end=7) == many[5, 7]


def test_passage_outside_the_text_makes_no_source():
    text = TextFactory(content="43 jeunes")

    with pytest.raises(Refused) as refusal:
        cite_spans(text=text, spans=[(0, 2), (4, 99)])
    assert (refusal.value.code, Source.objects.count()) == ("passage_outside", 0)
