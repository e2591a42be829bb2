"""Users: opened by an administrator, with a first password shown once and roles in programmes."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST

from jalon.records.problems import Refused
from jalon.records.programmes import actions as programmes
from jalon.records.programmes import members
from jalon.records.programmes.models import Membership
from jalon.records.users import actions
from jalon.records.users.models import User
from jalon.records.users.roles import ROLES
from jalon.web.components import Badge, Link, Shape
from jalon.web.exports import exported
from jalon.web.http import UserRequest
from jalon.web.tables import Cell, Column, Table, export_links, row
from jalon.web.users.forms import NewRole, NewUser

P = ParamSpec("P")
INVALID = 422


def administrator_only(
    view: Callable[Concatenate[UserRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Let administrators through; the others are refused, the visitor is asked to log in."""

    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        asking = cast(UserRequest, request)
        if not asking.user.is_superuser:
            raise PermissionDenied
        return view(asking, *args, **kwargs)

    return cast("Callable[Concatenate[HttpRequest, P], HttpResponse]", never_cache(guarded))


@administrator_only
def users(request: UserRequest) -> HttpResponse:
    """List the users with their roles."""
    known = members.users()
    table = Table(
        id="utilisateurs",
        caption=ngettext("%(n)s utilisateur", "%(n)s utilisateurs", len(known)) % {"n": len(known)},
        columns=(
            Column("name", _("Nom")),
            Column("state", _("Accès")),
            Column("roles", _("Rôles")),
        ),
        rows=[
            row(
                Cell(str(line.user), href=reverse("user", args=[line.user.pk]), note=line.user.username),
                _state(line.user),
                _("administre l’installation")
                if line.user.is_superuser
                else " ; ".join(f"{held.role.name} : {held.programme.name}" for held in line.roles),
            )
            for line in known
        ],
        exports=export_links(request.GET),
        cards=True,
    )
    if (file := exported(request, table, "utilisateurs")) is not None:
        return file
    return render(
        request,
        "users/users.html",
        {"table": table, "links": [Link(_("Ouvrir un accès"), reverse("user_add"))]},
    )


def _state(user: User) -> Badge:
    return Badge(_("ouvert"), Shape.FULL) if user.is_active else Badge(_("fermé"), Shape.CROSS)


@administrator_only
@sensitive_variables("opened")
def add(request: UserRequest) -> HttpResponse:
    """Open a user and show the first password, this once."""
    form = NewUser(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            opened = actions.open_user(by=request.user.username, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("username", str(refusal))
        else:
            return render(request, "users/opened.html", {"opened": opened, "crumbs": _crumbs(opened.user)})
    status = INVALID if form.is_bound else 200
    return render(request, "users/add.html", {"form": form, "crumbs": _crumbs(None)}, status=status)


def _crumbs(user: User | None) -> list[Link]:
    return [Link(_("Utilisateurs"), reverse("users")), Link(str(user) if user else _("Ouvrir un accès"))]


@administrator_only
def user(request: UserRequest, pk: int) -> HttpResponse:
    """Show a user with the roles held; give another."""
    shown = get_object_or_404(User, pk=pk)
    form = NewRole(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = programmes.grant_role(user=shown, by=request.user.username, **form.cleaned_data)
        messages.success(
            request,
            _("%(user)s : %(role)s dans « %(programme)s ».")
            % {"user": shown, "role": ROLES[given.role].name, "programme": given.programme},
        )
        return redirect("user", pk=pk)
    context = {
        "shown": shown,
        "badge": _state(shown),
        "roles": members.roles_of(shown),
        "form": form,
        "is_self": shown == request.user,
        "crumbs": _crumbs(shown),
    }
    return render(request, "users/user.html", context, status=INVALID if form.is_bound else 200)


@administrator_only
@require_POST
@sensitive_variables("opened")
def password(request: UserRequest, pk: int) -> HttpResponse:
    """Give a new password and show it, this once."""
    opened = actions.renew_password(user=get_object_or_404(User, pk=pk), by=request.user.username)
    return render(request, "users/opened.html", {"opened": opened, "crumbs": _crumbs(opened.user)})


@administrator_only
@require_POST
def close(request: UserRequest, pk: int) -> HttpResponse:
    """Close a user."""
    try:
        closed = actions.close_user(user=get_object_or_404(User, pk=pk), by=request.user.username)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("L’accès de %(user)s est fermé.") % {"user": closed})
    return redirect("user", pk=pk)


@administrator_only
@require_POST
def reopen(request: UserRequest, pk: int) -> HttpResponse:
    """Open a closed user again."""
    opened = actions.reopen_user(user=get_object_or_404(User, pk=pk), by=request.user.username)
    messages.success(request, _("L’accès de %(user)s est rouvert.") % {"user": opened})
    return redirect("user", pk=pk)


@administrator_only
@require_POST
def take_back(request: UserRequest, pk: int, role: int) -> HttpResponse:
    """Take back a role."""
    held = get_object_or_404(Membership.objects.select_related("programme", "user"), pk=role, user=pk)
    programmes.end_role(membership=held, by=request.user.username)
    messages.success(request, _("Le rôle dans « %(programme)s » est retiré.") % {"programme": held.programme})
    return redirect("user", pk=pk)
