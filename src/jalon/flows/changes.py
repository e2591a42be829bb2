"""What changed between two instants: each figure that moved, before and after, why, by whom."""

import dataclasses
import datetime
from collections.abc import Sequence

from django.utils.translation import gettext as _

from jalon.core.figures.answer import Answer
from jalon.core.figures.question import Question
from jalon.flows.figures import Desk
from jalon.records.ledger.models import Account, Act, Entry


@dataclasses.dataclass(frozen=True)
class Deed:
    """What was done to an entry: its French verb, by whom, why, when this copy learned it."""

    entry: str
    verb: str
    by: str
    why: str
    known_at: datetime.datetime


@dataclasses.dataclass(frozen=True)
class FigureChange:
    """One extent that moved: the question, its answers at both instants, and the deeds behind."""

    account: Account
    question: Question
    before: Answer
    after: Answer
    deeds: tuple[Deed, ...]

    @property
    def moved(self) -> bool:
        """Whether the figure itself differs, and not only what it rests on."""
        return (self.before.low, self.before.high, self.before.marks) != (
            self.after.low,
            self.after.high,
            self.after.marks,
        )


def changes_between(
    accounts: Sequence[Account], since: datetime.datetime, until: datetime.datetime
) -> list[FigureChange]:
    """Return the changes of these accounts between two instants (the first excluded), the latest first.

    What was only typed, and not approved, changes no figure: drafts are not told here.

    A change is told at the extent of the entry concerned (its account, stage, days, place, part), so that a
    corrected commune reads « 23 → 25 »; what this copy learned later changes nothing here.
    """
    by_key = {account.uid: account for account in accounts}
    deeds: dict[tuple[object, ...], list[Deed]] = {}
    questions: dict[tuple[object, ...], Question] = {}
    for entry in _touched(by_key, since, until):
        question = _question(entry)
        key = (
            question.accounts,
            question.stage,
            question.start,
            question.end,
            question.place,
            question.about,
        )
        questions[key] = question
        deeds.setdefault(key, []).extend(_deeds(entry, since, until))
    if not questions:
        return []
    desk = Desk(by_key)
    found = [
        FigureChange(
            account=by_key[question.accounts[0]],
            question=question,
            before=desk.ask(question.with_(as_of=since)),
            after=desk.ask(question.with_(as_of=until)),
            deeds=tuple(sorted(deeds[key], key=lambda deed: deed.known_at)),
        )
        for key, question in questions.items()
    ]
    return sorted(found, key=lambda change: change.deeds[-1].known_at, reverse=True)


def _touched(accounts: dict[str, Account], since: datetime.datetime, until: datetime.datetime) -> list[Entry]:
    return list(
        Entry.objects.filter(acts__known_at__gt=since, acts__known_at__lte=until, account__uid__in=accounts)
        .distinct()
        .select_related("account", "place", "division", "about")
        .prefetch_related("acts__replaced_by")
    )


def _question(entry: Entry) -> Question:
    return Question(
        accounts=(entry.account.uid,),
        stage=entry.stage,  # type: ignore[arg-type]  # the database holds only the four stages
        start=entry.start,
        end=entry.end,
        place=entry.place.uid if entry.place else None,
        division=entry.division.code if entry.division else None,
        about=entry.about.uid if entry.about else None,
        version=entry.plan_version or "in_force",
    )


def _deeds(entry: Entry, since: datetime.datetime, until: datetime.datetime) -> list[Deed]:
    verbs = {
        Act.Kind.APPROVE: _("approuvée"),
        Act.Kind.WITHDRAW: _("retirée"),
        Act.Kind.SET_ASIDE: _("écartée"),
    }
    found = []
    for act in entry.acts.all():
        if since < act.known_at <= until:
            verb = _("remplacée") if act.replaced_by_id else verbs[Act.Kind(act.kind)]
            found.append(Deed(entry.uid, verb, act.by, act.why, act.known_at))
    return found
