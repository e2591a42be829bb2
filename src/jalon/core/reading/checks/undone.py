"""What a list says to be done and a sentence says not to be: `R3. Élaborer le manuel : réalisée`."""

import re
from collections.abc import Iterator

from jalon.core.reading.checks.common import doubtful, stems
from jalon.core.reading.checks.figures import sentences_with
from jalon.core.reading.facts import Check, Span
from jalon.core.reading.surface import Surface

_DONE = re.compile(
    r"^[ \t]*(?P<item>[^\n;:|\t]{10,160}?)\s*(?::|;|\||\t|[ ]-[ ])\s*"
    r"(?:réalisée?s?|exécutée?s?|faite?s?|achevée?s?|terminée?s?|appliquée?s?|mise?s? en œuvre)"
    r"\s*[.;]?[ \t]*$",
    re.I | re.M,
)
_NOT_YET = re.compile(
    r"\b(?P<thing>(?:l'|l[ea]s?\s)[^.;:,()\n0-9]{4,60}?)\s+n'(?:étant|est|sont|était|étaient|a|ont|ayant)"
    r"\s+(?:toujours pas|pas encore|pas toujours)\s+(?:été\s+)?"
    r"(?P<state>[a-zà-ÿ]{3,}(?:é|i|u|is|it)e?s?)(?!\w)",
    re.I,
)
_ANCHOR = re.compile(r"\bpas (?:encore|toujours)\b|\btoujours pas\b")
_AGAIN = re.compile(r"\b(?:nouve(?:l|au|lle)s?|autres?|second\w*|deuxième|prochaine?s?|suivante?s?)\b", re.I)
_WORDS = 2
"""Content words that name a thing well enough to find it again."""


def check_undone(surface: Surface) -> list[Check]:
    """Find things that are not done yet in one place and done in a list, to be verified."""
    return list(_undone(surface))


def _undone(surface: Surface) -> Iterator[Check]:
    found = [
        match
        for sentence in sentences_with(surface, _ANCHOR)
        for match in _NOT_YET.finditer(surface.plain, sentence.start, sentence.end)
    ]
    told = [match for match in found if not _AGAIN.search(match["thing"])]
    if not told:
        return
    done = [(match, stems(match["item"])) for match in _DONE.finditer(surface.plain)]
    for match in told:
        named = stems(match["thing"].split(" que ")[-1])
        if len(named) < _WORDS:
            continue
        same = [item for item, words in done if named <= words]
        if len(same) == 1:
            spans = tuple(sorted((Span(same[0].start("item"), same[0].end()), Span(*match.span()))))
            yield doubtful("status_conflict", spans, "dit fait dans la liste, pas encore fait dans le texte")
