"""Lists in a text: the items that stand under a line or inside a sentence, without their marks."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from jalon.core.reading.facts import Span
from jalon.core.reading.surface import Surface

_MARKS = re.compile(
    r"(?P<dash>[-•*·▪○●◦►➢➤✓❖\uf0b7\uf0d8\uf0a7]+(?:\s+|(?=[A-ZÀ-Ýa-zà-ÿ])|$))"
    r"|(?P<figure>\(?0?(?P<number>[0-9]{1,2})\s?(?:[.)°]|-(?=\s))+\s*(?=\D|$))"
    r"|(?P<bare>0?(?P<plain_number>[0-9]{1,2})\s+(?=[A-ZÀ-Ý][a-zà-ÿ']))"
    r"|(?P<coded>[A-Z]{1,2}\s?[0-9]{1,2}\s?[.:)-]\s*)"
    r"|(?P<roman>\(?[ivxIVX]{1,4}\s?[.)-]\s*(?=\S))"
    r"|(?P<letter>\(?[a-zA-Z]\s?\)\s*(?=\S)|[a-h]\.\s+(?=\S))"
)
_INLINE_MARK = re.compile(
    r"(?:\(?(?:[ivx]{1,4}|[0-9]{1,2}|[a-h])\)|(?<![0-9,.])(?<![0-9] )[0-9]{1,2}\.|[-•])\s+"
)
_FIRST = re.compile(r"\(?(?:0?1|I|i|a|A)\s?[.)-]")
_ARTICLE = re.compile(r"\s*(?:l[ea]s?\s|l'|une?\s|des\s)")
_OPENING = re.compile(_ARTICLE.pattern, re.IGNORECASE)
_VARIOUS = r"(?:les?\s+)?(?:questions?\s+)?divers(?:es?)?\b"
_LINK = r"(?:et|puis|ainsi\s+que)\s+(?:,\s*)?(?:enfin,?\s+)?"
_COMMA = re.compile(
    rf",\s+(?:{_LINK}|enfin,?\s+|puis\s+)?(?=(?:l[ea]s?\s|l'|une?\s|des\s|{_VARIOUS}))"
    rf"|\s+{_LINK}(?=(?:l[ea]s?\s|l')[^,;]*$)|\s+{_LINK}(?={_VARIOUS}\W*$)",
    re.IGNORECASE,
)
_BARE_COMMA = re.compile(rf"\s*,\s+(?:{_LINK}|enfin,?\s+|puis\s+)?", re.IGNORECASE)
_LAST_LINK = re.compile(rf"\s+{_LINK}(?!(?:d[ue]s?|d'|au|aux|à|en|pour|par|sur)\b)", re.IGNORECASE)
_ENDS_ALONE = re.compile(
    rf"(?:{_VARIOUS}|recommandations|perspectives|clôture|conclusions?|échanges|débats|budget|calendrier|"
    r"planification|planning|discussions)\W*$",
    re.IGNORECASE,
)
_TWOFOLD = re.compile(
    r"(?:l'|la\s|le\s)(?:examen|adoption|lecture|pr[ée]sentation|validation|analyse|discussion|approbation|revue"
    r"|restitution|amendement|suivi|[ée]laboration|pr[ée]paration|signature|partage)\s*$",
    re.IGNORECASE,
)
_PAIRED = re.compile(
    r"(?<!\w)(?:difficult[ée]s|contraintes|d[ée]fis|acquis|forces|faiblesses|le[çc]ons|enjeux|probl[èe]mes|r[ée]sultats"
    r"|succ[èe]s|atouts|constats|observations|questions|[ée]changes|d[ée]bats|discussions|conclusions)\s*$",
    re.IGNORECASE,
)
_PAIRS_WITH = re.compile(
    r"(?:perspectives|solutions|recommandations|d[ée]fis|contraintes|opportunit[ée]s|r[ée]ponses|discussions|d[ée]bats"
    r"|faiblesses|le[çc]ons|propositions|suggestions|difficult[ée]s|limites)\W*$",
    re.IGNORECASE,
)
_WITH_COMPLEMENT = re.compile(
    r"[^\s,]{4,}(?:\s+[^\s,]+)?\s+(?:d[eu]s?\s|d'|de\s+l[a']|sur\s|à\s)", re.IGNORECASE
)
_TOLD = re.compile(r"(?:(?!\b(?:qui|que|dont|où)\b)[^,;]){2,60}?\s(?:a|ont|est|sont|était|étaient|avait)\s")
_FINITE = re.compile(
    r"\b(?:a|ont|est|sont|était|étaient|avait|avaient|fut|sera|seront|peut|doit|voir|cf|ci-joint|annexe)\b",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"(?:[\s;,.:]|\set$)+$|\s(?:et|ainsi que|puis|enfin)\s*$")
_LEADING = re.compile(r"\s*(?:et\s+|enfin,?\s+)?")
_SENTENCE_END = re.compile(r"(?<=[a-zà-ÿ)0-9])\.\s+(?=[A-ZÀ-Ý])|\n\s*\n")
_END = (".", ";", "!", "?")
_WIDEST_GAP = 3
_MOST_ITEMS = 60
_LONGEST_LISTED = 110


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its characters without its mark nor its last punctuation, and its written number."""

    start: int
    end: int
    number: int | None = None


