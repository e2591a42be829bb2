"""What keeps small numbers of persons from the public, one way for pages and exports."""

import dataclasses
from collections.abc import Collection

from jalon.core.figures.answer import Answer
from jalon.core.figures.disclosure import Key, is_small, withheld
from jalon.core.figures.question import Question
from jalon.records.ledger.models import Account
from jalon.records.ledger.queries import PERSON
from jalon.records.programmes.rules import Scope
from jalon.records.sources.models import Document, Source
from jalon.records.users.roles import Tier
from jalon.web.figures.asking import figure_href
from jalon.web.figures.showing import show_answer
from jalon.web.shown import Absence, ShownFigure, Words, absent


@dataclasses.dataclass(frozen=True)
class Shield:
    """The accounts (uids) whose small numbers this viewer is not told, and the sources it may read anyway.

    A small number that comes only from passages the viewer may read is not withheld: it is published.
    """

    few: frozenset[str]
    readable: frozenset[str]

    def hides(self, answer: Answer, question: Question) -> bool:
        """Whether the number itself, or what a rate is made of, is withheld."""
        counted = answer.numerator or answer
        return self._holds(answer, question) and is_small(counted.low, counted.high, counted.decimals)

    def hidden_rows(self, answer: Answer, question: Question) -> frozenset[Key]:
        """Return the keys of the rows of a breakdown that are withheld."""
        if answer.unit == "%" or not self._holds(answer, question):
            return frozenset()
        return withheld(answer.rows, answer.decimals)

    def show(
        self, answer: Answer, question: Question, *, unit: Words = "", linked: bool = True
    ) -> ShownFigure:
        """Return the figure of an answer, without its number when it is withheld."""
        if self.hides(answer, question):
            return absent(Absence.WITHHELD, href=figure_href(question) if linked else "")
        return show_answer(answer, question, unit=unit, linked=linked)

    def _holds(self, answer: Answer, question: Question) -> bool:
        return not self.few.isdisjoint(question.accounts) and not self.readable.issuperset(answer.sources)


def shield_for(scope: Scope, accounts: Collection[str]) -> Shield:
    """Return the shield of a viewer over these accounts (uids): none for who belongs to the programme."""
    rows = Account.objects.filter(uid__in=accounts, unit=PERSON).values_list("uid", "programme_id")
    few = frozenset(uid for uid, programme in rows if scope.tier(programme) == Tier.PUBLIC)
    if not few:
        return Shield(frozenset(), frozenset())
    readable = Source.objects.filter(
        entries__account__uid__in=few,
        text__version__document__in=Document.objects.filter(scope.visible_documents()),
    )
    return Shield(few, frozenset(readable.values_list("uid", flat=True)))
