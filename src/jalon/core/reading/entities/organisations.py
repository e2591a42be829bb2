"""Organisations by the form of their name: « Ministère de … », « Direction régionale de … », « ONG X ».

A name begins with a head that says what it is and goes on while its words may be a name's.
"""

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from jalon.core.reading.entities.names import read_names, words_of
from jalon.core.reading.entities.people import is_given_name
from jalon.core.reading.entities.words import CAPITAL, LOWER, UPPER, fold, heads, is_capitals, key_of, worded
from jalon.core.reading.facts import Span

_S = r"(?: +| *\n *(?!\n))"
_WIDE = (
    r"(?:générale?|nationale?|régionale?|départementale?|communale?|provinciale?|centrale?|technique|"
    r"adjointe?|interrégionale?|internationale?|préfectorale?|locale?|cantonale?|zonale?)"
)
_DEMONYM = (
    r"(?:suisse|allemande?|luxembourgeoise?|française?|français|italienne?|espagnole?|danoise?|belge|"
    r"canadienne?|"
    r"néerlandaise?|autrichienne?|norvégienne?|suédoise?|japonaise?|américaine?|turque|coréenne?|chinoise?|"
    r"malienne?|malien|nigérienne?|nigérien|burkinabè|burkinabé|sénégalaise?|sénégalais|tchadienne?|tchadien|"
    r"mauritanienne?|béninoise?|béninois|togolaise?|togolais|ivoirienne?|ivoirien|guinéenne?|guinéen|italien|"
    r"luxembourgeois|danois|norvégien|canadien|allemand|espagnol|algérienne?|algérien|marocaine?|marocain|"
    r"saoudienne?|chérifien(?:ne)?|tunisien(?:ne)?|égyptien(?:ne)?|ghanéen(?:ne)?|nigérian?e?|gambien(?:ne)?|"
    r"camerounaise?|camerounais|congolaise?|congolais|gabonaise?|gabonais|centrafricaine?|mauritanien|autrichien|suédois|japonais|américain|turc|coréen|chinois|néerlandais|finlandais|irlandais|"
    r"portugaise?|portugais|indienne?|indien|koweïtienne?|koweïtien|qatarie?|émiratie?|brésilienne?|brésilien|"
    r"saoudien|russe|britannique|finlandaise?|irlandaise?|monégasque|européenne?)"
)

_MINISTRY = re.compile(
    rf"[Mm](?<![\w-].)inistères?(?:{_S}(?:délégué|d'État|fédéral|"
    rf"{_DEMONYM})){{0,2}}(?:{_S}(?:(?:en{_S}charge|chargée?)"
    rf"{_S})?)(?=(?:de|du|des|en)\b|d')"
    rf"|M(?<![\w-].)INIST[EÈ]RE{_S}(?=DE|DU|DES|D')"
)
_OFFICE = re.compile(
    heads(
        "[Dd](?i:irection)|[Ss](?i:ous-?direction)|[Ss](?i:ecrétariat)|[Aa](?i:gence)|[Ii](?i:nspection)|"
        "[Dd](?i:élégation)|[Cc](?i:oordination)|[Cc](?i:ommissariat)|[Cc](?i:ellule)|[Ss](?i:ervice)|"
        "[Dd](?i:ivision)"
    )
    + rf"(?i:{_S}(?:{_WIDE}|{_DEMONYM})(?:{_S}(?:{_WIDE}|{_DEMONYM}))?{_S}"
    rf"(?=(?:de|du|des|à|aux|pour)\b|d'|l'))"
)
_NATIONAL = re.compile(rf" {_DEMONYM} ")
"""« LuxDev, l'agence luxembourgeoise pour … » says what a body is; it does not name another."""

