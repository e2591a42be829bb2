"""Programmes by the way a text speaks of them: « projet SDNM III », « Programme d’appui à … », MLI/801."""

import re
from collections.abc import Iterator

from jalon.core.reading.entities.acronyms import ACRONYM, MIXED, NEVER_NAMES
from jalon.core.reading.entities.names import words_of
from jalon.core.reading.entities.words import CAPITAL, LOWER, UPPER, fold, heads, worded
from jalon.core.reading.facts import Span

_S = r"(?: +| *\n *(?!\n))"
_PHASE = r"(?:[ \t-]?(?:,?[ \t]?[Pp]hase[ \t])?(?:[IVX]{1,4}|[0-9])(?![\w.,]))?"
_HEAD = heads("[Pp]rojets?|[Pp]rogrammes?|PROJETS?|PROGRAMMES?|[Ii]nitiative")

_SHORT = re.compile(
    rf"{_HEAD}{_S}[\"*]*((?:{MIXED}|{ACRONYM})(?:[ /-][0-9]{{3,4}}(?![0-9]))?{_PHASE})(?![\w])"
)
_TITLE = re.compile(
    rf"[Pp](?<![\w-].)(?:rojet|rogramme) +((?:{CAPITAL}[-\w]*)(?:[ \t]{CAPITAL}[-\w]*){{0,3}}(?:[ "
    rf"\t][Pp]hase[ \t](?:[IVX]+|[0-9]))?)"
)
_CODE_OF = re.compile(r"[Cc]ode (?:du |de )?$")
_CODE = re.compile(r"[A-Z](?<![\w/-].)[A-Z]{2}/[0-9]{3}(?![\w/-])")
_EXPLAINED = re.compile(
    rf"[Pp](?<![\w-].)(?:rojet|rogramme){_S}\"?(?=[{UPPER}])([^.;:()\"\n]{{8,160}}(?:\n[^.;:()"
    rf"\"\n]{{3,120}})?)\"?\s?\(({ACRONYM}|{MIXED})\)"
)
_IN_QUOTES = re.compile(r"\"\s?((?:[Pp]rojet|[Pp]rogramme) [^\"\n]{20,240})\s?\"")
_QUOTED = re.compile(
    rf"{_HEAD}(?:{_S}(?:intitulé|dénommé|nommé|appelé|phare|pilote|conjoint|régional|transfrontalier|"
    rf"baptisé))?(?:{_S}:)?{_S}?\"{_S}?([^\"\n]{{4,200}}?)\s*\""
)
_LISTED = re.compile(rf"[Pp](?<![\w-].)rogrammes?{_S}(?:de coopération{_S})?(?=[{UPPER}][{LOWER}]+[ \t]\w)")
_LISTED_NAME = re.compile(
    rf"[{UPPER}][{LOWER}]+(?:{_S}(?!(?:et{_S}[{UPPER}]))(?:[{LOWER}][{LOWER}'-]*)(?<![.,;:])){{1,9}}"
)
_FORMAL = re.compile(
    rf"(?<![\w-])(?:(?<=le )|(?<=du )|(?<=au )|(?<=Le )|(?<=Du )|(?<=Au )|(?<=ce )|(?<=la )|(?<=La )|"
    rf"(?<=le\n)|(?<=du\n)|(?<=\")|(?<=l'))"
    rf"(?:Projet|Programme|Facilité|Initiative){_S}"
    rf"(?=(?:conjoint|national|régional|régionale|intégré|intégrée|pilote|multinational|spécial|sahélien|de|"
    rf"d'|pour|Régional|Régionale|National|"
    rf"Intégré|D'|Conjoint|Sectoriel|sectoriel)\b)"
)
_STARTING = re.compile(
    rf"(?:^|\n)[ \t*]*(?:(?:Intitulé|Titre|Nom|Dénomination)(?: du projet| de l'action| du programme)? ?: ?)?"
    rf"((?:Projet|Programme){_S}(?=(?:de|d'|pour|[Nn]ational|[Rr]égional|[Ii]ntégré)\b)[^\n.;:|\t]{{12,200}})"
)
_SENTENCE = worded(
    rf"(?<![\w-])(?:du|le|au) projet ([{UPPER}][{LOWER}]+ (?:des|aux|de la|de l'|et)\b"
    r"[^.,;:()\n\"]{4,60})[.,;]"
)
_FACILITY = re.compile(r"Facilité(?<![\w-]Facilité)[ \n]+(?=(?:[Rr]égionale|[Nn]ationale|de|pour)\b)")
_HEADING = re.compile(r"(?m)^[ \t*#]*(?:LE |LA )?((?:PROJET|PROGRAMME)\b[^\n]{8,220})$")
_CUE_BEFORE = re.compile(
    rf"(?i:comité de pilotage|comité technique|comité de suivi|copil|accord de financement|unité de gestion|"
    rf"unité de coordination|"
    rf"coordonnat(?:eur|rice)|coordinat(?:eur|rice)|composantes?|communes cibles|communes partenaires|"
    rf"zones? d'intervention|"
    rf"mise en œuvre|rencontre|lancement|clôture|démarrage|activités|bénéficiaires|cadre|évaluation)"
    rf"(?:{_S}(?:national|régional|nationale|régionale|finale|officiel|à mi-parcours|"
    rf"prioritaires))?{_S}$"
)
_CUE = re.compile(
    rf"d(?<!\wd)u{_S}"
    rf"((?:{MIXED}|{ACRONYM}){_PHASE}|[{UPPER}][{LOWER}]{{4,9}}(?=[ .,;]))(?![\w])"
)
_END = re.compile(
    r"[.;:!?()\"|\t]|,(?!\s*(?:de|d'|des|du|la|le|l'|phase|Phase|fenêtre|Fenêtre|et)\b)|\n[ \t]*\n|"
    r"\n[ \t]*[-•*]|"
    r"(?<=\s)(?:dans|qui|que|dont|a|ont|est|sont|vise|visent|sera|seront|doit|doivent|se|s'est|s'|n'|"
    r"au profit|prévoit|intervient|permet|"
    r"permettra|permettant|affiche|avec|par|afin|financé|financée|mis|mise|couvre|touche|ayant|lancé|où|"
    r"était|avait|"
    r"lors|depuis|pendant|à travers|en (?=[0-9]|cours)|tenue?|tel|telle|dénommé|d'un montant|d'une durée|"
    r"pour un (?:montant|coût)|"
    r"soutient|appuie|accompagne|finance|contribue|continuent?|devra|devront|doivent|travaille|figure|porte|"
    r"comprend|comporte)\b"
)
_WORDS_MIN = 4
_NOT_TITLES = frozenset(fold(word) for word in words_of("lexicon.txt", "not titles"))


