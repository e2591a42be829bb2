"""What a command says when it cannot do what it was asked: French sentences."""

import errno

from django.db import DatabaseError, OperationalError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from jalon.core.figures import FigureError, LedgerError
from jalon.records.problems import Refused

EXPECTED = (FigureError, Refused, DatabaseError, OSError)
"""The failures that have sentences; any other is a mistake of ours and shows its traceback."""


_REASONS = {
    errno.ENOENT: _lazy("le dossier n’existe pas"),
    errno.ENOTDIR: _lazy("ce n’est pas un dossier"),
    errno.EISDIR: _lazy("c’est un dossier"),
    errno.EACCES: _lazy("l’accès est refusé"),
    errno.EPERM: _lazy("l’accès est refusé"),
    errno.EROFS: _lazy("le disque est en lecture seule"),
    errno.ENOSPC: _lazy("le disque est plein"),
}


def reason(error: OSError) -> str:
    """Why the machine refused to read or write, in French where it is a usual reason."""
    return str(_REASONS.get(error.errno or 0, error.strerror or error))


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
    if isinstance(error, OSError):
        return [_("Lecture ou écriture impossible : %(why)s.") % {"why": reason(error)}]
    raise error


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
