"""Tables of figures: totals of columns, women and men of a row, quantity and unit price, planned and done."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import prod

from jalon.core.reading.checks.common import TOTAL, ok, said, wrong
from jalon.core.reading.checks.goals import contradiction, verdict_of
from jalon.core.reading.checks.running import Line, check_column
from jalon.core.reading.facts import Check, FactType, Span
from jalon.core.reading.structure.cells import Cell, Table
from jalon.core.reading.structure.tables import tables
from jalon.core.reading.surface import Surface
from jalon.core.values import PrintedNumber, ValueProblem, format_number, is_truncated, parse_number

_HEADINGS = (
    ("rate", r"\btaux\b|%|pourcentage|\bpart\b|\bratio\b"),
    ("price", r"\bprix\b|\bco[uû]t unitaire|\bp\.?\s?u\.?\b|unitaire"),
    ("rank", r"^n\s?[°o]|^nu?m[ée]ro\b|^rang\b|^ordre\b|^année\b|^code\b"),
    ("total", r"\btotal\b|\btotaux\b|\bensemble\b|\bt$"),
    ("women", r"\bfemmes?\b|\bfilles?\b|^f$|féminin"),
    ("men", r"\bhommes?\b|\bgarçons?\b|^h$|^m$|masculin"),
    ("count", r"\bquantité|\bqté|\bnombre\b|\bnbre?\b|\beffectif|\bunités\b"),
    ("planned", r"\bprév|\bplanifi|\bcible|\bbudget|\bprogrammé|\balloué"),
    ("done", r"\bréalis|\batteint|\bdépens|\bexécut|\bdécaiss|\bconsomm"),
    ("amount", r"\bmontant|\bco[uû]t\b|fcfa|\beuros?\b|€|\bvaleur"),
)
_ROLES = [(name, re.compile(pattern, re.I)) for name, pattern in _HEADINGS]
_TRAILING = re.compile(r"\s*(?:f\s?cfa|xof|euros?|eur|€|usd|\$|ha|%)\s*$", re.I)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: its label, and the numbers of its cells by column."""

    label: str
    cells: tuple[Cell, ...]
    values: tuple[PrintedNumber | None, ...]

    def value(self, column: int | None) -> Decimal | None:
        """Return the number of a cell, None when it holds none."""
        printed = self.values[column] if column is not None else None
        return None if printed is None else Decimal(printed.value)

    def span(self, column: int) -> Span:
        """Return the characters of a cell."""
        return Span(self.cells[column].start, self.cells[column].end)


def check_tables(surface: Surface) -> list[Check]:
    """Check the arithmetic that the headings of each table promise."""
    found: list[Check] = []
    for table in map(_headed, tables(surface)):
        if len(table.header) < 2 or len(table.rows) < 2:
            continue
        rows = [_row(row) for row in table.rows]
        roles = [_role(cell.text) for cell in table.header]
        found += _totals(surface, table, rows, roles)
        found += _cumulated(table, rows, roles)
        found += _written_products(rows)
        for row in rows:
            found += _sexes(row, roles)
            found += _product(row, roles)
            found += _rate(row, roles)
            found += _verdict(row, roles)
        found += _column_shares(table, rows, roles)
        found += _repeated(rows, roles)
        found += _averages(rows, roles)
        found += _left(table, rows, roles)
    return found


def _headed(table: Table) -> Table:
    """A table whose first row holds words only, above figures, is headed by it whatever its words are."""
    if table.header or len(table.rows) < 3 or any(_number(cell.text) for cell in table.rows[0]):
        return table
    if sum(_number(cell.text) is not None for cell in table.rows[1]) < 2:
        return table
    return Table(table.rows[0], table.rows[1:])


def _row(cells: Sequence[Cell]) -> _Row:
    label = next((cell.text for cell in cells if re.search(r"[a-zà-ÿ]{2}", cell.text, re.I)), "")
    return _Row(label, tuple(cells), tuple(_number(cell.text) for cell in cells))


def _number(text: str) -> PrintedNumber | None:
    bare = _TRAILING.sub("", text.replace("*", "").strip())
    if not bare[:1].isdigit():
        return None
    try:
        return parse_number(bare)
    except ValueProblem:
        return None


def _role(heading: str) -> str:
    """What a column holds, by its heading; the first that fits (`Prix unitaire (FCFA)` is a price)."""
    return next((name for name, pattern in _ROLES if pattern.search(heading.strip())), "")


