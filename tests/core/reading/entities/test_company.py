"""Places that no list has, known by the company they keep; and the names that keep the same company."""

import pytest

from tests.core.reading.entities.named import places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Date : 3 mai    Lieu : Sévaré, base du projet", ["Sévaré"]),
        ("Localité : Bilanga-Yanga", ["Bilanga-Yanga"]),
        ("Sites : Filiya, Doumbasso et Sarakala", ["Filiya", "Doumbasso", "Sarakala"]),
        ("Wuro Alfa, le 12 mars 2024", ["Wuro Alfa"]),
        ("Fait à Tinzaouatène, le 4 mai 2023", ["Tinzaouatène"]),
        ("La route Darou-Tibé est en chantier.", ["Darou", "Tibé"]),
        ("Le convoi est parti de Soubakoro vers Gossi.", ["Soubakoro", "Gossi"]),
        ("Un fossé entre Soubakoro et Gossi retient l'eau.", ["Soubakoro", "Gossi"]),
        ("Les ménages déplacés de Yendouma-Sogol et de Pelou.", ["Yendouma-Sogol", "Pelou"]),
        ("Le comité de gestion de Saré Sankoulé a un compte.", ["Saré Sankoulé"]),
        ("La coopérative des femmes de Ouro Modi vend du riz.", ["Ouro Modi"]),
        ("Le rapport liste dix sites. Ceux de Tilokoro attendent.", ["Tilokoro"]),
        ("Les seuils d'Aghoratt et de Legrane sont achevés.", ["Aghoratt", "Legrane"]),
        ("Les habitants de Rim, un village du Yatenga, attendent.", ["Rim", "Yatenga"]),
        ("Deux parcs (Waza & Zakouma) sont suivis.", ["Waza", "Zakouma"]),
        ("Nom du site : Bilgo", ["Bilgo"]),
        ("Gao et Tilokoro, deux quartiers voisins.", ["Gao", "Tilokoro"]),
        ("Le comité de Juvisy-sur-Orge a payé.", ["Juvisy-sur-Orge"]),
        ("Toumbaré, chef-lieu de la commune, a un marché.", ["Toumbaré"]),
        ("Les villages visités sont Toumbaré, Sinéko et Kourouba.", ["Toumbaré", "Sinéko", "Kourouba"]),
        ("L'animateur couvre Bala, Koussané et Goudiry.", ["Bala", "Koussané", "Goudiry"]),
        ("Le projet couvre Dori, Seytenga et Tassamakat.", ["Dori", "Seytenga", "Tassamakat"]),
        ("Ils venaient de Bourem (12), Tassamakat (3) et Gao (4).", ["Bourem", "Tassamakat", "Gao"]),
        ("On attend l'aval sous réserve de l'accord de Nouakchott.", ["Nouakchott"]),
        ("Le marché hebdomadaire de Dabo attire du monde.", ["Dabo"]),
        ("Une borne à Koubri Laho est cassée.", ["Koubri Laho"]),
        ("Le point est fait avec Sira Coly de Saré Coundé et Keur Lamba.", ["Saré Coundé", "Keur Lamba"]),
        ("Six villages (canton nord) : Ziliki, Sabarou, Dan Zori.", ["Ziliki", "Sabarou", "Dan Zori"]),
        ("Trois localités ont voté :\n- Ziliki : 12 voix\n- Sabarou (8) : oui\n", ["Ziliki", "Sabarou"]),
        ("La mairie de Ziliki\tSira Coly\n", ["Ziliki"]),
        ("– A Ziliki, les classes sont prêtes.", ["Ziliki"]),
    ],
)
def test_place_in_company(text, expected):
    assert places(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Lieu : Salle de réunion, puis Hôtel des Dunes",
        "Le projet vise à Renforcer les capacités.",
        "Mme Dabo a remercié les partenaires, et Sékou Dabo aussi.",
        "Un accord entre Oxfam et Caritas.",
        "Un accord entre Mariam et Fatoumata.",
        "Le groupement de Diallo et celui de Traoré sont dissous.",
        "Les villages ont désigné leurs délégués : Awa Diallo, Moussa Barry et Sira Ba.",
        "Boukary, le maire, et Issa Sanogo, le chef, ont signé.",
        "Awa Traoré, un village derrière elle, prit la parole.",
        "L'accord de Ouagadougou est cité.",
        "Village\tMénages\n",
        "Des plants de Moringa, de Baobab et de Karité.",
        "Une formation à Distance.",
        "Un don de 500 Francs Suisse.",
        "Les femmes de Fatou ont voté.",
        "Selon Abdoulaye Kona, le prix a baissé.",
    ],
)
def test_no_place_in_company(text):
    assert places(text) == []
