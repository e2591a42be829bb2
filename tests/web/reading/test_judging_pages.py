"""Judging on the page: what is posted, what is kept, where one is led, what is refused and why."""

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from jalon.core.reading.facts import Check, Level, Span, Status
from jalon.flows.reading import judging
from jalon.records.ledger.models import Account, Entry
from jalon.records.ledger.states import EntryState, state_of
from jalon.records.reading.queries import last_verdict, review
from jalon.records.reading.states import State
from jalon.records.sources.models import Remark
from tests.factories.places import PlaceFactory
from tests.factories.reading import ReadingFactory
from tests.flows.reading.reports import Report
from tests.web.pages import FRENCH, HTMX, get, soup_of

pytestmark = pytest.mark.django_db
FIGURE = {"etape": "achieved", "periode": "2017", "lieu": "Diré (cercle)"}


def post(client: Client, made: Report, quote: str, htmx: bool = False, **data: str) -> HttpResponse:
    """Post on the proposition of this quote what its form shows, and `data`."""
    claim = made.claim(quote)
    uid = made.reading.text.version.document.uid
    page = get(client, reverse("reading_review", args=[uid]) + f"?p={claim.pk}")
    shown = {
        field["name"]: field.get("value", "")
        for field in page.select(".now input[name^=lu_], .now input[name=libelle]")
    } | {
        select["name"]: (select.select_one("option[selected]") or {"value": ""})["value"]
        for select in page.select(".now select")
    }
    address = reverse("reading_claim", args=[uid, claim.pk])
    return client.post(address, shown | data, headers=(HTMX if htmx else {}) | FRENCH)


def post_alert(client: Client, made: Report, **data: str) -> HttpResponse:
    uid = made.reading.text.version.document.uid
    return client.post(reverse("reading_alert", args=[uid, made.alert.pk]), data, headers=FRENCH)


def states(made: Report) -> dict[str, State]:
    return {one.quote: one.state for one in review(made.reading).claims}


def errors(response: HttpResponse) -> list[str]:
    return [
        one.get_text(" ", strip=True) for one in soup_of(response).select(".now .errorlist, .notice.error")
    ]


def test_accepted_figure_enters_the_ledger_and_leads_to_the_next(client: Client, made: Report) -> None:
    forages, place = made.claim("Deux forages"), PlaceFactory(name="Goundam", level="cercle")
    account = made.account
    answer = post(
        client, made, "Deux forages", indicateur=account.uid, etape="planned", periode="2018", lieu="Goundam"
    )

    entry = Entry.objects.get()
    assert (entry.account, entry.stage, entry.place, entry.end.year) == (account, "planned", place, 2018)
    assert (entry.source.quote, state_of(entry)) == ("Deux forages", EntryState.IN_FORCE)
    assert answer["Location"].endswith(f"?apres={forages.pk}#passage")
    assert states(made)["Deux forages"] is State.ACCEPTED


def test_changed_value_is_a_correction_and_what_was_published_stays(client: Client, made: Report) -> None:
    post(client, made, "43 jeunes", **FIGURE, lu_value="44", accepter="1")

    verdict = last_verdict(claim=made.claim("43 jeunes"))
    assert verdict is not None
    assert (verdict.kind, verdict.corrected["value"]) == ("corrected", 44)
    assert made.claim("43 jeunes").as_published["value"] == 43
    assert [states(made)[one] for one in ("19 femmes", "25 hommes")] == [State.ACCEPTED, State.ACCEPTED]
    assert sum(posting.value for posting in Entry.objects.get().postings.all()) == 44


def test_new_indicator_is_opened_with_what_is_written(client: Client, made: Report) -> None:
    programme = made.programme.slug
    post(
        client, made, "Deux forages", indicateur="nouveau", libelle="Forages réalisés", programme=programme,
        **FIGURE,
    )  # fmt: skip

    account = Account.objects.get(label="Forages réalisés")
    assert (account.programme, account.unit_label) == (made.programme, "forages")
    assert Entry.objects.get().account == account


def test_corrected_place_is_looked_up_again(client: Client, made: Report) -> None:
    goundam = PlaceFactory(name="Goundam", level="cercle")

    post(client, made, "Diré", lu_value="Goundam", lieu="Diré (cercle)")

    verdict = last_verdict(claim=made.claim("Diré"))
    assert verdict is not None
    assert (verdict.kind, verdict.place) == ("corrected", goundam)


def test_place_chosen_in_the_form_is_what_it_becomes(client: Client, made: Report) -> None:
    goundam = PlaceFactory(name="Goundam", level="cercle")

    post(client, made, "Diré", lieu="Goundam")

    verdict = last_verdict(claim=made.claim("Diré"))
    assert verdict is not None
    assert (verdict.kind, verdict.place) == ("accepted", goundam)


