"""Opening the ZIP archive that a .docx or an .odt is: few parts, read up to a size, whatever they declare.

A part is refused by its declared size, then by the bytes that really come out of it. XML is read as it
streams, without entities, document types or network.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator

from django.utils.translation import gettext as _
from lxml import etree

from jalon.records.problems import Refused

MOST_ENTRIES = 5_000
MOST_UNPACKED = 1_000_000_000
LARGEST_PART = 80_000_000
_STEEPEST = 400
_STEEP_FROM = 5_000_000
_PIECE = 1 << 20
_TYPED = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


class Archive:
    """The parts of an office file. Raises Refused for one that is truncated, locked, or blown up."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, EOFError) as error:
            raise _damaged() from error
        if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise _bomb()
        self._entries = {entry.filename: entry for entry in entries}

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def part(self, name: str) -> bytes:
        """Return the bytes of a part, none when it is not there."""
        entry = self._entries.get(name)
        if entry is None:
            return b""
        if entry.flag_bits & 0x1:
            raise locked()
        steep = entry.file_size > _STEEP_FROM and entry.file_size > _STEEPEST * max(entry.compress_size, 1)
        if entry.file_size > LARGEST_PART or steep:
            raise _bomb()
        try:
            return self._unpacked(entry)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError) as error:
            raise _damaged() from error

    def _unpacked(self, entry: zipfile.ZipInfo) -> bytes:
        pieces, size = [], 0
        with self._zip.open(entry) as file:
            while piece := file.read(_PIECE):
                size += len(piece)
                if size > entry.file_size:
                    raise _bomb()
                pieces.append(piece)
        return b"".join(pieces)

    def children(self, name: str, parent: str) -> Iterator[etree._Element]:
        """Yield each child of the elements of this local name in an XML part, then forget it."""
        content = self.part(name)
        if any(mark in content for mark in _TYPED):
            raise Refused(
                "xml_entities",
                _(
                    "Ce fichier contient des définitions XML qu’aucun traitement de texte n’écrit : "
                    "l’ouvrir et l’enregistrer de nouveau avant de l’envoyer."
                ),
            )
        if not content:
            return
        events = etree.iterparse(
            io.BytesIO(content), events=("end",), resolve_entities=False, no_network=True, load_dtd=False
        )
        try:
            for _event, element in events:
                above = element.getparent()
                if above is None or local(above) != parent:
                    continue
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del above[0]
        except etree.XMLSyntaxError as error:
            raise _damaged() from error


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace; empty for a comment or an instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element | None, name: str) -> str:
    """Return an attribute by its local name, empty when there is none."""
    if element is None:
        return ""
    return next((str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), "")


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first descendant along these local names, one level each; None when there is none."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def locked() -> Refused:
    """Return the refusal of a file that asks for a password."""
    return Refused(
        "encrypted",
        _("Ce fichier est protégé par un mot de passe : l’enregistrer sans mot de passe et le renvoyer."),
    )


def _damaged() -> Refused:
    return Refused(
        "damaged",
        _("Ce fichier est incomplet ou abîmé : le télécharger ou le copier de nouveau, puis le renvoyer."),
    )


def _bomb() -> Refused:
    return Refused(
        "zip_bomb",
        _(
            "Ce fichier compressé grossit démesurément quand on l’ouvre : il n’est pas lu. "
            "L’enregistrer de nouveau avec Word ou LibreOffice."
        ),
    )
