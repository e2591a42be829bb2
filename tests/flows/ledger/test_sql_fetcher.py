"""Each thing the arithmetic may ask, asked of the database and of memory."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jalon.core.figures import END_OF_TIME, Geography, Grouping, Ledger, MemoryFetcher, Place, Selection
from jalon.flows.ledger import clauses
from jalon.flows.ledger.keys import Keys
from jalon.flows.ledger.runners import DjangoRunner
from jalon.flows.ledger.sql_fetcher import SqlFetcher
from tests.flows.ledger.drawn import INSTANTS, PLACES, ZONES, ledgers
from tests.flows.ledger.test_agreement import examples, stored

pytestmark = pytest.mark.django_db
LAST = date(2024, 12, 31)
SLOTS = ((None, date(2017, 2, 28)), (date(2017, 3, 1), date(2017, 6, 30)), (date(2017, 7, 1), LAST))
WHOLE = ((None, LAST),)


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    """Entries of a few accounts, somewhere, some time."""
    pairs = [("", ""), *((key, division) for key in [*PLACES, *ZONES] for division in ("", "D2016", "D2023"))]
    return Selection(
        accounts=frozenset(draw(st.lists(st.sampled_from(["P", "Pf", "E", "S", "absent"]), min_size=1))),
        stage=draw(st.sampled_from(["achieved", "achieved", "planned"])),
        start=draw(st.sampled_from([None, None, date(2017, 1, 1)])),
        end=LAST,
        as_of=draw(st.sampled_from([END_OF_TIME, END_OF_TIME, *INSTANTS[6:]])),
        places=draw(st.none() | st.frozensets(st.sampled_from(pairs))),
        version=draw(st.sampled_from([None, None, 1])),
        about=draw(st.sampled_from([None, None, "AMSS", "absent"])),
        drafts=draw(st.booleans()),
        cell=draw(st.sampled_from([(), (), (("sex", "F"),), (("sex", "absent"),)])),
    )


groupings = st.builds(
    Grouping,
    slots=st.sampled_from([SLOTS, WHOLE]),
    account=st.booleans(),
    place=st.booleans(),
    about=st.booleans(),
    axes=st.sampled_from([(), ("sex",), ("age", "sex"), ("absent",)]),
    largest=st.booleans(),
)


@given(ledgers(), selections(), groupings)
@examples(25)
def test_event_sums(ledger: Ledger, selection: Selection, grouping: Grouping) -> None:
    with stored(ledger):
        found = SqlFetcher(DjangoRunner()).event_sums(selection, grouping)

    assert Counter(found) == Counter(MemoryFetcher(ledger).event_sums(selection, grouping))


@given(ledgers(), selections())
@examples(25)
def test_heads_and_known_persons(ledger: Ledger, selection: Selection) -> None:
    memory = MemoryFetcher(ledger)
    several = [selection, selection.within(cell=()), selection.within(places=None)] * 10
    with stored(ledger):
        database = SqlFetcher(DjangoRunner())
        heads = database.heads(selection, SLOTS)
        persons = database.known_persons(several, ["p1", "p2", "absent"])

    assert not_empty(heads) == not_empty(memory.heads(selection, SLOTS))
    assert persons == memory.known_persons(several, ["p1", "p2", "absent"])


def not_empty(heads: Iterable[object]) -> Counter[object]:
    """Without the groups that count nobody, which an engine may leave out."""
    return Counter(head for head in heads if head.unnamed or head.peak)


@given(ledgers(), selections())
@examples(25)
def test_entries_and_what_they_rest_on(ledger: Ledger, selection: Selection) -> None:
    memory = MemoryFetcher(ledger)
    with stored(ledger):
        database = SqlFetcher(DjangoRunner())
        plans = selection.within(stage="planned")
        found = (
            database.entries(selection, 5, 1),
            database.first_day(selection),
            database.sources(selection),
            [version.number for version in database.plan_versions(plans)],
            database.judgements(selection.as_of),
        )

    assert found == (
        memory.entries(selection, 5, 1),
        memory.first_day(selection),
        memory.sources(selection),
        [version.number for version in memory.plan_versions(plans)],
        memory.judgements(selection.as_of),
    )


def test_all_the_pairs_of_a_country_are_one_short_condition() -> None:
    ledger = Ledger(places={f"c{n}": Place(f"c{n}", "commune", {"D": "M"}) for n in range(800)})
    with stored(ledger):
        keys = Keys(DjangoRunner())
        everything = Geography(ledger.places.values(), (), ()).inside(frozenset(ledger.places))
        inside = clauses.among(keys.pair_ids(everything), keys)
        left = clauses.among(keys.pair_ids({pair for pair in everything if pair[0] != "c7"}), keys)

    assert "e.place_id IS NOT NULL" in inside
    assert len(inside) < 200
    assert len(left) < 200
