"""Names written two ways, what is missing, what a text says of a project as a whole."""

import pytest

from tests.core.reading.checks.reading_of import alerts_of, checks_of

MINUTES = """Compte rendu du comité technique du 12 mars 2024

Il a été convenu de partager le rapport annuel avec les communes.
Un compte bancaire a été ouvert pour le comité.

Points d’actions retenus :

N°	Points	Actions	Responsable	{deadline}
01	Compte	Ouvrir un compte bancaire pour le comité	M. Adama KONE	{first}
02	Visite	Organiser la visite de terrain	Mme Fanta SIDIBE	{second}

Liste des participants

N°	Noms et prénoms	Fonctions	Structures	Contacts	Emails
01	ADAMA KONE	Directeur	DRA	00 00 11 22	a.kone@exemple.ml
02	FANTA SIDIBE	Chargée de suivi	ONG Faso	00 00 11 23	f.sidibe@exemple.ml
03	MOUSSA DIARRA	Maire	Commune de Kati	00 00 11 24	m.diarra@exemple.ml
04	AWA TRAORE	Secrétaire	DRPFEF		a.traore@exemple.ml
"""


def minutes(deadline: str = "Commentaires", first: str = "", second: str = "") -> str:
    return MINUTES.format(deadline=deadline, first=first, second=second)


def test_a_table_of_actions_without_a_due_date_is_one_alert():
    alerts = [check for check in checks_of(minutes(), "missing_value") if "échéance" in check.explain]

    assert [check.explain for check in alerts] == ["aucune échéance pour les 2 points du tableau d’actions"]


def test_an_empty_due_date_beside_others_is_said_of_its_row():
    text = minutes("Échéance", "30 avril 2024", "")
    alerts = [check.explain for check in checks_of(text, "missing_value") if "échéance" in check.explain]

    assert alerts == ["point 2 : échéance absente"]


def test_due_dates_that_are_all_said_raise_no_alert():
    text = minutes("Échéance", "30 avril 2024", "sans délai")

    assert [check for check in checks_of(text, "missing_value") if "échéance" in check.explain] == []


def test_the_participant_without_a_telephone_is_named():
    alerts = [
        check.explain for check in checks_of(minutes(), "missing_value") if "téléphone" in check.explain
    ]

    assert [alert.split(" pour ")[0] for alert in alerts] == ["téléphone absent"]


def test_a_commitment_of_the_text_that_the_table_forgets_is_said():
    quotes = [span.quote(minutes()) for check in checks_of(minutes(), "untabled") for span in check.spans]

    assert ["partager le rapport annuel" in quote for quote in quotes] == [True]


def test_an_action_already_done_elsewhere_is_a_conflict():
    assert len(checks_of(minutes(), "status_conflict")) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("LuxDev a financé le puits. Lux-Dev suit les travaux avec la commune de Kati.", "name_variant"),
        ("Le Programme Alimentaire Mondiale (PAM) a livré 40 tonnes de riz à Gao.", "name_variant"),
        (
            "M. Seydou Ouattara, directeur, a présidé. Le rapport a été lu par M. Seddou Ouattara.",
            "name_variant",
        ),
        ("Atelier avec WHH/AMSS à Gao. Kits remis par AMSS/WHH. Photo : AMM/WHH.", "name_variant"),
        (
            "Les ADR de Ségou et Mopti, le Conseil régional et l’ADR de Mopti ont organisé la table ronde.",
            "duplicate_statement",
        ),
        (
            "Le projet est clôturé depuis le 14.04.2015.\n\nLe projet s’exécutera sur 18 mois.",
            "status_conflict",
        ),
        (
            "- 10 rapports mensuels ont été fournis ;\n- 9 réunions mensuelles ont été tenues ;",
            "frequency",
        ),
        (
            "- 22 coopératives laitières ont été créées ;\n"
            "- 18 comités de gestion ont été mis en place pour accompagner les coopératives laitières ;",
            "count_vs_entities",
        ),
        ("Le résultat dépasse globalement la prévision du plan annuel.", "qualitative_conflict"),
        ("La couverture se présente comme suit :\n\n\n\n\n\n\nFin du rapport.", "missing_content"),
        ("607 ménages, dont 454 femmes, ont reçu une bourse.", "unit_mismatch"),
        (
            "La lettre a été envoyée par le ministère en date du 16 mai 2024 au. Elle attend.",
            "missing_content",
        ),
    ],
)
def test_a_doubt_is_an_alert(text: str, kind: str):
    assert alerts_of(text).count(kind) == 1


@pytest.mark.parametrize(
    "text",
    [
        "La Coopération suisse et la Coopération espagnole financent le projet.",
        "Les Conseils régionaux de Gao et de Kidal, puis le Conseil régional de Mopti, ont parlé.",
        "Le projet s’exécutera sur 18 mois.",
        "- 10 rapports mensuels ont été fournis ;\n- 3 ateliers annuels ont été tenus ;",
        "Le taux dépasse la cible : 120 ménages sur 100 prévus ont été servis.",
        "M. Adama Koné et M. Amadou Kané ont pris la parole.",
        "Sur 300 jeunes identifiés, 120 jeunes ont été formés et 80 jeunes ont été financés.",
    ],
)
def test_what_is_only_alike_raises_no_alert(text: str):
    assert alerts_of(text) == []
