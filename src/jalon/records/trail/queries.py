"""Reading the trail, with its verbs in French."""

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jalon.records.trail.models import TrailEvent

VERBS: dict[str, str | Promise] = {
    "programme.add": _("a ouvert la fiche"),
    "programme.edit": _("a modifié la fiche"),
    "programme.code": _("a ajouté un code"),
    "programme.code_remove": _("a retiré un code"),
    "programme.participation": _("a ajouté une organisation"),
    "programme.participation_remove": _("a retiré une organisation"),
    "programme.place": _("a ajouté un lieu"),
    "programme.place_remove": _("a retiré un lieu"),
    "programme.link": _("a ajouté un lien"),
    "programme.link_remove": _("a retiré un lien"),
    "programme.status": _("a changé le statut"),
    "programme.status_remove": _("a retiré un statut"),
    "programme.amend": _("a inscrit un avenant"),
    "programme.amend_remove": _("a retiré un avenant"),
    "agreement.sign": _("a inscrit une convention"),
    "agreement.remove": _("a retiré une convention"),
    "organisation.add": _("a ajouté une organisation"),
    "member.grant": _("a donné un rôle"),
    "member.end": _("a retiré un rôle"),
    "user.open": _("a ouvert un compte d’utilisateur"),
    "user.password": _("a donné un nouveau mot de passe"),
    "user.close": _("a fermé un compte d’utilisateur"),
    "user.reopen": _("a rouvert un compte d’utilisateur"),
    "document.add": _("a ajouté un document"),
    "document.receive": _("a déposé une version"),
    "document.recognise": _("a fait reconnaître le texte des pages numérisées"),
    "remark.write": _("a écrit un signalement"),
    "reading.keep": _("a lu le document"),
    "claim.add": _("a ajouté une proposition à la main"),
    "claim.accepted": _("a accepté une proposition"),
    "claim.accept_many": _("a accepté plusieurs propositions"),
    "claim.corrected": _("a corrigé une proposition"),
    "claim.ignored": _("a ignoré une proposition"),
    "claim.reopened": _("a rouvert une proposition"),
    "alert.noted": _("a signalé une alerte"),
    "alert.dismissed": _("a écarté une alerte"),
    "alert.reopened": _("a rouvert une alerte"),
    "framework.open": _("a ouvert une révision du cadre"),
    "framework.adopt": _("a adopté une révision du cadre"),
    "framework.discard": _("a abandonné une révision en préparation"),
    "framework.level": _("a nommé un niveau de résultat"),
    "framework.level_remove": _("a retiré un niveau de résultat"),
    "framework.word": _("a écrit un résultat"),
    "framework.result_remove": _("a retiré un résultat de la révision"),
    "framework.indicator": _("a écrit la fiche d’un indicateur"),
    "framework.indicator_remove": _("a retiré un indicateur de la révision"),
    "framework.breakdowns": _("a changé les ventilations d’un indicateur"),
    "account.open": _("a ouvert un indicateur"),
    "account.present": _("a changé la présentation d’un indicateur"),
    "account.additivity": _("a changé la façon d’additionner"),
    "account.counting": _("a changé la façon de compter"),
    "plan.version": _("a ouvert une version du plan"),
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
