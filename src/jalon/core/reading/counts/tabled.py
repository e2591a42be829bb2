"""Counts in tables: a number alone in its cell, under a heading that names what is counted."""

import re
from collections.abc import Sequence
from decimal import Decimal

from jalon.core.reading.counts.hedges import hedge_of
from jalon.core.reading.counts.holding import sum_of
from jalon.core.reading.counts.labels import Label, label_of
from jalon.core.reading.counts.sexes import is_person, sex_of_words
from jalon.core.reading.counts.words import MEASURE
from jalon.core.reading.facts import Detail, Fact, FactType
from jalon.core.reading.numbers import FoundNumber, numbers
from jalon.core.reading.structure.cells import Cell, Table
from jalon.core.reading.structure.headings import Column
from jalon.core.reading.structure.tables import tables
from jalon.core.reading.surface import Surface

_SKIPPED = frozenset(
    {
        Column.NUMBER,
        Column.MONEY,
        Column.PHONE,
        Column.CONTACT,
        Column.DATE,
        Column.DEADLINE,
        Column.EMAIL,
        Column.FUNDER,
    }
)
_NO_COUNT = re.compile(
    r"%|taux|pourcentage|montant|budget|co[uû]t|prix|fcfa|f cfa|€|euro|usd|\bpu\b|\bp\.u|dépense"
    r"|recette|année|date"
    r"|code|téléphone|contact|n°|numéro|score|note|écart|ecart|ratio|indice|durée|heure",
    re.I,
)
_STATUS = (
    ("planned", re.compile(r"pr[ée]vu|cible|pr[ée]vision|planifi|objectif|attendu|programm", re.I)),
    ("achieved", re.compile(r"r[ée]alis|atteint|obtenu|ex[ée]cut|effectif|constat", re.I)),
    ("baseline", re.compile(r"r[ée]f[ée]rence|baseline|base\b|initial", re.I)),
)
_GENERIC = re.compile(
    r"(?:nombres?|nbres?|nb|total|totaux|quantités?|quantite|qté|qte|effectifs?|valeurs?(?: .*)?"
    r"|prévus?|réalisés?|cibles?(?: .*)?"
    r"|prévisions?|réalisations?|cumul|t[1-4]|s[12]|trimestre .*|semestre .*"
    r"|atteint|référence|situation .*|planifiés?|ensemble|(?:19"
    r"|20)[0-9]{2}|t[1-4]|baseline"
    r"|valeur de référence|prévu .*|réalisé .*|objectif(?: .*)?)\W*$",
    re.I,
)
_LETTERS = {"f": "F", "h": "M", "g": "M", "m": "M", "fem": "F", "hom": "M"}
_TOTAL = re.compile(r"(?:sous[- ])?(?:total|totaux|ensemble|cumul)\b", re.I)
_ACROSS = re.compile(
    r"(?:total|totaux|ensemble|population|effectif|participants|bénéficiaires|réalis|nombre)", re.I
)
_STEP = re.compile(r"(?:t[1-4]|s[12]|[1-4](?:er|e|ème) (?:trimestre|semestre)|trimestre|semestre)\b", re.I)
_PEOPLE = "personnes"
_WHOLE = {"l": "litres", "L": "litres", "t": "tonnes", "m": "mètres"}


def table_counts(surface: Surface) -> None:
    """Take the counts that stand alone in a cell of a table with headings, and tie them to their totals."""
    for found in tables(surface):
        table = _with_header(surface, found)
        if any(table.header) and not _NO_COUNT.search(_caption(surface, table)):
            _read(surface, table)


def _with_header(surface: Surface, table: Table) -> Table:
    """The table, its first row taken as its header when none was known and only the others hold numbers."""
    if any(table.header) or len(table.rows) < 2:
        return table
    first, *others = table.rows
    numeric = any(_alone(surface, cell) for row in others for cell in row)
    if sum(map(bool, first)) < 2 or any(re.search("[0-9]{3}", cell.text) for cell in first) or not numeric:
        return table
    return Table(first, tuple(others))


def _caption(surface: Surface, table: Table) -> str:
    """The line above a table, that says what its numbers are."""
    above = surface.plain[max(0, table.start - 160) : table.start].rstrip(" |\n\t").rpartition("\n")[2]
    return above if len(above) < 90 else ""


def _read(surface: Surface, table: Table) -> None:
    columns = table.columns
    grid: list[dict[int, Fact]] = []
    for row in table.rows:
        found: dict[int, Fact] = {}
        for index, cell in enumerate(row):
            known = columns[index] if index < len(columns) else None
            number = _alone(surface, cell)
            if number is None or index >= len(table.header) or known in _SKIPPED:
                continue
            fact = _fact(surface, table, row, index, number)
            if fact is not None:
                found[index] = surface.take(fact)
        grid.append(found)
    _tie(table, grid)


