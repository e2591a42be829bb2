"""Which sex a counted noun says: F, M or nothing."""

import re

from jalon.core.reading.counts.words import word_set

_WOMEN = word_set(
    """
    femme femmes fille filles fillette fillettes dame dames mère mères veuve veuves épouse épouses sœur
    sœurs éleveuse éleveuses productrice productrices agricultrice agricultrices transformatrice
    transformatrices animatrice animatrices formatrice formatrices étudiante étudiantes enseignante
    enseignantes participante participantes présidente présidentes commerçante commerçantes exploitante
    exploitantes apprenante apprenantes apprentie apprenties représentante représentantes adhérente
    adhérentes adolescente adolescentes vendeuse vendeuses travailleuse travailleuses coiffeuse
    coiffeuses tisseuse tisseuses entrepreneuse entrepreneuses entrepreneure entrepreneures promotrice
    promotrices directrice directrices institutrice institutrices monitrice monitrices éducatrice
    éducatrices médiatrice médiatrices consommatrice consommatrices facilitatrice facilitatrices
    conseillère conseillères maraîchère maraîchères maraichère maraichères ouvrière ouvrières couturière
    couturières infirmière infirmières écolière écolières lycéenne lycéennes collégienne collégiennes
    citoyenne citoyennes technicienne techniciennes paysanne paysannes déléguée déléguées élue élues
    réfugiée réfugiées députée députées employée employées salariée salariées étuveuse étuveuses
    mareyeuse mareyeuses teinturière teinturières cueilleuse cueilleuses accoucheuse accoucheuses
    auditrice auditrices candidate candidates lauréate lauréates artisane artisanes coopératrice
    coopératrices ambassadrice ambassadrices lectrice lectrices inspectrice inspectrices nigérienne
    nigériennes malienne maliennes burkinabée habitante habitantes diplômée diplômées stagiairesses
    maîtresse maîtresses sénatrice sénatrices utilisatrice utilisatrices cheffe cheffes femme-leader
    femmes-leaders bénéficiaire-femmes
    """
)
_MEN = word_set(
    """
    homme hommes garçon garçons garcon garcons messieurs mari maris époux père pères
    """
)
_FEMININE = word_set(
    """
    féminin féminine féminins féminines feminin feminine feminins feminines femmes femme filles fille
    """
)
_MASCULINE = word_set(
    """
    masculin masculine masculins masculines hommes homme garçons garçon
    """
)
_PERSONS = word_set(
    """
    lauréat lauréats finaliste finalistes
    vacataire vacataires contractuel contractuels fonctionnaire fonctionnaires titulaires présidents
    secrétaires trésoriers conseillères enquêteur enquêteurs encadreur encadreurs notable notables
    imam imams sage-femme sages-femmes infirmier infirmiers médecin médecins éducateur éducateurs
    témoin témoins répondant répondants sinistré sinistrés client clients abonné abonnés usager
    usagers survivants
    visiteur visiteurs chefs coordinateur coordinateurs expert experts consultant consultants
    ministre ministres

    agent agents bénéficiaire bénéficiaires membre membres jeune jeunes élève élèves participant
    participants personne personnes enfant enfants adulte adultes chef chefs entrepreneur entrepreneurs
    promoteur promoteurs leader leaders conseiller conseillers producteur producteurs apprenant
    apprenants apprenti apprentis étudiant étudiants maire maires élu élus députés député formateur
    formateurs animateur animateurs relais artisan artisans enseignant enseignants exploitant
    exploitants candidat candidats cadres cadre actif actifs éleveur éleveurs agriculteur agriculteurs
    volontaire volontaires stagiaire stagiaires diplômé diplômés handicapé handicapés déplacé déplacés
    réfugié réfugiés retourné retournés rapatrié rapatriés migrant migrants habitant habitants
    adolescent adolescents pairs-éducateurs facilitateur facilitateurs technicien techniciens salarié
    salariés employé employés ouvrier ouvriers travailleur travailleurs délégué délégués représentant
    représentants responsable responsables présidents paysan paysans maraîcher maraîchers pêcheur
    pêcheurs auditeur auditeurs chercheur chercheurs femme femmes homme hommes fille filles garçon
    garçons citoyen citoyens électeur électeurs vivant bénévoles bénévole invité invités autorités
    orphelins orphelin patients patient malades malade
    """
)
_OF_SEX = re.compile(r"[ \n](?:de|du)[ \n](?:sexe|genre)[ \n](?P<sex>f[ée]minin|masculin)", re.I)
_LETTERS = re.compile(r"[ \n]?(?P<sex>[HFMG])(?![\w'°+*]|\.\w|/[a-z]|[ \n]?CFA)")
_PAIRED = re.compile(r"[0-9][ \n]?[HFMG]\b[^\w\n]{1,4}(?:et[ ])?\Z|[HFMG][ ]?[:=][ ]?\Z")
_LED = re.compile(r"dont[ \n]\Z|\([ ]?\Z")
_PAIR_FOLLOWS = re.compile(r"[^\w\n]{1,4}(?:et[ ])?[0-9]{1,6}[ \n]?[HFMG]\b")
_ARE = re.compile(
    r"[ \n](?:sont|étaient|seront|seraient)[ \n](?:des|de)[ \n](?:jeunes[ \n])?(?P<sex>femmes"
    r"|filles|hommes|garçons)\b"
)


