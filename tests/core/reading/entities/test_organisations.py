"""Organisations: known, defined by an acronym, told by their form or by what they do."""

import pytest

from jalon.core.reading.entities.known import Known
from jalon.core.reading.entities.organisations import same_organisation
from jalon.core.reading.facts import FactType
from tests.core.reading.entities.named import facts, organisations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Pnud et l'UNICEF financent.", ["Pnud", "UNICEF"]),
        ("Le ministère de la santé et de l'hygiène publique au complet.",
         ["ministère de la santé et de l'hygiène publique"]),
        ("Le Ministère de l'Élevage et Mme Dao.", ["Ministère de l'Élevage"]),
        ("La direction régionale de l'agriculture de Mopti signe.",
         ["direction régionale de l'agriculture de Mopti"]),
        ("La mairie de Nioro et le Conseil communal de Béma.",
         ["mairie de Nioro", "Conseil communal de Béma"]),
        ("L'ambassade d'Espagne au Niger.", ["ambassade d'Espagne au Niger"]),
        ("L'État du Sénégal et l'État malien paient.", ["État du Sénégal", "État malien"]),
        ("L'état des routes du Mali est bon.", []),
        ("La lettre de Source & Savane paraît.", ["Source & Savane"]),
        ("L'atelier de Suivi & Évaluation est fini.", []),
        ("La mairie de Nioro et son partenaire Grain Doré signent.", ["mairie de Nioro", "Grain Doré"]),
        ("L'ONG italienne Terra Viva et l'association Benkadi.", ["Terra Viva", "Benkadi"]),
        ("L'ONG Lafia forme. Le rapport de Lafia est prêt.", ["Lafia", "Lafia"]),
        ("L'Union nationale des producteurs de sésame vote.", ["Union nationale des producteurs de sésame"]),
        ("L'Agence tchadienne pour l'emploi des jeunes.", ["Agence tchadienne pour l'emploi des jeunes"]),
        ("Le gouvernement nigérien et la Coopération danoise.",
         ["gouvernement nigérien", "Coopération danoise"]),
        ("En partenariat avec la FENAPROR, le projet démarre. La FENAPROR suivra.", ["FENAPROR", "FENAPROR"]),
        ("Le Ministère du Plan et de la Coopération (MPCI) et le MPCI.",
         ["Ministère du Plan et de la Coopération", "MPCI", "MPCI"]),
        ("Caritas Mali et Oxfam.", ["Caritas Mali", "Oxfam"]),
        ("Les appuis de la SOMILEC, société de travaux.", ["SOMILEC"]),
    ],
)  # fmt: skip
def test_organisation_is_found(text, expected):
    assert organisations(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Le PTA, le PDSEC et les AGR sont revus selon les ODD.",
        "Le comité de pilotage et la mairie ont validé les TDR.",
        "Coût : 3 000 000 FCFA, soit 4 573 EUR HT.",
        "COMPTE RENDU DE LA REUNION DU COMITE DE GESTION",
        "Organisation du comité, Service compris, Centre de santé équipé.",
        "La décision N°2021-14/MATD est prise.",
        "Le ministère, la direction et l'agence ont répondu.",
        "Les associations, les unions et les réseaux de femmes.",
    ],
)
def test_no_organisation(text):
    assert organisations(text) == []


def test_acronym_and_name_are_one_organisation():
    text = "L'Association des Femmes de Djenné (AFDJ) agit. L'AFDJ forme."

    (fact,) = facts(text, FactType.ORGANIZATION)

    assert fact.text("acronym") == "AFDJ"
    assert [span.quote(text) for span in fact.mentions] == [
        "Association des Femmes de Djenné",
        "AFDJ",
        "AFDJ",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Pam et l'Afd financent.", ["Pam", "Afd"]),
        ("Le Fonds des Mares Nouvelles (FMN) prête. Les clientes du Fmn remboursent.",
         ["Fonds des Mares Nouvelles", "FMN", "Fmn"]),
        ("Le Bac et l'Est sont loin.", []),
    ],
)  # fmt: skip
def test_acronyms_are_written_as_the_press_does(text, expected):
    assert organisations(text) == expected


def test_definition_of_the_text_wins_over_what_is_known():
    assert organisations("Le Plan d'Action Municipal (PAM) est adopté. Le PAM couvre 3 ans.") == []


def test_roles_are_said():
    text = "Le projet est financé par la Coopération suisse et mis en œuvre par AVSF."

    found = {str(f.value): f.texts("role") for f in facts(text, FactType.ORGANIZATION)}

    assert found == {"Coopération suisse": ("funder",), "AVSF": ("implementer",)}
    assert [f.text("role") for f in facts(text, FactType.ORG_ROLE)] == ["funder", "implementer"]


def test_columns_of_a_table_name_organisations():
    table = "N°\tNom et prénom\tStructure\n1\tAwa Dicko\tDRPSIAP\n2\tAli Sow\tUnion des étuveuses de Niono\n"

    assert organisations(table) == ["DRPSIAP", "Union des étuveuses de Niono"]


