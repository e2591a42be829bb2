"""Organisations by the form of a proper name: « Amis de X », « X Trust », between quotes, after a label."""

import re
from collections.abc import Callable, Iterator

from jalon.core.reading.entities.names import read_names, words_of
from jalon.core.reading.entities.people import is_family_name, is_given_name
from jalon.core.reading.entities.words import CAPITAL, LOWER, UPPER, fold, is_capitals, worded
from jalon.core.reading.facts import Span

_S = r"(?: +| *\n *(?!\n))"
_CAPS = rf"{CAPITAL}(?:[ -]{CAPITAL}){{0,3}}"
_OF = r"(?:de la |de l'|des |du |de |d')"
_ADJECTIVE = (
    rf"(?:[{LOWER}]{{3,}}(?:aux|ales?|ives?|ifs?|ennes?|iens?|iers?|ières?|elles?|aines?|ains?|aires?|oises?|ines?"
    rf"|istes?|aises?|ais|antes?|ande?|iques?)|mixte|rurale?|suisse|belge|burkinab[èé]|locale?)"
)
_MODIFIER = rf"(?:{_ADJECTIVE}|(?:(?:de|des|du){_S}|d')(?:[{LOWER}]{{3,}}|{CAPITAL}(?:[ -]{CAPITAL})?))"
_HEAD = (
    r"(?:ONG|OSC|[Aa]ssociation|[Ff]ondation|[Cc]oopérative|[Gg]roupement|[Uu]nion|[Ff]édération|[Rr]éseau|"
    r"[Cc]ollectif|[Ss]ociété|[Ee]ntreprise|[Cc]abinet|[Bb]ureau d'études|[Oo]rganisation|[Mm]utuelle|"
    r"[Cc]aisse|[Aa]micale|[Pp]lateforme|[Ss]yndicat|[Cc]onsortium|[Ss]tructure|[Cc]lub|GIE|SCOOPS?|[Tt]roupe|[Rr]adio)s?"
)
_CALLED = re.compile(
    rf"(?<![\w-]){_HEAD}(?:{_S}{_MODIFIER}){{0,3}}(?:{_S}(?:dénommée?|appelée?|nommée?|baptisée?))?{_S}?$"
)
_QUOTED = re.compile(rf"\"[ \u00a0]?([{UPPER}0-9][^\"\n.:;?!]{{1,60}}?)[ \u00a0]?\"")
_HELPERS = (
    r"(?:bénévoles|volontaires|solidarité|développement|femmes|jeunes|parents|quartier|migrants|"
    r"ressortissants)"
)
_OF_PEOPLE = re.compile(
    rf"[Aa](?<![\w-].)ssociation (?:de |d'|des ){_HELPERS}(?: {_ADJECTIVE})? (?={CAPITAL})({_CAPS})(?![\w'-])"
)
_REGIONS = (
    "Centre(?:-Val de Loire)?|Bretagne|Normandie|Occitanie|Grand[ -]Est|[ÎI]le[ -]de[ -]France|"
    "Hauts-de-France|"
    "Pays de la Loire|Nouvelle-Aquitaine|Aquitaine|Auvergne(?:-Rhône-Alpes)?|Rhône[ -]Alpes|"
    "Bourgogne(?:-Franche-Comté)?|Franche-Comté|PACA|Provence-Alpes-Côte d'Azur|Picardie|"
    "Nord-Pas[ -]de[ -]Calais|"
    "Champagne-Ardennes?|Lorraine|Alsace|Midi-Pyrénées|Limousin|Poitou-Charentes|Languedoc-Roussillon|"
    "Basse-Normandie|Haute-Normandie|Wallonne|Bruxelles-Capitale"
)
_MEMBERS = (
    r"(?:[ée]leveurs|paysans|femmes|jeunes|associations|organisations|artisans|pêcheurs|citoyens|entreprises)"
)
_SECTORS = "Abris?|Protection|Santé|Nutrition|Éducation|Education|Logistique|Sécurité [Aa]limentaire|Eau"
_CAUSES = "(?:Amitiés?|Solidarité|Entraide|Jumelage|Coopération|Partage)"
_CAUSE = re.compile(rf"{_CAUSES}( {_CAUSES})?(?![\w'-])(?! {CAPITAL})")
_FORM = worded(
    r"(?<![\w-])(?:"
    + "|".join(
        (
            rf"Les Amis {_OF}{_CAPS}",
            rf"Amis {_OF}{_CAPS}",
            rf"Friends of (?:the )?{_CAPS}",
            rf"University of (?:the )?{_CAPS}",
            rf"Université {_CAPS}",
            r"[FSA](?:(?<=F)und(?:ación|ação)|(?<=F)ondazione|(?<=S)tichting|"
            r"(?<=A)sso(?:ciazione|ciação)|(?<=A)sociación)"
            rf"(?: (?:de |di |del |per |para |il |la |lo |e |y |in )*{CAPITAL}){{1,4}}",
            r"[LRKZIS](?:(?<=L)ions|(?<=R)otary|(?<=R)otaract|(?<=K)iwanis|(?<=Z)onta|"
            r"(?<=I)nner Wheel|(?<=S)oroptimist|(?<=L)eo)[ -][Cc]lub"
            rf"(?: (?:de |du |d'|des )?{_CAPS})?",
            rf"[Cc]omité (?:[Ll]ocal )?de [Jj]umelage{_S}(?:de |d'|du |des )"
            rf"{CAPITAL}(?:[ /-]{CAPITAL}){{0,2}}",
            r"[Cc](?:(?<=[ld][eu] c)|(?<=C))omité (?:[Ll]ocal )?de [Jj]umelage",
            rf"[Mm](?:utuelle|UTUELLE)(?: de (?:santé|solidarité|crédit))? (?:de |d'){_CAPS}",
            r"[MF](?:(?<=M)aison|(?<=F)oyer) (?:de la |de l'|des |du |de )"
            rf"{_MEMBERS}(?: (?:de |d'|du ){_CAPS})?",
            rf"Foyer {CAPITAL}(?: (?:du |de |des |la )*{CAPITAL}){{1,3}}",
            r"[GgCc](?:(?<=[Gg])lobal [Cc]luster|(?<=[Cc])luster) "
            rf"(?:[{UPPER}]{{2,}}|(?:{_SECTORS}))(?: et (?:{_SECTORS}))?",
            rf"SOS (?!OMS)[{UPPER}][{LOWER}]+(?: {CAPITAL}){{0,2}}",
            rf"Croix[- ][Rr]ouge (?:de la |de l'|du |de |d')(?:R[ée]publique )?{_CAPS}",
            r"[Cc]hambre (?:(?:régionale|nationale|provinciale|départementale|consulaire|communale) ){0,2}"
            r"(?:d'[Aa]griculture|de [Cc]ommerce(?: et d'[Ii]ndustrie)?|(?:des|de) [Mm]étiers|"
            r"d'[Aa]rtisanat)",
            r"[Cc]aisses? (?:populaire|villageoise|locale|rurale|mutuelle|d'épargne|de crédit)"
            rf"(?: (?:et de crédit|d'épargne et de crédit))? (?:de |d'|du ){_CAPS}",
            rf"[Cc]ommunauté (?:d'agglomération|de communes) (?:de la |de l'|du |des |de |d')?{_CAPS}",
            r"[SP](?:(?<=S)AN|(?<=S)yndicat d'agglomération nouvelle|(?<=P)ETR|(?<=S)IVOM) "
            rf"(?:de |d'|du ){_CAPS}",
            rf"Région (?:{_REGIONS})(?!-(?:Nord|Sud|Est|Ouest))",
            r"Délégation [Ss]péciale(?: (?:[Rr]égionale|[Cc]ommunale|[Pp]rovinciale))?",
            r"délégation spéciale (?:communale |régionale |provinciale |de la commune )"
            rf"(?:de |d'|du |des |de la |de l'){_CAPS}",
            r"Chambres (?:régionales? )?d'Agriculture",
            rf"Institutions? de [Mm]icrofinance {CAPITAL}(?: {CAPITAL}){{0,2}}",
        )
    )
    + r")(?![\w'])"
)
_TAIL = re.compile(
    r" (?:[Ss]ans [Ff]rontières?|Foundation|Trust|University|Charity|Church Aid|Ministries|Stiftung|"
    r"Consulting|Consultants|Consult|Engineering|Internazionale|e\.V\.|gGmbH|GmbH|ONLUS|Onlus|ASBL|asbl|Ltd|Inc\b|LLC|Sarl|"
    r"SARL|S\.A\.R\.L|SAS|SASU|SUARL|Métropole)(?![\w-])"
)
_LEAD = re.compile(rf"(?<![\w-]){CAPITAL}(?:[ \n-](?:of |for |and |& |the )?{CAPITAL}){{0,4}},?$")
_LEAD_REACH = 90
_DEPARTMENTS = "|".join(
    re.escape(line.canonical).replace(r"\-", "[- ]")
    for line in read_names("lexicon.txt")
    if line.head == "departments of France"
)
_ABROAD = re.compile(
    r"[Dd]épartement(?<!dans le département)(?<!dans le Département) (?:français )?"
    rf"{_OF}(?:{_DEPARTMENTS})(?![\w'-])"
)
_TOWN = re.compile(rf"\b[Ll]a[ \n](Ville{_S}(?:de{_S}|d')({_CAPS}))(?![\w'-])")
_FRENCH = frozenset(
    fold(name)
    for file in ("places.txt", "places_generated.txt")
    for line in read_names(file)
    if line.head.startswith("FR ")
    for name in line.names
)
_WHOSE = worded(r"(?<![\w-])(?:[Ss]on|[Nn]otre|[Ll]eur|[Ll]e|[Ll]'(?:ONG|association)|une?) $")
_PARTNER = re.compile(
    r"partenaire(?: (?:de mise en œuvre|de mise en oeuvre|locale?|techniques?|financi(?:er|ère)|stratégique|"
    r"opérationnel(?:le)?|d'exécution|privée?|historique|et|nationale?|malien(?:ne)?|nigérien(?:ne)?|"
    rf"tchadien(?:ne)?))*,? ({_CAPS})(?![\w'-])"
)
_SAID = re.compile(
    rf"(?: ?\((?:une |un |l')?|,{_S}(?:une |un |l'))(?:association|ONG|organisation non|fondation|"
    r"coopérative|bureau d'études|cabinet|entreprise|société de|groupement|fédération|institution de micro)"
    r"(?![\w-])"
    rf"|,{_S}(?:association|ONG|fondation) (?:qui|créée|fondée|basée|loi|à but|de droit|{_ADJECTIVE})(?!\w)"
)
_NAME_BEFORE = re.compile(rf"(?:(?<=[ldLD]')|(?<![\w'-])){_CAPS}$")
_LABEL = re.compile(
    r"(?m)^[ \t•*–-]*(?:Organisateurs?|Référents?|[EÉ]valuateurs?|"
    r"Porteurs?|Promoteurs?|Partenaires?|Bailleurs?|Financeurs?|Financements?|Maîtres? d'"
    r"(?:ouvrage|œuvre|oeuvre)|Opérateurs?|Organismes?|Organisations?|Associations?|ONG|Agences?|"
    r"Exécutant|Structures? porteuses?|"
    r"Chef de file|Mise en œuvre)(?: (?:du|de|des|la|le|d'exécution|projet|programme|mise|en|œuvre|oeuvre|"
    r"fonds|"
    r"tutelle|"
    r"loca(?:l|ux|le|les)|princip(?:al|aux)|financi(?:er|ère)s?|techniques?|et|porteuse|délégué|nationa(?:l|ux)|"
    r"nord|sud|Nord|"
    r"Sud|sur place|(?:au|en) [A-Z][a-zé]+)){0,6}[ \t*]*(?::|\t)[ \t]*"
)
_VALUE = re.compile(r"[ \t•*–-]*([^\n\t|]*)")
_ITEM = re.compile(rf"[{UPPER}][\w&'.-]*(?:[ \u00a0][\w&'/-]+){{0,9}}")
_NOTHING = frozenset(
    [
        "indefini",
        "aucun",
        "aucune",
        "neant",
        "non",
        "prives",
        "publiques",
        "publics",
        "populations",
        "communautes",
    ]
)
_OF_ACTIVITY = frozenset(
    [
        "programme",
        "projet",
        "atelier",
        "formation",
        "reunion",
        "session",
        "mission",
        "visite",
        "janvier",
        "activites",
    ]
)
_GENERIC = frozenset(fold(word) for word in words_of("lexicon.txt", "generic"))
_DOMAIN = frozenset(fold(word) for word in words_of("lexicon.txt", "domains"))
_HEADS = words_of("lexicon.txt", "body heads")

