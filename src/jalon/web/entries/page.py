"""What the page of an entry hands to its template."""

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jalon.core.figures.model import Stage
from jalon.core.figures.question import Question
from jalon.core.values.date_formats import format_date
from jalon.core.values.number_formats import format_number
from jalon.core.values.scaled import from_scaled
from jalon.records.ledger.models import Act, Entry
from jalon.records.ledger.queries import Deed, EntrySheet, EntryView
from jalon.records.ledger.rules import MayDo
from jalon.records.ledger.states import EntryState, pending_replacement
from jalon.records.sources.models import Source
from jalon.records.sources.queries import said_page, said_pages
from jalon.web.components import Event, Item, Link, Quote, Shape, Term
from jalon.web.documents.page import near
from jalon.web.documents.showing import shown_remark
from jalon.web.entries.showing import (
    QUALIFIERS,
    badge,
    cell_words,
    days_of,
    entry_figure,
    lines_table,
    place_of,
    unit_of,
)
from jalon.web.figures.asking import figure_href

TITLES: dict[str, str | Promise] = {
    Act.Kind.APPROVE: gettext_lazy("Approuvée"),
    Act.Kind.WITHDRAW: gettext_lazy("Retirée"),
    Act.Kind.SET_ASIDE: gettext_lazy("Écartée"),
}


def entry_context(sheet: EntrySheet, may: MayDo) -> dict[str, object]:
    """Return the context of `entries/entry.html`."""
    entry = sheet.view.entry
    pending = pending_replacement(entry)
    return {
        "entry": entry,
        "crumbs": crumbs(entry),
        "state": badge(sheet.view.state),
        "counts": sheet.view.state.counts,
        "total": entry_figure(sheet.view, linked=False),
        "terms": terms(sheet),
        "table": lines_table(sheet.view),
        "hidden": sheet.view.hidden,
        "own_passages": own_passages(sheet) if sheet.readable else [],
        "source": source_shown(entry.source, readable=sheet.readable),
        "events": events(sheet),
        "claims": [item(view) for view in sheet.claims],
        "replaced": [item(view) for view in sheet.replaced],
        "pending": reverse("entry", args=[pending.uid]) if pending and may.anything else "",
        "remarks": [shown_remark(one) for one in sheet.remarks],
        "links": links(entry, may),
    }


def crumbs(entry: Entry) -> list[Link]:
    """Return where the page stands: programme, figure, entry."""
    programme, found = entry.account.programme, []
    if programme is not None:
        found.append(Link(programme.short_title, reverse("programme", args=[programme.slug])))
    return [*found, Link(entry.account.label, figure_of(entry)), Link(_("Écriture"), current=True)]


def figure_of(entry: Entry) -> str:
    """Return the address of the figure that this entry is part of: same account, stage, days, place, part."""
    stages: dict[str, Stage] = {
        "baseline": "baseline",
        "planned": "planned",
        "committed": "committed",
        "achieved": "achieved",
    }
    question = Question(
        accounts=(entry.account.uid,),
        stage=stages[entry.stage],
        start=entry.start,
        end=entry.end,
        place=entry.place.uid if entry.place else None,
        division=entry.division.code if entry.division else None,
        about=entry.about.uid if entry.about else None,
        version=entry.plan_version or "in_force",
    )
    return figure_href(question)


def terms(sheet: EntrySheet) -> list[Term]:
    """Return what the entry says, line by line; what is not said of it is left out."""
    entry, account = sheet.view.entry, sheet.view.entry.account
    named = [
        Term(
            label=_("Indicateur"),
            links=(Link(account.label, figure_of(entry)),),
            note=account.definition,
        ),
        Term(label=_("Étape"), text=str(entry.get_stage_display()), note=_plan(entry)),
        Term(label=_("Quand"), text=days_of(entry)),
        Term(label=_("Où"), text=place_of(entry)),
        Term(
            label=_("Part de"), links=_part(entry), text="" if entry.about else _("toutes les organisations")
        ),
        Term(label=_("Nature"), text=str(entry.get_kind_display()), note=_kind_meaning(entry)),
    ]
    if entry.printed:
        named.append(Term(label=_("Tel que publié"), text=f"« {entry.printed} »", note=_exactness(entry)))
    elif note := _exactness(entry):
        named.append(Term(label=_("Précision"), text=note))
    if entry.reported_by:
        named.append(Term(label=_("Déclaré par"), text=entry.reported_by))
    if entry.note:
        named.append(Term(label=_("Note"), text=entry.note))
    return named


def _plan(entry: Entry) -> str:
    return _("version %(n)s du plan") % {"n": entry.plan_version} if entry.plan_version else ""


