"""Places known by their company: a label, a date, a road, those who live there, places listed beside them."""

import re
from collections.abc import Collection, Iterator, Mapping

from jalon.core.reading.entities.gazetteer import Index
from jalon.core.reading.entities.people import is_family_name, is_given_name
from jalon.core.reading.entities.place_words import GAP, NOUN
from jalon.core.reading.entities.places import (
    NEXT,
    OF_NAME,
    SEATS,
    Place,
    after_words,
    is_of_people,
    list_from,
    name_at,
)
from jalon.core.reading.entities.words import CAPITAL, before, worded
from jalon.core.reading.facts import FactType, Span

_WORD = rf"{CAPITAL}(?![\w'])"
_NAME = rf"{_WORD}(?:[ -]{_WORD}){{0,3}}"
_CAPITALISED = rf"(?={CAPITAL}[a-zà-ÿ])"
_WEEKDAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_LABELS = (
    r"(?:Localité|Commune|Village|Site|Quartier|Cercle|Département|Province|Région|District|Zone|Arrondissement"
    r"|Canton|Ville)s?|Nom d(?:u |e la |e l')(?:site|village|localité|commune|quartier)"
)
_SAID = (
    r"(?: (?:d'intervention|d'exécution|de la \w+|du \w+|des \w+|concernée?s?|visitée?s?|couverte?s?"
    r"|ciblée?s?))?"
)
_LABELLED = re.compile(rf"(?:{_LABELS}){_SAID} ?: ?[*\"]*{_CAPITALISED}")
_LINE_START = re.compile(r"(?:^|[\n\t|])[ \t*•-]*$")
_SITED = re.compile(
    rf"Lieu(?<!\wLieu)x?{_SAID} ?(?::|\t(?=[^\t\n]+$)) ?[*\"]*(?:à )?{_CAPITALISED}", re.MULTILINE
)
_DATED = re.compile(
    rf"^[ \t*]*(?P<name>{_NAME}),[ \t]+(?:le[ \t]+)?(?:{_WEEKDAY}[ \t]+)?[0-9]{{1,2}}(?:er)?[ \t]+"
    r"[a-zéû]{3,9}[ \t]+20[0-9]{2}",
    re.MULTILINE,
)
_PEOPLED = worded(
    r"(?<![\w-])(?:habitante?s?|gens|populations?|ménages?|villageois(?:es)?|déplacée?s|riverains|réfugiée?s"
    r"|maraîch(?:er|ère)s|notables|ressortissants|communautés|pêcheurs|éleveurs|agriculteurs|paysans|paysannes"
    r"|femmes|autochtones|retournés|rapatriés|jeunes|exploitants|chef coutumier|chef de village|imam)"
    rf"(?:{GAP}[a-zà-ÿ]{{4,}}s){{0,2}}{GAP}$"
)
_COMMITTEE = (
    r"(?:comité (?:villageois )?de (?:gestion|veille|surveillance|vigilance)|"
    r"comités? (?:de jumelage|d'eau|de parents)|COGES|AME|APE)"
)
_GROUPED = re.compile(
    r"(?<![\w-])(?:(?:coopératives?|groupements?|associations?|unions?|sections?|antennes?)"
    rf"(?:{GAP}(?:(?:féminine?|villageoise?|mixte|communale?|locale?)s?|des?{GAP}[a-zà-ÿ]{{4,}}s)){{1,2}}"
    rf"|{_COMMITTEE}){GAP}$"
)
_OF_THE = re.compile(rf"du(?<![\w-]du){GAP}(?={CAPITAL}[a-zà-ÿ]{{3}})")
_ROAD = re.compile(
    r"(?<![\w-])(?:axes?|route|piste|plaine|vallée|forêt|mare|pont|barrage|terroir|pays|sources?)[ \n]$"
)
_INHABITED = re.compile(
    rf"(?<![\w'-])(?P<name>{_NAME})(?P<said> \( ?|,? | compt(?:e|ait|ent) (?:près de |environ |plus de )?)$"
)
_INHABITANTS = re.compile(r"[0-9](?<![0-9].)[0-9 .]{0,8} ?(?:habitants|hab\b|âmes)")
_LISTED_LEFT = re.compile(r"(?:[,:;(•-]|\b(?:de|à|et|d'))\s$|(?:^|\n)[ \t]*$")
_THAT_OF = re.compile(rf"(?<![\w-])[Cc](?:elui|elle|eux|elles){GAP}$")
_STANDING = re.compile(rf"\b(?:{NOUN}|{SEATS})s?\b", re.IGNORECASE)
_APPOSITION = re.compile(
    rf",{GAP}(?:(?:une?|le|la){GAP}(?:(?:petite?|gros(?:se)?|grande?|deuxième|seconde?|autre){GAP})?"
    r"(?:village|commune|localité|quartier|hameau|ville|bourgade|bourg|campement|canton|site)"
    rf"|(?:deux|trois|quatre|cinq|des){GAP}(?:villages|communes|localités|quartiers|hameaux|villes|sites)"
    rf"|chef-lieu|petit village|village(?={GAP}(?:situé|de|du|d'))|localité)\b"
)
_BEFORE_IT = re.compile(rf"(?<![\w'-])(?:[dl]')?({_NAME})[\"*]?$")
_CHOSEN = (
    r"(?:visité|concerné|retenu|touché|choisi|sélectionné|couvert|bénéficiaire|cible|ciblé|identifié|desservi"
    r"|affecté|inondé|restant|équipé|pilote|d'intervention)e?s?"
)
_SELECTED = worded(
    r"(?<![\w-])(?:villages|localités|communes|sites|quartiers|cercles|départements|provinces|hameaux|cantons)"
    rf"(?: (?:ainsi |qui ont été |ont été |sont |étaient |ayant été )?{_CHOSEN}){{0,2}}"
    r"(?: par le projet| du projet| de la zone)?"
    r"(?: ?:| (?:sont|étaient|furent|restent)(?: (?:les suivante?s|celle?s-ci|ceux-ci))?(?: ?:)?"
    rf"|,? à savoir ?:?| (?:les )?suivante?s ?:){GAP}?{_CAPITALISED}"
)
_COUNTED = worded(
    r"(?<![\w-])(?:villages|localités|communes|sites|quartiers|cercles|hameaux|cantons|écoles)"
    rf"[^.:;()\n]{{0,80}}(?:\([^()\n]{{1,40}}\)[^.:;()\n]{{0,20}})?:{GAP}{_CAPITALISED}"
)
_COUNTED_LINES = worded(
    r"(?<![\w-])(?:villages|localités|communes|sites|quartiers|cercles|hameaux|cantons)"
    r"(?: [^:\n]{1,90})? ?:[ ]*\n"
)
_FOUNDED = worded(
    r"(?<![\w-])(?:Saré|Keur|Darou|Sinthiou|Sinthiang|Sinthian|Guidan|Garin|Ouro|Wouro|Wuro) "
    rf"(?={CAPITAL}[a-zà-ÿ])"
)
"""Words for a village, a house, a camp, that begin the names of villages."""
_LINE_NAME = re.compile(rf"[ \t]*[•*–-][ \t]*({_NAME})(?= ?[:(] ?[0-9])[^\n]*\n")
_LINKED = re.compile(
    r"(?<![\w-])(?P<way>axes?|routes?|pistes?|tronçons?|bretelles?|corridors?|trajets?|liaisons?)"
    rf"(?: [a-zà-ÿ]{{4,}}){{0,2}} (?:de )?(?P<first>{_WORD})(?: ?- ?)(?P<second>{_WORD})(?!-)"
)
_BETWEEN = re.compile(
    rf"entre(?<![\w-]entre){GAP}(?P<first>{_NAME}){GAP}et{GAP}(?P<second>{_NAME})(?![\w'-])"
)
_AS_FAR_AS = re.compile(rf"(?P<first>{_NAME}){GAP}(?:à|vers|jusqu'à){GAP}(?P<second>{_NAME})(?![\w'-])")
_TRAVEL = re.compile(
    r"\b(?:routes?|pistes?|axes?|trajets?|convois?|parti\w*|km|kilomètres|distances?|voyag\w+|achemin\w*"
    r"|navettes?|lignes?|transport\w*|tronçons?|liaisons?|canal|chemins?|forages?|puits|situé\w*|frontière)\b",
    re.IGNORECASE,
)
_LIST_BEFORE = re.compile(
    rf"(?<![\w'-])(?:[dl]')?(?P<name>{_NAME})(?: ?\([^()]{{1,40}}\))?"
    r"(?: ?, (?:et )?| (?:et|&|ou|puis|ainsi que) )(?:(?:à|de|de la|du|dans le|au) |de l'|d')?$"
)
_WINDOW = 90
_REACH = 60
_FAR = 160


