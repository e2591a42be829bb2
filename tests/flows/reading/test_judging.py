"""Accepting, correcting, ignoring, undoing: what enters the ledger, and with what passage."""

import dataclasses
import datetime

import pytest

from jalon.flows.reading import accepting, judging
from jalon.flows.reading.proposing import propose
from jalon.flows.reading.targets import EntityTarget, FigureTarget, NewAccount
from jalon.records.ledger import actions as ledger
from jalon.records.ledger.models import Account, Entry
from jalon.records.ledger.states import EntryState, state_of
from jalon.records.problems import Refused
from jalon.records.programmes.rules import scope_of
from jalon.records.reading.queries import last_verdict, review
from jalon.records.reading.states import State
from jalon.records.sources.models import Remark
from tests.factories.reading import ReadingFactory, fact
from tests.flows.reading.reports import Report, report

pytestmark = pytest.mark.django_db


def lines(entry: Entry) -> dict[str, int]:
    return {posting.cell.key: posting.value for posting in entry.postings.all()}


def target_of(made: Report, **other) -> FigureTarget:
    days = {"start": datetime.date(2017, 1, 1), "end": datetime.date(2017, 12, 31)}
    return FigureTarget(made.account, **{"stage": "achieved", **days, **other})


def states(made: Report) -> dict[str, State]:
    return {one.quote: one.state for one in review(made.reading).claims}


def refusal_of(act, **given) -> str:
    with pytest.raises(Refused) as refusal:
        act(**given)
    return refusal.value.code


def test_accept_records_and_approves_with_the_passage_as_source():
    made = report()
    claim = made.claim("43 jeunes")
    target = target_of(made, with_parts=False)
    verdict = judging.accept(claim=claim, target=target, scope=made.scope, by="awa")

    entry = verdict.entry
    assert (entry.source.quote, entry.printed, lines(entry)) == ("43 jeunes", "43 jeunes", {"": 43})
    assert (state_of(entry), entry.recorded_by) == (EntryState.IN_FORCE, "awa")
    assert (states(made)["43 jeunes"], states(made)["19 femmes"]) == (State.ACCEPTED, State.OPEN)


def test_women_and_men_accepted_with_their_total_are_cells_of_one_entry():
    made = report()
    corrected = {**made.claim("43 jeunes").as_published, "value": 44}
    verdict = judging.correct(
        claim=made.claim("43 jeunes"), corrected=corrected, target=target_of(made), scope=made.scope, by="awa"
    )

    assert lines(verdict.entry) == {"sex=F": 19, "sex=M": 25}
    assert (verdict.entry.printed, made.claim("43 jeunes").as_published["value"]) == ("43 jeunes", 43)
    assert [states(made)[quote] for quote in ("43 jeunes", "19 femmes", "25 hommes")] == [
        State.CORRECTED,
        State.ACCEPTED,
        State.ACCEPTED,
    ]


def test_parts_that_exceed_their_total_are_refused_and_nothing_is_kept():
    made = report()
    given = {"claim": made.claim("43 jeunes"), "target": target_of(made), "scope": made.scope, "by": "awa"}

    assert refusal_of(judging.accept, **given) == "parts_exceed"
    assert (Entry.objects.count(), set(states(made).values())) == (0, {State.OPEN})


def test_a_part_alone_is_a_cell():
    made = report()
    verdict = judging.accept(
        claim=made.claim("19 femmes"), target=target_of(made), scope=made.scope, by="awa"
    )

    assert lines(verdict.entry) == {"sex=F": 19}


def test_four_eyes_leaves_a_draft():
    made = report(four_eyes=True)
    verdict = judging.accept(
        claim=made.claim("19 femmes"), target=target_of(made), scope=made.scope, by="awa"
    )

    assert state_of(verdict.entry) == EntryState.DRAFT


def test_who_may_not_approve_leaves_a_draft_and_an_outsider_is_refused():
    made = report()
    given = {"claim": made.claim("19 femmes"), "target": target_of(made)}
    coumba = scope_of(made.people.coumba)

    assert refusal_of(judging.accept, **given, scope=coumba, by="coumba") == "may_not_record"
    verdict = judging.accept(**given, scope=scope_of(made.people.boubacar), by="boubacar")
    assert state_of(verdict.entry) == EntryState.DRAFT


