"""One line of the outer format as one value of the model; every line kind with its keys."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

from jalon.core.figures.axes import RESERVED
from jalon.core.figures.fields import Fields, scale, shown
from jalon.core.figures.model import (
    STAGES,
    Account,
    Act,
    Division,
    Entry,
    Group,
    Judgement,
    Member,
    Place,
    PlanVersion,
    Posting,
    Source,
    Zone,
    cell_of,
)

KINDS = ("act", "judgement", "entry", "zone", "account", "place", "group", "division", "version", "source")
"""A line is of the first of these kinds whose word is one of its keys."""

MOST_DECIMALS = 6
MOST_VERSIONS = 32_000
DECIMALS_OF = {"XOF": 0, "XAF": 0}
"""Currencies that have no cents: an amount with decimals is a mistake."""
_ACCOUNT_KEYS = (
    "account", "unit", "decimals", "time", "places", "grain", "parent", "numerator", "denominator",
    "programme",
)  # fmt: skip
_EPOCH = datetime(1, 1, 1, tzinfo=UTC)
_OVER_TIME = ("sum", "last", "max", "none")
_OVER_PLACES = ("sum", "max", "none")
_ENTRY_KEYS = (
    "entry", "account", "kind", "stage", "on", "from", "to", "place", "division", "about", "version",
    "source", "reported_by", "printed", "precision", "qualifier", "currency", "postings", "known_at",
)  # fmt: skip


def read_place(fields: Fields) -> Place:
    """{"place", "level", "under": {division: parent}}."""
    fields.only(("place", "level", "under"))
    under = fields.data.get("under") or {}
    if isinstance(under, dict):
        under = {division: parent for division, parent in under.items() if parent is not None}
    if not isinstance(under, dict) or not all(isinstance(p, str) and p and d for d, p in under.items()):
        fields.note("wrong_type", key="under", expected="un objet découpage → parent", found=shown(under))
        under = {}
    fields.storable("under", *under, *under.values())
    return Place(fields.text("place"), fields.optional_text("level"), dict(sorted(under.items())))


def read_zone(fields: Fields) -> Zone:
    """{"zone", "places"}."""
    fields.only(("zone", "places"))
    return Zone(fields.text("zone"), tuple(sorted(set(fields.texts("places")))))


def read_division(fields: Fields) -> Division:
    """{"division", "from", "to"}: an edition with its dates (extension)."""
    fields.only(("division", "from", "to"))
    division = Division(fields.text("division"), fields.day("from"), fields.day("to"))
    _in_order(fields, division.start, division.end)
    return division


def read_account(fields: Fields) -> Account:
    """{"account", "unit", "decimals", "time", "places", "grain", "parent", "numerator", "denominator"}.

    `programme` (extension): whose plan versions are its own.
    """
    fields.only(_ACCOUNT_KEYS)
    account = Account(
        key=fields.text("account"),
        unit=fields.text("unit"),
        decimals=fields.integer("decimals", least=0, most=MOST_DECIMALS, default=0),
        time=fields.choice("time", _OVER_TIME, "sum"),  # type: ignore[arg-type]
        places=fields.choice("places", _OVER_PLACES, "sum"),  # type: ignore[arg-type]
        grain=fields.texts("grain", required=False),
        parent=fields.optional_text("parent"),
        numerator=fields.optional_text("numerator"),
        denominator=fields.optional_text("denominator"),
        programme=fields.optional_text("programme"),
    )
    if (account.numerator is None) != (account.denominator is None):
        fields.note("half_ratio", account=account.key)
    most = DECIMALS_OF.get(account.unit, MOST_DECIMALS)
    if account.decimals > most:
        fields.note(
            "currency_decimals", account=account.key, unit=account.unit, decimals=account.decimals, most=most
        )
    return account


def read_version(fields: Fields) -> PlanVersion:
    """{"version": n, "effective", "decision", "programme"}: a version of a plan with its date (extension)."""
    fields.only(("version", "effective", "decision", "programme"))
    number = fields.integer("version", least=0, most=MOST_VERSIONS)
    decision = fields.optional_text("decision") or ""
    return PlanVersion(number, fields.day("effective"), decision, fields.optional_text("programme"))


def read_group(fields: Fields) -> Group:
    """{"group", "members": [{"person", "from", "to"}]} (extension)."""
    fields.only(("group", "members"))
    members = []
    for data in fields.objects("members"):
        member = Fields(data, "member", fields.line, fields.problems)
        member.only(("person", "from", "to"))
        members.append(Member(member.text("person"), member.day("from"), member.day("to")))
        _in_order(fields, members[-1].start, members[-1].end)
    members.sort(key=lambda m: (m.person, m.start or date.min, m.end or date.max))
    return Group(fields.text("group"), tuple(members))


def read_source(fields: Fields) -> Source:
    """{"source", "title"} (extension)."""
    fields.only(("source", "title"))
    return Source(fields.text("source"), fields.optional_text("title") or "")


def read_act(fields: Fields) -> Act:
    """{"act", "entry", "replaced_by", "by", "why", "at", "known_at"}."""
    fields.only(("act", "entry", "replaced_by", "by", "why", "at", "known_at"))
    known_at = fields.instant("known_at") or _EPOCH
    act = Act(
        act=fields.choice("act", ("approve", "withdraw", "set_aside")),  # type: ignore[arg-type]
        entry=fields.text("entry"),
        by=fields.optional_text("by") or "",
        at=fields.instant("at", required=False) or known_at,
        known_at=known_at,
        why=fields.optional_text("why") or "",
        replaced_by=fields.optional_text("replaced_by"),
    )
    if act.replaced_by is not None and act.act != "withdraw":
        fields.note("replaced_by_unwanted")
    if act.replaced_by == act.entry:
        fields.note("replaced_by_itself", entry=act.entry)
    return act


def read_judgement(fields: Fields) -> Judgement:
    """{"judgement", "persons", "verdict", "known_at", "ended_at"}."""
    fields.only(("judgement", "persons", "verdict", "known_at", "ended_at"))
    persons = fields.texts("persons")
    if persons and len(set(persons)) < max(2, len(persons)):
        fields.note("few_persons")
    return Judgement(
        key=fields.text("judgement"),
        persons=persons,
        verdict=fields.choice("verdict", ("same", "different", "candidate")),  # type: ignore[arg-type]
        known_at=fields.instant("known_at") or _EPOCH,
        ended_at=fields.instant("ended_at", required=False),
    )


READERS: Mapping[str, Callable[[Fields], object]] = {
    "place": read_place,
    "zone": read_zone,
    "division": read_division,
    "account": read_account,
    "version": read_version,
    "group": read_group,
    "source": read_source,
    "act": read_act,
    "judgement": read_judgement,
}


def read_entry(fields: Fields, accounts: Mapping[str, Account]) -> Entry | None:
    """{"entry", …}: an event or a statement; None when its account, hence its unit, is unknown."""
    fields.only(_ENTRY_KEYS)
    key, account_key = fields.text("entry"), fields.text("account")
    kind = fields.choice("kind", ("event", "statement"))
    start, end = _days(fields, kind, key)
    account = accounts.get(account_key)
    if account is None:
        if account_key:
            fields.note("undeclared_account", account=account_key)
        return None
    stage = fields.choice("stage", STAGES)
    return Entry(
        key=key,
        account=account_key,
        kind=kind,  # type: ignore[arg-type]
        stage=stage,  # type: ignore[arg-type]
        start=start,
        end=end,
        postings=_postings(fields, account, key),
        known_at=fields.instant("known_at") or _EPOCH,
        place=fields.optional_text("place"),
        division=fields.optional_text("division"),
        about=whose(fields),
        version=_version(fields, stage, key),
        source=fields.optional_text("source"),
        reported_by=fields.optional_text("reported_by"),
        printed=fields.optional_text("printed"),
        precision=_precision(fields, account),
        qualifier=fields.choice("qualifier", ("exact", "about", "at_least"), "exact"),  # type: ignore[arg-type]
        currency=fields.optional_text("currency"),
    )


def whose(fields: Fields) -> str | None:
    """`about`: one organisation; null or "all": everybody's part."""
    about = fields.optional_text("about")
    return None if about == "all" else about


