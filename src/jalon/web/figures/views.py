"""The page of a figure, and what changed in a programme between two instants."""

import datetime

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from jalon.core.figures.errors import FigureError
from jalon.core.figures.question import Question
from jalon.core.values.date_formats import format_date
from jalon.core.values.dates import parse_date
from jalon.core.values.errors import ValueProblem
from jalon.flows.changes import changes_between
from jalon.records.ledger.lines import axes_of
from jalon.records.ledger.models import Account
from jalon.records.places.models import Division, Place
from jalon.records.programmes.rules import scope_of
from jalon.records.users.roles import Permission
from jalon.web.components import Link, Term
from jalon.web.exports import exported
from jalon.web.figures import words
from jalon.web.figures.asking import Reading, figure_href, read_question
from jalon.web.figures.changes import changes_table
from jalon.web.figures.forms import FigureForm
from jalon.web.figures.labels import axis_label
from jalon.web.figures.page import open_figure, remarks
from jalon.web.http import Request
from jalon.web.programme_tabs import programme_tabs
from jalon.web.results.views import visible_programme
from jalon.web.tables import export_links

FIGURE = "figures/figure.html"


def figure(request: Request, uid: str) -> HttpResponse:
    """Show a figure: itself, its breakdown, its definition, its entries and their sources."""
    scope = scope_of(request.user)
    account = get_object_or_404(
        Account.objects.select_related("programme", "parent").filter(scope.visible_accounts()), uid=uid
    )
    reading = read_question(uid, request.GET, today=timezone.localdate())
    question = reading.question
    if question.drafts and not scope.can(Permission.VIEW_DRAFTS, account.programme_id):
        raise Http404
    context = {
        "account": account,
        "form": form_of(account, reading, request),
        "programme": account.programme,
        "crumbs": crumbs(account),
    }
    try:
        opened = open_figure(account, question, scope)
    except FigureError as error:
        problem = {**context, "problems": [*reading.problems.values(), *(str(one) for one in error.problems)]}
        return render(request, FIGURE, problem, status=422)
    table = opened.breakdown
    if table is not None and (file := exported(request, table, f"chiffre-{account.uid}")) is not None:
        return file
    context |= {
        "opened": opened,
        "problems": list(reading.problems.values()),
        "exports": export_links(request.GET) if table else (),
        "terms": definition(account),
        "remarks": remarks(account, scope),
        "notes": notes(opened.answer.marks),
        "splits": splits(account, question),
    }
    return render(request, FIGURE, context)


def crumbs(account: Account) -> list[Link]:
    """Return where the page stands: portfolio, programme, results."""
    found = [Link(_("Portefeuille"), reverse("portfolio"))]
    if account.programme is not None:
        slug = [account.programme.slug]
        found.append(Link(account.programme.short_title, reverse("programme", args=slug)))
        found.append(Link(_("Résultats"), reverse("results", args=slug)))
    return [*found, Link(_("Chiffre"), current=True)]


def splits(account: Account, question: Question) -> list[Link]:
    """Return the breakdowns that one click asks for: those of the indicator's sheet, its grain, the years."""
    offered = {axis.code: axis.label.lower() for axis in axes_of(account)}
    offered |= {axis: axis_label(axis, {}) for axis in ("region", "cercle", "commune", "year")}
    return [
        Link(
            _("par %(axis)s") % {"axis": label},
            figure_href(question.with_(by=(axis,))),
            current=question.by == (axis,),
        )
        for axis, label in offered.items()
    ]


def form_of(account: Account, reading: Reading, request: Request) -> FigureForm:
    """Return the form filled with the question that was read."""
    question = reading.question
    filled = {
        "etape": question.stage,
        "du": question.start.isoformat() if question.start else "",
        "au": question.end.isoformat(),
        "lieu": question.place or "",
        "decoupage": question.division or "",
        "par": ",".join(question.by),
        "mesure": question.measure,
        "le": request.GET.get("le", "")[:10],
    }
    places = (
        Place.objects.filter(entries__account__programme=account.programme_id).distinct().order_by("sort_key")
    )
    form = FigureForm(
        None,
        account=account,
        places=places,
        divisions=Division.objects.order_by("code"),
        axes=axes_of(account),
    )
    form.initial = filled
    return form


