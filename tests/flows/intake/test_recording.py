"""The lines of a typed value, and what recording it would change."""

import datetime

import pytest

from jalon.flows.intake.recording import Typed, effect_of, lines_of
from jalon.flows.intake.values import ReadValue
from jalon.records.ledger.actions import Line
from jalon.records.ledger.models import Act, Cell, Entry
from jalon.records.problems import Refused
from jalon.records.sources.models import Source
from jalon.records.trail.models import TrailEvent
from tests.factories.ledger import AccountFactory, EntryFactory
from tests.factories.sources import TextFactory


@pytest.mark.parametrize(
    ("read", "parts", "lines"),
    [
        (ReadValue(43), [], [Line(43)]),
        (ReadValue(0), [], [Line(0)]),
        (ReadValue(43, 19, 24), [], [Line(19, {"sex": "F"}), Line(24, {"sex": "M"})]),
        (ReadValue(12, 3), [], [Line(3, {"sex": "F"}), Line(9)]),
        (ReadValue(43), [({"age": "15-24"}, 30)], [Line(30, {"age": "15-24"}), Line(13)]),
        (ReadValue(43, 19, 24), [({"sex": "F"}, 43)], [Line(43, {"sex": "F"})]),
    ],
)
def test_lines_of(read, parts, lines):
    assert lines_of(read, parts) == lines


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ([({"sex": "F"}, 44)], "parts_exceed"),
        ([({"sex": "F"}, 1), ({"age": "15-24"}, 1)], "two_breakdowns"),
        ([({"sex": "F"}, 1), ({"sex": "F"}, 2)], "cell_twice"),
    ],
)
def test_lines_of_refuses(parts, code):
    with pytest.raises(Refused) as refusal:
        lines_of(ReadValue(43), parts)

    assert refusal.value.code == code


@pytest.mark.django_db
def test_effect_is_the_figure_before_and_after_and_leaves_nothing():
    account = AccountFactory()
    account.programme.four_eyes = True
    account.programme.save()
    EntryFactory(account=account, values={"": 43}, by="moussa", approved=False)
    held = EntryFactory(account=AccountFactory(programme=account.programme), approved=False)
    text = TextFactory()
    typed = Typed(
        text=text,
        span=(9, 21),
        account=account,
        kind="statement",
        stage="achieved",
        start=datetime.date(2017, 1, 1),
        end=datetime.date(2017, 12, 31),
        lines=(Line(45, {"sex": "X"}),),
        read=ReadValue(45),
        printed="45",
        by="awa",
    )
    counts = [model.objects.count() for model in (Entry, Act, Source, Cell, TrailEvent)]

    effect = effect_of(typed)

    assert effect is not None
    assert (effect.before.low, effect.after.low, effect.after.high) == (None, 45, 45)
    assert [model.objects.count() for model in (Entry, Act, Source, Cell, TrailEvent)] == counts
    assert held.acts.count() == 0
