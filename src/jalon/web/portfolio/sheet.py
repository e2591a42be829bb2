"""A programme's sheet as components: terms, timeline, remarks, map."""

import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from jalon.core.values.partial_dates import format_partial
from jalon.core.values.periods import Period
from jalon.records.programmes.sheet import AgreementLine, AmendmentLine, Point, RemarkLine, Sheet, SourceRef
from jalon.web.charts.maps import Spot, SymbolMap, symbol_map
from jalon.web.components import Event, Item, Link, Node, Quote, Remark, Shape, Term
from jalon.web.portfolio.words import SHAPES, extension, months, span, status_badge, time_left
from jalon.web.shown import ShownFigure
from jalon.web.tables import Cell, Column, Table, row


def source_link(source: SourceRef | None, label: str = "") -> tuple[Link, ...]:
    """Return the link to a source, or its title alone for who may not open it."""
    if source is None:
        return ()
    if source.is_readable:
        said = str(label or _("voir la source"))
        words = f"{said}, {source.where}" if source.where else said
        return (Link(words, reverse("source", args=[source.uid])),)
    return ()


def identity(sheet: Sheet) -> list[Term]:
    """Return what the programme is: codes, place in its tree, who takes part."""
    programme = sheet.programme
    terms = [Term(label=_("Intitulé officiel"), text=programme.title)]
    if programme.acronym:
        terms.append(Term(label=_("Sigle"), text=programme.acronym))
    terms += [
        Term(label=_("Code %(scheme)s") % {"scheme": scheme}, text=value) for scheme, value in sheet.codes
    ]
    if sheet.ancestors:
        above = tuple(Link(one.name, reverse("programme", args=[one.key])) for one in sheet.ancestors)
        terms.append(Term(label=_("Fait partie de"), links=above))
    roles: dict[str, list[Link]] = {}
    for one in sheet.participants:
        link = Link(one.full_name, reverse("organisation", args=[one.organisation.key]))
        roles.setdefault(one.role, []).append(link)
    terms += [Term(label=role.capitalize(), links=tuple(links)) for role, links in roles.items()]
    if sheet.places:
        where = tuple(Link(one.name, reverse("place", args=[one.key])) for one in sheet.places)
        terms.append(Term(label=_("Lieux d’intervention"), links=where))
    return terms


def dates(sheet: Sheet, today: datetime.date) -> list[Term]:
    """Return the planned period beside the actual one, the months by the calendar beside those declared."""
    calendar = sheet.calendar
    terms = [
        Term(
            label=_("Prévu"),
            text=span(calendar.planned_start, calendar.planned_end),
            note=_duration(calendar.planned, calendar.planned_months),
        )
    ]
    if calendar.is_extended:
        terms.append(
            Term(
                label=_("Après avenant"),
                text=span(calendar.start, calendar.amended_end),
                note=extension(calendar),
            )
        )
    if calendar.actual_start or calendar.actual_end or calendar.stated_months:
        terms.append(
            Term(
                label=_("Effectif"),
                text=span(calendar.actual_start, calendar.actual_end),
                note=_duration(calendar.actual, calendar.stated_months),
            )
        )
    if left := time_left(calendar, sheet.status, today):
        terms.append(Term(label=_("Reste"), text=left))
    return terms


def _duration(period: Period | None, declared: int | None) -> str:
    """« 24 mois d’après les dates ; 23 mois déclarés »: both are shown, neither corrects the other."""
    said = []
    if period is not None:
        said.append(_("%(months)s d’après les dates") % {"months": months(period.month_count)})
    if declared is not None:
        said.append(_("« %(months)s » d’après la source") % {"months": months(declared)})
    return " ; ".join(said)


def life(sheet: Sheet) -> list[Event]:
    """Return the statuses, agreements and amendments on one line of time, the oldest first."""
    events = [
        (
            line.on,
            Event(
                on=None,
                when=format_partial(line.on),
                title=line.status.label.capitalize(),
                links=source_link(line.source),
                shape=SHAPES[line.status],
            ),
        )
        for line in sheet.history
    ]
    events += [(line.signed_on or line.start, _signature(line)) for line in sheet.agreements]
    events += [(line.decided_on, _amendment(line)) for line in sheet.amendments]
    return [event for _on, event in sorted(events, key=lambda one: one[0] or "9999")]