def test_reopen_withdraws_the_entry_and_reopens_the_parts():
    made = report()
    total = made.claim("43 jeunes")
    corrected = {**total.as_published, "value": 44}
    entry = judging.correct(
        claim=total, corrected=corrected, target=target_of(made), scope=made.scope, by="awa"
    ).entry
    judging.reopen(claim=total, by="awa", why="Mauvais indicateur.")

    assert state_of(Entry.objects.get(pk=entry.pk)) == EntryState.WITHDRAWN
    assert set(states(made).values()) == {State.OPEN}
    again = judging.accept(claim=total, target=target_of(made, with_parts=False), scope=made.scope, by="awa")
    assert state_of(again.entry) == EntryState.IN_FORCE


def test_reopen_after_the_entry_was_withdrawn_elsewhere():
    made = report()
    claim = made.claim("19 femmes")
    entry = judging.accept(claim=claim, target=target_of(made), scope=made.scope, by="awa").entry
    ledger.withdraw(entry=entry, by="awa", why="Compté deux fois.")
    judging.reopen(claim=claim, by="awa")

    assert (states(made)["19 femmes"], entry.acts.count()) == (State.OPEN, 2)


def test_reopen_while_a_correction_waits_is_refused_and_withdraws_once_it_is_dropped():
    made = report()
    claim = made.claim("43 jeunes")
    target = target_of(made, with_parts=False)
    entry = judging.accept(claim=claim, target=target, scope=made.scope, by="awa").entry
    pending = ledger.correct(entry=entry, lines=[ledger.Line(value=44)], by="boubacar", why="Recompté.")

    assert refusal_of(judging.reopen, claim=claim, by="awa") == "already_withdrawn"
    ledger.withdraw(entry=pending, by="boubacar", why="Erreur.")
    judging.reopen(claim=claim, by="awa")
    assert state_of(Entry.objects.get(pk=entry.pk)) == EntryState.WITHDRAWN


def test_reopen_after_the_entry_was_corrected_is_refused():
    made = report()
    claim = made.claim("43 jeunes")
    target = target_of(made, with_parts=False)
    entry = judging.accept(claim=claim, target=target, scope=made.scope, by="awa").entry
    corrected = ledger.correct(entry=entry, lines=[ledger.Line(value=44)], by="awa", why="Recompté.")
    ledger.approve(entry=corrected, by="awa")

    assert refusal_of(judging.reopen, claim=claim, by="awa") == "corrected_since"


@pytest.mark.parametrize(("first", "then"), [("19 femmes", "43 jeunes"), ("43 jeunes", "19 femmes")])
def test_a_total_and_its_women_do_not_enter_apart(first: str, then: str):
    made = report()
    given = {"target": target_of(made, with_parts=False), "scope": made.scope, "by": "awa"}
    judging.accept(claim=made.claim(first), **given)

    assert refusal_of(judging.accept, claim=made.claim(then), **given) == "entered_apart"
    judging.reopen(claim=made.claim(first), by="awa")
    assert judging.accept(claim=made.claim(then), **given).entry is not None


def test_accept_all_takes_a_total_before_the_women_written_first():
    content = "En 2017, 19 femmes sur 43 jeunes ont été formées."
    made = report(content=content, facts=[("date", "2017", "2017", {})])
    total = fact(content, "quantity", "43 jeunes", 43, unit="jeunes", period="2017")
    women = fact(content, "quantity", "19 femmes", 19, of=total, unit="femmes", sex="F", period="2017")
    reading = ReadingFactory(text=made.reading.text, version="2", facts=[women, total])
    accepting.accept_all(reading=reading, types=["quantity"], known=made.known, by="awa")

    assert [lines(entry) for entry in Entry.objects.all()] == [{"sex=F": 19, "": 24}]


def test_ignore_needs_a_reason():
    made = report()
    claim = made.claim("8 000 habitants")

    assert refusal_of(judging.ignore, claim=claim, reason="", by="awa") == "no_reason"
    judging.ignore(claim=claim, reason="Une population.", by="awa")
    assert states(made)["8 000 habitants"] is State.IGNORED


