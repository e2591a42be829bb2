"""People named in a text, and their names as one shows them.

`person_in` reads a cell or a phrase, `people_in` a running text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from jalon.core.reading.entities.mentions import Taken
from jalon.core.reading.entities.names import words_of
from jalon.core.reading.entities.roles import FUNCTION
from jalon.core.reading.entities.words import LOWER, UPPER, before, fold, heads, worded
from jalon.core.reading.facts import Span

_TITLES = (
    r"M\.|MM\.|Mr\.?|Mrs\.?|Mme\.?|Mmes|Mlle\.?|Monsieur|Madame|Mademoiselle|Messieurs|Mesdames|MONSIEUR|"
    r"MADAME|MME|"
    r"Dr\.?|Docteur|Pr\.?|Prof\.?|Professeur|Me|Maître|Ing\.|Abbé|Mgr|Monseigneur|Sœur|Imam|Pasteur|Hon\.|"
    r"Honorable|"
    r"Colonel-[Mm]ajor|Colonel|Col\.?|Général de (?:[Bb]rigade|[Dd]ivision|[Cc]orps d'[Aa]rmée)|"
    r"Contrôleur général|"
    r"Inspecteur général|Général|Gal\.?|Médecin[ -]colonel|Commandant|Cdt\.?|Capitaine|Lieutenant|"
    r"Lieutenant-colonel|Lt\.?|Adjudant|"
    r"Commissaire (?:[Gg]énéral|[Dd]ivisionnaire|[Pp]rincipal)|Sergent|Adjudant-chef|Médecin-chef|Père|"
    r"Naaba|Naba|Lamido|Sa Majesté|El Hadji|Cheikh El Hadj|"
    r"El Hadj|El-Hadj|Elhadj|Elhadji|Alhaji|Hadja|Feu|Son Excellence|S\.E\.?M?\.?"
)
_TITLE_FIRST = re.compile(rf"^(?:(?:{_TITLES})\s+)+")
_SEVERAL = re.compile(r"(?:MM\.|Mmes\b|Messieurs\b|Mesdames\b)")
_WOMAN = re.compile(r"(?:Mme|Mmes|Mlle|Madame|Mademoiselle|MADAME|MME|Mrs|Sœur|Hadja)\b")
_CIVIL = re.compile(r"(?:MM?\.|Mr|Mme|Mlle|Monsieur|Madame|Messieurs|Mesdames)")
_MAN = re.compile(r"(?:M\.|Mr|Monsieur|MONSIEUR|Abbé|Mgr|Imam)")
_NAME_WORD = (
    rf"(?:[NDM]'[{UPPER}]|[NM]'(?=[{LOWER}]{{3}})|[{UPPER}])[{UPPER}{LOWER}]+(?:[-'][{UPPER}{LOWER}]+)*"
)
_INITIAL = rf"[{UPPER}]\.(?:-?[{UPPER}]\.)?"
_PARTICLE = (
    r"(?:ag|Ag|AG|ould|Ould|OULD|mint|Mint|walet|Walet|[Ww]allet|WALL?ET|ben|Ben|BEN|de|da|dos|van|"
    r"von|dit|dite|el|El|née?)"
)
_SPACE = r"(?: +| *\n *(?!\n))"
_NAME = (
    rf"(?:{_NAME_WORD}|{_INITIAL})(?:{_SPACE}(?:{_PARTICLE}[ \t]+)?(?:{_NAME_WORD}|"
    rf"{_INITIAL})(?![\w'])){{0,4}}"
)
_TITLE_HEADS = heads(_TITLES, r"(?<![\w'.-].)")
_TITLED = re.compile(rf"({_TITLE_HEADS}[ \t]+(?:le[ \t]+)?(?:(?:{_TITLES})[ \t]+(?:le[ \t]+)?)*)({_NAME})")
_FULL = rf"{_NAME_WORD}(?: (?:{_PARTICLE} )?(?:{_INITIAL} )?{_NAME_WORD}){{1,3}}(?![\w'])"
_APPOSED = worded(
    rf"(?<![\w-]){FUNCTION}(?![^\W\d_])(?:[^,;.:()\"\t|]|"
    rf"\([^()\n]{{1,25}}\)){{0,110}},{_SPACE}(?:(?:{_TITLES}) )?({_FULL})"
    rf"(?=[,;.)]| ?:|\s*\n|{_SPACE}(?:a|ont|et|qui|s'est|avait|était|au|en|dans|lors|pour|sur)\b)"
)
_BESIDE = worded(
    rf"(?<![\w-])(?:préf(?:et|ète)|sous-préf(?:et|ète)|gouverneure?|maire|ministre|colonel|général|"
    rf"capitaine|commandant|"
    rf"docteur|"
    rf"professeur|imam|abbé|pasteur|coordinateur|coordonnateur|coordinatrice|coordonnatrice|directeur|"
    rf"directrice|"
    rf"ambassadeur|ambassadrice|honorable|député|présidente?|consultante?)(?: adjointe?)?{_SPACE}({_FULL})"
)
_HONOURED = worded(
    r"(?<![\w-])(?:Présidente?|Ministre|Gouverneur|Préfet|Maire|Député|Ambassad(?:eur|rice)) $"
)
_TOLD = re.compile(
    r"(?<![\w-])(?:(?:représenté|dirigé|conduit|présidé|animé|présenté|facilité|assisté|coordonné|supervisé|"
    r"modéré|prononcé|rédigé|établi|élaboré|signé|incarné)e?s? par|"
    r"explique|indique|précise|déclare|confie|témoigne|raconte|rappelle|souligne|affirme|ajoute|poursuit|"
    r"conclut|estime|résume|assure|reconnaît|se réjouit|s'exclame|se félicite|"
    r"a (?:expliqué|indiqué|précisé|déclaré|confié|témoigné|raconté|rappelé|souligné|affirmé|ajouté|"
    rf"conclu|estimé|laissé entendre|fait savoir)|[Pp]our|[Ss]elon|[Dd]'après)[ ]+(?:(?:{_TITLES}) )?$"
)
_TOLD_END = re.compile(rf",{_SPACE}[a-zà-ÿ]|[.;:)]|\s*\n|{_SPACE}(?:a|ont|et|qui|au|en)\b")
_SIGNED = re.compile(
    r"(?:^|\n)[ \t*]*(?:(?:Le|La|Pour le|P/le) )?(?:[Rr]apporteure?s?|[Ss]ecrétaire(?: de (?:la )?séance)?|"
    r"[Pp]résidente?(?: de (?:la )?séance)?|[Cc]oordonnat(?:eur|rice)|[Cc]oordinat(?:eur|rice)|"
    r"[Rr]édact(?:eur|rice)|[Cc]hef(?:fe)? de projet|[Ss]ignataire|[Aa]uteure?|[Rr]édigé par|[Éé]tabli par|"
    r"[Rr]esponsable du projet|[Pp]ersonne(?: de)? contact|[Pp]oint focal|[Cc]ontact)"
    rf"(?:[ *]*[:,]?[ \t]*\n+|[ *]*[:,])[ \t]*(?:(?:{_TITLES}) )?({_FULL})(?=[ \t.*]*(?:\n|$)|[,(])"
)
_SIGNED_IN = re.compile(
    r"(?<=[.;]) (?:Le|La) (?:rapporteure?|secrétaire(?: de (?:la )?séance)?|présidente?"
    rf"(?: de (?:la )?séance)?) ?[,:] ?({_FULL})(?=[ .]*(?:\n|$))"
)
_FOLLOWED = re.compile(rf"(?<![\w'.-])({_FULL}),{_SPACE}(?:la |le |l'|notre )?(?={FUNCTION})")
_PRESENT = worded(
    rf"(?<![\w-])(?:[Pp]résent(?:e?s)?|PRESENTS?|PRÉSENTS?|[Pp]articipants?|[Ee]xcusée?s?|"
    rf"EXCUS[EÉ]S|[Aa]bsent(?:e?s)?|"
    rf"[Aa]bsents excusés|[Mm]embres présents|[Ii]nvitée?s?) ?:{_SPACE}(?=[{UPPER}])"
)
_TOOK_PART = worded(
    r"(?<![\w-])(?:[ÉE]taient (?:présente?s?|excusée?s|absente?s)|"
    rf"[Oo]nt (?:participé|pris part)(?: à [^.:\n]{{3,40}})?){_SPACE}(?=(?:(?:{_TITLES})[ ])?[{UPPER}])"
)
_ITEM = re.compile(rf"(?:(?:{_TITLES})[ ]+)?({_FULL}|{_NAME_WORD}(?= \([{UPPER}]))")
_THEN = re.compile(r"(?: ?\([^()\n]{1,60}\))?\s?(?:,|;| et| ainsi que)\s+(?:de )?")
_LINEAGE = re.compile(r" (?:[Aa]g|AG|[Oo]uld|OULD|[Mm]int|[Ww]all?et|WALL?ET) ")
_WORD = re.compile(_NAME_WORD)
_RUN = re.compile(
    rf"(?<![\w'-]){_NAME_WORD}(?: (?:{_PARTICLE} )?(?:{_NAME_WORD}|{_INITIAL})(?![\w'])){{1,4}}"
)
PARTICLES = frozenset(
    ["ag", "ould", "mint", "walet", "ben", "de", "da", "dos", "van", "von", "dit", "dite", "el", "nee", "ne"]
)
_NOT_A_NAME = frozenset(fold(word) for word in words_of("lexicon.txt", "not a name"))
PLACE_HEADS = re.compile(
    r"(?:stade|lycée|avenue|rue|boulevard|aéroport|hôpital|hôtel|université|fondation|palais|centre|école|"
    r"institut|"
    r"collège|prix|pont|place|clinique|camp|salle|quartier|village|commune|cité|institution|complexe|cercle|"
    r"ville|"
    r"région|département|localité|campement|groupe|société|entreprise|établissements?|ets|cabinet|maison|"
    r"ferme|"
    r"coopérative|groupement|association|mosquée|marché|projet|programme|forage|puits|pont|barrage|dispensaire|"
    r"maternité|périmètre|route|piste|axe|château d'eau|mare|fleuve|lac)s?"
    r"(?:[ \t](?:à|de|des|du|la|international|internationale|national|régional|scolaire|communal)|"
    r"[ \t]d')*[ \t\"]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person as a text names one: where, the name to show, the sex that the title says."""

    span: Span
    name: str
    sex: str = ""
    titled: bool = False
    known: bool = False


