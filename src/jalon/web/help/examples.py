"""The small examples of the help page; the arithmetic itself is proved in `tests/spec`."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from jalon.web.shown import Absence, Mark, ShownFigure, Words, absent, shown


@dataclass(frozen=True)
class Example:
    """What the sources say, the figure that follows, and why."""

    said: Words
    figure: ShownFigure
    why: Words


def examples() -> list[Example]:
    """Return one example for each sign, and for each way of having no number."""
    persons = _("personnes")
    return [
        Example(
            _("Deux communes déclarent 20 et 23 personnes formées."),
            shown(43, unit=persons),
            _("Les événements s’additionnent."),
        ),
        Example(
            _("Les mêmes, et le rapport annuel dit 50 pour le cercle."),
            shown(50, unit=persons, marks=[Mark.REMAINDER]),
            _("Le rapport contrôle le détail sans s’y ajouter : 43 sont situées, 7 restent non ventilées."),
        ),
        Example(
            _("Les mêmes, et le rapport annuel dit 40."),
            shown(40, 43, unit=persons, marks=[Mark.CONTRADICTION]),
            _("Le total est sous son détail : les deux sont montrés jusqu’à ce que quelqu’un tranche."),
        ),
        Example(
            _("41 personnes nommées, puis 48, dont 30 les mêmes ; les feuilles en comptent 43, puis 50."),
            shown(59, 63, unit=persons, marks=[Mark.INTERVAL]),
            _("On ne compte pas deux fois la même personne ; ce qu’on ne sait pas donne un intervalle."),
        ),
        Example(
            _("3 800 exploitations à la fin de 2023, 4 840 à la fin de 2024."),
            shown(1040, unit=_("exploitations"), marks=[Mark.DERIVED]),
            _("L’année 2024 est la différence de deux cumuls publiés."),
        ),
        Example(
            _("Un bailleur apporte 0 EUR, un autre n’est cité nulle part."),
            absent(Absence.UNKNOWN),
            _("Zéro s’écrit 0 ; ce qu’aucune source ne dit n’est pas zéro."),
        ),
        Example(
            _("Rien n’était prévu pour l’année."),
            absent(Absence.NOT_APPLICABLE),
            _("Un taux sans prévision n’a pas de sens : ce n’est pas 0 %."),
        ),
    ]
