"""Breakdowns: amounts by row key, a key having one category an axis, None being "not said"."""

from collections.abc import Iterable, Mapping

from jalon.core.figures.amounts import Amount, hold, total

Key = tuple[str | None, ...]
Table = dict[Key, Amount]


def finer(inner: Key, outer: Key) -> bool:
    """Whether the inner key says all that the outer one says (and perhaps more)."""
    return all(o is None or i == o for i, o in zip(inner, outer, strict=True))


def compatible(one: Key, other: Key) -> bool:
    """Whether something could be in both: no axis on which they say different things."""
    return all(a is None or b is None or a == b for a, b in zip(one, other, strict=True))


def meet(keys: Iterable[Key]) -> Key:
    """What all the keys say alike."""
    first, *others = keys
    return tuple(
        category if all(other[axis] == category for other in others) else None
        for axis, category in enumerate(first)
    )


def added(tables: Iterable[Table]) -> Table:
    """Tables of things that do not overlap, added row by row."""
    rows: dict[Key, list[Amount]] = {}
    for table in tables:
        for key, amount in table.items():
            rows.setdefault(key, []).append(amount)
    return {key: amounts[0] if len(amounts) == 1 else total(amounts) for key, amounts in rows.items()}


def remaining(whole: Amount, printed: Iterable[Amount]) -> Amount | None:
    """ "Non ventilé": the whole less the printed rows, never under 0; None when nothing remains."""
    rows = total(printed)
    high = whole.high - rows.low
    if high <= 0:
        return None
    low = max(0, whole.low - rows.high)
    return Amount(low, high, frozenset({"remainder"} if low == high else {"remainder", "interval"}))


def broken_down(
    whole: Amount, base: Key, own: Mapping[Key, Amount], details: Table, *, exhaustive: bool = False
) -> tuple[Table, bool]:
    """The rows of a statement over its details (rules 3 and 5), and whether a cell contradicts.

    `whole`: what the statement is worth once held against its details; `base`: its own key, by its extent;
    `own`: its own breakdown, without the base. Its own cells are taken first and controlled; what is finer,
    or what it leaves unsaid, comes from the details; the rest stays at the base key. `exhaustive`: its own
    cells leave nothing unsaid.
    """
    if None not in base:
        return {base: whole}, False
    placed: dict[Key, Table] = {key: {} for key in (*own, base)}
    for key, amount in details.items():
        if key == base or key in own:
            continue
        near = [cell for cell in own if compatible(key, cell)]
        if not near and finer(key, base):
            placed[base][key] = amount
        elif len(near) == 1 and finer(key, near[0]):
            placed[near[0]][key] = amount
    rows: Table = {}
    contradicts = False
    for cell, stated in own.items():
        inner = [details[cell], *placed[cell].values()] if cell in details else [*placed[cell].values()]
        held = hold(stated, total(inner) if inner else None)
        contradicts = contradicts or "contradiction" in held.marks
        rows |= placed[cell]
        left = remaining(held, placed[cell].values()) if placed[cell] else held
        if left is not None:
            rows[cell] = left
    loose, overfull = _fitted(whole, rows, placed[base])
    rows |= loose
    left = None if exhaustive else remaining(whole, rows.values())
    if left is not None:
        rows[base] = left
    return rows, contradicts or overfull


def _fitted(whole: Amount, printed: Table, loose: Table) -> tuple[Table, bool]:
    """Rows for which the statement left too little room become intervals, in contradiction."""
    room = whole.high - total(printed.values()).low
    excess = total(loose.values()).low - max(0, room)
    if excess <= 0 or not printed:
        return loose, False
    return {
        key: Amount(max(0, amount.low - excess), amount.high, amount.marks | {"contradiction"})
        for key, amount in loose.items()
    }, True
