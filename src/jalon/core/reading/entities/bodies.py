"""Organisations and programmes of a text: known, defined by an acronym, told by their form or their acts."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from jalon.core.reading.entities.acronyms import (
    ACRONYM,
    DOTTED,
    NEVER_NAMES,
    SMALL,
    Definition,
    definitions,
    spells,
)
from jalon.core.reading.entities.forms import formed, named_so
from jalon.core.reading.entities.gazetteer import Index, Named
from jalon.core.reading.entities.mentions import Mention, without_overlaps
from jalon.core.reading.entities.names import words_of
from jalon.core.reading.entities.organisations import called, is_common, listed, patterned
from jalon.core.reading.entities.people import (
    is_family_name,
    is_given_name,
    is_only_doubtful,
    surnames_in_capitals,
)
from jalon.core.reading.entities.programmes import programmes_in
from jalon.core.reading.entities.short_forms import with_short_forms
from jalon.core.reading.entities.words import (
    LOWER,
    UPPER,
    after,
    before,
    fold,
    is_capitals,
    key_of,
    one_line,
    small_words,
)
from jalon.core.reading.facts import FactType, Span

_ORG, _PROGRAMME = FactType.ORGANIZATION, FactType.PROGRAMME
_PROGRAMME_HEADS = frozenset(["projet", "programme", "initiative", "facilite"])
_BODY_HEADS = words_of("lexicon.txt", "body heads")
_NOT_BODIES = words_of("lexicon.txt", "not bodies alone")

_PAPERS = words_of("lexicon.txt", "papers")

_TOKEN = re.compile(rf"(?<![\w/.@-])({ACRONYM})(?![\w@]|-[a-z])")
_BY_NOUN = re.compile(
    r"(?:\b(?:ONG|associations?|organisations?|structures?|bureau|cabinet|sociétés?|entreprise|agence|"
    r"consortium|"
    r"opérateurs?|coopérative|fondation)(?: \w+ale)? |"
    r"\b(?:équipes?|agents?|experts?|personnel|représentante?s?|siège|antenne|locaux|direct(?:eur|rice)|"
    r"direction|"
    r"présidente?|bureau|partenaires?|bailleurs?|appui|soutien|financement|concours|contribution|"
    r"accompagnement|"
    r"collaboration|partenariat|convention|accord|subvention|don|prêt|part|côté|exploitation|installations?|"
    r"magasins?|services?|technicien(?:ne)?s?|inspecteurs?|conseillers?|cadres?|élus|membres?|staff|"
    r"volontaires?|"
    r"assemblée générale|conseil d'administration|"
    r"missions?|boutiques?|entrepôts?|ateliers?|laboratoires?|formateurs?)s?"
    r"(?: (?:technique|financier|locale?s?|nationale?|régionale?|générale?|et financier|de fonds|conjointe?|"
    r"matériel|logistique|techniques)){0,2}"
    r"(?: ?: ?| de | du | des | de la | de l'| d'| avec | avec le | avec la | avec l'| entre | entre le |"
    r" entre la |"
    r" entre l')|"
    r"\b(?:mise?s? en (?:œuvre|oeuvre)|financée?s?|réalisée?s?|organisée?s?|appuyée?s?|accompagnée?s?|"
    r"exécutée?s?|"
    r"parrainée?s?|perçue?s?|versée?s?|encadrée?s?|initiée?s?|lancée?s?|collectée?s?|"
    r"conduite?s?|menée?s?|signée?s?|assurée?s?|fournie?s?|octroyée?s?|soutenue?s?|recrutée?s?) par |"
    r"\b(?:par|avec|entre) (?:l'|la |le |les ))[\"*(]*$",
    re.IGNORECASE,
)
_TO = re.compile(r"(?:^|[\s(])(?:à la |à l'|À la |À l'|A la |A l')[\"*]*$")
_SENT = re.compile(
    r"(?:transmettre|transmis|envoyer|envoyé|soumettre|soumis|adresser|adressé|communiquer|remettre|"
    r"demander|demandé|"
    r"rendre compte|recommand|invit|confi|partager|signaler|rappel|félicit|remerci)[^.;\n]{0,70}$",
    re.IGNORECASE,
)
_TO_DO = re.compile(r" ?:| d[e']? ?[a-zà-ÿ']*(?:er|ir|re)\b")
_STRONG_ACTS = re.compile(
    r"\*{0,2} (?:a (?:mis à (?:la )?disposition|financé|appuyé|octroyé|organisé|accordé|contribué|soutenu|"
    r"signé|recruté|remis|formé)|"
    r"s'engage|s'est engagée?|a également|finance|appuie|soutient|apporte)\b"
)
_MASCULINE = re.compile(r"(?:^|[\s\"(*])(?:[Ll]e )[\"*]*$")
_ACTS = re.compile(
    r"\*{0,2} (?:a|ont|s'engagent?|appuie|soutient|organise|travaille|finance|met|assure|présente|propose|"
    r"accompagne|intervient|prévoit|fournit|"
    r"réalise|devra|doit|se charge|va|remercie|félicite|demande|informe|transmettra|poursuivra|apportera|"
    r"financera)\b(?! été)"
)
_FEMININE = re.compile(r"(?:^|[\s\"(*])(?:[Ll]'|[Ll]a )[\"*]*$")


def bodies_of(
    plain: str,
    named: Sequence[Named],
    index: Index,
    is_free: Callable[[int, int], bool],
    start: int,
    columns: Sequence[Mention] = (),
) -> list[Mention]:
    """Return the organisations and programmes named from `start` on, in order, without overlaps.

    `named` are the known names found; `is_free` says whether other passes have left some characters;
    `columns` what the columns of tables name.
    """
    defined = [one for one in definitions(plain) if one.name_span.start >= start]
    kinds = _kinds(defined, index, plain)
    ends = {n.start: n.end for n in named if n.entry.type is FactType.PLACE}
    found = list(_known(plain, named, kinds))
    found += columns
    kinds |= {m.acronym: (_ORG, m.name) for m in columns if m.acronym and m.acronym not in kinds}
    found += _defined(defined, kinds)
    by_form = [
        Mention(span, _ORG, shown(plain, span)) for span in patterned(plain, lambda at, _: ends.get(at, 0))
    ]
    by_form += [Mention(span, _ORG, shown(plain, span)) for span in formed(plain)]
    by_form = [mention for mention in by_form if not is_common(mention.name)]
    found += by_form
    kinds |= _followed(plain, by_form, kinds, index)
    called_bodies = list(_called_bodies(plain, ends))
    found += called_bodies
    kinds |= _followed(plain, called_bodies, kinds, index)
    kinds |= _spelled(plain, by_form, kinds, index, is_free)
    called_so = list(programmes_in(plain))
    found += _programmes(plain, called_so, index, kinds)
    kinds |= _used(plain, called_so, kinds, index)
    kinds |= _acting(plain, kinds, index, is_free, ends)
    kinds |= _committees(plain, kinds)
    found += _acronyms(plain, kinds | _as_words(plain, kinds, index), is_free)
    found += _short_as_words(plain, kinds, index)
    kept = without_overlaps(m for m in found if m.span.start >= start)
    return with_short_forms(plain, kept)


def _called_bodies(plain: str, ends: dict[int, int]) -> Iterator[Mention]:
    """« ONG X » and every other X of the text."""
    names = {}
    for span in listed(plain):
        first = plain[span.start : span.end].split()[0]
        whole_place = ends.get(span.start, 0) == span.end
        if not whole_place and not is_given_name(first) and not is_family_name(first):
            yield Mention(span, _ORG, shown(plain, span))
    for span in named_so(plain, lambda at: ends.get(at, 0)):
        yield Mention(span, _ORG, shown(plain, span))
        names[plain[span.start : span.end]] = shown(plain, span)
    for span in called(plain, lambda at, _: ends.get(at, 0)):
        yield Mention(span, _ORG, shown(plain, span))
        names[plain[span.start : span.end]] = shown(plain, span)
    longer = [name for name in names if len(name) > 3 and not is_given_name(name)]
    if longer:
        small = small_words(plain)
        longer = [name for name in longer if name.lower() not in small]
    if longer:
        alternation = "|".join(re.escape(name) for name in sorted(longer, key=lambda n: (-len(n), n)))
        for match in re.finditer(rf"(?<![\w-])(?:{alternation})(?![\w-])", plain):
            yield Mention(Span(*match.span()), _ORG, names[match[0]])


Kinds = dict[str, tuple[FactType | None, str]]
"""What an acronym stands for in this text: the kind of thing (None: something else), and its name."""


def shown(plain: str, span: Span) -> str:
    """The name as one shows it."""
    name = one_line(plain[span.start : span.end].replace("**", ""))
    return name[0].upper() + name[1:]


def _kinds(defined: Sequence[Definition], index: Index, plain: str) -> Kinds:
    projects = frozenset(_PROJECT.findall(plain))
    kinds: Kinds = {}
    for one in defined:
        if one.acronym not in kinds:
            kind = _kind_of(one, index, projects)
            kinds[one.acronym] = (kind, _name_of(one, kind, index))
    return kinds


_THEN = re.compile(rf"\s?\(({ACRONYM}|{DOTTED})\)")


def _followed(plain: str, bodies: Sequence[Mention], kinds: Kinds, index: Index) -> Kinds:
    """Acronyms between brackets just after a body: « Ministère de … (MEPDCI) ».

    The first letter must be the body's own: not that of « Secrétariat technique pour la gestion … (GIRE) »,
    nor a country behind its laboratory.
    """
    found: Kinds = {}
    for body in sorted(bodies, key=lambda m: m.span.start - m.span.end):
        then = _THEN.match(plain, body.span.end)
        if not then or kinds.get(then[1], (None, ""))[0] is not None or then[1] in NEVER_NAMES:
            continue
        place = index.entry_of(then[1])
        own = fold(then[1])[:1] == fold(body.name)[:1]
        if own and (place is None or place.type is not FactType.PLACE):
            found.setdefault(then[1], (_ORG, body.name))
    return found


def _spelled(
    plain: str,
    bodies: Sequence[Mention],
    kinds: Kinds,
    index: Index,
    is_free: Callable[[int, int], bool],
) -> Kinds:
    """Acronyms that spell a body that the text names in full: « l'Office du riz de Ziga … l'ORZ »."""
    words = {body.name: [w for w in key_of(body.name) if w not in SMALL] for body in bodies}
    long = {name: content for name, content in words.items() if len(content) > 2}
    found: Kinds = {}
    if not long:
        return found
    for acronym, token in {token[1]: token for token in _TOKEN.finditer(plain)}.items():
        if index.entry_of(acronym) is not None or not _may_be_body(plain, token, kinds, is_free):
            continue
        letters = "".join(letter for letter in fold(acronym) if letter.isalpha())
        names = [name for name, content in long.items() if _is_spelled(letters, content)]
        if names and len({fold(name) for name in names}) == 1:
            found[acronym] = (_ORG, names[0])
    return found


def _is_spelled(letters: str, content: Sequence[str]) -> bool:
    initials = "".join(word[0] for word in content)
    if len(letters) > 2 and initials.startswith(letters) and len(initials) - len(letters) < 2:
        return True
    return (
        5 < len(letters) < 11
        and letters not in content
        and letters[0] == initials[0]
        and spells(list(content), list(letters))
    )


def _name_of(one: Definition, kind: FactType | None, index: Index) -> str:
    entry = index.entry_of(one.name) or index.entry_of(one.acronym)
    if kind is _ORG and entry is not None and entry.type is _ORG:
        return entry.name
    return one.name[0].upper() + one.name[1:]


_PROJECT = re.compile(rf"\b[Pp](?:rojet|rogramme) ({ACRONYM})(?!\w)")


_OF_NATIONS = re.compile(r"\s+(?:des Nations [Uu]nies|de l['’]ONU|de l['’]Union [Ee]uropéenne)$")


def _kind_of(one: Definition, index: Index, projects: frozenset[str]) -> FactType | None:
    entry = index.entry_of(one.name) or index.entry_of(_OF_NATIONS.sub("", one.name))
    if entry is not None:
        return entry.type if entry.type is not FactType.PLACE else None
    head = key_of(one.name)[0]
    if _OF_A_YEAR.match(one.name):
        return None
    if head in _PROGRAMME_HEADS:
        return _PROGRAMME
    if head in _PAPERS and head not in _BODY_HEADS:
        return None
    if one.acronym in projects:
        return _PROGRAMME
    if one.acronym in NEVER_NAMES or not one.name[0].isupper() or one.acronym.endswith("s"):
        return _ORG if head in _BODY_HEADS - _NOT_BODIES and _is_named(one.name) else None
    known = index.entry_of(one.acronym)
    if known is not None and known.type is _ORG and known.in_capitals and head not in _PAPERS:
        return _ORG
    if head in _BODY_HEADS or any(word in _BODY_HEADS for word in key_of(one.name)[:2]):
        return _ORG
    return None


def _is_named(name: str) -> bool:
    """Whether a name that begins small is a proper one: « direction nationale de l'Hydraulique »."""
    return any(word[0][0].isupper() for word in re.finditer(r"[^\W\d_]{4,}", name))


