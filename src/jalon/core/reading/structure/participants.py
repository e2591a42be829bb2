"""Participants of a meeting: the rows of their table, the items of their list."""

import re
from bisect import bisect_right
from collections.abc import Mapping

from jalon.core.reading.facts import Detail, Fact, FactType, Span
from jalon.core.reading.structure.cards import cards
from jalon.core.reading.structure.headings import Column
from jalon.core.reading.structure.lists import Item, items_after, items_inside
from jalon.core.reading.structure.names import read_name, without_civility
from jalon.core.reading.structure.tables import Cell, Table, tables
from jalon.core.reading.surface import Surface

_COMPANY = frozenset(
    {
        Column.FUNCTION,
        Column.ORGANISATION,
        Column.PHONE,
        Column.EMAIL,
        Column.CONTACT,
        Column.SIGNATURE,
        Column.SEX,
    }
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?:\(?(?:\+|00)\s?[0-9]{3}\)?[ .-]?)?[0-9]{2}(?:[ .-]?[0-9]{2}){3}")
_ARTICLE = re.compile(r"(?:de l'|du |de la |des |de |la |le |les |l')", re.IGNORECASE)
_SEXES = {
    "f": "F",
    "femme": "F",
    "féminin": "F",
    "feminin": "F",
    "h": "M",
    "m": "M",
    "homme": "M",
    "masculin": "M",
}
_ANNOUNCED = re.compile(
    r"^[^\n.]{0,60}?\b(?P<who>participants?|pr[ée]sents?|pr[ée]sence|membres|excus[ée]s?|absents?"
    r"|ont (?:pris part|particip[ée])|invit[ée]s|observateurs)\b[^\n]{0,80}$",
    re.IGNORECASE | re.MULTILINE,
)
_AWAY = re.compile(r"excus|absent", re.IGNORECASE)
_FUNCTION = re.compile(r"fonction|titre|qualit[ée]|poste", re.IGNORECASE)
_STRUCTURE = re.compile(r"structure|organi[sz]|institution|service|provenance", re.IGNORECASE)
_CUT = re.compile(r"\s*/\s*|\s*,\s+|\s+-\s+")
_ORDER = (Column.FUNCTION, Column.ORGANISATION)
_NOTHING: Mapping[Column, str] = {}
_ON_BEHALF = re.compile(
    r"(?:pour|au\s+titre\s+d[eu]s?|repr[ée]sentants?\s+d[eu]s?)\s+(?P<who>[^:;]{2,60}?)\s*:\s*", re.IGNORECASE
)
_PART = re.compile(r"\s*(?:,|;|:|\s[-–]\s|\s/\s|\()\s*")


def find_participants(surface: Surface) -> None:
    """Keep each person of the tables and lists of participants, with function, structure and contact."""
    people: list[Fact] = []
    for table in tables(surface):
        if Column.NAME in table.columns and _COMPANY & set(table.columns):
            people += filter(
                None, (_of_cells(_by_column(table, row), _both(table, row)) for row in table.rows)
            )
    people += filter(None, (_of_cells(card) for card in cards(surface) if _COMPANY & set(card)))
    for match in _ANNOUNCED.finditer(surface.plain):
        away = bool(_AWAY.search(match["who"]))
        for item in items_after(surface, match.end()):
            people += _of_items(surface, item.start, item.end, away=away)
    _link_contacts(surface, people)
    seen: set[int] = set()
    for person in sorted(people, key=lambda fact: fact.start):
        if person.start not in seen:
            surface.keep(person)
        seen.add(person.start)


def _by_column(table: Table, row: tuple[Cell, ...]) -> dict[Column, Cell]:
    return {column: one for column, one in zip(table.columns, row, strict=False) if column and one}


def _both(table: Table, row: tuple[Cell, ...]) -> dict[Column, str]:
    """Structure and function written in one cell, in the order of their heading: `Fonction / Structure`."""
    for heading, one in zip(table.header, row, strict=False):
        function, structure = _FUNCTION.search(heading.text), _STRUCTURE.search(heading.text)
        pieces = [piece.strip() for piece in _CUT.split(one.text, maxsplit=1)]
        if function and structure and len(pieces) == 2:
            first = function.start() < structure.start()
            return dict(zip(_ORDER if first else _ORDER[::-1], pieces, strict=True))
    return {}


