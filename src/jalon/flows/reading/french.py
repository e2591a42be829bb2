"""Only French is read: a text in another language gives nothing rather than what looks like facts."""

from collections.abc import Sequence

from jalon.core.reading.entities.known import NOTHING, Known
from jalon.core.reading.language import FRENCH, language_of
from jalon.core.reading.reader import Reading, read
from jalon.core.reading.surface import Block


def read_french(content: str, blocks: Sequence[Block], known: Known = NOTHING) -> Reading:
    """Read a text that is French, or too short to tell; of another language nothing is proposed."""
    if language_of(content) not in {"", FRENCH}:
        return Reading(content, (), ())
    return read(content, blocks, known)
