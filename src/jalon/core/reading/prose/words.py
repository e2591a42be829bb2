"""Words by which actions are said: infinitives, nouns of doing."""

_NOT_VERBS = (
    r"atelier|dossier|chantier|calendrier|courrier|cahier|premier|dernier|papier|mobilier|financier|particulier"
    r"|quartier|m[ée]tier|fichier|foncier|routier|hier|mer|fer|hiver|cher|enfer|outillier|infirmier|b[ée]tail|foyer"
    r"|loyer|panier|entier|r[ée]gulier|s[ée]jour|plaisir|avenir|loisir|d[ée]sir|souvenir|pouvoir|savoir|devoir|cuir"
    r"|espoir|janvier|f[ée]vrier|levier|palier|leader|manager|banquier|conseiller|policier|officier|chevalier"
    r"|hospitalier|saisonnier|journalier|maraîcher|maraicher|verger|berger|clavier|sanitaire"
)

INFINITIVE = (
    rf"(?!(?:{_NOT_VERBS})s?\b)"
    r"[a-zà-ÿœ-]*(?:[a-zà-ÿ]er|ir|mettre|prendre|endre|ondre|uire|[ldé]ire|crire|faire|suivre|vivre|aître|clure|clore"
    r"|indre|être|battre|vaincre|soudre|traire|rompre|perdre|mordre)\b"
)
"""A verb that is to be done, as one word."""

TO_DO = (
    r"(?:ne\s+(?:pas|plus)\s+|bien\s+|mieux\s+|tout\s+|s'|se\s+|y\s+|l'|les?\s+|la\s+|en\s+|leur\s+|lui\s+)*"
    rf"{INFINITIVE}"
)
"""A verb with what may stand before it."""

_NOT_DOING = (
    r"villages?|m[ée]nages?|barrages?|d[ée]partements?|gouvernements?|documents?|avantages?|dommages?|pourcentages?"
    r"|r[èe]glements?|groupements?|populations?|associations?|institutions?|f[ée]d[ée]rations?|directions?"
    r"|d[ée]l[ée]gations?|commissions?|stations?|b[âa]timents?|fourrages?|p[âa]turages?|semences|finances?"
)
DOING = (
    rf"(?!(?:{_NOT_DOING})\b)(?:"
    r"[a-zà-ÿœ-]+(?:tion|sion|ment|age|ance|ence|ature|erture|ecture)s?|mises?|suivi|poursuite|tenue|reprise|mise"
    r"|recherche|appui|visites?|[ée]tudes?|transfert|transmission|revue|lecture|cl[ôo]ture|relance|envoi|choix|remise"
    r"|achat|r[ée]daction|prise|collecte|audit|bilan|[ée]change|missions?|conduite|recrutement|d[ée]marrage|plaidoyer"
    r"|mise-en-place|signature|construction|prorogation|campagnes?|rencontres?|ateliers?|r[ée]unions?)"
)
NOUN_OF_DOING = rf"(?:la|le|l'|les|une?|des)\s*(?:[a-zà-ÿ]+(?:ères?|elles?|ales?)\s+)?(?:{DOING})\b"
"""A noun of doing (`DOING`) with its article: `la mise à jour`, `l'établissement`."""

_SUBJUNCTIVE = (
    r"fasse|mette|transmette|remette|soumette|permette|prenne|reprenne|entreprenne|puisse|veille|tienne|maintienne"
    r"|soutienne|vienne|aille|dispose|envoie|produise|conduise|fournisse|établisse|définisse|réunisse|investisse|rédige"
    r"|organise|poursuive|suive|assure|désigne|renforce|accélère|améliore|accompagne|appuie|partage|participe|contribue"
    r"|publie|élabore|mobilise|verse|libère|ouvre|accorde|consacre|respecte|intègre|adopte|associe|implique|informe"
    r"|contacte|relance|réalise|étudie|examine|présente|prépare|finalise|revoie|prévoie|paie|paye|engage|approprie|rende"
    r"|garde|donne|reçoive|bénéficie|travaille|travaillent|communique|crée|mène|achève|tiennent|recense|identifie|utilise"
    r"|forme|recrute|installe|livre|construise|répare|entretienne|cède|mutualise|harmonise|nomme|élise|choisisse|signe"
    r"|soit|aie|ait|actualise|dresse|procède|prolonge|mobilise|facilite|diffuse|collecte|vérifie|valide|élargisse"
    r"|convoque|rembourse|restitue|termine|lance|affecte|saisisse|inscrive|prévienne|récupère|remplace|invite"
)
WILL_DO = (
    r"(?:\s(?:ne|se|y|en|l[ea]s?|leur|lui|nous)|\s(?:s|l)'(?=\w))*(?:\s|(?<='))"
    rf"(?P<does>(?:{_SUBJUNCTIVE})(?:nt|s)?\b|soient\b|aient\b"
    r"|[a-zà-ÿ]+(?:era|eront|ira|iront|dra|dront|tra|tront|erait|eraient)\b)"
)
"""After a subject, a verb of the future or the subjunctive: what follows `il est convenu que la mairie`."""