def items_after(surface: Surface, position: int) -> list[Item]:
    """Return the items of the list whose first line follows a position, sub-items left out."""
    lines = surface.lines
    index = bisect_left(lines, Span(position, position))
    found: list[Item] = []
    style = ""
    above = position
    while index < len(lines) and len(found) < _MOST_ITEMS:
        if surface.plain.count("\n", above, lines[index].start) > _WIDEST_GAP:
            break
        mark = _MARKS.match(surface.plain, lines[index].start, lines[index].end)
        if not mark:
            break
        apart = bool(found) and surface.plain.count("\n", above, lines[index].start) > 1
        if apart and style and _style(mark) != style:
            break
        text, after = _item(surface, index, mark.end())
        style = style or _style(mark)
        if _style(mark) == style and found and _begins_again(surface, mark, found[-1]):
            break
        if _style(mark) == style and text.end > text.start:
            found.append(Item(text.start, text.end, _number(mark)))
        above, index = lines[after - 1].end, after
    return found


def bare_items_after(surface: Surface, position: int) -> list[Item]:
    """Return the lines that follow one another right under a position, when they look like items."""
    lines = surface.lines
    index = bisect_left(lines, Span(position, position))
    found: list[Item] = []
    above = position
    for line in lines[index : index + _MOST_ITEMS]:
        gap = surface.plain.count("\n", above, line.start)
        text = surface.plain[line.start : line.end]
        if (found and gap > 1) or gap > 2 or len(text) > 200 or text.endswith(":") or "\t" in text:
            break
        if found and text[:1].islower():
            found[-1] = Item(found[-1].start, trimmed(surface.plain, found[-1].start, line.end).end)
        elif text.endswith(".") and ". " in text:
            break
        else:
            found.append(Item(line.start, trimmed(surface.plain, line.start, line.end).end))
        above = line.end
    return found if len(found) > 1 else []


def items_inside(plain: str, start: int, end: int) -> list[Item]:
    """Return the items of a list written in a sentence: `a ; b ; c`, `(i) a, (ii) b`."""
    if marked := items_marked(plain, start, end):
        return marked
    if ";" not in plain[start:end]:
        return []
    found: list[Item] = []
    for piece in _split(plain, start, end, ";"):
        one = trimmed(plain, piece.start, piece.end)
        if one.end > one.start:
            found.append(Item(one.start, one.end))
    return found


def items_enumerated(plain: str, start: int, end: int) -> list[Item]:
    """Return the items of an enumeration by commas with articles: `le bilan, la suite et les divers`."""
    opening = _OPENING.match(plain, start, end)
    marks = [mark for mark in _COMMA.finditer(plain, start, end) if not _is_twofold(plain, start, mark)]
    if not opening or not marks or _TOLD.match(plain, opening.end(), marks[0].start()):
        return []
    return _between(plain, start, end, [(mark.start(), mark.end()) for mark in marks])


def _is_twofold(plain: str, start: int, mark: re.Match[str]) -> bool:
    """« l'examen et l'adoption du rapport »: two verbs of one point."""
    return "," not in mark[0] and bool(_TWOFOLD.search(plain, max(start, mark.start() - 20), mark.start()))


def items_listed(plain: str, start: int, end: int, count: int | None = None) -> list[Item]:
    """Return the items of an enumeration by commas without articles: `lecture du PV, budget et divers`.

    `count` is how many the text says that there are. Nothing when a piece is a clause.
    """
    if _ARTICLE.match(plain, start, end) or is_clause(plain[start:end]):
        return []
    marks = [(mark.start(), mark.end()) for mark in _BARE_COMMA.finditer(plain, start, end)]
    marks = [mark for mark in marks if plain.count("(", start, mark[0]) == plain.count(")", start, mark[0])]
    last = marks[-1][1] if marks else start
    link = _LAST_LINK.search(plain, last, end)
    pair = link and count is None and _PAIRED.search(plain, last, link.start())
    if pair and link and _PAIRS_WITH.match(plain, link.end(), end):
        link = None
    if link and _is_last(plain, link.end(), end, None if count is None else count - len(marks)):
        marks.append(link.span())
    items = _between(plain, start, end, marks) if marks else []
    short = all(item.end - item.start <= _LONGEST_LISTED for item in items)
    return items if short and len(items) > 1 else []


