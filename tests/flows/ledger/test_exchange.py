"""Loading and dumping the outer format: union, stability, refusals in French that say where."""

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import call_command

from jalon.core.figures import LedgerError
from jalon.flows.ledger import exchange
from jalon.flows.ledger.failures import sentences
from jalon.records.ledger.models import Act, Entry
from jalon.records.problems import Refused
from jalon.records.sources.models import Source
from jalon.records.trail import actions as trail

pytestmark = pytest.mark.django_db

PLACE = {"place": "a", "level": "commune", "under": {"D2016": "G", "D2023": "G"}}
ACCOUNT = {"account": "P", "unit": "person", "decimals": 0, "time": "sum", "places": "sum", "parent": None}
ENTRY = {
    "entry": "e1", "account": "P", "kind": "event", "stage": "achieved", "on": "2017-03-12", "place": "a",
    "division": "D2016", "about": "AMSS", "version": None, "source": "s1", "reported_by": "AMSS",
    "printed": None, "precision": 1, "qualifier": "exact",
    "postings": [{"value": "8", "sex": "F"}, {"value": "1", "person": "p1"}],
    "known_at": "2017-03-13T08:00:00Z",
}  # fmt: skip
ACT = {
    "act": "approve", "entry": "e1", "replaced_by": None, "by": "u1", "why": "",
    "at": "2017-03-13T08:00:00Z", "known_at": "2030-03-13T09:00:00Z",
}  # fmt: skip
QUESTION = {"accounts": ["P"], "place": "G", "division": "D2016", "to": "2017-12-31", "by": ["sex"]}


UNKNOWN = '{"accounts": ["Q"], "to": "2017-12-31"}'
UNREAL = '[{"accounts": ["P"], "to": "2017-02-31"}]'


@pytest.fixture
def written(tmp_path: Path):
    def write(*objects: object, name: str = "registre.jsonl") -> str:
        path = tmp_path / name
        lines = [one if isinstance(one, str) else json.dumps(one) for one in objects]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return str(path)

    return write


def refusal(name: str) -> list[str]:
    with pytest.raises((LedgerError, Refused)) as caught:
        exchange.load_file(name)
    assert (Entry.objects.count(), Source.objects.count()) == (0, 0)
    return sentences(caught.value)


def test_load_adds_entries_and_acts(written) -> None:
    done = exchange.load_file(written(PLACE, ACCOUNT, ENTRY, ACT))

    entry = Entry.objects.get()
    assert (done.stored.entries, done.stored.acts) == (1, 1)
    assert (entry.uid, entry.place.uid, entry.about.uid) == ("e1", "a", "AMSS")
    assert [(p.value, p.cell.key, p.person and p.person.uid) for p in entry.postings.order_by("id")] == [
        (8, "sex=F", None),
        (1, "", "p1"),
    ]


def test_load_twice_adds_nothing(written) -> None:
    name = written(PLACE, ACCOUNT, ENTRY, ACT)
    exchange.load_file(name)
    before = list(exchange.dumped())

    done = exchange.load_file(name)

    assert (done.stored.entries, done.stored.acts) == (0, 0)
    assert list(exchange.dumped()) == before


def test_load_in_two_files_is_their_union(written) -> None:
    exchange.load_file(written(PLACE, ACCOUNT, ENTRY))

    exchange.load_file(written(ACT, name="actes.jsonl"))

    assert list(Act.objects.values_list("entry__uid", "by")) == [("e1", "u1")]


def test_instants_given_later_come_after_those_of_the_file(written) -> None:
    exchange.load_file(written(PLACE, ACCOUNT, ENTRY, ACT))

    assert trail.next_known_at().isoformat() > "2030-03-13T09:00:00"


def test_same_key_with_other_content_is_refused_with_its_line(written) -> None:
    exchange.load_file(written(PLACE, ACCOUNT, ENTRY, ACT))
    before = list(exchange.dumped())
    other = ENTRY | {"postings": [{"value": "9"}]}

    with pytest.raises(Refused) as caught:
        exchange.load_file(written(PLACE, ACCOUNT, ENTRY | {"entry": "e0"}, other, name="autre.jsonl"))

    assert str(caught.value) == (
        "Ligne 4 : l’écriture « e1 » existe déjà avec un autre contenu (lignes : « 8 F + 1 p1 » dans le "
        "registre, « 9 » dans le fichier). Corriger le fichier ou changer de clé."
    )
    assert list(exchange.dumped()) == before


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (PLACE | {"level": "cercle"}, "niveau : « commune » dans le registre, « cercle » dans le fichier"),
        (
            PLACE | {"under": {"D2016": "H"}},
            "rattachement dans D2016 : « G » dans le registre, « H » dans le fichier",
        ),
        (ACCOUNT | {"time": "last"}, "dans le temps : « sum » dans le registre, « last » dans le fichier"),
    ],
)
def test_what_is_there_does_not_change(written, changed: dict, sentence: str) -> None:
    exchange.load_file(written(PLACE, ACCOUNT, ENTRY, ACT))

    with pytest.raises(Refused) as caught:
        exchange.load_file(written(changed, name="autre.jsonl"))

    assert str(caught.value).split("(")[1].split(")")[0] == sentence