@cache
def _given() -> frozenset[str]:
    return frozenset(fold(name) for name in words_of("names.txt", "given"))


@cache
def _family() -> frozenset[str]:
    return frozenset(fold(name) for name in words_of("names.txt", "family"))


def is_given_name(word: str) -> bool:
    """Whether a word is a given name that the reader knows."""
    return fold(word) in _given()


def is_family_name(word: str) -> bool:
    """Whether a word is a family name that the reader knows."""
    return fold(word) in _family()


_CAPS_WORD = rf"[{UPPER}][{UPPER}'-]{{2,}}"
_SURNAMES = re.compile(
    heads(_TITLES, r"(?<![\w'-].)") + rf" ({_CAPS_WORD}(?:(?:, | et ){_CAPS_WORD})*)"
    r"(?![\w'-])"
)
_BESIDE_CAPS = re.compile(
    rf"(?<![\w'-])(?:({_CAPS_WORD}) (?=([{UPPER}][{LOWER}]+)(?![\w'-]))"
    rf"|([{UPPER}][{LOWER}]+) (?=({_CAPS_WORD})(?![\w'-])))"
)


def surnames_in_capitals(plain: str) -> frozenset[str]:
    """Return the words in capitals that stand for people: after a title, beside a given name (`M. DOUTI`)."""
    found = {name for match in _SURNAMES.finditer(plain) for name in re.split(r", | et ", match[1])}
    for match in _BESIDE_CAPS.finditer(plain):
        capitals, given = match[1] or match[4], match[2] or match[3]
        if is_given_name(given) and not is_only_doubtful(given):
            found.add(capitals)
    return frozenset(found)