def _known(plain: str, named: Sequence[Named], kinds: Kinds) -> Iterator[Mention]:
    places = {n.start: n for n in named if n.entry.type is FactType.PLACE}
    for one in named:
        written = plain[one.start : one.end]
        if one.entry.type not in (_ORG, _PROGRAMME) or (one.entry.in_capitals and written in kinds):
            continue
        if one.entry.in_capitals and _is_other(plain, one, written):
            continue
        following = places.get(one.end + 1)
        if one.entry.takes_country and not one.entry.in_capitals and following and plain[one.end] == " ":
            name = f"{one.entry.name} {following.entry.name}"
            yield Mention(Span(one.start, following.end), _ORG, name, sure=True)
        else:
            yield Mention(one.span, one.entry.type, one.entry.name, one.entry.acronym, sure=True)


_TOO_SHORT = re.compile(
    r"(?:AD|ON|CE|UA|BM|EU|MEF|ARK|ADA|CEA|ORM|IER|FAD|DRC|SFI|CSA|AEN|ARM|AAA|FSD|RBM|DCA|MCA|BRS|HI|OSS|DRA|DGD|UIT|BOA|SIF|ZOA)"
)


_REFERENCE = re.compile(r"[0-9] ?[/-] ?$")


def _is_other(plain: str, one: Named, written: str) -> bool:
    """A few capitals are no body in a line of capitals, nor at the end of a reference (`N°2021-226/MATD`)."""
    if is_capitals(plain, one.start, one.end) and _TOO_SHORT.fullmatch(written):
        return True
    return _REFERENCE.search(plain[max(0, one.start - 4) : one.start]) is not None


