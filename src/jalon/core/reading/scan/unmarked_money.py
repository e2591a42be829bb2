"""Amounts without a currency beside them, where the words around say money."""

import re
from bisect import bisect_left
from collections import Counter

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.numbers import numbers
from jalon.core.reading.scan.amounts import amount_of, take_amount
from jalon.core.reading.scan.currencies import is_of_francs
from jalon.core.reading.surface import Surface

_SAID = re.compile(
    r"\b(?:montants?|co[ûu]ts?|budgets?|enveloppes?|sommes?|financements?|subventions?"
    r"|cr[ée]dits?|contributions?|apports?|recettes?"
    r"|chiffres? d'affaires|b[ée]n[ée]fices?|d[ée]penses?|ch[èe]ques?|dons?|dotations?|primes?"
    r"|bourses?|salaires?|cotisations?|pr[êe]ts?|fonds|valeur)(?: (?!d'|de\b"
    r"|est|[ée]tait|[àa] )[^\W\d]+){0,3}"
    r"(?:,? (?:qui )?(?:s'[ée]l[èe]v\w+|s'[ée]tabli\w+|est estim[ée]e?|estim[ée]e?s?"
    r"|[ée]valu[ée]e?s?|chiffr[ée]e?s?|est|[ée]tait|fix[ée]e?|arr[êe]t[ée]e?"
    r"|port[ée]e?)(?: (?:à|de))?(?: ?:)?"
    r"| (?:global |total |initial |annuel |pr[ée]visionnel )*(?:de|d'|à hauteur de|:)"
    r"| ?:)\s?(?:environ |pr[èe]s de |plus de |moins de )?\Z",
    re.I,
)
_LARGE = re.compile(
    r"(?<![\w.,/-])(?:(?:[1-9][0-9]{0,2}(?:[ .][0-9]{3}){1,4}"
    r"|[0-9]+(?:[.,] ?[0-9]+)?)\s?(?P<scale>millions?|milliards?|Mds?)"
    r"|[1-9][0-9]{0,2}(?:[ .][0-9]{3}){1,4}|(?P<cents>[1-9][0-9]{3,},[0-9]{2}))(?!\w|[.,][0-9]| [0-9])",
    re.I,
)
_NOT_COUNTED = re.compile(
    r"\s?(?:[.,;:)!?(]|\Z|\n\s*(?:\n|[-•])|\s(?:dans|pour|sur|par|en|au|aux|à|a|ont|est|sont|[ée]tait|et|ou|dont|soit"
    r"|qui|afin|avec|lors|destin|r[ée]part|octroy|allou|accord|mobilis|mis|pour|pr[ée]vu|inscrit|engag|d[ée]caiss|contre)\b\w*)"
)
_MEANS = (
    r"(?:financements?|budgets?|d[ée]penses?|recettes?|investissements?|cr[ée]dits?|fonds|dettes?"
    r"|subventions?|dons?|pr[êe]ts?|ressources|b[ée]n[ée]fices?|chiffre d'affaires)\b"
)
_OF_MEANS = re.compile(rf"\s(?:de |d'|des |du ){_MEANS}", re.I)
_MONEYED = re.compile(
    r"\b(?:montants?|co[ûu]t\w*|budg[ée]t\w*|financ\w+|recettes?|d[ée]pens\w+|investi\w*|sommes?|enveloppes?"
    r"|subventions?|cr[ée]dits?|fonds|d[ée]caiss\w+|dettes?|dotations?)\b",
    re.I,
)
_DONE_TO = re.compile(
    r"\b(?:vaccin\w+|touch\w+|atteign\w+|recens\w+|scolaris\w+|nourri\w*|d[ée]plac[ée]\w*|plant\w+|r[ée]fugi\w+"
    r"|[ée]l[èe]ves|m[ée]nages|[ée]lecteurs|cas|moutons|b[oœ]\w*ufs|visiteurs|passagers|abonn\w+|litres|kilos"
    r"|taux|indice|superficie|km2?)\b",
    re.I,
)
_COUNTED = re.compile(
    rf"\s(?:de |d'|des |du )(?!{_MEANS})|\s(?:habitants|personnes|femmes|hommes|plants|arbres|tonnes|t[êe]tes"
    r"|doses|ha|km|m3)\b",
    re.I,
)
_OF_PEOPLE = re.compile(
    r"\b(?:habitants|population|personnes|hectares|tonnes|plants|arbres|t[êe]tes|doses|femmes|enfants)\b",
    re.I,
)
_PART_OF = re.compile(r"\b(?:dont|soit|contre|sur|reste|à|puis)\s\Z", re.I)


