"""The series of a programme: whose documents, as judged, in how many queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jalon.flows.reading import judging
from jalon.flows.reading.running import read_text
from jalon.flows.reading.series import ProgrammeSeries, series_of
from jalon.records.programmes.actions import attach_document
from jalon.records.programmes.models import Programme
from jalon.records.programmes.rules import scope_of
from jalon.records.reading.models import Claim
from jalon.records.sources.models import Text
from tests.factories.programmes import ProgrammeFactory
from tests.factories.sources import DocumentFactory, TextFactory, VersionFactory
from tests.people import People, people

pytestmark = pytest.mark.django_db


def said(programme: Programme, dated: str, content: str, *, is_read: bool = True) -> Text:
    """Keep a text of a document of a programme, read."""
    document = DocumentFactory(dated=dated, title=f"Note de {dated}")
    attach_document(programme=programme, document=document)
    text: Text = TextFactory(version=VersionFactory(document=document), content=content)
    if is_read:
        read_text(text, by="awa")
    return text


def figures(found: ProgrammeSeries) -> list[list[int]]:
    return [[int(point.value) for point in one.points] for one in found.together.series]


@pytest.fixture
def programme() -> Programme:
    return ProgrammeFactory()


@pytest.fixture
def who(programme: Programme) -> People:
    return people(programme)


def seen(programme: Programme, who: People) -> ProgrammeSeries:
    return series_of(programme, scope_of(who.awa))


def test_documents_of_a_programme_and_of_those_under_it_are_read_together(
    programme: Programme, who: People
) -> None:
    under = ProgrammeFactory(parent=programme)
    said(programme, "2022-03", "120 puits ont été creusés par le projet.")
    said(under, "2023-03", "150 puits ont été creusés par le projet.")
    said(ProgrammeFactory(), "2024-03", "190 puits ont été creusés par le projet.")

    found = seen(programme, who)

    assert figures(found) == [[120, 150]]
    assert figures(seen(under, who)) == []


def test_point_leads_to_its_proposition_and_document(programme: Programme, who: People) -> None:
    said(programme, "2022-03", "120 puits ont été creusés par le projet.")
    text = said(programme, "2023-03", "150 puits ont été creusés par le projet.")

    found = seen(programme, who)
    passage = found.together.series[0].points[1].passage

    claim = Claim.objects.get(pk=found.claim_of(passage))
    assert text.content[claim.start : claim.end] == passage.quote == "150 puits"
    assert found.document_of(passage) == text.version.document


def test_what_was_corrected_counts_as_corrected_and_what_was_ignored_not_at_all(
    programme: Programme, who: People
) -> None:
    said(programme, "2022-03", "120 puits ont été creusés. 40 forages ont été équipés.")
    said(programme, "2023-03", "1 500 puits ont été creusés. 60 forages ont été équipés.")
    scope = scope_of(who.awa)
    wells, drills = Claim.objects.filter(reading__text__content__startswith="1 500", type="quantity")
    judging.correct(
        claim=wells, corrected={**wells.as_published, "value": 150}, target=None, scope=scope, by="awa"
    )
    judging.ignore(claim=drills, reason="Chiffre d’un autre projet", by="awa")

    assert figures(seen(programme, who)) == [[120, 150]]


def test_outsider_is_given_nothing(programme: Programme, who: People) -> None:
    said(programme, "2022-03", "120 puits ont été creusés par le projet.")
    said(programme, "2023-03", "150 puits ont été creusés par le projet.")

    assert series_of(programme, scope_of(who.coumba)).together.documents == ()


def test_documents_that_were_not_read_are_counted(programme: Programme, who: People) -> None:
    said(programme, "2022-03", "120 puits ont été creusés.")
    said(programme, "2023-03", "150 puits ont été creusés.", is_read=False)

    found = seen(programme, who)

    assert (len(found.together.documents), found.unread) == (1, 1)


def test_more_documents_ask_no_more_queries(programme: Programme, who: People) -> None:
    scope = scope_of(who.awa)
    for year in (2020, 2021):
        said(programme, f"{year}-03", f"{year - 1900} puits ont été creusés.")
    with CaptureQueriesContext(connection) as two:
        series_of(programme, scope)
    for year in (2022, 2023, 2024):
        said(programme, f"{year}-03", f"{year - 1900} puits ont été creusés.")

    with CaptureQueriesContext(connection) as five:
        found = series_of(programme, scope)

    assert figures(found) == [[120, 121, 122, 123, 124]]
    assert len(five) == len(two) == 6