_COUNCIL = re.compile(
    "[CcMmGgSsPpUuAa](?<![\\w-].)"
    rf"(?:(?<=[Cc])onseil{_S}(?:[Rr]égional|[Cc]ommunal|[Mm]unicipal|[Dd]épartemental|[Gg]énéral|"
    rf"[Pp]rovincial)|"
    rf"(?<=[Cc])onseil{_S}de{_S}[Cc]ercle|(?<=[Mm])airie|(?<=[Gg])ouvernorat|"
    r"(?:(?<=à la .)|(?<=par la .)|(?<=avec la .)|(?<=locaux de la .)|(?<=réunion de la .)|(?<=: .))"
    r"(?:(?<=[Ss])ous-[Pp]|(?<=[Pp]))r[ée]fecture|"
    rf"(?<=[Cc])hambre{_S}(?:régionale{_S})?"
    rf"(?:d'[Aa]griculture|de{_S}[Cc]ommerce|des{_S}[Mm]étiers)|(?<=[Uu])niversité|"
    rf"(?<=[Aa])cadémie{_S}d'[Ee]nseignement|"
    rf"(?<=[Cc])entre{_S}d'[Aa]nimation{_S}[Pp]édagogique){_S}(?:de{_S}(?:la{_S}|l')?|d'|du{_S}|des{_S})"
)
_EMBASSY = re.compile(
    rf"[Aa](?<![\w-].)mbassade{_S}(?=de\b|du\b|des\b|d')|[Cc](?<![\w-].)onsulat(?:{_S}[Gg]énéral)?{_S}(?=de\b|du\b|des\b|d')"
)
_GOVERNMENT = worded(
    rf"(?<![\w-])(?:[Gg]ouvernement|[Cc]oopération|[Aa]mbassade|"
    rf"[Cc]roix-[Rr]ouge){_S}(?:fédéral{_S})?({_DEMONYM})(?![\w])"
)
_STATE = re.compile(
    rf"(?<![\w-])[ÉE]tat{_S}(?:({_DEMONYM})(?![\w])|(?:du{_S}|de{_S}(?:la{_S}|l')?|d')(?={CAPITAL}))"
)
_AMPERSAND = re.compile(
    rf"(?<![\w-])(?:de |d'|par |chez |avec |association |ONG |\n)({CAPITAL} & {CAPITAL})(?![\w-])"
)
_GOVERNMENT_OF = worded(rf"(?<![\w-])(?:[Gg]ouvernement|GOUVERNEMENT){_S}(?=(?:de|du|des)\b|d')")
_CAPITAL_HEAD = worded(
    r"(?<![\w-])(?:Agence|Agences|Autorité|Association|Organisation(?! +(?:du|de la|d'un))|Fédération|"
    r"Confédération|Union|Réseau|Fondation|"
    r"Office|Institut|Centre|Commission|Commissariat|Société|Compagnie|Caisse|Mouvement|Chambre|Banque|"
    r"Fonds|Haut[- ]Commissariat|Haute Autorité|Haut Conseil|Conseil|Cour|Assemblée|Alliance|Collectif|"
    r"Plateforme|"
    r"Consortium|Coopérative|Communauté|Délégation|Direction|Inspection|Observatoire|"
    r"Laboratoire|Groupement|Syndicat|Secrétariat|Mutuelle|Coordination|Coalition|"
    r"École(?= (?:[Nn]ationale|[Ss]upérieure|[Nn]ormale|[Ii]nter-|[Pp]olytechnique)))(?=[ \t\n])"
)
_PEOPLE = (
    r"(?:femmes|productrices|producteurs|maraîch(?:ers|ères)|éleveu(?:rs|ses)|pêcheurs|agriculteurs|"
    r"agricultrices|paysans|jeunes|"
    r"parents|maires|municipalités|coopératives|usagers|exploitants|transformatrices|artisans|"
    r"commerçant(?:s|es)|"
    r"rizicult(?:eurs|rices)|journalistes|élus|juristes|radios|consommateurs|personnes handicapées|veuves|"
    r"étudiants|"
    r"organisations|groupements|opérateurs|retraités|enseignants|étuveuses|apiculteurs|pépiniéristes|"
    r"semenciers|"
    r"professionnels|promoteurs|entrepreneurs|collectivités|mères|handicapés|sages-femmes|infirmiers|"
    r"médecins|avocats|ressortissants|natifs|originaires|migrants|habitants|anciens|élèves|amis|artistes|"
    r"agro-éleveurs|agropasteurs|pasteurs|maîtres|aveugles|sourds|albinos|guides|filles|"
    r"ménagères|teinturières|bouchers|transporteurs|planteurs|pisciculteurs|"
    r"aviculteurs|communes|régions|potières|savonnières|mareyeurs|mareyeuses|exploitantes|"
    r"propriétaires|victimes|usagères|déplacés|volontaires|caisses|irrigants|ruraux|rurales)"
)
_GROUP = worded(
    rf"(?<![\w-])(?:Union|Réseau|Association|Fédération|Confédération|Coopérative|Collectif|Coordination|"
    rf"Syndicat|Mutuelle|Faîtière|"
    rf"Plateforme|Société coopérative|Groupement|Organisation)(?:{_S}(?:{_WIDE}|{_DEMONYM}|"
    rf"interprofessionnelle|villageoise)){{0,2}}"
    rf"{_S}(?:des|de|d'){_S}?{_PEOPLE}(?:{_S}(?:leaders|rurales|ruraux|urbaines|entrepreneures|juristes|handicapées)(?!\w))?"
)
_ADJECTIVE = (
    r"(?:locale?|locaux|rurale?|ruraux|sociale?|sociaux|durable|économique|agricoles?|publics?|publiques?|"
    r"naturelles?|potable|humaine?|humaines|régionale?|nationale?|communale?|professionnelle?|technique|féminine?|"
    r"industriels?|alimentaires?|animales?|végétales?|sanitaires?|pastorale?|environnementale?|numériques?)"
)
_PURPOSE_STEP = (
    rf"{_S}(?:de{_S}la{_S}|de{_S}l'|des{_S}|du{_S}|de{_S}|d'|aux{_S}|à{_S}la{_S}|à{_S}l')[{LOWER}]{{3,}}"
    rf"(?:{_S}{_ADJECTIVE})?(?:{_S}et{_S}{_ADJECTIVE})?(?![\w'])"
)
_SPELLED = re.compile(
    heads("Office|Agence|Institut|Autorité|Observatoire|Union", "(?<=[lLdD]'.)")
    + rf"(?:(?:{_S}(?:{_WIDE}|{_DEMONYM})){{1,2}}(?:{_PURPOSE_STEP}){{1,3}}|"
    rf"(?<!Union)(?:{_PURPOSE_STEP}){{2,3}})"
)
"""« l'Office chérifien des phosphates »: a capital after an article, then small words of its purpose."""
_BRIGADE = re.compile(rf"(?<![\w-])[Bb]rigade(?:{_S}[{LOWER}]+)?{_S}(?:de{_S}|d')(?={CAPITAL})")
_STEP = re.compile(rf"{_S}(?:et{_S})?(?:de{_S}(?:la{_S}|l')?|du{_S}|des{_S}|en{_S}|d'|à{_S}|aux?{_S})")
_SMALL_WORD = re.compile(rf"[{LOWER}][{LOWER}-]+")
_INSTITUTION = re.compile(
    rf"(?<=[ \n'(])(?:Inspection|Office|Direction|Trésor|Service|Banque|Division|Commissariat){_S}(?=(?:de|"
    rf"du|des|d')\b|d'|[{LOWER}])"
)
_AFTER_ARTICLE = re.compile(r"(?:\bl'|\b(?:la|le|du|au) |: )$")
_CALLED = worded(
    rf"(?<![\w-])(?:ONG|O\.N\.G\.|ONGs?|[Aa]ssociations?|[Ff]ondations?|[Cc]oopératives?|[Ss]ociétés?|"
    rf"[Ee]ntreprises?|"
    rf"[Cc]abinets?|[Cc]aisses?|[Bb]ureaux? d'études|[Bb]anque|[Gg]roupement|[Uu]nion|[Ff]édération|"
    rf"[Cc]onsortium|"
    rf"[Bb]ureau|[Oo]pérateurs?|[Rr]éseau|[Mm]utuelle|[Rr]adio|GIE|SCOOPS|[Gg]roupe|[Oo]rganisation|[Ss]tructure|ETS|"
    rf"Ets)"
    rf"(?:{_S}(?:internationale?s?|nationale?s?|locale?s?|nationaux|locaux|féminine?s?|de femmes|des femmes|"
    rf"de jeunes|partenaires?|"
    rf"{_DEMONYM}|humanitaire|faîtière|simplifiée|agricole|maraîchère|rizicole|mixte|paysanne|villageoise))*"
    rf"(?:{_S}(?:dénommée?s?|appelée?s?|nommée?s?))?{_S}[\"(]?(?={CAPITAL}[\w])"
)
_CALLED_NAME = re.compile(
    rf"{CAPITAL}(?:[-'&/+]?[{UPPER}{LOWER}0-9]+)*(?:[ \t](?:{CAPITAL}(?:[-'&/]?[{UPPER}{LOWER}0-9]+)*|&|"
    rf"et {CAPITAL}[\w]*(?= International)))*"
)
_GENERIC = frozenset(fold(word) for word in words_of("lexicon.txt", "generic"))
DOMAIN = frozenset(fold(word) for word in words_of("lexicon.txt", "domains"))
_NOT_JOINED = DOMAIN | frozenset(
    ["suivi", "evaluation", "recherche", "genre", "audit", "risques", "hygiene", "impact"]
)
_CONNECTED = re.compile(
    rf"{_S}?(?:(?:,{_S})?(?:chargée?{_S}(?:de|des|du)|de|du|des|la|le|les|et|en|à|au|aux|pour|sur|"
    rf"contre){_S}|(?:,{_S})?(?:d|l)'|,{_S}|-)"
    rf"(?:(?:de|la|le|les|des|du|pour){_S}|(?:d|l)')*",
    re.IGNORECASE,
)
_BODY_HEADS = words_of("lexicon.txt", "body heads")
_ALONE = frozenset(
    fold(line.canonical) for line in read_names("lexicon.txt") if line.head == "common bodies alone"
)
_WORD = re.compile(r"(?:[DLdl]')?([^\W\d_][\w]*(?:-[^\W\d_][\w]*)*)")
_STOPPERS = frozenset(fold(word) for word in words_of("lexicon.txt", "stoppers"))
_PLACE_PREPOSITION = re.compile(r"(?:de|du|d'|des|au|à|aux|en)\s*$")