def _alone(surface: Surface, cell: Cell) -> FoundNumber | None:
    if not cell or cell.end - cell.start > 24 or not surface.is_free(cell.start, cell.end):
        return None
    found = next(numbers(surface.plain, cell.start, cell.end), None)
    if found is None or found.in_words or (found.start, found.end) != (cell.start, cell.end):
        return None
    return found


def _fact(
    surface: Surface, table: Table, row: Sequence[Cell], index: int, number: FoundNumber
) -> Fact | None:
    heading = table.header[index]
    if not heading or _NO_COUNT.search(heading.text):
        return None
    unit, sex = _counted(surface, table, row, heading)
    if not unit or (isinstance(number.value, Decimal) and not MEASURE.match(unit)):
        return None
    details: dict[str, Detail] = {"unit": unit}
    if sex:
        details["sex"] = sex
    if hedge_of(number):
        details["approx"] = hedge_of(number)
    for status, pattern in _STATUS:
        if pattern.search(heading.text):
            details["status"] = status
            break
    return Fact(FactType.QUANTITY, number.start, number.end, number.value, details)


def _counted(surface: Surface, table: Table, row: Sequence[Cell], heading: Cell) -> tuple[str, str]:
    """What a heading says is counted; one like `Total` or `Prévu` leaves it to the row or the others."""
    letter = _LETTERS.get(heading.text.strip(" .").lower())
    if letter:
        return ("femmes" if letter == "F" else "hommes"), letter
    if not _GENERIC.match(heading.text):
        return _labelled(surface, heading)
    sexed = [_labelled(surface, other) for other in table.header if other and other is not heading]
    if any(sex for _, sex in sexed) or any(
        other.text.strip(" .").lower() in _LETTERS for other in table.header
    ):
        return _people_of(surface, table), ""
    measured = next((cell.text for cell in row if MEASURE.fullmatch(cell.text)), "")
    if measured:
        return measured, ""
    named = next((cell for cell in row if cell and re.search(r"[^\W\d_]{3}", cell.text)), None)
    if named is None or _NO_COUNT.search(named.text) or _TOTAL.match(named.text):
        return "", ""
    return _labelled(surface, named)


def _people_of(surface: Surface, table: Table) -> str:
    """Who a table of women and men counts, by the line above it: `Participants aux clubs`."""
    first = re.search(r"[^\W\d_]{4,}", _caption(surface, table))
    if first is not None and first[0].lower() == "participation":
        return "participants"
    return first[0].lower() if first is not None and is_person(first[0]) else _PEOPLE


def _labelled(surface: Surface, cell: Cell) -> tuple[str, str]:
    measure = re.search(r"\((?:en )?([^()]{1,12})\)", cell.text)
    label: Label | None = label_of(surface.plain, cell.start, cell.end)
    if measure and MEASURE.fullmatch(measure[1]):
        return f"{_WHOLE.get(measure[1], measure[1])} {cell.text[: measure.start()].strip().lower()}", ""
    if label is None:
        return "", ""
    return label.unit, sex_of_words(label.words, label.head)


def _tie(table: Table, grid: list[dict[int, Fact]]) -> None:
    """A row's women and men are parts of its total; a column's rows are parts of the total's row."""
    totals = next(
        (i for i, row in enumerate(table.rows) if _TOTAL.match(next((c.text for c in row if c), ""))), None
    )
    across = [i for i, cell in enumerate(table.header) if cell and _ACROSS.match(cell.text)]
    cumulated = [i for i, cell in enumerate(table.header) if re.match(r"cumul|total|année", cell.text, re.I)]
    for position, found in enumerate(grid):
        for index, fact in found.items():
            whole = _across(found, across) if "sex" in fact.details else None
            if whole is None and index < len(table.header) and _STEP.match(table.header[index].text):
                whole = _across(found, cumulated)
            if whole is not None and whole is not fact:
                fact.of = whole
            elif totals is not None and position < totals and index in grid[totals]:
                fact.of = grid[totals][index]


def _across(found: dict[int, Fact], columns: Sequence[int]) -> Fact | None:
    """The total of a row's women and men: their sum, else the first column that says a total."""
    totals = [found[index] for index in columns if index in found and "sex" not in found[index].details]
    sexed = sum_of([fact for fact in found.values() if "sex" in fact.details])
    return next((fact for fact in totals if fact.value == sexed), totals[0] if totals else None)