def people_in(plain: str, others: Iterable[Span] = ()) -> list[Person]:
    """Return the people named in a plain text, in order: by a title, by known names, beside a function.

    `others` are the characters of other names (bodies, places), which no unknown name may share.
    """
    taken = Taken()
    bodies = Taken(others)
    found: list[Person] = []
    for person in (
        *_titled(plain),
        *_by_names(plain),
        *_by_function(plain),
        *_told(plain),
        *_listed(plain),
        *_by_given(plain),
        *_by_lines(plain),
        *_by_family(plain),
        *joined_names(plain),
    ):
        unknown = not person.titled and not person.known
        if taken.touching(person.span) is None and not (unknown and bodies.touching(person.span)):
            taken.add(person.span)
            found.append(person)
    found += _again(plain, found, taken)
    return sorted(found, key=lambda person: person.span)


@lru_cache(maxsize=2)
def _runs(plain: str) -> tuple[re.Match[str], ...]:
    """The runs of words with a capital, where names are."""
    return tuple(_RUN.finditer(plain))


def _by_function(plain: str) -> Iterator[Person]:
    """« le maire de Laï, X Y, » « sous-préfet X Y » « X Y, directeur de … »."""
    for pattern in (_APPOSED, _BESIDE, _FOLLOWED, _SIGNED, _SIGNED_IN):
        for match in pattern.finditer(plain):
            words = list(_WORD.finditer(plain, *match.span(1)))
            while words and not _may_be_name(words[0][0]):
                words.pop(0)
            if 2 <= len(words) <= 4 and _may_be_people([word[0] for word in words]):
                start = words[0].start()
                known = is_given_name(words[0][0])
                yield Person(Span(start, match.end(1)), shown_name(plain[start : match.end(1)]), known=known)


