"""Running the reader over a kept text, and keeping what it finds."""

from django.db import transaction
from django.utils.translation import gettext as _

from jalon.core.reading.reader import VERSION
from jalon.core.reading.reader import Reading as Found
from jalon.flows.reading.french import read_french
from jalon.flows.reading.names import known_names
from jalon.records.problems import Refused
from jalon.records.reading.actions import keep_reading, lock_review
from jalon.records.reading.carrying import carry_over
from jalon.records.reading.models import Reading
from jalon.records.reading.queries import current
from jalon.records.reading.versions import compare_with_other_texts
from jalon.records.sources.models import Document, Text
from jalon.records.sources.queries import kept


def read_text(text: Text, *, by: str) -> Reading:
    """Read a text and keep its claims and alerts; the same text and version of the reader are read once.

    The names of this installation (places, organisations, programmes) are handed to the reader. What was
    judged of an earlier reading, or of another text of the document, is carried over to the new one, and what
    it no longer says becomes an alert. All is kept, or nothing.
    """
    if (done := _done(text)) is not None:
        return done
    blocks = [(kind, start, end) for kind, start, end in text.blocks]
    known = known_names(text.version.document)
    found = read_french(text.content, blocks, known)  # outside the transaction: it may take seconds
    return _keep(text, found, by)


@transaction.atomic
def _keep(text: Text, found: Found, by: str) -> Reading:
    lock_review(text.version.document)
    if (done := _done(text)) is not None:
        return done  # somebody read it meanwhile
    earlier = current(text)
    reading = keep_reading(text=text, version=VERSION, facts=found.facts, checks=found.checks, by=by)
    if earlier is not None:
        carry_over(earlier=earlier, later=reading)
    compare_with_other_texts(reading)
    return reading


def _done(text: Text) -> Reading | None:
    """The last reading, when this version of the reader has read the text (an older copy may run again)."""
    return current(text) if text.readings.filter(version=VERSION).exists() else None


def read_document(document: Document, *, by: str) -> Reading:
    """Read the text of a document that is shown. Raises Refused when it has none."""
    text = kept(document).text
    if text is None:
        raise Refused(
            "no_text",
            _("« %(document)s » n’a pas de texte à lire : en recevoir d’abord un fichier.")
            % {"document": document.title},
        )
    return read_text(text, by=by)
