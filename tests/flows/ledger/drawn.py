"""Hypothesis draws small ledgers and questions about them, dense enough that things meet."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from jalon.core.figures.model import (
    Account,
    Act,
    Division,
    Entry,
    Group,
    Judgement,
    Ledger,
    Member,
    Place,
    PlanVersion,
    Posting,
    Source,
    Zone,
)
from jalon.core.figures.question import END_OF_TIME, Question

DAYS = [date(2017, 1, 1), date(2017, 2, 14), date(2017, 3, 31), date(2017, 6, 30), date(2017, 12, 31)]
LATER = [date(2018, 3, 1), date(2023, 6, 1), date(2024, 12, 31)]
INSTANTS = [datetime(2018, 1, 1, 8, tzinfo=UTC) + timedelta(hours=n, microseconds=n % 3) for n in range(12)]
PERSONS = ["p1", "p2", "p3", "p4"]

PLACES = {
    "N": Place("N", "region", {}),
    "G": Place("G", "cercle", {"D2016": "N", "D2023": "N"}),
    "H": Place("H", "cercle", {"D2016": "N", "D2023": "N"}),
    "a": Place("a", "commune", {"D2016": "G", "D2023": "G"}),
    "b": Place("b", "commune", {"D2016": "G", "D2023": "H"}),
    "c": Place("c", "commune", {"D2016": "H", "D2023": "H"}),
}
ZONES = {"Z": Zone("Z", ("a", "b"))}
DIVISIONS = {
    "D2016": Division("D2016", date(2016, 1, 1), date(2023, 3, 12)),
    "D2023": Division("D2023", date(2023, 3, 13)),
}
ACCOUNTS = {
    "P": Account("P", "person", grain=("commune", "quarter")),
    "Pf": Account("Pf", "person", parent="P"),
    "E": Account("E", "EUR", decimals=2, programme="mli-801"),
    "S": Account("S", "committee", time="last"),
    "M": Account("M", "person", time="max", places="max"),
    "N": Account("N", "%", time="none", places="none"),
    "R": Account("R", "%", numerator="Pf", denominator="P"),
}
GROUPS = {"g1": Group("g1", (Member("p1"), Member("p2", date(2017, 2, 1), date(2017, 5, 1)), Member("p5")))}
VERSIONS = {
    version.key: version
    for version in (
        PlanVersion(1, None, "COPIL 1"),
        PlanVersion(2, date(2017, 6, 1), "COPIL 2"),
        PlanVersion(2, date(2017, 9, 1), "COPIL 3", "mli-801"),
    )
}

cells = st.sampled_from(
    [(), (), (("sex", "F"),), (("sex", "M"),), (("age", "15-24"), ("sex", "F")), (("age", "15-24"),)]
)


@st.composite
def postings(draw: st.DrawFn, account: str) -> tuple[Posting, ...]:
    """One to three lines; persons and groups only where persons are counted."""
    found = []
    for _line in range(draw(st.integers(1, 3))):
        who = draw(st.sampled_from(["", "", "person", "group"])) if account in {"P", "Pf"} else ""
        person = draw(st.sampled_from(PERSONS)) if who == "person" else None
        value = 1 if person else draw(st.integers(0, 12)) * draw(st.sampled_from([1, 1, 10]))
        found.append(Posting(value, draw(cells), person, "g1" if who == "group" else None))
    return tuple(found)


@st.composite
def entries(draw: st.DrawFn, key: str) -> Entry:
    """One event or statement, achieved or planned."""
    account = draw(st.sampled_from(["P"] * 6 + ["Pf", "Pf", "E", "E", "S", "S", "M", "N"]))
    summed = ACCOUNTS[account].time == "sum"
    kind = draw(st.sampled_from(["event", "event", "statement"])) if summed else "statement"
    stage = draw(st.sampled_from(["achieved"] * 5 + ["planned"]))
    end = draw(st.sampled_from(DAYS * 3 + LATER))
    start = end if kind == "event" else draw(st.sampled_from([None, date(2017, 1, 1), end]))
    place = draw(st.sampled_from(["a", "b", "c", "a", "b", "G", "H", "N", "Z", None]))
    division = draw(st.sampled_from(["D2016", "D2016", "D2023", None])) if place else None
    return Entry(
        key=key, account=account, kind=kind, stage=stage, start=start, end=end,
        postings=draw(postings(account)), known_at=draw(st.sampled_from(INSTANTS)), place=place,
        division=division, about=draw(st.sampled_from([None, None, "AMSS", "WHH"])),
        version=draw(st.sampled_from([1, 2, None])) if stage == "planned" else None,
        source=draw(st.sampled_from(["s1", "s2", None])), reported_by=draw(st.sampled_from([None, "AMSS"])),
        printed=draw(st.sampled_from([None, "environ 50"])), precision=draw(st.sampled_from([1, 1, 10])),
        qualifier=draw(st.sampled_from(["exact", "about", "at_least"])),
        currency=draw(st.sampled_from([None, None, None, "XOF", "EUR"])) if account == "E" else None,
    )  # fmt: skip


@st.composite
def acts(draw: st.DrawFn, keys: list[str]) -> tuple[Act, ...]:
    """Most entries approved; some withdrawn, perhaps for another; some set aside."""
    found = []
    for number, key in enumerate(keys):
        kinds = draw(
            st.sampled_from([["approve"]] * 5 + [[], ["approve", "withdraw"], ["approve", "set_aside"]])
        )
        for kind in kinds:
            others = [other for other in keys if other != key]
            replaced = draw(st.sampled_from([None, *others])) if kind == "withdraw" else None
            at, known = draw(st.sampled_from(INSTANTS)), draw(st.sampled_from(INSTANTS))
            found.append(Act(kind, key, f"u{number}", at, known, kind, replaced))
    return tuple(sorted(found, key=lambda act: act.known_at))


@st.composite
def ledgers(draw: st.DrawFn, most: int = 14) -> Ledger:
    """A ledger of a few entries over three communes, two divisions and five kinds of accounts."""
    keys = [f"e{n}" for n in range(draw(st.integers(3, most)))]
    known = draw(st.sampled_from(INSTANTS[:6]))
    ended = draw(st.sampled_from([None, INSTANTS[8]]))
    verdict = draw(st.sampled_from(["same", "different", "candidate"]))
    return Ledger(
        places=PLACES, zones=ZONES, divisions=DIVISIONS, accounts=ACCOUNTS, versions=VERSIONS, groups=GROUPS,
        sources={"s1": Source("s1", "Rapport"), "s2": Source("s2")},
        entries={key: draw(entries(key)) for key in keys}, acts=draw(acts(keys)),
        judgements={"j1": Judgement("j1", ("p1", "p3"), verdict, known, ended)},
    )  # fmt: skip


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """A question that most engines can be asked; some are refused, by all alike."""
    account = draw(st.sampled_from(["P"] * 6 + ["Pf", "E", "S", "M", "N", "R"]))
    counted = account in {"P", "Pf"}
    return Question(
        accounts=(account,),
        stage=draw(st.sampled_from(["achieved"] * 4 + ["planned"])),
        start=draw(st.sampled_from([None, date(2017, 1, 1), date(2017, 2, 1)])),
        end=draw(st.sampled_from([date(2017, 12, 31), date(2017, 6, 30), date(2024, 12, 31)])),
        place=draw(st.sampled_from([None, None, "N", "N", "G", "H", "a", "b", "Z"])),
        division=draw(st.sampled_from([None, "D2016", "D2023"])),
        as_of=draw(st.sampled_from([END_OF_TIME] * 4 + INSTANTS[4:])),
        by=tuple(draw(st.lists(
            st.sampled_from(["sex", "age", "commune", "quarter", "about", "account"]), max_size=2, unique=True
        ))),
        measure=draw(st.sampled_from(["value", "value", "persons"])) if counted else "value",
        version=draw(st.sampled_from(["in_force", "initial", 1])),
        about=draw(st.sampled_from([None, None, None, None, "AMSS"])),
        drafts=draw(st.sampled_from([False, False, True])),
    )  # fmt: skip
