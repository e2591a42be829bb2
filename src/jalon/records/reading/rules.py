"""Who may review what was read: those who may record entries in a programme of the document. One filter."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from jalon.core.reading.facts import DETAILS, FactType
from jalon.records.ledger.rules import may_do, programmes_with
from jalon.records.ledger.states import EntryState, state_of
from jalon.records.problems import Refused
from jalon.records.programmes.models import ProgrammeDocument
from jalon.records.programmes.rules import Scope
from jalon.records.reading.models import Verdict
from jalon.records.sources.models import Document
from jalon.records.users.roles import Permission


def reviewable_documents(scope: Scope) -> Q:
    """Return the filter of the documents whose propositions a viewer may see and judge.

    Those of a programme where the viewer records; a document of no programme, where the viewer may read it
    and records in any programme. Propositions name people: nobody else is shown them.
    """
    if scope.everything:
        return Q()
    recorded = programmes_with(scope, Permission.RECORD)
    if not recorded:
        return Q(pk__in=[])
    linked = ProgrammeDocument.objects.all()
    loose = Document.objects.filter(scope.visible_documents()).exclude(pk__in=linked.values("document"))
    return Q(pk__in=linked.filter(programme__in=recorded).values("document")) | Q(pk__in=loose.values("pk"))


def can_review(scope: Scope, document: Document) -> bool:
    """Whether the viewer may see and judge the propositions of a document."""
    return Document.objects.filter(reviewable_documents(scope), pk=document.pk).exists()


def may_undo(scope: Scope, verdict: Verdict, *, username: str) -> bool:
    """Whether the viewer may reopen what was judged: where its entry holds, who may withdraw that."""
    if verdict.entry is None or state_of(verdict.entry) in {EntryState.WITHDRAWN, EntryState.DISCARDED}:
        return True
    return may_do(scope, verdict.entry, username=username).withdraw


def check_said(claim_type: str, said: Mapping[str, Any]) -> None:
    """Refuse a corrected value that says of a fact what its type does not have."""
    unknown = sorted(set(said) - DETAILS[FactType(claim_type)] - {"value", "start", "end", "mentions"})
    if unknown:
        raise Refused(
            "unknown_detail",
            _("Une proposition de cette nature n’a pas de « %(detail)s » : l’enlever.")
            % {"detail": unknown[0]},
        )
