"""Error pages: a French sentence that says what is wrong and what to do, whole or as a partial for htmx."""

from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import render

TOO_LARGE, NOT_ALLOWED = 413, 405


def _page(request: HttpRequest, status: int) -> HttpResponse:
    """The page of an error; htmx swaps errors into the page, so it is given the panel alone."""
    name = f"{status}.html"
    return render(request, f"{name}#panel" if getattr(request, "htmx", False) else name, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 413 to a body over the limit, 400 to anything else that cannot be understood."""
    return _page(request, TOO_LARGE if isinstance(exception, RequestDataTooBig) else 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 403: known, but not for this user."""
    return _page(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404."""
    return _page(request, 404)


def broken(request: HttpRequest) -> HttpResponse:
    """Answer 500, without a query: the database may be what is broken."""
    return render(None, "500.html", status=500)


class EmptyErrors:
    """Gives a page to the errors that Django answers with an empty body (405 of `require_http_methods`)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Return the response, with a page of ours when it is an empty 405."""
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            page = _page(request, NOT_ALLOWED)
            page["Allow"] = response["Allow"]
            return page
        return response
