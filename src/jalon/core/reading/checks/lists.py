"""A count that is announced against the items that are listed: `cinq communes (Bargny, Mékhé, …)`."""

import re
from decimal import Decimal

from jalon.core.reading.checks.common import TOTAL, doubtful, is_rounded, number, ok, said, stems, wrong
from jalon.core.reading.facts import Check, Fact, FactType, Span
from jalon.core.reading.structure.headings import Column
from jalon.core.reading.structure.tables import tables
from jalon.core.reading.surface import Surface

_OPEN = re.compile(
    r"\b(?:notamment|dont|tels?|telles?|comme|par exemple|entre autres|etc|parmi|y compris|principalement"
    r"|surtout)\b|…|\.\.\.",
    re.I,
)
_ASIDE = re.compile(r"[^.;:()\n]{0,60}?\s*(?:\(([^()]{3,400})\)|- ([^-\n]{3,300}?) -)")
_BULLET = re.compile(
    r"[ \t]*(?:(?P<mark>[-•*·▪○►➢✓])|(?P<digit>\(?[0-9]{1,2}[.)])|(?P<letter>\(?[a-z][.)])"
    r"|(?P<roman>[IVX]{1,4}[.)])|(?P<code>R[0-9][.:]?))\s*\S"
)
_NAME = re.compile(
    r"(?:(?:l'|la |le |les |d'|du |de |des )?[A-ZÀ-Ý][\w'.-]*"
    r"(?:[ /](?:[A-ZÀ-Ý][\w'.-]*|de|du|des|la|et|d'[A-ZÀ-Ý]\w*))*)\s*"
)
_ATTEND = re.compile(r"particip|regroup|pris part|réuni|étaient présent", re.I)
_OTHER_PLACE = re.compile(r"\b(?:des|du|de la|de l'|dans|en|par|sur|à)\b", re.I)
_LARGEST = 30
_TOO_FAR = 90
_PLACES = re.compile(
    r"\b(?:communes?|régions?|cercles?|villages?|départements?|provinces?|districts?|pays|villes"
    r"|localités|quartiers)\b",
    re.I,
)


def check_lists(surface: Surface) -> list[Check]:
    """Count the names or the bullets that an announced count is of."""
    found: list[Check] = []
    for fact in surface.of_type(FactType.QUANTITY, FactType.LIST_COUNT):
        count = number(fact)
        if count is None or not 2 <= count <= _LARGEST or is_rounded(fact) or fact.of is not None:
            continue
        ways = (_bullets, _tabled, _in_parentheses, _of_names, _after_colon, _apposed, _before_count)
        found += next((checks for way in ways if (checks := way(surface, fact))), [])
    return [*found, *_participants(surface)]


def _told(count: Decimal | int, items: int) -> str:
    return f"{said(count)} annoncé{'s' * (count >= 2)}, {items} cité{'s' * (items >= 2)}"


def _compare(fact: Fact, items: int, spans: tuple[Span, ...]) -> Check:
    count = number(fact) or 0
    if items == count:
        return ok("list_count", spans, _told(count, items), (fact,))
    gap = abs(items - int(count))
    explain = f"{_told(count, items)} (écart {gap})"
    return wrong("list_count", spans, explain, (fact,))


def _bullets(surface: Surface, fact: Fact) -> list[Check]:
    """`cinq composantes :` at the end of a line, then bullets of one kind without a break."""
    sentence = surface.sentence_at(fact.start)
    rest = surface.plain[fact.end : sentence.end]
    colon = rest.find(":")
    if (
        colon < 0
        or colon > _TOO_FAR
        or rest[colon + 1 :].strip()
        or _OPEN.search(rest)
        or re.search(r"\d", rest)
    ):
        return []
    if any(f is not fact and fact.end <= f.start < sentence.end for f in surface.of_type(FactType.QUANTITY)):
        return []
    items, end, kind = 0, sentence.end, ""
    for line in surface.lines:
        if line.start < sentence.end:
            continue
        bullet = _BULLET.match(surface.plain, line.start)
        kind = kind or (bullet.lastgroup or "" if bullet else "")
        if bullet is None or bullet.lastgroup != kind:
            if (
                items
                and surface.plain[end : line.start].count("\n") < 2
                and surface.plain[line.start].islower()
            ):
                end = line.end
                continue
            break
        items, end = items + 1, line.end
    return [_compare(fact, items, (fact.span,))] if items >= 2 else []


