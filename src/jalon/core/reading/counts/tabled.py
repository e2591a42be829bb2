"""Counts in tables: a number alone in its cell, under a heading that names what is counted."""

import re
from collections.abc import Sequence
from decimal import Decimal

from jalon.core.reading.counts.hedges import hedge_of
from jalon.core.reading.counts.holding import may_hold, sum_of
from jalon.core.reading.counts.labels import Label, label_of
from jalon.core.reading.counts.sexes import is_person, sex_of_words
from jalon.core.reading.counts.words import MEASURE
from jalon.core.reading.facts import Detail, Fact, FactType
from jalon.core.reading.numbers import FoundNumber, numbers
from jalon.core.reading.structure.cells import Cell, Table
from jalon.core.reading.structure.headings import Column, column_of, names_period
from jalon.core.reading.structure.tables import listings, tables
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
    r"|recette|(?<![(\w])année|date"
    r"|code|téléphone|contact|n°|numéro|score|note|écart|ecart|ratio|indice|durée|heure",
    re.I,
)
PRICED = re.compile(
    r"%|taux|pourcentage|montant|budget|co[uû]t|prix|fcfa|f cfa|€|euro|usd|dépense|recette|financement", re.I
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
    r"|atteints?(?: .*)?|t|référence|situation .*|planifiés?|ensemble|(?:19"
    r"|20)[0-9]{2}|t[1-4]|baseline"
    r"|valeur de référence|prévu .*|réalisé .*|objectif(?: .*)?)\W*$",
    re.I,
)
_SEXES = {"F": "F", "H": "M", "G": "M", "M": "M"}
_QUANTITY = re.compile(r"(?:quantit|qt[ée]|nombre|nbre|nb|effectif)", re.I)
_LETTERS = {"f": "F", "h": "M", "g": "M", "m": "M", "fem": "F", "hom": "M"}
_BRACKET = re.compile(r" ?\([^()]{1,30}\)\Z")
_SHARE = re.compile(r"[ ]?\([0-9]{1,3}(?:[.,][0-9]{1,2})?[ ]?%\)\Z")
_TOTAL = re.compile(r"(?:sous[- ])?(?:total|totaux|ensemble|cumul)\b", re.I)
_ACROSS = re.compile(
    r"(?:total|totaux|ensemble|population|effectif|participants|bénéficiaires|réalis|nombre|t\Z)", re.I
)
_STEP = re.compile(r"(?:t[1-4]|s[12]|[1-4](?:er|e|ème) (?:trimestre|semestre)|trimestre|semestre)\b", re.I)
_PEOPLE = "personnes"
_PACKS = re.compile(r"sacs|cartons|bidons|kits|t[êe]tes|plants|boîtes|pi[èe]ces|paquets|bottes", re.I)
_WHOLE = {"l": "litres", "L": "litres", "t": "tonnes", "m": "mètres"}


def table_counts(surface: Surface) -> None:
    """Take the counts that stand alone in a cell of a table with headings, and tie them to their totals."""
    for found in tables(surface):
        table = _with_header(surface, found)
        if any(table.header) and not _is_priced(surface, table):
            _read(surface, table)
    for listing in listings(surface):
        _read_listing(surface, listing)


def _is_priced(surface: Surface, table: Table) -> bool:
    """Whether the line above says that the figures are amounts, and no column says which of them are."""
    if not PRICED.search(_caption(surface, table)):
        return False
    counted = any(_QUANTITY.match(one.text) for one in table.header)
    return not (counted and any(PRICED.search(one.text) for one in table.header))


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
    if table.title is not None:
        return surface.plain[table.title.start : table.title.end]
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
    if not cell or cell.end - cell.start > 24:
        return None
    share = _SHARE.search(surface.plain, cell.start, cell.end)
    end = share.start() if share else cell.end
    if not surface.is_free(cell.start, end):
        return None
    found = next(numbers(surface.plain, cell.start, end), None)
    if found is None or found.in_words or (found.start, found.end) != (cell.start, end):
        return None
    return found


