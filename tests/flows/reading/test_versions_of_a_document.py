"""A document with several texts: one figure, one entry, and what the last text says otherwise is said."""

import datetime

import pytest

from jalon.flows.intake.plain_text import blocks_of
from jalon.flows.reading import accepting, judging
from jalon.flows.reading.labelling import labels
from jalon.flows.reading.targets import FigureTarget
from jalon.records.ledger.models import Entry
from jalon.records.ledger.states import EntryState, state_of
from jalon.records.problems import Refused
from jalon.records.reading.carrying import carry_over
from jalon.records.reading.models import VERSIONS, Claim, Reading
from jalon.records.reading.queries import ClaimView, review
from jalon.records.reading.states import State
from jalon.records.reading.versions import compare_with_other_texts
from jalon.records.sources.models import Remark
from tests.factories.reading import ReadingFactory, fact
from tests.factories.sources import TextFactory, VersionFactory
from tests.flows.reading.reports import Report, report

pytestmark = pytest.mark.django_db
FIRST = "Rapport de 2017. Les cours ont réuni 3 800 jeunes, dont 1 900 femmes. Cinq forages sont à Diré."
YOUTH = ("quantity", "3 800 jeunes", 3800, {"unit": "jeunes"})
WELLS = ("quantity", "Cinq forages", 5, {"unit": "forages"})
PLACE = ("place", "Diré", "Diré", {})


def first(*facts, content: str = FIRST) -> Report:
    return report(content=content, facts=facts or (YOUTH, WELLS, PLACE))


def next_text(made: Report, content: str, *facts, same_file: bool = False) -> Reading:
    """Another text of the document, read, and compared with the others."""
    version = made.reading.text.version
    given = (
        {"version": version, "extractor": "tesseract"}
        if same_file
        else {"version": VersionFactory(document=version.document)}
    )
    text = TextFactory(**given, content=content, blocks=blocks_of(content))
    found = [fact(content, kind, quote, value, **more) for kind, quote, value, more in facts]
    reading = ReadingFactory(text=text, facts=found)
    compare_with_other_texts(reading)
    return reading


def target(made: Report, **other) -> FigureTarget:
    days = {"start": datetime.date(2017, 1, 1), "end": datetime.date(2017, 12, 31)}
    return FigureTarget(made.account, **{"stage": "achieved", **days, **other})


def enter(made: Report, quote: str) -> Entry:
    entry = judging.accept(claim=made.claim(quote), target=target(made), scope=made.scope, by="awa").entry
    assert entry is not None
    return entry


def views(reading: Reading) -> dict[str, ClaimView]:
    return {one.quote: one for one in review(Reading.objects.get(pk=reading.pk)).claims}


def states(reading: Reading) -> dict[str, State]:
    return {quote: one.state for quote, one in views(reading).items()}


def told(reading: Reading) -> list[str]:
    return [one.explanation for one in reading.alerts.filter(kind=VERSIONS).order_by("number")]


def claim_of(reading: Reading, quote: str) -> Claim:
    return views(reading)[quote].claim


def refusal_of(act, **given) -> Refused:
    with pytest.raises(Refused) as refusal:
        act(**given)
    return refusal.value


def test_figure_of_the_first_version_is_not_entered_again():
    made = first()
    entry = enter(made, "3 800 jeunes")
    judging.ignore(claim=made.claim("Cinq forages"), reason="Un autre projet.", by="awa")
    later = next_text(
        made,
        FIRST.replace("3 800", "3\u202f800") + " Fin.",
        ("quantity", "3\u202f800 jeunes", 3800, {"unit": "jeunes"}),
        WELLS,
    )

    again = views(later)["3\u202f800 jeunes"]
    assert (again.state, again.verdict.entry, again.judged_in) == (State.ACCEPTED, entry, made.reading.text)
    assert (views(later)["Cinq forages"].state, views(later)["Cinq forages"].verdict.reason) == (
        State.IGNORED,
        "Un autre projet.",
    )
    assert accepting.accept_all(reading=later, types=["quantity"], known=made.known, by="awa").accepted == 0
    refusal = refusal_of(judging.accept, claim=again.claim, target=target(made), scope=made.scope, by="awa")
    assert refusal.code == "entered_before"
    assert "déjà inscrit depuis la version 1 du" in str(refusal)
    assert (Entry.objects.count(), told(later)) == (1, [])


def test_reopening_it_withdraws_the_one_entry_and_it_may_be_accepted_again():
    made = first()
    entry = enter(made, "3 800 jeunes")
    later = next_text(made, FIRST, YOUTH)
    claim = claim_of(later, "3 800 jeunes")
    judging.reopen(claim=claim, by="awa")
    judging.accept(claim=claim, target=target(made), scope=made.scope, by="awa")

    states = [state_of(one) for one in Entry.objects.order_by("pk")]
    assert (states, Entry.objects.first()) == ([EntryState.WITHDRAWN, EntryState.IN_FORCE], entry)


