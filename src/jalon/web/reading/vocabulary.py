"""The French words of what was read: kinds, details and their codes. Data only."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from jalon.records.reading.models import Alert, Claim
from jalon.web.components import Badge, Shape
from jalon.web.shown import Words

T = Claim.Type


class Family(StrEnum):
    """How a highlight is drawn: kinds that look alike belong together."""

    FIGURE = "figure"
    DATE = "date"
    ACTOR = "actor"
    PLACE = "place"
    NAME = "name"
    SESSION = "session"

    @property
    def label(self) -> Words:
        """The family in French, for the legend of the highlights."""
        return FAMILY_LABELS[self]


FAMILY_LABELS: Mapping[Family, Words] = {
    Family.FIGURE: _("chiffre ou montant"),
    Family.DATE: _("date, période ou durée"),
    Family.ACTOR: _("personne ou organisation"),
    Family.PLACE: _("lieu"),
    Family.NAME: _("programme, document ou référence"),
    Family.SESSION: _("séance, action ou constat"),
}
FAMILIES: Mapping[str, Family] = {
    **dict.fromkeys((T.QUANTITY, T.PERCENTAGE, T.MONEY, T.LIST_COUNT, T.AGE_RANGE), Family.FIGURE),
    **dict.fromkeys((T.DATE, T.PERIOD, T.DURATION, T.TIME), Family.DATE),
    **dict.fromkeys((T.ORGANIZATION, T.PERSON, T.ORG_ROLE, T.PERSON_ROLE, T.CONTACT), Family.ACTOR),
    T.PLACE: Family.PLACE,
    **dict.fromkeys((T.PROGRAMME, T.PROGRAMME_DOC, T.REFERENCE, T.COMPONENT), Family.NAME),
    **dict.fromkeys((T.MEETING, T.AGENDA_ITEM, T.ACTION, T.FINDING, T.EXPECTED_RESULT), Family.SESSION),
}
PLURALS: Mapping[str, Words] = {
    T.QUANTITY: _("quantités"),
    T.PERCENTAGE: _("pourcentages"),
    T.MONEY: _("montants"),
    T.DATE: _("dates"),
    T.PERIOD: _("périodes"),
    T.DURATION: _("durées"),
    T.TIME: _("heures"),
    T.LIST_COUNT: _("nombres annoncés"),
    T.AGE_RANGE: _("tranches d’âge"),
    T.REFERENCE: _("références"),
    T.CONTACT: _("coordonnées"),
    T.PROGRAMME_DOC: _("documents de programme"),
    T.ORGANIZATION: _("organisations"),
    T.PLACE: _("lieux"),
    T.PERSON: _("personnes"),
    T.PROGRAMME: _("programmes"),
    T.ORG_ROLE: _("rôles d’organisations"),
    T.PERSON_ROLE: _("rôles de personnes"),
    T.MEETING: _("réunions"),
    T.AGENDA_ITEM: _("points de l’ordre du jour"),
    T.EXPECTED_RESULT: _("résultats attendus"),
    T.COMPONENT: _("composantes"),
    T.ACTION: _("actions, décisions et recommandations"),
    T.FINDING: _("constats"),
}

SEXES = (("F", _("femmes")), ("M", _("hommes")))
APPROXIMATIONS = (("about", _("environ")), ("min", _("au moins")), ("max", _("au plus")))
STATUSES = (
    ("achieved", _("réalisé")),
    ("planned", _("prévu")),
    ("baseline", _("situation de départ")),
    ("context", _("contexte : pas un résultat du programme")),
)
MONEY_STATUSES = (
    ("budget", _("budget")),
    ("contribution", _("contribution")),
    ("spent", _("dépensé")),
    ("mobilised", _("mobilisé")),
    ("pledged", _("promis")),
    ("unit", _("prix unitaire")),
    ("revenue", _("recette")),
    ("recovered", _("recouvré")),
    ("gap", _("manque à financer")),
)
CURRENCIES = (("XOF", "FCFA (XOF)"), ("XAF", "FCFA (XAF)"), ("EUR", "euro"), ("USD", "dollar US"))
ACTION_KINDS = (
    ("décision", _("décision")),
    ("recommandation", _("recommandation")),
    ("action", _("action")),
    ("engagement", _("engagement")),
    ("perspective", _("perspective")),
    ("suggestion", _("suggestion")),
    ("demande", _("demande")),
)
ACTION_STATUSES = (("open", _("à faire")), ("done", _("faite")), ("ongoing", _("en cours")))
FINDING_KINDS = (
    ("deviation", _("écart")),
    ("difficulty", _("difficulté")),
    ("audit", _("constat d’audit")),
    ("need", _("besoin")),
    ("extension", _("prolongation")),
)
DATE_ROLES = (
    ("session", _("séance")),
    ("previous_session", _("séance précédente")),
    ("next_session", _("prochaine séance")),
    ("deadline", _("échéance")),
    ("signature", _("signature")),
    ("start", _("début")),
    ("start_date", _("début")),
    ("end_date", _("fin")),
    ("results", _("résultats")),
    ("planning", _("programmation")),
    ("event", _("événement")),
    ("publication", _("publication")),
)
LEVELS = (
    ("région", _("région")),
    ("cercle", _("cercle")),
    ("commune", _("commune")),
    ("village", _("village")),
    ("pays", _("pays")),
)
ROLE_WORDS: Mapping[str, Words] = {
    "chair": _("préside"),
    "cochair": _("copréside"),
    "excused": _("excusé"),
    "host": _("accueille"),
    "organizer": _("organise"),
    "participant": _("participe"),
    "funder": _("finance"),
    "implementer": _("met en œuvre"),
    "partner": _("partenaire"),
    "rapporteur": _("rapporteur"),
    "secretary": _("secrétaire"),
}

ALERT_BADGES: Mapping[str, Badge] = {
    Alert.Level.CERTAIN: Badge(_("certain"), Shape.ALERT),
    Alert.Level.VERIFY: Badge(_("à vérifier"), Shape.HALF),
    Alert.Level.HUMAN: Badge(_("à juger"), Shape.EMPTY),
}
ALERT_KINDS: Mapping[str, Words] = {
    "average_vs_total": _("moyenne et total"),
    "base_mismatch": _("base du pourcentage"),
    "conflicting_values": _("valeurs qui se contredisent"),
    "count_vs_entities": _("nombre annoncé et noms"),
    "count_per_unit": _("nombre par unité"),
    "currency_conversion": _("conversion de monnaie"),
    "currency_token": _("monnaie mal écrite"),
    "date_duration": _("durée et dates"),
    "date_order": _("dates dans le désordre"),
    "difference": _("différence"),
    "document_ref": _("renvoi à un document"),
    "duplicate_statement": _("phrase répétée"),
    "duplicate_value": _("même valeur, noms différents"),
    "duration_vs_dates": _("durée et dates"),
    "foreign_content": _("contenu d’un autre document"),
    "frequency": _("fréquence et nombre"),
    "label_ambiguous": _("libellé ambigu"),
    "list_count": _("nombre annoncé et liste"),
    "missing_content": _("contenu annoncé et absent"),
    "missing_value": _("donnée absente"),
    "multiplication": _("quantité × prix"),
    "name_variant": _("noms écrits autrement"),
    "number_format": _("nombre mal écrit"),
    "participants_vs_entities": _("participants et liste"),
    "percentage": _("pourcentage"),
    "phone_format": _("téléphone mal écrit"),
    "planned_vs_achieved": _("prévu et réalisé"),
    "qualitative_conflict": _("chiffres et appréciation"),
    "sex_share": _("part des femmes et des hommes"),
    "spelled_digits": _("lettres et chiffres"),
    "status_conflict": _("états qui se contredisent"),
    "subset_exceeds": _("partie plus grande que le tout"),
    "sum_parts": _("total et parties"),
    "sum_sex": _("femmes et hommes"),
    "unit_mismatch": _("unités différentes"),
    "untabled": _("engagement hors tableau"),
    "versions": _("versions du document"),
    "weekday": _("jour de la semaine"),
}
"""A kind that is not here is said « à comparer »."""
