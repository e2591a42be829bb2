"""Numbers of acts, agreements and projects: `décision n°2021-014/MATD-SG`, `projet MLI 1088`."""

import re

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.surface import Surface

_KINDS = {
    "loi": "law", "décret": "decree", "arrêté": "order", "ordonnance": "ordinance", "décision": "decision",
    "convention": "agreement", "accord": "agreement", "avenant": "amendment", "protocole": "agreement",
    "lettre": "letter", "bordereau": "letter", "courrier": "letter", "note": "letter", "circulaire": "letter",
    "contrat": "contract", "marché": "contract", "lot": "contract", "résolution": "resolution",
    "agrément": "registration", "récépissé": "registration", "délibération": "decision", "acte": "decision",
    "appel": "tender", "avis": "tender", "dossier": "tender", "projet": "project_code",
    "programme": "project_code", "référence": "reference", "rapport": "report", "mandat": "order",
}  # fmt: skip
_ACTS = frozenset({"law", "decree", "order", "ordinance", "decision", "agreement", "letter", "resolution"})
_ACT = (
    r"(?:loi|d[ée]cret|arr[êe]t[ée]|ordonnance|d[ée]cision|convention|accord|avenant|protocole"
    r"|lettre|bordereau"
    r"|courrier|note|circulaire|contrat|march[ée]|r[ée]solution|agr[ée]ment|r[ée]c[ée]piss[ée]"
    r"|d[ée]lib[ée]ration"
    r"|acte|appel|avis|dossier|projet|programme|rapport|mandat|r[ée]f[ée]rence)s?"
)
_SIGN = r"(?:n ?[°º]|n[o0]\.?(?= ?[0-9])|num[ée]ro|r[ée]f(?:[ée]rence)?\.? ?:)"
_CODE = (
    r"(?:[A-Z]{1,4} (?=[0-9]{3}))?[0-9A-Z][0-9A-Z._]*(?:(?:-"
    r"| ?/ ?)[0-9A-Z][0-9A-Z.&']*(?![a-z]))*(?: [0-9]{2} [A-Z]\b)?"
)
_NUMBERED = re.compile(
    rf"\b(?P<act>(?i:{_ACT}))(?: [^\W\d]+(?:[-'][^\W\d]+)*){{0,3}},? ?\(?(?i:{_SIGN}) ?(?P<code>{_CODE})"
)
_LAW = re.compile(
    r"\b(?P<act>(?:[Ll]oi|[Dd][ée]cret|[Oo]rdonnance|[Aa]rr[êe]t[ée]"
    r"|[Dd][ée]cision)) (?P<code>(?:[0-9]{2}|[0-9]{4})-[0-9]{2,6}(?:/[A-Z0-9/-]+)?)(?![\w/-])"
)
_ALONE = re.compile(
    rf"(?<!\w)(?i:{_SIGN}) ?(?P<code>[0-9]{{2,4}} ?[-/] ?[0-9A-Z][0-9A-Z/. &-]*[0-9A-Z]"
    rf"|[0-9]{{3,}} ?[-/] ?[A-Z]{{2,}}[0-9A-Z/-]*)"
)
_PROJECT = re.compile(
    r"\b(?:projets?|programmes?|conventions?|codes?|contrats?|financements?)(?: [^\W\d]+){0,2}? ?[:(\[]? ?"
    r"(?P<code>[A-Z]{2,5}[ /_-][0-9]{3,5}(?:[/.-][0-9A-Z]{1,5}){0,2}|P[0-9]{6}|[A-Z]{3}[0-9]{3,5})\b"
)
_COUNTRY_CODE = re.compile(
    r"(?<![\w/])(?:MLI|NER|NIG|BKF|BFA|SEN|TCD|MRT|CVE|BEN|TGO|CIV|GIN|CMR)[ /-][0-9]{3,5}(?![\w/-])"
    r"|(?<![\w/])(?:[A-Z]{2,5}/){1,4}20[0-9]{2}/[0-9]{2,5}(?![\w/])"
    r"|(?<![\w/])(?:[A-Z]{2,5}/){2,4}[0-9]{2,4}(?:/[A-Z0-9]{2,5})*(?![\w/])"
    r"|\b(?:FED|DCI|NDICI|EDF|ENV|CSO-LA)/20[0-9]{2}/[0-9]{3}-?[0-9]{3}\b|\bP[0-9]{6}\b"
    r"|\bC[A-Z]{2} ?[0-9]{4} [0-9]{2} [A-Z]\b"
)
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def references(surface: Surface) -> None:
    """Take numbers of acts, agreements and letters, and codes of projects."""
    for match in surface.search(_NUMBERED):
        kind = _kind(match["act"])
        if _is_number(match["code"], short=kind in _ACTS):
            _take(surface, match.start(), match, kind)
    for match in surface.search(_LAW):
        _take(surface, match.start(), match, _kind(match["act"]))
    for match in surface.search(_ALONE):
        _take(surface, match.start(), match, "reference")
    for match in surface.search(_PROJECT):
        _take(surface, match.start("code"), match, "project_code")
    for match in surface.search(_COUNTRY_CODE):
        surface.take(Fact(FactType.REFERENCE, match.start(), match.end(), match[0], {"kind": "project_code"}))


def _take(surface: Surface, start: int, match: re.Match[str], kind: str) -> None:
    end = match.end("code")
    if not surface.is_free(start, end):
        return
    code = match["code"].strip()
    fact = Fact(
        FactType.REFERENCE, start, match.start("code") + len(match["code"].rstrip()), code, {"kind": kind}
    )
    if year := _YEAR.search(code):
        fact.say("year", int(year[0]))
    surface.take(fact)


def _is_number(code: str, *, short: bool) -> bool:
    return any(c.isdigit() for c in code) and (len(code) > (1 if short else 3) or "/" in code or "-" in code)


def _kind(act: str) -> str:
    word = act.lower()
    return next(
        (kind for name, kind in _KINDS.items() if _bare(word).startswith(_bare(name)[:5])), "reference"
    )


def _bare(word: str) -> str:
    return word.translate(str.maketrans("éèêà", "eeea"))
