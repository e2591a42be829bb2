"""Meetings that a text reports: which body, its how-manieth session, when, where, under whose chair."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jalon.core.reading.facts import Detail, Fact, FactType, Span
from jalon.core.reading.structure.action_tables import is_action_table
from jalon.core.reading.structure.chairs import chairs_in
from jalon.core.reading.structure.held import Held
from jalon.core.reading.structure.names import typeset
from jalon.core.reading.structure.namings import Naming, body_in, is_generic, namings
from jalon.core.reading.structure.occasions import (
    Days,
    date_before,
    date_below,
    date_said,
    is_attended,
    is_event_held,
    is_joined,
    is_only_planned,
    is_said_held,
    place_below,
    place_in,
    spoken_day_below,
    whole_of,
)
from jalon.core.reading.structure.ranks import WEEKDAY
from jalon.core.reading.structure.spoken_days import spoken_day
from jalon.core.reading.structure.tables import tables
from jalon.core.reading.surface import Surface
from jalon.core.values import search_key

_TAIL = re.compile(
    r"(?:\s+(?:du|de\s+la|de\s+l'|des|d')\s*(?:(?:deux|trois)\s+)?(?:projets?|programmes?|fonds|phase|plan)\b"
    r"[^.,;:()\n]{0,140}?(?=\s*(?:[.,;:(\n]|$|\s(?:a|ont|s'est|se\s+sont|qui|du\s+[0-9]|pour\s+le\s+compte"
    rf"|le\s+(?:{WEEKDAY}|[0-9]))\b)))?"
)
_NOT_THIS = re.compile(
    r"\b(?:prochaines?|futures?|pv|proc[èe]s[ -]verba(?:l|ux)|recommandations?|conclusions|d[ée]cisions?"
    r"|r[ée]solutions?|organisation|(?<!est )(?<!sont )(?<!été )(?<!cadre à la )(?<!abrité la )tenue"
    r"|pr[ée]paration|tdr|actions|salles?)(?:\s+\w+){0,3}?"
    r"\s+(?:de\s+la|du|des|de\s+l'|de|d'|issues?\s+de\s+la|lors\s+de\s+la|[àa]\s+la)?\s*$"
    r"|\b(?:prochaines?|lors\s+d(?:e\s+la|u)|salle\s+de|depuis\s+l[ae]|avant\s+l[ae])\s*$",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:de|du|des|la|l'|d')\s*$", re.IGNORECASE)
_MINUTES_OF = re.compile(
    r"^[ \t#*]*(?:compte[s -]*rendus?|proc[èe]s[ -]verbal|PV|rapport)\s+"
    r"(?:synth[ée]tique\s+|final\s+|provisoire\s+)?(?:de\s+la\s+|de\s+l'|de\s+|d'|du\s+)$",
    re.IGNORECASE | re.MULTILINE,
)
_BEGINNING = 12
_NEAR = 420
_UNDER = 1050
_WIDEST = 800
_LONGEST_TITLE = 220
_SURE, _SAID, _SEEN = 3, 2, 1
"""How a date is known: told with the meeting, in its title, or only seen under the title."""


@dataclass(slots=True)
class _Mention:
    """A place where a meeting is named."""

    start: int
    end: int
    body: str
    number: int | None = None
    date: str = ""
    known: int = 0
    place: str = ""
    chair: str = ""
    cochair: str = ""
    in_title: bool = False
    held: bool = False
    short: bool = False
    event: bool = False


def find_meetings(surface: Surface) -> None:
    """Keep each meeting that the text reports, once: at its first naming, with what all namings tell."""
    kept: list[_Mention] = []
    for mention in sorted(_mentions(surface), key=lambda one: (one.start, -one.end)):
        same = next((one for one in kept if _same(one, mention)), None)
        if same:
            _merge(same, mention)
        else:
            kept.append(mention)
    for mention in kept:
        if _is_sure(mention):
            surface.keep(_fact(mention))


def _is_sure(mention: _Mention) -> bool:
    if mention.event:
        return bool(mention.date) and (mention.held or mention.in_title)
    told = mention.held or bool(mention.date) or mention.number is not None
    return mention.in_title or told


def _same(one: _Mention, other: _Mention) -> bool:
    if one.start < other.end and other.start < one.end:
        return True
    if one.event and other.event and one.date and one.date == other.date:
        return True
    if other.event and other.in_title and one.in_title and not other.held:
        return True
    mine, its = _key(one), _key(other)
    if one.date and one.date == other.date and (mine.startswith(its) or its.startswith(mine)):
        return True
    if mine != its:
        return one.short and one.in_title and bool(one.date) and one.date == other.date
    if one.number is not None and other.number is not None:
        return one.number == other.number
    seen = _SEEN in (one.known, other.known)
    return seen or not one.date or not other.date or one.date == other.date


def _key(mention: _Mention) -> str:
    key = search_key(mention.body)
    return {"copil": "comite de pilotage", "cotech": "comite technique"}.get(key, key)


def _merge(one: _Mention, other: _Mention) -> None:
    if one.short and not other.short:
        one.start, one.end, one.short = other.start, other.end, False
        one.body = other.body if is_generic(one.body) else one.body
    one.number = one.number if one.number is not None else other.number
    if other.known > one.known:
        one.date, one.known = other.date, other.known
    if other.place and (not one.place or (other.held and one.in_title and not one.held)):
        one.place = other.place
    one.chair = one.chair or other.chair
    one.cochair = one.cochair or other.cochair
    one.held = one.held or (other.held and one.event >= other.event)
    one.in_title = one.in_title or other.in_title
    one.event = one.event and other.event


def _fact(mention: _Mention) -> Fact:
    told = {
        "body": _shown(mention.body),
        "date": mention.date,
        "place": typeset(mention.place),
        "chair": mention.chair,
        "cochair": mention.cochair,
    }
    details: dict[str, Detail] = {key: value for key, value in told.items() if value}
    return Fact(FactType.MEETING, mention.start, mention.end, mention.number, details)


def _shown(body: str) -> str:
    """A body's name with a capital at its beginning only when it is all in capitals."""
    words = " ".join(body.split())
    words = words.lower() if words.isupper() and " " in words else words
    return typeset(words[0].upper() + words[1:])