def programmes_in(plain: str) -> Iterator[tuple[Span, str]]:
    """Yield (characters, kind) of what a text calls a programme: kind is `acronym`, `code` or `name`."""
    for match in _CODE.finditer(plain):
        yield Span(*match.span()), "code"
    for match in _SHORT.finditer(plain):
        if is_acronym_of_programme(match[1]) and not _CODE_OF.search(
            plain, match.start() - 12, match.start()
        ):
            yield Span(*match.span(1)), "acronym"
    for match in _TITLE.finditer(plain):
        if (
            not match[1].isupper()
            and fold(match[1].split()[0]) not in _NOT_TITLES
            and not _goes_on_small(plain, match.end())
        ):
            yield Span(*match.span(1)), "name"
    for match in _EXPLAINED.finditer(plain):
        if fold(match[2][0]) in (fold(match[1][0]), "p") and not _END.search(match[1]):
            yield Span(match.start(1), match.start(1) + len(match[1].rstrip())), "name"
            yield Span(*match.span(2)), "cue"
    for match in _IN_QUOTES.finditer(plain):
        yield Span(match.start(1), match.start(1) + len(match[1].rstrip())), "name"
    for match in _QUOTED.finditer(plain):
        if match[1][0].isupper():
            yield Span(*match.span(1)), "name"
    yield from _listed(plain)
    for pattern in (_FORMAL, _FACILITY):
        for match in pattern.finditer(plain):
            yield from _formal(plain, match)
    for match in _STARTING.finditer(plain):
        name = re.split(r" [–(-]| - ", match[1])[0].rstrip()
        stop = _END.search(name)
        name = _without_tail(name[: stop.start()] if stop else name)
        if len(re.findall(rf"(?<![\w'])[{UPPER}][{LOWER}]{{2,}}", name.replace("'", " "))) > 2:
            yield Span(match.start(1), match.start(1) + len(name)), "name"
    for match in _SENTENCE.finditer(plain):
        if (
            fold(match[1].split()[0]) not in _NOT_TITLES
            and len(match[1].split()) <= 8
            and not _END.search(match[1])
        ):
            yield Span(*match.span(1)), "name"
    for match in _HEADING.finditer(plain):
        words = re.findall(r"[^\W\d_]{2,}", match[1])
        if len(words) >= _WORDS_MIN and sum(word.isupper() for word in words) > 0.9 * len(words):
            yield Span(*match.span(1)), "name"
    for match in _CUE.finditer(plain):
        named = is_acronym_of_programme(match[1]) and fold(match[1]) not in _NOT_TITLES
        if named and _CUE_BEFORE.search(plain, max(0, match.start() - 70), match.start()):
            yield Span(*match.span(1)), "cue"


def is_acronym_of_programme(name: str) -> bool:
    """Whether capitals may name a programme: no notion, no roman number."""
    first = re.split(r"[ /_-]", name)[0]
    return name.split()[0] not in NEVER_NAMES and first not in NEVER_NAMES and len(name) > 2


def _goes_on_small(plain: str, end: int) -> bool:
    """« projet Accès des femmes à l'eau »: the words after are of the name; the first alone names nothing."""
    return re.match(rf"{_S}(?:des|aux)\b", plain[end : end + 12]) is not None


def _listed(plain: str) -> Iterator[tuple[Span, str]]:
    for match in _LISTED.finditer(plain):
        position = match.end()
        while True:
            name = _LISTED_NAME.match(plain, position)
            if not name or fold(name[0].split()[0]) in _NOT_TITLES:
                break
            stop = _END.search(plain, position, name.end())
            end = stop.start() if stop else name.end()
            end = position + len(_without_tail(plain[position:end]))
            if len(plain[position:end].split()) > 1:
                yield Span(position, end), "name"
            following = re.compile(rf"{_S}et{_S}(?=[{UPPER}][{LOWER}])").match(plain, end)
            if not following:
                break
            position = following.end()


_TAIL = re.compile(r"\s+(?:et|de|du|des|d'|la|le|les|l'|en|à|au|aux|pour|sur|dans)$")


def _without_tail(name: str) -> str:
    name = name.rstrip(" \n\t,-")
    while _TAIL.search(name):
        name = _TAIL.sub("", name).rstrip(" \n\t,-")
    return name


def _formal(plain: str, match: re.Match[str]) -> Iterator[tuple[Span, str]]:
    stop = _END.search(plain, match.end(), match.end() + 260)
    end = stop.start() if stop else min(len(plain), match.end() + 260)
    name = _without_tail(plain[match.start() : end])
    if len(re.findall(r"[^\W\d_]{3,}", name)) >= _WORDS_MIN - (match[0].startswith("Facilité")):
        yield Span(match.start(), match.start() + len(name)), "name"
