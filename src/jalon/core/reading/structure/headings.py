"""What the columns of a table hold, told by their headings."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache

from jalon.core.values import search_key


class Column(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    POINT = "point"
    ACTION = "action"
    RESPONSIBLE = "responsible"
    DEADLINE = "deadline"
    COMMENT = "comment"
    STATE = "state"
    NAME = "name"
    FIRST_NAME = "first_name"
    FUNCTION = "function"
    ORGANISATION = "organisation"
    PHONE = "phone"
    EMAIL = "email"
    CONTACT = "contact"
    SEX = "sex"
    SIGNATURE = "signature"
    DATE = "date"
    PLACE = "place"
    INDICATOR = "indicator"
    FIGURE = "figure"
    MONEY = "money"
    RESULT = "result"
    FUNDER = "funder"


_DONE = "(?:actions?|activites?|taches?|mesures?|recommandations?|decisions?|engagements?|resolutions?)"
_SAID = (
    "(?:a (?:mener|entreprendre|realiser|faire|prendre|executer)|retenue?s?|prise?s?|prevue?s?|proposee?s?"
    "|planifiee?s?|correctives?|prioritaires?|formulee?s?|concretes?|issues?|arretee?s?|convenue?s?"
    "|recommandee?s?)"
)
_OF = "(?: de (?:la )?(?:session|reunion|rencontre|suivi).{0,20})?"
_DEGREE = "(?:etat|niveau|statut|degre|situation|taux)"

_HEADINGS: Mapping[Column, str] = {
    Column.NUMBER: r"""
        n|no|nr|num|numero|n ordre|numero d ordre|n d ordre|ordre|rang
    """,
    Column.POINT: r"""
        points?(?: (?:inscrits|discutes|abordes|traites|a l ordre du jour|de l ordre du jour|cles|d ordre))?
        ordre du jour|sujets?|themes?|thematiques?|questions?|objets?|domaines?|axes?|rubriques?
        volets?|problemes?(?: identifies)?|constats?(?: faits)?|difficultes?(?: rencontrees)?
        contraintes?|intitules?|points? d ordre du jour|libelles?|designations?|preoccupations?
        insuffisances?
    """,
    Column.ACTION: rf"""
        {_DONE}(?: (?:et |ou )?{_DONE})?(?: {_SAID})?{_OF}
        points? d actions?|solutions?(?: proposees| preconisees)?|decisions recommandations|quoi
        recommandations decisions|prochaines etapes|etapes
    """,
    Column.RESPONSIBLE: r"""
        responsables?(?: (?:de|du|d) .{1,40}| principa(?:l|ux)| et .{1,30}| designes?)?|qui
        porteurs?|acteurs?(?: (?:responsables?|concernes?|cles|charges? .{1,30}))?
        structures? (?:responsables?|porteuses?|chargees? .{1,40}|concernees?|en charge.{0,20})
        personnes? (?:responsables?|chargees? .{1,30})
        charges? de (?:l execution|la mise en oeuvre|suivi)|entites? responsables?|responsabilites?
        pilotes?|executants?|institutions? responsables?|services? responsables?|destinataires?
    """,
    Column.DEADLINE: r"""
        echeances?|echeanciers?
        delais?(?: (?:d execution|de mise en oeuvre|de realisation|prevus?|indicatifs?))?
        dates? (?:limites?|butoirs?|prevues?|d echeance|de realisation|d execution|indicatives?)
        quand|calendriers?|periodes?(?: (?:d execution|de realisation|prevues?|de mise en oeuvre))?
        deadlines?|chronogrammes?|dates? et delais?|date echeance|pour quand
    """,
    Column.COMMENT: r"""
        commentaires?|observations?|remarques?|obs|notes?|precisions?|justifications?|reserves?
        commentaires? (?:et )?observations?|observations? (?:et )?commentaires?|moyens?|ressources?
    """,
    Column.STATE: rf"""
        {_DEGREE} (?:de|d) (?:la )?(?:mise en oeuvre|execution|realisation|avancement|suivi)(?: .{{1,40}})?
        statuts?|etats?|niveaux?|avancement|suivi|realisation
    """,
    Column.NAME: r"""
        noms?(?: (?:et |& )?prenoms?(?: s)?)?|prenoms? (?:et |& )?noms?(?: de famille)?
        nom s et prenom s|prenom s et nom s|prenom s nom s|nom s prenom s|noms? complets?|identites?
        participants?|noms? des participants?|noms? et prenoms? des? .{1,30}|nom de famille|membres?
        intervenants?|beneficiaires?|representants?|delegues?|personnes? contacts?|interlocuteurs?
    """,
    Column.FIRST_NAME: r"""
        prenoms?(?: s)?
    """,
    Column.FUNCTION: r"""
        fonctions?(?: (?:et |ou )?(?:titres?|qualites?|structures?|organismes?|services?|institutions?))?
        titres?|qualites?|postes?(?: occupes?)?|professions?|roles?|titres? (?:et |ou )?fonctions?
        qualites? (?:et )?fonctions?|responsabilites? occupees?|grades?
    """,
    Column.ORGANISATION: r"""
        structures?(?: (?:de provenance|d origine|representees?|d appartenance))?
        organismes?(?: .{1,20})?|organisations?(?: .{1,20})?|institutions?(?: .{1,20})?
        services?(?: .{1,20})?|provenances?|entites?|ministeres?|directions?|localites? structures?
        structures? (?:et |ou )?(?:services?|organismes?|organisations?|institutions?|fonctions?)
        societes?|associations?|entreprises?|partenaires?|agences?
    """,
    Column.PHONE: r"""
        telephones?(?: .{1,20})?|tel|n tel|numeros? (?:de )?(?:telephones?|tel)
        n (?:de )?telephones?|portables?|mobiles?|tel portable|cell?(?:ulaire)?|tels
    """,
    Column.EMAIL: r"""
        e ?mails?|mails?|courriels?|courriers? electroniques?
        adresses? (?:e ?mails?|electroniques?|mails?|courriels?)|adresse e mail
    """,
    Column.CONTACT: r"""
        contacts?(?: .{1,30})?|adresses?(?: (?:et )?contacts?)?|coordonnees?|tel (?:et )?e ?mails?
        telephones? (?:et )?(?:e ?mails?|courriels?)|adresses? (?:tel|telephoniques?)
    """,
    Column.SEX: r"""
        sexes?|genres?|h f|m f|f m|f h
    """,
    Column.SIGNATURE: r"""
        signatures?|emargements?|visas?|signature emargement
    """,
    Column.DATE: r"""
        dates?|jours?|heures?|horaires?|annees?
    """,
    Column.PLACE: r"""
        lieux?|localites?|communes?|villages?|cercles?|regions?|sites?|zones?|provinces?
        departements?|adresse physique|districts?(?: sanitaires?)?|aires? de sante|centres? de sante|cantons?
        wilayas?|moughataas?|(?:sous )?prefectures?|arrondissements?|quartiers?|campements?|csi|cscom
    """,
    Column.INDICATOR: r"""
        indicateurs?(?: .{1,30})?|unites?(?: de mesure)?
    """,
    Column.FIGURE: r"""
        cibles?(?: .{1,20})?|prevus?|previsions?|realises?|realisations?|quantites?|qte
        nombres?(?: .{1,30})?|effectifs?|hommes?|femmes?|total|taux(?: .{1,20})?|ecarts?|reference
        valeurs?(?: .{1,20})?|planifies?|atteints?(?: .{1,20})?
    """,
    Column.MONEY: r"""
        montants?(?: .{1,30})?|budgets?(?: .{1,30})?|couts?(?: .{1,30})?|prix(?: .{1,20})?|p u|pu
        depenses?(?: .{1,20})?|fcfa|f cfa|cfa|euros?|eur|usd|xof|xaf|decaissements?(?: .{1,20})?
        contributions?(?: .{1,20})?
    """,
    Column.RESULT: r"""
        resultats?(?: .{1,20})?|produits?|effets?|extrants?|livrables?(?: .{1,20})?|composantes?
        objectifs?(?: .{1,20})?
    """,
    Column.FUNDER: r"""
        bailleurs?|financements?|sources? de financement|ptf
    """,
}
"""For each column, headings as search keys; a line goes on with the alternatives of the one above."""

_ORDER = tuple(
    (column, re.compile("|".join(lines.split("\n")[1:-1]).replace(" " * 8, "")))
    for column, lines in _HEADINGS.items()
)
_SPELLED_KEYS = (
    "actions", "activites", "recommandations", "responsable", "responsables", "echeance", "echeances",
    "commentaires", "observations", "fonction", "fonctions", "structure", "structures", "organisme",
    "institution", "contact", "contacts", "telephone", "signature", "emargement", "courriel", "prenoms",
    "participants",
)  # fmt: skip
_LONGEST = 60


@lru_cache(maxsize=4096)
def column_of(heading: str) -> Column | None:
    """Return what a heading says its column holds, None for a heading that is not known.

    Slips of the keyboard in the usual words are forgiven (`STRUCUTURES`).
    """
    if len(heading) > _LONGEST:
        return None
    key = search_key(heading.replace("°", " "))
    return _named(key) or _named(" ".join(_mended(word) for word in key.split()))


_MONTHS = (
    "(?:janvier|janv|fevrier|fev|mars|avril|avr|mai|juin|juillet|juil|aout|septembre|sept|octobre|oct"
    "|novembre|nov|decembre|dec)"
)
_RANKED = "(?:1er|1ere|[2-9]e|[2-9]eme|[2-4]nd|premiere?|deuxieme|troisieme|quatrieme|second)"
_PERIOD = re.compile(
    rf"(?:(?:19|20)[0-9]{{2}}(?: (?:19|20)?[0-9]{{2}})?|[ts][1-4]|{_MONTHS}(?: {_MONTHS})?"
    rf"|(?:trimestre|semestre|annee|an|mois|semaine|jour|campagne|exercice|phase)"
    r" (?:[0-9]{1,4}|[iv]{1,3})"
    rf"|{_RANKED} (?:trimestre|semestre|annee|mois|semaine|phase))"
    r"(?: (?:de )?(?:l annee )?(?:19|20)[0-9]{2}(?: (?:19|20)?[0-9]{2})?)?"
)


@lru_cache(maxsize=4096)
def names_period(heading: str) -> bool:
    """Return whether a heading names a time: `T1`, `2023`, `Mars`, `1er trimestre`, `Année 2`."""
    return 1 < len(heading) <= _LONGEST and _PERIOD.fullmatch(search_key(heading)) is not None


def _named(key: str) -> Column | None:
    for column, pattern in _ORDER:
        if pattern.fullmatch(key):
            return column
    return None


def _mended(word: str) -> str:
    if len(word) < 6 or word in _SPELLED_KEYS:
        return word
    close = get_close_matches(word, _SPELLED_KEYS, n=1, cutoff=0.85)
    return close[0] if close else word