IsPlace = Callable[[int, int], int]
"""The end of the place that begins at a position, 0 when none does."""


def patterned(plain: str, is_place: IsPlace) -> Iterator[Span]:
    """Yield the organisations named by a head and what follows, in no order; they may overlap."""
    for match in _MINISTRY.finditer(plain):
        yield from _whole(plain, match, goes_on(plain, match.end(), is_place, lower=True, place=False))
    for match in _OFFICE.finditer(plain):
        common = match[0][0].islower() and _NATIONAL.search(match[0]) is not None
        end = goes_on(plain, match.end(), is_place, lower=True, place=True, free=match[0][0].isupper())
        if not common and (not is_capitals(plain, *match.span()) or _is_line(plain, match.start(), end)):
            yield from _whole(plain, match, end)
    for match in _COUNCIL.finditer(plain):
        yield from _whole(plain, match, _places_end(plain, match.end(), is_place))
    for match in _EMBASSY.finditer(plain):
        yield from _whole(plain, match, _embassy_end(plain, match.end(), is_place))
    for match in _GOVERNMENT.finditer(plain):
        yield Span(*match.span())
    for match in _STATE.finditer(plain):
        yield from _whole(plain, match, match.end() if match[1] else is_place(match.end(), match.end()))
    for match in _AMPERSAND.finditer(plain):
        if not any(fold(word) in _NOT_JOINED or word.isupper() for word in match[1].split(" & ")):
            yield Span(*match.span(1))
    for match in _GOVERNMENT_OF.finditer(plain):
        yield from _whole(plain, match, _places_end(plain, _past_article(plain, match.end()), is_place))
    for match in _CAPITAL_HEAD.finditer(plain):
        yield from _headed(plain, match, is_place)
    for match in _SPELLED.finditer(plain):
        yield Span(*match.span())
    for match in _BRIGADE.finditer(plain):
        yield from _whole(plain, match, is_place(match.end(), match.end()))
    for match in _GROUP.finditer(plain):
        if not is_capitals(plain, *match.span()):
            yield Span(match.start(), _group_end(plain, match.end(), is_place))
    for match in _INSTITUTION.finditer(plain):
        if _AFTER_ARTICLE.search(plain[max(0, match.start() - 4) : match.start()].replace("\n", " ")):
            yield from _whole(plain, match, goes_on(plain, match.end(), is_place, lower=True, place=True))