EndOfPlace = Callable[[int], int]
"""The end of the known place that begins at a position, 0 when none does."""


def formed(plain: str) -> Iterator[Span]:
    """Yield the organisations that the form of their name tells; they may overlap."""
    for match in _FORM.finditer(plain):
        if not is_capitals(plain, *match.span()):
            yield Span(*match.span())
    for match in _TAIL.finditer(plain):
        low = max(0, match.start() - _LEAD_REACH)
        lead = _LEAD.search(_left(plain, match.start()))
        if lead:
            start = low + _past_generic(lead)
            if start < match.start() and not is_capitals(plain, *match.span()):
                yield Span(start, match.end())
    yield from _causes(plain)
    for match in _ABROAD.finditer(plain):
        yield Span(*match.span())


def _causes(plain: str) -> Iterator[Span]:
    """« Niger-Amitié », « Val d'Or Solidarité »: a proper name and the cause of those who help."""
    for match in _CAUSE.finditer(plain):
        end = match.start() - 1
        if plain[max(0, end) : end + 1] not in ((" ", "-", "\n") if match[1] else (" ", "-")):
            continue
        low = max(0, end - _LEAD_REACH)
        lead = _LEAD.search(plain[low:end])
        if lead and "\n" not in lead[0] and not lead[0].endswith(","):
            words = [fold(word) for word in re.findall(r"[^\W_]+", lead[0])]
            notions = _GENERIC | _DOMAIN | _HEADS | _OF_ACTIVITY
            if len(words) <= 3 and not notions.intersection(words):
                yield Span(low + lead.start(), match.end())


