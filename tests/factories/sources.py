"""Documents, their texts, the passages and typed entries that sources are, remarks."""

import datetime
import hashlib

import factory
from factory.django import DjangoModelFactory

from jalon.records.sources import actions
from jalon.records.sources.models import Document, DocumentVersion, Remark, Source, Text


class DocumentFactory(DjangoModelFactory):
    """A public document, without any file yet."""

    class Meta:
        model = Document

    title = factory.Sequence(lambda n: f"Rapport {n}")
    kind = Document.Kind.REPORT
    visibility = Document.Visibility.PUBLIC
    by = "essai"

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return actions.add_document(*args, **kwargs)


class VersionFactory(DjangoModelFactory):
    """A version of a document as a row only: no file is written."""

    class Meta:
        model = DocumentVersion

    document = factory.SubFactory(DocumentFactory)
    number = factory.LazyAttribute(lambda version: version.document.versions.count() + 1)
    sha256 = factory.Sequence(lambda n: hashlib.sha256(str(n).encode()).hexdigest())
    file_name = "rapport.txt"
    media_type = "text/plain"
    size = 100
    received_at = datetime.datetime(2024, 12, 5, 9, tzinfo=datetime.UTC)
    received_by = "essai"


class TextFactory(DjangoModelFactory):
    """The text of a version: `TextFactory(content="…", version__document=document)`."""

    class Meta:
        model = Text

    version = factory.SubFactory(VersionFactory)
    extractor = "essai 1"
    content = "En 2017, 43 personnes ont été formées, dont 19 femmes."
    blocks = factory.LazyAttribute(lambda text: [("p", 0, len(text.content))])

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return actions.keep_text(*args, **kwargs)


class PassageFactory(DjangoModelFactory):
    """A passage: `PassageFactory(text=text, quote="43 personnes")`."""

    class Meta:
        model = Source

    text = factory.SubFactory(TextFactory)
    quote = "43 personnes"

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return actions.cite(*args, **kwargs)


class TypedSourceFactory(DjangoModelFactory):
    """A source that is somebody's typing."""

    class Meta:
        model = Source

    by = "essai"

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return actions.typed(*args, **kwargs)


class RemarkFactory(DjangoModelFactory):
    """A remark on one passage; `second=` gives the other."""

    class Meta:
        model = Remark

    title = factory.Sequence(lambda n: f"Signalement {n}")
    explanation = "Deux passages ne disent pas la même chose."
    first = factory.SubFactory(PassageFactory)
    by = "essai"
    on = datetime.date(2024, 12, 6)

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return actions.remark(*args, **kwargs)