def _part(entry: Entry) -> tuple[Link, ...]:
    if entry.about is None:
        return ()
    return (Link(entry.about.name, reverse("organisation", args=[entry.about.uid])),)


def _kind_meaning(entry: Entry) -> str:
    if entry.kind == Entry.Kind.EVENT:
        return _("s’ajoute aux autres événements")
    return _("contrôle ce qu’il contient, sans s’y ajouter")


def _exactness(entry: Entry) -> str:
    """Return « environ, à 100 000 FCFA près », or nothing for an exact value printed to the unit."""
    said = [str(QUALIFIERS[entry.qualifier])] if entry.qualifier in QUALIFIERS else []
    if entry.precision > 1 and entry.precision != 10**entry.account.decimals:
        near = format_number(from_scaled(entry.precision, entry.account.decimals))
        unit = entry.currency or unit_of(entry.account)
        said.append(_("à %(near)s %(unit)s près") % {"near": near, "unit": unit})
    return ", ".join(said)


def own_passages(sheet: EntrySheet) -> list[Quote]:
    """Return the lines that have a passage of their own, other than the entry's."""
    text = sheet.view.entry.source.text
    return [
        Quote(
            text=line.source.quote,
            source=cell_words(line),
            where=said_pages(text, line.source.start or 0, line.source.end or 0) if text else "",
            href=reverse("source", args=[line.source.uid]),
        )
        for line in sheet.view.lines
        if line.source is not None and line.source.text_id == sheet.view.entry.source.text_id
    ]


def source_shown(source: Source, *, readable: bool) -> dict[str, object]:
    """Return the source for its reader: its title always, its words around the quote where they may read."""
    document = source.text.version.document if source.text is not None else None
    if source.text is None or source.start is None or source.end is None or not readable:
        href = reverse("source", args=[source.uid]) if document is None else ""
        title = document.title if document else source.title
        return {"title": title, "href": href, "kind": source.get_kind_display(), "internal": not readable}
    return {
        "title": document.title if document else source.title,
        "where": said_page(source),
        "href": reverse("source", args=[source.uid]),
        "kind": source.get_kind_display(),
        "parts": [(part, []) for part in near(source.text, source)],
        "version": source.text.version,
        "invented": source.invented,
    }


def events(sheet: EntrySheet) -> list[Event]:
    """Return the life of the entry, oldest first: recorded, then each act."""
    entry = sheet.view.entry
    recorded = timezone.localtime(entry.known_at)
    by = _("par %(by)s") % {"by": entry.recorded_by} if sheet.names and entry.recorded_by else ""
    first = Event(on=recorded.date(), title=_("Saisie"), text=by, shape=Shape.HALF)
    replaced = sheet.view.state == EntryState.CORRECTED
    return [first, *(event(deed, replaced=replaced) for deed in sheet.deeds)]


def event(deed: Deed, *, replaced: bool = False) -> Event:
    """Return an act: by whom, why, its author's instant, and when this copy knew it if that differs."""
    act = deed.act
    title = str(TITLES[act.kind])
    found: tuple[Link, ...] = ()
    if act.replaced_by is not None:
        title = _("Remplacée") if replaced else _("Correction proposée, à approuver")
        found = (Link(_("Voir la nouvelle écriture"), reverse("entry", args=[act.replaced_by.uid])),)
    said = [_("par %(by)s") % {"by": deed.by}] if deed.by else []
    if act.why:
        said.append(f"« {act.why} »")
    known, at = timezone.localtime(act.known_at).date(), timezone.localtime(act.at).date()
    if known != at:
        said.append(_("connue ici le %(day)s") % {"day": format_date(known)})
    shape = Shape.FULL if act.kind == Act.Kind.APPROVE else Shape.CROSS
    return Event(on=at, title=title, text=", ".join(said), links=found, shape=shape)


def item(view: EntryView) -> Item:
    """Return another entry as a line: its value, its source, its state."""
    figure = entry_figure(view)
    entry = view.entry
    document = entry.source.text.version.document.title if entry.source.text else entry.source.title
    unit = f" {figure.unit}" if figure.unit else ""
    return Item(title=f"{figure.text}{unit}", href=figure.href, text=document, badge=badge(view.state))


def links(entry: Entry, may: MayDo) -> list[Link]:
    """Return the acts offered to this viewer."""
    offered = (
        (may.approve, _("Approuver"), "entry_approve"),
        (may.correct, _("Corriger"), "entry_correct"),
        (may.set_aside, _("Écarter"), "entry_set_aside"),
        (may.withdraw, _("Retirer"), "entry_withdraw"),
        (may.remark, _("Signaler"), "entry_remark"),
    )
    return [Link(label, reverse(name, args=[entry.uid])) for allowed, label, name in offered if allowed]
