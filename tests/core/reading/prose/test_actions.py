"""Actions in running text: found where something is to be done, not where something was done."""

import pytest

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.reader import read

MINUTES = "Compte rendu de la réunion du comité technique du 3 mai 2024\n\n"


def actions(text: str) -> list[Fact]:
    return [fact for fact in read(text).facts if fact.type is FactType.ACTION]


def told(text: str) -> list[tuple[str, str]]:
    return [(" ".join(text[one.start : one.end].split()), one.text("kind")) for one in actions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Il a été recommandé de clore les comptes.",
            [("Il a été recommandé de clore les comptes", "recommandation")],
        ),
        (
            "Il a également été convenu d’ouvrir un guichet.",
            [("Il a également été convenu d’ouvrir un guichet", "décision")],
        ),
        (
            "Le comité a recommandé de clore les comptes et de vendre les stocks.",
            [("clore les comptes", "recommandation"), ("vendre les stocks", "recommandation")],
        ),
        (
            "La mairie s’engage à entretenir la piste.",
            [("La mairie s’engage à entretenir la piste", "engagement")],
        ),
        ("Les maires se sont engagés à payer.", [("Les maires se sont engagés à payer", "engagement")]),
        ("Il est prévu d’ouvrir une école.", [("ouvrir une école", "perspective")]),
        (
            "Les perspectives incluent la mise à jour du site et l’ouverture d’un guichet.",
            [("la mise à jour du site", "perspective"), ("l’ouverture d’un guichet", "perspective")],
        ),
        ("Le comité exhorte les maires à payer leur part.", [("payer leur part", "recommandation")]),
        ("La DNP transmettra le rapport.", [("La DNP transmettra le rapport", "perspective")]),
        ("Décision : ouvrir le guichet unique.", [("ouvrir le guichet unique", "décision")]),
    ],
)
def test_action_wordings(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Les rapports devront être validés.", "Les rapports devront être validés"),
        ("La saisie a été confiée à la DNP.", "La saisie a été confiée à la DNP"),
        ("Il a été retenu l’organisation d’une visite.", "Il a été retenu l’organisation d’une visite"),
        ("Les membres ont relevé la nécessité d’associer les femmes.", "associer les femmes"),
        ("Il revient à la DNP de saisir les données.", "saisir les données"),
        ("La DNP est chargée de convoquer la session.", "La DNP est chargée de convoquer la session"),
    ],
)
def test_action_wordings_of_minutes(sentence, expected):
    assert [words for words, _ in told(MINUTES + sentence)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Le projet a permis de former 20 femmes.",
        "Le gouvernement a décidé de créer le fonds en 2015.",
        "Les bénéficiaires demandent la prorogation du projet.",
        "Le comité est chargé de suivre le projet.",
        "La formation sera assurée par l’ONG.",
        "Le prêt devra être remboursé en six mois.",
        "Il est important de noter que 40 % des élèves sont des filles.",
        "Le programme vise à renforcer les communes.",
        "Chaque promoteur a reçu une formation.",
        "Ces ouvrages permettront à 300 femmes de produire.",
    ],
)
def test_action_is_not_what_is_reported(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "responsible"),
    [
        ("Le comité a recommandé à la DNP de clore les comptes.", ("DNP",)),
        ("Le président a demandé au préfet et aux maires de siéger ensemble.", ("préfet", "maires")),
        ("Les partenaires s’engagent à payer.", ("partenaires",)),
        ("Décision : clore les comptes (responsable : coordinateur national).", ("coordinateur national",)),
        ("Recommandation 1 : Clore les comptes (DNP, 30 juin 2024).", ("DNP",)),
        ("Les prochaines étapes incluent la mise à jour du site par les communes.", ("communes",)),
    ],
)
def test_action_responsible(text, responsible):
    (action,) = actions(text)

    assert action.texts("responsible") == responsible


@pytest.mark.parametrize(
    ("due", "iso"),
    [
        ("au plus tard le 31 mars 2024", "2024-03-31"),
        ("avant fin juin 2024", "2024-06"),
        ("d’ici le 5 mai 2024", "2024-05-05"),
        ("avant la fin de l’année 2024", "2024-12"),
        ("pour le 5 septembre 2024", "2024-09-05"),
        ("selon le rapport du 5 janvier 2024", ""),
    ],
)
def test_action_deadline(due, iso):
    (action,) = actions(f"Il a été recommandé de clore les comptes {due}.")

    assert action.text("deadline")[:10].startswith(iso)
    assert bool(action.text("deadline")) == bool(iso)


