"""Reading the trail, with its verbs in French."""

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jalon.records.trail.models import TrailEvent

VERBS: dict[str, str | Promise] = {
    "programme.add": _("a ouvert la fiche"),
    "programme.status": _("a changé le statut"),
    "programme.amend": _("a inscrit un avenant"),
    "agreement.sign": _("a inscrit une convention"),
    "member.grant": _("a donné un rôle"),
    "member.end": _("a retiré un rôle"),
    "user.open": _("a ouvert un compte d’utilisateur"),
    "user.password": _("a donné un nouveau mot de passe"),
    "user.close": _("a fermé un compte d’utilisateur"),
    "user.reopen": _("a rouvert un compte d’utilisateur"),
    "document.add": _("a ajouté un document"),
    "document.receive": _("a déposé une version"),
    "remark.write": _("a écrit un signalement"),
    "framework.open": _("a ouvert une révision du cadre"),
    "framework.adopt": _("a adopté une révision du cadre"),
    "account.additivity": _("a changé la façon d’additionner"),
    "entry.record": _("a saisi une écriture"),
    "entry.approve": _("a approuvé une écriture"),
    "entry.withdraw": _("a retiré une écriture"),
    "entry.set_aside": _("a écarté une écriture"),
    "ledger.load": _("a chargé un registre"),
}


def said(verb: str) -> str | Promise:
    """Return what a verb says in French; the verb itself when it is not known here."""
    return VERBS.get(verb, verb)


def trail_of(programme_uid: str) -> QuerySet[TrailEvent]:
    """Return what was done in a programme, the latest first."""
    return TrailEvent.objects.filter(programme=programme_uid).order_by("-at", "-pk")
