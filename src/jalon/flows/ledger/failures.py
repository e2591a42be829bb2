"""What a command says when it cannot do what it was asked: French sentences."""

from django.db import DatabaseError, OperationalError
from django.utils.translation import gettext as _

from jalon.core.figures import FigureError, LedgerError
from jalon.records.problems import Refused

EXPECTED = (FigureError, Refused, DatabaseError, OSError)
"""The failures that have sentences; any other is a mistake of ours and shows its traceback."""


def sentences(error: BaseException) -> list[str]:
    """The sentences of a failure: what is wrong, where, what to do."""
    if isinstance(error, FigureError):
        found = [_capital(str(problem)) for problem in error.problems]
        more = error.more if isinstance(error, LedgerError) else 0
        if more:
            found.append(_("… et %(more)s autres problèmes.") % {"more": more})
        if isinstance(error, LedgerError):
            found.append(_("Rien n’a été chargé."))
        return found
    if isinstance(error, Refused):
        return [_capital(line) for line in str(error).split("\n")]
    if isinstance(error, OperationalError):
        return [_("La base de données ne répond pas ou est occupée (%(why)s). Réessayer.") % {"why": error}]
    if isinstance(error, DatabaseError):
        return [_("La base de données refuse une valeur, rien n’a été écrit (%(why)s).") % {"why": error}]
    return [_("Lecture ou écriture impossible : %(why)s.") % {"why": error}]


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
