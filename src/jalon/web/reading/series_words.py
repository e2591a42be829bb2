"""How series, doubts and states are called on the page of a programme."""

from django.utils.translation import gettext_lazy

from jalon.core.reading.series.shapes import Nature, Stand
from jalon.web.components import Shape
from jalon.web.shown import Words

NATURES: dict[Nature, Words] = {
    Nature.CUMULATIVE: gettext_lazy("cumulé"),
    Nature.CUMULATIVE_LIKELY: gettext_lazy("cumulé ?"),
    Nature.BY_PERIOD: gettext_lazy("par période ?"),
    Nature.STABLE: gettext_lazy("inchangé"),
    Nature.RATE: gettext_lazy("taux"),
}
STANDS: dict[Stand, Words] = {
    Stand.SAID: gettext_lazy("demandée"),
    Stand.OPEN: gettext_lazy("non réalisée"),
    Stand.ONGOING: gettext_lazy("en cours"),
    Stand.DONE: gettext_lazy("réalisée"),
}
SEXES: dict[str, Words] = {"F": gettext_lazy("femmes"), "M": gettext_lazy("hommes")}
KINDS: dict[str, Words] = {
    "decrease": gettext_lazy("Chiffre cumulé qui diminue"),
    "tenfold": gettext_lazy("Dix fois plus ou dix fois moins"),
    "same_value": gettext_lazy("Même valeur pour deux périodes"),
    "conflicting_values": gettext_lazy("Deux valeurs pour la même période"),
    "conflicting_budget": gettext_lazy("Deux budgets"),
    "conflicting_length": gettext_lazy("Deux durées"),
    "conflicting_dates": gettext_lazy("Deux dates"),
    "name_variant": gettext_lazy("Deux graphies"),
}

SHAPES = {
    Nature.CUMULATIVE: Shape.FULL,
    Nature.CUMULATIVE_LIKELY: Shape.HALF,
    Nature.BY_PERIOD: Shape.EMPTY,
    Nature.STABLE: Shape.PAUSE,
    Nature.RATE: Shape.EMPTY,
}