def _defined(defined: Sequence[Definition], kinds: Kinds) -> Iterator[Mention]:
    for one in defined:
        kind, name = kinds[one.acronym]
        if kind is not None:
            yield Mention(one.name_span, kind, name, one.acronym, sure=True)
            yield Mention(one.acronym_span, kind, name, one.acronym, sure=True)


_OF_A_YEAR = re.compile(
    r"(?i)programme (?:de travail|d['’]activités|d['’]emploi|annuel|prévisionnel|quinquennal|triennal"
    r"|(?:pluriannuel |triennal )?d['’]investissements?|"
    r"de (?:la )?(?:visite|journée|mission|réunion|session))(?!\w)"
)
"""Papers, not projects: a work plan, a time table."""


def _programmes(
    plain: str, called: Sequence[tuple[Span, str]], index: Index, kinds: Kinds
) -> Iterator[Mention]:
    for span, how in called:
        name = shown(plain, span)
        entry = index.entry_of(name) or index.entry_of(_OF_NATIONS.sub("", name))
        if (entry is not None and entry.type is not _PROGRAMME) or any(
            map(_OF_A_YEAR.match, (name, f"programme {name}"))
        ):
            continue
        if how == "cue" or (how == "acronym" and kinds.get(name, (_PROGRAMME, ""))[0] is not _PROGRAMME):
            continue
        yield Mention(
            span, _PROGRAMME, name, name if how == "acronym" else "", sure=how in ("acronym", "code")
        )