def test_field_that_is_not_sent_corrects_nothing(client: Client, made: Report) -> None:
    uid = made.reading.text.version.document.uid
    address = reverse("reading_claim", args=[uid, made.claim("Aminata Touré").pk])

    client.post(address, {"accepter": "1"})

    verdict = last_verdict(claim=made.claim("Aminata Touré"))
    assert verdict is not None
    assert (verdict.kind, verdict.corrected) == ("accepted", None)


def test_without_an_indicator_it_stays_an_accepted_proposition(client: Client, made: Report) -> None:
    post(client, made, "8 000 habitants", indicateur="", **FIGURE)

    assert (states(made)["8 000 habitants"], Entry.objects.count()) == (State.ACCEPTED, 0)


def test_wrong_field_is_said_there_and_nothing_is_kept(client: Client, made: Report) -> None:
    answer = post(
        client, made, "43 jeunes", **FIGURE | {"periode": "hier", "lieu": "Nullepart"}, lu_value="beaucoup"
    )

    assert answer.status_code == 422
    assert len(errors(answer)) == 4
    assert soup_of(answer).select_one("#f_periode")["value"] == "hier"
    assert (Entry.objects.count(), states(made)["43 jeunes"]) == (0, State.OPEN)


def test_refusal_of_the_ledger_is_said_over_the_form(client: Client, made: Report) -> None:
    answer = post(client, made, "43 jeunes", **FIGURE)

    assert (answer.status_code, Entry.objects.count()) == (422, 0)
    said = "Les cases de la répartition dépassent le total : corriger l’un ou les autres."
    assert errors(answer) == [said]


def test_person_is_corrected_in_words(client: Client, made: Report) -> None:
    post(client, made, "Aminata Touré", lu_function="Maire", lu_phone="76 00 00 00", lu_sex="F")

    verdict = last_verdict(claim=made.claim("Aminata Touré"))
    assert verdict is not None
    assert verdict.corrected == {
        "value": "Aminata Touré", "function": "Maire", "phone": "76 00 00 00", "sex": "F",
        "mentions": made.claim("Aminata Touré").as_published["mentions"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({"ignorer": "Sans intérêt pour le suivi."}, "Sans intérêt pour le suivi."),
        ({"ignorer": "autre", "motif": "Chiffre d’un autre projet."}, "Chiffre d’un autre projet."),
    ],
)  # fmt: skip
def test_ignored_for_a_reason(client: Client, made: Report, data: dict[str, str], reason: str) -> None:
    post(client, made, "12 500 000 FCFA", **data)

    verdict = last_verdict(claim=made.claim("12 500 000 FCFA"))
    assert verdict is not None
    assert (verdict.kind, verdict.reason) == ("ignored", reason)


def test_ignored_without_a_reason_is_refused(client: Client, made: Report) -> None:
    answer = post(client, made, "Diré", ignorer="autre", motif=" ")

    assert errors(answer) == ["Dire pourquoi : le motif reste avec la proposition."]
    assert states(made)["Diré"] is State.OPEN


def test_undo_withdraws_the_entry_and_opens_the_proposition(client: Client, made: Report) -> None:
    post(client, made, "Deux forages", **FIGURE | {"indicateur": made.account.uid})
    uid = made.reading.text.version.document.uid
    page = get(client, reverse("reading_review", args=[uid]))
    undo = page.select_one(".review-bar form")
    assert undo.a.get_text() == "Deux forages"

    client.post(undo["action"], {"rouvrir": "1"})

    assert states(made)["Deux forages"] is State.OPEN
    assert state_of(Entry.objects.get()) is EntryState.WITHDRAWN


def test_what_a_partner_accepts_is_a_draft(client: Client, made: Report) -> None:
    client.force_login(made.people.boubacar)

    post(client, made, "Deux forages", **FIGURE | {"indicateur": made.account.uid})

    entry = Entry.objects.get()
    assert (state_of(entry), entry.recorded_by) == (EntryState.DRAFT, "boubacar")


def test_partner_does_not_undo_what_is_approved(client: Client, made: Report) -> None:
    post(client, made, "Deux forages", **FIGURE | {"indicateur": made.account.uid})
    client.force_login(made.people.boubacar)

    answer = post(client, made, "Deux forages", rouvrir="1")

    assert errors(answer) == [
        "L’écriture faite de cette proposition ne peut être retirée que par un responsable."
    ]
    assert states(made)["Deux forages"] is State.ACCEPTED