def _days(fields: Fields, kind: str, entry: str) -> tuple[date | None, date]:
    """An event: its day. A statement: its first day (None: depuis le début) and last; or a day, `on`."""
    on, first, last = (fields.data.get(key) for key in ("on", "from", "to"))
    if on is not None:
        if first is not None or last is not None:
            fields.note("dates_twice", entry=entry)
        day = fields.day("on") or date.max
        return day, day
    if kind == "event" and last is not None and first is not None:
        fields.note("event_period", entry=entry)
    if last is None or first is None:
        fields.note("dates_missing", entry=entry)
        return None, date.max
    start, end = fields.first_day("from"), fields.day("to") or date.max
    _in_order(fields, start, end)
    return start, end


def _in_order(fields: Fields, start: date | None, end: date | None) -> None:
    if start is not None and end is not None and end < start:
        fields.note("period_reversed", start=start, end=end)


def _version(fields: Fields, stage: str, entry: str) -> int | None:
    given = fields.data.get("version") is not None
    if given and stage != "planned":
        fields.note("version_unwanted", entry=entry)
    if stage == "planned" and not given:
        fields.warn("version_assumed", entry=entry)
        return 1
    return fields.integer("version", least=0, most=MOST_VERSIONS) if given else None


def _precision(fields: Fields, account: Account) -> int:
    """A number or a decimal text in the unit; absent, the smallest the unit has."""
    value = fields.data.get("precision")
    if value is None:
        return 1
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    try:
        scaled = scale(text, account.decimals) if isinstance(text, str) else None
    except ValueError:
        scaled = None
    if scaled is None or scaled <= 0:
        expected = 'un nombre positif dans l’unité (1, 1000, "0.01")'
        fields.note("wrong_type", key="precision", expected=expected, found=shown(value))
        return 1
    return scaled


def _postings(fields: Fields, account: Account, entry: str) -> tuple[Posting, ...]:
    found = [_posting(fields, account, data) for data in fields.objects("postings")]
    if fields.data.get("postings") == []:
        fields.note("postings_missing", entry=entry)
    return tuple(found)


def _posting(fields: Fields, account: Account, data: Mapping[str, object]) -> Posting:
    posting = Fields(data, "posting", fields.line, fields.problems)
    signed = account.time == account.places == "none"
    categories: dict[str, str | None] = {}
    for axis in data:
        if axis not in ("value", "person", "group"):
            if axis in RESERVED or not axis.isidentifier():
                posting.note("axis_taken", key=axis)
            posting.storable(axis, axis)
            categories[axis] = posting.optional_text(axis)
    person, group = posting.optional_text("person"), posting.optional_text("group")
    if person is not None and group is not None:
        posting.note("person_and_group")
    value = posting.amount("value", account.unit, account.decimals, negative=signed)
    return Posting(value, cell_of(categories), person, group)
