"""What the reader says of a few lines: alerts and checks that hold, by their kind."""

from jalon.core.reading.facts import Check
from jalon.core.reading.reader import read


def checks_of(text: str, kind: str) -> list[Check]:
    """The checks of one kind, in the order of the text."""
    return [check for check in read(text).checks if check.kind == kind]


def alerts_of(text: str) -> list[str]:
    """The kinds of the alerts of a text, each once."""
    return sorted({check.kind for check in read(text).checks if check.is_alert})
