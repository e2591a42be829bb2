"""Who chairs a meeting, and with whom."""

import re

from jalon.core.reading.facts import Span
from jalon.core.reading.structure.names import read_name, typeset, without_civility

_CO = re.compile(
    r"\b(?:co-?\s?pr[ée]sid[ée]e?s?|la\s+co-?pr[ée]sidence\s+(?:de|du))\s+(?:conjointement\s+)?(?:par\s+)?",
    re.IGNORECASE,
)
_CHAIR = re.compile(
    r"(?<![-\w])(?:que\s+pr[ée]sid(?:e|ait)(?=\s)|pr[ée]sid[ée]e?s?\s+(?:conjointement\s+)?par"
    r"|sous\s+la\s+(?:haute\s+)?pr[ée]sidence(?:\s+effective)?\s+(?=d[eu'])"
    r"|(?:dirig|conduit)[ée]?e?s?\s+par|sous\s+la\s+(?:direction|conduite)\s+(?=d[eu'])"
    r"|autour\s+d[e'](?=\s*(?:M\.|MM\.|Mme|Monsieur|Madame|Dr)\s)"
    r"|pr[ée]sidente?(?:\s+de\s+(?:la\s+)?s[ée]ance)?\s*:|pr[ée]sidence\s*[:\t]"
    r"|(?:la\s+)?pr[ée]sidence\s+(?:a\s+[ée]t[ée]|[ée]tait|est)\s+assur[ée]e\s+par)\s*",
    re.IGNORECASE,
)
_TITLES = r"(?:M\.|Mr|Mme|Monsieur|Madame|Dr)"
_PRESIDENT = re.compile(
    rf"\bpr[ée]sidente?\s+du\s+comit[ée]\b[^,.;\n]{{0,60}},\s+(?P<name>{_TITLES}\s[^,.;\n]{{3,50}}?)"
    r"(?=\s+(?:et|a|ont)\s|[,.;\n])"
)
_PRESIDED = re.compile(
    rf"(?:^|[.,;]\s)\s*(?P<name>(?:le\s|la\s|l'|{_TITLES}\s)[^,.;:\n]{{3,80}}?)\s+a\s+pr[ée]sid[ée]\s",
    re.IGNORECASE | re.MULTILINE,
)
_STOP = re.compile(
    r"[,;(]|(?<!\bM)(?<!\bMM)(?<!\bDr)(?<!\bPr)(?<!\ba)(?<!\bS\.E)(?<!\bMr)\.(?=\s|$)|\n\s*\n|\s{3,}|\t"
    r"|\s(?:et\s+(?=co|en\s)|(?:a|ont|avec|qui|que|assist\w+|s'est|en\s+présence|à\s+partir)\s"
    r"|dans\s+(?:la|les|le)\s|le\s+(?=(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|[0-9]))|à\s+(?=[0-9]))"
)
_APPOSED = re.compile(rf",\s+(?P<name>{_TITLES}\s+(?:[A-ZÀ-Ý][\w'-]+\s?){{1,4}})")
_ARTICLE = re.compile(r"(?:de\s+la\s+|de\s+l'|du\s+|des\s+|de\s+|la\s+|le\s+|les\s+|l'|d')", re.IGNORECASE)
_JOINTLY = re.compile(r"\s+et\s+(?=(?:par\s+)?(?:le|la|l'|M\.|Mme|Monsieur|Madame))")
_LONGEST = 170


def chairs_in(plain: str, span: Span) -> tuple[str, str]:
    """Return who chairs and who chairs with them, as told in a passage; empty when it does not tell."""
    co = _CO.search(plain, span.start, span.end)
    chair = _CHAIR.search(plain, span.start, span.end)
    cochair = _who(plain, co.end(), span.end) if co else ""
    if chair:
        first, second = _two(plain, chair, span.end)
        return first, cochair or second
    if co:
        first, second = _two(plain, co, span.end)
        return (first, second) if second else ("", cochair)
    president = _PRESIDENT.search(plain, span.start, span.end) or _PRESIDED.search(
        plain, span.start, span.end
    )
    return (_named(president["name"]), "") if president else ("", "")


def _two(plain: str, match: re.Match[str], end: int) -> tuple[str, str]:
    text = _until(plain, match.end(), end)
    if "conjointement" in match[0].lower() or match[0].lower().startswith("co"):
        cut = _JOINTLY.search(text)
        if cut:
            return _named(text[: cut.start()]), _named(re.sub(r"^par\s+", "", text[cut.end() :]))
    return _named(text), ""


def _who(plain: str, start: int, end: int) -> str:
    return _named(_until(plain, start, end))


def _until(plain: str, start: int, end: int) -> str:
    end = min(end, start + _LONGEST)
    stop = _STOP.search(plain, start + 3, end)
    apposed = _APPOSED.match(plain, stop.start(), end) if stop else None
    if apposed:
        return apposed["name"]
    return plain[start : stop.start() if stop else end]


def _named(text: str) -> str:
    words = " ".join(text.split())
    words = _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words
    bare = without_civility(words)[0]
    bare = _ARTICLE.sub("", bare, count=1) if _ARTICLE.match(bare) else bare
    read = read_name(words)
    return typeset(read[0] if read else bare.strip(" ,."))