def in_company(
    plain: str, index: Index, ends: Mapping[int, int], doubtful: Collection[int]
) -> Iterator[Place]:
    """Yield the names that stand where only a place stands; `ends`, `doubtful`: as for `after_known`."""
    for match in _LABELLED.finditer(plain):
        if _LINE_START.search(plain, max(0, match.start() - 6), match.start()):
            yield from list_from(plain, match.end(), "", least=1)
    for match in _SITED.finditer(plain):
        yield from list_from(plain, match.end(), "", least=1)
    for words in (_PEOPLED, _GROUPED):
        for match, _ in after_words(plain, words):
            yield from list_from(plain, match.end(), "", least=1)
    for match in _SELECTED.finditer(plain):
        yield from list_from(plain, match.end(), "", least=2)
    for match in _COUNTED.finditer(plain):
        yield from list_from(plain, match.end(), "", least=3)
    for match in _FOUNDED.finditer(plain):
        name = name_at(plain, match.start())
        if name is not None and name.end > match.end():
            yield Place(name, plain[name.start : name.end], "village")
    for match in _COUNTED_LINES.finditer(plain):
        yield from _in_lines(plain, match.end())
    for match, _ in after_words(plain, _THAT_OF, 8):
        if _STANDING.search(plain, max(0, match.start() - _FAR), match.start()):
            yield from list_from(plain, match.end(), "", least=1)
    for match in _DATED.finditer(plain):
        yield from _whole(plain, match.start("name"), match.end("name"))
    for match in _OF_THE.finditer(plain):
        if not _ROAD.search(plain, max(0, match.start() - 12), match.start()):
            continue
        yield from list_from(plain, match.end(), "", least=1, bare=True)
    yield from _inhabited(plain)
    for match in _APPOSITION.finditer(plain):
        found = _BEFORE_IT.search(plain, max(0, match.start() - 40), match.start())
        if found:
            yield from _whole(plain, found.start(1), found.end(1))
    yield from _on_roads(plain, index)
    yield from _before_known(plain, ends, doubtful)


