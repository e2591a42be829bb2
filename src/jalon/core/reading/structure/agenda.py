"""The points of an agenda: in a table, in a list, or in a sentence."""

import re

from jalon.core.reading.facts import Fact, FactType, Span
from jalon.core.reading.structure.headings import Column
from jalon.core.reading.structure.lists import (
    Item,
    bare_items_after,
    is_clause,
    items_after,
    items_enumerated,
    items_inside,
    items_listed,
    items_marked,
    trimmed,
)
from jalon.core.reading.structure.tables import Table, tables
from jalon.core.reading.surface import Surface

_POINTS = r"(?:points?|sujets|questions|th[èe]mes|th[ée]matiques)"
_MEETING = r"(?:r[ée]union|rencontre|session|s[ée]ance|assembl[ée]e|atelier)"
_COUNTED = r"(?:(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|[0-9]{1,2})\s+)"
_ANNOUNCED = re.compile(
    r"(?:\bordre du jour\b|\bODJ\b|(?:(?<=\n)|(?<=^))agenda(?= ?:?\n)"
    rf"|\b{_POINTS} (?:(?:suivants?|ci-apr[èe]s) )?(?:(?:qui )?(?:ont [ée]t[ée]|[ée]taient|sont|furent) )?"
    r"(?:inscrits?|d[ée]battus|discut[ée]s|abord[ée]s|trait[ée]s|examin[ée]s|[àa] l'ordre|de l'ordre"
    r"|[àa] (?:d[ée]battre|discuter|aborder|traiter|examiner))\b"
    rf"|\bles {_POINTS} (?:suivants|ci-apr[èe]s)\b"
    rf"|\b(?:examin|abord|trait|discut)\w+ (?:de )?(?:les )?(?:\w+ )?{_POINTS}\b(?=[^.:\n]{{0,40}}:)"
    rf"|\b(?:travaux|[ée]changes|discussions|d[ée]bats) ont port[ée] sur (?:les )?(?:\w+ )?{_POINTS}\b"
    rf"|\b{_MEETING} a port[ée] sur(?: (?:les )?(?:{_COUNTED}|\w+ )?{_POINTS}\b|(?=\s*:))"
    rf"|\bagenda de (?:la |l'){_MEETING}\b"
    rf"|\bau programme(?: de (?:la |l'|cette |notre ){_MEETING})?(?= ?:))",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:port(?:e|ait|aient|ant)|a port[ée]|comport(?:e|ait)|compren(?:d|ait)|[ée]tait?|est|sont|[ée]taient"
    r"|se pr[ée]sent(?:e|ait)|constitu[ée]|articul\w+|suivants?|ci-(?:apr[èe]s|dessous)|adopt[ée]e?|retenus?"
    r"|propos[ée]|comme suit|inscrits?|d[ée]battus|discut[ée]s|abord[ée]s|trait[ée]s|examin[ée]s|pr[ée]voyait"
    r"|pr[ée]voit|figur\w+|compt(?:e|ait)|r[ée]sum\w+|d[ée]clin\w+|savoir)\b",
    re.IGNORECASE,
)
_WITHOUT_COLON = re.compile(
    r"(?:[^.:;\n]{0,30}?\b(?:figur(?:ent|aient|ait|e)|comprend|comprenait|comportait|comporte"
    r"|portait sur|porte sur|a port[ée] sur|pr[ée]voyait|concernait|[ée]tait|[ée]taient)"
    rf"(?: (?:sur )?{_COUNTED}{_POINTS},? [àa] savoir)?"
    rf"|[^.:;\n]{{0,60}}?\b[àa] savoir)?\s+(?=l[ea]s?\s|l')",
    re.IGNORECASE,
)
_NEXT_LINE = re.compile(r"[ \t*]*\n\s*(?=\S)")
_ALONE = re.compile(r"(?:(?:le )?(?:seul )?point (?:unique )?(?:inscrit )?[àa] l')?", re.IGNORECASE)
_ONE = re.compile(r"\bpoint\b", re.IGNORECASE)
_NUMBERS = ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")
_COUNT = re.compile(rf"\b({'|'.join(_NUMBERS)}|[2-9])\s+(?:grands\s+)?{_POINTS}\b", re.IGNORECASE)
_CLAUSE = re.compile(r",\s+(?:a|ont|est|sont|avait|fut|et a|qui|ce qui|avant|apr[èe]s)\s", re.IGNORECASE)
_AFTER_COMMA = re.compile(r"(?: du jour)?\s?,\s+(?=l[ea]s?\s|l')", re.IGNORECASE)
_LED_BY = re.compile(r"\b(?:pour|comme) (?:l')?$", re.IGNORECASE)
_VERB = r"(?:[ée]taient|ont [ée]t[ée]|sont|furent|figur(?:ent|aient))"
_VERB_FIRST = re.compile(
    rf"{_VERB} (?:(?:inscrits|port[ée]s|notamment|aussi) )?(?:[àa] l'|[àa] l)$", re.IGNORECASE
)
_OF_THIS = re.compile(
    rf"(?: du jour)?(?: d[eu] (?:cette |la |l'|notre )?(?:[\w-]+ )?{_MEETING})?(?: [\w-]+inaire)?,?"
    r" (?=l[ea]s? |l')",
    re.IGNORECASE,
)
_VERB_LAST = re.compile(rf",?\s(?P<verb>{_VERB}) (?:(?:inscrits|port[ée]s) )?[àa] l'$", re.IGNORECASE)
_PROGRAMME = re.compile(r"au programme", re.IGNORECASE)
_MEETS = re.compile(rf"\b{_MEETING}\b", re.IGNORECASE)
_BRACKETED = re.compile(r"(?: du jour)?\s?\(([^()\n:]{10,300})\)")
_SAID_ELSEWHERE = re.compile(r"\b(?:voir|cf|annexe|joint|points)\b|[0-9]+\s*h", re.IGNORECASE)
_ADOPTING = re.compile(
    r"(?:adoption|lecture|examen|validation|pr[ée]sentation|projet|amendement\w*) (?:et \w+ )?"
    r"(?:de l'|d'|du projet d')$",
    re.IGNORECASE,
)
_FAR = 400
_LONGEST_ITEM = 400