def is_clause(text: str) -> bool:
    """Whether words have a verb of their own, so that they are no item of a list."""
    return _FINITE.search(text) is not None


def _is_last(plain: str, start: int, end: int, left: int | None) -> bool:
    """Whether the words after a last `et` are an item of their own; `left`: how many are still to come."""
    if left is not None and left > 0:
        return left == 2
    return bool(_ENDS_ALONE.match(plain, start, end) or _WITH_COMPLEMENT.match(plain, start, end))


def _between(plain: str, start: int, end: int, marks: list[tuple[int, int]]) -> list[Item]:
    edges = [start, *(at for mark in marks for at in mark), end]
    spans = [trimmed(plain, edges[n], edges[n + 1]) for n in range(0, len(edges), 2)]
    return [Item(span.start, span.end) for span in spans if span.end > span.start]


def trimmed(plain: str, start: int, end: int) -> Span:
    """Return a span without the blanks, the `et` and the punctuation around it."""
    start = min(_leading_end(plain, start, end), end)
    match = _TRAILING.search(plain, start, end) if end > start else None
    while match and match.start() > start and match.end() == end:
        end = match.start()
        match = _TRAILING.search(plain, max(start, end - 20), end)
    return Span(start, max(start, end))


def mark_end(plain: str, start: int, end: int) -> int:
    """Return where the text of a line begins after the mark of its item, if it has one."""
    mark = _MARKS.match(plain, start, end)
    return mark.end() if mark else start


def _leading_end(plain: str, start: int, end: int) -> int:
    match = _LEADING.match(plain, start, end)
    return match.end() if match else start


def _item(surface: Surface, index: int, start: int) -> tuple[Span, int]:
    """The text of an item and the index of the line after it; a cut line goes on right below."""
    lines, plain = surface.lines, surface.plain
    end, after = lines[index].end, index + 1
    if start >= end and after < len(lines):
        start, end, after = lines[after].start, lines[after].end, after + 1
    while after < len(lines) and plain.count("\n", end, lines[after].start) == 1:
        line = lines[after]
        done = plain[end - 1] in _END and not plain[line.start].islower()
        if done or _MARKS.match(plain, line.start, line.end) or plain[line.start : line.end].endswith(":"):
            break
        if not plain[line.start].islower() and end - lines[after - 1].start < 45:
            break
        end, after = line.end, after + 1
    return trimmed(plain, start, end), after


def _begins_again(surface: Surface, mark: re.Match[str], above: Item) -> bool:
    """Whether a mark is the first of another list, or a title numbered like the items: `1.` after `4.`."""
    number = _number(mark)
    if number is not None and above.number is not None:
        return number <= above.number
    return bool(_FIRST.match(surface.plain, mark.start()))


def _style(mark: re.Match[str]) -> str:
    return next(name for name in ("dash", "figure", "bare", "coded", "roman", "letter") if mark[name])


def _number(mark: re.Match[str]) -> int | None:
    figures = mark["number"] or mark["plain_number"]
    return int(figures) if figures else None


def items_marked(plain: str, start: int, end: int) -> list[Item]:
    """Return the items of a list whose marks stand in a sentence, from its first word on: `1) a, 2) b`."""
    marks = list(_INLINE_MARK.finditer(plain, start, end))
    if len(marks) < 2 or plain[start : marks[0].start()].strip(" :"):
        return []
    stop = _SENTENCE_END.search(plain, marks[-1].end(), end)
    stops = [*(mark.start() for mark in marks[1:]), stop.start() if stop else end]
    spans = [trimmed(plain, mark.end(), stop) for mark, stop in zip(marks, stops, strict=True)]
    return [Item(span.start, span.end) for span in spans if span.end > span.start]


def _split(plain: str, start: int, end: int, sign: str) -> Iterator[Span]:
    """Cut at a sign that stands outside brackets."""
    depth, begin = 0, start
    for at in range(start, end):
        depth += (plain[at] == "(") - (plain[at] == ")")
        if plain[at] == sign and depth <= 0:
            yield Span(begin, at)
            begin = at + 1
    yield Span(begin, end)
