"""Writes a ledger in the outer format: one order, every key, so that equal ledgers give equal files."""

import json
from collections.abc import Iterator
from datetime import datetime

from jalon.core.figures.fields import unscale
from jalon.core.figures.model import Account, Entry, Ledger, PlanVersion, Posting
from jalon.core.figures.outer import entries_of


def dump(ledger: Ledger) -> Iterator[str]:
    """The lines of a ledger, without line ends. dump(load(dump(x))) is dump(x)."""
    for line in _things(ledger):
        yield json.dumps(line, ensure_ascii=False)


def _things(ledger: Ledger) -> Iterator[dict[str, object]]:
    for division in ledger.divisions.values():
        yield {"division": division.key, "from": _day(division.start), "to": _day(division.end)}
    for place in ledger.places.values():
        yield {"place": place.key, "level": place.level, "under": dict(place.under)}
    for zone in ledger.zones.values():
        yield {"zone": zone.key, "places": list(zone.places)}
    for account in ledger.accounts.values():
        ratio = {"numerator": account.numerator, "denominator": account.denominator}
        yield {
            "account": account.key,
            "unit": account.unit,
            "decimals": account.decimals,
            "time": account.time,
            "places": account.places,
            "grain": list(account.grain),
            "parent": account.parent,
            **(ratio if account.numerator is not None else {}),
            **_of_programme(account),
        }
    for version in ledger.versions.values():
        dated = {"effective": _day(version.effective), "decision": version.decision}
        yield {"version": version.number, **dated, **_of_programme(version)}
    for group in ledger.groups.values():
        members = [{"person": m.person, "from": _day(m.start), "to": _day(m.end)} for m in group.members]
        yield {"group": group.key, "members": members}
    for source in ledger.sources.values():
        yield {"source": source.key, "title": source.title}
    for entry in entries_of(ledger):
        yield _entry(entry, ledger.accounts[entry.account].decimals)
    for act in ledger.acts:
        yield {
            "act": act.act,
            "entry": act.entry,
            "replaced_by": act.replaced_by,
            "by": act.by,
            "why": act.why,
            "at": _instant(act.at),
            "known_at": _instant(act.known_at),
        }
    for judgement in ledger.judgements.values():
        yield {
            "judgement": judgement.key,
            "persons": list(judgement.persons),
            "verdict": judgement.verdict,
            "known_at": _instant(judgement.known_at),
            "ended_at": _instant(judgement.ended_at) if judgement.ended_at else None,
        }


def _of_programme(thing: Account | PlanVersion) -> dict[str, object]:
    return {} if thing.programme is None else {"programme": thing.programme}


def _entry(entry: Entry, decimals: int) -> dict[str, object]:
    if entry.kind == "event":
        days: dict[str, object] = {"on": _day(entry.end)}
    else:
        days = {"from": _day(entry.start) or "start", "to": _day(entry.end)}
    precision = unscale(entry.precision, decimals)
    whole = not entry.precision % 10**decimals
    line: dict[str, object] = {
        "entry": entry.key,
        "account": entry.account,
        "kind": entry.kind,
        "stage": entry.stage,
        **days,
        "place": entry.place,
        "division": entry.division,
        "about": entry.about,
        "version": entry.version,
        "source": entry.source,
        "reported_by": entry.reported_by,
        "printed": entry.printed,
        "precision": entry.precision // 10**decimals if whole else precision,
        "qualifier": entry.qualifier,
        "postings": [_posting(posting, decimals) for posting in entry.postings],
        "known_at": _instant(entry.known_at),
    }
    if entry.currency is not None:
        line["currency"] = entry.currency
    return line


def _posting(posting: Posting, decimals: int) -> dict[str, object]:
    line: dict[str, object] = {"value": unscale(posting.value, decimals), **dict(posting.cell)}
    if posting.person is not None:
        line["person"] = posting.person
    if posting.group is not None:
        line["group"] = posting.group
    return line


def _day(day: object) -> str | None:
    return None if day is None else str(day)


def _instant(instant: datetime) -> str:
    return instant.isoformat().replace("+00:00", "Z")
