"""What is missing: due dates, contacts, tables that a copy lost, sentences that stop, sexes not said."""

import re
from collections.abc import Iterator

from jalon.core.reading.checks.common import doubtful, for_human, number, parts_of, said, spans_of, wrong
from jalon.core.reading.facts import Check, Fact, FactType, Span
from jalon.core.reading.structure.cells import Table
from jalon.core.reading.structure.headings import Column
from jalon.core.reading.structure.tables import table_at
from jalon.core.reading.surface import Surface

_RESIDUE = re.compile(
    r"^[^\n]*(?:Connect with Google|mot de passe|Description générée automatiquement|image\d+\.(?:jpe?g|png)"
    r"|To the top|top of page|bottom of page|Accepter les cookies|Lire la suite|Partager sur)[^\n]*$",
    re.I | re.M,
)
_LOST = re.compile(r"(?:se présente(?:nt)? (?:comme )?suit[es]?|ci-dessous)\s*:[ \t]*\n(?:[ \t]*\n){4,}")
_TO_SAY = re.compile(
    r"\b(échéance|délai|responsable|date limite|montant|budget)\s*:\s*"
    r"(?:à (?:préciser|définir|déterminer|fixer|compléter|confirmer)|non (?:précisée?|définie?|renseignée?)"
    r"|n\.?d\.?\b|\?)",
    re.I,
)
_ODD_PHONE = re.compile(r"(?<![\w.])\+?[0-9](?:[ .-]?[0-9]){5,11}(?![\w.])")
_HEADING = re.compile(r"actions?|recommand|décision|engage", re.I)
_MEN = re.compile(r"homme|garçon|mascul|\bH\b|\bM\b")
_CUT = re.compile(r"\b(?:au|aux|du|de la|à la|dans le|pour le|par le|et|de|avec)\s*\.(?=\s)")


def check_gaps(surface: Surface) -> list[Check]:
    """Say what the form of the text shows to be missing."""
    return [
        *_deadlines(surface),
        *_contacts(surface),
        *_ambiguous(surface),
        *_unsplit(surface),
        *_lost(surface),
    ]


def _deadlines(surface: Surface) -> Iterator[Check]:
    """Actions of a table without a due date: one alert when none has one, one for each otherwise."""
    for match in _TO_SAY.finditer(surface.plain):
        said = "non dite" if match[1].lower() in {"échéance", "date limite"} else "non dit"
        yield wrong("missing_value", (Span(*match.span()),), f"{match[1].lower()} {said}")
    found: dict[int, list[Fact]] = {}
    for fact in surface.of_type(FactType.ACTION):
        table = table_at(surface, fact.start)
        if table is not None or isinstance(fact.value, int):
            found.setdefault(table.start if table else -1, []).append(fact)
    for start, actions in found.items():
        yield from _without_deadline(surface, actions, table_at(surface, start) if start >= 0 else None)


def _without_deadline(surface: Surface, actions: list[Fact], table: Table | None) -> Iterator[Check]:
    column = table.index(Column.DEADLINE) if table else None
    if table is not None and column is None and (table.index(Column.STATE) is not None or len(actions) < 2):
        return
    without = [
        fact for fact in actions if not fact.text("deadline") and not _says(surface, table, column, fact)
    ]
    if without and len(without) == len(actions):
        heading = _heading_over(surface, actions[0].start)
        ranked = [fact for fact in actions if fact.value] or actions
        explain = f"aucune échéance pour les {len(ranked)} points du tableau d’actions"
        if table is not None or not any(_TO_SAY.search(surface.plain, f.start, f.end + 80) for f in actions):
            yield wrong("missing_value", (heading, *(fact.span for fact in actions)), explain, actions)
        return
    for fact in without:
        if not _TO_SAY.search(surface.plain, fact.start, surface.paragraph_at(fact.start).end):
            explain = f"point {fact.value} : échéance absente" if fact.value else "échéance absente"
            yield wrong("missing_value", (fact.span,), explain, (fact,))


def _says(surface: Surface, table: Table | None, column: int | None, fact: Fact) -> bool:
    """Whether the deadline cell of an action's row holds anything, a date or words (`sans délai`)."""
    if table is None or column is None:
        return False
    rows = [
        row for row in table.rows if any(c and c.start <= fact.start < max(c.end, c.start + 1) for c in row)
    ]
    if not rows:
        return False
    start, end = min(cell.start for cell in rows[0]), max(cell.end for cell in rows[0])
    dated = surface.starting_in(start, end, FactType.DATE, FactType.PERIOD)
    return bool(rows[0][column].text.strip(" -–—?")) or any(one.start >= fact.end for one in dated)