def _used(plain: str, called: Sequence[tuple[Span, str]], kinds: Kinds, index: Index) -> Kinds:
    """Acronyms that the text calls projects, and those of its steering committees."""
    found: Kinds = {}
    for span, how in called:
        name = shown(plain, span)
        undefined = name not in kinds or (kinds[name][0] is None and name not in NEVER_NAMES)
        if how in ("acronym", "cue") and undefined and index.entry_of(name) is None:
            if how == "cue" and is_capitals(plain, span.start, span.end):
                continue
            found[name] = (_PROGRAMME, kinds[name][1] if name in kinds else name)
            stem = name.split()[0]
            if stem not in kinds and index.entry_of(stem) is None and len(stem) > 3:
                found.setdefault(stem, (_PROGRAMME, stem))
    return found


def _acting(
    plain: str, kinds: Kinds, index: Index, is_free: Callable[[int, int], bool], places: Mapping[int, int]
) -> Kinds:
    """Unknown capitals that act, fund or are named as a body; and those listed after one of them."""
    found: Kinds = {}
    previous: tuple[int, bool] = (0, False)
    surnames = surnames_in_capitals(plain)
    for token in _TOKEN.finditer(plain):
        name = token[1]
        if places.get(token.start(), 0) > token.end():
            continue
        entry = index.entry_of(name)
        body = name in found or (entry is not None and entry.type is _ORG)
        if not body and entry is None and name not in surnames and _may_be_body(plain, token, kinds, is_free):
            between = plain[previous[0] : token.start()]
            listed = (
                previous[1]
                and re.fullmatch(r" ?/ ?|, (?:et )?(?:l'|la |le )?| et (?:l'|la |le |de l'|du )?", between)
                is not None
            )
            left = before(plain, token.start(), 70)
            acts = _ACTS.match(after(plain, token.end())) is not None
            beside = plain[token.end() : token.end() + 1] == ")" and _after_person(left)
            body = (
                listed
                or beside
                or _BY_NOUN.search(left) is not None
                or (acts and _is_subject(left))
                or _funds(plain, token, left)
                or _is_said_to_be(plain, token, left)
                or _is_asked(plain, token, left)
            )
            if body:
                found[name] = (_ORG, name)
        previous = (token.end(), body)
    return found


