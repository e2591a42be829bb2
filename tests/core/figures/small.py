"""Small ledgers on which every property can be tried: two communes and one more, two quarters, two parts."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from jalon.core.figures import Account, Act, Entry, Ledger, Place, Posting, Question, Zone

INSTANT = datetime(2018, 1, 1, tzinfo=UTC)
YEAR = (date(2017, 1, 1), date(2017, 12, 31))
HALVES = [(date(2017, 1, 1), date(2017, 6, 30)), (date(2017, 7, 1), date(2017, 12, 31))]
LEAVES = {"G": "abc", "Z": "ab", "Y": "bc", "a": "a", "b": "b", "c": "c"}
PARTS = ["AMSS", "GRAIP"]
PLACES = {
    "G": Place("G", "cercle"),
    **{key: Place(key, "commune", {"D": "G"}) for key in "abc"},
}
ZONES = {"Z": Zone("Z", ("a", "b")), "Y": Zone("Y", ("b", "c"))}
ACCOUNTS = {"P": Account("P", "person")}

cells = st.sampled_from([(), (("sex", "F"),), (("sex", "M"),)])


def entry(
    key: str,
    place: str,
    days: tuple[date, date],
    postings: Sequence[Posting],
    *,
    about: str | None = None,
    kind: str = "statement",
    known_at: datetime = INSTANT,
) -> Entry:
    """An entry of P, achieved, in the one division."""
    return Entry(key, "P", kind, "achieved", *days, tuple(postings), known_at, place, "D", about, source=key)  # type: ignore[arg-type]


@st.composite
def events(draw: st.DrawFn, key: str, *, broken_down: bool = False) -> Entry:
    """An event of a commune, in the middle of one half of the year."""
    day = HALVES[draw(st.integers(0, 1))][0] + timedelta(days=45)
    count = st.lists(
        st.builds(Posting, st.integers(0, 3), cells if broken_down else st.just(())), min_size=1, max_size=2
    )
    about = draw(st.sampled_from([None, *PARTS]))
    place = draw(st.sampled_from("abc"))
    return entry(key, place, (day, day), draw(count), about=about, kind="event")


@st.composite
def statements(draw: st.DrawFn, key: str, *, broken_down: bool = False) -> Entry:
    """A statement over a place, a half or the year, and a part or all."""
    days = draw(st.sampled_from([YEAR, *HALVES]))
    about = draw(st.sampled_from([None, None, *PARTS]))
    values = st.lists(
        st.builds(Posting, st.integers(0, 4), cells if broken_down else st.just(())), min_size=1, max_size=2
    )
    return entry(key, draw(st.sampled_from(list(LEAVES))), days, draw(values), about=about)


@st.composite
def entries(draw: st.DrawFn, *, broken_down: bool = False) -> list[Entry]:
    """Up to four events and three statements."""
    found = [draw(events(f"e{n}", broken_down=broken_down)) for n in range(draw(st.integers(0, 4)))]
    return found + [
        draw(statements(f"s{n}", broken_down=broken_down)) for n in range(draw(st.integers(0, 3)))
    ]


def ledger(found: Sequence[Entry], acts: Sequence[Act] = ()) -> Ledger:
    """A ledger of these entries, all approved as they became known."""
    approvals = [Act("approve", e.key, "u1", e.known_at, e.known_at) for e in found]
    return Ledger(
        places=PLACES,
        zones=ZONES,
        accounts=ACCOUNTS,
        entries={e.key: e for e in sorted(found, key=lambda e: e.key)},
        acts=(*approvals, *acts),
    )


def asking(place: str = "G", days: tuple[date, date] = YEAR, **more: object) -> Question:
    """A question about P, achieved."""
    return Question(("P",), "achieved", *days, place, "D").with_(**more)


questions = st.builds(
    lambda place, days, about: asking(place, days, about=about),
    st.sampled_from(list(LEAVES)),
    st.sampled_from([YEAR, *HALVES]),
    st.sampled_from([None, None, "AMSS"]),
)