def _of_cells(by_column: Mapping[Column, Cell], both: Mapping[Column, str] = _NOTHING) -> Fact | None:
    name = by_column.get(Column.NAME)
    if name is None:
        return None
    first = by_column.get(Column.FIRST_NAME)
    read = read_name(f"{without_civility(first.text)[0]} {name.text}" if first else name.text)
    if read is None:
        return None
    value, sex = read
    sex = _SEXES.get(by_column[Column.SEX].text.lower().strip("."), sex) if Column.SEX in by_column else sex
    texts = {column: cell.text for column, cell in by_column.items()} | dict(both)
    start, end = _span(name, first)
    return _person(start, end, value, _details(texts, sex))


def _span(name: Cell, first: Cell | None) -> tuple[int, int]:
    if first is None:
        return name.start + len(name.text) - len(without_civility(name.text)[0]), name.end
    return min(name.start, first.start), max(name.end, first.end)


def _details(texts: dict[Column, str], sex: str) -> dict[str, Detail]:
    contact = " ".join(texts.get(column, "") for column in (Column.PHONE, Column.EMAIL, Column.CONTACT))
    phone, email = _PHONE.search(contact), _EMAIL.search(contact)
    said: dict[str, str] = {
        "function": texts.get(Column.FUNCTION, ""),
        "organisation": _ARTICLE.sub("", texts.get(Column.ORGANISATION, ""), count=1)
        if _ARTICLE.match(texts.get(Column.ORGANISATION, ""))
        else texts.get(Column.ORGANISATION, ""),
        "phone": phone[0] if phone else "",
        "email": email[0] if email else "",
        "sex": sex,
    }
    return {key: value for key, value in said.items() if value}


def _of_items(surface: Surface, start: int, end: int, *, away: bool) -> list[Fact]:
    """The people of an item: one, or several on behalf of a structure (`Pour la DNP : M. A ; Mme B`)."""
    behalf = _ON_BEHALF.match(surface.plain, start, end)
    if not behalf:
        return list(filter(None, [_of_item(surface, start, end, away=away)]))
    found: list[Fact] = []
    for item in items_inside(surface.plain, behalf.end(), end) or [Item(behalf.end(), end)]:
        if person := _of_item(surface, item.start, item.end, away=away):
            person.say("organisation", _ARTICLE.sub("", behalf["who"], count=1))
            found.append(person)
    return found


def _of_item(surface: Surface, start: int, end: int, *, away: bool) -> Fact | None:
    text = surface.plain[start:end]
    parts = [part for part in _PART.split(text) if part]
    found = next(((at, read) for at, part in enumerate(parts[:2]) if (read := read_name(part))), None)
    if found is None or "\t" in text:
        return None
    at, (value, sex) = found
    texts = _said_of(parts[:at] + parts[at + 1 :])
    details = _details(texts, sex)
    if away:
        details["role"] = "excused"
    name = parts[at]
    begin = text.index(name)
    begin += len(name) - len(without_civility(name)[0])
    return _person(start + begin, start + text.index(name) + len(name.rstrip(" .")), value, details)


def _said_of(parts: list[str]) -> dict[Column, str]:
    contacts = [part for part in parts if _PHONE.search(part) or _EMAIL.search(part)]
    words = [part.strip(" ).") for part in parts if part not in contacts]
    said = {Column.CONTACT: " ".join(contacts)}
    if words:
        said[Column.FUNCTION] = words[0]
    if len(words) > 1:
        said[Column.ORGANISATION] = words[1]
    return said


def _person(start: int, end: int, value: str, details: dict[str, Detail]) -> Fact:
    return Fact(FactType.PERSON, start, end, value, details, mentions=[Span(start, end)])


def _link_contacts(surface: Surface, people: list[Fact]) -> None:
    """Say whose each contact of the rows is."""
    contacts = surface.of_type(FactType.CONTACT)
    starts = [contact.start for contact in contacts]
    for person in people:
        at = bisect_right(starts, person.end)
        for contact in contacts[at : at + 3]:
            if surface.plain[contact.start : contact.end] in (person.text("phone"), person.text("email")):
                contact.say("person", str(person.value))