def _is_line(plain: str, start: int, end: int) -> bool:
    """Whether a name is a whole line, as in a heading."""
    begin, stop = plain.rfind("\n", 0, start) + 1, plain.find("\n", end)
    return not plain[begin:start].strip() and not plain[end : stop if stop >= 0 else len(plain)].strip()


def called(plain: str, is_place: IsPlace) -> Iterator[Span]:
    """Yield the names that follow what they name: « ONG X », « association X », « cabinet X »."""
    for match in _CALLED.finditer(plain):
        yield from _called(plain, match, is_place)


_LISTED = worded(
    r"(?<![\w-])(?:entreprises|ONG|associations|organisations|coopératives|sociétés|structures|opérateurs|"
    r"banques|organismes|"
    r"bailleurs|institutions|SFD|fédérations|unions|caisses|mutuelles|agences|cabinets|partenaires)"
    rf"(?:{_S}(?:locaux|locales|nationales?|internationales?|retenue?s|partenaires|"
    rf"bailleurs de fonds|de fonds|d'appui|techniques et financiers))?"
    rf"{_S}?(?::|\(){_S}?(?={CAPITAL})"
)
_LISTED_NAME = re.compile(
    rf"{CAPITAL}[\w&'-]*(?:[ ](?:(?:du|de|des|de la|&) )?{CAPITAL}[\w&'-]*){{0,4}}(?![\w'-])"
)
_AND = re.compile(rf"{_S}?,{_S}(?:et{_S})?|{_S}et{_S}|{_S}ainsi que{_S}")