def test_broken_line_is_refused_with_all_that_is_wrong(written) -> None:
    found = refusal(
        written(
            PLACE, ACCOUNT, "{oups", ENTRY | {"on": "2017-02-31"}, ACT | {"entry": "e9"}, PLACE | {"x": 1}
        )
    )

    assert [sentence.split(" : ")[0] for sentence in found] == [
        "Ligne 3",
        "Ligne 4",
        "Ligne 5",
        "Ligne 6",
        "Rien n’a été chargé.",
    ]


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (
            [PLACE, ACCOUNT, ENTRY | {"postings": [{"value": "2", "person": "p1"}]}],
            "L’écriture « e1 » : une personne nommée compte pour 1. Corriger la valeur de sa ligne.",
        ),
        (
            [PLACE, ACCOUNT, ENTRY | {"printed": "x" * 201}],
            "L’écriture « e1 » : un texte de 201 caractères dépasse les 200 admis. Le raccourcir.",
        ),
    ],
)
def test_what_the_database_cannot_keep_is_refused(written, lines: list, sentence: str) -> None:
    assert refusal(written(*lines)) == [sentence]


@pytest.mark.parametrize(
    "broken",
    [
        ACCOUNT | {"unit": "XOF", "decimals": 2},
        ENTRY | {"reported_by": "A\x00B"},
        ENTRY | {"reported_by": "\ud800"},
        ENTRY | {"postings": [{"value": "-3"}]},
        ACT | {"entry": "e9"},
    ],
)
def test_what_the_format_refuses_is_refused_with_its_line(written, broken: dict) -> None:
    accounts = [] if "decimals" in broken else [ACCOUNT]

    found = refusal(written(PLACE, *accounts, broken))

    assert [sentence.split(" : ")[0] for sentence in found] == [f"Ligne {2 + len(accounts)}", found[-1]]


def test_missing_file_is_refused(tmp_path: Path) -> None:
    assert refusal(str(tmp_path / "absent.jsonl")) == [
        f"Le fichier « {tmp_path / 'absent.jsonl'} » n’existe pas. Vérifier le chemin."
    ]


def test_text_that_is_no_ledger_is_refused_at_its_fiftieth_line(tmp_path: Path) -> None:
    path = tmp_path / "roman.txt"
    path.write_text("Il était une fois un registre.\n" * 2_000_000, encoding="utf-8")

    found = refusal(str(path))

    assert found[0].startswith("Ligne 1 : la ligne n’est pas un objet JSON lisible")
    assert len(found) == 52


def test_endless_line_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "ligne.jsonl"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)

    assert refusal(str(path)) == [
        f"{path}, ligne 1 : elle dépasse 16000000 caractères. Ce n’est pas un registre, qui a une ligne par "
        "lieu, indicateur, écriture ou acte : vérifier le fichier."
    ]


def test_dump_to_a_file_then_load_it_elsewhere_is_the_same(written, tmp_path: Path) -> None:
    exchange.load_file(written(PLACE, ACCOUNT, ENTRY, ACT))
    target = tmp_path / "copie.jsonl"

    lines = exchange.dump_file(str(target))

    assert lines == 7
    assert exchange.read_file(str(target)).entries.keys() == {"e1"}
    assert not target.with_name("copie.jsonl.part").exists()


def figures(question: object, *options: str) -> object:
    out = io.StringIO()
    call_command("figures", "--json", json.dumps(question), *options, stdout=out)
    return json.loads(out.getvalue())


def test_figures_are_the_same_by_every_engine(written) -> None:
    name = written(PLACE, ACCOUNT, ENTRY, ACT)
    exchange.load_file(name)

    found = [figures(QUESTION, "--engine", engine) for engine in ("memory", "database", "extract")]

    assert found[0]["low"] == "9"
    assert found[0]["rows"] == [
        {"sex": "F", "low": "8", "high": "8", "marks": []},
        {"sex": None, "low": "1", "high": "1", "marks": ["remainder"]},
    ]
    assert found == [figures(QUESTION, "--ledger", name)] * 3


def test_list_of_questions_gives_a_list_of_answers(written) -> None:
    exchange.load_file(written(PLACE, ACCOUNT, ENTRY, ACT))

    found = figures([QUESTION, QUESTION | {"by": []}])

    assert [answer["low"] for answer in found] == ["9", "9"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--json", UNKNOWN], "L’indicateur « Q » n’existe pas"),
        (
            ["--json", '[{"accounts": ["P"], "to": "2017-02-31"}]'],
            "Question 1 : « to » : la date « 2017-02-31 »",
        ),
        (["--json", "{}", "--engine", "abaque"], "Il manque la clé « to » à une question"),
        (["--json", UNKNOWN, "--engine", "abaque"], "Le moteur « abaque »"),
        (
            ["--json", '{"accounts": ["P"], "to": "2017-12-31"}', "--extract", "/nulle/part"],
            "« /nulle/part »",
        ),
        ([], "Donner une question"),
    ],
)
def test_figures_refuses_in_french(options: list[str], said: str) -> None:
    err = io.StringIO()

    with pytest.raises(SystemExit) as caught:
        call_command("figures", *options, stderr=err)

    assert caught.value.code == 1
    assert said in err.getvalue()


def test_load_reads_the_standard_input(written, monkeypatch: pytest.MonkeyPatch) -> None:
    content = Path(written(PLACE, ACCOUNT, ENTRY, ACT)).read_bytes()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(content)))

    call_command("ledger", "load", "-", stderr=io.StringIO())

    assert Entry.objects.count() == 1


def test_ledger_without_a_file_says_how() -> None:
    err = io.StringIO()

    with pytest.raises(SystemExit):
        call_command("ledger", "load", stderr=err)

    assert "jalon ledger load FICHIER" in err.getvalue()
