"""What is said before a long text is read: with its keeping, it takes a tenth of a second a page."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jalon.core.values.number_formats import format_number
from jalon.records.sources.models import Text

LONG = 100_000
"""Code points beyond which a reading takes more than some seconds."""
_PAGE = 3_000
_PAGES_A_MINUTE = 600


def is_long(text: Text) -> bool:
    """Return whether reading this text takes more than some seconds."""
    return text.length > LONG


def long_words(text: Text) -> str:
    """Say how long the reading of a long text takes; empty for another."""
    if not is_long(text):
        return ""
    pages, minutes = round(text.length / _PAGE), text.length / _PAGE / _PAGES_A_MINUTE
    said = {"pages": format_number(pages), "n": round(minutes)}
    if minutes < 1:
        return _("Ce texte compte environ %(pages)s pages : sa lecture prend moins d’une minute.") % said
    words = ngettext(
        "Ce texte compte environ %(pages)s pages : sa lecture prend environ %(n)s minute.",
        "Ce texte compte environ %(pages)s pages : sa lecture prend environ %(n)s minutes.",
        round(minutes),
    )
    return words % said