def _told(plain: str) -> Iterator[Person]:
    """« explique X Y », « représentée par X Y », « le Président X Y »."""
    for match in _runs(plain):
        words = list(_WORD.finditer(plain, *match.span()))
        while words and not _may_be_name(words[0][0]):
            words.pop(0)
        names = [word[0] for word in words]
        if not 2 <= len(words) <= 4 or not _may_be_people(names):
            continue
        start = words[0].start()
        left = before(plain, start, 50)
        told = _TOLD.search(left) and _TOLD_END.match(plain, match.end())
        known = any(is_given_name(name) or is_family_name(name) for name in names)
        if told or (known and _HONOURED.search(left)):
            yield Person(Span(start, match.end()), shown_name(plain[start : match.end()]))


def _by_given(plain: str) -> Iterator[Person]:
    """« Daouda Banazaro s'est réjoui »: a given name and one word that may be a name."""
    for match in _runs(plain):
        found = _before_home(plain, list(_WORD.finditer(plain, *match.span())))
        words = [word[0] for word in found]
        if len(words) != 2 or not all(_may_be_name(word) for word in words) or words[1].isupper():
            continue
        if not is_given_name(words[0]) or is_only_doubtful(words[0]):
            continue
        if not PLACE_HEADS.search(plain[max(0, match.start() - 40) : match.start()]):
            yield Person(
                Span(match.start(), found[1].end()), shown_name(plain[match.start() : found[1].end()])
            )


_MIDDLE = re.compile(r"(?:[a-zà-ÿ),;\"]|\bet|\bpar) $")
_PLACED = re.compile(
    r"(?:^|[ '(])(?:à|vers|depuis|dans|entre|de|d'|du|des|la|le|les|l'|en|au|aux|sur|chez|famille|"
    r"équipe)[ \"]*$",
    re.IGNORECASE,
)
_CHIEF = re.compile(r"\b[Cc]hef (?:de|du) (?:village|canton|quartier|terre)s? $")


def _by_family(plain: str) -> Iterator[Person]:
    """« merci à notre ami Pougnéné Sawadogo »: an unknown word with a capital and a family name."""
    for match in _runs(plain):
        words = _WORD.findall(match[0])
        if len(words) != 2 or not is_family_name(words[1]) or words[0].isupper() or words[1].isupper():
            continue
        if not _may_be_people(words) or is_family_name(words[0]) or fold(words[1]) in _doubtful():
            continue
        left = before(plain, match.start(), 40)
        inside = _MIDDLE.search(left) and not _PLACED.search(left) and not PLACE_HEADS.search(left)
        if inside or _CHIEF.search(left):
            yield Person(Span(*match.span()), shown_name(match[0]))


_LINES = re.compile(rf"(?:^[ \t•*-]*(?:(?:{_TITLES}) )?{_FULL}[ \t]*[,;]?\n){{2,40}}", re.MULTILINE)


def _by_lines(plain: str) -> Iterator[Person]:
    """Two lines or more that each hold a name alone, at least half of them with a known given name."""
    for match in _LINES.finditer(plain):
        names = list(re.finditer(_FULL, match[0]))
        words = [_WORD.findall(name[0]) for name in names]
        given = sum(is_given_name(one[0]) or is_given_name(one[-1]) for one in words)
        if 2 * given < len(names):
            continue
        for name, one in zip(names, words, strict=True):
            if _may_be_people(one) and (is_given_name(one[0]) or is_family_name(one[-1])):
                start = match.start() + name.start()
                yield Person(Span(start, match.start() + name.end()), shown_name(name[0]))


