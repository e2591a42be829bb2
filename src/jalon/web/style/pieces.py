"""Invented contents for the small components of the style page."""

import datetime

from django import forms

from jalon.web.components import (
    Badge,
    Change,
    Event,
    Item,
    KeyFigure,
    Link,
    Node,
    Piece,
    Quote,
    Remark,
    Shape,
    Term,
    Trace,
)
from jalon.web.shown import Absence, Mark, absent, shown

HERE = "#chiffre"
BADGES = (
    Badge("À venir", Shape.EMPTY),
    Badge("En cours", Shape.HALF),
    Badge("Terminé", Shape.FULL),
    Badge("Suspendu", Shape.PAUSE),
    Badge("Abandonné", Shape.CROSS),
    Badge("En retard", Shape.ALERT),
)
TABS = (
    Link("Fiche", "#onglets", current=True),
    Link("Résultats", "#onglets"),
    Link("Financement", "#onglets"),
    Link("Documents", "#onglets"),
)


class SampleForm(forms.Form):
    """A form with one field of each kind."""

    title = forms.CharField(label="Intitulé", help_text="Tel qu’il est écrit dans la convention.")
    amount = forms.CharField(label="Montant", help_text="En FCFA, sans décimale : 207 716 144.")
    sector = forms.ChoiceField(label="Secteur", choices=[("a", "Agriculture"), ("f", "Formation")])
    note = forms.CharField(label="Remarque", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    stage = forms.ChoiceField(
        label="Étape", choices=[("p", "Prévu"), ("r", "Réalisé")], widget=forms.RadioSelect, initial="r"
    )
    is_public = forms.BooleanField(label="Ouvrir au public", required=False)


class SampleFilter(forms.Form):
    """A filter bar."""

    q = forms.CharField(label="Mots", required=False)
    place = forms.ChoiceField(label="Région", choices=[("", "Toutes"), ("t", "Tombouctou")], required=False)
    year = forms.ChoiceField(label="Année", choices=[("", "Toutes"), ("2024", "2024")], required=False)


def forms_shown() -> dict[str, forms.Form]:
    """The empty form, the form with errors, the filter bar."""
    bad = SampleForm({"title": "", "amount": "douze", "sector": "a", "stage": "r"}, auto_id="bad_%s")
    bad.add_error("amount", "« douze » n’est pas un montant : écrire un nombre entier, par exemple 12 000.")
    return {"form": SampleForm(), "bad_form": bad, "filters": SampleFilter(auto_id="filtre_%s")}


def terms() -> tuple[Term, ...]:
    """The sheet of an invented programme."""
    return (
        Term(label="Code", text="MLI/901"),
        Term(label="État", badge=Badge("En cours", Shape.HALF), note="depuis le 14 mai 2022"),
        Term(
            label="Période d’exécution",
            text="14 mai 2022 – 30 juin 2025",
            note="38 mois ; prolongée de six mois par l’avenant n° 1",
        ),
        Term(label="Budget total", figure=shown(5_000_000, unit="EUR", href=HERE, title="Budget total")),
        Term(label="Contribution nationale", figure=shown(0, unit="EUR", href=HERE, title="Contribution")),
        Term(label="Contribution des communes", figure=absent(Absence.UNKNOWN, href=HERE)),
        Term(label="Régions", links=(Link("Ségou", HERE), Link("Sikasso", HERE))),
        Term(label="Site du programme"),
    )


def events() -> tuple[Event, ...]:
    """The course of an invented programme."""
    return (
        Event(on=datetime.date(2022, 5, 14), title="Convention de financement signée"),
        Event(
            on=datetime.date(2024, 12, 5),
            title="Avenant n° 1 : prolongation de six mois",
            text="La fin passe du 31 décembre 2024 au 30 juin 2025.",
            links=(Link("Voir l’acte", "#frise"),),
        ),
        Event(on=datetime.date(2025, 6, 30), title="Clôture prévue", shape=Shape.EMPTY),
    )


def remark() -> Remark:
    """A remark that ties two passages."""
    return Remark(
        title="Deux durées pour un même projet",
        text="La fiche annonce 23 mois, le résumé en compte 18. Aucun des deux n’est corrigé.",
        quotes=(
            Quote(
                text="Durée totale : 23 mois",
                source="Fiche de projet (inventée)",
                where="ligne 30",
                href=HERE,
            ),
            Quote(
                text="Le projet s’exécute sur une période de 18 mois",
                source="Résumé (inventé)",
                where="ligne 94",
                href=HERE,
            ),
        ),
        by="Awa (inventée)",
        on=datetime.date(2025, 2, 3),
    )


def pieces() -> tuple[Piece, ...]:
    """A text with two highlighted passages."""
    return (
        Piece(
            "COMPTE RENDU (inventé)\n\nLe jeudi 5 décembre 2024 s’est tenue la neuvième session du comité. "
        ),
        Piece("2 173 personnes ont été formées", ("p1",), "Personnes formées : 2 173", current=True),
        Piece(", dont "),
        Piece("478 femmes", ("p2",), "Personnes formées, femmes : 478"),
        Piece(" et 1 695 hommes, dans les trois régions d’intervention.\n\nClôture à seize heures."),
    )


def tree() -> tuple[Node, ...]:
    """An invented results framework."""
    trained = KeyFigure(label="Jeunes formés", figure=shown(232, href=HERE))
    active = KeyFigure(label="Micro-entreprises", figure=shown(18, 22, marks=[Mark.CONTRADICTION], href=HERE))
    return (
        Node(
            code="OG",
            level="Objectif global",
            title="Les jeunes du cercle vivent de leur travail",
            href=HERE,
            children=(
                Node(
                    code="R1",
                    level="Résultat attendu",
                    title="Les jeunes exercent une activité génératrice de revenus",
                    href=HERE,
                    figures=(trained, active),
                ),
                Node(
                    code="R2",
                    level="Résultat attendu",
                    title="La situation nutritionnelle des familles s’améliore",
                    href=HERE,
                ),
            ),
        ),
    )


def trail() -> tuple[Trace, ...]:
    """Where an invented figure comes from."""
    source = Trace(
        title="Compte rendu de la 9e session (inventé)",
        text="« 2 173 personnes ont été formées », ligne 7",
        href="#p1",
    )
    event = Trace(
        title="Déclaration du 5 décembre 2024",
        figure=shown(2173, href=HERE),
        badge=Badge("Approuvée", Shape.FULL),
        children=(source,),
    )
    return (
        Trace(
            title="Personnes formées depuis le début",
            figure=shown(2173, unit="personnes", href=HERE),
            children=(event,),
        ),
    )


def changes() -> tuple[Change, ...]:
    """What has changed, invented."""
    return (
        Change(
            label="Banikane, premier trimestre",
            before=shown(23, href=HERE),
            after=shown(25, href=HERE),
            why="Deux personnes oubliées sur la liste de présence.",
            by="Awa (inventée)",
            at=datetime.datetime(2025, 5, 12, 9, 30, tzinfo=datetime.UTC),
        ),
        Change(label="Arham", before=None, after=shown(12, marks=[Mark.DRAFT], href=HERE)),
        Change(label="Kora", before=shown(7, href=HERE), after=None, why="Saisi deux fois."),
    )


def items() -> tuple[Item, ...]:
    """Search results, invented."""
    return (
        Item(
            title="Insertion des jeunes du cercle de Kora",
            href=HERE,
            text="Programme, 2022–2025, région de Tombouctou",
            badge=BADGES[1],
        ),
        Item(title="Compte rendu de la 9e session", href=HERE, text="Document, 5 décembre 2024"),
    )