def listed(plain: str) -> Iterator[Span]:
    """Yield the names listed after a plural: « quatre entreprises : X, Y et Z »; two at least."""
    for match in _LISTED.finditer(plain):
        found: list[Span] = []
        position = match.end()
        while name := _LISTED_NAME.match(plain, position):
            if fold(re.split(r"[ '-]", name[0])[0]) in _GENERIC or is_capitals(plain, *name.span()):
                break
            found.append(Span(*name.span()))
            following = _AND.match(plain, name.end())
            if not following:
                break
            position = following.end()
        if len(found) > 1:
            yield from found


def _group_end(plain: str, end: int, is_place: IsPlace) -> int:
    """« des producteurs » ‖ « de riz de la région de Gao »: small words, and a place at the end."""
    for _ in range(5):
        step = _STEP.match(plain, end)
        if not step:
            break
        place = is_place(step.end(), step.end()) or (
            _places_end(plain, step.end(), is_place) if "d" in step[0] else 0
        )
        if place:
            abroad = re.compile(rf"{_S}(?:en|au|aux|à){_S}").match(plain, place)
            return (is_place(abroad.end(), abroad.end()) or place) if abroad else place
        word = _SMALL_WORD.match(plain, step.end())
        if not word:
            break
        end = word.end()
    return end


def _whole(plain: str, match: re.Match[str], end: int) -> Iterator[Span]:
    if end > match.end() or (end == match.end() and match.re is _STATE):
        yield Span(match.start(), end)


_ARTICLE = re.compile(
    rf"(?:(?:de|du|des|au|aux|à|en|la|le|les|pour){_S}|(?:d|l)'|la{_S}|République{_S}(?:du|de){_S}|"
    rf"Royaume{_S}(?:du|de){_S})*",
    re.IGNORECASE,
)


def _past_article(plain: str, position: int) -> int:
    match = _ARTICLE.match(plain, position)
    return match.end() if match else position