_COMMITTEE = re.compile(r"(?:COGES|COGEP|ASACO|ASUFOR)(?!\w)")
_OF_ONE = re.compile(r"\b(?:[Ll]e|[Dd]u|[Aa]u)[ \n]$")
_OF_MANY = re.compile(r"\b(?:[Ll]es|[Dd]es|[Aa]ux|[Cc]haque|[Uu]n|[0-9]+)[ \n]$")


def _committees(plain: str, kinds: Kinds) -> Kinds:
    """« le COGES », when the text speaks of one only."""
    found: Kinds = {}
    for match in _COMMITTEE.finditer(plain):
        left = plain[max(0, match.start() - 8) : match.start()]
        if _OF_MANY.search(left):
            return {}
        if _OF_ONE.search(left) and match[0] not in kinds:
            found[match[0]] = (_ORG, match[0])
    return found


_AFTER_KNOWN = re.compile(r"([A-ZÀ-Ý][\w'-]+) (?:[A-ZÀ-Ý][\w'-]+ ){1,3}\($")
_AFTER_GIVEN = re.compile(r"[,:] ([A-ZÀ-Ý][\w'-]+) \($")
_AFTER_PERSON = re.compile(
    r"(?:\b(?:M|Mr|Mme|Mmes|MM|Dr|Pr)\.? (?:[A-ZÀ-Ý][\w'-]+ ){1,4}|[a-zà-ÿ]+ et (?:[A-ZÀ-Ý][\w'-]+ ){2,3})\($"
)


def _after_person(left: str) -> bool:
    known = _AFTER_KNOWN.search(left)
    if known is not None and is_given_name(known[1]):
        return True
    first = _AFTER_GIVEN.search(left)
    if first is not None and is_given_name(first[1]) and not is_only_doubtful(first[1]):
        return True
    return _AFTER_PERSON.search(left) is not None


