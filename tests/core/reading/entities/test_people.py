"""People: by a title, by known names, beside a function, in a list; and names compared."""

import pytest

from jalon.core.reading.entities.people import person_in, shown_name
from jalon.core.reading.entities.same_person import same_person
from jalon.core.reading.facts import FactType
from tests.core.reading.entities.named import facts, people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("M. Paul KEITA et Mme Awa Sow sont venus.", ["M. Paul KEITA", "Mme Awa Sow"]),
        ("Les agents OUOBA Aimée et SANOGO Hassimi.", ["OUOBA Aimée", "SANOGO Hassimi"]),
        ("Le maire de Goundam, Zoumana Kérétao, a ouvert la séance.", ["Zoumana Kérétao"]),
        ("Selon Lucas Verdier, directeur de l'agence.", ["Lucas Verdier"]),
        ("Le préfet Soungalo Nientao préside.", ["Soungalo Nientao"]),
        ("Mohamed Ag Intalla et Lalla Walet Hamatou.", ["Mohamed Ag Intalla", "Lalla Walet Hamatou"]),
        (
            "Présents : Odile Martel, Serge Lanoix et Ana Quiroga.",
            ["Odile Martel", "Serge Lanoix", "Ana Quiroga"],
        ),
        ("Le colonel Moussa Diarra est arrivé. Moussa Diarra a parlé.", ["Moussa Diarra", "Moussa Diarra"]),
        (
            "Étaient présents Ibrahim Sani (CARE), Rabé Maman (mairie) et Hadiza Laouel.",
            ["Ibrahim Sani", "Rabé Maman", "Hadiza Laouel"],
        ),
        ("« C'est bien », explique Pulchérie Vignon, vendeuse.", ["Pulchérie Vignon"]),
        ("La délégation, représentée par Gaspard Lefort, y a pris part.", ["Gaspard Lefort"]),
        ("Le Dg adjoint de l'ONG Alafia, Armel Nkuruma : tout va bien.", ["Armel Nkuruma"]),
        ("La séance est levée. Le rapporteur, Sanni Laoualy", ["Sanni Laoualy"]),
        ("Le rapporteur :\nIbro Hamani Kassoua\n", ["Ibro Hamani Kassoua"]),
        ("Sa Majesté Naaba Tigré et Me Halidou Sawadogo.", ["Sa Majesté Naaba Tigré", "Me Halidou Sawadogo"]),
        ("Le Président Boni Yayi et le Commissaire Général Issoufou Abdoulkarim.",
         ["Boni Yayi", "Commissaire Général Issoufou Abdoulkarim"]),
        ("Le ministère de l'Économie, Issa Abdoul Compaoré, a ouvert.", ["Issa Abdoul Compaoré"]),
    ],
)  # fmt: skip
def test_person_is_found(text, expected):
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Monsieur le Maire et Madame la Directrice ont signé.",
        "Le stade Modibo Keïta et le lycée Issa Traoré.",
        "Le Directeur National Adjoint, le Chargé de Mission.",
        "Mali, Niger et Burkina Faso ; Sikasso, Ségou.",
        "Suivi Évaluation, Chargée de Communication, Point Focal Genre.",
        "Le ministre de la Santé Publique a reçu la Banque Mondiale.",
        "Les travaux ont été conduits par Génie Rural, supervisés par Eaux et Forêts.",
        "Présents : Chef Secteur Agriculture, Agent Vulgarisation.",
        "Le Coordonnateur, Unité Technique",
        "Le forage à Tata Bathily est réparé.",
    ],
)
def test_no_person(text):
    assert people(text) == []


def test_person_has_function_organisation_and_sex():
    text = "Le représentant de l'UNICEF, Oumar Traoré, et Mme Awa Sow, cheffe de projet."

    first, second = facts(text, FactType.PERSON)

    assert (first.value, first.text("function"), first.text("organisation")) == (
        "Oumar Traoré",
        "représentant de l'UNICEF",
        "UNICEF",
    )
    assert (second.value, second.text("function"), second.text("sex")) == ("Awa Sow", "cheffe de projet", "F")


