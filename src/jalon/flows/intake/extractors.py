"""The kinds of files that can be read. A new one (Word, PDF) is one module and one line here."""

from pathlib import PurePath

from django.utils.translation import gettext as _

from jalon.flows.intake import html_text, plain_text
from jalon.flows.intake.extraction import Extraction, Extractor
from jalon.records.problems import Refused

EXTRACTORS: tuple[Extractor, ...] = (plain_text.EXTRACTOR, html_text.EXTRACTOR)

LARGEST = 10_000_000
"""Bytes of a file that is read as text: some five thousand pages."""

_BY_THEIR_BYTES = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "Word, Excel ou ZIP"),
    (b"\xd0\xcf\x11\xe0", "Word ou Excel (ancien format)"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
)


def suffixes() -> list[str]:
    """Return the endings of the file names that can be read, for the form and the messages."""
    return [suffix for extractor in EXTRACTORS for suffix in extractor.suffixes]


def check_size(size: int) -> None:
    """Refuse an empty file and one too large to be a document, before its bytes are read."""
    if size == 0:
        raise Refused("empty", _("Ce fichier est vide : en choisir un autre."))
    if size > LARGEST:
        raise Refused(
            "too_large",
            _(
                "Ce fichier pèse %(size)s Mo ; la limite est de %(limit)s Mo. "
                "Le découper en plusieurs documents."
            )
            % {"size": -(-size // 1_000_000), "limit": LARGEST // 1_000_000},
        )


def extractor_for(file_name: str, content: bytes) -> Extractor:
    """Return the extractor of a file, by the ending of its name; its first bytes must not say otherwise."""
    suffix = PurePath(file_name).suffix.lower()
    found = next((extractor for extractor in EXTRACTORS if suffix in extractor.suffixes), None)
    known = " ".join(suffixes())
    if found is None:
        raise Refused(
            "unknown_type",
            _("« %(name)s » : ce type de fichier ne se lit pas encore. Sont lus : %(known)s.")
            % {"name": file_name or _("sans nom"), "known": known},
        )
    for mark, what in _BY_THEIR_BYTES:
        if content.startswith(mark):
            raise Refused(
                "other_type",
                _(
                    "« %(name)s » se dit %(suffix)s mais son contenu est d’un autre type (%(what)s) : "
                    "l’enregistrer en texte brut ou en HTML."
                )
                % {"name": file_name, "suffix": suffix, "what": what},
            )
    return found


def extract(content: bytes, *, file_name: str) -> Extraction:
    """Read a file as text with its blocks. Raises Refused (French sentence) for what cannot be read."""
    check_size(len(content))
    extractor = extractor_for(file_name, content)
    text, blocks, encoding, notes = extractor.read(content)
    if not blocks:
        raise Refused("no_text", _("Ce fichier ne montre aucun texte : vérifier qu’il est le bon."))
    return Extraction(extractor.label, extractor.media_type, text, tuple(blocks), encoding, tuple(notes))