def definition(account: Account) -> list[Term]:
    """Return what the account counts and how it adds, as a sheet."""
    sheet = account.sheets.select_related("revision", "node").order_by("-revision__number").first()
    terms = [
        Term(
            label=_("Définition"),
            text=(sheet.definition if sheet else "") or account.definition or account.label,
        ),
        Term(label=_("Unité"), text=account.unit_label or account.unit),
        Term(label=_("Addition"), text=words.additivity(account)),
    ]
    if grain := words.grain(account):
        terms.append(Term(label=_("Maille"), text=grain))
    if account.parent is not None:
        parent = Link(account.parent.label, reverse("figure", args=[account.parent.uid]))
        terms.append(Term(label=_("Compte dans"), links=(parent,)))
    if sheet is not None:
        for label, text in (
            (_("Source de vérification"), sheet.verification),
            (_("Fréquence"), sheet.frequency),
            (_("Responsable"), sheet.responsible),
        ):
            if text:
                terms.append(Term(label=label, text=text))
    return terms


def notes(marks: tuple[str, ...]) -> list[str]:
    """Return what each mark of the figure means here, in one sentence."""
    said = {
        "remainder": _(
            "Le total déclaré dépasse le détail connu : la différence est une ligne à part, le reste."
        ),
        "interval": _("Des déclarations se recoupent : la valeur se trouve entre les deux bornes."),
        "contradiction": _("Des sources se contredisent : écarter celle qui ne vaut pas, avec un motif."),
        "derived": _("Valeur obtenue par différence entre deux cumuls publiés."),
        "no_plan": _("Sans objet : rien n’est prévu sur cette étendue."),
        "zero_plan": _("Sans objet : la prévision est de 0."),
        "plan_not_split": _("La cible n’est pas répartie à ce niveau."),
        "draft": _("Comprend des écritures en cours de saisie, pas encore approuvées."),
    }
    return [said[mark] for mark in marks if mark in said]


def changes(request: Request, slug: str) -> HttpResponse:
    """Show what changed in a programme's figures since a day, or between two."""
    scope = scope_of(request.user)
    programme = visible_programme(scope, slug)
    problems: list[str] = []
    until = _evening(request.GET.get("au", ""), timezone.now(), problems)
    since = _evening(request.GET.get("depuis", ""), until - datetime.timedelta(days=90), problems)
    accounts = list(Account.objects.filter(scope.visible_accounts(), programme=programme))
    words = _("Du %(since)s au %(until)s") % {
        "since": format_date(since.date()),
        "until": format_date(until.date()),
    }
    found = changes_between(accounts, since, until)
    table = changes_table(found, since, until, scope, caption=words, exports=export_links(request.GET))
    if (file := exported(request, table, f"changements-{programme.slug}")) is not None:
        return file
    context = {
        "programme": programme,
        "tabs": programme_tabs(scope, programme, "changes"),
        "since": since,
        "until": until,
        "table": table,
        "problems": problems,
    }
    return render(request, "figures/changes.html", context)


def _evening(text: str, default: datetime.datetime, problems: list[str]) -> datetime.datetime:
    """Return the end of a day in UTC."""
    if not text:
        return default
    try:
        day = parse_date(text) if not text[:4].isdigit() else datetime.date.fromisoformat(text)
    except (ValueProblem, ValueError):
        problems.append(
            _("« %(text)s » n’est pas une date : écrire par exemple 2024-12-05.") % {"text": text[:40]}
        )
        return default
    return datetime.datetime.combine(day, datetime.time.max, tzinfo=datetime.UTC)