def _mentions(surface: Surface) -> Iterator[_Mention]:
    plain = surface.plain
    drawn = Held(Span(table.start, table.end) for table in tables(surface) if is_action_table(table))
    days = Days(surface)
    titles = surface.lines[:_BEGINNING]
    head = Span(len(surface.provenance), titles[-1].end if titles else 0)
    for naming in namings(surface):
        if drawn.overlapping(Span(naming.start, naming.end)):
            continue
        whole = surface.sentence_at(naming.start)
        sentence = Span(max(whole.start, naming.start - _WIDEST), min(whole.end, naming.end + _WIDEST))
        spoken_of = _is_another(plain, _clause_start(plain, sentence, naming.start), naming.start)
        if not spoken_of and not is_only_planned(plain, naming.end):
            found = _mention(surface, naming, sentence, head, days)
            if not found.event or found.held or found.in_title:
                yield found


def _clause_start(plain: str, sentence: Span, start: int) -> int:
    """Where to look for words before a naming: on its line, on the one above too when it goes on from it."""
    begin = max(sentence.start, start - 60)
    above = plain.rfind("\n", begin, start)
    goes_on = above < 0 or plain[above + 1 : start].strip() or _OPEN.search(plain, begin, above)
    return begin if goes_on else start


def _is_another(plain: str, start: int, end: int) -> bool:
    """A meeting that is only spoken of: the next one, the one whose minutes are adopted."""
    return bool(_NOT_THIS.search(plain, start, end)) and not _MINUTES_OF.search(plain, start, end)


def _mention(surface: Surface, naming: Naming, sentence: Span, head: Span, days: Days) -> _Mention:
    plain = surface.plain
    tail = _TAIL.match(plain, naming.end, sentence.end)
    found = _Mention(naming.start, tail.end() if tail else naming.end, naming.body, naming.number)
    found.short, found.event = naming.short, naming.event
    if is_generic(naming.body):
        found.body = body_in(plain, Span(head.start, surface.line_at(naming.start).end)) or naming.body
    found.held = _is_held(surface, naming, sentence, days)
    line = surface.line_at(naming.start)
    titled = naming.titled and line.end - line.start < _LONGEST_TITLE and plain[line.end - 1] not in ".;"
    found.in_title = naming.start < head.end and titled
    found.short = found.short or (found.event and found.in_title and not found.held)
    _say_when_and_where(surface, days, found, line if found.in_title else sentence, sentence)
    if found.held or found.in_title or found.date:
        found.chair, found.cochair = _chairs(plain, found, line, sentence)
    return found


def _is_held(surface: Surface, naming: Naming, sentence: Span, days: Days) -> bool:
    plain = surface.plain
    if naming.event:
        return is_event_held(plain, sentence, naming.start, naming.end)
    return is_said_held(plain, sentence) or (
        is_attended(plain, sentence, naming.start, naming.end)
        and bool(
            days.between(sentence.start, sentence.end) or date_before(surface, days, naming.start, sentence)
        )
    )


def _say_when_and_where(surface: Surface, days: Days, found: _Mention, near: Span, sentence: Span) -> None:
    plain, end = surface.plain, found.end
    if found.event and not (found.held or found.in_title):
        return
    date = date_said(days.between(near.start, sentence.end), found.start, end, held=found.held)
    found.known = _SURE if date and found.held else _SAID if date else 0
    if date and found.in_title and is_joined(plain, end, date):
        found.end, found.known = date.end, _SURE
    if date and found.held:
        date = whole_of(surface, days, date, sentence)
    headline = found.in_title or (found.held and plain[near.end - 1] not in ".;!?")
    if headline and not date:
        date, sure = date_below(surface, days, near.end)
        found.known = _SAID if sure else _SEEN if date else 0
    if found.held and not date:
        date = date_before(surface, days, found.start, sentence)
        found.known = _SAID if date else 0
    if not date and not found.event:
        date = date_said(days.months(near.start, sentence.end), found.start, end, held=found.held)
        found.known = _SEEN if date else 0
    found.date = str(date.value) if date else ""
    if found.known < _SURE or (date and date.end < found.start):
        _say_spoken_day(surface, found, near, sentence)
    found.place = place_in(plain, sentence.start, sentence.end) if found.held or date else ""
    if found.in_title and not found.place:
        found.place = place_below(plain, near.end)


def _say_spoken_day(surface: Surface, found: _Mention, near: Span, sentence: Span) -> None:
    """« s'est réuni mardi dernier », in its sentence or in the lines under its title."""
    spoken = spoken_day(surface, sentence) if found.held else ""
    if not spoken and (found.in_title or not found.date) and found.known < _SAID:
        spoken = spoken_day_below(surface, near.end)
    if spoken:
        found.date, found.known = spoken, _SURE


def _chairs(plain: str, found: _Mention, line: Span, sentence: Span) -> tuple[str, str]:
    chairs = chairs_in(plain, Span(sentence.start, min(len(plain), sentence.end + _NEAR)))
    if found.in_title and not chairs[0]:
        return chairs_in(plain, Span(line.end, min(len(plain), line.end + _UNDER)))
    return chairs