_FEMININE_BODY = re.compile(r"(?:SO[A-Z]{3,}|D[RNGPD][A-Z]{2,}|FE[NC][A-Z]{2,}|AN[A-Z]{3,})")
_SAID_TO_BE = re.compile(
    r",\s(?:une |la |l')?(?:société|association|ONG|agence|organisation|structure|entreprise|bureau|cabinet|"
    r"fédération|institution)\b"
)


def _is_said_to_be(plain: str, token: re.Match[str], left: str) -> bool:
    """« la SOMAGEP », « la DRPIA »: a society, a direction by its letters; « X, société publique de … »."""
    by_letters = _FEMININE_BODY.fullmatch(token[1]) and re.search(r"\bla $", left)
    return bool(by_letters) or _SAID_TO_BE.match(plain, token.end()) is not None


def _is_asked(plain: str, token: re.Match[str], left: str) -> bool:
    """« Transmettre … à la DRE », « à la DRA : réapprovisionner », « à la X d'organiser … »."""
    if _TO.search(left) is None:
        return False
    return _SENT.search(left) is not None or _TO_DO.match(plain, token.end()) is not None


def _funds(plain: str, token: re.Match[str], left: str) -> bool:
    return _MASCULINE.search(left) is not None and _STRONG_ACTS.match(after(plain, token.end())) is not None


def _is_subject(left: str) -> bool:
    return not left.strip() or _FEMININE.search(left) is not None or left.rstrip()[-1] in ".:;•"


def _may_be_body(plain: str, token: re.Match[str], kinds: Kinds, is_free: Callable[[int, int], bool]) -> bool:
    name = token[1]
    if (
        name in kinds
        or name in NEVER_NAMES
        or len(name) < 3
        or name.isdigit()
        or any(c.isdigit() for c in name[1:])
    ):
        return False
    if all(part in NEVER_NAMES or len(part) < 2 for part in re.split(r"[-/&_]", name)) or len(name) > 14:
        return False
    return is_free(*token.span()) and not is_capitals(plain, *token.span())


_AFTER_ARTICLE = r"(?:(?<=\b[Ll][ea][ \n].)|(?<=\b[DdAa]u[ \n].)|(?<=\b[LlDd]'.))"
_AS_WORD = re.compile(rf"([{UPPER}]{_AFTER_ARTICLE}[{LOWER}]{{2,9}})(?![\w-])")
_SHORT_AS_WORD = re.compile(rf"([{UPPER}]{_AFTER_ARTICLE}[{LOWER}]{{2}})(?![\w-])")


def _as_words(plain: str, kinds: Kinds, index: Index) -> Kinds:
    """Acronyms of this text that it also writes as the press does: « le FNM … les clientes du Fnm »."""
    found: Kinds = {}
    for written in frozenset(_AS_WORD.findall(plain)):
        if written.upper() in kinds and index.entry_of(written) is None and not is_given_name(written):
            found[written] = kinds[written.upper()]
    return found


def _short_as_words(plain: str, kinds: Kinds, index: Index) -> Iterator[Mention]:
    """Known acronyms of three letters as the press writes them: « le Pam », « l'Afd »."""
    for match in _SHORT_AS_WORD.finditer(plain):
        entry = index.entry_of(match[1])
        acronym = match[1].upper()
        if entry and entry.in_capitals and entry.type is _ORG and acronym not in kinds:
            yield Mention(Span(*match.span(1)), _ORG, entry.name, entry.acronym, sure=True)


def _acronyms(plain: str, kinds: Kinds, is_free: Callable[[int, int], bool]) -> Iterator[Mention]:
    """Every use of the acronyms that stand for something here."""
    names = sorted((n for n, (kind, _) in kinds.items() if kind is not None), key=lambda n: (-len(n), n))
    if not names:
        return
    alternation = "|".join(re.escape(name).replace(r"\ ", r"[ \n]") for name in names)
    for match in re.finditer(rf"(?<![\w])(?:{alternation})(?![\w])", plain):
        acronym = " ".join(match[0].split())
        kind, name = kinds[acronym]
        if kind is not None:
            yield Mention(Span(*match.span()), kind, name[0].upper() + name[1:], acronym, sure=True)
