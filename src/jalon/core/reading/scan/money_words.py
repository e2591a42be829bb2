"""What an amount is: budget, contribution, spent… by the words before it; an equivalent or a unit price."""

import re

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.surface import Surface

_STATUS = (
    (
        "unit",
        r"prix unitaires?|co[ûu]ts? unitaires?|\bPU\b|par (?:personne|b[ée]n[ée]ficiaire|m[ée]nage"
        r"|mois|jour|sac|kg|kilo|hectare|[ée]l[èe]ve|t[êe]te)"
        r"|chacune?|l'unit[ée]|\bpr[êe]t\b|droit d'entr[ée]e|cotisations?",
    ),
    (
        "contribution",
        r"contribu\w+|apports?|participation|contrepartie|co-?financements?|quote-part"
        r"|\bpart (?:de|du)\b",
    ),
    (
        "spent",
        r"d[ée]pens\w+|d[ée]caiss\w+|ex[ée]cut[ée]\w*|consomm\w+|vers[ée]\w*|pay[ée]\w*|octroy\w+"
        r"|distribu\w+|financ[ée]e?s?\b|r[ée]alis[ée]\w*|utilis[ée]\w*|liquid\w+|injec\w+",
    ),
    ("mobilised", r"mobilis\w+|lev[ée]e? de fonds|collect[ée]\w*"),
    ("recovered", r"recouvr\w+|rembours\w+"),
    ("pledged", r"promess\w+|promis\w*|annonc[ée]e?s?|engage(?:ment|r|nt)\w*|engag[ée]e?s?|intentions?"),
    ("revenue", r"recettes?|chiffres? d'affaires|b[ée]n[ée]fices?|revenus?|ventes?|vendu\w*|gains?|marges?"),
    (
        "gap",
        r"[àa] rechercher|gap|besoins? de financement|manque|reste [àa] (?:financer|mobiliser)"
        r"|d[ée]ficit",
    ),
    (
        "budget",
        r"budgets?|co[ûu]ts?|enveloppes?|dot[ée]e?s?|montants?|fonds|financements?|subventions?"
        r"|dotation|allou[ée]\w*",
    ),
)
_WORDS = tuple((status, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I)) for status, words in _STATUS)
_UNIT_AFTER = re.compile(
    r"\s?\)?\s{0,12}[*×x]\s?\(?[0-9]|\s?/ ?[a-z]|\spar (?!le|la|l'|des|un|les)[a-zà-ÿ]|\schacune?\b"
    r"|\s(?:le|la|l'(?:une?\b)?) ?(?!plus|m[êe]me)[a-zà-ÿ]",
    re.I,
)
_EQUIVALENT = re.compile(
    r"(?:\b(?:soit|=|[ée]quivalent (?:à|de)|ou)|[(=/])\s?(?:environ |pr[èe]s de |l'[ée]quivalent de )?\Z",
    re.I,
)
_WHAT = re.compile(
    r"\b(?P<what>(?:budgets?|co[ûu]ts?|montants?|enveloppes?|sommes?|financements?|subventions?"
    r"|contributions?|apports?|fonds|cr[ée]dits?"
    r"|pr[êe]ts?|recettes?|b[ée]n[ée]fices?|chiffres? d'affaires|d[ée]penses?|revenus?"
    r"|salaires?|loyers?|frais|primes?|bourses?)"
    r"(?: [^\W\d]+(?:[-'][^\W\d]+)*){0,5}?),?(?: (?:d'un montant|s'[ée]l[èe]v\w+|est|[ée]tait"
    r"|de|d'|à|:|est estim[ée]e?|total|global)){0,3}\s?:?\s?\Z",
    re.I,
)
_LABEL = re.compile(r"(?:\A|\n)[ \t•*-]*(?P<label>[^\n:|\t]{3,70}?) ?:?\s{0,12}\Z")
_CUT = re.compile(r"[.;!?](?=\s)|\n\s*\n|[|\t]")


def describe(surface: Surface, fact: Fact) -> None:
    """Say of an amount its status, what it is for, and whether it repeats the one before in other money."""
    before = surface.plain[max(0, fact.start - 120) : fact.start]
    if cuts := list(_CUT.finditer(before)):
        before = before[cuts[-1].end() :]
    equivalent = _EQUIVALENT.search(before)
    earlier = _one_before(surface, fact) if equivalent else None
    if equivalent and earlier and earlier.text("currency") != fact.text("currency"):
        fact.say("equivalent", True)
        fact.say("status", earlier.text("status") or "budget")
        return
    fact.say(
        "status", "unit" if _UNIT_AFTER.match(surface.plain, fact.end, fact.end + 24) else _status(before)
    )
    if what := _WHAT.search(before) or _LABEL.search(before):
        said = what.groupdict()
        fact.say("what", re.sub(r"\s+", " ", said.get("what") or said.get("label") or "").strip().lower())


def _one_before(surface: Surface, fact: Fact) -> Fact | None:
    found = [
        f for f in surface.facts[-8:] if f.type is FactType.MONEY and fact.start - 40 <= f.end <= fact.start
    ]
    return max(found, key=lambda f: f.end) if found else None


def _status(before: str) -> str:
    found = [(match.end(), status) for status, pattern in _WORDS for match in pattern.finditer(before)]
    return max(found)[1] if found else "budget"