def unmarked_money(surface: Surface, franc: str) -> None:
    """`un montant de 26 millions dans trois régions`: the currency is the one the text uses most.

    `dont 900 millions pour…` beside an amount of the same sentence or paragraph has its currency.
    """
    amounts = surface.of_type(FactType.MONEY)
    used = Counter(f.text("currency") for f in amounts)
    most = used.most_common(1)[0][0] if used else franc
    known = bool(used) or is_of_francs(surface.plain)
    for match in surface.search(_LARGE):
        text = surface.plain
        means = _OF_MEANS.match(text, match.end())
        ended = means or _NOT_COUNTED.match(text, match.end())
        if _COUNTED.match(text, match.end()) if match["scale"] else not ended:
            continue
        before = text[max(0, match.start() - 90) : match.start()]
        index = bisect_left(amounts, match.start(), key=lambda fact: fact.start)
        beside = _beside_amount(surface, match, amounts[max(0, index - 1) : index + 1])
        bracketed = amounts[index - 1] if index and _in_brackets(surface, match, amounts[index - 1]) else None
        if _SAID.search(before):
            currency = beside.text("currency") if beside else most
        elif beside and (match["scale"] or _PART_OF.search(before)):
            currency = beside.text("currency")
        elif bracketed:
            currency = bracketed.text("currency")
        elif (
            (used if match["cents"] else known)
            and ended
            and _speaks_of_money(surface, match, sure=means is not None)
        ):
            currency = most
        else:
            continue
        if fact := _take_implicit(surface, match, currency):
            amounts.insert(index, fact)
    for fact in amounts:
        _summed(surface, fact)
    _listed(surface)


def _in_brackets(surface: Surface, match: re.Match[str], earlier: Fact) -> bool:
    """Whether a round number fills brackets soon behind an amount: `l'État (600 000 000), la BID (…)`."""
    text = surface.plain
    if (
        match["scale"]
        or text[match.start() - 1 : match.start()] != "("
        or text[match.end() : match.end() + 1] != ")"
    ):
        return False
    sentence = surface.sentence_at(match.start())
    return (
        match.start() - earlier.end < _SOON
        and len(match[0]) >= len("100 000")
        and match[0].endswith("000")
        and earlier.start >= surface.paragraph_at(match.start()).start
        and not _OF_PEOPLE.search(text, sentence.start, sentence.end)
    )


_SOON = 240


def _speaks_of_money(surface: Surface, match: re.Match[str], *, sure: bool) -> bool:
    """Whether millions, or a number with cents, stand in a sentence about money and about no people."""
    if sure:
        return bool(match["scale"])
    sentence = surface.sentence_at(match.start())
    return (
        bool(match["scale"] or match["cents"])
        and _MONEYED.search(surface.plain, sentence.start, sentence.end) is not None
        and not _OF_PEOPLE.search(surface.plain, sentence.start, sentence.end)
        and not _DONE_TO.search(surface.plain, sentence.start, sentence.end)
    )


_ADDED = re.compile(
    r"(?<![\w.,/+-])(?P<number>[1-9][0-9]{0,2}(?:[ .][0-9]{3})+|[1-9][0-9]{2,})(?:,[0-9]{2})? ?\+ ?\Z"
)