_JOINED = re.compile(rf"(?<![\w'-])([{UPPER}][{LOWER}]{{3,}})([{UPPER}][{LOWER}]{{3,}})(?![\w'-])")


def joined_names(plain: str) -> Iterator[Person]:
    """« FrancineLaporte »: a given name whose blank is lost."""
    for match in _JOINED.finditer(plain):
        if is_given_name(match[1]) and not is_only_doubtful(match[1]):
            yield Person(Span(*match.span()), f"{match[1]} {match[2]}")


@cache
def _doubtful() -> frozenset[str]:
    return frozenset(fold(word) for word in words_of("lexicon.txt", "given names that are words"))


def is_only_doubtful(word: str) -> bool:
    """Whether a given name is also a word, a family name or a place, so that it proves nothing alone."""
    return fold(word) in _doubtful() or is_family_name(word)


def _listed(plain: str) -> Iterator[Person]:
    """« Présents : X Y, Z W et V U »"""
    for match in (*_PRESENT.finditer(plain), *_TOOK_PART.finditer(plain)):
        position = match.end()
        while item := _ITEM.match(plain, position):
            words = _WORD.findall(item[1])
            alone = len(words) == 1 and not is_given_name(words[0])
            if not words or alone or not _may_be_people(words):
                break
            yield Person(Span(*item.span(1)), shown_name(item[1]))
            then = _THEN.match(plain, item.end())
            if not then:
                break
            position = then.end()


def _again(plain: str, people: Iterable[Person], taken: Taken) -> list[Person]:
    """The other places where a full name is written the same."""
    names = {plain[p.span.start : p.span.end]: p for p in people}
    full = {
        bare_name(name): person for name, person in names.items() if len(_WORD.findall(bare_name(name))) > 1
    }
    found: list[Person] = []
    if full:
        alternation = "|".join(re.escape(name) for name in sorted(full, key=lambda n: (-len(n), n)))
        for match in re.finditer(rf"(?<![\w-])(?:{alternation})(?![\w-])", plain):
            span = Span(*match.span())
            if taken.touching(span) is None:
                taken.add(span)
                found.append(Person(span, full[match[0]].name, known=True))
    return found


def bare_name(name: str) -> str:
    """A name without the titles before it."""
    return _TITLE_FIRST.sub("", name)


def _titled(plain: str) -> Iterator[Person]:
    for match in _TITLED.finditer(plain):
        words = _kept(plain, match.start(2), match.end(2))
        named_after = PLACE_HEADS.search(plain[max(0, match.start() - 40) : match.start()])
        if words is None or (named_after and not _CIVIL.match(match[1])):
            continue
        start, end = words
        if end - start < 3 or "\n" in plain[match.start() : match.start(2)]:
            continue
        sex = "F" if _WOMAN.match(match[1]) else "M" if _MAN.match(match[1]) else ""
        yield Person(Span(match.start(), end), shown_name(plain[start:end]), sex, titled=True)
        yield from _companions(plain, match[1], end)


def _by_names(plain: str) -> Iterator[Person]:
    for match in _runs(plain):
        for start, end in _named(plain, match.start(), match.end()):
            if not PLACE_HEADS.search(plain[max(0, start - 40) : start]):
                yield Person(Span(start, end), shown_name(plain[start:end]), known=True)


