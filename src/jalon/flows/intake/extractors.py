"""The kinds of files that can be read, and the one entry, `extract`. A new one: a module, a line here."""

from pathlib import PurePath

from django.utils.translation import gettext as _

from jalon.core.reading.language import FRENCH, language_of
from jalon.flows.intake import docx_text, html_text, odt_text, pdf_text, plain_text
from jalon.flows.intake.archive import locked
from jalon.flows.intake.extraction import ASIDE, Extraction, Extractor, Found
from jalon.records.problems import Refused

EXTRACTORS: tuple[Extractor, ...] = (
    plain_text.EXTRACTOR,
    html_text.EXTRACTOR,
    docx_text.EXTRACTOR,
    odt_text.EXTRACTOR,
    pdf_text.EXTRACTOR,
)

LARGEST = 100_000_000
"""Bytes of a file that is kept; each extractor says how many it reads."""

_PDF, _ZIP, _OLE = b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_PDF_WITHIN = 1_024
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
IMAGE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp"})
_ZIPPED = frozenset({".docx", ".docm", ".odt"})
_OLDER = {
    ".doc": "Word (.doc)", ".dot": "Word (.dot)", ".rtf": "RTF", ".wps": "Works", ".pages": "Pages",
}  # fmt: skip
_SHEETS = frozenset({".xls", ".xlsx", ".ods", ".csv"})
_LANGUAGES = {"en": "anglais", "bm": "bambara", "es": "espagnol", "pt": "portugais", "de": "allemand"}


def suffixes() -> list[str]:
    """Return the endings of the file names that can be read, for the form and the messages."""
    return [suffix for extractor in EXTRACTORS for suffix in extractor.suffixes]


def check_size(size: int) -> None:
    """Refuse an empty file and one too large to be kept, before its bytes are read."""
    if size == 0:
        raise Refused("empty", _("Ce fichier est vide : en choisir un autre."))
    if size > LARGEST:
        raise _too_large(size, LARGEST)


def extractor_for(file_name: str, content: bytes) -> Extractor:
    """Return the extractor of a file, by the ending of its name; its first bytes must not say otherwise."""
    suffix = PurePath(file_name).suffix.lower()
    found = next((extractor for extractor in EXTRACTORS if suffix in extractor.suffixes), None)
    if found is None:
        raise _unknown(file_name, suffix, content)
    what = _other_kind(suffix, content)
    if what == "locked":
        raise locked()
    if what:
        raise Refused(
            "other_type",
            _(
                "« %(name)s » se dit %(suffix)s mais son contenu est d’un autre type (%(what)s) : "
                "l’ouvrir et l’enregistrer en .docx, .odt, .pdf ou .txt."
            )
            % {"name": file_name, "suffix": suffix, "what": what},
        )
    return found


def _other_kind(suffix: str, content: bytes) -> str:
    """Say what the first bytes are when that is not what the ending says; empty when it is."""
    is_pdf = _PDF in content[:_PDF_WITHIN]
    if content.startswith(_OLE):
        return "locked" if _LOCKED in content else _("ancien format de Word ou d’Excel, .doc ou .xls")
    if content.startswith(b"{\\rtf"):
        return "RTF"
    if content.startswith(_IMAGES[:-1]):
        return _("image")
    if content.startswith(_ZIP) and suffix not in _ZIPPED:
        return _("Word, Excel ou ZIP")
    if content.startswith(_PDF) and suffix != ".pdf":
        return "PDF"
    if (suffix in _ZIPPED and not content.startswith(_ZIP)) or (suffix == ".pdf" and not is_pdf):
        return _("texte ou fichier abîmé")
    return ""


def _unknown(file_name: str, suffix: str, content: bytes) -> Refused:
    name = {"name": file_name or _("sans nom")}
    if suffix in IMAGE_SUFFIXES or content.startswith(_IMAGES):
        return Refused(
            "image",
            _("« %(name)s » est une image : son texte peut être reconnu à part avec tesseract.") % name,
        )
    if suffix in _OLDER or (suffix not in _SHEETS and content.startswith((_OLE, b"{\\rtf"))):
        return Refused(
            "older_format",
            _("« %(name)s » est au format %(format)s : l’enregistrer en .docx depuis Word ou LibreOffice.")
            % {**name, "format": _OLDER.get(suffix, _("d’un autre logiciel"))},
        )
    if suffix in _SHEETS:
        return Refused(
            "sheet",
            _("« %(name)s » est une feuille de calcul, et ne se lit pas comme un texte.") % name,
        )
    return Refused(
        "unknown_type",
        _("« %(name)s » : ce type de fichier ne se lit pas encore. Sont lus : %(known)s.")
        % {**name, "known": " ".join(suffixes())},
    )


def extract(content: bytes, *, file_name: str) -> Extraction:
    """Read a file as text with its blocks. Raises Refused (French sentence) for what cannot be read."""
    check_size(len(content))
    extractor = extractor_for(file_name, content)
    if len(content) > extractor.largest:
        raise _too_large(len(content), extractor.largest)
    return extraction(extractor.label, extractor.media_type, extractor.read(content))


def extraction(label: str, media_type: str, found: Found) -> Extraction:
    """Return what was found as an extraction, with what its language makes to be said.

    Raises Refused when no text is shown.
    """
    if all(kind == ASIDE for kind, _start, _end in found.blocks):
        raise Refused("no_text", _("Ce fichier ne montre aucun texte : vérifier qu’il est le bon."))
    language = language_of(found.text)
    notes = list(found.notes)
    if language and language != FRENCH:
        notes.append(
            _("Ce texte semble écrit en %(language)s : seul le français se lit, rien n’en sera proposé.")
            % {"language": _LANGUAGES[language]}
        )
    return Extraction(
        label,
        media_type,
        found.text,
        tuple(found.blocks),
        found.encoding,
        tuple(notes),
        found.pages,
        found.boxes,
        language,
        found.has_images,
    )


def media_type_of(file_name: str) -> str:
    """Return the type of a file that is kept without being read, by the ending of its name."""
    suffix = PurePath(file_name).suffix.lower()
    found = next((one.media_type for one in EXTRACTORS if suffix in one.suffixes), "")
    return found or "application/octet-stream"


def _too_large(size: int, limit: int) -> Refused:
    return Refused(
        "too_large",
        _("Ce fichier pèse %(size)s Mo ; la limite est de %(limit)s Mo. Le découper en plusieurs documents.")
        % {"size": -(-size // 1_000_000), "limit": limit // 1_000_000},
    )