def _places_end(plain: str, position: int, is_place: IsPlace) -> int:
    """The end of the place at a position, known or not (a capitalised word), 0 when there is none."""
    end = is_place(position, position)
    if end:
        return end
    word = _PLACE_NAME.match(plain, position)
    if not word or len(word[0]) < 3:
        return 0
    return word.end() if fold(word[0]) not in _GENERIC or _QUARTER.match(word[0]) else 0


_PLACE_NAME = re.compile(rf"{CAPITAL}(?:-{CAPITAL})*(?!-[{LOWER}])")
_QUARTER = re.compile(r"(?:Est|Ouest|Nord|Sud|Centre)\b")


def _embassy_end(plain: str, position: int, is_place: IsPlace) -> int:
    end = _places_end(plain, _past_article(plain, position), is_place)
    at = re.compile(rf"{_S}(?:au|en|à|aux){_S}").match(plain, end) if end else None
    return (is_place(at.end(), at.end()) or end) if at else end


def goes_on(
    plain: str, position: int, is_place: IsPlace, *, lower: bool, place: bool, free: bool = False
) -> int:
    """The end of a name whose head ends at a position; `lower` lets words of ministries be written small,
    `place` lets it end with a place (« Direction régionale de la Santé de Ségou »)."""
    end = position
    words = 0
    while words < 16:
        connected = (
            _CONNECTED.match(plain, end)
            if words or not plain[end - 1].isspace()
            else _ARTICLE.match(plain, end)
        )
        space = re.compile(_S).match(plain, end)
        start = connected.end() if connected and connected.end() > end else space.end() if space else end
        word = _WORD.match(plain, start)
        if not word or (word.start(1) == end and words):
            break
        between = plain[end : word.start(1)]
        place_end = is_place(word.start(1), word.start(1))
        if place_end and not word[1].islower():
            if place and words and _PLACE_PREPOSITION.search(between):
                return place_end
            if words == 0 and place:
                return place_end
            break
        if not _may_go_on(word[1], between, lower=lower, first=words == 0, free=free):
            break
        end = word.end(1)
        words += 1
    return end if words else 0


def _may_go_on(word: str, between: str, *, lower: bool, first: bool, free: bool) -> bool:
    folded = fold(word)
    if len(word) == 1:
        return False
    if word[0].isupper():
        if "," in between and (is_given_name(word) or re.search(r",\s+(?:l[ea]\s|l')$", between)):
            return False
        joins = "et " in between or "," in between
        return folded not in _STOPPERS and not (joins and word.isupper() and len(word) > 1)
    if free and first:
        return folded not in _STOPPERS
    parts = folded.split()
    known = all(part in DOMAIN for part in parts)
    return known and (lower or not first)


def _headed(plain: str, match: re.Match[str], is_place: IsPlace) -> Iterator[Span]:
    """A head and another capital word that is no place: « Union nationale des Coopératives »."""
    end = _headed_end(plain, match.end(), is_place)
    if not end or is_capitals(plain, *match.span()):
        return
    rest = plain[match.end() : end]
    capitals = [
        word
        for word in re.findall(rf"(?<![\w'-]){CAPITAL}", rest.replace("'", " "))
        if fold(word) not in _GENERIC
    ]
    known_places = _count_places(plain, match.end(), end, is_place)
    if len(capitals) > known_places and capitals:
        yield Span(match.start(), end)


_SMALL_STEP = re.compile(
    rf"{_S}(?:((?:(?:de|du|des|la|le|les|et|en|à|au|aux|pour|sur|contre|dans|sans){_S}|(?:d|l)')*)"
    rf"((?:[{UPPER}][\w]*|{_DEMONYM}|nationale?|régionale?|générale?|internationale?|mondiale?|africaine?|"
    rf"centrale?|publique|"
    rf"interprofessionnelle?|départementale?|communautaire|multinationale?)(?:[-'][^\W\d_][\w]*)*))"
)


_WIDE_WORDS = frozenset(
    ["national", "nationale", "nationales", "international", "internationale", "internationales", "locale"]
)
_JOINED = re.compile(r"\bet\s+((?:la|le|les)\s|l')?")


