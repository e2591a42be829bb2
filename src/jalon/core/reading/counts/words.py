"""French words by what they do behind a number: small lists and endings, no dictionary."""

import re


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text that lists them."""
    return frozenset(text.split())


_FUNCTION = word_set(
    """
    à a ai ainsi ait alors ans après au aucun aucune aujourd auprès auquel aussi aussitôt autant autour
    aux auxquels avaient avait avant avec avoir avons bénéficient bénéficiaient bien car ce ceci cela
    celle celles celui cependant certes ces cet cette ceux chacun chacune chaque chez ci comme comment
    concernant contre d dans de dehors depuis derrière des dès désormais devaient devant devra devraient
    devrait devront doit doivent donc dont du durant elle elles en encore enfin ensuite entre envers
    environ est et étaient était étant être eu eux été faut font fois furent fut grâce hors il ils issu
    issue issues issus ici jamais je jusqu l la là laquelle le lequel les lesquelles lesquels leur leurs
    lors lorsque lui mais malgré me même mêmes mi moins moyennant n ne ni non nos notamment notre nous
    on ont or ou où outre par parfois parmi pas pendant peu peut peuvent plus pour pourra pourront
    pourtant près presque puis puisque qu quand quant que quel quelle quelles quels qui quoi reste
    restent rien s sa sans sauf se selon sera seraient serait seront ses si sinon soient soit son sont
    sous souvent suivant suivants sur surtout ta tandis tant te tel telle telles tels toujours tous tout
    toute toutes travers très trop tu un une vers versus via voici voilà vos votre vous y
    """
)
_NUMBERS = word_set(
    """
    deux trois quatre cinq six sept huit dix onze douze treize quatorze quinze seize vingt vingts trente
    quarante cinquante soixante cent cents mille million millions milliard milliards dizaine quinzaine
    vingtaine trentaine quarantaine cinquantaine soixantaine centaine dizaines centaines milliers
    millier douzaine
    """
)
FUNCTION_WORDS = _FUNCTION | _NUMBERS
"""Words that begin something else: articles, prepositions, conjunctions, pronouns, auxiliaries, numbers."""

AUXILIARIES = word_set(
    """
    ont sont étaient avaient furent seront auront est était sera fut eurent avait a peuvent doivent
    devront devraient pourront serait seraient vont viennent bénéficient bénéficieront restent
    """
)
"""Verbs whose subject may be a number alone: `35 ont été retenus`."""

BEFORE_NOUN = word_set(
    """
    nouveau nouveaux nouvel nouvelle nouvelles petit petits petite petites grand grands grande grandes
    moyen moyens moyenne moyennes autre autres principal principaux principale principales premier
    premiers première premières dernier derniers dernière dernières ancien anciens ancienne anciennes
    bon bons bonne bonnes meilleur meilleurs meilleure meilleures gros grosse grosses futur futurs
    future futures différents différentes divers diverses seul seuls seule seules mêmes mini micro très
    demi vieux vieille vieilles mauvais mauvaises beaux belles autre vrais vraies hauts hautes tout
    toutes tous jeune jeunes dits dites potentiels potentielles
    """
)
"""Adjectives that stand between a number and its noun."""

TIME_WORDS = word_set(
    """
    an ans année années mois semaine semaines jour jours journée journées heure heures minute minutes
    seconde secondes trimestre trimestres semestre semestres décennie décennies siècle siècles nuit
    nuits matinée quinzaine janvier février fevrier mars avril mai juin juillet août aout septembre
    octobre novembre décembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche
    """
)

NOT_COUNTED = (
    word_set(
        """
    sexes sexe genres francs franc fcfa cfa euros euro dollars dollar usd eur xof xaf fca gnf mru € $
    fois reprise reprises pour point points tiers quart quarts demi moitié moitiés degré degrés côté
    côtés heures prime ème eme er ers ère re nd nde ième bis ter livres pièce
    """
    )
    | TIME_WORDS
)
"""Nouns behind a number that make it an amount, a duration, a date, a share or a number of times."""

MEASURES = (
    r"ha|hectares?|ares?|km[²2]?|m[²2³3](?:/[hjs]|/jour|/heure)?|ml|m|cm|mm|kg|g|t|tonnes?|quintaux|litres?|l"
    r"|kwh?c?|mwh?c?|kva|kv|w|wc|mètres?|metres?|kilomètres?|kilogrammes?|kilos?"
)
MEASURE = re.compile(rf"(?:{MEASURES})(?:/[a-zà-ÿ²³]{{1,9}})?(?![\w'/])", re.I)
"""Units of measure, which stand as the noun: `10 M3/h`, `45 ha`."""

_NOUNS_IN_EE = word_set(
    """
    comité marché député délégué employé associé salarié réfugié déplacé retourné rapatrié handicapé
    diplômé blessé assuré allié abonné invité accusé procédé côté traité arrêté résumé relevé exposé
    communiqué fossé carré café curé clé attaché préposé chargé lycée musée trophée année journée
    arrivée traversée rentrée retombée appelé montée percée
    matinée soirée vallée armée allée entrée idée tournée donnée assemblée denrée corvée mosquée
    tranchée randonnée veillée livrée travée détaché intéressé concerné impayé décédé immigré émigré
    migré licencié initié pair-éducateur sous-comité intercommunalité micro-crédit canapé pavé écolé
    énoncé élevé tracé bébé thé pépinière enquêté interviewé formé orphelin
    """
) - {"formé", "concerné", "élevé", "intéressé"}
_TE_PARTICIPLES = word_set(
    """
    exécuté planté monté doté acheté testé visité constaté habilité réhabilité recruté ajouté sollicité
    facilité exploité profité orienté présenté représenté alimenté augmenté apporté assisté adapté
    adopté implanté implémenté équipé complété connecté consulté contracté collecté compté daté débuté
    dépisté détecté discuté édité éclaté écouté emprunté exporté financé habité hébergé importé inspecté
    inventorié investi invité jeté limité lotté noté nécessité octroyé opté permuté porté prêté projeté
    protesté racheté raté rapporté récolté reporté resté respecté sensibilisé supporté suscité tenté
    traité transporté validé vacciné voté affecté agité arrêté attesté commenté concerté crédité débité
    documenté enquêté expérimenté fréquenté infecté mérité mandaté médité moulté patenté raconté
    surmonté situé souhaité subventionné déporté emporté audité
    excepté évité acquitté quitté hérité délimité accrédité incité milité capacité
    """
) - {"capacité", "traité", "invité"}
_IRREGULAR = word_set(
    """
    mis soumis remis admis commis promis permis transmis omis émis pris appris compris repris entrepris
    surpris acquis requis conquis fini fourni réuni établi choisi défini garni muni investi réussi
    abouti réparti assorti sorti parti averti converti servi accompli rempli enrichi élargi reçu tenu
    obtenu retenu contenu soutenu maintenu entretenu venu devenu intervenu parvenu survenu prévenu connu
    reconnu vu prévu revu pourvu voulu lu relu vécu vaincu convaincu rendu vendu attendu entendu étendu
    tendu perdu répandu suspendu défendu descendu répondu confondu rompu interrompu battu abattu résolu
    conclu exclu inclus issu paru apparu disparu parcouru secouru mort ouvert couvert découvert offert
    fait refait satisfait dit écrit inscrit décrit prescrit souscrit construit produit reconstruit détruit
    conduit réduit introduit traduit instruit atteint joint touché restreint clos suivi recu elu acquis
    elargi finis elabore
    """
)
_IRREGULAR_FORMS = frozenset(
    form
    for stem in _IRREGULAR
    for form in (
        (stem, stem + "e", stem + "es") if stem.endswith("s") else (stem, stem + "e", stem + "s", stem + "es")
    )
)
_CLASSIFYING = word_set(
    """
    irrigué irriguée irrigués irriguées déplacé déplacée déplacés déplacées améliorés améliorées
    améliorée amélioré handicapés handicapées scolarisés scolarisées déscolarisés déscolarisées
    spécialisés spécialisées décentralisés décentralisées déconcentrés déconcentrées enclavées enclavés
    privés privées privée privé qualifiés qualifiées intégrés intégrées intégrée associés associées
    salariés salariées mariées mariés retournés retournées rapatriés rapatriées réfugiés réfugiées
    diplômés diplômées âgées âgés élevés défavorisés défavorisées désœuvrés clôturés organisés motorisés
    motorisée mécanisés mécanisée certifiées certifiés
    """
)
_EE = re.compile(r"ée?s?$")
_ACCENTLESS = re.compile(r"(?:[a-zà-ÿ]{3,}(?:is|in|form|realis|identifi|construit|install)ees?)$")


NOUNS_LIKE_PARTICIPLES = word_set(
    """
    entreprise entreprises prises mises remises produits produit élus élu élues élue morts faits fait
    reçus vues sorties sortie parties conduites revues revue découvertes réduits suivis écrits conclus
    assises morte couverts établies
    """
) - {"établies"}
"""Participles that are nouns where a noun is due: `25 élus`, `12 produits`."""


def is_participle(word: str) -> bool:
    """Whether a word says what was done with what is counted (`formés`, `prévues`), rather than name it."""
    low = word.lower()
    if low in _CLASSIFYING or low.startswith("entreprise"):
        return False
    if low in _IRREGULAR_FORMS or _ACCENTLESS.search(low):
        return True
    if not _EE.search(low):
        return False
    stem = low.removesuffix("s")
    if stem in _NOUNS_IN_EE or stem.removesuffix("e") in _NOUNS_IN_EE:
        return False
    root = stem.removesuffix("e") if stem.endswith("ée") else stem
    return not (root.endswith("té") and root not in _TE_PARTICIPLES and not stem.endswith("ée"))


_SINGULAR_ADJECTIVE = re.compile(
    r"(?:ique|[ai]l|elle?|ive?|if|aire|ière|ier|ois|oise|ien|ienne|able|ible|ile|ain|aine|eux|euse|eur"
    r"|ale|aux|aniste)$"
)
_APPOSED = word_set(
    """
    pilote cible modèle clé clés type mère relais témoin test fontaine tricycle école
    """
)
_NOT_ADJECTIVES = word_set(
    """
    présents présentes présent présente absents absentes ensemble avril notamment trimestre total
    montant travail
    """
)


def is_adjective(word: str, *, plural: bool) -> bool:
    """Whether a word behind a noun belongs to it: it agrees (`agricoles`) or has an ending for that."""
    low = word.lower()
    if low in FUNCTION_WORDS or low in _NOT_ADJECTIVES or low in TIME_WORDS or is_participle(low):
        return False
    if low in _APPOSED or low in _CLASSIFYING:
        return True
    if plural and len(low) > 2 and low[-1] in "sx" and not low.endswith(("ons", "ois-ci")):
        return True
    return len(low) > 3 and bool(_SINGULAR_ADJECTIVE.search(low))