def _in_lines(plain: str, position: int) -> Iterator[Place]:
    """« - Sikoro : 12 ménages », line after line."""
    while line := _LINE_NAME.match(plain, position):
        yield from _whole(plain, *line.span(1))
        position = line.end()


def _inhabited(plain: str) -> Iterator[Place]:
    """« Tina 1000 habitants », « Boussoum compte 3 000 habitants »."""
    for number in _INHABITANTS.finditer(plain):
        match = _INHABITED.search(plain, max(0, number.start() - _REACH), number.start())
        if match and (
            "compt" in match["said"]
            or _LISTED_LEFT.search(plain, max(0, match.start() - 4), match.start("name"))
        ):
            yield from _whole(plain, *match.span("name"))


def _whole(plain: str, start: int, end: int) -> Iterator[Place]:
    """A place at these very characters, unless they are of a person or no name."""
    name = name_at(plain, start)
    if name is not None and name.end == end and not is_of_people(plain, name):
        yield Place(name, plain[start:end])


def _on_roads(plain: str, index: Index) -> Iterator[Place]:
    """« piste Darou-Tibé », « entre Amara et Gossi », « de Konna à Boré »: if one is known, or on a road."""
    for match in _LINKED.finditer(plain):
        if _is_place(index, plain[match.start("first") : match.end("second")]):
            continue
        if match["way"].startswith(("rou", "pis", "tron", "bret")) or _one_is_known(
            match, index, "first", "second"
        ):
            yield from _part(plain, *match.span("first"))
            yield from _part(plain, *match.span("second"))
    for match in _BETWEEN.finditer(plain):
        if _is_way(plain, match, index):
            yield from _whole(plain, *match.span("first"))
            yield from _whole(plain, *match.span("second"))
    for start in OF_NAME.finditer(plain):
        way = _AS_FAR_AS.match(plain, start.end())
        if way and _is_way(plain, way, index):
            yield from _whole(plain, *way.span("first"))


