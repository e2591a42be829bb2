"""Persons as pseudonymous identities, groups with their members, and judgements, by union."""

from dataclasses import replace
from itertools import combinations

from django.utils.translation import gettext as _

from jalon.core.figures.model import Judgement as CoreJudgement
from jalon.core.figures.model import Ledger, Member
from jalon.flows.ledger import bulk
from jalon.flows.ledger.clauses import batches
from jalon.flows.ledger.reading import as_instant
from jalon.records.people.models import Group, GroupMember, Judgement, Person
from jalon.records.problems import Refused


def store_people(ledger: Ledger) -> tuple[dict[str, int], dict[str, int]]:
    """Add the persons and groups that are missing; key → primary key of each."""
    persons: dict[str, None] = {}
    groups = dict.fromkeys(ledger.groups)
    for entry in ledger.entries.values():
        persons |= dict.fromkeys(posting.person for posting in entry.postings if posting.person)
        groups |= dict.fromkeys(posting.group for posting in entry.postings if posting.group)
    for judgement in ledger.judgements.values():
        persons |= dict.fromkeys(judgement.persons)
    for group in ledger.groups.values():
        persons |= dict.fromkeys(member.person for member in group.members)
    found = bulk.ensure(Person, persons, lambda key: Person(uid=key), _("La personne"))
    found_groups = bulk.ensure(Group, groups, lambda key: Group(uid=key), _("Le groupe"))
    _store_members(ledger, found, found_groups)
    _store_judgements(ledger, found)
    return found, found_groups


def _store_members(ledger: Ledger, persons: dict[str, int], groups: dict[str, int]) -> None:
    """A membership with other dates is another membership."""
    known = {
        (group, Member(person, since, until))
        for some in batches([groups[key] for key in ledger.groups], bulk.NAMED_AT_ONCE)
        for group, person, since, until in GroupMember.objects.filter(group__in=some).values_list(
            "group_id", "person__uid", "since", "until"
        )
    }
    bulk.add(
        GroupMember,
        [
            GroupMember(
                group_id=groups[key], person_id=persons[member.person], since=member.start, until=member.end
            )
            for key, group in ledger.groups.items()
            for member in dict.fromkeys(group.members)
            if (groups[key], member) not in known
        ],
    )


def _store_judgements(ledger: Ledger, persons: dict[str, int]) -> None:
    missing = {pair.key: pair for given in ledger.judgements.values() for pair in _pairs(given)}
    for some in batches(sorted(missing), bulk.NAMED_AT_ONCE):
        rows = Judgement.objects.filter(uid__in=some).select_related("first", "second")
        for row in rows:
            _check_same(row, missing.pop(row.uid))
    bulk.add(Judgement, [_judgement(given, persons) for given in missing.values()])


def _pairs(given: CoreJudgement) -> list[CoreJudgement]:
    """A judgement on more than two persons as one on each two of them, which says the same."""
    if len(given.persons) == 2:
        return [given]
    pairs = combinations(given.persons, 2)
    return [replace(given, key=f"{given.key}/{n}", persons=pair) for n, pair in enumerate(pairs, start=1)]


def _judgement(given: CoreJudgement, persons: dict[str, int]) -> Judgement:
    bulk.check_text(given.key, Judgement, "uid", _("Le jugement"), given.key)
    if given.ended_at is not None and given.ended_at < given.known_at:
        raise Refused(
            "judgement_ends_before",
            _("Le jugement « %(key)s » finit avant d’être connu : corriger « ended_at ».")
            % {"key": given.key},
        )
    first, second = given.persons
    return Judgement(
        uid=given.key,
        first_id=persons[first],
        second_id=persons[second],
        verdict=given.verdict,
        known_at=given.known_at,
        ended_at=given.ended_at,
    )


def _check_same(row: Judgement, given: CoreJudgement) -> None:
    """The same verdict on the same two; an end is learnt once, the earliest one stays."""
    ours = {row.first.uid, row.second.uid}
    if ours != set(given.persons):
        raise bulk.conflict(
            "judgement", row.uid, _("personnes"), ", ".join(sorted(ours)), ", ".join(given.persons)
        )
    if row.verdict != given.verdict:
        raise bulk.conflict("judgement", row.uid, _("verdict"), row.verdict, given.verdict)
    if given.ended_at and (row.ended_at is None or given.ended_at < as_instant(row.ended_at)):
        row.ended_at = given.ended_at
        row.save(update_fields=["ended_at"])
