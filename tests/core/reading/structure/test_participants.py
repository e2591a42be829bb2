"""People of the lists of participants, with what their row says of them."""

import pytest

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.reader import read
from jalon.core.reading.structure.names import read_name, shown


def people(text: str) -> list[Fact]:
    return [fact for fact in read(text).facts if fact.type is FactType.PERSON]


def test_participants_of_a_table():
    text = (
        "N°\tNOMS ET PRENOMS\tFONCTIONS\tSTRUCTURES\tCONTACTS\tEMAILS\n"
        "01\tMme DIALLO Awa\tCheffe de projet\tla Mairie de Koro\t76 00 00 01\tawa@exemple.ml\n"
        "02\tOUMAR BA\tMaire\tCommune de Koro\t\t\n"
    )
    first, second = people(text)

    assert (first.value, first.text("sex"), first.text("function")) == ("Diallo Awa", "F", "Cheffe de projet")
    assert (first.text("phone"), first.text("email")) == ("76 00 00 01", "awa@exemple.ml")
    assert (second.value, second.text("phone"), second.text("sex")) == ("Oumar Ba", "", "")
    assert text[first.start : first.end] == "DIALLO Awa"


def test_participants_with_first_names_apart():
    (one,) = people("Nom\tPrénom\tSexe\tFonction\nSANOGO\tRokia\tF\tMaire\n")

    assert (one.value, one.text("sex")) == ("Rokia Sanogo", "F")


def test_participants_with_structure_and_function_in_one_column():
    (one,) = people("N°\tNom et prénoms\tStructure / Fonction\n1\tAwa Ba\tDNP / Cheffe de division\n")

    assert (one.text("function"), one.text("organisation")) == ("Cheffe de division", "DNP")


def test_participants_on_behalf_of_a_structure():
    first, second = people("Ont participé :\n- Pour la DNP : M. Ali Maïga, chef de division ; Mme Awa Ba\n")

    assert (first.value, first.text("organisation"), first.text("function")) == (
        "Ali Maïga",
        "DNP",
        "chef de division",
    )
    assert (second.value, second.text("organisation"), second.text("sex")) == ("Awa Ba", "DNP", "F")


def test_participants_contacts_are_theirs():
    text = "Prénoms et nom\tFonction\tTéléphone\nAwa Sangaré\tMaire\t76 00 00 01\n"
    (contact,) = [fact for fact in read(text).facts if fact.type is FactType.CONTACT]

    assert contact.text("person") == "Awa Sangaré"


def test_participants_of_a_list():
    text = "Étaient présents :\n- M. Ali Maïga, préfet ;\n- Mme Awa Ba, maire, Commune de Koro.\n"

    assert [(one.value, one.text("sex"), one.text("function")) for one in people(text)] == [
        ("Ali Maïga", "M", "préfet"),
        ("Awa Ba", "F", "maire"),
    ]


def test_participants_excused():
    (one,) = people("Absents excusés :\n- M. Ali Maïga, préfet\n")

    assert one.text("role") == "excused"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("M. Paul KEITA", ("Paul Keita", "M")),
        ("Mme KAREMBE AWA", ("Karembe Awa", "F")),
        ("Mohamed Ag Hamani", ("Mohamed ag Hamani", "")),
        ("Dr N’DIAYE Fatou", ("N'Diaye Fatou", "")),
        ("Direction Régionale", None),
        ("Total", None),
        ("3 femmes", None),
    ],
)
def test_name_as_written(written, read):
    assert read_name(written) == read


def test_name_shown_without_capitals():
    assert shown("BOUBACAR TOURÉ") == "Boubacar Touré"