def _fact(
    surface: Surface, table: Table, row: Sequence[Cell], index: int, number: FoundNumber
) -> Fact | None:
    heading = table.header[index]
    if not heading or (_NO_COUNT.search(heading.text) and not names_period(heading.text)):
        return None
    unit, sex = _counted(surface, table, row, heading)
    if not unit or (isinstance(number.value, Decimal) and not MEASURE.match(unit)):
        return None
    details: dict[str, Detail] = {"unit": unit}
    if sex:
        details["sex"] = sex
    if hedge_of(number):
        details["approx"] = hedge_of(number)
    status = _status(table, heading)
    if status:
        details["status"] = status
    return Fact(FactType.QUANTITY, number.start, number.end, number.value, details)


def _status(table: Table, heading: Cell) -> str:
    """What a heading says of its figures; beside a column of goals, those of a time were reached."""
    said = next((status for status, pattern in _STATUS if pattern.search(heading.text)), "")
    if not said and (names_period(heading.text) or _TOTAL.match(heading.text)):
        goals = any(_STATUS[0][1].search(one.text) for one in table.header)
        return "achieved" if goals else ""
    return said


def _counted(surface: Surface, table: Table, row: Sequence[Cell], heading: Cell) -> tuple[str, str]:
    """What a heading says is counted; one like `Total` or `Prévu` leaves it to the row or the others."""
    own = surface.plain[heading.start : heading.end]
    letter = _LETTERS.get(own.strip(" .").lower())
    if letter:
        return ("femmes" if letter == "F" else "hommes"), letter
    own = _BRACKET.sub("", own)
    if not (_GENERIC.match(own) or names_period(own) or _is_name(surface, table, heading)):
        return _labelled(surface, heading)
    sexed = [_labelled(surface, other) for other in table.header if other and other is not heading]
    if any(sex for _, sex in sexed) or any(
        other.text.strip(" .").lower() in _LETTERS for other in table.header
    ):
        return _people_of(surface, table), ""
    measured = next((cell.text for cell in row if MEASURE.fullmatch(cell.text)), "")
    if measured:
        return measured, ""
    if table.title is not None or table.columns[0] is Column.PLACE:
        unit, sex = _of_caption(surface, table)
        return (unit, sex) if unit else (_of_neighbour(surface, table, heading), "")
    named = next((cell for cell in row if cell and re.search(r"[^\W\d_]{3}", cell.text)), None)
    if named is None or _NO_COUNT.search(named.text) or _TOTAL.match(named.text):
        return "", ""
    return _labelled(surface, named)


_ITEMS = re.compile(
    r"(?:indicateur|d[ée]signation|rubrique|libell[ée]|intitul[ée]|produit|extrant|ouvrage|r[ée]alisation"
    r"|r[ée]sultat|activit[ée]|type|nature|donn[ée]e|cat[ée]gorie|[ée]quipement|[ée]l[ée]ment)s?\b",
    re.I,
)
_PLURAL = re.compile(r"[^\W\d_]{3,}[sx]\b", re.I)


def _is_name(surface: Surface, table: Table, heading: Cell) -> bool:
    """Whether a heading over figures names a place, where each row says what it counts."""
    own = surface.plain[heading.start : heading.end]
    if not _ITEMS.match(table.header[0].text) or column_of(own) is not None:
        return False
    shown = [surface.plain[one.start : one.end] for one in table.header[1:] if one]
    titles = [title for title in shown if column_of(title) is None]
    plural = sum(bool(_PLURAL.match(title)) for title in titles)
    return own[:1].isupper() and len(titles) > 1 and plural * 2 < len(titles)


