"""Units as people write them, and the codes they are kept under."""

from jalon.core.values.text_keys import search_key

UNITS: dict[str, str] = {
    "personnes": "person",
    "ménages": "household",
    "groupes": "group",
    "entreprises": "enterprise",
    "organisations": "organisation",
    "comités": "committee",
    "communes": "commune",
    "ateliers": "workshop",
    "réunions": "meeting",
    "missions": "mission",
    "sites": "site",
    "hectares": "ha",
    "kilomètres": "km",
    "%": "%",
    "FCFA": "XOF",
    "euros": "EUR",
    "dollars": "USD",
}
"""French words → codes. A unit that is not here is its own code."""

_CODES = {search_key(word) or word: code for word, code in UNITS.items()}
_WORDS = {code: word for word, code in UNITS.items()}


def unit_code(written: str) -> str:
    """Return the code of a unit as it is written: « personnes » → `person`, « FCFA » → `XOF`."""
    text = written.strip()
    return _CODES.get(search_key(text) or text, text)[:40]


def unit_words(code: str, label: str) -> str:
    """Return how a unit is written: its label, else the French word of its code."""
    return label or _WORDS.get(code, code)
