"""When a revision of the framework may change, and what it may say."""

from django.utils.translation import gettext as _

from jalon.records.ledger.models import Account
from jalon.records.problems import Refused
from jalon.records.results.models import FrameworkRevision, ResultNode


def check_open(revision: FrameworkRevision) -> None:
    """Refuse to change a revision that is adopted."""
    if revision.adopted_on is not None:
        raise Refused(
            "revision_adopted",
            _("Cette révision est adoptée et ne change plus : ouvrir une nouvelle révision."),
        )


def check_result(
    *, revision: FrameworkRevision, code: str, node: ResultNode | None, parent: ResultNode | None
) -> None:
    """Refuse a code that another result of the revision has, and a result that would come under itself."""
    others = revision.results.filter(code=code)
    if (others.exclude(node=node) if node else others).exists():
        raise Refused(
            "result_code_twice",
            _("Le code %(code)s est déjà celui d’un autre résultat de cette révision.") % {"code": code},
        )
    if node is None or parent is None:
        return
    parents = dict(revision.results.values_list("node_id", "parent_id"))
    above: int | None = parent.pk
    while above is not None:
        if above == node.pk:
            raise Refused(
                "under_itself",
                _("Un résultat ne dépend ni de lui-même ni de ceux qu’il porte : en choisir un autre."),
            )
        above = parents.get(above)


def check_indicator(*, revision: FrameworkRevision, code: str, account: Account) -> None:
    """Refuse a code that another indicator of the revision has."""
    if revision.indicators.filter(code=code).exclude(account=account).exists():
        raise Refused(
            "indicator_code_twice",
            _("Le code %(code)s est déjà celui d’un autre indicateur de cette révision.") % {"code": code},
        )
