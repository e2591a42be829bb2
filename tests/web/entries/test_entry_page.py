"""The page of an entry and the acts on it, for each who may or may not."""

import datetime
import gzip

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from jalon.records.ledger import actions
from jalon.records.ledger.actions import add_axis, add_category
from jalon.records.ledger.models import Act, Entry
from jalon.records.sources.models import Remark
from tests.factories.ledger import AccountFactory, EntryFactory
from tests.factories.people import PersonFactory
from tests.factories.sources import PassageFactory, RemarkFactory
from tests.people import people

pytestmark = pytest.mark.django_db
ACTS = ("entry_approve", "entry_correct", "entry_set_aside", "entry_withdraw", "entry_remark")


def soup(answer) -> BeautifulSoup:
    return BeautifulSoup(answer.content, "html.parser")


def page(client, entry) -> BeautifulSoup:
    return soup(client.get(reverse("entry", args=[entry.uid])))


def statuses(client, entry) -> list[int]:
    return [client.get(reverse(name, args=[entry.uid])).status_code for name in ACTS]


def test_page_says_what_is_counted_where_from_and_when(client):
    entry = EntryFactory(
        values={"F": 19, "M": 24}, source=PassageFactory(), printed="43", reported_by="AMSS", precision=10
    )
    shown = page(client, entry)

    assert shown.select_one("h1").text == entry.account.label
    assert shown.select_one(".keys .fig").text.split() == ["43", "personnes"]
    rows = [[cell.text for cell in row.select("th, td")] for row in shown.select("#lignes tbody tr")]
    assert rows == [["F", "19"], ["M", "24"]]
    assert [cell.text for cell in shown.select("#lignes tfoot tr *[scope], #lignes tfoot td")] == [
        "Total",
        "43",
    ]
    assert shown.select_one(".leaf mark").text == "43 personnes"
    said = {term.dt.text: term.dd.get_text(" ") for term in shown.select(".terms > div")}
    assert said["Quand"] == "année 2017"
    assert said["Tel que publié"] == "« 43 » à 10 personnes près"
    assert said["Déclaré par"] == "AMSS"
    assert reverse("source", args=[entry.source.uid]) in [link["href"] for link in shown.select("a[href]")]


def test_page_opens_the_figure_of_its_extent(client):
    entry = EntryFactory()
    link = page(client, entry).select_one(".terms a")

    assert link["href"].startswith(reverse("figure", args=[entry.account.uid]))
    assert "du=2017-01-01" in link["href"]
    assert client.get(link["href"]).status_code == 200


def test_page_keeps_an_internal_passage_from_outsiders(client):
    passage = PassageFactory(text__version__document__visibility="internal")
    entry = EntryFactory(source=passage)
    title = passage.text.version.document.title

    text = page(client, entry).text

    assert title in text
    assert "43 personnes ont été formées" not in text
    client.force_login(people(entry.account.programme).admin)
    assert "43 personnes ont été formées" in page(client, entry).text


def test_page_names_nobody_to_outsiders(client):
    entry = EntryFactory(by="boubacar")

    assert "boubacar" not in page(client, entry).text
    client.force_login(people(entry.account.programme).awa)
    assert "par boubacar" in page(client, entry).text


def test_page_of_a_draft_only_for_those_who_see_drafts(client):
    draft = EntryFactory(approved=False)
    awa, boubacar, coumba, _admin = people(draft.account.programme)
    address = reverse("entry", args=[draft.uid])

    def status(user):
        client.force_login(user)
        return client.get(address).status_code

    assert client.get(address).status_code == 404
    assert [status(user) for user in (awa, boubacar, coumba)] == [200, 200, 404]


def test_page_of_an_account_that_is_not_public_is_not_found(client):
    entry = EntryFactory(account=AccountFactory(public=False))

    assert client.get(reverse("entry", args=[entry.uid])).status_code == 404


def test_page_says_that_small_cells_are_withheld(client):
    entry = EntryFactory(values={"F": 2, "M": 9})
    shown = page(client, entry)

    assert [cell.text for cell in shown.select("#lignes td")] == ["11"]
    assert "moins de cinq personnes" in shown.text


def test_page_shows_other_claims_and_remarks(client):
    entry = EntryFactory(source=PassageFactory())
    other = EntryFactory(account=entry.account, values={"": 275})
    RemarkFactory(title="276 ou 275 ?", first=entry.source)
    shown = page(client, entry)

    assert [link["href"] for link in shown.select(".items a")] == [reverse("entry", args=[other.uid])]
    assert "276 ou 275 ?" in shown.select_one(".remark h3").text


def test_page_costs_the_same_queries_for_one_claim_and_three(client, django_assert_num_queries):
    entry = EntryFactory(source=PassageFactory())
    EntryFactory(account=entry.account)
    RemarkFactory(first=entry.source)
    address = reverse("entry", args=[entry.uid])

    with django_assert_num_queries(14):
        client.get(address)
    for _n in range(2):
        EntryFactory(account=entry.account)
        RemarkFactory(first=entry.source)
    with django_assert_num_queries(14):
        client.get(address)


def test_page_is_light(client):
    entry = EntryFactory(source=PassageFactory(), values={"F": 19, "M": 24})

    body = client.get(reverse("entry", args=[entry.uid])).content

    assert len(gzip.compress(body)) <= 20_000


