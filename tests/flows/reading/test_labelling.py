"""What was judged becomes labels in the outer format, with the text they point at."""

import io
import json

import pytest
from django.core.management import call_command

from jalon.flows.reading import judging
from jalon.flows.reading.labelling import Exported, export_labels
from tests.factories.reading import ReadingFactory
from tests.flows.reading.reports import CONTENT, report

pytestmark = pytest.mark.django_db


def exported(folder):
    return json.loads((folder / "gold" / "rapport.json").read_text(encoding="utf-8"))


def test_labels_are_what_was_taken_as_it_holds(tmp_path):
    made = report()
    total, women = made.claim("43 jeunes"), made.claim("19 femmes")
    given = {"target": None, "scope": made.scope, "by": "awa"}
    judging.correct(claim=total, corrected={"value": 44, "unit": "jeunes", "end": 32}, **given)
    judging.accept(claim=women, **given)
    judging.ignore(claim=made.claim("8 000 habitants"), reason="Une population.", by="awa")
    judging.add_claim(reading=made.reading, type="period", start=3, end=7, said={"value": "2017"}, by="awa")
    done = export_labels(tmp_path)
    found = exported(tmp_path)

    assert done == Exported(1, 8, 0)
    assert (tmp_path / "rapport.txt").read_text(encoding="utf-8") == CONTENT
    assert {key: found[key] for key in ("doc", "schema", "split", "chars")} == {
        "doc": "rapport.txt",
        "schema": "jalon-reader-gold/1",
        "split": "review",
        "chars": len(CONTENT),
    }
    sure = [fact for fact in found["facts"] if not fact.get("optional")]
    assert [(fact["type"], fact["quote"], fact["value"]) for fact in sure] == [
        ("period", "2017", "2017"),
        ("quantity", CONTENT[9:32], 44),
        ("quantity", "19 femmes", 19),
    ]
    assert sure[2]["of"] == sure[1]["id"]
    assert all(fact["quote"] == CONTENT[fact["start"] : fact["end"]] for fact in found["facts"])
    assert "8 000 habitants" not in {fact["quote"] for fact in found["facts"]}


def test_alerts_judged_become_checks(tmp_path):
    made = report()
    judging.dismiss_alert(alert=made.alert, reason="Un homme compté deux fois.", by="awa")
    export_labels(tmp_path)
    dismissed = exported(tmp_path)["checks"]
    judging.reopen_alert(alert=made.alert, by="awa")
    judging.note_alert(alert=made.alert, by="awa")
    export_labels(tmp_path)
    noted = exported(tmp_path)["checks"]

    assert [(one["kind"], one["status"], one["explain"]) for one in (*dismissed, *noted)] == [
        ("sum_sex", "ok", "Un homme compté deux fois."),
        ("sum_sex", "inconsistent", "19 + 25 = 44, non 43."),
    ]
    assert [span["quote"] for span in noted[0]["spans"]] == ["43 jeunes", "19 femmes", "25 hommes"]


def test_texts_without_a_judgement_are_left_out(tmp_path):
    report()
    ReadingFactory(version="9")

    assert export_labels(tmp_path) == Exported(0, 0, 0)
    assert list(tmp_path.glob("*.txt")) == []


def test_command_writes_the_labels_and_warns(tmp_path):
    made = report()
    judging.accept(claim=made.claim("19 femmes"), target=None, scope=made.scope, by="awa")
    err = io.StringIO()
    call_command("reading", "export-labels", str(tmp_path), stderr=err)

    assert exported(tmp_path)["schema"] == "jalon-reader-gold/1"
    assert err.getvalue().startswith("Étiquetés : textes 1, faits 8, contrôles 0. ")


@pytest.mark.parametrize("given", [[], ["export-labels"], ["autre", "dossier"]])
def test_command_badly_written_leaves_with_2(given):
    with pytest.raises(SystemExit) as leaving:
        call_command("reading", *given, stderr=io.StringIO())

    assert leaving.value.code == 2
