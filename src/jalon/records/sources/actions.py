"""Receiving documents, keeping their text, pointing at passages, writing remarks."""

import datetime
import hashlib
from collections.abc import Iterable, Mapping, Sequence

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jalon.core.identity import new_uid
from jalon.core.values.text_keys import sort_key
from jalon.records.problems import Refused
from jalon.records.sources.models import (
    Document,
    DocumentVersion,
    PageRecognition,
    Recognition,
    Remark,
    Source,
    Text,
)
from jalon.records.trail import actions as trail


def add_document(
    *,
    title: str,
    kind: str,
    by: str,
    uid: str | None = None,
    dated: str = "",
    issuer: str = "",
    visibility: str = Document.Visibility.INTERNAL,
    invented: bool = False,
    summary: str = "",
) -> Document:
    """Add a document; its files come with `receive`."""
    document = Document.objects.create(
        uid=uid or new_uid(),
        title=title,
        sort_key=sort_key(title),
        kind=kind,
        dated=dated,
        issuer=issuer,
        visibility=visibility,
        invented=invented,
        summary=summary,
    )
    trail.record(
        by=by,
        verb="document.add",
        object_type="document",
        object_id=document.uid,
        object_label=document.title,
    )
    return document


@transaction.atomic
def receive(
    *,
    document: Document,
    content: bytes,
    file_name: str,
    media_type: str,
    by: str,
    unread: str = "",
    has_images: bool = False,
) -> DocumentVersion:
    """Keep a file as the next version of a document, by its hash in the data folder.

    `unread` says why no text could be read in it, `has_images` that pages of it are images. The same bytes
    received again are the version already kept.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    if (kept := document.versions.filter(sha256=sha256).first()) is not None:
        return kept
    path = file_path(sha256)
    if not default_storage.exists(path):
        default_storage.save(path, ContentFile(content))
    version = DocumentVersion.objects.create(
        document=document,
        number=document.versions.count() + 1,
        sha256=sha256,
        file_name=file_name[:255],
        media_type=media_type,
        size=len(content),
        received_at=timezone.now(),
        received_by=by,
        unread=unread,
        has_images=has_images,
    )
    trail.record(
        by=by,
        verb="document.receive",
        object_type="document",
        object_id=document.uid,
        object_label=str(version),
    )
    return version


def file_path(sha256: str) -> str:
    """Return where the bytes of this hash are kept, relative to the documents folder."""
    return f"{sha256[:2]}/{sha256}"


def keep_text(
    *,
    version: DocumentVersion,
    extractor: str,
    content: str,
    blocks: list[tuple[str, int, int]],
    pages: Iterable[Sequence[object]] = (),
    boxes: Iterable[Sequence[object]] = (),
    notes: Iterable[str] = (),
) -> Text:
    """Keep the text an extractor read in a version; the same extractor's text is kept once.

    `pages` are (start, end, number, recognised), `boxes` (start, end, page, left, top, right, bottom).
    """
    text, _made = Text.objects.get_or_create(
        version=version,
        extractor=extractor,
        defaults={
            "content": content,
            "length": len(content),
            "sha256": hashlib.sha256(content.encode()).hexdigest(),
            "blocks": [list(block) for block in blocks],
            "pages": [list(page) for page in pages],
            "boxes": [list(box) for box in boxes],
            "notes": list(notes),
        },
    )
    return text


def begin_recognition(
    *, version: DocumentVersion, extractor: str, pages: Iterable[Sequence[float]]
) -> Recognition:
    """Keep which pages of a version are to be recognised: (number, width, height); once an extractor."""
    begun, _made = Recognition.objects.get_or_create(
        version=version, extractor=extractor, defaults={"pages": [list(page) for page in pages]}
    )
    return begun


def keep_page(
    *, recognition: Recognition, number: int, page: Mapping[str, object], unsure: int, seconds: float
) -> None:
    """Keep what was recognised in a page; the first to come is kept."""
    PageRecognition.objects.get_or_create(
        recognition=recognition,
        number=number,
        failure="",
        defaults={"page": dict(page), "unsure": unsure, "seconds": seconds},
    )


def keep_page_failure(*, recognition: Recognition, number: int, failure: str, seconds: float) -> None:
    """Keep why a page could not be recognised this time."""
    PageRecognition.objects.create(recognition=recognition, number=number, failure=failure, seconds=seconds)


def locate(text: Text, quote: str, occurrence: int = 1) -> tuple[int, int]:
    """Return (start, end) of the n-th time a quote stands in a text, in code points.

    Raises Refused when it does not stand there that many times.
    """
    start = -1
    for _nth in range(occurrence):
        start = text.content.find(quote, start + 1)
        if start < 0 or not quote:
            raise Refused(
                "quote_not_found",
                _("« %(quote)s » ne figure pas %(n)s fois dans « %(document)s » : vérifier la citation.")
                % {"quote": quote, "n": occurrence, "document": text.version.document},
            )
    return start, start + len(quote)


def cite(
    *, text: Text, quote: str, occurrence: int = 1, invented: bool = False, uid: str | None = None
) -> Source:
    """Return the source that is this passage of the text, made when it does not exist yet."""
    start, end = locate(text, quote, occurrence)
    return cite_span(text=text, start=start, end=end, invented=invented, uid=uid)


def cite_span(*, text: Text, start: int, end: int, invented: bool = False, uid: str | None = None) -> Source:
    """Return the source that is the passage [start, end[ of the text, made when it does not exist yet."""
    if not 0 <= start < end <= text.length:
        raise Refused(
            "passage_outside", _("Le passage choisi n’est pas dans le texte : le sélectionner de nouveau.")
        )
    known = Source.objects.filter(kind=Source.Kind.PASSAGE, text=text, start=start, end=end).first()
    if known is not None:
        return known
    quote = text.content[start:end]
    return Source.objects.create(
        uid=uid or new_uid(),
        kind=Source.Kind.PASSAGE,
        title=text.version.document.title,
        text=text,
        start=start,
        end=end,
        quote=quote,
        occurrence=_occurrence(text.content, quote, start),
        invented=invented,
    )


def _occurrence(content: str, quote: str, start: int) -> int:
    nth, found = 1, content.find(quote)
    while found < start:
        nth, found = nth + 1, content.find(quote, found + 1)
    return nth


def typed(*, by: str, title: str = "", invented: bool = False) -> Source:
    """Return a new source that is a person's own typing, without a document."""
    return Source.objects.create(kind=Source.Kind.TYPED, typed_by=by, title=title[:300], invented=invented)


@transaction.atomic
def remark(
    *,
    title: str,
    explanation: str,
    first: Source,
    by: str,
    second: Source | None = None,
    code: str = "",
    on: datetime.date | None = None,
    invented: bool = False,
    uid: str | None = None,
) -> Remark:
    """Write a remark that ties one or two passages; it changes no figure."""
    written = Remark.objects.create(
        uid=uid or new_uid(),
        code=code,
        title=title,
        explanation=explanation,
        first=first,
        second=second,
        written_by=by,
        written_on=on or timezone.localdate(),
        invented=invented,
    )
    trail.record(by=by, verb="remark.write", object_type="remark", object_id=written.uid, object_label=title)
    return written
