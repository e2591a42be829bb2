"""Receiving a document from a browser: read first, kept once confirmed."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from jalon.flows.intake import waiting
from jalon.flows.intake.extractors import LARGEST
from jalon.records.problems import Refused
from jalon.records.sources.models import Document, Text
from tests.factories.programmes import ProgrammeFactory
from tests.factories.users import UserFactory
from tests.people import people

pytestmark = pytest.mark.django_db
ADDRESS = "/documents/nouveau/"


@pytest.fixture
def programme(client):
    programme = ProgrammeFactory()
    client.force_login(people(programme).boubacar)
    return programme


def send(client, programme, content: bytes, name: str = "rapport.txt", **changes):
    given = {
        "titre": "Rapport annuel",
        "nature": "report",
        "date": "mars 2017",
        "emetteur": "AMSS",
        "diffusion": "internal",
        "programmes": [programme.uid],
        "fichier": SimpleUploadedFile(name, content),
    }
    return client.post(ADDRESS, {**given, **changes})


def confirmed(client, answer):
    form = BeautifulSoup(answer.content, "html.parser").select_one("form:has([name=ticket])")
    return client.post(ADDRESS, data_of(form))


def data_of(form) -> dict[str, list[str]]:
    data: dict[str, list[str]] = {}
    for one in form.select("input"):
        data.setdefault(one["name"], []).append(one["value"])
    return data


def errors(answer) -> list[str]:
    return [item.text for item in BeautifulSoup(answer.content, "html.parser").select(".errorlist li")]


def test_preview_writes_nothing(client, programme):
    answer = send(client, programme, "43 jeunes formés à Diré.".encode())

    assert answer.status_code == 200
    assert "43 jeunes formés à Diré." in answer.content.decode()
    assert (Document.objects.count(), Text.objects.count()) == (0, 0)


def test_confirmation_keeps_the_document_with_its_text_and_programme(client, programme):
    answer = confirmed(client, send(client, programme, "43 jeunes formés à Diré.".encode()))

    document = Document.objects.get()
    assert answer["Location"] == reverse("document", args=[document.uid])
    kept = (document.title, document.dated, document.issuer, document.visibility, document.kind)
    assert kept == ("Rapport annuel", "2017-03", "AMSS", "internal", "report")
    assert [link.programme for link in document.programme_documents.all()] == [programme]
    version = document.versions.get()
    assert (version.received_by, version.file_name) == ("boubacar", "rapport.txt")
    assert version.texts.get().content == "43 jeunes formés à Diré."


def test_same_file_is_known_again(client, programme):
    confirmed(client, send(client, programme, b"43 jeunes."))

    again = send(client, programme, b"43 jeunes.", name="copie.txt")

    assert again.status_code == 422
    assert errors(again) == ["Ce fichier est déjà là : « Rapport annuel »."]


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "vide.txt", "Ce fichier est vide : en choisir un autre."),
        (
            b"a" * (LARGEST + 1),
            "grand.txt",
            "Ce fichier pèse 101 Mo ; la limite est de 100 Mo. Le découper en plusieurs documents.",
        ),
    ],
)
def test_file_that_cannot_be_kept_is_refused_at_its_field(client, programme, content, name, sentence):
    answer = send(client, programme, content, name)

    assert answer.status_code == 422
    assert errors(answer) == [sentence]
    assert Document.objects.count() == 0


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (
            b"%PDF-1.7",
            "rapport.pdf",
            "Ce PDF est incomplet ou abîmé : le télécharger ou le copier de nouveau, puis le renvoyer.",
        ),
        (
            b"a\x00b",
            "octets.txt",
            "Ce fichier ne contient pas du texte lisible : l’enregistrer en texte brut (.txt) ou en HTML.",
        ),
    ],
)
def test_file_without_readable_text_is_said_then_kept_with_the_reason(
    client, programme, content, name, sentence
):
    preview = send(client, programme, content, name)

    assert preview.status_code == 200
    assert sentence in preview.content.decode()
    assert Document.objects.count() == 0

    answer = confirmed(client, preview)

    document = Document.objects.get()
    version = document.versions.get()
    assert answer["Location"] == reverse("document", args=[document.uid])
    assert (version.unread, version.size, version.texts.count()) == (sentence, len(content), 0)
    assert sentence in client.get(answer["Location"]).content.decode()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"titre": ""}, "Donner un titre au document."),
        ({"programmes": []}, "Cocher au moins un programme : il donne le droit de lire."),
        (
            {"date": "du 3 au 5 mars 2017"},
            "Donner un jour, un mois ou une année : c’est la date du document.",
        ),
    ],
)
def test_sheet_errors_stand_at_their_field(client, programme, changes, sentence):
    assert errors(send(client, programme, b"texte", **changes)) == [sentence]


def test_date_that_does_not_exist_is_said(client, programme):
    answer = send(client, programme, b"texte", date="31 février 2017")

    assert "ce jour n’existe pas" in errors(answer)[0]


def test_programme_of_others_is_not_offered(client, programme):
    other = ProgrammeFactory()

    answer = send(client, other, b"texte")

    assert answer.status_code == 422
    assert Document.objects.count() == 0


def test_confirmation_of_somebody_else_is_refused(client, programme):
    preview = send(client, programme, b"43 jeunes.")
    somebody = UserFactory(is_superuser=True)
    client.force_login(somebody)

    answer = confirmed(client, preview)

    assert "l’envoyer de nouveau" in answer.content.decode()
    assert Document.objects.count() == 0


def test_ticket_is_for_its_sender_and_for_a_day(monkeypatch, folder):
    ticket = waiting.hold(b"texte", file_name="a.txt", by="awa")

    assert waiting.take(ticket, by="awa") == waiting.Held(b"texte", "a.txt")
    for changed, by in ((ticket, "moussa"), (ticket + "x", "awa")):
        with pytest.raises(Refused) as refusal:
            waiting.take(changed, by=by)
        assert refusal.value.code == "no_longer_held"


def test_files_that_wait_are_swept_after_a_day(monkeypatch, folder):
    waiting.hold(b"texte", file_name="a.txt", by="awa")
    monkeypatch.setattr(waiting, "KEPT", -waiting.KEPT)

    waiting.sweep()

    assert default_storage.listdir(waiting.FOLDER)[1] == []
