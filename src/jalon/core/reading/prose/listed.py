"""Actions listed under a heading (`Recommandations`, `Décisions :`) or announced by one (`Décision : …`)."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from jalon.core.reading.facts import Detail, Fact, FactType, Span
from jalon.core.reading.prose.addressees import lead_in_addressee
from jalon.core.reading.prose.deadlines import Deadlines
from jalon.core.reading.prose.responsibles import Actors
from jalon.core.reading.prose.words import TO_DO
from jalon.core.reading.structure.lists import Item, bare_items_after, items_after, items_inside, trimmed
from jalon.core.reading.surface import Surface

_KINDS: Mapping[str, str] = {
    r"r[ée]comm?[ae]ndations?": "recommandation",
    r"d[ée]cisions?|r[ée]solutions?": "décision",
    r"engagements?": "engagement",
    r"perspectives?|prochaines\s+[ée]tapes|[ée]tapes\s+(?:suivantes|prochaines|[àa]\s+venir)": "perspective",
    r"suggestions?|propositions?": "suggestion",
    r"points?\s+d'actions?|actions?\s+(?:[àa]\s+(?:mener|entreprendre|r[ée]aliser|venir|suivre)|retenues?"
    r"|correctives?|convenues?)|mesures\s+(?:[àa]\s+prendre|correctives|retenues|prises)|suites?\s+[àa]\s+donner"
    r"|feuille\s+de\s+route|t[âa]ches\s+[àa]\s+\w+|plan\s+d'actions?": "action",
}
_WORD = "|".join(f"(?P<k{index}>{pattern})" for index, pattern in enumerate(_KINDS))
_HEADING = re.compile(
    r"^[ \t]*(?:[#*]+\s*)?(?:[IVXLC0-9A-Z.]{1,6}\s?[.)-]+\s*)?"
    rf"(?P<before>[^\n.;:]{{0,60}}?)\b(?:{_WORD})\b(?P<after>[^\n.;]{{0,110}})$",
    re.IGNORECASE | re.MULTILINE,
)
_HEADING_WORD = re.compile(
    r"r[ée]com|d[ée]cision|r[ée]solution|engagement|perspective|[ée]tapes|suggestion|proposition|action|mesures"
    r"|suites?\s|feuille|t[âa]ches"
)
_LEAD = re.compile(
    r"(?:recommand|conven|d[ée]cid|reten|sugg[ée]r|propos|demand|engag|invit|exhort|formul|adopt|il\s+est\s+pr[ée]vu"
    r"|il\s+(?:est\s+(?:n[ée]cessaire|urgent|important|imp[ée]ratif|indispensable|souhaitable)|faut|faudra|faudrait|convient)"
    r"|pr[ée]voi(?:t|ent)|envisage(?:nt)?|compte(?:nt)?|souhaite(?:nt)?)"
    r"[^.;\n]{0,140}:[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_PROMISES = re.compile(r"pr[ée]voi|envisage|compte|engag", re.IGNORECASE)
_PLANS = re.compile(r"pr[ée]voi|envisage|compte|souhaite", re.IGNORECASE)
_LEAD_INSIDE = re.compile(
    r"\b(?:recommand|conven|d[ée]cid|reten|arr[êe]t|sugg[ée]r|d[ée]cision)[^.;:\n]{0,40}"
    r"\b(?:suivante?s?|suit|ci-apr[èe]s|[àa]\s+savoir)\s*:[ \t]*(?=\S)",
    re.IGNORECASE,
)
_LEAD_KINDS: Mapping[str, str] = {
    r"recommand": "recommandation",
    r"d[ée]cid|conven|reten|arr[êe]t|d[ée]cision": "décision",
    r"engag": "engagement",
    r"sugg|propos": "suggestion",
    r"demand|invit|exhort": "demande",
    r"il\s+(?:est|fau|convient)": "recommandation",
    r"pr[ée]v|perspective|[ée]tape|envisag|compte(?!\s+rendu)": "perspective",
}
_ARROW = re.compile(r"^[ \t]*(?:-+>|=+>|→|⇒|➔|➜)[ \t]*(?=\w)", re.MULTILINE)
_INLINE = re.compile(
    r"^[ \t]*(?:[-•*]\s*)?"
    r"(?P<word>d[ée]cision|d[ée]cid[ée]|convenu|retenu|recommand[ée]|[àa]\s+faire|recommandation|engagement|action|r[ée]solution|perspective|prochaine\s+[ée]tape)s?"
    r"(?:\s*(?:n°\s*)?[0-9]{1,2})?\s*:[ \t]*(?=\S)",
    re.IGNORECASE | re.MULTILINE,
)
_TOLD = re.compile(
    r"(?:[(\[,;-]\s*|\n\s*)?(?:responsables?|resp\.?|structures?\s+responsables?|porteurs?|pilotes?|charg[ée]e?s?)"
    r"\s*:\s*(?P<who>[^);\]\n.|]{2,120})",
    re.IGNORECASE,
)
_TOLD_END = re.compile(
    r"\s*(?:,|-|/)?\s*(?:[ée]ch[ée]ance|d[ée]lai|date|avant|d'ici|au\s+plus\s+tard)\b", re.IGNORECASE
)
_TO_WHOM = re.compile(
    r"(?:[-•*]\s*)?(?:(?:[àa]|pour)\s+(?:l'(?:endroit|attention|intention|adresse)|destination)\s+(?:de\s+(?:la\s+|l')?|d[eu]s?\s+|d')"
    r"|(?:aux?|[àa]\s+la|[àa]\s+l'|[àa]|pour\s+(?:la|le|les|l'))\s*)(?P<who>[^:\n]{2,90}?)\s*:?$",
    re.IGNORECASE,
)
_AIMED = re.compile(r"[àa]\s+l'(?:endroit|attention|intention|adresse)\b", re.IGNORECASE)
_ACTS = re.compile(
    rf"(?P<who>[^:;.\n]{{2,60}}?)\s*(?::\s*(?={TO_DO})|\s(?=(?:devra|devront|devrait|devraient|doit|doivent|va|vont)\s|[a-zà-ÿ]+(?:era|eront|ira|iront|dra|dront|tra|tront)\b))",
    re.IGNORECASE,
)
_NAMED_ACTS = re.compile(
    r"(?P<who>(?:M\.|MM\.|Mme|Mlle|Dr|Pr)\s+[A-ZÀ-Ý][\w'-]+(?:\s+[A-ZÀ-Ý][\w'-]+){0,3})"
    r"\s+(?=(?:se\s+|s'|l[ea]s?\s+)?[a-zà-ÿ]+(?:e|ent|it|d|ssent)\b)"
)
_TO_ACTS = re.compile(
    rf"(?:aux?|à)\s+(?P<who>[^:;.\n]{{2,60}}?)\s*,?\s+(?:de\s+|d')(?={TO_DO})", re.IGNORECASE
)
_DOES = re.compile(TO_DO, re.IGNORECASE)
_OF = re.compile(rf"(?:de\s+|d')(?={TO_DO})", re.IGNORECASE)
_NOTE = re.compile(r"\(([^()]{2,90})\)?[\s.;]*$")
_NOT_HEADING = re.compile(
    r"\b(?:r[ée]alisations|acquis|r[ée]sultats|difficult[ée]s|contraintes|le[çc]ons|suivis?|adoption|examen)\b",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s*[(\[|]?\s*(?:resp(?:onsables?|\.)?|structures?\s+responsables?|porteurs?|[ée]ch[ée]ances?|d[ée]lais?)\s*:",
    re.IGNORECASE,
)
_LONGEST = 600
_LONGEST_HEADING = 130


def listed_actions(surface: Surface, actors: Actors, deadlines: Deadlines) -> Iterator[Fact]:
    """Yield the actions of lists under headings or leading sentences, and those announced on their line."""
    plain = surface.plain
    for match in _ARROW.finditer(plain):
        line = surface.line_at(match.end())
        yield _action(surface, actors, deadlines, Item(match.end(), line.end), "action", ())
    for match in (*_INLINE.finditer(plain), *_LEAD_INSIDE.finditer(plain)):
        line = surface.line_at(match.end())
        sentence = surface.sentence_at(match.end())
        if line.end > match.end() and sentence.end > match.end():
            items = items_inside(plain, match.end(), sentence.end) or [Item(match.end(), sentence.end)]
            for item in items:
                yield _action(surface, actors, deadlines, item, _kind_of(_LEAD_KINDS, match[0]), ())
    for match in _headings(surface):
        if _is_heading(surface, match):
            kind = next(kind for at, kind in enumerate(_KINDS.values()) if match[f"k{at}"])
            yield from _under(surface, actors, deadlines, match, kind)
    for match in _LEAD.finditer(plain):
        line = surface.line_at(match.start())
        kind = _kind_of(_LEAD_KINDS, plain[match.start() : line.end])
        if not _PLANS.match(match[0]) or _all_to_do(plain, items_after(surface, match.end())):
            yield from _under(surface, actors, deadlines, match, kind)


def _headings(surface: Surface) -> Iterator[re.Match[str]]:
    """The lines that may be headings: they hold one of the words."""
    end = -1
    for word in _HEADING_WORD.finditer(surface.small):
        if word.start() < end:
            continue
        start = surface.plain.rfind("\n", 0, word.start()) + 1
        end = surface.plain.find("\n", word.start())
        end = end if end >= 0 else len(surface.plain)
        if match := _HEADING.match(surface.plain, start, end):
            yield match


def responsible_told(surface: Surface, actors: Actors, span: Span) -> tuple[str, ...]:
    """Return those that a note tells as responsible: `(responsable : DNP)`."""
    told = _TOLD.search(surface.plain, span.start, span.end)
    if not told:
        return ()
    end = _TOLD_END.search(surface.plain, told.start("who"), told.end("who"))
    return actors.named_in(told.start("who"), end.start() if end else told.end("who"))


def _is_heading(surface: Surface, match: re.Match[str]) -> bool:
    line = match[0].strip()
    if len(line) > _LONGEST_HEADING or "\t" in line or _NOT_HEADING.search(match["before"]):
        return False
    return line.endswith(":") or len(line) < 80


def _under(
    surface: Surface, actors: Actors, deadlines: Deadlines, lead: re.Match[str], kind: str
) -> Iterator[Fact]:
    """The items under a heading, those under `À l'endroit du PNUD :` with who is to act."""
    to = lead_in_addressee(surface.plain, lead.start(), lead.end())
    who = actors.named_in(to.start, to.end) if to else ()
    if _PROMISES.match(lead[0]):
        who = actors.subject(surface.sentence_at(lead.start()).start, lead.start())[1]
    position = lead.end()
    for turn in range(24):
        items = items_after(surface, position) or _bare(surface, position)
        if not items and not turn and kind == "recommandation" and not lead[0].rstrip().endswith(":"):
            items = _past_a_sentence(surface, position)
        for item in items:
            asked = _TO_WHOM.fullmatch(surface.plain, item.start, item.end)
            if asked and surface.plain[item.end : item.end + 2].strip() == ":":
                who = actors.named_in(*asked.span("who"))
            else:
                yield _action(surface, actors, deadlines, item, kind, who)
        position = surface.line_at(items[-1].end - 1).end if items else position
        line = _next_line(surface, position)
        told = _TO_WHOM.fullmatch(surface.plain, line.start, line.end) if line else None
        aimed = line is not None and _AIMED.match(surface.plain, line.start, line.end)
        if line is None or told is None:
            break
        if not (aimed or surface.plain[line.end - 1] == ":" or _asks(surface, line.end)):
            break
        who = actors.named_in(*told.span("who"))
        position = line.end


def _past_a_sentence(surface: Surface, position: int) -> list[Item]:
    """The items of a list that one sentence keeps from its heading."""
    line = _next_line(surface, position)
    if line is None or surface.plain[line.end - 1] != ".":
        return []
    items = items_after(surface, line.end)
    return items if all(_is_asked(surface.plain, item) for item in items) else []


def _is_asked(plain: str, item: Item) -> bool:
    """Whether an item says what somebody is to do."""
    asked = (_OF, _DOES, _TO_ACTS, _ACTS)
    return any(one.match(plain, item.start, item.end) for one in asked)


def _bare(surface: Surface, position: int) -> list[Item]:
    """Lines without marks, when each begins with what is to be done."""
    items = bare_items_after(surface, position)
    return items if all(_DOES.match(surface.plain, item.start, item.end) for item in items) else []


def _asks(surface: Surface, position: int) -> bool:
    """Whether a list of things to do stands right under a line."""
    items = items_after(surface, position)
    return bool(items) and _all_to_do(surface.plain, items)


def _all_to_do(plain: str, items: list[Item]) -> bool:
    """Whether each item says what is to be done: what a programme plans may also be its targets."""
    return all(_OF.match(plain, item.start, item.end) or _DOES.match(plain, item.start) for item in items)


def _next_line(surface: Surface, position: int) -> Span | None:
    at = bisect_left(surface.lines, Span(position, position))
    if at >= len(surface.lines) or surface.plain.count("\n", position, surface.lines[at].start) > 4:
        return None
    return surface.lines[at]


def _action(
    surface: Surface, actors: Actors, deadlines: Deadlines, item: Item, kind: str, who: tuple[str, ...]
) -> Fact:
    plain = surface.plain
    end = min(item.end, item.start + _LONGEST)
    told = responsible_told(surface, actors, Span(item.start, min(len(plain), end + 1)))
    cut = _CUT.search(plain, item.start, end)
    due = deadlines.within(item.start, end + 1, listed=True)
    note = _NOTE.search(plain, item.start + 8, end)
    if note and not cut and not told:
        noted = deadlines.of_note(note.start(1), note.end(1))
        told = actors.noted(note.start(1), note.end(1), acronyms=bool(noted))
        due = due or noted
        cut = note if told or noted else None
    start = item.start
    if of := _OF.match(plain, start, end):
        start = of.end()
    asked = _TO_ACTS.match(plain, start, end)
    acting = asked or _NAMED_ACTS.match(plain, start, end) or _ACTS.match(plain, start, end)
    if not asked and not acting and not told and not who:
        who = actors.acting(start, end)
    if acting and not told and (not who or asked or acting[0].rstrip().endswith(":")):
        who = actors.named_in(*acting.span("who"))
        start = acting.end() if asked or acting[0].rstrip().endswith(":") else start
    details: dict[str, Detail] = {"kind": kind}
    if told or who:
        details["responsible"] = told or who
    if due:
        details["deadline"] = due
    span = trimmed(plain, start, cut.start() if cut and cut.start() > start + 8 else end)
    return Fact(FactType.ACTION, span.start, span.end, None, details)


def _kind_of(kinds: Mapping[str, str], text: str) -> str:
    for pattern, kind in kinds.items():
        if re.search(pattern, text, re.IGNORECASE):
            return kind
    return "action"
