"""From bytes to text: UTF-8, else what a mark or the file says, else Windows-1252, which is then said."""

import codecs
import re

from django.utils.translation import gettext as _

from jalon.records.problems import Refused

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_FALLBACK = "cp1252"
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SHARE_OF_CONTROLS = 0.002


def decode(content: bytes, *, declared: str = "") -> tuple[str, str, list[str]]:
    """Return (text, encoding, notes); line ends become `\\n`, the mark of order is dropped.

    `declared` is the encoding the file says it has (HTML). Raises Refused when no encoding fits or when
    what comes out is not text.
    """
    text, encoding = _decoded(content, declared)
    notes = []
    if encoding == _FALLBACK and _name(declared) != _FALLBACK:
        notes.append(
            _("Ce fichier n’est pas en UTF-8 : il a été lu en Windows-1252. Vérifier les accents ci-dessous.")
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text or len(_CONTROLS.findall(text)) > len(text) * _SHARE_OF_CONTROLS:
        raise Refused(
            "binary",
            _("Ce fichier ne contient pas du texte lisible : l’enregistrer en texte brut (.txt) ou en HTML."),
        )
    return _CONTROLS.sub("\ufffd", text), "windows-1252" if encoding == _FALLBACK else encoding, notes


def _decoded(content: bytes, declared: str) -> tuple[str, str]:
    for mark, name in _BOMS:
        if content.startswith(mark):
            try:
                return content.decode(name).removeprefix("\ufeff"), name.removesuffix("-sig")
            except UnicodeDecodeError as error:
                raise _unreadable(error) from error
    for name in ("utf-8", _name(declared) or _FALLBACK, _FALLBACK):
        try:
            return content.decode(name), name
        except UnicodeDecodeError as error:
            last = error
    raise _unreadable(last)


def _name(declared: str) -> str:
    """Return the codec of a declared encoding, or nothing; Latin-1 is Windows-1252, as for browsers."""
    try:
        name = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):
        return ""
    # Only ASCII-compatible codecs: a declaration written in ASCII cannot be in anything else.
    if name in {"iso8859-1", "ascii"}:
        return _FALLBACK
    return name if name.startswith(("iso8859", "cp125", "utf-8", "mac-")) else ""


def _unreadable(error: UnicodeDecodeError) -> Refused:
    return Refused(
        "encoding",
        _(
            "L’encodage de ce fichier n’est pas reconnu (octet %(byte)s en position %(position)s) : "
            "l’ouvrir et l’enregistrer de nouveau en UTF-8."
        )
        % {"byte": f"0x{error.object[error.start]:02X}", "position": error.start},
    )