def _signature(line: AgreementLine) -> Event:
    said = [", ".join(party.name for party in line.parties)]
    if line.number:
        said.append(_("n° %(number)s") % {"number": line.number})
    if line.start or line.end:
        said.append(span(line.start, line.end))
    if line.months:
        said.append(_("« %(months)s » d’après la source") % {"months": months(line.months)})
    return Event(
        on=None,
        when=format_partial(line.signed_on) or _("date non renseignée"),
        title=line.title,
        text=" · ".join(one for one in said if one),
        links=source_link(line.source),
        shape=Shape.FULL,
    )


def _amendment(line: AmendmentLine) -> Event:
    said = [_("Acte : %(act)s") % {"act": line.act}]
    if line.months:
        said.append(_("prolongation de %(months)s") % {"months": months(line.months)})
    if line.new_end:
        said.append(_("nouvelle fin : %(end)s") % {"end": format_partial(line.new_end)})
    if line.agreement:
        said.append(line.agreement)
    return Event(
        on=None,
        when=format_partial(line.decided_on) or _("date non renseignée"),
        title=_("Avenant %(number)s : %(title)s") % {"number": line.number, "title": line.title},
        text=" · ".join(said),
        links=source_link(line.source),
        shape=Shape.HALF,
    )


def family(sheet: Sheet) -> list[Node]:
    """Return the tree the programme stands in; nothing when it stands alone."""
    if len(sheet.family) < 2:
        return []

    def nodes(start: int, depth: int) -> tuple[list[Node], int]:
        found: list[Node] = []
        at = start
        while at < len(sheet.family) and sheet.family[at].depth == depth:
            one = sheet.family[at]
            children, at = nodes(at + 1, depth + 1)
            level = f"{one.kind} · {one.status.label}" if one.status else one.kind
            href = "" if one.is_self else reverse("programme", args=[one.slug])
            found.append(Node(title=one.name, level=level, href=href, children=tuple(children)))
        return found, at

    return nodes(0, 0)[0]


def documents(sheet: Sheet) -> list[Item]:
    """Return the documents the viewer may read."""
    return [
        Item(
            title=one.title,
            href=reverse("document", args=[one.uid]),
            text=" · ".join(
                word
                for word in (
                    one.kind.capitalize(),
                    one.issuer,
                    format_partial(one.dated),
                    _("document inventé pour la démonstration") if one.is_invented else "",
                    "" if one.is_public else _("interne"),
                )
                if word
            ),
        )
        for one in sheet.documents
    ]


def media(sheet: Sheet) -> Table:
    """Return the links and media; nothing is fetched from them."""
    return Table(
        id="medias",
        caption=_("Médias et liens"),
        hide_caption=True,
        columns=(Column("title", _("Titre")), Column("kind", _("Nature")), Column("place", _("Lieu"))),
        rows=[
            row(
                Cell(text=one.title, href=one.url, note=one.note),
                one.kind,
                Cell(one.place.name, href=reverse("place", args=[one.place.key])) if one.place else "",
            )
            for one in sheet.links
        ],
        cards=True,
    )


def remark(line: RemarkLine) -> Remark:
    """Return a remark with its passages, each leading to where it stands."""
    return Remark(
        title=line.title,
        text=line.explanation,
        quotes=tuple(
            Quote(
                text=one.quote or one.title,
                source=one.title,
                where=one.where,
                href=reverse("source", args=[one.uid]),
            )
            for one in line.passages
        ),
        by=line.written_by,
        on=line.written_on,
    )


def place_map(points: tuple[Point, ...], title: str) -> SymbolMap | None:
    """Return the map of the places that have a point; None when none has one."""
    spots = [
        Spot(
            label=point.place.name,
            at=(float(point.longitude), float(point.latitude)),
            figure=ShownFigure(low=1, high=1),
            href=reverse("place", args=[point.place.key]),
        )
        for point in points
        if point.latitude is not None and point.longitude is not None
    ]
    return symbol_map("carte", title, spots, presence=True) if spots else None


def badge(sheet: Sheet) -> object:
    """Return the present status as a badge, or None."""
    return status_badge(sheet.status)