def _past_generic(match: re.Match[str]) -> int:
    """Where the name begins, past « La », « Le »; its end when nothing is left."""
    words = list(re.finditer(r"[^\W_]+", match[0]))
    while words and fold(words[0][0]) in _GENERIC:
        words.pop(0)
    return match.start() + words[0].start() if words else match.end()


def named_so(plain: str, place_end: EndOfPlace) -> Iterator[Span]:
    """Yield the proper names that the words around call bodies: « l'association "X" », « X (ONG) »."""
    for match in _QUOTED.finditer(plain):
        if len(match[1].split()) <= 8 and _CALLED.search(_left(plain, match.start())):
            yield Span(*match.span(1))
    for match in _TOWN.finditer(plain):
        if not place_end(match.start(2)) or fold(match[2]) in _FRENCH:
            yield Span(*match.span(1))
    for span in _said(plain):
        if _may_be_named(plain, span, place_end):
            yield span
    for match in _LABEL.finditer(plain):
        yield from _labelled(plain, match.end(), place_end)


def _left(plain: str, position: int) -> str:
    return plain[max(0, position - _LEAD_REACH) : position]


def _said(plain: str) -> Iterator[Span]:
    """« son partenaire X », « l'association de femmes X », « X, une ONG de … », « X (association) »."""
    for match in _PARTNER.finditer(plain):
        if _WHOSE.search(_left(plain, match.start())):
            yield Span(*match.span(1))
    for match in _OF_PEOPLE.finditer(plain):
        yield Span(*match.span(1))
    for match in _SAID.finditer(plain):
        name = _NAME_BEFORE.search(_left(plain, match.start()))
        if name:
            start = match.start() - len(name[0])
            if " " in name[0] or not _begins(plain, start):
                yield Span(start, match.start())


