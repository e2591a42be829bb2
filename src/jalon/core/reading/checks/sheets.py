"""Sheets of labels and values: a label that nothing follows, a project under way after its own end."""

import re
from collections.abc import Iterator

from jalon.core.reading.checks.common import doubtful, wrong
from jalon.core.reading.facts import Check, FactType, Span
from jalon.core.reading.structure.headings import Column
from jalon.core.reading.structure.tables import tables
from jalon.core.reading.surface import Surface

_FIELD = (
    r"(?:n° de )?t[ée]l(?:[ée]phone|\.)?|portable|mobile|fax|courriel|(?:adresse )?e-?mail"
    r"|adresse(?: électronique)?|dates?(?: d[eu']\s?\w+| prévue\w*)*|début|fin|démarrage|clôture"
    r"|durée(?: d[eu']\s?\w+)?"
    r"|échéances?|délais?|bailleurs?(?: de fonds)?|budget(?: total| global| prévu)?"
    r"|montant(?: total| global| alloué)?|co[uû]t(?: total| global)?|responsables?(?: d[eu]\s?\w+)?"
    r"|point focal|rapporteur|secrétaire(?: de séance)?|présidente?(?: de séance)?|lieu|localisation"
    r"|maître d'(?:œuvre|ouvrage)|zones?(?: d'intervention)?|partenaires?(?: \w+)?|bénéficiaires?"
    r"|nombre de (?:bénéficiaires|participants)|code|référence|pays|statut|état"
)
_EMPTY = (
    r"(?:[.…_?-]{1,40}|\(?à (?:compléter|préciser|renseigner|remplir|confirmer)\)?|n\.?[dr]\.?|néant ?\?)?"
)
_LABEL = re.compile(rf"(?:[-•*▪]\s*)?(?P<label>{_FIELD})\s*:\s*{_EMPTY}\s*(?:f\s?cfa|xof|euros?|mois)?", re.I)
_VALUED = re.compile(r"(?:[-•*▪]\s*)?[A-ZÀ-Ý][^:\n]{1,60}?\s?:\s*\S")
_OTHER = re.compile(r"(?:[-•*▪]\s*)?[A-ZÀ-Ý][^:.\n]{1,45}?\s?:(?:\s|$)")
_CONTACT = re.compile(r"t[ée]l|portable|mobile|fax|courriel|mail", re.I)
_REACHES = re.compile(r"[0-9]{2}|@")
_OPENS = re.compile(
    r"bailleurs?|bénéficiaires?|partenaires?|zones?|budget|co[uû]t|montant|localisation", re.I
)
_BLANK = re.compile(r"_{3,}|\.{4,}|…{2,}|à (?:compléter|renseigner|remplir)", re.I)
_ITEM = re.compile(r"\s*(?:[-•*▪]|[0-9]{1,2}[.)])\s")
_TRAILS = re.compile(r"\b(?P<label>échéance|délai|responsable|date limite)\s*:[ \t]*$", re.I | re.M)
_LONGEST = 90
"""Characters of a label with its blank at most."""

_SAID_ELSEWHERE = re.compile(r"échéance|délai|responsable|date limite|montant|budget", re.I)


def check_sheets(surface: Surface) -> list[Check]:
    """Find labels without a value, cells without one, and states that the dates of the sheet deny."""
    return [
        *_labels(surface),
        *_trailing(surface),
        *_cells(surface),
        *_responsibles(surface),
        *_states(surface),
    ]


def _labels(surface: Surface) -> Iterator[Check]:
    lines = surface.lines
    for index, line in enumerate(lines):
        if line.end - line.start > _LONGEST or ":" not in surface.plain[line.start : line.end]:
            continue
        match = _LABEL.fullmatch(surface.plain, line.start, line.end)
        if match is None or not surface.is_read(line.start) or not _in_sheet(surface, lines, index):
            continue
        if re.search(r":\s*\(?(?:à |\?|n\.?d)", match[0], re.I) and _SAID_ELSEWHERE.search(match["label"]):
            continue
        label = match["label"].lower()
        yield wrong("missing_value", (line,), f"« {label} » sans rien après")


def _in_sheet(surface: Surface, lines: tuple[Span, ...], index: int) -> bool:
    """Whether a label with a value stands just above, and another label, or nothing, comes just below."""
    line = lines[index]
    if _BLANK.search(surface.plain, line.start, line.end):
        return True
    above = lines[index - 1] if index else None
    below = lines[index + 1] if index + 1 < len(lines) else None
    text = surface.plain
    after_value = above is not None and bool(_VALUED.match(text, above.start, above.end))
    if not after_value or above is None or text.count("\n", above.end, line.start) > 1:
        return False
    if below is None:
        return True
    if _CONTACT.search(text, line.start, line.end):
        return not _REACHES.search(text, below.start, below.end) or bool(
            _OTHER.match(text, below.start, below.end)
        )
    if text.count("\n", line.end, below.start) > 1:
        return not _is_value(text, below)
    if _ITEM.match(text, below.start) and not _ITEM.match(text, line.start):
        return False
    if _OPENS.search(text, line.start, line.end):
        label = text[below.start : below.end].partition(":")[0]
        return bool(re.fullmatch(rf"(?:[-•*▪]\s*)?(?:{_FIELD})\s*", label, re.I))
    valued = _VALUED.match(text, below.start, below.end) or _LABEL.fullmatch(text, below.start, below.end)
    return bool(valued and _OTHER.match(text, below.start, below.end))