def test_acts_by_role(client):
    entry, draft = EntryFactory(by="boubacar"), None
    draft = EntryFactory(account=entry.account, approved=False, by="boubacar")
    awa, boubacar, coumba, admin = people(entry.account.programme)

    expected = {
        None: ([403] * 5, [404] * 5),
        coumba: ([403] * 5, [404] * 5),
        boubacar: ([403, 200, 403, 403, 200], [403, 200, 403, 200, 200]),
        awa: ([403, 200, 200, 200, 200], [200, 200, 403, 200, 200]),
        admin: ([403, 200, 200, 200, 200], [200, 200, 403, 200, 200]),
    }
    for user, answers in expected.items():
        if user is not None:
            client.force_login(user)
        assert (statuses(client, entry), statuses(client, draft)) == answers


@pytest.fixture
def awa(client):
    """An entry, and Awa who runs its programme."""
    entry = EntryFactory(values={"F": 19, "M": 24}, by="boubacar")
    client.force_login(people(entry.account.programme).awa)
    return entry


@pytest.mark.parametrize(
    ("name", "kind"), [("entry_withdraw", Act.Kind.WITHDRAW), ("entry_set_aside", Act.Kind.SET_ASIDE)]
)
def test_act_with_its_reason(client, awa, name, kind):
    address = reverse(name, args=[awa.uid])

    without = client.post(address, {"why": " "})
    done = client.post(address, {"why": "Compté deux fois."}, follow=True)

    assert without.status_code == 422
    assert soup(without).select_one(".errorlist li").text == "Dire pourquoi : le motif reste au registre."
    act = awa.acts.exclude(kind=Act.Kind.APPROVE).get()
    assert (act.kind, act.by, act.why) == (kind, "awa", "Compté deux fois.")
    assert "« Compté deux fois. »" in soup(done).select_one(".timeline").text
    assert client.get(address).status_code == 403


def test_approve_then_it_counts(client, awa):
    draft = EntryFactory(account=awa.account, approved=False, by="boubacar")

    answer = client.post(reverse("entry_approve", args=[draft.uid]), {"why": ""}, follow=True)

    assert draft.acts.get().by == "awa"
    assert soup(answer).select_one(".page-head .badge").text == "approuvée"


def test_correct_proposes_a_replacement(client, awa):
    axis = add_axis(code="sex", label="Sexe")
    add_category(axis=axis, code="F", label="F")
    address = reverse("entry_correct", args=[awa.uid])
    form = soup(client.get(address))
    filled = {
        one["name"]: one.get("value", one.text) for one in form.select("form.form input, form.form textarea")
    }
    filled |= {
        one["name"]: (one.select_one("option[selected]") or {"value": ""})["value"]
        for one in form.select("select")
    }
    assert (filled["valeur"], filled["case0"], filled["nombre0"]) == ("43", "sex:F", "19")

    filled |= {"valeur": "45", "nombre1": "26", "motif": "Deux oubliés."}
    client.post(address, filled)

    new = Entry.objects.exclude(pk=awa.pk).get()
    assert [(one.cell.key, one.value) for one in new.postings.order_by("pk")] == [
        ("sex=F", 19),
        ("sex=M", 26),
    ]
    assert (new.note, new.acts.count()) == ("Deux oubliés.", 0)
    shown = page(client, awa)
    assert shown.select_one(".page-head .badge").text == "approuvée, correction proposée"
    assert reverse("entry", args=[new.uid]) in [link["href"] for link in shown.select("main a[href]")]
    actions.approve(entry=new, by="awa")
    assert page(client, awa).select_one(".page-head .badge").text == "corrigée"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"motif": ""}, "Dire pourquoi : le motif d’une correction reste au registre."),
        ({"valeur": "douzaine de"}, "n’est pas un nombre"),
        ({"valeur": "45", "case0": "sex:F", "nombre0": "50"}, "dépassent le total"),
    ],
)
def test_correct_refused_at_its_field(client, awa, changes, sentence):
    given = {"valeur": "45", "motif": "Deux oubliés."} | changes

    answer = client.post(reverse("entry_correct", args=[awa.uid]), given)

    assert answer.status_code == 422
    assert [sentence in item.text for item in soup(answer).select(".errorlist li")] == [True]
    assert Entry.objects.count() == 1


def test_correct_keeps_every_line_of_a_long_breakdown(client, awa):
    axis = add_axis(code="age", label="Âge")
    for n in range(9):
        add_category(axis=axis, code=str(n), label=str(n))
    entry = EntryFactory(
        account=awa.account, lines=[actions.Line(value=n + 1, cell={"age": str(n)}) for n in range(9)]
    )

    form = soup(client.get(reverse("entry_correct", args=[entry.uid])))

    assert [one["value"] for one in form.select("[name^=nombre][value]")] == [str(n + 1) for n in range(9)]
    assert len(form.select("[name^=nombre]")) == 11


def test_correct_says_that_it_cannot_show_persons(client, awa):
    entry = EntryFactory(account=awa.account, lines=[actions.Line(value=1, person=PersonFactory())])

    answer = client.get(reverse("entry_correct", args=[entry.uid]), follow=True)

    assert "la retirer, puis la ressaisir" in soup(answer).select_one(".messages .error").text


def test_remark_stands_beside_the_figures(client, awa):
    given = {"title": "Deux totaux", "explanation": "Le tableau dit 42."}

    client.post(reverse("entry_remark", args=[awa.uid]), given)

    remark = Remark.objects.get()
    assert (remark.first, remark.written_by) == (awa.source, "awa")
    assert awa.account.account_remarks.get().remark == remark
    assert "Deux totaux" in page(client, awa).text


def test_page_of_an_event_says_its_day(client):
    entry = EntryFactory(kind="event", start=None, end=datetime.date(2017, 3, 1))

    said = {term.dt.text: term.dd.get_text(" ") for term in page(client, entry).select(".terms > div")}

    assert (said["Quand"], said["Nature"]) == ("1er mars 2017", "événement s’ajoute aux autres événements")
