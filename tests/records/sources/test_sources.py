"""Documents, versions, texts and passages: kept once, never changed, found again."""

import pytest
from django.core.files.storage import default_storage
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import Q

from jalon.records.problems import Refused
from jalon.records.sources import actions, queries
from jalon.records.sources.models import DocumentVersion, PageRecognition, Recognition, Source, Text
from tests.factories.sources import (
    DocumentFactory,
    PassageFactory,
    RemarkFactory,
    TextFactory,
    TypedSourceFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def receive(document, content: bytes):
    return actions.receive(
        document=document, content=content, file_name="rapport.txt", media_type="text/plain", by="awa"
    )


def test_receive_keeps_versions_by_their_hash():
    document = DocumentFactory()
    first, second, again = (receive(document, content) for content in (b"un", b"deux", b"un"))

    assert (first.number, second.number, again) == (1, 2, first)
    with default_storage.open(actions.file_path(first.sha256)) as file:
        assert file.read() == b"un"


def test_keep_text_once_an_extractor():
    version = VersionFactory()
    given = {"version": version, "content": "Diré", "blocks": [("p", 0, 4)]}
    first = actions.keep_text(extractor="texte 1", **given)

    assert actions.keep_text(extractor="texte 1", **given) == first
    assert actions.keep_text(extractor="texte 2", **given) != first
    assert (first.length, first.blocks) == (4, [["p", 0, 4]])


@pytest.mark.parametrize("model", [Text, Source, DocumentVersion])
def test_database_refuses_to_change_what_was_kept(model):
    PassageFactory()

    with pytest.raises(DatabaseError, match="ne se modifie pas"), transaction.atomic():
        model.objects.update(id=model.objects.get().pk)


@pytest.fixture
def recognition():
    pages = [(1, 595, 842), (2, 595, 842), (4, 595, 842)]
    return actions.begin_recognition(
        version=VersionFactory(has_images=True), extractor="essai 1", pages=pages
    )


def keep(recognition, number: int, text: str = "Diré") -> None:
    actions.keep_page(
        recognition=recognition, number=number, page={"n": number, "items": [text]}, unsure=0, seconds=3
    )


def fail(recognition, number: int) -> None:
    actions.keep_page_failure(recognition=recognition, number=number, failure="trop long", seconds=9)


@pytest.mark.parametrize("model", [Recognition, PageRecognition])
def test_database_refuses_to_change_what_was_recognised(recognition, model):
    keep(recognition, 1)

    with pytest.raises(DatabaseError, match="ne se modifie pas"), transaction.atomic():
        model.objects.update(id=model.objects.get().pk)


def test_recognition_says_how_far_it_is(recognition):
    keep(recognition, 1)
    for number in (2, 4, 4):
        fail(recognition, number)
    keep(recognition, 2)
    far = queries.recognised(recognition)

    assert (far.pages, far.done, far.failed) == ((1, 2, 4), {1, 2}, (4,))
    assert (far.failures, far.seconds, far.seconds_left) == ({4: 2}, 33, 0)


def test_recognition_not_begun_has_no_time_to_tell(recognition):
    assert queries.recognised(recognition).seconds_left == 0
    keep(recognition, 1)
    assert queries.recognised(recognition).seconds_left == 6


def test_page_is_kept_as_it_was_first_recognised_and_a_recognition_once(recognition):
    keep(recognition, 1, "Diré")
    keep(recognition, 1, "Niafunké")

    assert PageRecognition.objects.get().page["items"] == ["Diré"]
    again = actions.begin_recognition(version=recognition.version, extractor="essai 1", pages=[])
    assert again == recognition


def test_images_are_offered_until_their_text_is_kept(recognition):
    version = recognition.version
    before = queries.may_be_recognised(version)
    actions.keep_text(version=version, extractor="autre 1", content="Diré", blocks=[("p", 0, 4)])
    meanwhile = queries.may_be_recognised(version)
    actions.keep_text(version=version, extractor="essai 1", content="Diré", blocks=[("p", 0, 4)])

    assert (before, meanwhile, queries.may_be_recognised(version)) == (True, True, False)


def test_cite_the_nth_occurrence_once():
    text = TextFactory(content="15 jeunes, puis 15 jeunes")
    second = actions.cite(text=text, quote="15 jeunes", occurrence=2)

    assert (second.start, second.end, second.occurrence, second.quote) == (16, 25, 2, "15 jeunes")
    assert actions.cite_span(text=text, start=16, end=25) == second


@pytest.mark.parametrize(("quote", "occurrence"), [("absent", 1), ("15 jeunes", 3), ("", 1)])
def test_cite_refuses_what_does_not_stand_there(quote, occurrence):
    text = TextFactory(content="15 jeunes, puis 15 jeunes")

    with pytest.raises(Refused) as refusal:
        actions.cite(text=text, quote=quote, occurrence=occurrence)

    assert refusal.value.code == "quote_not_found"


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 3), (0, 5), (-1, 2)])
def test_cite_span_refuses_what_is_outside(start, end):
    with pytest.raises(Refused) as refusal:
        actions.cite_span(text=TextFactory(content="Diré"), start=start, end=end)

    assert refusal.value.code == "passage_outside"


def test_cite_counts_code_points():
    text = TextFactory(content="𝄞𝄞 Ségou")

    assert (actions.cite(text=text, quote="Ségou").start, text.length) == (3, 8)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"kind": "passage"}, "sources_passage_has_its_place"),
        ({"kind": "row", "row": 3}, "sources_row_has_its_file"),
        ({"kind": "typed"}, "sources_typed_has_its_author"),
    ],
)
def test_database_refuses_a_source_without_its_place(fields, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Source.objects.create(**fields)


def test_remark_ties_two_passages():
    first = PassageFactory()
    remark = RemarkFactory(first=first, second=PassageFactory(text=first.text, quote="19 femmes"))

    assert queries.remarks_on([first]) == queries.remarks_on([remark.second]) == [remark]
    assert queries.remarks_on([TypedSourceFactory()]) == []


def test_documents_filter_without_accents():
    segou = DocumentFactory(title="Table ronde de Ségou", kind="minutes", dated="2023-10")
    DocumentFactory(title="Rapport annuel", issuer="AMSS", dated="2017")

    def titles(**filters):
        return [one.title for one in queries.documents(readable=Q(), **filters).order_by("pk")]

    assert titles(words="segou RONDE") == titles(kind="minutes") == titles(year="2023") == [segou.title]
    assert titles(words="amss") == ["Rapport annuel"]
    assert len(titles()) == 2
    assert queries.years(readable=Q()) == ["2023", "2017"]


def test_documents_count_their_passages_whatever_the_rights_join():
    first = PassageFactory()
    PassageFactory(text=first.text, quote="19 femmes")

    assert queries.documents(readable=Q(visibility="public")).get().passages == 2


def test_kept_shows_the_last_version_that_has_a_text():
    text = TextFactory(version__number=1)
    document = text.version.document
    older = TextFactory(version__document=document, version__number=2, content="Diré")
    VersionFactory(document=document, number=3)

    assert queries.kept(document).text == older
    assert queries.kept(document, number=1).text == text
    assert queries.kept(document, text=text).version == text.version
    assert [version.number for version in queries.kept(document).versions] == [3, 2, 1]


def test_version_of_the_same_bytes_among_the_readable():
    version = receive(DocumentFactory(visibility="internal"), b"un")

    assert queries.version_of(sha256=version.sha256, readable=Q()) == version
    assert queries.version_of(sha256=version.sha256, readable=Q(visibility="public")) is None
