"""Plans of a programme that a text names with their year: `PTA 2024`, `plan de travail annuel 2023`."""

import re
from collections.abc import Mapping

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.surface import Surface

_YEARS = r"(?P<years>20[0-9]{2}(?:\s?[-/]\s?20[0-9]{2})?)(?![0-9])"
_OF = r"\s+(?:(?:au titre de|de|pour)\s+(?:l'(?:ann[ée]e|exercice|an)\s+)?)?"

_NAMES: Mapping[str, str] = {
    "annual_work_plan": (
        r"PTA[BC]?|PTBA|PTB|[Pp]lans?\s+de\s+[Tt]ravail(?:(?:\s+et\s+(?:de\s+|du\s+)?[Bb]udgets?)|\s+[Aa]nnuels?"
        r"|\s+[Bb]udg[ée]tis[ée]s?|\s+\((?:PTA[BC]?|PTBA|PTB)\)){0,4}"
        r"|[Pp]lans?\s+annuels?\s+(?:de\s+travail|d'activit[ée]s)|[Pp]rogrammes?\s+annuels?\s+d'activit[ée]s"
    ),
    "local_plan": r"PDSEC|PDESC|PDC|PCD|PDR|PRD|SRAT",
}
_PATTERNS = tuple((kind, re.compile(rf"\b(?:{names}){_OF}{_YEARS}")) for kind, names in _NAMES.items())


def find_programme_documents(surface: Surface) -> None:
    """Take each plan named with its year, which is then no date of its own."""
    for kind, pattern in _PATTERNS:
        for match in surface.search(pattern):
            years = re.sub(r"\s?[-/]\s?", "-", match["years"])
            surface.take(Fact(FactType.PROGRAMME_DOC, match.start(), match.end(), years, {"kind": kind}))
