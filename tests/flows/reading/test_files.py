"""Reading files that are not kept: the outer format, a table, and a sentence for what cannot be read."""

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

from jalon.core.reading.facts import Check, Level, Status
from jalon.core.reading.outer import SCHEMA
from jalon.core.reading.reader import Reading
from jalon.flows.reading.files import ReadFile, as_json, as_table, read_files, same_names
from tests.factories.reading import fact
from tests.flows.intake.making import scanned_report

TEXT = "Réunion du 21 juin 2024\n\nDouze (12) agents de la commune ont pris part à la réunion.\n"
SOURCE = Path(__file__).parents[3] / "src"


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    path = tmp_path / "réunion.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_json_holds_each_file_by_its_name(minutes):
    other = minutes.with_name("absence.txt")
    other.write_text("Rien à signaler.\n", encoding="utf-8")
    found = json.loads(as_json(read_files([minutes, other]).files))

    assert list(found) == ["absence", "réunion"]
    assert {key: found["réunion"][key] for key in ("doc", "schema", "chars")} == {
        "doc": "réunion.txt",
        "schema": SCHEMA,
        "chars": len(TEXT),
    }
    assert all(fact["quote"] == TEXT[fact["start"] : fact["end"]] for fact in found["réunion"]["facts"])


def test_the_same_twice(minutes):
    assert as_json(read_files([minutes]).files) == as_json(read_files([minutes]).files)


def test_table_says_the_alerts_then_the_facts():
    text = "En 2017, 43 jeunes, dont 19 femmes et 25 hommes."
    total = fact(text, "quantity", "43 jeunes", 43, unit="jeunes", status="achieved")
    action = fact(text, "action", "En 2017", None, kind="décision", responsible=("Awa", "Issa"))
    wrong = Check("sum_sex", Status.INCONSISTENT, Level.CERTAIN, (total.span,), "19 + 25 = 44, non 43.")
    file = ReadFile("note", "note.txt", Reading(text, (action, total), (wrong,)))

    assert as_table([file]).splitlines() == [
        "note.txt — 2 propositions, 1 alerte",
        "  ! certain : 19 + 25 = 44, non 43. « 43 jeunes »",
        "  action, décision ou recommandation  décision · Awa, Issa   « En 2017 »",
        "  quantité                            43 · jeunes · réalisé  « 43 jeunes »",
    ]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("vide.txt", b"", "vide.txt : Ce fichier est vide : en choisir un autre."),
        ("absent.txt", None, "absent.txt : ce fichier n’existe pas : vérifier son nom."),
    ],
)
def test_what_cannot_be_read_is_said_and_the_others_are_read(minutes, name, content, sentence):
    path = minutes.with_name(name)
    if content is not None:
        path.write_bytes(content)
    pile = read_files([path, minutes, minutes.parent])

    assert [one.name for one in pile.files] == ["réunion"]
    assert pile.failures == (
        sentence,
        f"{minutes.parent.name} : c’est un dossier : donner les fichiers qu’il contient.",
    )


def test_same_names():
    assert same_names([Path("a/note.txt"), Path("b/note.html"), Path("autre.txt")]) == ["note"]


def exit_code(*arguments: str, **streams) -> int:
    with pytest.raises(SystemExit) as leaving:
        call_command("read", *arguments, **streams)
    return leaving.value.code


def test_command_leaves_with_1_after_printing_the_others(minutes):
    out, err = io.StringIO(), io.StringIO()
    absent = str(minutes.with_name("absent.txt"))

    assert exit_code(str(minutes), absent, "--json", stdout=out, stderr=err) == 1
    assert list(json.loads(out.getvalue())) == ["réunion"]
    assert err.getvalue() == "absent.txt : ce fichier n’existe pas : vérifier son nom.\n"


def test_command_without_a_file_or_with_two_of_one_name_leaves_with_2(minutes):
    err = io.StringIO()

    assert exit_code(stderr=err) == 2
    assert exit_code(str(minutes), str(minutes), "--json", stderr=err) == 2


def test_command_needs_no_data_folder_and_leaves_none(minutes):
    data = minutes.parent / "nulle" / "part"
    environment = {**os.environ, "JALON_DATA": str(data), "PYTHONPATH": str(SOURCE)}
    command = [sys.executable, "-m", "jalon", "read", "--json", str(minutes)]
    runs = [
        subprocess.run(command, env=environment, capture_output=True, check=True).stdout for _nth in range(2)
    ]

    assert runs[0] == runs[1]
    assert list(json.loads(runs[0])) == ["réunion"]
    assert not data.parent.exists()


def test_file_that_breaks_the_reader_does_not_lose_the_others(minutes):
    pile = read_files([minutes.with_name("a\0b.txt"), minutes])

    assert [one.name for one in pile.files] == ["réunion"]
    assert pile.failures == (
        "a\0b.txt : le lecteur a échoué sur ce fichier (ValueError : embedded null byte) : "
        "nous le signaler, avec le fichier.",
    )


def test_nothing_is_proposed_of_an_english_text(minutes):
    path = minutes.with_name("report.txt")
    path.write_text(
        "The 12 members of the committee met on 21 June 2024 in the town hall and it was agreed that the "
        "budget of 5 000 000 EUR for the year would be spent by the end of the month.\n",
        encoding="utf-8",
    )
    pile = read_files([path])

    assert pile.files[0].reading.facts == ()
    assert pile.files[0].notes == (
        "Ce texte semble écrit en anglais : seul le français se lit, rien n’en sera proposé.",
    )


@pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="sudo apt-get install tesseract-ocr tesseract-ocr-fra"
)
def test_scanned_pages_are_recognised_when_asked(tmp_path):
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned_report("En 2023, le programme a formé 2 173 jeunes, dont 904 femmes."))

    plain, recognised = read_files([path]), read_files([path], ocr=True)

    assert plain.failures == (
        "scan.pdf : Ce document est numérisé : sa page est une image, sans texte. "
        "Son texte peut être reconnu à part, avec tesseract.",
    )
    assert [fact.value for fact in recognised.files[0].reading.facts if fact.type == "quantity"] == [
        2173,
        904,
    ]
    assert recognised.files[0].notes[0].startswith("Reconnu dans l’image par tesseract")
    assert as_json(recognised.files) == as_json(read_files([path], ocr=True).files)


def test_files_with_their_text_are_read_alike_when_images_are_asked_for(minutes):
    assert as_json(read_files([minutes], ocr=True).files) == as_json(read_files([minutes]).files)


@pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="sudo apt-get install tesseract-ocr tesseract-ocr-fra"
)
@pytest.mark.parametrize(("pages", "said"), [(6, ["scan.pdf : 5 pages reconnues sur 6"]), (5, [])])
def test_long_scan_says_how_far_it_is(tmp_path, pages, said):
    path, out, err = tmp_path / "scan.pdf", io.StringIO(), io.StringIO()
    path.write_bytes(scanned_report(*(f"Puits {number} creusé." for number in range(pages))))
    call_command("read", str(path), "--ocr", stdout=out, stderr=err)

    assert err.getvalue().splitlines()[:-1] == said
    assert err.getvalue().splitlines()[-1].startswith("scan.pdf : Reconnu dans l’image par tesseract")