def _begins(plain: str, position: int) -> bool:
    """Whether a sentence begins here: « Auparavant, une association … »."""
    left = plain[max(0, position - 3) : position].rstrip(" ")
    return not left or left[-1] in ".!?:;\n•-"


def _may_be_named(plain: str, span: Span, place_end: EndOfPlace) -> bool:
    words = re.findall(rf"{CAPITAL}", plain[span.start : span.end])
    first = fold(words[0])
    if first in _GENERIC - {"les"} or first in _HEADS or all(fold(word) in _DOMAIN for word in words):
        return False
    if place_end(span.start) >= span.end or is_capitals(plain, span.start, span.end):
        return False
    return len(words[0]) > 1 and not _is_of_person(words)


def _is_of_person(words: list[str]) -> bool:
    return is_given_name(words[0]) or all(is_given_name(word) or is_family_name(word) for word in words)


def _labelled(plain: str, start: int, place_end: EndOfPlace) -> Iterator[Span]:
    """What stands after a label: on its line, or, when it stands alone, on the next ones (a list too)."""
    value = _VALUE.match(plain, start)
    if value and value[1].strip():
        yield from _items(plain, value, place_end)
        return
    position, found = start, 0
    for _ in range(8):
        newline = plain.find("\n", position)
        if newline < 0:
            return
        line = _VALUE.match(plain, newline + 1)
        position = line.end() if line else newline + 1
        text = line[1].strip() if line else ""
        listed = bool(line and re.match(r"[ \t]*[•*–-]", line[0]))
        if text.endswith(":") or (found and not listed):
            return
        if line and text:
            yield from _items(plain, line, place_end)
            found += 1