def _named(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Parts of a run of capitalised words that are a given name and a family name, in either order."""
    words = [m for m in _WORD.finditer(plain, start, end) if fold(m[0]) not in PARTICLES]
    first = 0
    while first < len(words) and not _may_be_name(words[first][0]):
        first += 1
    last = first
    while last < len(words) and _may_be_name(words[last][0]):
        last += 1
    part = _before_home(plain, words[first:last])
    lineage = len(part) > 1 and _LINEAGE.search(plain, part[0].end(), part[-1].start() + 1) is not None
    if 2 <= len(part) <= 5 and (lineage or _is_full_name([word[0] for word in part])):
        yield part[0].start(), part[-1].end()


def _before_home(plain: str, words: list[re.Match[str]]) -> list[re.Match[str]]:
    """« Habib Diallo » of « Habib Diallo de Saré Coly »: where someone comes from is no part of the name."""
    for number in range(2, len(words)):
        between = plain[words[number - 1].end() : words[number].start()]
        if between == " de " and not is_family_name(words[number][0]):
            return words[:number]
    return words


_AND = re.compile(rf"(?: et |, )(?=[{UPPER}])")


def _companions(plain: str, title: str, end: int) -> Iterator[Person]:
    """« MM. Sarr » ‖ « et Ould Bilal »: the names that a title in the plural goes on with."""
    if not _SEVERAL.match(title):
        return
    sex = "F" if _WOMAN.match(title) else "M" if title.startswith(("MM", "Messieurs")) else ""
    while following := _AND.match(plain, end):
        name = re.compile(_NAME).match(plain, following.end())
        words = _kept(plain, *name.span()) if name else None
        if words is None or words[0] != following.end() or "\n" in plain[words[0] : words[1]]:
            return
        yield Person(Span(*words), shown_name(plain[slice(*words)]), sex, titled=True)
        end = words[1]


def _may_be_name(word: str) -> bool:
    return fold(word) not in _NOT_A_NAME and len(word) > 1


_NOTIONS = frozenset(
    fold(word)
    for section in ("domains", "body heads", "generic")
    for word in words_of("lexicon.txt", section)
)


def _may_be_people(words: list[str]) -> bool:
    """Whether words beside a function may be a name: one is known, or none is a notion."""
    if not all(_may_be_name(word) for word in words):
        return False
    known = any(is_given_name(word) or is_family_name(word) for word in words)
    return known or not any(fold(word) in _NOTIONS for word in words)


def _is_full_name(words: list[str]) -> bool:
    """A known given name beside a known family name, or beside a name in capitals (`OUOBA Aimée`)."""
    given = [number for number, word in enumerate(words) if is_given_name(word)]
    family = [number for number, word in enumerate(words) if is_family_name(word)]
    if any(one != two for one in given for two in family):
        return True
    capitals = [word.isupper() for word in words]
    if not any(capitals) or all(capitals):
        return len(given) > 1
    return any(not capitals[number] for number in given) or any(capitals[number] for number in family)


def _kept(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """Cut a titled name before a word that is no name (`M. Keita Directeur`), None when nothing is left."""
    last = start
    for word in re.finditer(rf"{_INITIAL}|{_NAME_WORD}", plain[start:end]):
        if fold(word[0]) in _NOT_A_NAME and not is_given_name(word[0]):
            break
        if "\n" in plain[last : start + word.start()] and not _goes_on(plain, start + word.start(), last):
            break
        last = start + word.end()
    return (start, last) if last > start else None


def _goes_on(plain: str, position: int, last: int) -> bool:
    """A name cut by a line end goes on when the line before was long."""
    begin = plain.rfind("\n", 0, last) + 1
    word = _WORD.match(plain, position)
    known = bool(word) and (is_given_name(word[0]) or is_family_name(word[0])) if word else False
    return known and last - begin > 40


def person_in(text: str) -> Person | None:
    """Return the person that a cell names, with a title or not, in any order and case, or None."""
    match = re.search(rf"(?:(?:{_TITLES})[ \t]+)*({_NAME})", text)
    if not match:
        return None
    kept = _kept(text, match.start(1), match.end(1))
    if kept is None:
        return None
    sex = "F" if _WOMAN.match(match[0]) else "M" if _MAN.match(match[0]) else ""
    return Person(
        Span(match.start(), kept[1]),
        shown_name(text[slice(*kept)]),
        sex,
        titled=match.start(1) > match.start(),
    )


def shown_name(written: str) -> str:
    """The name as one shows it, given name first: `KEITA Paul`, `PAUL KEITA` → `Paul Keita`."""
    words = written.split()
    capitals = [word.isupper() and len(word) > 1 for word in words]
    if capitals[0] and not all(capitals) and len(words) > 1:
        family = [w for w, c in zip(words, capitals, strict=True) if c]
        words = [w for w, c in zip(words, capitals, strict=True) if not c] + family
    elif (
        len(words) == 2
        and not is_given_name(words[0])
        and is_given_name(words[1])
        and is_family_name(words[0])
    ):
        words.reverse()
    return " ".join(_word_shown(word) for word in words)


def _word_shown(word: str) -> str:
    if not word.isupper() or len(word) < 2 or word.endswith("."):
        return word
    return re.sub(r"[^\W\d_]+", lambda letters: letters[0].capitalize(), word)