_NUMBERED = re.compile(
    r"(?:(?:tableau|tab\.|figure|graphique)[ ]?[0-9]*[ ]?[:.–-]?[ ]*"
    r"|(?:[0-9]{1,2}(?:\.[0-9]{1,2})*|[IVX]{1,4}|[A-Z])"
    r"(?:[.)] ?-?|(?<=[0-9])| -) )?"
    r"(?:(?:r[ée]partition|ventilation|nombres?|effectifs?|total)(?: g[ée]ographique)?(?: total)?"
    r" (?:des |de la |de |d'|du ))?",
    re.I,
)
_BY_PLACE = re.compile(
    r",? par (?:commune|village|site|r[ée]gion|cercle|district|d[ée]partement|province|localit[ée]|zone"
    r"|[ée]cole|centre|wilaya|moughataa|pr[ée]fecture|sous-pr[ée]fecture|canton|quartier|arrondissement|pays|csi|cscom"
    r"|aire de sant[ée]|campement|camp|antenne|secteur)s?\b.*",
    re.I,
)
_WHEN = re.compile(
    r",? (?:au|à fin|à la fin|fin|en|pour|de|du|depuis|entre|durant|pendant)"
    r" (?:l'ann[ée]e |l'exercice |le |les? )?"
    r"(?:mois de |fin )?(?:[0-9]{1,2}(?:er)? [^\W\d_]{3,9} |[^\W\d_]{3,9} )?(?:19|20)[0-9]{2}\b.*",
    re.I,
)
_LEVELS = re.compile(
    r"(?:temp[ée]ratures?|hauteurs?|pluies?|pluviom[ée]trie|cumuls?|moyennes?|priorit[ée]s?|taux|rangs?|distances?"
    r"|densit[ée]s?|altitudes?|profondeurs?|[âa]ges?|dates?|scores?|notes?|cotes?|indices?|niveaux?|ratios?)\b",
    re.I,
)
_AND = re.compile(r",? et (?:de |des )?([^\W\d_]{4,})")
_DONE = re.compile(r" [^\W\d_]{3,}(?:[ée]s|[ée]es|is|ies|us|ues|its|ites)\b")


def _of_neighbour(surface: Surface, table: Table, heading: Cell) -> str:
    """What a goal alone of its kind counts: what the next column says was done (`Enfants vaccinés`)."""
    generic = [one for one in table.header[1:] if _GENERIC.match(one.text)]
    after = table.header[table.header.index(heading) + 1 :][:1]
    if generic != [heading] or not _STATUS[0][1].search(heading.text) or not after:
        return ""
    label = label_of(surface.plain, after[0].start, after[0].end)
    return label.head.lower() if label is not None and _DONE.search(after[0].text) else ""


def counted_by_place(surface: Surface, start: int, end: int) -> tuple[str, str]:
    """Return the unit and sex of what words say is counted by place, empty when they do not.

    `Bénéficiaires par commune`, `Répartition des ménages assistés par village`.
    """
    if not _BY_PLACE.search(surface.plain, start, end):
        return "", ""
    return _of_words(surface, start, end)


def _read_listing(surface: Surface, table: Table) -> None:
    """Rows of a place and one figure, under a line that says what they count: `Ménages par village :`."""
    title = table.title
    if title is None or PRICED.search(title.text) or len(table.rows[0]) != 2:
        return
    unit, sex = counted_by_place(surface, title.start, title.end)
    found = [_alone(surface, row[1]) for row in table.rows]
    labels = [row[0] for row in table.rows if not _TOTAL.match(row[0].text)]
    if not unit or None in found or any(label_of(surface.plain, one.start, one.end) for one in labels):
        return
    grid = [{1: surface.take(_count(one, unit, sex))} for one in found if one is not None]
    _tie(Table((), table.rows, title), grid)


def _count(number: FoundNumber, unit: str, sex: str) -> Fact:
    details: dict[str, Detail] = {"unit": unit}
    if sex:
        details["sex"] = sex
    return Fact(FactType.QUANTITY, number.start, number.end, number.value, details)


