"""Receiving a file: its text is read first, then the document, its version and its text are kept together."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from jalon.flows.intake.extraction import Extraction
from jalon.flows.intake.extractors import check_size, extract, media_type_of
from jalon.flows.intake.ocr import IMAGES
from jalon.records.problems import Refused
from jalon.records.programmes import actions as programmes_actions
from jalon.records.programmes.models import Programme
from jalon.records.sources import actions
from jalon.records.sources.models import Document, DocumentVersion, Text


@dataclass(frozen=True)
class Sheet:
    """What is said of a document that is received; `dated` is ISO text of reduced precision."""

    title: str
    kind: str
    dated: str = ""
    issuer: str = ""
    visibility: str = Document.Visibility.INTERNAL
    summary: str = ""


@transaction.atomic
def receive_document(
    *, content: bytes, file_name: str, sheet: Sheet, programmes: Iterable[Programme], by: str
) -> Document:
    """Keep a new document with its file and text, of these programmes; all of it or nothing.

    A file without readable text is kept all the same: its version says why (`unread`). Raises Refused
    (French sentence) for an empty file and one too large to be kept.
    """
    read = _read(content, file_name)
    document = actions.add_document(
        title=sheet.title,
        kind=sheet.kind,
        by=by,
        dated=sheet.dated,
        issuer=sheet.issuer,
        visibility=sheet.visibility,
        summary=sheet.summary,
    )
    for programme in programmes:
        programmes_actions.attach_document(programme=programme, document=document)
    _keep(document, read, content=content, file_name=file_name, by=by)
    return document


@transaction.atomic
def receive_version(*, document: Document, content: bytes, file_name: str, by: str) -> DocumentVersion:
    """Keep a file as the next version of a document, with its text or the reason why it has none.

    Raises Refused for an empty file and one too large to be kept.
    """
    return _keep(document, _read(content, file_name), content=content, file_name=file_name, by=by)


def keep_extraction(version: DocumentVersion, read: Extraction) -> Text:
    """Keep what was read in a version as its text."""
    return actions.keep_text(
        version=version,
        extractor=read.extractor,
        content=read.content,
        blocks=list(read.blocks),
        pages=read.pages,
        boxes=read.boxes,
        notes=read.notes,
    )


def _read(content: bytes, file_name: str) -> Extraction | Refused:
    check_size(len(content))
    try:
        return extract(content, file_name=file_name)
    except Refused as refusal:
        return refusal


def _keep(
    document: Document, read: Extraction | Refused, *, content: bytes, file_name: str, by: str
) -> DocumentVersion:
    unread = str(read) if isinstance(read, Refused) else ""
    media_type = media_type_of(file_name) if isinstance(read, Refused) else read.media_type
    version = actions.receive(
        document=document,
        content=content,
        file_name=file_name,
        media_type=media_type,
        by=by,
        unread=unread,
        has_images=read.code in IMAGES if isinstance(read, Refused) else read.has_images,
    )
    if not isinstance(read, Refused):
        keep_extraction(version, read)
    return version


def fingerprint(content: bytes) -> str:
    """Return the SHA-256 of the bytes, by which the same file is known again."""
    return hashlib.sha256(content).hexdigest()
