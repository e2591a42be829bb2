"""What a document says, once accepted: its session, agenda, participants, actions, figures."""

import dataclasses
from collections.abc import Callable, Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jalon.records.programmes.rules import Scope
from jalon.records.reading.models import Claim
from jalon.records.reading.queries import ClaimView, Review
from jalon.records.sources.models import Document
from jalon.web.components import Term
from jalon.web.reading.access import review_address
from jalon.web.reading.detailing import DETAILS, date_words
from jalon.web.reading.page import on_one_line
from jalon.web.reading.showing import became, detail_words, terms_of
from jalon.web.reading.vocabulary import ROLE_WORDS
from jalon.web.shown import Words
from jalon.web.tables import Cell, Column, Kind, Row, Table, row

T = Claim.Type
FIGURES = (T.QUANTITY, T.MONEY, T.PERCENTAGE)
NAMES = (T.ORGANIZATION, T.PLACE, T.PROGRAMME)
OTHERS = (
    *(T.DATE, T.PERIOD, T.DURATION, T.TIME, T.LIST_COUNT, T.AGE_RANGE, T.REFERENCE, T.PROGRAMME_DOC),
    *(T.CONTACT, T.ORG_ROLE, T.PERSON_ROLE),
)


@dataclasses.dataclass(frozen=True)
class Chapter:
    """A part of the page: sheets of words, or a table."""

    title: Words
    sheets: tuple[tuple[Term, ...], ...] = ()
    table: Table | None = None


@dataclasses.dataclass(frozen=True)
class Taken:
    """The accepted propositions of a document."""

    document: Document
    content: str
    views: Sequence[ClaimView]
    scope: Scope

    def of(self, *types: str) -> list[ClaimView]:
        """Return those of these kinds, in the order of the text."""
        return [one for one in self.views if one.claim.type in types]

    def quote(self, view: ClaimView) -> str:
        """Return the passage that holds, on one line: the corrected one when somebody moved it."""
        start = int(view.said.get("start", view.claim.start))
        end = int(view.said.get("end", view.claim.end))
        return on_one_line(self.content[start:end])

    def cell(self, view: ClaimView, text: str, note: Words = "") -> Cell:
        """Return a cell that leads to the passage."""
        return Cell(text, href=review_address(self.document, f"p={view.claim.pk}"), note=note)


def taken_of(document: Document, review: Review, scope: Scope) -> Taken:
    """Return what was accepted of a document, as read or corrected, for one viewer."""
    content = review.reading.text.content
    return Taken(document, content, [one for one in review.claims if one.state.is_taken], scope)


def chapters(taken: Taken) -> list[Chapter]:
    """Return the parts of the page that have something, in the order of minutes."""
    session = tuple(terms_of(one.claim.type, one.said) for one in taken.of(T.MEETING))
    codes = taken.of(T.EXPECTED_RESULT, T.COMPONENT)
    tables = (
        (_("Ordre du jour"), "ordre", taken.of(T.AGENDA_ITEM), _agenda, _agenda_row),
        (_("Participants et personnes citées"), "personnes", taken.of(T.PERSON), _people, _person_row),
        (_("Actions, décisions et recommandations"), "actions", _by_number(taken), _actions, _action_row),
        (_("Résultats attendus et composantes"), "resultats", codes, _agenda, _agenda_row),
        (_("Constats"), "constats", taken.of(T.FINDING), _findings, _finding_row),
        (_("Chiffres et montants"), "chiffres", taken.of(*FIGURES), _figures, _figure_row),
        (_("Organisations, lieux et programmes"), "noms", taken.of(*NAMES), _names, _name_row),
        (_("Dates, références et autres"), "autres", taken.of(*OTHERS), _others, _other_row),
    )
    found = [Chapter(_("Séance"), sheets=session), *(_table(taken, *given) for given in tables)]
    return [one for one in found if one.table is not None or any(one.sheets)]


def _table(
    taken: Taken,
    title: Words,
    name: str,
    views: Iterable[ClaimView],
    columns: Callable[[], tuple[Column, ...]],
    line: Callable[[Taken, ClaimView], Row],
) -> Chapter:
    rows = [line(taken, one) for one in views]
    if not rows:
        return Chapter(title)
    table = Table(id=name, caption=title, columns=columns(), rows=rows, cards=True, hide_caption=True)
    return Chapter(title, table=table)


def _agenda() -> tuple[Column, ...]:
    return Column("item", _("Point")), Column("number", _("N°"))