def test_alert_is_noted_as_a_remark_between_its_passages(client: Client, made: Report) -> None:
    answer = post_alert(client, made, noter="1")

    remark = Remark.objects.get()
    assert (remark.first.quote, remark.second.quote) == ("43 jeunes", "25 hommes")
    assert answer["Location"] == reverse("reading_review", args=[made.reading.text.version.document.uid])
    assert review(made.reading).alerts[0].state is State.NOTED


def test_alert_is_dismissed_then_reopened(client: Client, made: Report) -> None:
    post_alert(client, made, ecarter="L’écart vient de l’arrondi.")
    assert review(made.reading).alerts[0].state is State.DISMISSED

    post_alert(client, made, rouvrir="1")
    assert review(made.reading).open_alerts == 1


def test_alerts_of_one_kind_are_noted_together(client: Client, made: Report) -> None:
    doubts = [
        Check(kind, Status.SUSPECT, Level.VERIFY, (Span(0, 7),), "Doute.", ())
        for kind in ("untabled", "sum_sex", "untabled")
    ]
    reading = ReadingFactory(text=made.reading.text, version="2", checks=doubts)
    uid = reading.text.version.document.uid
    address = reverse("reading_alert", args=[uid, reading.alerts.get(number=1).pk])

    client.post(address, {"noter_tous": "1"}, headers=FRENCH)

    states = {one.alert.number: one.state for one in review(reading).alerts}
    assert states == {1: State.NOTED, 2: State.OPEN, 3: State.NOTED}


def test_alert_without_a_reason_is_not_dismissed(client: Client, made: Report) -> None:
    answer = post_alert(client, made, ecarter="autre", motif="")

    assert errors(answer) == ["Dire pourquoi : le motif reste avec la proposition."]


def test_all_without_alert_says_what_is_left_and_why(client: Client, made: Report) -> None:
    uid = made.reading.text.version.document.uid
    answer = client.post(
        reverse("reading_accept_all", args=[uid]), {"nature": "*"}, follow=True, headers=FRENCH
    )

    said = soup_of(answer).select_one(".messages .notice").get_text(" ", strip=True)
    assert said.startswith("3 propositions acceptées. Il en reste 5 :")
    assert "(3) Une alerte porte sur cette proposition : la juger d’abord." in said
    assert "(2) Aucun indicateur ne compte encore cela : le choisir ou l’ouvrir." in said
    taken = {quote for quote, state in states(made).items() if state is State.ACCEPTED}
    assert taken == {"8 000 habitants", "Diré", "Aminata Touré"}


def test_all_of_a_kind_accepts_no_other(client: Client, made: Report) -> None:
    uid = made.reading.text.version.document.uid
    client.post(reverse("reading_accept_all", args=[uid]), {"nature": "person"})

    taken = [quote for quote, state in states(made).items() if state is State.ACCEPTED]
    assert taken == ["Aminata Touré"]


@pytest.mark.parametrize("nature", ["", "tout", "entry"])
def test_unknown_kind_accepts_nothing(client: Client, made: Report, nature: str) -> None:
    uid = made.reading.text.version.document.uid
    client.post(reverse("reading_accept_all", args=[uid]), {"nature": nature})

    assert set(states(made).values()) == {State.OPEN}


def test_text_read_again_meanwhile_is_said(client: Client, made: Report) -> None:
    claim = made.claim("Diré")
    ReadingFactory(text=made.reading.text, version="2")
    uid = made.reading.text.version.document.uid

    answer = client.post(
        reverse("reading_claim", args=[uid, claim.pk]), {"ignorer": "Essai."}, headers=FRENCH
    )

    assert "relu depuis" in errors(answer)[0]


def test_judged_already_is_said(client: Client, made: Report) -> None:
    judging.ignore(claim=made.claim("Diré"), reason="Essai.", by="awa")
    uid = made.reading.text.version.document.uid
    address = reverse("reading_claim", args=[uid, made.claim("Diré").pk])

    answer = client.post(address, {"lu_value": "Diré", "lu_level": "cercle"}, headers=FRENCH)

    assert "Déjà décidé (ignorée)" in errors(answer)[0]


def test_claim_of_another_document_does_not_exist(client: Client, made: Report) -> None:
    other = ReadingFactory()

    address = reverse("reading_claim", args=[other.text.version.document.uid, made.claim("Diré").pk])

    client.force_login(made.people.admin)
    assert client.post(address, {"ignorer": "Essai."}).status_code == 404


def test_htmx_is_led_to_the_next_as_a_part(client: Client, made: Report) -> None:
    answer = post(client, made, "Diré", htmx=True, ignorer="Sans intérêt pour le suivi.")
    followed = client.get(answer["Location"], headers=HTMX | FRENCH)

    part = soup_of(followed)
    assert part.select_one("#relecture .now blockquote").get_text(strip=True) == "« 19 femmes »"
    assert part.select_one("main") is None