def _totals(surface: Surface, table: Table, rows: Sequence[_Row], roles: Sequence[str]) -> Iterator[Check]:
    for column, role in enumerate(roles):
        if role in {"rate", "price", "rank"}:
            continue
        lines = [
            Line(value, row.span(column), bool(TOTAL.search(row.label)) or _is_all(row.label, index, rows),
                 facts=tuple(surface.starting_in(row.span(column).start, row.span(column).end,
                                           FactType.MONEY, FactType.QUANTITY)))
            for index, row in enumerate(rows)
            if (value := row.value(column)) is not None
        ]  # fmt: skip
        full = sum(row.value(column) is not None for row in rows)
        if any(_is_unread(row, column) for row in rows):
            continue
        if full >= 3 and any(line.is_total for line in lines):
            converted = bool(re.search(r"€|euro|eur\b|usd|\$", table.header[column].text, re.I))
            francs = any(re.search(r"cfa", cell.text, re.I) for cell in table.header)
            if converted and francs:
                lines = [Line(one.value, one.span, one.is_total, True, one.facts) for one in lines]
            yield from check_column(lines)


def _is_unread(row: _Row, column: int) -> bool:
    """Whether a cell holds digits that are no number alone: `1 000 000 (en nature)`."""
    return row.values[column] is None and bool(re.search(r"[0-9]", row.cells[column].text))


def _is_all(label: str, index: int, rows: Sequence[_Row]) -> bool:
    return index == len(rows) - 1 and bool(re.fullmatch(r"\W*ensemble\W*", label, re.I))


def _sexes(row: _Row, roles: Sequence[str]) -> Iterator[Check]:
    """Women and men of a row against its total, or against what was done where no total has a column."""
    whole = "total" if "total" in roles else "done"
    if any(roles.count(role) != 1 for role in ("women", "men", whole)):
        return
    women, men, total = (roles.index(role) for role in ("women", "men", whole))
    parts = row.value(women), row.value(men)
    stated = row.value(total)
    if parts[0] is None or parts[1] is None or stated is None:
        return
    made = parts[0] + parts[1]
    spans = (row.span(women), row.span(men), row.span(total))
    spelled = f"{said(parts[0])} + {said(parts[1])} = {said(made)}"
    if made == stated:
        yield ok("sum_sex", spans, spelled)
    elif stated - made not in [row.value(i) for i in range(len(row.values)) if i not in (women, men, total)]:
        yield wrong("sum_sex", spans, f"{spelled}, écrit {said(stated)} (écart {said(abs(made - stated))})")


_PART = re.compile(
    r"^(?:t|trim\w*\.?|s|semestre|q)\s?[1-4]\b"
    r"|^(?:20\d\d|janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)",
    re.I,
)


def _cumulated(table: Table, rows: Sequence[_Row], roles: Sequence[str]) -> Iterator[Check]:
    """Quarters, months or years of a row against its last column, where most rows add up."""
    parts = [column for column, cell in enumerate(table.header) if _PART.search(cell.text.strip())]
    last = next((i for i in range(len(roles) - 1, -1, -1) if _SUM.search(table.header[i].text)), None)
    if len(parts) < 2 or last is None or last < parts[-1]:
        return
    full = [
        (row, [value for i in parts if (value := row.value(i)) is not None], row.value(last)) for row in rows
    ]
    known = [(row, values, total) for row, values, total in full if len(values) >= 2 and total is not None]
    right = [row for row, values, total in known if sum(values, Decimal(0)) == total]
    if len(right) * 2 < len(known):
        return
    for row, values, total in known:
        made = sum(values, Decimal(0))
        spans = (*(row.span(i) for i in parts if row.values[i] is not None), row.span(last))
        if made == total:
            yield ok("sum_parts", spans, f"{' + '.join(map(said, values))} = {said(made)}")
        else:
            gap = said(abs(made - total))
            explain = f"la somme de la ligne est {said(made)}, écrit {said(total)} (écart {gap})"
            yield wrong("sum_parts", spans, explain)


_SUM = re.compile(r"\btotal\b|\bcumul|\bensemble\b|\bannée\b|\bsomme\b", re.I)


_TIMES = re.compile(r"\s+[x×]\s+|\s*[*×]\s*", re.I)
_LEADS = re.compile(r"[0-9][0-9 .\u202f\xa0]*(?:,[0-9]+)?")


def _written_products(rows: Sequence[_Row]) -> Iterator[Check]:
    """A column that writes the product (`45 trousses x 18 500`) before its amount, where most rows hold."""
    known = [one for row in rows if (one := _written_product(row)) is not None]
    right = [one for one in known if one[1] == one[2]]
    if len(known) < 2 or len(right) * 2 < len(known):
        return
    for spans, made, stated, spelled in known:
        if made == stated:
            yield ok("multiplication", spans, f"{spelled} = {said(made)}")
        else:
            gap = said(abs(made - stated))
            explain = f"{spelled} = {said(made)}, écrit {said(stated)} (écart {gap})"
            yield wrong("multiplication", spans, explain)