def find_agenda(surface: Surface) -> None:
    """Keep the points of each agenda, numbered from 1 in their order."""
    taken: list[Span] = []
    for table in tables(surface):
        if _is_agenda(surface, table):
            points = table.index(Column.POINT)
            rows = [row[points] for row in table.rows if points is not None and row[points]]
            _keep(surface, [Item(cell.start, cell.end) for cell in rows], taken)
    for match in _ANNOUNCED.finditer(surface.plain):
        if not any(span.start <= match.start() < span.end for span in taken):
            _keep(surface, _announced(surface, match), taken)


def _is_agenda(surface: Surface, table: Table) -> bool:
    columns = table.columns
    if Column.POINT not in columns or {Column.ACTION, Column.RESPONSIBLE, Column.MONEY} & set(columns):
        return False
    above = surface.plain[max(0, table.start - _FAR) : table.start]
    heading = table.header[columns.index(Column.POINT)].text
    return bool(_ANNOUNCED.search(above + " " + heading)) or (
        len(table.header) <= 3 and heading.lower().startswith("point") and Column.NUMBER in columns
    )


def _announced(surface: Surface, match: re.Match[str]) -> list[Item]:
    plain = surface.plain
    line = surface.line_at(match.start())
    paragraph = surface.paragraph_at(match.start())
    if _ADOPTING.search(plain, line.start, match.start()):
        return []
    if _PROGRAMME.match(match[0]) and not _MEETS.search(plain, max(paragraph.start, line.start), match.end()):
        return []
    colon = plain.find(":", match.end(), paragraph.end)
    if colon < 0 or not _leads_to(plain, match.end(), colon):
        told = _in_sentence(surface, match)
        return told or (_under_title(surface, line, match) if colon < 0 else [])
    if plain[colon + 1 : surface.line_at(colon).end].strip():
        return _after_colon(surface, match, colon + 1, paragraph.end)
    return _below(surface, colon + 1)


def _below(surface: Surface, position: int) -> list[Item]:
    """The list under a position: one item a line, or all on the first line."""
    plain = surface.plain
    start = _NEXT_LINE.match(plain, position)
    line = surface.line_at(start.end()) if start else None
    return (
        (items_marked(plain, line.start, line.end) if line else [])
        or items_after(surface, position)
        or bare_items_after(surface, position)
    )


def _after_colon(surface: Surface, match: re.Match[str], start: int, limit: int) -> list[Item]:
    plain = surface.plain
    end = _sentence_end(surface, start, limit)
    return (
        items_marked(plain, start, limit)
        or items_inside(plain, start, end)
        or _enumerated(plain, start, end, _count(plain, match, start))
        or items_after(surface, start)
        or _only_one(surface, match, start, end)
    )