def _is_way(plain: str, match: re.Match[str], index: Index) -> bool:
    travel = _TRAVEL.search(plain, max(0, match.start() - _WINDOW), match.start())
    return travel is not None or _one_is_known(match, index, "first", "second")


def _part(plain: str, start: int, end: int) -> Iterator[Place]:
    name = name_at(plain, start)
    if name is not None and name.end >= end:
        yield Place(Span(start, end), plain[start:end])


def _one_is_known(match: re.Match[str], index: Index, *names: str) -> bool:
    return any(_is_place(index, match[name]) for name in names)


def _is_place(index: Index, name: str) -> bool:
    entry = index.entry_of(name)
    return entry is not None and entry.type is FactType.PLACE


def _before_known(plain: str, ends: Mapping[int, int], doubtful: Collection[int]) -> Iterator[Place]:
    """The names that stand before a known place in a list, when at least half of the list is known."""
    for start, end in ends.items():
        if start in doubtful:
            continue
        found, known = _walk_back(plain, start, ends)
        if not found:
            continue
        following, known_after = _walk_on(plain, end, ends)
        total = len(found) + 1 + len(following)
        if 2 * (known + 1 + known_after) >= total and (total > 2 or known):
            yield from found
            yield from following


def _walk_back(plain: str, position: int, ends: Mapping[int, int]) -> tuple[list[Place], int]:
    found: list[Place] = []
    known = 0
    while True:
        low = max(0, position - _WINDOW)
        match = _LIST_BEFORE.search(plain[low:position].replace("\n", " "))
        if match is None:
            return found, known
        start, end = low + match.start("name"), low + match.end("name")
        if ends.get(start) == end:
            known += 1
        elif not _may_be_listed(plain, start, end):
            return found, known
        found.append(Place(Span(start, end), plain[start:end]))
        position = start


def _may_be_listed(plain: str, start: int, end: int) -> bool:
    name = name_at(plain, start)
    if name is None or name.end != end or "\n" in plain[start:end]:
        return False
    words = re.findall(CAPITAL, plain[start:end])
    if any(is_given_name(word) or is_family_name(word) for word in words):
        return False
    left = before(plain, start, 3).rstrip('"* ')
    return (
        bool(left)
        and left[-1] not in ".!?:;|-\t"
        and not re.search(r"(?:M|Mme|MM|Dr)\.? $", before(plain, start, 5))
    )


def _walk_on(plain: str, position: int, ends: Mapping[int, int]) -> tuple[list[Place], int]:
    listed: list[Place] = []
    known = 0
    while following := NEXT.match(plain, position):
        at = following.end()
        end = ends.get(at)
        name = Span(at, end) if end else name_at(plain, at)
        if name is None or is_of_people(plain, name):
            break
        listed.append(Place(name, plain[name.start : name.end]))
        known += end is not None
        position = name.end
    return listed, known