def _items(plain: str, value: re.Match[str], place_end: EndOfPlace) -> Iterator[Span]:
    text = re.split(r" ?\(", value[1].rstrip(" \u00a0"))[0]
    if text.endswith((".", "!", "?")) and not re.search(r"[A-Z]\.$", text):
        return
    position = 0
    for part in re.split(r"[,;/] ?| et (?=[A-ZÀ-Ý])| - ", text):
        at = value.start(1) + text.index(part, position)
        position = text.index(part, position) + len(part)
        item = _ITEM.fullmatch(part.rstrip())
        if item and not any(c.isdigit() for c in part):
            span = Span(at, at + len(item[0]))
            if _may_be_labelled(plain, span, place_end):
                yield span


def _may_be_labelled(plain: str, span: Span, place_end: EndOfPlace) -> bool:
    words = re.findall(r"[^\W\d_]+", plain[span.start : span.end])
    folded = [fold(word) for word in words]
    if (
        _OF_ACTIVITY & set(folded)
        or folded[0] in _NOTHING
        or folded[0] in _GENERIC - {"les"}
        or all(word in _DOMAIN for word in folded)
    ):
        return False
    if place_end(span.start) >= span.end or any(
        is_given_name(word) or is_family_name(word) for word in words
    ):
        return False
    if len(words) == 1 or not any(word[0].isupper() for word in words[1:]):
        one = len(words) == 1 and not folded[0].endswith("s") and words[0].lower() not in plain
        return (one and folded[0] not in _HEADS) or (len(words) > 2 and folded[0] in _HEADS)
    return True