def _agenda_row(taken: Taken, view: ClaimView) -> Row:
    return row(taken.cell(view, taken.quote(view)), _said(view, "value"))


def _people() -> tuple[Column, ...]:
    return (
        Column("name", _("Nom")),
        Column("function", _("Fonction")),
        Column("organisation", _("Structure")),
        Column("phone", _("Téléphone")),
        Column("email", _("Courriel")),
    )


def _person_row(taken: Taken, view: ClaimView) -> Row:
    roles = view.said.get("role") or []
    note = ", ".join(str(ROLE_WORDS.get(one, one)) for one in ([roles] if isinstance(roles, str) else roles))
    name = _said(view, "value") or taken.quote(view)
    details = (_said(view, key) for key in ("function", "organisation", "phone", "email"))
    return row(taken.cell(view, name, note), *details)


def _by_number(taken: Taken) -> list[ClaimView]:
    """Actions of the table first, in its order; those of the text after."""
    return sorted(taken.of(T.ACTION), key=lambda one: (one.said.get("value") is None, one.claim.start))


def _actions() -> tuple[Column, ...]:
    return (
        Column("action", _("Action")),
        Column("number", _("N°")),
        Column("kind", _("Nature")),
        Column("responsible", _("Responsable")),
        Column("deadline", _("Échéance"), Kind.DATE),
    )


def _action_row(taken: Taken, view: ClaimView) -> Row:
    tabled = view.said.get("value") is not None
    number = _said(view, "value") if tabled else _("hors tableau")
    deadline = view.said.get("deadline")
    return row(
        taken.cell(view, taken.quote(view), _said(view, "comment")),
        number,
        _said(view, "kind"),
        _said(view, "responsible"),
        Cell(date_words(str(deadline)) if deadline else _("non dite")),
    )


def _findings() -> tuple[Column, ...]:
    return Column("finding", _("Constat")), Column("kind", _("Nature"))


def _finding_row(taken: Taken, view: ClaimView) -> Row:
    return row(taken.cell(view, taken.quote(view)), _said(view, "kind"))


def _figures() -> tuple[Column, ...]:
    return (
        Column("quote", _("Tel que publié")),
        Column("value", _("Valeur"), Kind.NUMBER),
        Column("unit", _("De quoi")),
        Column("entry", _("Au registre")),
    )


def _figure_row(taken: Taken, view: ClaimView) -> Row:
    links = became(view.verdict, taken.scope)
    entry = Cell(links[0].label, href=links[0].href) if links else Cell(_("proposition gardée"))
    unit = " ".join(filter(None, (_said(view, "unit"), _said(view, "what"), _said(view, "about"))))
    money = str(view.said.get("currency") or "")
    value = " ".join(
        filter(None, (_said(view, "value"), money or ("%" if view.claim.type == T.PERCENTAGE else "")))
    )
    return row(taken.cell(view, taken.quote(view)), value, unit, entry)


def _names() -> tuple[Column, ...]:
    return Column("name", _("Nom")), Column("kind", _("Nature")), Column("known", _("Au registre"))


def _name_row(taken: Taken, view: ClaimView) -> Row:
    links = became(view.verdict, taken.scope)
    known = Cell(links[0].label, href=links[0].href) if links else Cell(_("pas encore"))
    name = _said(view, "value") or taken.quote(view)
    return row(taken.cell(view, name), str(view.claim.get_type_display()), known)


def _others() -> tuple[Column, ...]:
    return (
        Column("quote", _("Tel que publié")),
        Column("kind", _("Nature")),
        Column("value", _("Compris comme")),
    )


def _other_row(taken: Taken, view: ClaimView) -> Row:
    said = ", ".join(str(term.text) for term in terms_of(view.claim.type, view.said))
    return row(taken.cell(view, taken.quote(view)), str(view.claim.get_type_display()), said)


def _said(view: ClaimView, key: str) -> str:
    """What is said of a fact under this key, in French words."""
    detail = next((one for one in DETAILS[view.claim.type] if one.key == key), None)
    value = view.said.get(key)
    return detail_words(detail, value) if detail is not None else str(value if value is not None else "")


def left_words(review: Review) -> str:
    """Return what a reader must know before relying on the page: how much was not judged yet."""
    waiting = review.open_claims + review.open_alerts
    if not waiting:
        return ""
    return ngettext(
        "%(n)s proposition ou alerte reste à examiner : elle n’est pas ici.",
        "%(n)s propositions ou alertes restent à examiner : elles ne sont pas ici.",
        waiting,
    ) % {"n": waiting}