def _is_value(text: str, line: Span) -> bool:
    """Whether a line after a blank may be the value of the label above it: short and without a colon."""
    return line.end - line.start <= 60 and not _OTHER.match(text, line.start, line.end)


def _trailing(surface: Surface) -> Iterator[Check]:
    """`…. Échéance :` at the end of an item, where other items say theirs."""
    for match in _TRAILS.finditer(surface.plain):
        line = surface.line_at(match.start())
        following = surface.plain[match.end() : match.end() + 60].lstrip("\n ")
        told = re.search(rf"\b{match['label']}\s*:[ \t]*[^\s.]", surface.plain, re.I)
        closed = not following or _ITEM.match(following) or following[0] == "|"
        if line.start < match.start() and told and closed:
            yield wrong(
                "missing_value", (Span(*match.span()),), f"« {match['label'].lower()} » sans rien après"
            )


def _cells(surface: Surface) -> Iterator[Check]:
    """An empty second cell beside a known label, in a table of labels and values."""
    for table in tables(surface):
        rows = [*([table.header] if table.header else []), *table.rows]
        pairs = [row for row in rows if len(row) == 2]
        filled = [row for row in pairs if row[1].text.strip()]
        if len(pairs) != len(rows) or len(filled) < 3 or len(pairs) - len(filled) > 2:
            continue
        for label, value in pairs:
            if not value.text.strip() and re.fullmatch(_FIELD, label.text.strip(" :*"), re.I):
                name = label.text.strip(" :*").lower()
                yield wrong("missing_value", (Span(label.start, label.end),), f"« {name} » sans rien en face")


def _responsibles(surface: Surface) -> Iterator[Check]:
    """An action of a table without anybody to carry it out, where all the others have somebody."""
    for table in tables(surface):
        column = table.index(Column.RESPONSIBLE)
        if column is None or len(table.rows) < 3 or any(len(row) <= column for row in table.rows):
            continue
        empty = [row for row in table.rows if not row[column].text.strip()]
        if len(empty) == 1 and sum(bool(cell.text.strip()) for cell in empty[0]) >= 2:
            span = Span(empty[0][0].start, max(cell.end for cell in empty[0]))
            yield wrong("missing_value", (span,), "personne n’est dit responsable dans cette ligne")


_STATE = re.compile(r"^[^\n:]{0,20}\b(?:statut|état)\b[^\n:]{0,20}:\s*(?P<state>[^\n]{3,80})", re.I | re.M)
_RUNS = re.compile(r"\ben cours\b|\bactif\b|\ben exécution\b|\bdémarr", re.I)
_CLOSED = re.compile(r"\bclôtur|\bclos\b|\bachev|\btermin", re.I)
_UPDATED = re.compile(
    r"mise? à jour|actualis|date d[eu] (?:la fiche|rapport|mise)|arrêtée? (?:au|en)|situation au", re.I
)
_END = re.compile(r"\b(?:fin|clôture|achèvement)\b", re.I)


def _states(surface: Surface) -> Iterator[Check]:
    """`en cours (mise à jour en janvier 2025)` where the sheet ends the project in August 2024."""
    states = list(_STATE.finditer(surface.plain))
    if len(states) != 1:
        return
    state = states[0]
    dates = surface.of_type(FactType.DATE)
    ends = [fact for fact in dates if _END.search(_before(surface, fact.start))]
    updates = [fact for fact in dates if _UPDATED.search(_before(surface, fact.start))]
    if len(ends) != 1 or len(updates) != 1:
        return
    end, updated = str(ends[0].value), str(updates[0].value)
    length = min(len(end), len(updated))
    runs, closed = _RUNS.search(state["state"]), _CLOSED.search(state["state"])
    spans = tuple(sorted({Span(*state.span("state")), ends[0].span, updates[0].span}))
    if runs and not closed and updated[:length] > end[:length]:
        yield doubtful("status_conflict", spans, "dit en cours après sa date de fin", (ends[0], updates[0]))
    elif closed and not runs and updated[:length] < end[:length]:
        yield doubtful("status_conflict", spans, "dit clos avant sa date de fin", (ends[0], updates[0]))


def _before(surface: Surface, position: int) -> str:
    line = surface.line_at(position)
    return surface.plain[max(line.start, position - 40) : position]