def test_actions_listed_by_addressee():
    text = (
        "Recommandations\n\nÀ l’endroit de la DNP :\n- clore les comptes ;\n"
        "- vendre les stocks avant le 5 mai 2024.\n\n"
        "Aux communes :\n- payer leur part.\n"
    )

    assert [(one.texts("responsible"), one.text("deadline")) for one in actions(text)] == [
        (("DNP",), ""),
        (("DNP",), "2024-05-05"),
        (("communes",), ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "V. PERSPECTIVES POUR 2025\n- Clore les comptes\n- Vendre les stocks\n",
        "Prochaines étapes\nClore les comptes\nVendre les stocks\n",
        "Il a été arrêté ce qui suit : Clore les comptes ; Vendre les stocks.\n",
        "Décisions :\nD1. Clore les comptes\nD2. Vendre les stocks\n",
    ],
)
def test_actions_listed_in_any_layout(text):
    assert [words for words, _ in told(text)] == ["Clore les comptes", "Vendre les stocks"]


def test_actions_list_stops_at_the_next_title():
    text = "Décisions\n- clore les comptes\n\nIII. Difficultés\n- retard des paiements\n"

    assert told(text) == [("clore les comptes", "décision")]


@pytest.mark.parametrize(
    ("sentence", "kind", "responsible"),
    [
        ("Le Comité insiste pour que chaque structure envoie un délégué.", "recommandation", ("structure",)),
        ("La Croix-Rouge se charge du transport des kits.", "engagement", ("Croix-Rouge",)),
        ("World Vision accepte de prêter son laboratoire.", "engagement", ("World Vision",)),
        ("La mairie, pour sa part, s’est dite prête à céder un terrain.", "engagement", ("mairie",)),
        ("Le préfet a donné instruction aux maires de recenser les puits.", "demande", ("maires",)),
        ("Mandat est donné au secrétariat de relancer les communes.", "demande", ("secrétariat",)),
        ("La DNP va transmettre la liste des points d’eau.", "engagement", ("DNP",)),
        ("La direction entend recruter deux animatrices.", "perspective", ("direction",)),
        ("Il est convenu que le maire prendra l’attache du préfet.", "décision", ("maire",)),
        ("Les frais de carburant seront supportés par la mairie.", "perspective", ("mairie",)),
        ("La question des clôtures est renvoyée à la prochaine réunion.", "décision", ()),
        ("Le comité a validé le programme de travail de 2025.", "décision", ()),
        (
            "Le maire a pris la parole et s’est engagé à ouvrir le marché.",
            "engagement",
            ("maire",),
        ),
    ],
)
def test_action_who_is_to_act(sentence, kind, responsible):
    (found,) = actions(MINUTES + sentence)
    assert (found.text("kind"), found.texts("responsible")) == (kind, responsible)


def test_action_list_of_what_is_planned_is_of_its_subject():
    text = "Les groupements prévoient :\n- d’ouvrir un magasin ;\n- de former trente jeunes filles."
    assert [one.texts("responsible") for one in actions(MINUTES + text)] == [("groupements",)] * 2


def test_action_list_of_targets_is_none():
    assert actions(MINUTES + "Le projet prévoit :\n- 85 motopompes ;\n- 62 km de pistes.") == []


@pytest.mark.parametrize(
    ("sentence", "action", "responsible"),
    [
        (
            "La mairie s’engage enfin à tenir une réunion.",
            "La mairie s’engage enfin à tenir une réunion",
            ("mairie",),
        ),
        ("Moussa, merci de confirmer la disponibilité du véhicule.", None, ("Moussa",)),
        ("La DNP devrait affecter un agent à chaque province.", None, ("DNP",)),
        ("Une évaluation est envisagée en juin 2025 par la DNP.", None, ("DNP",)),
        (
            "Le comité de suivi, qui siège à Kayes, s’engage à publier ses comptes.",
            None,
            ("comité de suivi",),
        ),
        (
            "L’Union européenne a salué ces efforts. Elle s’est dite prête à financer un audit.",
            "Elle s’est dite prête à financer un audit",
            ("Union européenne",),
        ),
        ("La mise en place d’un cadre présidé par le préfet sera assurée par la mairie.", None, ("mairie",)),
        (
            "Ils ont demandé à la Société nationale des eaux et des barrages du fleuve d’étudier un canal.",
            "à la Société nationale des eaux et des barrages du fleuve d’étudier un canal",
            None,
        ),
    ],
)
def test_action_of_whom_and_how_far(sentence, action, responsible):
    text = MINUTES + sentence
    (found,) = actions(text)
    assert action in (None, text[found.start : found.end])
    assert responsible in (None, found.texts("responsible"))


