"""Pages that describe a programme: who may open them, and how a form is answered.

    @for_describers
    def codes(request: UserRequest, programme: Programme) -> HttpResponse: …

A form page is `editing.html`, given an `EditPage`: GET shows it, POST calls one action and redirects;
what the action refuses is said at its field, with status 422.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _

from jalon.core.values import ValueProblem
from jalon.records.problems import Refused
from jalon.records.programmes.models import Programme
from jalon.records.programmes.queries import visible
from jalon.records.programmes.rules import can_describe, scope_of
from jalon.web.components import Item, Link
from jalon.web.fields import refuse
from jalon.web.http import UserRequest
from jalon.web.shown import Words

P = ParamSpec("P")
INVALID = 422
SAVE, REMOVE = _("Enregistrer"), _("Retirer")


@dataclass(frozen=True, kw_only=True)
class Held:
    """A thing that is written already, with the address that takes it back."""

    item: Item
    remove: str = ""


@dataclass(frozen=True, kw_only=True)
class EditPage:
    """What `editing.html` shows: what is written already, then one form."""

    title: Words
    over: Words = ""
    lead: Words = ""
    crumbs: Sequence[Link] = ()
    tabs: Sequence[Link] = ()
    tabs_label: Words = ""
    form: forms.Form | None = None
    form_title: Words = ""
    submit: Words = SAVE
    cancel: str = ""
    notice: Words = ""
    held: Sequence[Held] | None = None
    held_title: Words = ""
    nothing: Words = ""
    remove_label: Words = REMOVE
    links: Sequence[Link] = ()
    danger: bool = False
    datalists: Mapping[str, Sequence[str]] | None = None


def for_describers(
    view: Callable[Concatenate[UserRequest, Programme, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, str, P], HttpResponse]:
    """Give a view the programme of its address, for who may describe it.

    A visitor is asked to log in; who may not see it is told that it does not exist; who may see it but not
    describe it is refused.
    """

    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, slug: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        asking = cast(UserRequest, request)
        scope = scope_of(asking.user)
        programme: Programme = get_object_or_404(visible(scope), slug=slug)
        if not can_describe(scope, programme):
            raise PermissionDenied
        return view(asking, programme, *args, **kwargs)

    return cast("Callable[Concatenate[HttpRequest, str, P], HttpResponse]", guarded)


def is_done(form: forms.Form, do: Callable[[], object], fields: Mapping[str, str] | None = None) -> bool:
    """Do it all or nothing; when the action refuses, say why in the form (see `fields.refuse`)."""
    try:
        with transaction.atomic():
            do()
    except (Refused, ValueProblem) as refusal:
        refuse(form, refusal, fields)
        return False
    return True


def show(request: HttpRequest, page: EditPage) -> HttpResponse:
    """Return the page, with status 422 when its form has errors."""
    wrong = page.form is not None and page.form.is_bound and bool(page.form.errors)
    return render(request, "editing.html", {"page": page}, status=INVALID if wrong else 200)