def test_organisations_of_the_installation_are_known():
    known = Known(organisations={"Tassaght": "TASSAGHT"})

    assert [f.value for f in facts("Le rapport de Tassaght.", FactType.ORGANIZATION, known)] == ["TASSAGHT"]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Ministère des Affaires Etrangères", "ministère des affaires étrangères", True),
        ("Direction de la Santé", "Direction Santé", True),
        ("Ministère de la Santé", "Ministère de la Sante Publique", False),
        ("Conseil régional de Gao", "Conseil régional de Kayes", False),
        ("Lux-Dev", "LuxDev", True),
    ],
)
def test_same_organisation(first, second, same):
    assert same_organisation(first, second) is same


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- à la DRZ : approvisionner les boutiques ;", ["DRZ"]),
        ("Transmettre les listes à la DREP.", ["DREP"]),
        ("Trois entreprises : Puits Modernes, Hydro-Sahélia et BTP Konko.",
         ["Puits Modernes", "Hydro-Sahélia", "BTP Konko"]),
        ("M. Boubacar Sissoko (DRSIAP) est excusé.", ["DRSIAP"]),
        ("Les cas sont traités par ACT.", []),
    ],
)  # fmt: skip
def test_unknown_bodies_are_told_by_what_they_do(text, expected):
    assert organisations(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'association « Les Voix du Puits » de Kita a signé.", ["Les Voix du Puits"]),
        ("Le groupement de femmes « Yeelen » épargne ; Yeelen prête.", ["Yeelen", "Yeelen"]),
        ("Les Amis de Kéniéba et Friends of Bansang paient.", ["Les Amis de Kéniéba", "Friends of Bansang"]),
        ("Un don de Vergers Sans Frontières.", ["Vergers Sans Frontières"]),
        ("La Bright Wells Trust et la Stichting Putten.", ["Bright Wells Trust", "Stichting Putten"]),
        ("Le Comité de jumelage de Lannion, le Lions Club de Ségou.",
         ["Comité de jumelage de Lannion", "Lions Club de Ségou"]),
        ("La Chambre régionale d'agriculture et la Caisse populaire de Dori.",
         ["Chambre régionale d'agriculture", "Caisse populaire de Dori"]),
        ("Le Service local de l'Agriculture suit les parcelles.", ["Service local de l'Agriculture"]),
        ("Grâce à l'Association des ressortissants de Yélimané en France.",
         ["Association des ressortissants de Yélimané en France"]),
        ("La convention lie le département de l'Isère et la Ville de Brunoy.",
         ["département de l'Isère", "Ville de Brunoy"]),
        ("Les travaux sont dans le département de Tillabéri.", []),
        ("Son partenaire local Lafa Kura (association villageoise) forme.", ["Lafa Kura"]),
        ("Hydropuits Sarl pose la pompe.", ["Hydropuits Sarl"]),
        ("Porteur du projet :\n\nSahelivert\n\nBudget :\n", ["Sahelivert"]),
        ("Partenaires financiers :\n• Fondation Terre Neuve\n• Aqua Vita\nDurée : 2 ans\n",
         ["Fondation Terre Neuve", "Aqua Vita"]),
        ("Partenaires :\nLes femmes du village.\n", []),
        ("Auparavant, une association avait creusé un puits.", []),
        ("Bureau d'études Sahel Conseil : rapport rendu.", ["Sahel Conseil"]),
        ("Le Gouvernorat de Gao a écrit. Transmettre au Gouvernorat. Le Ministère suivra.",
         ["Gouvernorat de Gao", "Gouvernorat"]),
        ("L'ONG Actions pour le Sahel forme. Actions à mener : trois.", ["Actions pour le Sahel"]),
        ("L'Union Nationale des Laiteries et l'École Nationale des Mines.",
         ["Union Nationale des Laiteries", "École Nationale des Mines"]),
        ("L'Université Ibn Nord et Brunoy Métropole.", ["Université Ibn Nord", "Brunoy Métropole"]),
        ("Puits Fana, association qui agit, et l'Azjac (association nantaise). Azjac suit.",
         ["Puits Fana", "Azjac", "Azjac"]),
        ("Les appuis de la Fondation Pro Vita et de l'Association Eau et Vie.",
         ["Fondation Pro Vita", "Association Eau et Vie"]),
    ],
)  # fmt: skip
def test_organisation_is_told_by_its_name(text, expected):
    assert organisations(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "M. DOUTI s'engage à suivre. Le point est confié à DOUTI.",
        "DOUTI Kossi, président ; appui de DOUTI.",
        "Le Plan National de Réponse (PNR) est revu. Le PNR est financé.",
        "Ils vivent dans la Sous-préfecture de Boda.",
        "La Société Civile, la Banque de Céréales de Gao et l'Assemblée Générale.",
        "Partenaire technique : Direction du Programme",
    ],
)
def test_surnames_plans_and_areas_are_no_organisation(text):
    assert organisations(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un accord avec l'Office tunisien des engrais.", ["Office tunisien des engrais"]),
        ("Confié à l'Agence d'appui aux initiatives de base, à Kaya.",
         ["Agence d'appui aux initiatives de base"]),
        ("La Région Picardie et le SAN de Sénart.", ["Région Picardie", "SAN de Sénart"]),
        ("Le budget de la région Centre-Nord.", []),
        ("La Ville de Limoges finance.", ["Ville de Limoges"]),
        ("La Ville de Bamako est arrosée.", []),
        ("Avec le Département de la Seine Maritime.", ["Département de la Seine Maritime"]),
        ("Le site de Cités Unes France.", ["Cités Unes France"]),
        ("Versé au Programme alimentaire mondial des Nations Unies (PAM).",
         ["Programme alimentaire mondial des Nations Unies", "PAM"]),
        ("Le compte du COGES est créditeur. Le COGES achète un frigo.", ["COGES", "COGES"]),
        ("Former les COGES : chaque COGES tient un cahier.", []),
        ("Présidée par la Délégation spéciale régionale.", ["Délégation spéciale régionale"]),
        ("Awa Ndour (ADIBE) a conclu.", ["ADIBE"]),
        ("Membre du réseau Billital Ruuri.", ["Billital Ruuri"]),
        ("Le partenariat de MONT SAINT AIGNAN avec nos amis.", []),
    ],
)  # fmt: skip
def test_organisation_by_general_wording(text, expected):
    assert organisations(text) == expected
