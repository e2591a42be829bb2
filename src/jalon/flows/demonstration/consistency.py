"""Whether the demonstration content holds together: every key named exists, dates and sums are in order."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from jalon.flows.demonstration.content import Content
from jalon.flows.demonstration.ledger_shapes import EntryData


def consistency_problems(content: Content) -> list[str]:
    """French sentences, one for each thing that does not hold."""
    return [*_repeated(content), *_unknown(content), *_entries(content)]


def _repeated(content: Content) -> Iterator[str]:
    for what, keys in _keys(content).items():
        for key, count in Counter(keys).items():
            if count > 1:
                yield f"{what} « {key} » défini {count} fois."


def _keys(content: Content) -> dict[str, list[str]]:
    return {
        "découpage": [one.code for one in content.divisions],
        "lieu": [place.key for place in content.places] + [zone.key for zone in content.zones],
        "organisation": [one.key for one in content.organisations],
        "document": [one.key for one in content.documents],
        "programme": [one.key for one in content.programmes],
        "résultat": [f"{one.programme} {one.code}" for one in content.results],
        "niveau": [f"{one.programme} {one.code}" for one in content.levels],
        "version": [f"{one.programme} {one.number}" for one in content.plan_versions],
        "indicateur": [one.key for one in content.accounts],
        "écriture": [one.key for one in content.entries],
        "ventilation": [f"{one.axis}={one.code}" for one in content.categories],
    }


def _unknown(content: Content) -> Iterator[str]:
    known = {what: set(keys) for what, keys in _keys(content).items()}
    for where, what, key in _references(content):
        if key and key not in known[what]:
            yield f"{where} : {what} inconnu, « {key} »."


def _references(content: Content) -> Iterator[tuple[str, str, str]]:
    """(where it is named, what it is, its key)."""
    for place in content.places:
        for division, parent in place.parents.items():
            yield place.key, "découpage", division
            yield place.key, "lieu", parent
    for zone in content.zones:
        yield from ((zone.key, "lieu", member) for member in zone.members)
    for organisation in content.organisations:
        yield organisation.key, "lieu", organisation.place
    for document in content.documents:
        yield from ((document.key, "programme", programme) for programme in document.programmes)
    yield from _programme_references(content)
    for account in content.accounts:
        yield account.key, "programme", account.programme
        yield account.key, "résultat", f"{account.programme} {account.result}" if account.result else ""
        for other in (account.parent, account.numerator, account.denominator):
            yield account.key, "indicateur", other
    for entry in content.entries:
        yield from _entry_references(entry)
    for remark in content.remarks:
        yield from ((remark.title, "indicateur", account) for account in remark.accounts)
        yield from ((remark.title, "programme", programme) for programme in remark.programmes)


def _programme_references(content: Content) -> Iterator[tuple[str, str, str]]:
    for programme in content.programmes:
        yield programme.key, "programme", programme.parent
        yield from ((programme.key, "lieu", place) for place in programme.places)
        yield from ((programme.key, "organisation", one.organisation) for one in programme.participations)
        yield from ((programme.key, "lieu", link.place) for link in programme.links)
    for agreement in content.agreements:
        yield agreement.title, "programme", agreement.programme
        yield from ((agreement.title, "organisation", party) for party in agreement.parties)
    for amendment in content.amendments:
        yield amendment.title, "programme", amendment.programme
    for version in content.plan_versions:
        yield version.decision, "programme", version.programme
    for revision in content.revisions:
        yield revision.decision, "programme", revision.programme
    for level in content.levels:
        yield level.label, "programme", level.programme
    for result in content.results:
        yield result.code, "niveau", f"{result.programme} {result.level}"
        yield result.code, "résultat", f"{result.programme} {result.parent}" if result.parent else ""


def _entry_references(entry: EntryData) -> Iterator[tuple[str, str, str]]:
    yield entry.key, "indicateur", entry.account
    yield entry.key, "document", entry.document
    yield entry.key, "lieu", entry.place
    yield entry.key, "découpage", entry.division
    yield entry.key, "organisation", entry.about
    yield entry.key, "écriture", entry.withdrawn.replaced_by if entry.withdrawn else ""
    for cell in entry.cells:
        yield from ((entry.key, "ventilation", f"{axis}={code}") for axis, code in cell.categories.items())


def _entries(content: Content) -> Iterator[str]:
    accounts = {account.key: account for account in content.accounts}
    versions = {(version.programme, version.number) for version in content.plan_versions}
    for entry in content.entries:
        account = accounts[entry.account]
        planned = (account.programme, entry.version) in versions
        yield from _if(entry.stage == "planned" and not planned, entry, "version de plan absente ou inconnue")
        yield from _if(
            entry.stage != "planned" and entry.version is not None, entry, "version sans prévision"
        )
        first = entry.first_day
        yield from _if(first is not None and first > entry.last_day, entry, "finit avant de commencer")
        yield from _if(
            entry.kind == "event" and first != entry.last_day, entry, "un événement tient en un jour"
        )
        yield from _if(
            any(Decimal(posting.value) < 0 for posting in entry.postings),
            entry,
            "les parties dépassent le total",
        )
        scaled = Decimal(entry.value).scaleb(account.decimals)
        yield from _if(scaled != scaled.to_integral_value(), entry, f"plus de {account.decimals} décimales")
        yield from _if(bool(entry.approved_at) != bool(entry.approved_by), entry, "approbation incomplète")


def _if(wrong: bool, entry: EntryData, sentence: str) -> Iterable[str]:
    return [f"{entry.key} : {sentence}."] if wrong else []
