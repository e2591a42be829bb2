"""Years that stand alone: `en 2021`, `l'année 2018`, `(2019)`; never `2000 personnes` nor `1998 F`."""

import re

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.scan.forms import YEAR
from jalon.core.reading.scan.roles import role_of
from jalon.core.reading.surface import Surface

_YEAR = re.compile(
    rf"(?<![\w.,/'+-])(?<![0-9]:)(?<![0-9] )(?P<y>{YEAR})(?![\w%+*]|[-/'][\w]|[.,][0-9]"
    rf"| [0-9]{{3}}\b| ?[%°€$])"
)
_LED = re.compile(
    r"\b(?:en|depuis|d[èe]s|fin|d[ée]but|courant|ann[ée]es?|an|exercices?|avant|apr[èe]s"
    r"|jusqu'en|jusqu'[àa]|d'ici|vers|horizon"
    r"|rentr[ée]e|campagnes?|saison|[ée]dition|budgets?|rapports?|bilans?|plans?|programmes?"
    r"|programmation|projets?|activit[ée]s"
    r"|situation|r[ée]sultats|r[ée]alisations|session|lois? de finances|gestion|mi"
    r"|[àa] partir de|de l'an|planification|conf[ée]rence"
    r"|promotion|cuv[ée]e|recensement|RGPH|enqu[êe]te|EMOP|donn[ée]es|population|octobre|agenda"
    r"|objectifs?|cible|baseline|r[ée]f[ée]rence"
    r"|valeur|pr[ée]vue?s?|version|sept\.?|ODD|CAN|COP ?[0-9]*|trimestre|semestre)"
    r"(?: \w{4,20}){0,1}[\s:(-]{1,6}\Z",
    re.I,
)
_AFTER_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2} ?(?:et|ou|,|puis)\s\Z")
_NUMBERED = re.compile(
    r"\b(?:num[ée]ros?|rue|porte|lot|articles?|villa|parcelle|code|ISO|matricule)\s\Z", re.I
)
_COUNTED = re.compile(
    r"\b(?:environ|plus de|moins de|pr[èe]s de|au moins|quelque|les|des|ces|nos|leurs|dont|soit"
    r"|total|avec|pour|de|[àa]|atteint|est de|compte|"
    r"sur les|autres?|parmi|ou|aux|à hauteur de)\s\Z",
    re.I,
)
_FOLLOWED = re.compile(
    r"\s{0,3}(?:[.,;:!?)\]\"|/-]|\Z|\n|\t|\||(?:et|ou|[àa]|au|aux|de|du|des|d'\w*|par|pour|dans"
    r"|sur|avec|en|le|la|les|l'\w*|un|une|qui|que"
    r"|o[uù]|afin|ainsi|gr[âa]ce|lors|suite|selon|chez|contre|entre|vers|sans|sous|depuis|avant"
    r"|apr[èe]s|mais|comme|soit|dont|ce|cette|ces"
    r"|a|ont|est|sont|[ée]tait|sera|seront|fut|avait|aura|s'\w*|se|n'\w*|ne|il|elle|ils|elles"
    r"|nous|on|leur|son|sa|ses|plus|notamment"
    r"|contre|date|marqu\w+|financ\w+|\w+(?:ée?s?|ant)|\w{3,}(?:ent|era|eront|ait|aient))\b)",
    re.I,
)
_NOUN = re.compile(
    r"(?:\s(?:à|et|ou|-)\s[0-9][0-9 ]{2,8})?\s{1,3}(?:nouve(?:lles|aux) |jeunes? |petite?s? "
    r"|grande?s? )?[a-zà-ÿ]{3,}(?:s|x)\b|\s?(?:F|FCFA|F CFA|francs?|euros?|EUR|USD|XOF|ha|km|kg"
    r"|tonnes|m2|m²)\b"
)
_PLURAL_WORDS = re.compile(
    r"\s{1,3}(?:dans|sous|sans|vers|lors|mais|alors|puis|moins|plus|apr[èe]s|depuis|envers|suis"
    r"|divers|jusqu\w*|tous|sous|ses|les|des|ces|leurs|nos|aux|eux|ceux)\b"
)


_OLD = re.compile(
    r"\b(?:en|depuis|dès|vers)[ \n](?P<y>1[89][0-4][0-9]|18[5-9][0-9])(?![\w%]|[.,][0-9]|[ ][0-9]{3}\b)", re.I
)
"""A year long past, only behind words that say a time."""


def bare_years(surface: Surface) -> None:
    """Take years in digits that no date nor period has taken."""
    for match in surface.search(_YEAR):
        if _is_year(surface, match):
            fact = Fact(FactType.DATE, match.start(), match.end(), match["y"])
            if role := role_of(surface, match.start()):
                fact.say("role", role)
            surface.take(fact)
    for match in surface.search(_OLD):
        behind = surface.plain[match.end() : match.end() + 32]
        if surface.is_free(*match.span("y")) and _FOLLOWED.match(behind):
            surface.take(Fact(FactType.DATE, *match.span("y"), match["y"]))


def _is_year(surface: Surface, match: re.Match[str]) -> bool:
    text = surface.plain
    if (row := _row_of(surface, match)) is not None:
        return row
    if match["y"] in ("2000",) and not re.search(
        r"\b(?:en|depuis|an|ann[ée]es?|d[èe]s) \Z", text[max(0, match.start() - 9) : match.start()], re.I
    ):
        return False
    before = text[max(0, match.start() - 48) : match.start()]
    after = text[match.end() : match.end() + 32]
    if (
        _NOUN.match(after)
        and not _PLURAL_WORDS.match(after)
        and not re.search(r"\b(?:en|ann[ée]e|an|depuis|exercice)\s\Z", before, re.I)
    ):
        return False
    if _NUMBERED.search(before):
        return False
    if _LED.search(before) or _AFTER_YEAR.search(before):
        return True
    if not _FOLLOWED.match(after):
        return False
    if _COUNTED.search(before):
        return (
            bool(re.search(r"\b(?:de|pour|les|à)\s\Z", before, re.I))
            and 1990 <= int(match["y"]) <= 2045
            and _plain_end(after)
        )
    return 1960 <= int(match["y"]) <= 2060


def _row_of(surface: Surface, match: re.Match[str]) -> bool | None:
    """Of a cell that holds only the year: whether it opens its row or all figures of the row are years."""
    text = surface.plain
    line = surface.line_at(match.start())
    row = text[line.start : line.end]
    mark = "\t" if "\t" in row else "|" if row.count("|") > 1 else ""
    before = text[line.start : match.start()].rstrip(" *")
    if (
        not mark
        or not (before == "" or before.endswith(mark))
        or not re.match(rf"[ *]*(?:{re.escape(mark)}|\Z|\n)", text[match.end() :][:6])
    ):
        return None
    figures = [
        cell.strip(" *") for cell in row.split(mark) if re.fullmatch(r"[ *]*[0-9][0-9 .,]*[ *]*", cell)
    ]
    return before.strip("| \t") == "" or all(re.fullmatch(YEAR, figure) for figure in figures)


def _plain_end(after: str) -> bool:
    """Whether nothing that could be counted follows."""
    return re.match(r"\s?(?:[.,;:!?)]|\Z|\n|et 20|ont |a |est |par |dans |[àa] )", after) is not None