def _written_product(row: _Row) -> tuple[tuple[Span, ...], Decimal, Decimal, str] | None:
    """The product that a cell of a row writes and the next amount of the row."""
    for column, cell in enumerate(row.cells[:-1]):
        factors = [_LEADS.match(part) for part in _TIMES.split(cell.text)]
        numbers = [_number(match[0].strip()) for match in factors if match]
        if len(factors) < 2 or len(numbers) != len(factors) or None in numbers:
            continue
        after = [i for i in range(column + 1, len(row.cells)) if row.value(i) is not None]
        if not after:
            return None
        values = [Decimal(number.value) for number in numbers if number is not None]
        stated = row.value(after[0]) or Decimal(0)
        spelled = " × ".join(map(said, values))
        return (row.span(column), row.span(after[0])), prod(values, start=Decimal(1)), stated, spelled
    return None


def _product(row: _Row, roles: Sequence[str]) -> Iterator[Check]:
    if roles.count("count") != 1 or roles.count("price") != 1:
        return
    count, price = roles.index("count"), roles.index("price")
    results = [i for i, role in enumerate(roles) if role in {"amount", "total"} and i > max(count, price)]
    if len(results) != 1:
        return
    times, each, stated = row.value(count), row.value(price), row.value(results[0])
    if times is None or each is None or stated is None:
        return
    spans = (row.span(count), row.span(price), row.span(results[0]))
    made = times * each
    spelled = f"{said(times)} × {said(each)} = {said(made)}"
    if made == stated:
        yield ok("multiplication", spans, spelled)
    else:
        gap = said(abs(made - stated))
        yield wrong("multiplication", spans, f"{spelled}, écrit {said(stated)} (écart {gap})")


def _rate(row: _Row, roles: Sequence[str]) -> Iterator[Check]:
    if any(roles.count(role) != 1 for role in ("planned", "done", "rate")):
        return
    planned, done, rate = (roles.index(role) for role in ("planned", "done", "rate"))
    goal, some, printed = row.value(planned), row.value(done), row.values[rate]
    if not goal or some is None or printed is None or not _in_percent(row.cells[rate].text):
        return
    exact = Fraction(some) * 100 / Fraction(goal)
    spans = (row.span(rate), row.span(done), row.span(planned))
    ratio = f"{said(some)} / {said(goal)} = {format_number(exact, 2)} %"
    close = abs(Fraction(printed.value) - exact) <= Fraction(printed.precision) / 2
    if close or is_truncated(printed, exact):
        yield ok("percentage", spans, ratio)
    else:
        yield wrong("percentage", spans, f"{ratio}, écrit {said(Decimal(printed.value))} %")


def _in_percent(text: str) -> bool:
    return "%" in text


_VERDICT = re.compile(
    r"(?:la |l')?(?:cible |objectif |prévision )?(?:non |largement |pleinement )?(?:atteinte?|dépassée?)\W*",
    re.I,
)


def _verdict(row: _Row, roles: Sequence[str]) -> Iterator[Check]:
    """A cell that says « dépassée », « atteinte » or « non atteinte » against the numbers of its row."""
    if roles.count("planned") != 1 or roles.count("done") != 1:
        return
    planned, done = roles.index("planned"), roles.index("done")
    goal, some = row.value(planned), row.value(done)
    said_in = next((i for i, cell in enumerate(row.cells) if _VERDICT.fullmatch(cell.text.strip())), None)
    if said_in is None or not goal or some is None:
        return
    explain = contradiction(verdict_of(row.cells[said_in].text), some, goal)
    if explain:
        spans = tuple(sorted((row.span(planned), row.span(done), row.span(said_in))))
        yield wrong("planned_vs_achieved", spans, explain)


