"""Places that the sentence calls a village, a commune… and the names that follow them in a list."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from jalon.core.reading.entities.gazetteer import Named, index_of
from jalon.core.reading.entities.people import is_family_name, is_given_name
from jalon.core.reading.entities.place_words import (
    GAP,
    GIVEN_TO,
    KIND,
    LEVELS,
    NOUN,
    NOUN_HEADS,
    is_place_word,
)
from jalon.core.reading.entities.words import CAPITAL, before, heads, worded
from jalon.core.reading.facts import FactType, Span

_BARE = frozenset({"village", "commune", "quartier", "localité", "hameau", "canton", "cercle", "campement"})
_SEAT_WORDS = (
    "puits|forage|communautés? rurale|collège|dispensaire|île|centre de santé|poste de santé|"
    "case de santé|camp|camp de réfugiés|camp de déplacés|magasin|moulin|banque de céréales|maternité|"
    "école publique|école fondamentale|école coranique|école franco-arabe|medersa|abattoir|gare|"
    "gare routière|radio communautaire|périmètre irrigué villageois|seuil|digue|bas-fond|château d'eau|"
    "mini-adduction|débarcadère|sous-préfecture|centre de santé communautaire(?: \\(cscom\\))?|maire|mairie|"
    "préfet|sous-préfet|conseil communal|conseil municipal|gouverneur|gouvernorat|antenne|marché|plaine|"
    "jardin|ferme|plateau|vallée|centre de santé intégré|école primaire|barrage|hôpital|lycée|école|port|"
    "poste|route|axe|bureau régional|antenne régionale|bureau|forêt|mare|lac|périmètre"
)
_HEALTH_AND_SCHOOLS = "CSPS|CSI|CSCOM|CSCom|CSRef|CSREF|CEG|CEM|csps|csi|cscom|csref|ceg"
SEATS = "|".join(
    [*(f"[{word[0]}{word[0].upper()}]{word[1:]}" for word in _SEAT_WORDS.split("|")), _HEALTH_AND_SCHOOLS]
)
"""What stands in a place and bears its name: no `re.IGNORECASE`, which would make the search slow."""
_OF = (
    rf"(?:{GAP}-{GAP}|{GAP}(?:de{GAP}(?:la{GAP}|l')?|du{GAP}|des{GAP}|d'|d{GAP}')|{GAP}?:{GAP}|{GAP}?\({GAP}?"
    rf"|{GAP})"
)
_LEVELLED = re.compile(
    rf"({NOUN_HEADS})(?i:s?(?:{GAP}{KIND}){{0,2}}(?:{GAP}et{GAP}(?:communes?|sites?|"
    rf"villes?))?{_OF}[\"*]*(?={CAPITAL}))"
)
OF_NAME = re.compile(rf"(?:de(?<![\w'-]de){GAP}|d'(?<![\w-]d'))[\"*]*(?={CAPITAL}[a-zà-ÿ])")
"""« de X », « d'X »: found first, for what stands before is then sought in few characters."""
_REACH = 70
_SEATED = worded(
    rf"(?<![\w-])(?:{SEATS})s?(?:{GAP}(?:primaires?|adjointe?|rizicoles?|irrigués?|central|réhabilités?|aménagés?|"
    rf"maraîchers?|maraîchère|communautaires?|hebdomadaires?|publics?|publiques?|agricoles?|pastora(?:l|ux)|"
    rf"solaires?|mixtes?|modernes?|traditionnels?|villageois|aurifères?|périodiques?|routières?|"
    rf"(?:à|aux){GAP}(?:bétail|poissons?)|positifs?|à{GAP}motricité{GAP}humaine|"
    rf"fondamentales?)){{0,2}}{GAP}$",
)
_SITES = worded(
    rf"(?<![\w-])(?:CS|CSI|CSCOM|CSCom|CSPS|CEG|écoles|puits|forages|barrages|marchés|antennes|magasins|"
    rf"maternités|"
    rf"dispensaires|lycées|périmètres|collèges|bas-fonds|AEP|pistes){GAP}\((?={CAPITAL}[a-zà-ÿ])"
)
_EAST = worded(
    rf"(?<![\w-])(?:régions?|province)(?:{GAP}de{GAP}l'|{GAP}du{GAP})(Est|Ouest|Nord|Sud|Centre|"
    rf"Littoral)(?![\w-])"
)
_NAME = re.compile(
    rf"{CAPITAL}(?:(?:-\n?| |-[ \t]?\n[ \t]*|"
    rf"[ \t]*\n[ \t]*(?=[A-ZÀ-Ý][a-zà-ÿ]+[ \t]*[,)])){CAPITAL}(?![\w'])){{0,3}}(?!\w|-[a-zà-ÿ])"
)
NEXT = re.compile(
    rf"(?:{GAP}?\([^()\n]{{1,40}}\))?(?:{GAP}?,{GAP}(?:et{GAP})?|{GAP}(?:et|&|ou|puis|ainsi{GAP}que){GAP}|{GAP}?/{GAP}?|{GAP}?;{GAP})"
    rf"(?:(?:les?{GAP})?(?:{NOUN})s?{GAP})?(?:à{GAP}|de{GAP}(?:la{GAP}|l')?|du{GAP}|d'|dans{GAP}le{GAP}|"
    rf"au{GAP})?[\"*]*(?={CAPITAL})"
)
_AT = re.compile(
    heads(r"[àÀ]|[v]ers|[d]epuis|[A](?:(?<=[.!?–•-] A)|(?<=\nA))") + rf"{GAP}(?={CAPITAL}[a-zà-ÿ])"
)
_BETWEEN_LIST = re.compile(rf"entre(?<![\w-]entre){GAP}(?={CAPITAL}[a-zà-ÿ]+[ \t\n]*,)")
_GOODS = re.compile(
    r"\b(?:plante?s|plants|semences?|variétés?|sacs?|espèces?|kg|tonnes?|litres?|kits?|cartons?|doses?|marques?|types?"
    r"|boîtes?|sortes?|modèles?|prix|jus|huile|arbres?|cultures?|caisses?) $"
)
_LISTED = re.compile(rf"{CAPITAL}[ \t\n]*,")
_QUARTERED = re.compile(
    rf"(?<![\w-])(?:(?:Nord|Sud|Est|Ouest|Centre|Haute?|Moyenne?|Basse?)-({CAPITAL})"
    rf"|({CAPITAL})-(?:Nord|Sud|Est|Ouest|Centre))(?![\w-])"
)
_MEMBER = worded(
    rf"(?<![\w-])(?:coopératives?|groupements?){GAP}[\"]?{CAPITAL}(?:[ -]{CAPITAL})?[ \"]{{1,2}}$"
)
_ONE_OR_TWO = rf"{CAPITAL}(?:[ -]{CAPITAL})?"
_STANDING = re.compile(
    r"\b(?:réfrigérateurs|pompes|postes|centres|sites|cases|classes|villages|stations|magasins|forages|puits|écoles"
    r"|marchés|maternités|kiosques|bornes|latrines|moulins|ouvrages|barrages|parcelles|jardins|banques)\b"
    rf"[^.;:()\n]{{0,60}}\((?={_ONE_OR_TWO}(?:, {_ONE_OR_TWO})* et {_ONE_OR_TWO}\))"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place as a text names one."""

    span: Span
    name: str
    level: str = ""


def called_places(plain: str) -> Iterator[Place]:
    """Yield the names that a text calls a village, a commune…, and those that follow them in a list."""
    for match in _LEVELLED.finditer(plain):
        level = LEVELS[match[1].casefold()]
        if "(" in match[0] or " - " in match[0] or ":" in match[0].rsplit(match[1], 1)[-1]:
            yield from list_from(plain, match.end(), level, least=2)
        else:
            bare = _is_bare(match)
            seat = _OFFICE_HOLDER.search(before(plain, match.start(), 60)) is not None
            if not bare or (match[1].casefold() in _BARE and match[0][len(match[1])] != "s"):
                yield from list_from(plain, match.end(), level, least=1, bare=bare or seat)

    for match, named_seat in after_words(plain, _SEATED):
        several = named_seat[0].split(maxsplit=1)[0].endswith("s")
        yield from list_from(plain, match.end(), "localité", least=1, bare=not several)
    for match in _SITES.finditer(plain):
        yield from list_from(plain, match.end(), "localité", least=1)
    for match in _STANDING.finditer(plain):
        yield from list_from(plain, match.end(), "localité", least=2)
    for match in _EAST.finditer(plain):
        yield Place(Span(*match.span(1)), match[1], "région")


def after_words(
    plain: str, words: re.Pattern[str], reach: int = _REACH
) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Yield each « de X » that stands right after words (a pattern that ends with `$`), with these words."""
    for match in OF_NAME.finditer(plain):
        found = words.search(plain, max(0, match.start() - reach), match.start())
        if found:
            yield match, found


_ON_RIVER = re.compile("-(?:sur|sous|lès|les)-")
_RIVERSIDE = re.compile(rf"(?<![\w-]){CAPITAL}(?:-{CAPITAL})?-(?:sur|sous|lès|les)-{CAPITAL}(?![\w-])")
_LAKE = re.compile(
    r"lac (?:de |d'|du )?(?:Tchad|Débo|Faguibine|Fitri|Iro|R'?[Kk]iz|Guiers|Horo|Télé|Bam|Dem|Togo|Nokoué"
    r"|Léré|Volta|Magui|Aougoundou|Niangay|Korientzé|Kainji|Maga|Lagdo)(?![\w-])"
)


def quartered(plain: str) -> Iterator[Place]:
    """Yield the parts of known places (« Oti-Sud », « Nord-Kanem ») and the lakes that bear their names."""
    for match in _LAKE.finditer(plain):
        yield Place(Span(*match.span()), match[0], "lac")
    for match in _RIVERSIDE.finditer(plain) if _ON_RIVER.search(plain) else ():
        yield Place(Span(*match.span()), match[0])
    for match in _QUARTERED.finditer(plain):
        entry = index_of().entry_of(match[1] or match[2])
        if entry is not None and entry.type is FactType.PLACE:
            yield Place(Span(*match.span()), match[0])


def after_known(plain: str, ends: Mapping[int, int], doubtful: Collection[int]) -> Iterator[Place]:
    """Yield the names that a list begun by a known place goes on with: « Daboua, Liwa et Dibinitchi ».

    `ends` gives the end of each known name by its start; `doubtful` the starts of those that may be no place.
    """
    seen: set[int] = set()
    for start, end in ends.items():
        if start in doubtful or start in seen:
            continue
        found: list[Place] = []
        position, sure, joined = end, 1, False
        while following := NEXT.match(plain, position):
            at = following.end()
            joined = joined or "et" in following[0]
            known_end = ends.get(at)
            name = Span(at, known_end) if known_end else name_at(plain, at)
            if name is None or is_of_people(plain, name):
                break
            seen.add(at)
            sure += known_end is not None and at not in doubtful
            found.append(Place(name, plain[name.start : name.end]))
            position = name.end
        if found and joined and (sure > 1 or len(found) > 1):
            yield from found


_COMPOUND = re.compile(rf"-({CAPITAL})(?![\w'-])")


def whole_name(plain: str, named: Named, said: Span | None) -> Span:
    """The compound that a known name begins: « Bilanga-Yanga »; « Koubri Laho » where a place is said."""
    if named.entry.level in ("pays", "région", "zone"):
        return named.span
    joined = _COMPOUND.match(plain, named.end)
    end = joined.end() if joined else said.end if said else named.end
    more = re.findall(CAPITAL, plain[named.end : end])
    if end <= named.end or "\n" in plain[named.end : end] or not all(map(_may_go_on, more)):
        return named.span
    return Span(named.start, end)


def _may_go_on(word: str) -> bool:
    if word.isupper() or not is_place_word(word) or is_given_name(word) or is_family_name(word):
        return False
    return index_of().entry_of(word) is None


def is_of_people(plain: str, name: Span) -> bool:
    return any(is_given_name(word) for word in re.findall(CAPITAL, plain[name.start : name.end])) and (
        name.end - name.start > 12 or " " in plain[name.start : name.end]
    )


def _is_bare(match: re.Match[str]) -> bool:
    """« village Wérou »: no preposition between."""
    return not re.search(r"(?:\bde\b|\bdu\b|\bdes\b|d')[\s\w']*[\s'\"*]*$", match[0][len(match[1]) :])


_OFFICE_HOLDER = re.compile(
    r"(?:maire|préf(?:et|ète)|gouverneure?|représentante?|présidente?|déléguée?|chef|direct(?:eur|rice)|"
    r"coord\w+|"
    r"secrétaire|conseiller|"
    r"députée?|responsable|notable|imam)\b[^,.;:]{0,40}$",
    re.IGNORECASE,
)


def places_at(plain: str) -> Iterator[Place]:
    """Yield unknown names that stand where a place stands: « à Dogontapki et Kamrey », « de A, B et C »."""
    for match in _AT.finditer(plain):
        if not GIVEN_TO.search(before(plain, match.start())):
            yield from list_from(plain, match.end(), "", least=1)
    for match, _ in after_words(plain, _MEMBER):
        yield from list_from(plain, match.end(), "", least=1, bare=True)
    for match in OF_NAME.finditer(plain):
        if _LISTED.match(plain, match.end()) and not _GOODS.search(before(plain, match.start())):
            yield from list_from(plain, match.end(), "", least=3)
    for match in _BETWEEN_LIST.finditer(plain):
        yield from list_from(plain, match.end(), "", least=3)


def list_from(plain: str, position: int, level: str, *, least: int, bare: bool = False) -> Iterator[Place]:
    found: list[Place] = []
    while True:
        name = name_at(plain, position)
        if name is None:
            break
        found.append(Place(name, plain[name.start : name.end], level))
        following = NEXT.match(plain, name.end)
        if not following or bare:
            break
        position = following.end()
    if len(found) >= least:
        yield from found


def name_at(plain: str, position: int) -> Span | None:
    match = _NAME.match(plain, position)
    if not match or len(match[0]) < 3:
        return None
    words = re.findall(CAPITAL, match[0])
    part = _QUARTERED.fullmatch(match[0])
    if not (is_place_word(words[0]) or part) or (
        words[0].isupper() and len(words[0]) > 1 and not _is_caps_run(plain, match)
    ):
        return None
    return Span(*match.span())


def _is_caps_run(plain: str, match: re.Match[str]) -> bool:
    """Capitals are a place's only beside others: REGION DE TOMBOUCTOU."""
    return before(plain, match.start(), 12).strip().isupper()
