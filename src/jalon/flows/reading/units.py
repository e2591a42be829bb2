"""The unit of the ledger that a counted noun names."""

from jalon.core.values.text_keys import search_key

PERSON = "person"

_PERSONS = frozenset({
    "acteur", "actif", "adherent", "adolescent", "adulte", "agent", "agriculteur", "animateur", "apprenant",
    "apprenti", "artisan", "auditeur", "autorite", "beneficiaire", "cadre", "candidat", "chomeur",
    "citoyen", "conseiller", "cooperateur", "delegue", "demandeur", "deplace", "diplome", "ecolier", "elu",
    "eleve", "eleveur", "employe", "enfant", "enqueteur", "enseignant", "entrepreneur", "etudiant",
    "expert", "facilitateur", "femme", "fille", "fonctionnaire", "formateur", "garcon", "habitant",
    "handicape", "homme", "individu", "invite", "jeune", "journaliste", "leader", "maire", "malade",
    "maraicher", "membre", "mere", "migrant", "notable", "participant", "particulier", "patient", "pecheur",
    "personne", "porteur", "producteur", "promoteur", "refugie", "relais", "representant", "responsable",
    "retourne", "salarie", "stagiaire", "technicien", "transformatrice", "transformateur", "travailleur",
    "usager", "victime", "villageoi", "volontaire",
})  # fmt: skip
_CODES = {
    "menage": "household",
    "hectare": "ha",
    "ha": "ha",
    "commune": "commune",
    "cercle": "cercle",
    "village": "village",
    "mission": "mission",
    "comite": "committee",
    "entreprise": "enterprise",
    "microentreprise": "enterprise",
    "atelier": "workshop",
    "rapport": "report",
    "reunion": "meeting",
    "organisation": "organisation",
    "projet": "project",
    "site": "site",
    "module": "module",
    "vehicule": "vehicle",
    "exploitation": "farm",
}


_BEFORE = frozenset(
    {"nouveau", "nouveaux", "nouvelle", "ancien", "ancienne", "petit", "petite", "grand", "grande", "autre"}
    | {"moyen", "moyenne", "micro", "mini", "premier", "premiere", "dernier", "derniere", "et", "de", "des"}
)
"""Words that may stand before the noun that is counted."""


def stems(noun: str) -> list[str]:
    """Return the words of a noun phrase without accents, plural and feminine endings: `bénéficiaires`."""
    return [_stem(word) for word in search_key(noun).split()]


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def unit_of(noun: str) -> str:
    """Return the unit's code of a counted noun: persons, a known unit, else the noun itself as a code."""
    words = [word for word in stems(noun) if len(word) > 1 and word not in _BEFORE]
    if not words:
        return "_".join(stems(noun)[:1])[:40]
    head = words[0]
    if head in _PERSONS or (head.endswith("e") and head[:-1] in _PERSONS):
        return PERSON
    return _CODES.get(head, "_".join(words[:2])[:40])