def _summed(surface: Surface, fact: Fact) -> None:
    """`21 325 + 19 611,72 €`: what is added up has the currency of the last."""
    window = max(0, fact.start - 24)
    found = _ADDED.search(surface.plain[window : fact.start])
    if found is None:
        return
    first = next(numbers(surface.plain, window + found.start(), fact.start), None)
    if first is not None and surface.is_free(first.start, first.end):
        take_amount(surface, first.start, first.end, first.value, fact.text("currency"), implicit=True)


def _beside_amount(surface: Surface, match: re.Match[str], near: list[Fact]) -> Fact | None:
    """The amount of the same sentence that a number without a currency goes with."""
    sentence = surface.sentence_at(match.start())
    same = [fact for fact in near if sentence.start <= fact.start < sentence.end]
    if same:
        return same[0] if same[0].end <= match.start() or match["scale"] else None
    paragraph = surface.paragraph_at(match.start())
    people = _OF_PEOPLE.search(surface.plain, sentence.start, sentence.end)
    earlier = [fact for fact in near if paragraph.start <= fact.start < match.start()]
    return earlier[-1] if earlier and match["scale"] and not people else None


def _take_implicit(surface: Surface, match: re.Match[str], currency: str) -> Fact | None:
    found = next(iter(numbers(surface.plain, *match.span())), None)
    if found is None:
        return None
    short = match["scale"] if match["scale"] and match["scale"].lower().startswith("md") else ""
    value = amount_of(surface, found, short)
    if value < 1000:
        return None
    return take_amount(surface, match.start(), match.end(), value, currency, implicit=True)


_LABELLED = re.compile(
    r"(?m)^[ \t]*(?:[-•*][ \t]*)?(?P<label>[^\W\d_][^\n:\t|]{1,70}):[ ]?"
    r"(?P<figure>[1-9][0-9]{0,2}(?:[ .][0-9]{3})+|(?!19|20)[1-9][0-9]{3,8})(?P<rest>[^\n]{0,16})$"
)
_MARKED = re.compile(r" ?(?:F|€|FCFA|F CFA|euros?|francs?(?: CFA)?|EUR|XOF|USD|\$)? ?[;.,]? *\Z", re.I)
_OF_OTHERS = re.compile(
    r"\b(?:nombre|nbre|effectifs?|ann[ée]e|t[ée]l\w*|code|num[ée]ro|superficie|distance|quantit[ée]|r[ée]f[ée]rence"
    r"|compte n|kits?|sacs?|cibles?|b[ée]n[ée]ficiaires?|filles|gar[çc]ons|total)\b|n°",
    re.I,
)


_PAYING = re.compile(
    r"\b(?:apports?|contributions?|cotisations?|participation|part|prix|solde|reliquat|dons?|ventes?|achats?|frais"
    r"|salaires?|loyers?|transport|carburant|indemnit[ée]s?|per ?diems?)\b",
    re.I,
)


def _listed(surface: Surface) -> None:
    """`Transport : 45 000 FCFA`, next line `Repas : 60 000`: lines of one list share their currency."""
    amounts = {fact.start: fact for fact in surface.of_type(FactType.MONEY)}
    run: list[re.Match[str]] = []
    for match in _LABELLED.finditer(surface.plain) if amounts else ():
        if not _MARKED.fullmatch(match["rest"]):
            continue
        if run and match.start() > run[-1].end() + 1:
            _take_run(surface, run, amounts)
            run = []
        run.append(match)
    _take_run(surface, run, amounts)


def _take_run(surface: Surface, run: list[re.Match[str]], amounts: dict[int, Fact]) -> None:
    marked = [amounts[match.start("figure")] for match in run if match.start("figure") in amounts]
    if not marked:
        return
    for match in run:
        span, label = match.span("figure"), match["label"]
        free = surface.is_free(*span) and not match["rest"].strip(" ;.,")
        paying = len(marked) > 1 or _MONEYED.search(label) or _PAYING.search(label)
        if free and paying and not _OF_PEOPLE.search(label) and not _OF_OTHERS.search(label):
            found = next(numbers(surface.plain, *span), None)
            if found is not None:
                take_amount(surface, *span, found.value, marked[0].text("currency"), implicit=True)
