"""Where a proposition or an alert stands: read from its last verdict, never stored."""

import enum
from typing import Any

from django.db.models import CharField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jalon.records.reading.models import Alert, Claim, Verdict


class State(enum.StrEnum):
    """What became of a proposition or of an alert."""

    OPEN = "open"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    IGNORED = "ignored"
    NOTED = "noted"
    DISMISSED = "dismissed"

    @property
    def label(self) -> str | Promise:
        """The state in French."""
        return LABELS[self]

    @property
    def is_judged(self) -> bool:
        """Whether somebody decided."""
        return self is not State.OPEN

    @property
    def is_taken(self) -> bool:
        """Whether the proposition holds, as read or corrected."""
        return self in {State.ACCEPTED, State.CORRECTED}


LABELS: dict[State, str | Promise] = {
    State.OPEN: _("à examiner"),
    State.ACCEPTED: _("acceptée"),
    State.CORRECTED: _("corrigée"),
    State.IGNORED: _("ignorée"),
    State.NOTED: _("signalée"),
    State.DISMISSED: _("sans objet"),
}


def state_of(verdict: Verdict | None) -> State:
    """Return the state that a last verdict says; open without one, or once reopened."""
    if verdict is None or verdict.kind == Verdict.Kind.REOPENED:
        return State.OPEN
    return State(verdict.kind)


def with_state_of_claims(claims: QuerySet[Claim]) -> QuerySet[Any]:
    """Annotate claims with `last_verdict` (its id, or None) and `state` (as text)."""
    return claims.annotate(**_last(Verdict.objects.filter(claim=OuterRef("pk"))))


def with_state_of_alerts(alerts: QuerySet[Alert]) -> QuerySet[Any]:
    """Annotate alerts with `last_verdict` (its id, or None) and `state` (as text)."""
    return alerts.annotate(**_last(Verdict.objects.filter(alert=OuterRef("pk"))))


def _last(verdicts: QuerySet[Verdict]) -> dict[str, Subquery | Coalesce]:
    last = verdicts.order_by("-pk")[:1]
    judged = NullIf(Subquery(last.values("kind")), Value(Verdict.Kind.REOPENED.value))
    return {
        "last_verdict": Subquery(last.values("pk")),
        "state": Coalesce(judged, Value(State.OPEN.value), output_field=CharField()),
    }