def test_accept_opens_a_new_indicator():
    made = report()
    new = NewAccount(made.programme, "Forages réalisés", "forage", "forages")
    target = dataclasses.replace(target_of(made), account=new)
    verdict = judging.accept(claim=made.claim("Deux forages"), target=target, scope=made.scope, by="awa")

    account = Account.objects.get(label="Forages réalisés")
    assert (verdict.entry.account, lines(verdict.entry), account.unit) == (account, {"": 2}, "forage")


def test_amount_in_an_indicator_of_persons_is_refused():
    made = report()
    given = {"target": target_of(made), "scope": made.scope, "by": "awa"}

    assert refusal_of(judging.accept, claim=made.claim("12 500 000 FCFA"), **given) == "other_unit"


def test_accept_all_takes_what_needs_no_choice():
    made = report()
    done = accepting.accept_all(reading=made.reading, types=["place"], known=made.known, by="awa")
    figures = accepting.accept_all(reading=made.reading, types=["quantity"], known=made.known, by="awa")

    assert (done.accepted, done.left) == (1, ())
    assert last_verdict(claim=made.claim("Diré")).place.name == "Diré"
    assert (figures.accepted, [claim.as_published["value"] for claim, _why in figures.left]) == (
        1,
        [43, 19, 25, 2],
    )
    assert [states(made)[quote] for quote in ("8 000 habitants", "43 jeunes")] == [State.ACCEPTED, State.OPEN]


def test_accept_all_after_the_alert_is_judged():
    made = report()
    judging.dismiss_alert(alert=made.alert, reason="Faute de frappe.", by="awa")
    total = made.claim("43 jeunes")
    judging.ignore(claim=made.claim("25 hommes"), reason="24 en annexe.", by="awa")
    accepting.accept_all(reading=made.reading, types=["quantity"], known=made.known, by="awa")

    assert lines(last_verdict(claim=total).entry) == {"sex=F": 19, "": 24}


def test_note_alert_writes_a_remark_beside_the_figures_concerned():
    made = report()
    judging.accept(claim=made.claim("19 femmes"), target=target_of(made), scope=made.scope, by="awa")
    verdict = judging.note_alert(alert=made.alert, by="awa")

    remark = Remark.objects.get()
    assert (verdict.remark, remark.first.quote, remark.second.quote) == (remark, "43 jeunes", "25 hommes")
    assert remark.explanation == "19 + 25 = 44, non 43."
    assert made.account.account_remarks.get().remark == remark
    assert made.programme.programme_remarks.get().remark == remark
    assert review(made.reading).alerts[0].state is State.NOTED


def test_dismiss_alert_then_reopen_it():
    made = report()
    judging.dismiss_alert(alert=made.alert, reason="Un homme compté deux fois.", by="awa")
    judging.reopen_alert(alert=made.alert, by="awa")

    assert review(made.reading).open_alerts == 1


def test_entity_is_tied_to_what_exists():
    made = report()
    claim = made.claim("Diré")
    target = propose(claim, made.known).target
    verdict = judging.accept(claim=claim, target=target, scope=made.scope, by="awa")

    assert target == EntityTarget(place=verdict.place)
    assert judging.accept_as_read(claim=made.claim("Aminata Touré"), known=made.known, by="awa").entry is None


def test_planned_figure_counts_in_the_version_in_force():
    made = report()
    claim, again = made.claim("19 femmes"), made.claim("25 hommes")
    target = target_of(made, stage="planned")
    first = judging.accept(claim=claim, target=target, scope=made.scope, by="awa").entry
    ledger.add_plan_version(programme=made.programme, number=2, effective_on=datetime.date(2017, 6, 1))
    ledger.add_plan_version(programme=made.programme, number=3, effective_on=datetime.date(2018, 1, 1))
    second = judging.accept(claim=again, target=target, scope=made.scope, by="awa").entry

    assert (first.plan_version, second.plan_version) == (1, 2)
    opened = made.programme.plan_versions.get(number=1)
    assert opened.decision == made.reading.text.version.document.title