def _column_shares(table: Table, rows: Sequence[_Row], roles: Sequence[str]) -> Iterator[Check]:
    """A column of shares of the total row, where most rows hold: `Bailleur | Montant | Part (%)`."""
    shares = [i for i, cell in enumerate(table.header) if _SHARE.search(cell.text)]
    values = [i for i, role in enumerate(roles) if role in {"amount", "count", "total"}]
    totals = [row for row in rows if TOTAL.search(row.label)]
    if len(shares) != 1 or len(values) != 1 or len(totals) != 1 or "planned" in roles:
        return
    whole = totals[0].value(values[0])
    known = [row for row in rows if row is not totals[0] and row.value(values[0]) and row.values[shares[0]]]
    if not whole or len(known) < 3:
        return
    off = [row for row in known if _share_gap(row, values[0], shares[0], whole) > 1]
    if len(off) * 2 >= len(known):
        return
    for row in off:
        some, share = row.value(values[0]) or Decimal(0), row.value(shares[0]) or Decimal(0)
        exact = format_number(Fraction(some) * 100 / Fraction(whole), 2)
        explain = f"{said(some)} / {said(whole)} = {exact} %, écrit {said(share)} %"
        spans = tuple(sorted((row.span(values[0]), row.span(shares[0]))))
        yield wrong("percentage", spans, explain)


_SHARE = re.compile(
    r"\bparts?\b|^\W*%\W*$|\bpoids\b|\bproportion\b|\bpourcentage\b|% du (?:total|budget)", re.I
)


def _share_gap(row: _Row, value: int, share: int, whole: Decimal) -> Fraction:
    exact = Fraction(row.value(value) or 0) * 100 / Fraction(whole)
    return abs(exact - Fraction(row.value(share) or 0))


def _repeated(rows: Sequence[_Row], roles: Sequence[str]) -> Iterator[Check]:
    """A result and a rate that are those of the row above, where that rate does not fit this row's goal."""
    if any(roles.count(role) != 1 for role in ("planned", "done", "rate")):
        return
    planned, done, rate = (roles.index(role) for role in ("planned", "done", "rate"))
    for above, row in pairwise(rows):
        goals = above.value(planned), row.value(planned)
        same = row.value(done) == above.value(done) and row.value(rate) == above.value(rate)
        some, share = row.value(done), row.value(rate)
        if not same or not all(goals) or goals[0] == goals[1] or some is None or share is None or some < 10:
            continue
        exact = Fraction(some) * 100 / Fraction(goals[1] or 1)
        if abs(exact - Fraction(share)) > 2:
            spans = (above.span(done), row.span(done))
            yield wrong(
                "duplicate_value", spans, f"{said(some)} et {said(share)} % repris de la ligne du dessus"
            )


def _averages(rows: Sequence[_Row], roles: Sequence[str]) -> Iterator[Check]:
    """A last row that says « moyenne » against the rows above, where most columns hold."""
    if len(rows) < 3 or not re.fullmatch(r"\W*moyennes?\b[\w ]{0,12}\W*", rows[-1].label, re.I):
        return
    told: list[tuple[int, Fraction, PrintedNumber]] = []
    for column, role in enumerate(roles):
        printed = rows[-1].values[column] if column < len(rows[-1].values) else None
        values = [value for row in rows[:-1] if (value := row.value(column)) is not None]
        if role != "rank" and printed is not None and len(values) == len(rows) - 1:
            told.append((column, Fraction(sum(values, Decimal(0))) / len(values), printed))
    off = [one for one in told if abs(one[1] - Fraction(one[2].value)) >= Fraction(one[2].precision)]
    if len(told) < 2 or len(off) * 2 > len(told):
        return
    for column, mean, printed in off:
        explain = (
            f"la moyenne de la colonne est {format_number(mean, 1)}, écrit {said(Decimal(printed.value))}"
        )
        yield wrong("average_vs_total", tuple(row.span(column) for row in rows), explain)


_LEFT = re.compile(r"\bsoldes?\b|\breliquats?\b|\breste\b|\bécarts?\b|\bdisponible\b|\bdifférence\b", re.I)


def _left(table: Table, rows: Sequence[_Row], roles: Sequence[str]) -> Iterator[Check]:
    """What each row has left of what was planned for it, where most rows hold."""
    lefts = [i for i, cell in enumerate(table.header) if _LEFT.search(cell.text) and "%" not in cell.text]
    if len(lefts) != 1 or any(roles.count(role) != 1 for role in ("planned", "done")):
        return
    planned, done, left = roles.index("planned"), roles.index("done"), lefts[0]
    if left in {planned, done}:
        return
    full = [(row, row.value(planned), row.value(done), row.value(left)) for row in rows]
    known = [(row, a, b, c) for row, a, b, c in full if a is not None and b is not None and c is not None]
    off = [one for one in known if abs(one[1] - one[2]) != one[3]]
    if len(known) < 3 or len(off) * 2 >= len(known):
        return
    for row, goal, some, stated in off:
        spelled = f"{said(max(goal, some))} − {said(min(goal, some))} = {said(abs(goal - some))}"
        spans = tuple(sorted((row.span(planned), row.span(done), row.span(left))))
        yield wrong("difference", spans, f"{spelled}, écrit {said(stated)}")
