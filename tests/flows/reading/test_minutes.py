"""From the minutes of 21 June 2024 to accepted records of a meeting, in few actions of a person."""

from collections import Counter
from pathlib import Path

import pytest

from jalon.flows.intake.plain_text import blocks_of
from jalon.flows.reading import accepting, judging
from jalon.flows.reading.proposing import Known
from jalon.flows.reading.running import read_document
from jalon.records.programmes import actions as programmes
from jalon.records.programmes.rules import scope_of
from jalon.records.reading.models import Claim
from jalon.records.reading.queries import pile, review
from tests.factories.programmes import ProgrammeFactory
from tests.factories.sources import DocumentFactory, TextFactory, VersionFactory
from tests.people import people

SOURCES = Path(__file__).parents[4] / "shared" / "sources"
TYPES = (Claim.Type.MEETING, Claim.Type.AGENDA_ITEM, Claim.Type.PERSON, Claim.Type.CONTACT, Claim.Type.ACTION)


@pytest.mark.django_db
def test_minutes_become_accepted_records_in_at_most_fifteen_actions():
    found = sorted(SOURCES.glob("003_*.txt"))
    if not found:
        pytest.skip("il faut les documents sources de ../shared")
    content = found[0].read_text(encoding="utf-8")
    programme = ProgrammeFactory()
    awa, *_others = people(programme)
    document = DocumentFactory(dated="2024-06-21")
    programmes.attach_document(programme=programme, document=document)
    version = VersionFactory(document=document)
    TextFactory(version=version, content=content, blocks=blocks_of(content))

    reading = read_document(document, by="awa")
    scope = scope_of(awa)
    known = Known.of(document, scope)
    done = 1
    for alert in reading.alerts.filter(kind="missing_value"):
        judging.note_alert(alert=alert, by="awa")
        done += 1
    for type in TYPES:
        accepting.accept_all(reading=reading, types=[type], known=known, by="awa")
        done += 1

    taken = [one for one in review(reading).claims if one.state.is_taken]
    counts = Counter(one.claim.type for one in taken)
    actions = [one.published for one in taken if one.claim.type == Claim.Type.ACTION]
    meeting = next(one.published for one in taken if one.claim.type == Claim.Type.MEETING)
    assert done <= 15
    assert (counts["agenda_item"], counts["person"]) == (4, 6)
    assert (meeting["body"], meeting["date"]) == ("Comité technique", "2024-06-21")
    assert [one["value"] for one in actions if "value" in one] == [1, 2, 3]
    assert sum("value" not in one for one in actions) >= 9
    assert pile(scope)[0].claims["accepted"] == len(taken)
