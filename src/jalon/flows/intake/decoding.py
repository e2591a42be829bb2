"""From bytes to text: UTF-8, else what a mark or the file says, else Windows-1252, which is then said.

A file put together from both is read as UTF-8, what is not as Windows-1252, and the lines are said.
"""

import codecs
import re

from django.utils.translation import gettext as _

from jalon.records.problems import Refused

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_FALLBACK = "cp1252"
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SHARE_OF_CONTROLS = 0.002
_TWO_BYTES = re.compile(rb"[\xc3\xc2\xc5][\x80-\xbf]|\xe2\x80[\x90-\xaf]")
_DECODED_TWICE = re.compile("Ã[©¨ª«§ ®´»¹¢]|â€™")
_LINES_SAID = 8
MIXED = "utf-8 + windows-1252"


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
    if encoding == MIXED:
        notes.append(_said_mixed(content))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text or len(_CONTROLS.findall(text)) > len(text) * _SHARE_OF_CONTROLS:
        raise Refused(
            "binary",
            _("Ce fichier ne contient pas du texte lisible : l’enregistrer en texte brut (.txt) ou en HTML."),
        )
    if len(_DECODED_TWICE.findall(text)) > 2:
        notes.append(
            _(
                "Des accents semblent abîmés dans ce fichier (« Ã© » pour « é ») : il est gardé tel quel. "
                "Mieux vaut repartir de l’original."
            )
        )
    return _CONTROLS.sub("\ufffd", text), "windows-1252" if encoding == _FALLBACK else encoding, notes


def _decoded(content: bytes, declared: str) -> tuple[str, str]:
    for mark, name in _BOMS:
        if content.startswith(mark):
            try:
                return content.decode(name).removeprefix("\ufeff"), name.removesuffix("-sig")
            except UnicodeDecodeError as error:
                raise _unreadable(error) from error
    named = _name(declared)
    for name in ("utf-8", named or _FALLBACK, _FALLBACK):
        if name == _FALLBACK and named != _FALLBACK and _TWO_BYTES.search(content):
            return content.decode("utf-8", errors=_MIXTURE), MIXED
        try:
            return content.decode(name), name
        except UnicodeDecodeError as error:
            last = error
    raise _unreadable(last)


def _one_by_one(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    strange = error.object[error.start : error.end]
    return strange.decode(_FALLBACK, errors="replace"), error.end


_MIXTURE = "jalon-mixture"
codecs.register_error(_MIXTURE, _one_by_one)


def _said_mixed(content: bytes) -> str:
    """Say on which lines the bytes are not UTF-8."""
    lines = [number for number, line in enumerate(content.splitlines(), 1) if not _is_utf8(line)]
    shown = ", ".join(str(number) for number in lines[:_LINES_SAID])
    return _(
        "Ce fichier mêle deux encodages : il a été lu en UTF-8, sauf %(count)s ligne(s) en Windows-1252 "
        "(%(lines)s). Vérifier leurs accents ci-dessous."
    ) % {"count": len(lines), "lines": shown + (", …" if len(lines) > _LINES_SAID else "")}


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


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
