"""The help: the signs, how a figure is computed, how to log in without e-mail."""

from django.http import HttpResponse
from django.shortcuts import render

from jalon.web.help.examples import examples
from jalon.web.http import Request


def help_page(request: Request) -> HttpResponse:
    """Show the one page of help."""
    return render(request, "help/help.html", {"examples": examples()})
