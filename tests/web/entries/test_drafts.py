"""What waits for approval, and its approval in one go."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from jalon.records.ledger.models import Act
from tests.factories.ledger import AccountFactory, EntryFactory
from tests.people import people

pytestmark = pytest.mark.django_db
ADDRESS = "/saisie/"


def soup(answer) -> BeautifulSoup:
    return BeautifulSoup(answer.content, "html.parser")


def listed(client, query: str = "") -> list[str]:
    return [label.text for label in soup(client.get(ADDRESS + query)).select("tbody label")]


def test_drafts_only_for_those_who_see_them(client):
    draft = EntryFactory(approved=False)
    EntryFactory(account=draft.account)
    EntryFactory(approved=False)
    awa, boubacar, coumba, _admin = people(draft.account.programme)

    assert client.get(ADDRESS).status_code == 403
    client.force_login(coumba)
    assert client.get(ADDRESS).status_code == 404
    for user in (awa, boubacar):
        client.force_login(user)
        assert listed(client) == [draft.account.label]


def test_drafts_offer_approval_only_to_those_who_may(client):
    draft = EntryFactory(approved=False)
    awa, boubacar, _coumba, _admin = people(draft.account.programme)

    client.force_login(boubacar)
    assert soup(client.get(ADDRESS)).select("tbody input") == []
    client.force_login(awa)
    assert len(soup(client.get(ADDRESS)).select("tbody input")) == 1


def test_drafts_of_one_programme(client):
    one, other = EntryFactory(approved=False), EntryFactory(approved=False)
    client.force_login(people(one.account.programme, other.account.programme).awa)

    assert len(listed(client)) == 2
    assert listed(client, f"?programme={other.account.programme.slug}") == [other.account.label]
    assert client.get(f"{ADDRESS}?programme=absent").status_code == 404


def test_approve_in_one_go_what_is_ticked(client):
    account = AccountFactory()
    first, second, third = (EntryFactory(account=account, approved=False) for _n in range(3))
    client.force_login(people(account.programme).awa)

    answer = client.post(ADDRESS, {"ecriture": [first.uid, second.uid]}, follow=True)

    assert soup(answer).select_one(".messages").text.strip() == "2 écritures approuvées."
    assert set(Act.objects.values_list("entry", "by")) == {(first.pk, "awa"), (second.pk, "awa")}
    assert listed(client) == [third.account.label]


def test_approve_refuses_what_needs_another_person_and_does_the_rest(client):
    mine = EntryFactory(approved=False, by="awa")
    theirs = EntryFactory(account=mine.account, approved=False, by="boubacar")
    programme = mine.account.programme
    programme.four_eyes = True
    programme.save()
    client.force_login(people(programme).awa)

    answer = client.post(ADDRESS, {"ecriture": [mine.uid, theirs.uid]}, follow=True)

    assert [act.entry for act in Act.objects.all()] == [theirs]
    assert len(soup(answer).select(".messages .error")) == 1


def test_approve_by_a_partner_or_an_outsider_does_nothing(client):
    draft = EntryFactory(approved=False)
    _awa, boubacar, coumba, _admin = people(draft.account.programme)

    client.force_login(boubacar)
    client.post(ADDRESS, {"ecriture": [draft.uid]})
    client.force_login(coumba)
    assert client.post(ADDRESS, {"ecriture": [draft.uid]}).status_code == 404
    assert Act.objects.count() == 0


def test_approve_nothing_says_to_tick(client):
    draft = EntryFactory(approved=False)
    client.force_login(people(draft.account.programme).awa)

    answer = client.post(ADDRESS, {"programme": draft.account.programme.slug}, follow=True)

    assert answer.redirect_chain == [(f"{ADDRESS}?programme={draft.account.programme.slug}", 302)]
    assert "cocher celles à approuver" in soup(answer).select_one(".messages").text


def test_drafts_none_left(client):
    client.force_login(people(AccountFactory().programme).awa)

    assert soup(client.get(ADDRESS)).select_one(".blank b").text == "Rien en attente"


def test_drafts_cost_the_same_queries_for_one_and_three(client, django_assert_num_queries):
    draft = EntryFactory(approved=False)
    client.force_login(people(draft.account.programme).awa)
    client.get(ADDRESS)

    with django_assert_num_queries(11):
        client.get(ADDRESS)
    for _n in range(2):
        EntryFactory(account=draft.account, approved=False)
    with django_assert_num_queries(11):
        client.get(reverse("drafts"))