def _begins_another(word: str) -> bool:
    """Whether a word after « et » begins another name: « Réseau Femmes ‖ et du Comité … »."""
    folded = fold(re.split(r"['-]", word)[0])
    return folded in _GENERIC or folded in _BODY_HEADS


_COMMON = tuple(fold(line.canonical) for line in read_names("lexicon.txt") if line.head == "common bodies")


def is_common(name: str) -> bool:
    """Whether a name with capitals is a common noun: « Société Civile », « Banque de Céréales de Gao »."""
    folded = fold(" ".join(name.split()))
    return folded.startswith(_COMMON) or folded in _ALONE


def _headed_end(plain: str, position: int, is_place: IsPlace) -> int:
    end, words = position, 0
    while words < 14:
        step = _SMALL_STEP.match(plain, end)
        if not step or fold(step[2]) in _STOPPERS:
            break
        small, word = step[1], step[2]
        place_end = is_place(step.start(2), step.start(2)) if word[0].isupper() else 0
        joined = _JOINED.search(small)
        if joined and (joined[1] or place_end or word.isupper() or _begins_another(word)):
            break
        if not small.strip() and word[0].isupper() and fold(word) in _GENERIC - _WIDE_WORDS:
            break
        end, words = place_end or step.end(), words + 1
    return end if words else 0


def _count_places(plain: str, start: int, end: int, is_place: IsPlace) -> int:
    found, position = 0, start
    for word in re.finditer(rf"(?<![\w-]){CAPITAL}", plain[start:end]):
        if start + word.start() >= position:
            place_end = is_place(start + word.start(), start + word.start())
            if place_end:
                found += len(re.findall(rf"(?<![\w'-]){CAPITAL}", plain[start + word.start() : place_end]))
                position = place_end
    return found


def _called(plain: str, match: re.Match[str], is_place: IsPlace) -> Iterator[Span]:
    name = _CALLED_NAME.match(plain, match.end())
    if not name or is_capitals(plain, *name.span()):
        return
    first = re.split(r"[ \t'-]", name[0])[0]
    if fold(first) in _GENERIC or is_common(match[0] + name[0]):
        return
    weak = match[0].split()[0].casefold() in _WEAK_HEADS and "d'études" not in match[0]
    weak = weak and not (_NETWORK.match(match[0]) and " " in name[0] and not is_given_name(first))
    if weak and (is_place(name.start(), name.start()) or not re.search(rf"[{UPPER}]{{2}}", first)):
        return
    purpose = _PURPOSE.match(plain, name.end()) or _EXPLAINED.match(plain, name.end())
    yield Span(name.start(), purpose.end() if purpose else name.end())


_NETWORK = re.compile(r"[Rr]éseau $")
_PURPOSE = re.compile(
    rf" (?:pour|contre|sans)(?: (?:la|le|les)| l'(?={CAPITAL}))? ?{CAPITAL}(?: {CAPITAL}){{0,3}}(?![\w'-])"
)
_EXPLAINED = re.compile(
    rf"(?: (?:(?:en|de|du|des|et|la|le|les|pour|au|aux) |d'|l')*{CAPITAL}){{1,6}}"
    rf"(?= \((?:{CAPITAL}[{UPPER}]|[{UPPER}]\.))"
)
"""« association Amitié ‖ en Val de Loire (AVL) »"""
_WEAK_HEADS = words_of("lexicon.txt", "weak heads")


def same_organisation(first: str, second: str) -> bool:
    """Whether two spellings may name one organisation: but for accents, capitals, small words or a letter."""
    one, two = _content(first), _content(second)
    if not one or not two:
        return False
    if one == two or "".join(one) == "".join(two):
        return True
    if len(one) != len(two) or len(one) < 2:
        return False
    likeness = SequenceMatcher(None, " ".join(one), " ".join(two), autojunk=False).ratio()
    return likeness >= 0.93 and all(a[:2] == b[:2] for a, b in zip(one, two, strict=True))


_SMALL = frozenset(
    ["de", "du", "des", "d", "la", "le", "les", "l", "et", "en", "a", "au", "aux", "pour", "un", "une"]
)


def _content(name: str) -> list[str]:
    return [word for word in key_of(name) if word not in _SMALL]