def _heading_over(surface: Surface, position: int) -> Span:
    """The nearest line above that is not a row of the table nor a row of headings."""
    for line in reversed(surface.lines):
        if line.start < position:
            text = line.quote(surface.plain)
            if "\t" not in text and "|" not in text and _HEADING.search(text):
                return line
    return surface.line_at(position)


def _contacts(surface: Surface) -> Iterator[Check]:
    """A participant without a telephone or an address where the others have one."""
    people = [fact for fact in surface.of_type(FactType.PERSON) if fact.text("phone") or fact.text("email")]
    rows = [fact for fact in surface.of_type(FactType.PERSON) if fact.text("organisation") or fact in people]
    contacts = surface.of_type(FactType.CONTACT)
    for key, label in (("phone", "téléphone absent"), ("email", "adresse électronique absente")):
        having = [fact for fact in rows if fact.text(key)]
        without = [fact for fact in rows if not fact.text(key)]
        if len(having) < 3 or not without or len(having) < 2 * len(without):
            continue
        for fact in without:
            row = _row_of(surface, fact)
            if any(row.overlaps(one.span) and one.text("kind") == key for one in contacts):
                continue
            odd = _ODD_PHONE.search(surface.plain, row.start, row.end) if key == "phone" else None
            if odd:
                explain = f"« {odd[0].strip()} » : ce numéro n’a pas le compte de chiffres"
                yield doubtful("phone_format", (Span(*odd.span()),), explain, (fact,))
            else:
                yield wrong("missing_value", (row,), f"{label} pour {fact.value}", (fact,))


def _row_of(surface: Surface, fact: Fact) -> Span:
    """The row of a table that names a person, the characters of the name otherwise."""
    for mention in fact.mentions:
        table = table_at(surface, mention.start)
        for row in table.rows if table else ():
            if row[0].start <= mention.start < row[-1].end or any(c.start == mention.start for c in row):
                return Span(min(cell.start for cell in row), max(cell.end for cell in row))
    return fact.span


def _ambiguous(surface: Surface) -> Iterator[Check]:
    """`141 femmes et 135 jeunes`, `275 … dont 145 jeunes femmes et hommes`: the sex cannot be told."""
    for whole_id, parts in parts_of(surface, FactType.QUANTITY).items():
        whole = next(part.of for part in parts if part.of is not None and id(part.of) == whole_id)
        sexed = {part.text("sex"): part for part in parts if part.text("sex")}
        for part in parts:
            words = part.text("unit").lower()
            if "femmes et" in words and "hommes" in words:
                explain = (
                    f"« dont {said(number(part) or 0)} {part.text('unit')} » : les deux sexes sont mêlés"
                )
                yield doubtful("label_ambiguous", spans_of(surface, (whole, part)), explain, (whole, part))
        woman, man = sexed.get("F"), sexed.get("M")
        if woman is None or man is None or _MEN.search(man.span.quote(surface.plain)):
            continue
        if re.search(r"femme|fille", woman.span.quote(surface.plain)):
            called = man.text("unit") or man.span.quote(surface.text)
            explain = f"« {called} » sans dire le sexe : hommes, par différence"
            yield doubtful("label_ambiguous", spans_of(surface, (woman, man)), explain, (woman, man))


def _unsplit(surface: Surface) -> Iterator[Check]:
    """People counted without women and men in a text that splits other counts."""
    split = {
        id(fact.of) for fact in surface.of_type(FactType.QUANTITY) if fact.of is not None and fact.text("sex")
    }
    if len(split) < 3:
        return
    for fact in surface.of_type(FactType.QUANTITY):
        people = re.search(r"\b(?:personnes|agents|participants|membres|bénéficiaires)\b", fact.text("unit"))
        if people and fact.of is None and id(fact) not in split and (number(fact) or 0) >= 5:
            yield for_human(
                "missing_value", (fact.span,), "personnes comptées sans femmes ni hommes", (fact,)
            )


def _lost(surface: Surface) -> Iterator[Check]:
    for match in _LOST.finditer(surface.plain):
        span = Span(match.start(), match.start() + len(match[0].rstrip()))
        yield for_human(
            "missing_content", (span,), "annonce suivie de lignes vides : tableau perdu dans la copie ?"
        )
    for match in _CUT.finditer(surface.plain):
        sentence = surface.sentence_at(match.start())
        span = Span(max(sentence.start, match.start() - 40), match.end())
        yield for_human(
            "missing_content", (span,), "la phrase s’arrête sur un mot de liaison : fin manquante ?"
        )
    for match in _RESIDUE.finditer(surface.plain):
        span = surface.line_at(match.start() + len(match[0]) - len(match[0].lstrip()))
        yield for_human("residue", (span,), "reste d’une page web ou d’une image, étranger au document")