def test_function_without_a_name_is_a_role():
    (role,) = facts("Présidée par le Représentant Résident du PNUD.", FactType.PERSON_ROLE)

    assert (role.text("function"), role.text("organisation"), role.text("meeting_role")) == (
        "Représentant Résident",
        "PNUD",
        "chair",
    )


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("PAUL KEITA", "Paul Keita"),
        ("KEITA Paul", "Paul Keita"),
        ("Keita Paul", "Paul Keita"),
        ("Awa Sow", "Awa Sow"),
        ("N'DIAYE Awa", "Awa N'Diaye"),
    ],
)
def test_shown_name(written, shown):
    assert shown_name(written) == shown


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("SEDDOU OUANE", "Seydou Ouane", True),
        ("Beassemnda de Njerané", "BEASSEMUDA NJERANE", True),
        ("Keïta Paul", "M. Paul KEITA", True),
        ("Amadou Diallo", "Mamadou Diallo", False),
        ("Awa Sow", "Awa Sy", False),
        ("Issa Touré", "Moussa Touré", False),
        ("", "Awa", False),
    ],
)
def test_same_person(first, second, same):
    assert same_person(first, second) is same


def test_person_in_a_cell():
    person = person_in("Mme DEMBÉLÉ Kadiatou")

    assert person is not None
    assert (person.name, person.sex) == ("Kadiatou Dembélé", "F")
    assert person_in("03") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thierry Malaquin a lu le budget. Malaquin le défend.", ["Thierry Malaquin", "Malaquin"]),
        ("Alexia Boisselet rentre. Le voyage d'Alexia a duré un mois.", ["Alexia Boisselet", "Alexia"]),
        ("Alexia Boisselet et Alexia Morel rentrent. Alexia parle.", ["Alexia Boisselet", "Alexia Morel"]),
        ("Thierry Malaquin parle. La rue Malaquin est fermée.", ["Thierry Malaquin"]),
        ("Thierry Malaquin écrit à p.malaquin@exemple.org et Malaquin.p@exemple.org.", ["Thierry Malaquin"]),
    ],
)
def test_part_of_name_is_person_after_full_name(text, expected):
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Présentes : Odile Brancourt, JeanineLavaud.", ["Odile Brancourt", "JeanineLavaud"]),
        ("Le rapport de LuxDev.", []),
        ("« Tout va bien », a dit N'fally Coly, le directeur.", ["N'fally Coly"]),
        ("MM. Sarr et Ould Bilal ont remercié la délégation.", ["MM. Sarr", "Ould Bilal"]),
        ("Le chef de village Makandé Sissoko préside.", ["Makandé Sissoko"]),
        ("Merci à notre correspondante, Pougninga Sawadogo.", ["Pougninga Sawadogo"]),
        (
            "Présents : Mariam (ADIBE), Issa Tandina (SOLVIE), Kossivi (Croix-Rouge).",
            ["Mariam", "Issa Tandina", "Kossivi"],
        ),
        ("Boukari Zinga de Saré Coundé a parlé.", ["Boukari Zinga"]),
        ("Le directeur de l'Office des Puits (ODP), Boukari Zinga dans son village.", ["Boukari Zinga"]),
        ("Alain Desbrosses\nMoussa Gnanou\nétaient présents.", ["Alain Desbrosses", "Moussa Gnanou"]),
        ("Suivi Évaluation\nAccès Marché\nPoint Focal\n", []),
        ("Josiane et Hubert Lancelin, de l'association.", ["Josiane", "Hubert Lancelin"]),
        ("Un forage est prévu à Sintané Bathily.", []),
        ("La salle Odile Brancourt et le lycée Nicole Berthelot.", []),
    ],
)
def test_person_by_a_joined_plural_or_half_known_name(text, expected):
    assert people(text) == expected