def sex_of_words(words: tuple[str, ...], head: str) -> str:
    """Return F or M when the counted noun or an adjective of a person says it, else an empty text.

    Both named (`femmes et hommes`) say nothing, and `groupements de femmes` counts groups.
    """
    near = [word.lower() for word in words]
    for link in ("de", "d'", "du"):
        if link in near:
            near = near[: near.index(link)]
    women = any(word in _WOMEN for word in near)
    men = any(word in _MEN for word in near)
    if women or men:
        return "" if women and men else _first_is_person(near, women)
    if head.lower() not in _PERSONS:
        return ""
    if any(word in _FEMININE for word in near):
        return "F"
    return "M" if any(word in _MASCULINE for word in near) else ""


def _first_is_person(near: list[str], women: bool) -> str:
    sex = "F" if women else "M"
    first = next((word for word in near if word in _WOMEN or word in _MEN), "")
    return sex if near and (near[0] == first or near[0] in _PERSONS or near[0] in _LEADING) else ""


_LEADING = word_set(
    """
    jeune jeunes autre autres nouvelle nouvelles petites petite anciennes seule seules
    """
)


def sex_behind(plain: str, end: int) -> str:
    """Return the sex that `de sexe féminin` or `sont des femmes` behind a count says."""
    found = _OF_SEX.match(plain, end) or _ARE.match(plain, end)
    return _letter(found["sex"]) if found else ""


_SERVED = re.compile(
    r"[ \n](?:avec|pour|à)[ \n](?:des|les)[ \n](?:jeunes[ \n])?(?P<noun>femmes|filles|hommes|garçons)\b"
)
_ACCOUNT_FOR = re.compile(
    r"(?:les|des)[ \n](?P<noun>[^\W\d_]+)[ \n](?:y[ \n]|en[ \n])?"
    r"(?:représent|constitu|form)(?:ent|aient)[ \n][^.;:,0-9]{0,60}\Z",
    re.I,
)


def sex_served(plain: str, end: int) -> str:
    """Return the sex of those a count is for: `2 256 pour les femmes`, `8 avec des hommes`."""
    found = _SERVED.match(plain, end)
    return sex_of_words((found["noun"],), found["noun"]) if found else ""


def sex_of_subject(plain: str, sentence: int, position: int) -> str:
    """Return the sex of those who make a count up: `Les femmes représentent 1 368 consultations`."""
    found = _ACCOUNT_FOR.match(plain, sentence, position)
    return sex_of_words((found["noun"],), found["noun"]) if found else ""


def sex_letter(plain: str, start: int, end: int) -> tuple[str, int]:
    """Return the sex that a capital letter behind a number says (`253 H`, `12 F`) and where it ends.

    Alone it may be francs or a name: two of them stand together, or one behind `dont` or a bracket.
    """
    found = _LETTERS.match(plain, end)
    if found is None:
        return "", end
    led = _LED.search(plain, max(0, start - 12), start)
    paired = _PAIRED.search(plain, max(0, start - 12), start) or _PAIR_FOLLOWS.match(plain, found.end())
    return (_letter(found["sex"]), found.end()) if led or paired else ("", end)


def _letter(word: str) -> str:
    return "F" if word[0].lower() == "f" else "M"


def is_person(word: str) -> bool:
    """Return whether a noun counts people one by one."""
    low = word.lower()
    return low in _PERSONS or low in _WOMEN or low in _MEN
