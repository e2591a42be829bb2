"""The usual sequence of a programme: found, chosen, trained, asked, funded, made, given."""

import re

_STEPS = (
    ("found", r"identifi|recens|enregistr|inscrit|reçu"),
    ("chosen", r"présélectionn|sélectionn|reten|priorit|éligible"),
    ("trained", r"\bform[ée]|sensibilis|recycl|renforc"),
    ("asked", r"soumis|dépos|demand"),
    ("funded", r"financé|octroy|accord|valid"),
    ("made", r"cré[ée]|install|mis en place|mise en place|construit|réalisé|aménagé|réhabilit"),
    ("given", r"distribu|remis|doté|équip"),
)


def step_of(clause: str) -> str:
    """Return the first step that a clause names, empty when it names none."""
    words = clause.lower()
    found = [(match.start(), name) for name, pattern in _STEPS if (match := re.search(pattern, words))]
    return min(found)[1] if found else ""
