"""The French sentences of every problem, by code. What is wrong, where, and what to do."""

SENTENCES: dict[str, str] = {
    # Questions
    "unknown_account": "l’indicateur « {account} » n’existe pas dans ce registre ; vérifiez sa clé.",
    "no_account": "la question ne nomme aucun indicateur ; donnez au moins une clé dans « accounts ».",
    "unknown_place": "le lieu « {place} » n’existe pas ; déclarez-le ou corrigez sa clé.",
    "unknown_division": "le découpage « {division} » n’existe pas ; aucun lieu ne s’y rattache. "
    "Corrigez la clé ou déclarez le découpage.",
    "period_reversed": "la période finit le {end} avant de commencer le {start} ; inversez les deux dates.",
    "units_differ": "l’indicateur « {account} » se compte en {unit}, les autres en {other} : "
    "ils ne s’additionnent pas ; posez une question par unité.",
    "additivity_differs": "l’indicateur « {account} » ne s’additionne pas comme les autres dans le temps "
    "ou dans l’espace ; posez une question par indicateur.",
    "rate_of_planned": "un taux se demande à un stade autre que « planned » : il divise déjà par le prévu.",
    "axis_repeated": "l’axe « {axis} » figure deux fois dans « by » ; retirez l’un des deux.",
    "too_many_axes": "au plus {most} axes de ventilation à la fois ; retirez-en.",
    "question_too_fine": "la ventilation demandée compte plus de {most} lignes de temps ; "
    "choisissez un pas plus grand ou une période plus courte.",
    # Lines of a file
    "broken_line": "la ligne n’est pas un objet JSON lisible ({detail}) ; corrigez-la ou supprimez-la.",
    "not_an_object": "la ligne doit être un objet JSON entre accolades ; corrigez-la.",
    "repeated_key": "la clé « {key} » figure deux fois dans la même ligne ; gardez-en une.",
    "unknown_line": "la ligne ne dit pas ce qu’elle est ; elle doit porter l’une des clés {known}.",
    "unknown_key": "la clé « {key} » est inconnue pour {what} ; clés admises : {known}.",
    "missing_key": "il manque la clé « {key} » à {what} ; ajoutez-la.",
    "wrong_type": "« {key} » doit être {expected} ; on lit {found}.",
    "bad_choice": "« {key} » vaut « {found} » ; valeurs admises : {known}.",
    "bad_date": "« {key} » : la date « {found} » n’existe pas ; "
    "écrivez une date du calendrier sous la forme AAAA-MM-JJ.",
    "bad_instant": "« {key} » : l’instant « {found} » n’est pas lisible ; "
    "écrivez-le en temps universel, par exemple 2017-03-13T08:00:00Z.",
    "bad_amount": "« {key} » : « {found} » n’est pas un nombre ; écrivez un nombre décimal entre guillemets, "
    'sans espace et avec un point, par exemple "12.50".',
    "too_many_decimals": "« {key} » : « {found} » a plus de décimales que l’unité {unit} n’en admet "
    "({decimals}) ; arrondissez à la source ou corrigez l’unité.",
    "negative": "« {key} » : « {found} » est négatif ; un effectif ou un montant ne peut l’être, "
    "une correction se fait par un retrait.",
    "too_large": "« {key} » : « {found} » dépasse ce que le registre peut porter ; vérifiez le nombre.",
    "postings_missing": "l’écriture « {entry} » n’a aucune ligne ; "
    "ajoutez au moins une ligne à « postings ».",
    "event_period": "l’événement « {entry} » se date d’un seul jour avec « on » (le dernier s’il a duré) ; "
    "retirez « from ».",
    "dates_missing": "l’écriture « {entry} » n’est pas datée ; donnez « on » pour un événement, "
    "« from » et « to » pour un constat.",
    "dates_twice": "l’écriture « {entry} » est datée deux fois ; donnez « on » ou bien « from » et « to ».",
    "version_assumed": "l’écriture prévue « {entry} » ne nomme pas la version de son plan ; "
    "elle est prise pour la première. Donnez un numéro à « version ».",
    "undeclared_parent": "le lieu « {place} » n’est nommé que comme parent ; il est admis, "
    "de niveau inconnu. Ajoutez sa ligne pour lui donner un niveau.",
    "event_of_stock": "l’événement « {entry} » porte sur l’indicateur « {account} », qui ne s’additionne pas "
    "dans le temps et ne prend que des constats ; il ne sera pas compté.",
    "line_too_long": "la ligne dépasse {most} caractères ; "
    "ce n’est pas un registre, ou bien l’écriture est à scinder.",
    "version_unwanted": "l’écriture « {entry} » n’est pas prévue, elle ne peut nommer une version de plan ; "
    "mettez « version » à null.",
    "division_missing": "l’écriture « {entry} » nomme le lieu « {place} », qui dépend du découpage, "
    "sans dire lequel ; donnez « division ».",
    "undeclared_account": "l’indicateur « {account} » n’est déclaré nulle part dans le registre ; "
    "ajoutez sa ligne ou corrigez sa clé.",
    "undeclared_place": "le lieu « {place} » n’est déclaré nulle part dans le registre ; "
    "ajoutez sa ligne ou corrigez sa clé.",
    "undeclared_division": "le découpage « {division} » n’existe pas : aucun lieu ne s’y rattache ; "
    "corrigez sa clé ou ajoutez-le.",
    "undeclared_entry": "l’acte porte sur l’écriture « {entry} », qui n’existe pas dans le registre ; "
    "ajoutez-la ou corrigez sa clé.",
    "parent_unit": "l’indicateur « {account} » se compte en {unit} ({decimals} décimales) et son parent "
    "« {parent} » en {other} ({other_decimals}) ; ils doivent avoir la même unité.",
    "circle": "« {key} » se trouve sous lui-même{where} ; corrigez son rattachement.",
    "zone_of_zones": "la zone « {key} » porte le nom d’un lieu ou contient une autre zone ; "
    "donnez-lui un nom à elle et la liste de ses lieux.",
    "half_ratio": "l’indicateur « {account} » donne « numerator » sans « denominator », ou l’inverse ; "
    "donnez les deux ou aucun.",
    "changed": "{what} « {key} » est déjà dans le registre avec un autre contenu, et rien ne s’y modifie ; "
    "retirez et remplacez une écriture par des actes, ou corrigez la clé.",
    "replaced_by_unwanted": "seul un retrait (« withdraw ») peut nommer une écriture qui remplace ; "
    "mettez « replaced_by » à null.",
    "replaced_by_itself": "l’écriture « {entry} » ne peut se remplacer elle-même ; corrigez « replaced_by ».",
    "few_persons": "un jugement porte sur au moins deux personnes différentes ; complétez « persons ».",
    "axis_taken": "« {key} » ne peut servir d’axe de ventilation : le mot a déjà un sens ; renommez l’axe.",
    "person_and_group": "une ligne ne peut porter à la fois une personne et un groupe ; faites-en deux.",
    "unstorable": "« {key} » contient un caractère interdit (nul, ou une moitié de caractère) ; retirez-le.",
    "currency_decimals": "l’indicateur « {account} » se compte en {unit}, qui admet {most} décimale(s) : "
    "on lit {decimals} ; corrigez « decimals ».",
    "not_utf8": "le fichier n’est pas écrit en UTF-8 ; enregistrez-le de nouveau dans ce codage.",
}

WHAT: dict[str, str] = {
    "place": "un lieu",
    "zone": "une zone",
    "division": "un découpage",
    "account": "un indicateur",
    "version": "une version de plan",
    "group": "un groupe",
    "member": "un membre de groupe",
    "source": "une source",
    "entry": "une écriture",
    "posting": "une ligne d’écriture",
    "act": "un acte",
    "judgement": "un jugement",
    "question": "une question",
}

ALREADY: dict[str, str] = {
    "place": "le lieu",
    "zone": "la zone",
    "division": "le découpage",
    "account": "l’indicateur",
    "version": "la version de plan",
    "group": "le groupe",
    "source": "la source",
    "entry": "l’écriture",
    "judgement": "le jugement",
}