def _tabled(surface: Surface, fact: Fact) -> list[Check]:
    """`les quatre actions suivantes :` right above a table: its rows are counted."""
    sentence = surface.sentence_at(fact.start)
    rest = surface.plain[fact.end : sentence.end]
    if not re.search(r"(?:suivante?s?|ci-dessous|ci-après|retenue?s)?\s*:\s*$", rest) or ":" not in rest:
        return []
    if re.search(r"\d", rest) or _OPEN.search(rest):
        return []
    below = next((table for table in tables(surface) if table.start >= sentence.end), None)
    if below is None or not below.header or surface.plain[sentence.end : below.start].strip("- \n\t|"):
        return []
    rows = [row for row in below.rows if not any(TOTAL.search(cell.text) for cell in row)]
    return [_compare(fact, len(rows), (fact.span,))] if len(rows) >= 2 else []


def _participants(surface: Surface) -> list[Check]:
    """`8 participants` against the one list of those present."""
    lists = [one for one in tables(surface) if one.index(Column.NAME, Column.FIRST_NAME) is not None]
    if len(lists) != 1 or len(lists[0].rows) < 3:
        return []
    listed = len(lists[0].rows)
    start = max((line.start for line in surface.lines if line.end <= lists[0].start), default=lists[0].start)
    for fact in surface.of_type(FactType.QUANTITY):
        count = number(fact)
        sentence = surface.sentence_at(fact.start).quote(surface.plain)
        if count is None or fact.of is not None or is_rounded(fact) or not _ATTEND.search(sentence):
            continue
        if (
            not re.match(r"(?:participant|personne|membre|présent)", fact.text("unit"), re.I)
            or count == listed
        ):
            continue
        explain = f"{said(count)} annoncés, {listed} dans la liste (écart {said(abs(count - listed))})"
        return [doubtful("list_count", (fact.span, surface.line_at(start)), explain, (fact,))]
    return []


def _in_parentheses(surface: Surface, fact: Fact) -> list[Check]:
    """`6 communes pilotes (Bargny, Mékhé, Mont-Rolland, …)`: only proper names are counted."""
    match = _ASIDE.match(surface.plain, fact.end)
    listed = match and (match[1] or match[2])
    if match is None or not listed or re.search(r"\d", match[0]):
        return []
    names = _names(listed)
    if names is not None and len(names) * 2 < (number(fact) or 0):
        return []
    if names is None or len(names) < 2:
        return []
    return [_compare(fact, len(names), (Span(fact.start, match.end()),))]


def _of_names(surface: Surface, fact: Fact) -> list[Check]:
    """`les cinq communes pilotes de Bargny, Mont-Rolland, Ndiaffate, Ndiob et Sandiara`."""
    if not _PLACES.search(fact.text("unit")) and not _PLACES.search(fact.span.quote(surface.plain)):
        return []
    sentence = surface.sentence_at(fact.start)
    rest = surface.plain[fact.end : sentence.end]
    match = re.match(
        r"[a-zà-ÿ\s-]{0,30}(?:\s(?:de|d'|sont|étaient)|\s?:|,\s?à savoir)\s*(?=(?:l'|la |le )?[A-ZÀ-Ý])", rest
    )
    if match is None or _OPEN.search(match[0]) or _OTHER_PLACE.search(match[0]):
        return []
    listed = re.match(
        r"(?:[^,.;:()]+,\s*)+[^,.;:()]+?\s+et\s+(?:de |d')?[A-ZÀ-Ý][\w'-]*(?:\s[A-ZÀ-Ý][\w'-]*)*",
        rest[match.end() :],
    )
    if listed is None:
        return []
    names = _names(listed[0])
    if names is None or len(names) < 2:
        return []
    end = fact.end + match.end() + listed.end()
    return [_compare(fact, len(names), (Span(fact.start, end),))]


_ITEMS = re.compile(
    r"(?P<joint>[^.;:()0-9\n]{0,60}?(?::|,\s*(?:à savoir|soit"
    r"|c'est-à-dire)\b:?))\s*(?P<items>[^.;:()\n]{6,300})(?=[.;\n]|$)"
)
_PAIRS = frozenset(
    {
        ("hygie", "assai"), ("eau", "assai"), ("suivi", "evalu"), ("suivi", "commu"), ("paix", "secur"),
        ("infor", "commu"), ("jeune", "sport"), ("eaux", "foret"), ("forma", "inser"), ("cultu", "touri"),
        ("agric", "eleva"), ("sante", "nutri"), ("chass", "peche"), ("organ", "gesti"), ("sensi", "commu"),
        ("femme", "jeune"), ("droit", "devoi"), ("trans", "comme"), ("produ", "comme"), ("inclu", "genre"),
    }
)  # fmt: skip
"""Stems of words that are often said together and make one item."""
_ARTICLE = re.compile(r"(?:l[ea]s? |l'|une? |des |du |deux |trois |[A-ZÀ-Ý])", re.I)