def test_action_recommendations_numbered_like_results():
    text = (
        "Conclusion et recommandations\nLe projet est utile.\n"
        "R1. Le ministère devrait affecter un agent.\nR2. Les communes devraient finir les magasins."
    )
    assert [one.texts("responsible") for one in actions(text)] == [("ministère",), ("communes",)]
    assert not [fact for fact in read(text).facts if fact.type is FactType.EXPECTED_RESULT]


def test_action_list_after_it_is_necessary():
    text = "Il est nécessaire de :\n✓ Former les éleveurs ;\n✓ Assister les ménages."
    assert told(MINUTES + text) == [
        ("Former les éleveurs", "recommandation"),
        ("Assister les ménages", "recommandation"),
    ]


def test_action_aside_between_the_verbs():
    text = "La Croix-Rouge va, pour sa part, envoyer des volontaires. L’AFD, de son côté, donnera son avis."
    assert [one.texts("responsible") for one in actions(MINUTES + text)] == [("Croix-Rouge",), ("AFD",)]


def test_action_what_will_come_of_it_is_none():
    assert actions(MINUTES + "Le projet va permettre de former les femmes. L’AFD sera présente.") == []


def test_action_who_speaks_for_another():
    text = "L’UNICEF, par la voix de son représentant, Moussa Diallo, s’engage à fournir les kits."
    (found,) = actions(MINUTES + text)
    assert found.texts("responsible") == ("UNICEF",)


def test_action_que_with_a_present_subjunctive():
    (found,) = actions(MINUTES + "Il est convenu que l’UCP et la DNP dressent une carte des puits.")
    assert found.texts("responsible") == ("UCP", "DNP")


def test_action_lists_under_addressees_without_a_colon():
    text = (
        "Les participants recommandent :\n\n"
        "À l’État\n- de doter les commissions ;\n- d’accélérer l’adoption.\n\n"
        "Aux maires\n- d’inscrire le balisage."
    )
    assert [one.texts("responsible") for one in actions(MINUTES + text)] == [("État",)] * 2 + [("maires",)]


def test_action_paragraphs_of_recommendations_say_each_its_own():
    text = (
        "Recommandations\n1. La mission recommande à la DNP de clore le marché. Le PAM fournira les vivres.\n"
        "2. Il est demandé aux maires de payer leur part. La DNP recrutera un comptable."
    )
    found = actions(MINUTES + text)
    assert [one.texts("responsible") for one in found] == [("DNP",), ("PAM",), ("maires",), ("DNP",)]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Le retrait de la commune de l’association a été acté.", "décision"),
        ("Il faut que le devis soit refait.", "recommandation"),
        ("La DNP réaffirme son engagement, avec ses partenaires, à former les maires.", "engagement"),
    ],
)
def test_action_acted_needed_reaffirmed(sentence, kind):
    (found,) = actions(MINUTES + sentence)
    assert found.text("kind") == kind


@pytest.mark.parametrize("sentence", ["L’ordre du jour a été arrêté.", "Voici ce que nous comptons faire."])
def test_action_of_the_agenda_or_of_what_is_told_is_none(sentence):
    assert actions(MINUTES + sentence) == []


def test_action_arrows_and_labels_of_telegraphic_notes():
    text = (
        "2) Déplacés\n-> OCDI Caritas livre les vivres avant le 18/04/2025\n→ visite du forage\n"
        "Décidé : une seule fiche pour tous."
    )
    assert [said for said, _ in told(MINUTES + text)] == [
        "OCDI Caritas livre les vivres avant le 18/04/2025",
        "visite du forage",
        "une seule fiche pour tous",
    ]


def test_action_table_of_who_what_when():
    text = "Qui / Quoi / Quand\nKomi Agbeko / visite du forage / 11/04/2025"
    (found,) = actions(MINUTES + text)
    assert (found.texts("responsible"), found.text("deadline")) == (("Komi Agbeko",), "2025-04-11")


def test_action_second_verb_of_one_sentence():
    text = (
        "Le comité a approuvé le plan et demandé à la DNP de présenter une stratégie avant le 30 juin 2025."
    )
    assert ("DNP",) in [one.texts("responsible") for one in actions(MINUTES + text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Le projet doit être clôturé en décembre 2025.",
        "Nous enregistrons une baisse.",
        "Il faut ajouter à cela 3 puits.",
    ],
)
def test_action_ends_and_accounts_are_none(sentence):
    assert actions(MINUTES + sentence) == []


def test_action_we_shall():
    (found,) = actions("Nous lancerons 33 prêts à Gonzaré.")
    assert found.text("kind") == "perspective"