def _of_caption(surface: Surface, table: Table) -> tuple[str, str]:
    """What the line above a table of places says is counted: `Consultations par commune`."""
    caption = _caption(surface, table)
    limit = table.title.end if table.title is not None else table.start
    end = surface.plain.rfind(caption, 0, limit) + len(caption)
    return _of_words(surface, end - len(caption), end, table) if caption else ("", "")


def _of_words(surface: Surface, start: int, end: int, table: Table | None = None) -> tuple[str, str]:
    """What words count, without the number of the title, the places and the time they go on with."""
    numbered = _NUMBERED.match(surface.plain, start, end)
    start = numbered.end() if numbered else start
    if _LEVELS.match(surface.plain, start, end):
        return "", ""
    for pattern in (_BY_PLACE, _WHEN):
        tail = pattern.search(surface.plain, start, end)
        end = tail.start() if tail else end
    headings = [one.text.lower() for one in table.header] if table else []
    for other in _AND.finditer(surface.plain, start, end):
        if any(other[1].lower() in heading for heading in headings):
            end = other.start()
            break
    return _labelled(surface, Cell(start, end, surface.plain[start:end]))


def _people_of(surface: Surface, table: Table) -> str:
    """Who a table of women and men counts, by the line above it: `Participants aux clubs`."""
    first = re.search(r"[^\W\d_]{4,}", _caption(surface, table))
    if first is not None and first[0].lower() == "participation":
        return "participants"
    return first[0].lower() if first is not None and is_person(first[0]) else _PEOPLE


def _labelled(surface: Surface, cell: Cell) -> tuple[str, str]:
    measure = re.search(r"\((?:en )?([^()]{1,12})\)", cell.text)
    if measure and measure[1] in _SEXES:
        counted = label_of(surface.plain, cell.start, cell.start + measure.start())
        if counted is not None:
            return counted.unit, _SEXES[measure[1]]
    if measure and (MEASURE.fullmatch(measure[1]) or _PACKS.fullmatch(measure[1])):
        return f"{_WHOLE.get(measure[1], measure[1])} {cell.text[: measure.start()].strip().lower()}", ""
    label: Label | None = label_of(surface.plain, cell.start, cell.end)
    if label is None:
        return "", ""
    return label.unit, sex_of_words(label.words, label.head)


def _tie(table: Table, grid: list[dict[int, Fact]]) -> None:
    """A row's women and men are parts of its total; a column's rows are parts of the total's row."""
    totals = next(
        (i for i, row in enumerate(table.rows) if _TOTAL.match(next((c.text for c in row if c), ""))), None
    )
    across = [i for i, cell in enumerate(table.header) if cell and _ACROSS.match(cell.text)]
    cumulated = [
        i
        for i, cell in enumerate(table.header)
        if re.match(r"cumul|total|ann[ée]e\W*$|annuel", cell.text, re.I)
    ]
    for position, found in enumerate(grid):
        for index, fact in found.items():
            whole = _across(found, across) if "sex" in fact.details else None
            if whole is None and index < len(table.header) and _is_step(table.header[index].text):
                whole = _across(found, cumulated)
            if whole is not None and whole is not fact and may_hold(whole, fact):
                fact.of = whole
            elif totals is not None and position < totals and index in grid[totals]:
                fact.of = grid[totals][index]


def _is_step(heading: str) -> bool:
    return _STEP.match(heading) is not None or names_period(heading)


def _across(found: dict[int, Fact], columns: Sequence[int]) -> Fact | None:
    """The total of a row's women and men: their sum, else the first column that says a total."""
    totals = [found[index] for index in columns if index in found and "sex" not in found[index].details]
    sexed = sum_of([fact for fact in found.values() if "sex" in fact.details])
    return next((fact for fact in totals if fact.value == sexed), totals[0] if totals else None)