def test_number_that_changed_is_said_and_is_not_entered_beside_the_old_one():
    made = first()
    entry = enter(made, "3 800 jeunes")
    new = ("quantity", "4 840 jeunes", 4840, {"unit": "jeunes", "period": "2017"})
    later = next_text(made, FIRST.replace("3 800", "4 840"), new)
    claim = claim_of(later, "4 840 jeunes")
    given = {"claim": claim, "target": target(made), "scope": made.scope, "by": "awa"}

    [said] = told(later)
    assert said.startswith("La version 1 du ")
    assert "disait « 3 800 jeunes » ; celle-ci dit « 4 840 jeunes »." in said
    assert len(accepting.accept_all(reading=later, types=["quantity"], known=made.known, by="awa").left) == 1
    assert refusal_of(judging.accept, **given).code == "said_before"

    judging.withdraw_earlier(alert=later.alerts.get(), scope=made.scope, by="awa")
    again = judging.accept(**given).entry
    assert (state_of(Entry.objects.get(pk=entry.pk)), state_of(again)) == (
        EntryState.WITHDRAWN,
        EntryState.IN_FORCE,
    )
    assert review(later).open_alerts == 0


def test_two_distinct_figures_may_both_stand_once_somebody_says_so():
    made = first()
    enter(made, "3 800 jeunes")
    later = next_text(
        made, FIRST.replace("3 800", "4 840"), ("quantity", "4 840 jeunes", 4840, {"unit": "jeunes"})
    )
    judging.dismiss_alert(alert=later.alerts.get(), reason="Deux chiffres distincts.", by="awa")
    given = {"target": target(made), "scope": made.scope, "by": "awa"}
    judging.accept(claim=claim_of(later, "4 840 jeunes"), **given)

    assert Entry.objects.count() == 2


def test_alert_noted_ties_the_two_passages_and_the_figure_still_waits():
    made = first()
    enter(made, "3 800 jeunes")
    later = next_text(
        made, FIRST.replace("3 800", "4 840"), ("quantity", "4 840 jeunes", 4840, {"unit": "jeunes"})
    )
    judging.note_alert(alert=later.alerts.get(), by="awa")
    remark = Remark.objects.get()

    assert (remark.first.quote, remark.first.text) == ("3 800 jeunes", made.reading.text)
    assert (remark.second.quote, remark.second.text) == ("4 840 jeunes", later.text)
    assert made.account.account_remarks.get().remark == remark
    done = accepting.accept_all(reading=later, types=["quantity"], known=made.known, by="awa")
    assert (done.accepted, Entry.objects.count()) == (0, 1)


def test_passage_that_is_gone_is_said_and_its_entry_may_be_withdrawn():
    made = first()
    entry = enter(made, "3 800 jeunes")
    later = next_text(made, "Rapport de 2017, version abrégée.")

    [said] = told(later)
    assert "disait « 3 800 jeunes » ; celle-ci ne le dit plus, ou autrement." in said
    judging.withdraw_earlier(alert=later.alerts.get(), scope=made.scope, by="awa")
    assert state_of(Entry.objects.get(pk=entry.pk)) == EntryState.WITHDRAWN
    assert refusal_of(
        judging.withdraw_earlier, alert=later.alerts.get(), scope=made.scope, by="awa"
    ).code == ("nothing_to_withdraw")


def test_what_was_accepted_without_an_entry_and_is_gone_is_said_once_for_all():
    made = first()
    for quote in ("Cinq forages", "Diré"):
        judging.accept(claim=made.claim(quote), target=None, scope=made.scope, by="awa")
    later = next_text(made, "Rapport de 2017, version abrégée.")

    [said] = told(later)
    assert said.endswith(
        "disait aussi, et celle-ci ne le dit plus, ou autrement : « Cinq forages », « Diré »."
    )


def test_total_whose_women_changed_is_one_alert_and_none_of_it_is_carried():
    content = "Les cours ont réuni 43 jeunes, dont 19 femmes."
    made = report(content=content, facts=[("date", "Les", "x", {})])
    total = fact(content, "quantity", "43 jeunes", 43, unit="jeunes")
    women = fact(content, "quantity", "19 femmes", 19, of=total, unit="femmes", sex="F")
    made.reading = ReadingFactory(text=made.reading.text, version="2", facts=[total, women])
    enter(made, "43 jeunes")
    after = content.replace("19", "20")
    text = TextFactory(version=VersionFactory(document=made.reading.text.version.document), content=after)
    whole = fact(after, "quantity", "43 jeunes", 43, unit="jeunes")
    part = fact(after, "quantity", "20 femmes", 20, of=whole, unit="femmes", sex="F")
    later = ReadingFactory(text=text, facts=[whole, part])
    compare_with_other_texts(later)

    assert set(states(later).values()) == {State.OPEN}
    [said] = told(later)
    assert "disait « 19 femmes » ; celle-ci dit « 20 femmes »." in said
    judging.withdraw_earlier(alert=later.alerts.get(), scope=made.scope, by="awa")
    entry = judging.accept(
        claim=claim_of(later, "43 jeunes"), target=target(made), scope=made.scope, by="awa"
    ).entry
    assert {one.cell.key: one.value for one in entry.postings.all()} == {"sex=F": 20, "": 23}


