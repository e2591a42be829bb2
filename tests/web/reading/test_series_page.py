"""« Séries » of a programme: its tables, quotes, files, cost and whom it refuses."""

import gzip
import io
import zipfile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jalon.flows.reading.running import read_text
from jalon.records.programmes.actions import attach_document
from jalon.records.programmes.models import Programme
from jalon.records.sources.models import Document
from tests.core.reading.series.sessions import SESSIONS
from tests.factories.programmes import ProgrammeFactory
from tests.factories.sources import DocumentFactory, TextFactory, VersionFactory
from tests.people import people
from tests.web.pages import FRENCH, get

pytestmark = pytest.mark.django_db
ADDRESS = "/programmes/pafh/series/"


def session(programme: Programme, dated: str, content: str) -> Document:
    """Keep and read the minutes of one session."""
    document: Document = DocumentFactory(title=f"Session de {dated[:4]}", dated=dated)
    attach_document(programme=programme, document=document)
    read_text(TextFactory(version=VersionFactory(document=document), content=content), by="awa")
    return document


@pytest.fixture
def documents(client: Client) -> list[Document]:
    """Three sessions of a programme, Awa logged in."""
    programme = ProgrammeFactory(slug="pafh", short_title="Filières horticoles")
    client.force_login(people(programme).awa)
    return [session(programme, dated, content) for dated, content in SESSIONS]


def cells(row) -> list[str]:
    return [" ".join(one.get_text(" ", strip=True).split()) for one in row.find_all(["th", "td"])]


def test_series_are_a_row_an_indicator_and_a_column_a_document(
    client: Client, documents: list[Document]
) -> None:
    page = get(client, ADDRESS)

    heads = [cells(row) for row in page.select("#series thead tr")][-1]
    assert heads[1:4] == [
        "14 mars 2022 Session de 2022",
        "20 mars 2023 Session de 2023",
        "18 mars 2024 Session de 2024",
    ]
    rows = {one[0]: one[1:] for one in (cells(row) for row in page.select("#series tbody tr"))}
    assert rows["ménages ont reçu des semences améliorées depuis le début du programme"] == [
        "1 120",
        "1 780 +660",
        "2 310 +530",
        "+1 190",
        "cumulé",
        "",
    ]
    forages = rows["forages ont été équipés de pompes solaires"]
    assert forages[4:] == ["cumulé ?", "Dix fois plus ou dix fois moins"]


def test_contradiction_shows_both_quotes_and_each_opens_its_passage(
    client: Client, documents: list[Document]
) -> None:
    remark = get(client, ADDRESS).select_one("#se-contredit .remark")

    assert remark.h3.get_text(strip=True) == "Deux valeurs pour la même période (certain)"
    quotes = [" ".join(one.p.get_text().split()) for one in remark.select("blockquote")]
    assert quotes == [
        "« En 2021, 640 productrices ont été formées aux techniques de compostage »",
        "« En 2021, 610 productrices ont été formées aux techniques de compostage »",
    ]
    links = [one["href"] for one in remark.select("blockquote a")]
    marks = [get(client, link).select_one(".leaf .current").get_text() for link in links]
    assert marks == ["640 productrices", "610 productrices"]


def test_recommendation_that_comes_back_says_its_state_in_each_session(
    client: Client, documents: list[Document]
) -> None:
    rows = [cells(row) for row in get(client, ADDRESS).select("#recommandations tbody tr")]

    assert rows == [
        [
            "Rendre enfin opérationnelle la base de données des bénéficiaires",
            "demandée",
            "non réalisée",
            "demandée",
            "Revient pour la 3e fois sans être dite réalisée (dernier état dit : non réalisée).",
            "à vérifier",
        ],
        [
            "Réhabiliter la piste reliant les périmètres au marché de Koutiala",
            "demandée",
            "réalisée",
            "",
            "Demandée, puis dite réalisée.",
            "",
        ],
    ]


def test_tables_are_files_too(client: Client, documents: list[Document]) -> None:
    text = client.get(f"{ADDRESS}?tableau=series&export=csv", headers=FRENCH).content.decode("utf-8-sig")
    line = next(one for one in text.splitlines() if one.startswith("ménages"))
    assert line.split(";")[1:5] == ["1120", "1780", "2310", "1190"]

    for name in ("series", "recommandations", "graphies", "contradictions"):
        book = client.get(f"{ADDRESS}?tableau={name}&export=xlsx", headers=FRENCH)
        assert zipfile.is_zipfile(io.BytesIO(book.content))

    assert client.get(f"{ADDRESS}?tableau=absent&export=csv").status_code == 404
    assert client.get(f"{ADDRESS}?tableau=series&export=absent").status_code == 404


def test_more_documents_ask_no_more_queries_and_the_page_stays_light(
    client: Client, documents: list[Document]
) -> None:
    client.get(ADDRESS)
    with CaptureQueriesContext(connection) as three:
        client.get(ADDRESS)
    programme = Programme.objects.get(slug="pafh")
    for year in range(2025, 2029):
        session(programme, f"{year}-03-10", SESSIONS[2][1])

    with CaptureQueriesContext(connection) as seven:
        page = client.get(ADDRESS)

    assert len(seven) == len(three)
    assert len(gzip.compress(page.content)) < 15_000


def test_programme_with_one_document_has_nothing_to_compare(client: Client) -> None:
    programme = ProgrammeFactory(slug="pafh")
    client.force_login(people(programme).awa)
    session(programme, *SESSIONS[0])

    page = get(client, ADDRESS)

    assert page.select_one(".blank b").get_text() == "Rien à comparer encore"
    assert page.select("table") == []


def test_tab_is_for_those_who_record(client: Client, documents: list[Document]) -> None:
    home = reverse("programme", args=["pafh"])
    assert [one.get_text() for one in get(client, home).select(".tabs a") if one["href"] == ADDRESS] == [
        "Séries"
    ]

    client.logout()
    assert [one for one in get(client, home).select(".tabs a") if one["href"] == ADDRESS] == []
    assert client.get(ADDRESS).status_code == 403
