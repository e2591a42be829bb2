"""Reading entries: who may open what, how deep, in how many queries."""

import pytest
from django.contrib.auth.models import AnonymousUser

from jalon.records.ledger import actions, queries
from jalon.records.ledger.models import Account, Entry
from jalon.records.ledger.rules import recordable_accounts, visible_entries
from jalon.records.ledger.states import EntryState
from jalon.records.programmes.rules import scope_of
from tests.factories.ledger import AccountFactory, EntryFactory
from tests.factories.people import PersonFactory
from tests.factories.programmes import ProgrammeFactory
from tests.factories.sources import DocumentFactory, PassageFactory, RemarkFactory
from tests.people import people

pytestmark = pytest.mark.django_db


def seen_by(user) -> set[Entry]:
    return set(Entry.objects.filter(visible_entries(scope_of(user))))


def opened(entry, user):
    found = queries.entries(Entry.objects.filter(pk=entry.pk)).get()
    return queries.sheet(found, scope_of(user))


def test_visible_entries_by_programme_account_and_approval():
    public = EntryFactory()
    programme = public.account.programme
    draft = EntryFactory(account=public.account, approved=False)
    hidden = EntryFactory(account=AccountFactory(programme=programme, public=False))
    unpublished = EntryFactory(account__programme=ProgrammeFactory(published=False))
    awa, boubacar, coumba, admin = people(programme)

    assert seen_by(AnonymousUser()) == seen_by(coumba) == {public}
    assert seen_by(awa) == seen_by(boubacar) == {public, draft, hidden}
    assert seen_by(admin) == {public, draft, hidden, unpublished}


def test_recordable_accounts_leave_ratios_out():
    plain = AccountFactory()
    AccountFactory(programme=plain.programme, unit="%", numerator=plain, denominator=plain)
    awa, _boubacar, coumba, _admin = people(plain.programme)

    assert list(Account.objects.filter(recordable_accounts(scope_of(awa)))) == [plain]
    assert not Account.objects.filter(recordable_accounts(scope_of(coumba))).exists()


def test_sheet_opens_the_passage_only_for_who_may_read_it():
    document = DocumentFactory(visibility="internal")
    entry = EntryFactory(source=PassageFactory(text__version__document=document))

    assert not opened(entry, AnonymousUser()).readable
    admin = people(entry.account.programme).admin
    assert opened(entry, admin).readable


def test_sheet_names_people_only_to_those_of_the_programme():
    entry = EntryFactory(by="awa")
    awa, _boubacar, coumba, _admin = people(entry.account.programme)

    assert [deed.by for deed in opened(entry, awa).deeds] == ["awa"]
    assert [deed.by for deed in opened(entry, coumba).deeds] == [""]


def test_sheet_withholds_small_cells_from_the_public():
    entry = EntryFactory(values={"F": 3, "M": 9})
    awa, *_others = people(entry.account.programme)

    outside, inside = opened(entry, AnonymousUser()).view, opened(entry, awa).view

    assert (outside.hidden, [line.value for line in outside.lines]) == (True, [12])
    assert (inside.hidden, [line.value for line in inside.lines]) == (False, [3, 9])


def test_sheet_shows_small_cells_that_a_public_passage_prints():
    entry = EntryFactory(values={"F": 3, "M": 9}, source=PassageFactory())

    assert not opened(entry, AnonymousUser()).view.hidden


def test_sheet_withholds_persons_from_the_public():
    entry = EntryFactory(lines=[actions.Line(value=1, person=PersonFactory()) for _n in range(6)])

    assert opened(entry, AnonymousUser()).view.lines == (queries.CellLine((), 6),)


def test_sheet_claims_are_the_statements_of_the_same_extent():
    entry = EntryFactory(values={"": 276})
    account = entry.account
    other = EntryFactory(account=account, values={"": 275})
    gone = EntryFactory(account=account, values={"": 274})
    actions.withdraw(entry=gone, by="awa", why="Faux.")
    aside = EntryFactory(account=account, values={"": 273})
    actions.set_aside(entry=aside, by="awa", why="Le rapport fait foi.")
    EntryFactory(account=account, kind="event", end=entry.end)
    EntryFactory(account=account, stage="planned")

    found = opened(entry, AnonymousUser()).claims

    assert [(view.entry, view.state) for view in found] == [
        (other, EntryState.IN_FORCE),
        (aside, EntryState.SET_ASIDE),
    ]


def test_sheet_keeps_remarks_on_internal_passages_inside():
    internal = PassageFactory(text__version__document__visibility="internal")
    entry = EntryFactory(source=PassageFactory())
    shown = RemarkFactory(first=entry.source)
    hidden = RemarkFactory(first=entry.source, second=internal)

    assert opened(entry, AnonymousUser()).remarks == (shown,)
    assert set(opened(entry, people(entry.account.programme).admin).remarks) == {shown, hidden}


def test_entries_at_passages_and_lines():
    passage = PassageFactory(quote="43 personnes")
    women = PassageFactory(text=passage.text, quote="19 femmes")
    lines = [
        actions.Line(value=19, cell={"sex": "F"}, source=women),
        actions.Line(value=24, cell={"sex": "M"}),
    ]
    entry = EntryFactory(source=passage, lines=lines)
    EntryFactory(account=entry.account, source=passage, approved=False)

    at = queries.entries_at(passage.text, scope_of(AnonymousUser()))

    assert {pk: [view.entry for view in views] for pk, views in at.items()} == {
        passage.pk: [entry],
        women.pk: [entry],
    }


def test_drafts_wait_for_approval_in_programmes_that_show_them():
    draft = EntryFactory(approved=False)
    dropped = EntryFactory(account=draft.account, approved=False)
    actions.withdraw(entry=dropped, by="awa", why="Erreur.")
    elsewhere = EntryFactory(approved=False)
    awa, _boubacar, coumba, admin = people(draft.account.programme)

    assert list(queries.drafts(scope_of(awa))) == [draft]
    assert list(queries.drafts(scope_of(coumba))) == []
    assert list(queries.drafts(scope_of(admin), programme=elsewhere.account.programme)) == [elsewhere]
    assert list(queries.drafting_programmes(scope_of(awa))) == [draft.account.programme]


def claimed(times: int) -> Entry:
    """An entry with other claims of its extent, and as many remarks."""
    entry = EntryFactory(values={"F": 19, "M": 24})
    for _n in range(times):
        EntryFactory(account=entry.account, values={"F": 18, "M": 24})
        actions.attach_remark(account=entry.account, remark=RemarkFactory(first=PassageFactory()))
    return entry


def test_sheet_costs_the_same_whatever_it_holds(django_assert_num_queries):
    one, three = claimed(1), claimed(3)
    scope = scope_of(people(one.account.programme).admin)

    for entry in (one, three):
        with django_assert_num_queries(13):
            queries.sheet(queries.entries(Entry.objects.filter(pk=entry.pk)).get(), scope)