def _after_colon(surface: Surface, fact: Fact) -> list[Check]:
    """`six membres : le DPS, le chargé des maladies, … et le pharmacien`, to the end of the sentence."""
    match = _ITEMS.match(surface.plain, fact.end)
    if match is None or _OPEN.search(match["items"]) or re.search(r"\d", match["items"]):
        return []
    flat = " ".join(match["items"].split())
    head, joined, last = flat.rpartition(" et ")
    items = [item.strip() for item in head.split(",")] + [last]
    if not joined or len(items) < 2 or " et " in head or not all(items) or _holds_more(surface, fact, match):
        return []
    count = int(number(fact) or 0)
    if len(items) == count + 1 and (count == 2 or _are_one(items[-2], items[-1])):
        return []
    proper = all(item[:1].isupper() for item in items)
    alike = all(_ARTICLE.match(item) and len(item.split()) <= 7 for item in items)
    if not proper and not (
        alike and items[0][:1].islower() and abs(len(items) - int(number(fact) or 0)) <= 1
    ):
        return []
    return [_compare(fact, len(items), (Span(fact.start, match.end()),))]


def _holds_more(surface: Surface, fact: Fact, match: re.Match[str]) -> bool:
    """Whether another count, or an opening word, stands between a count and its items."""
    inside = surface.starting_in(fact.end, match.end("joint"), FactType.QUANTITY, FactType.LIST_COUNT)
    return any(one is not fact for one in inside) or bool(_OPEN.search(match["joint"]))


def _are_one(one: str, other: str) -> bool:
    """Whether the last two items are likely one: `l'hygiène et l'assainissement`."""
    if not _ARTICLE.match(other) and _ARTICLE.match(one):
        return True
    return any(
        (a in stems(one) and b in stems(other)) or (b in stems(one) and a in stems(other)) for a, b in _PAIRS
    )


_APPOSED = re.compile(
    r"(?:\s[a-zà-ÿ]+){0,2},\s*(?P<items>(?:(?:l'|la |le |les )?[A-ZÀ-Ý][^.;:()0-9,\n]{1,40},\s*)*"
    r"(?:l'|la |le |les )?[A-ZÀ-Ý][^.;:()0-9,\n]{1,40}?\set\s(?:l'|la |le "
    r"|les )?[A-ZÀ-Ý][^.;:()0-9,\n]{1,40}),"
    r"\s*(?:ont|sont|étaient|avaient)\b"
)


def _apposed(surface: Surface, fact: Fact) -> list[Check]:
    """`les deux partenaires, la FAO, le PAM et l'UNICEF, ont signé`: only proper names are counted."""
    match = _APPOSED.match(surface.plain, fact.end)
    names = _names(match["items"]) if match else None
    if match is None or names is None or len(names) < 2:
        return []
    return [_compare(fact, len(names), (Span(fact.start, match.end("items")),))]


def _before_count(surface: Surface, fact: Fact) -> list[Check]:
    """`Guéra, Sila et Ouaddaï (4 provinces)`: the names stand before the count."""
    line = surface.line_at(fact.start)
    before = surface.plain[line.start : fact.start]
    match = re.fullmatch(r"(?:[^:()]*:\s*)?(?P<names>[A-ZÀ-Ý][^:()0-9.;]{4,200})\s*\(\s*", before)
    if match is None or not _PLACES.search(fact.span.quote(surface.plain) + " " + fact.text("unit")):
        return []
    names = _names(match["names"])
    if names is None or len(names) < 2:
        return []
    return [_compare(fact, len(names), (Span(line.start + match.start("names"), fact.end),))]


def _names(text: str) -> list[str] | None:
    """The proper names of an enumeration that is closed; None when an item is anything else."""
    if _OPEN.search(text):
        return None
    flat = " ".join(text.split())
    items = [
        item.strip() for item in re.split(r"\s*[,;]\s*|\s+et\s+(?=(?:l'|la |le |les |de |d')?[A-ZÀ-Ý])", flat)
    ]
    items = [re.sub(r"^(?:et|de|d')\s*", "", item) for item in items if item]
    if not all(_NAME.fullmatch(item + " ") for item in items):
        return None
    return items
