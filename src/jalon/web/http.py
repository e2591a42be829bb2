"""The request as our views see it: with its user and htmx's headers, typed."""

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from jalon.records.users.models import User


class Request(HttpRequest):
    """What the middleware adds: `user` (perhaps anonymous) and `htmx` (false outside an htmx request)."""

    user: User | AnonymousUser
    htmx: HtmxDetails


class UserRequest(HttpRequest):
    """A request that `login_required` has let through."""

    user: User
    htmx: HtmxDetails