def _only_one(surface: Surface, match: re.Match[str], start: int, end: int) -> list[Item]:
    """« Ordre du jour : validation du rapport annuel. » on a line of its own."""
    span = trimmed(surface.plain, start, end)
    words = surface.plain[span.start : span.end]
    label = surface.plain[surface.line_at(match.start()).start : match.start()].strip(" \t*#-•")
    if (
        not _ALONE.fullmatch(label)
        or surface.plain[match.end() : start].strip(" *") != ":"
        or not 8 < len(words) < 110
    ):
        return []
    return [] if _SAID_ELSEWHERE.search(words) or is_clause(words) else [Item(span.start, span.end)]


def _enumerated(plain: str, start: int, end: int, count: int | None) -> list[Item]:
    return items_enumerated(plain, start, end) or items_listed(plain, start, end, count)


def _count(plain: str, match: re.Match[str], end: int) -> int | None:
    """How many points the sentence says that there are."""
    said = _COUNT.search(plain, max(0, match.start() - 30), end)
    if said is None:
        return None
    return int(said[1]) if said[1].isdigit() else _NUMBERS.index(said[1].lower()) + 2


def _in_sentence(surface: Surface, match: re.Match[str]) -> list[Item]:
    """« À l'ordre du jour figuraient le bilan, la suite et les divers »: no colon."""
    plain = surface.plain
    end = surface.sentence_at(match.start()).end
    bracketed = _BRACKETED.match(plain, match.end(), end)
    if bracketed and re.match(_POINTS, match[0], re.IGNORECASE):
        return _enumerated(plain, *bracketed.span(1), _count(plain, match, match.end()))
    if around := _around_verb(surface, match, end):
        return around
    lead = _WITHOUT_COLON.match(plain, match.end(), end)
    if lead is None and _count(plain, match, match.end()):
        lead = _AFTER_COMMA.match(plain, match.end(), end)
    if lead is None or (
        not lead[0].strip() and not _LED_BY.search(plain, max(0, match.start() - 20), match.start())
    ):
        return []
    clause = _CLAUSE.search(plain, lead.end(), end)
    stop = clause.start() if clause else end
    found = items_enumerated(plain, lead.end(), stop)
    if not found and _ONE.search(match[0]) and "était" in lead[0]:
        span = trimmed(plain, lead.end(), stop)
        found = [Item(span.start, span.end)]
    return found


def _around_verb(surface: Surface, match: re.Match[str], end: int) -> list[Item]:
    """« Étaient à l'ordre du jour le bilan et le budget », « Le bilan, le budget… étaient à l'ordre »."""
    plain = surface.plain
    start = surface.sentence_at(match.start()).start
    if _VERB_FIRST.match(plain, start, match.start()):
        lead = _OF_THIS.match(plain, match.end(), end)
        return items_enumerated(plain, lead.end(), end) if lead else []
    last = _VERB_LAST.search(plain, max(start, match.start() - 60), match.start())
    return items_enumerated(plain, start, last.start()) if last else []


def _under_title(surface: Surface, line: Span, match: re.Match[str]) -> list[Item]:
    """A title alone on its line: the list stands under it."""
    around = surface.plain[line.start : match.start()] + surface.plain[match.end() : line.end]
    if len(around) > 45 or surface.plain[line.end - 1] in ".;,":
        return []
    return items_after(surface, line.end) or bare_items_after(surface, line.end)


def _leads_to(plain: str, start: int, colon: int) -> bool:
    between = plain[start:colon]
    return "." not in between and (len(between.strip()) < 30 or bool(_SAYS.search(between)))


def _sentence_end(surface: Surface, position: int, end: int) -> int:
    at = position
    while surface.plain[at : at + 1].isspace() and at < end:
        at += 1
    sentence = surface.sentence_at(at)
    return min(sentence.end, end) if sentence.end > at else end


def _keep(surface: Surface, items: list[Item], taken: list[Span]) -> None:
    items = [item for item in items if item.end - item.start <= _LONGEST_ITEM]
    if not items or any(span.start < items[-1].end and items[0].start < span.end for span in taken):
        return
    taken.append(Span(items[0].start, items[-1].end))
    for number, item in enumerate(items, 1):
        surface.keep(Fact(FactType.AGENDA_ITEM, item.start, item.end, number))