def test_entry_withdrawn_meanwhile_raises_no_alert_and_is_not_entered_again_by_all():
    made = first()
    entry = enter(made, "3 800 jeunes")
    judging.ledger.withdraw(entry=entry, by="awa", why="Compté deux fois.")
    same = next_text(made, FIRST, YOUTH)

    assert (states(same), told(same)) == ({"3 800 jeunes": State.ACCEPTED}, [])
    other = next_text(
        made, FIRST.replace("3 800", "4 840"), ("quantity", "4 840 jeunes", 4840, {"unit": "jeunes"})
    )
    assert told(other) == []


def test_figure_of_another_year_now_is_said():
    made = first(("quantity", "3 800 jeunes", 3800, {"unit": "jeunes", "period": "2017"}))
    enter(made, "3 800 jeunes")
    later = next_text(
        made,
        FIRST.replace("2017", "2018"),
        ("quantity", "3 800 jeunes", 3800, {"unit": "jeunes", "period": "2018"}),
    )

    [said] = told(later)
    assert "disait « 3 800 jeunes » (2017) ; celle-ci dit « 3 800 jeunes » (2018)." in said


def test_third_version_knows_what_the_first_said_and_the_second_left_out():
    made = first()
    entry = enter(made, "3 800 jeunes")
    second = next_text(made, "Rapport de 2017, version abrégée.")
    judging.dismiss_alert(alert=second.alerts.get(), reason="Abrégé.", by="awa")
    third = next_text(made, FIRST, YOUTH, WELLS)
    fourth = next_text(made, "Autre version abrégée.")

    assert views(third)["3 800 jeunes"].verdict.entry == entry
    assert (states(third)["Cinq forages"], told(third)) == (State.OPEN, [])
    assert len(told(fourth)) == 1


def test_recognised_text_of_the_same_file_enters_nothing_twice():
    made = first()
    enter(made, "3 800 jeunes")
    later = next_text(made, FIRST, YOUTH, same_file=True)

    refusal = refusal_of(
        judging.accept, claim=claim_of(later, "3 800 jeunes"), target=target(made), scope=made.scope, by="awa"
    )
    assert "déjà inscrit depuis un autre texte de ce fichier" in str(refusal)


def test_first_version_is_judged_no_more_once_the_next_is_read():
    made = first()
    next_text(made, FIRST, YOUTH)

    given = {"claim": made.claim("3 800 jeunes"), "target": target(made), "scope": made.scope, "by": "awa"}
    assert (refusal_of(judging.accept, **given).code, Entry.objects.count()) == ("read_again", 0)


def test_added_by_hand_and_still_there_is_added_again():
    made = first()
    start = FIRST.index("à Diré")
    by_hand = judging.add_claim(
        reading=made.reading, type="place", start=start + 2, end=start + 6, said={"value": "Diré"}, by="awa"
    )
    judging.accept(claim=by_hand, target=None, scope=made.scope, by="awa")
    later = next_text(made, "Version révisée. " + FIRST, YOUTH)

    again = views(later)["Diré"]
    assert (again.state, again.claim.added_by, told(later)) == (State.ACCEPTED, "awa", [])


def test_same_text_read_again_keeps_the_origin_and_what_was_judged_of_the_alert():
    made = first()
    enter(made, "3 800 jeunes")
    judging.accept(claim=made.claim("Cinq forages"), target=target(made), scope=made.scope, by="awa")
    content = FIRST.replace("Cinq", "Six")
    later = next_text(made, content, YOUTH, ("quantity", "Six forages", 6, {"unit": "forages"}))
    judging.dismiss_alert(alert=later.alerts.get(), reason="Le sixième est d’un autre projet.", by="awa")
    facts = [fact(content, "quantity", "3 800 jeunes", 3800, unit="jeunes")]
    facts.append(fact(content, "quantity", "Six forages", 6, unit="forages"))
    again = ReadingFactory(text=later.text, version="2", facts=facts)
    carry_over(earlier=later, later=again)
    compare_with_other_texts(again)

    assert views(again)["3 800 jeunes"].judged_in == made.reading.text
    assert (told(again), review(again).open_alerts) == (told(later), 0)


def test_number_corrected_by_hand_stays_corrected():
    made = first()
    corrected = {**made.claim("3 800 jeunes").as_published, "value": 3850}
    judging.correct(
        claim=made.claim("3 800 jeunes"), corrected=corrected, target=target(made), scope=made.scope, by="awa"
    )
    later = next_text(made, FIRST, YOUTH)

    again = views(later)["3 800 jeunes"]
    assert (again.state, again.said["value"], again.published["value"]) == (State.CORRECTED, 3850, 3800)


def test_what_versions_say_is_no_label_for_the_reader():
    made = first()
    enter(made, "3 800 jeunes")
    later = next_text(made, "Rapport de 2017, version abrégée.")
    judging.dismiss_alert(alert=later.alerts.get(), reason="Abrégé.", by="awa")

    assert labels(review(later), doc="rapport.txt")["checks"] == []
