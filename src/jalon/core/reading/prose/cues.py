"""How French minutes and reports say in running text that something is to be done."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from jalon.core.reading.prose.words import DOING, NOUN_OF_DOING, TO_DO

_ADVERB = (
    r"(?:également|aussi|en outre|par ailleurs|enfin|ensuite|vivement|fortement|unanimement|instamment"
    r"|donc|ainsi|alors|toutefois|en conséquence|notamment|de nouveau|à nouveau|d'un commun accord"
    r"|à l'unanimité|formellement|d'ores et déjà|surtout|[a-zé]{3,12}ment)"
).replace(" ", r"\s+")
_ADV = (
    rf"(?:{_ADVERB}\s+|,\s+(?:pour\s+(?:sa|leur)\s+part|de\s+(?:son|leur)\s+côté|quant\s+à\s+\w+|en\s+outre"
    r"|à\s+cet\s+effet|dans\s+ce\s+cadre|à\s+(?:son|leur)\s+tour),\s+){0,2}"
)

KINDS: Mapping[str, str] = {
    r"recommand|pr[ée]conis|conseill|exhort|invit|encourag|appel|pri[ée]": "recommandation",
    r"conven|d[ée]cid|reten|arr[êe]t": "décision",
    r"sugg[ée]r|propos|souhait": "suggestion",
    r"demand|exig|instrui|enjoi|charg": "demande",
    r"pr[ée]vu|envisag|programm|planifi|projet": "perspective",
}
"""Beginnings of verbs, and the kind of action they say."""

_SAID = (
    r"recommand[ée]e?s?|pr[ée]conis[ée]e?s?|conseill[ée]e?s?|convenue?s?|d[ée]cid[ée]e?s?|retenue?s?"
    r"|arr[êe]t[ée]e?s?|sugg[ée]r[ée]e?s?|propos[ée]e?s?|souhait[ée]e?s?|demand[ée]e?s?|exig[ée]e?s?"
    r"|instruite?s?|enjointe?s?"
)
_PLANNED = r"pr[ée]vue?|envisag[ée]e?|programm[ée]e?|planifi[ée]e?|projet[ée]e?"
_SAYS = (
    r"(?:recommande|conseille|pr[ée]conise|sugg[èe]re|propose|demande|exige|d[ée]cide|souhaite"
    r"|conviennent)(?:nt)?"
)
_MOVED = r"invit[ée]e?s?|exhort[ée]e?s?|encourag[ée]e?s?|appel[ée]e?s?|pri[ée]e?s?|instruite?s?|charg[ée]e?s?"
_MOVES = r"(?:invite|exhorte|encourage|appelle|prie|charge)(?:nt)?|instrui(?:t|sent)"

_TO = r"(?:\s+(?:à|au|aux)\s+(?P<to>[^.;:]{1,120}?))?(?:\s*,[^,.;:]{1,100},)?"
_WHAT = rf"\s+(?:de\s+(?={TO_DO})|d'(?={TO_DO})|(?P<that>que\s+|qu')|(?:de\s+)?(?={NOUN_OF_DOING}))"
_CLAUSE = rf"\s+(?:de\s+(?={TO_DO})|d'(?={TO_DO})|que\s+|qu')"
_DO_IT = rf"(?:de\s+|d')(?={TO_DO})"
_OBJECT = (
    r"\s+(?!(?:[a-zé]+ment|néanmoins|toutefois|cependant|aussi|donc|également)\s+(?:à|de|d')\b)"
    rf"(?P<to>[^.;:]{{2,120}}?)\s+(?:à\s+|de\s+|d')(?={TO_DO})"
)
_WORTH = (
    r"pertinent|souhaitable|opportun|utile|judicieux|n[ée]cessaire|important|indiqu[ée]|int[ée]ressant|urgent"
    r"|imp[ée]ratif|indispensable|primordial|essentiel|capital|pr[ée]f[ée]rable"
)
_HOLDS = (
    r"mise?s?\s+en\s+(?:place|œuvre|oeuvre|ligne)|organis[ée]e?s?|[ée]labor[ée]e?s?|transmise?s?|partag[ée]e?s?"
    r"|effectu[ée]e?s?|r[ée]alis[ée]e?s?|cré[ée]e?s?|soumise?s?|envoy[ée]e?s?|finalis[ée]e?s?|valid[ée]e?s?"
    r"|convoqu[ée]e?s?|tenue?s?|men[ée]e?s?|conduite?s?|entreprise?s?|prise?s?|adress[ée]e?s?|engag[ée]e?s?|revue?s?"
    r"|actualis[ée]e?s?|int[ée]gr[ée]e?s?|produite?s?|diffus[ée]e?s?|initi[ée]e?s?|poursuivie?s?|renforc[ée]e?s?"
    r"|support[ée]e?s?|assur[ée]e?s?|recrut[ée]e?s?|install[ée]e?s?|livr[ée]e?s?|remise?s?|relanc[ée]e?s?|inform[ée]e?s?"
    r"|associ[ée]e?s?|impliqu[ée]e?s?|recens[ée]e?s?|v[ée]rifi[ée]e?s?|corrig[ée]e?s?|compl[ée]t[ée]e?s?|maintenue?s?"
    r"|suspendue?s?|remplac[ée]e?s?|r[ée]partie?s?|vers[ée]e?s?|saisie?s?|sollicit[ée]e?s?|form[ée]e?s?|lanc[ée]e?s?"
    r"|construite?s?|r[ée]habilit[ée]e?s?|distribu[ée]e?s?|r[ée]vis[ée]e?s?|présentée?s?|examin[ée]e?s?"
)
_PARTICIPLE = r"[a-zà-ÿœ]+(?:é|ée|és|ées|is|ise|ises|it|ite|ites|us?|ues?|erts?|ertes?|aits?|aites?)\b"
_WILL = (
    r"(?:mett|transmett|soumett|remett|recrut|assur|ouvri|organis|élabor|partag|prend|réalis|produi|fourni|appui"
    r"|donn|vers|cré|convoqu|rédig|condui|construi|form|finalis|lanc|procéd|veill|poursuiv|renforc|contact|saisi"
    r"|adress|diffus|mèn|présent|apport|financ|install|livr|étudi|examin|prépar|actualis|effectu|entrepren"
    r"|accompagn|tiend|communiqu|évalu|intégr|inform|désign|instal|achèt|dot|mobilis|rend|relanc|recens|identifi"
    r"|vérifi|contrôl|corrig|complèt|rembours|recrut|sensibilis|répar|remplac|prêt|cèd|offri|affect|suiv|désint"
    r"|réhabilit|équip|distribu|étend|prolong|consult|invit|négoci|sign|visit|pilot|coordonn|superviser?|centralis)"
    r"(?:e?ra|e?ront|ra|ront)"
)
_NOT_DONE = (
    r"ser|aur|pourr|devr|permettr|faudr|vaudr|ir|viendr|verr|rester|deviendr|coûter|durer|compter|comprendr|bénéficier"
    r"|atteindr|commencer|débuter|porter|couvrir|toucher|concerner|représenter|tiendr|existe?r|dépendr|constituer|suffir"
    r"|s'élèver|s'achèver|prendra\s+fin|interviendr|continuer|aider|favoriser|contribuer|améliorer|réduir|consister"
    r"|voudr|saur|semblera|demander|nécessiter|impliquer|servir|figurer|voir|diminuer|augmenter|passer|succéder"
)
_ANY_WILL = rf"(?!(?:{_NOT_DONE})(?:a|ont)\b)[a-zà-ÿœ]{{2,}}r(?:a|ont)\b"
_WILL_SEND = (
    rf"(?:{_WILL}|se\s+charger(?:a|ont)|s'occuper(?:a|ont)|enver(?:ra|ront)|fera\s+parvenir"
    r"|se\s+tiend(?:ra|ront))"
)
_WE_WISH = (
    r"souhaitons|souhaiterions|aimerions|voudrions|voulons|envisageons|prévoyons|projetons|comptons"
    r"|espérons\s+pouvoir"
)
_POLITE = (
    r"(?:vous|leur)\s|(?:bien\s+)?(?:remercier|exprimer|saluer|rappeler|souligner|féliciter|noter|voir|savoir|préciser"
    r"|dire|insister|attirer|rendre\s+hommage|informer|espérer|démontrer|prouver|penser|signaler|apprendre|croire"
    r"|adresser|témoigner|constater|mentionner|comprendre|partager|ajouter|rajouter)\b"
)
_COMING = (
    r"(?:[Pp]erspectives|[Pp]rochaines\s+[ée]tapes|[ée]tapes\s+(?:[àa]\s+venir|suivantes|prochaines)"
    r"|[Aa]ctions\s+(?:[àa]\s+venir|futures|prochaines))"
)


_PROMISED = (
    r"se\s+charge(?:nt)?|s'est\s+chargée?|se\s+sont\s+chargée?s|s'occupe(?:nt)?|s'est\s+proposée?s?\s+pour"
    r"|se\s+propose(?:nt)?|se\s+port(?:e|ent)\s+(?:volontaires?|garante?s?)"
)
_READY = (
    rf"(?:s'est\s+{_ADV}(?:dite?|déclarée?|montrée?)|se\s+sont\s+{_ADV}(?:dite?s|déclarée?s|montrée?s)"
    r"|se\s+(?:dit|disent|déclare(?:nt)?|tien(?:t|nent))|est|sont|reste(?:nt)?)\s+"
    rf"{_ADV}(?:tout\s+|toute\s+)?(?:prête?s?|disposée?s?|disponibles?)\s+(?:à|pour)\s+(?={TO_DO}|{NOUN_OF_DOING})"
)
_WILLING = (
    r"(?:a|ont)\s+(?:rassuré|assuré|confirmé|réaffirmé|réitéré|exprimé|marqué|manifesté|renouvelé)\b[^.;:]{0,60}?"
    r"\b(?:disponibilité|volonté|intention|disposition)\b[^.;:]{0,60}?"
    rf"\s(?:à\s+|de\s+|d'|pour\s+)(?={TO_DO}|{NOUN_OF_DOING})"
)
_ASKING = r"(?:demand|recommand|sugg[ée]r|propos|souhait)ant"
_URGING = r"(?:invit|exhort|encourage|appel|pri|charge)ant"
_FOLLOWS = (
    r"[^.;:]{0,40}\b(?:r[ée]unions?|sessions?|rencontres?|s[ée]ances?|assembl[ée]es?|dates?|fin|mois|semaines?|trimestre"
    r"|ann[ée]es?|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)\b"
)
_STUDIED = (
    r"(?:rapports?|programmes?|plans?|budgets?|p\.?t\.?b?\.?a\.?|feuilles?\s+de\s+route|programmations?|chronogrammes?"
    r"|calendriers?|demandes?|propositions?|prorogations?|prolongations?|extensions?|listes?|manuels?|crit[èe]res"
    r"|strat[ée]gies?|projets?\s+de|termes\s+de\s+r[ée]f[ée]rence|conventions?|documents?|r[èe]glements?|outils?"
    r"|r[ée]am[ée]nagements?|r[ée]allocations?|avenants?|cr[ée]ations?|sites?)"
)


_OUTCOME = (
    r"(?:permettre|être|avoir|bénéficier|contribuer|coûter|durer|aider|favoriser|continuer|améliorer|concerner|toucher"
    r"|couvrir|devoir|pouvoir|atteindre|commencer|débuter|naître|voir|changer|résoudre|soulager|s'étaler|s'achever"
    r"|constituer|profiter|jouer|susciter|réduire|augmenter|entraîner|impacter|faciliter|renforcer|de\s+pair)\b"
)


_COMMITTED = (
    rf"(?:(?:a|ont)\s+(?:réaffirmé|réitéré|renouvelé)|réaffirme(?:nt)?|réitère(?:nt)?|renouvelle(?:nt)?)\s+{_ADV}"
    r"(?:son|leur)\s+engagement(?:\s*,[^,.;:]{1,80},)?"
)


class Who(Enum):
    """Where the one who acts is told."""

    NOBODY = "nobody"
    ADDRESSEE = "addressee"
    SUBJECT = "subject"
    AGENT = "agent"


@dataclass(frozen=True, slots=True)
class Cue:
    """A wording after which the action comes.

    `kind` is empty when the verb tells it. `whole`: the action's words begin with the subject or the cue
    itself, not after it. `in_minutes`: it says an action in minutes only, elsewhere it tells what was done.
    `by_body`: outside minutes, only what a committee or the like says. `by_actor`: of one who can act.
    `when_dated`: outside minutes, only with a deadline. `when_undated`: there, with no date but a deadline.
    """

    pattern: re.Pattern[str]
    kind: str = ""
    who: Who = Who.NOBODY
    whole: bool = False
    in_minutes: bool = False
    by_body: bool = False
    by_actor: bool = False
    when_dated: bool = False
    when_undated: bool = False


def _cue(pattern: str, kind: str = "", who: Who = Who.NOBODY, **told: bool) -> Cue:
    return Cue(re.compile(pattern), kind, who, **told)


CUES: tuple[Cue, ...] = (
    _cue(
        rf"[Ii]l\s+(?:a|avait|est|fut|sera)\s+{_ADV}(?:été\s+)?{_ADV}(?P<verb>{_SAID})(?:\s+{_ADVERB})?{_TO}{_WHAT}",
        who=Who.ADDRESSEE,
        whole=True,
    ),
    _cue(
        rf"[Ii]l\s+(?:a|est|avait)\s+{_ADV}(?:été\s+)?{_ADV}(?P<verb>{_PLANNED})\s+(?:{_DO_IT}|(?={NOUN_OF_DOING}))",
        "perspective",
    ),
    _cue(rf"(?:a|ont|sont)\s+{_ADV}(?P<verb>recommand[ée]|d[ée]cid[ée]|convenue?s?|pr[ée]conis[ée])"
         rf"(?:\s+{_ADVERB})?{_TO}\s+{_DO_IT}", who=Who.ADDRESSEE, when_undated=True),
    _cue(rf"(?:a|ont|avait|avaient|sont|est)\s+{_ADV}(?P<verb>{_SAID})(?:\s+{_ADVERB})?{_TO}{_WHAT}",
         who=Who.ADDRESSEE, by_body=True),
    _cue(rf"(?P<verb>(?:recommande|pr[ée]conise)(?:nt)?)(?:\s+{_ADVERB})?{_TO}{_WHAT}",
         who=Who.ADDRESSEE, by_body=True),
    _cue(rf"(?P<verb>{_SAYS})(?:\s+{_ADVERB})?{_TO}{_CLAUSE}", who=Who.ADDRESSEE, by_body=True),
    _cue(rf"(?:a|ont)\s+{_ADV}(?P<verb>{_MOVED}){_OBJECT}", who=Who.ADDRESSEE, by_body=True),
    _cue(rf"(?:(?:a|ont)\s+{_ADV})?(?P<verb>(?:invite|exhorte)(?:nt)?|invité|exhorté){_OBJECT}",
         who=Who.ADDRESSEE),
    _cue(rf"(?P<verb>{_MOVES}){_OBJECT}", who=Who.ADDRESSEE, by_body=True, in_minutes=True),
    _cue(
        rf"(?:est|sont|a\s+été|ont\s+été|sera|seront)\s+{_ADV}(?:(?P<verb>{_MOVED}|tenue?s?)\s+(?:à\s+|de\s+|d')"
        rf"(?={TO_DO}|{NOUN_OF_DOING})|sollicitée?s?\s+pour\s)",
        who=Who.SUBJECT,
        whole=True,
        in_minutes=True,
    ),
    _cue(
        rf"(?:s'engage(?:nt)?|s'est\s+{_ADV}engagée?|se\s+sont\s+{_ADV}engagée?s|(?:a|ont)\s+pris\s+l'engagement"
        rf"|(?:a|ont)\s+promis|{_COMMITTED})\s+{_ADV}"
        rf"(?:à\s+ce\s+que\s+|(?:à\s+|de\s+|d')(?={TO_DO}))",
        "engagement",
        Who.SUBJECT,
        whole=True,
    ),
    _cue(
        rf"(?:(?:promet(?:tent)?|(?:a|ont)\s+promis)\s+(?:{_DO_IT}|que\s+|qu'|(?=l[ae]s?\s|l'|une?\s|des\s))"
        rf"|(?:a|ont)\s+annoncé\s+(?={NOUN_OF_DOING}))",
        "engagement",
        Who.SUBJECT,
        whole=True,
        by_actor=True,
    ),
    _cue(
        rf"(?:{_PROMISED})\s+(?:d[eu]s?\s+|d')(?=\w)",
        "engagement",
        Who.SUBJECT,
        whole=True,
        by_actor=True,
    ),
    _cue(
        rf"(?:(?:accepte(?:nt)?|(?:a|ont)\s+{_ADV}accepté)\s+{_DO_IT}|{_READY})",
        "engagement",
        Who.SUBJECT,
        whole=True,
        by_actor=True,
    ),
    _cue(_WILLING, "engagement", Who.SUBJECT, whole=True, by_actor=True, in_minutes=True),
    _cue(
        rf"(?:compte(?:nt)?|enten(?:d|dent))\s+{_ADV}(?=(?!{_POLITE}){TO_DO})",
        "perspective",
        Who.SUBJECT,
        whole=True,
        by_actor=True,
    ),
    _cue(
        rf"(?:va|vont)(?:\s+|(?=,)){_ADV}(?=(?!{_POLITE}|{_OUTCOME}){TO_DO})",
        "engagement",
        Who.SUBJECT,
        whole=True,
        by_actor=True,
    ),
    _cue(
        r"(?:a|ont)\s+(?:donné|marqué)\s+(?:son|leur)\s+accord\s+(?:pour\s+|à\s+|sur\s+|de\s+)(?:ce\s+que\s+)?",
        "décision",
        Who.SUBJECT,
        whole=True,
        in_minutes=True,
    ),
    _cue(
        r"(?:insiste(?:nt)?|(?:a|ont)\s+insisté|plaide(?:nt)?|(?:a|ont)\s+plaidé)\s+pour\s+(?P<that>que\s+|qu')",
        "recommandation",
        Who.ADDRESSEE,
        whole=True,
        by_body=True,
    ),
    _cue(
        rf"(?:(?:a|ont|avait)\s+{_ADV}(?:donné|passé)\s+(?:pour\s+)?(?:des\s+)?(?:instructions?|mandat|consignes?)"
        r"|(?:[Mm]andat|[Ii]nstruction|[Mm]ission|[Oo]bligation|[Dd]emande)\s+(?:est|a\s+été)\s+(?:donnée?|faite|confiée?))"
        rf"\s+(?:à|au|aux)\s+(?P<to>[^.;:]{{2,100}}?)\s+(?:de\s+|d'|pour\s+)(?={TO_DO})",
        "demande",
        Who.ADDRESSEE,
        whole=True,
    ),
    _cue(
        rf"(?:est|sont|a\s+été|ont\s+été)\s+{_ADV}(?:mandatée?s?|missionnée?s?|autorisée?s?|désignée?s?"
        rf"|responsabilisée?s?)\s+(?:pour|à|afin\s+de)\s+(?={TO_DO})",
        "décision",
        Who.SUBJECT,
        whole=True,
        in_minutes=True,
    ),
    _cue(
        rf"(?:autorise(?:nt)?|mandate(?:nt)?|désigne(?:nt)?|(?:a|ont)\s+{_ADV}(?:autorisé|mandaté|désigné))\s+"
        rf"(?P<to>[^.;:]{{2,100}}?)\s+(?:à|pour)\s+(?={TO_DO})",
        "décision",
        Who.ADDRESSEE,
        by_body=True,
        in_minutes=True,
    ),
    _cue(rf"en\s+(?P<verb>{_ASKING}){_TO}{_CLAUSE}", who=Who.ADDRESSEE, in_minutes=True),
    _cue(rf"en\s+(?P<verb>{_URGING}){_OBJECT}", who=Who.ADDRESSEE, in_minutes=True),
    _cue(
        rf"(?:nous|vous|les|leur)\s+(?P<verb>invite|exhorte|encourage|prie|demande|recommande)(?:nt)?\s+"
        rf"(?:[a-zé]+\s+)?(?:à|de)\s+(?={TO_DO})",
    ),
    _cue(
        rf"[Nn]ous\s+(?P<verb>demandons|recommandons|suggérons|proposons|invitons|exhortons)\s+"
        rf"(?:(?:à|au|aux|les?|la|l')\s*(?P<to>[^.;:]{{2,100}}?)\s+)?(?:à\s+|de\s+|d')(?={TO_DO})",
        who=Who.ADDRESSEE,
    ),
    _cue(
        rf"(?:est|sont|a\s+été|ont\s+été)\s+{_ADV}(?:renvoyée?s?|reportée?s?|différée?s?|ajournée?s?)\s+"
        rf"(?=(?:à|au|aux|en|pour)\b{_FOLLOWS})",
        "décision",
        whole=True,
        in_minutes=True,
    ),
    _cue(
        rf"(?<!qui )(?:a|ont)\s+{_ADV}(?:validé|adopté|approuvé|entériné)\s+"
        rf"(?:l[ea]s?\s+|l'|ce\s+|cette\s+|une?\s+|son\s+)(?={_STUDIED}\b)",
        "décision",
        whole=True,
        by_body=True,
        in_minutes=True,
    ),
    _cue(
        r"(?:[Mm]erci|[Pp]rière|[Vv]euillez)\s+"
        rf"(?:bien\s+(?:vouloir\s+)?)?(?:de\s+|d'|(?<=euillez\s))(?=(?!{_POLITE}){TO_DO})",
        "demande",
        Who.SUBJECT,
    ),
    _cue(
        rf"devrai(?:t|ent)\s+{_ADV}(?=(?!(?:permettre|être|avoir|atteindre|contribuer|durer|bénéficier|toucher|porter"
        rf"|s'élever|s'achever|prendre\s+fin|coûter|pouvoir)\b){TO_DO})",
        "recommandation",
        Who.SUBJECT,
        whole=True,
        by_actor=True,
    ),
    _cue(
        rf"[Nn]ous\s+(?:allons|devons)\s+{_ADV}(?=(?!{_POLITE}){TO_DO})",
        "perspective",
        whole=True,
    ),
    _cue(
        rf"(?:[Uu]n\s+)?appel\s+(?:pressant\s+)?(?:(?:a\s+été|est)\s+lancé\s+)?(?:à\s+l'endroit\s+d\w+|à|aux?)\s+"
        rf"(?P<to>[^.;:]{{2,100}}?)\s+(?:(?:pour|afin)\s+(?P<that>que\s+|qu')|(?:pour|afin\s+de|à)\s+(?={TO_DO}))",
        "recommandation",
        Who.ADDRESSEE,
        in_minutes=True,
    ),
    _cue(
        rf"[Rr]ecommandations\s+[^.;:]{{0,40}}?\b(?:portant|portent|ont\s+porté)\s+(?:[a-zé]+ment\s+)?sur\s+"
        rf"(?={NOUN_OF_DOING})",
        "recommandation",
    ),
    _cue(
        rf"(?<![\w'] )(?:[Uu]ne?|[Dd]es)\s(?:{DOING})\b[^.;:,]{{0,60}}?\s(?:(?:est|sont)\s+{_ADV}"
        rf"(?:envisagée?|prévue?|programmée?|planifiée?)s?|(?:sera|seront)\s+{_ADV}(?:{_HOLDS}))\s"
        r"(?=[^.;:]{0,60}\b(?:au|en|pour|d'ici|avant|courant|le|du|fin|début|dans)\s)",
        "perspective",
        Who.AGENT,
        whole=True,
        in_minutes=True,
        when_dated=True,
    ),
    _cue(
        rf"(?:a|ont)\s[^.;:]{{3,120}}?\set\s+{_ADV}(?P<verb>demandé|recommandé|suggéré|proposé|décidé|souhaité)"
        rf"(?:\s+{_ADVERB})?{_TO}{_CLAUSE}",
        who=Who.ADDRESSEE,
        by_body=True,
    ),
    _cue(
        rf"(?:a|ont)\s[^.;:]{{3,120}}?\set\s+{_ADV}(?P<verb>invité|exhorté|encouragé|appelé|instruit|chargé){_OBJECT}",
        who=Who.ADDRESSEE,
        by_body=True,
    ),
    _cue(
        r"[Nn]ous\s+(?!(?:ser|aur|pourr|verr|devr|saur|voudr|reviendr|parler|continuer)ons\b)[a-zà-ÿœ]{2,}(?:e|d|ett|ui)rons\b",
        "perspective",
        whole=True,
    ),
    _cue(
        rf"(?:prévoi(?:t|ent)|envisage(?:nt)?)\s+{_ADV}{_DO_IT}",
        "perspective",
        Who.SUBJECT,
        whole=True,
        by_actor=True,
    ),
    _cue(
        rf"[Nn]ous\s+(?:{_WE_WISH})\s+{_ADV}(?:{_DO_IT}|(?=(?!{_POLITE}){TO_DO}))",
        "perspective",
        whole=True,
    ),
    _cue(
        rf"[Ii]l\s+(?:nous\s+)?reste(?:ra)?\s+{_ADV}à\s+(?=(?!{_POLITE}){TO_DO})",
        "perspective",
        whole=True,
    ),
    _cue(
        r"exige(?:nt)?\s+(?=(?:une?|des|l[ae]s?)\s[^.;:]{2,80}\s"
        r"(?:sous|avant|d'ici|dans\s+(?:un\s+délai|les))\s)",
        "demande",
        Who.SUBJECT,
        whole=True,
        by_actor=True,
    ),
    _cue(
        rf"(?:a|ont)\s+(?:émis|emis|formulé|exprimé)\s+le\s+(?:vœu|voeu|souhait)\s+(?:{_DO_IT}|que\s+|qu')",
        "engagement",
        Who.SUBJECT,
    ),
    _cue(
        r"(?:a|ont)\s+été\s+(?:[a-zé]+ment\s+)?confiée?s?\s+(?:à|au|aux)\s+(?P<to>[^.;:]{2,120}?)(?=[.;:,]|\s*$)",
        "décision",
        Who.ADDRESSEE,
        whole=True,
        in_minutes=True,
    ),
    _cue(
        rf"devr(?:a|ont)\s+{_ADV}être\s+(?={_PARTICIPLE})",
        "demande",
        Who.AGENT,
        whole=True,
        in_minutes=True,
        when_dated=True,
    ),
    _cue(
        rf"[Ii]l\s+(?:revient|appartient|incombe|reviendra|appartiendra)\s+{_ADV}(?:à|au|aux)\s+(?P<to>[^.;:]{{2,120}}?)\s+{_DO_IT}",
        "recommandation",
        Who.ADDRESSEE,
        in_minutes=True,
    ),
    _cue(
        rf"(?:(?:a|ont)\s+plaidé|plaident?)\s+(?:pour|en\s+faveur\s+d[eu]s?)\s+(?={NOUN_OF_DOING})",
        "recommandation",
        in_minutes=True,
    ),
    _cue(
        rf"(?:devr(?:a|ont)|doi(?:t|vent))\s+{_ADV}(?!(?:s'achever|prendre\s+fin|durer|coûter|avoir|être\s+(?:clôtur|achev|clos|termin)\w*)\b)(?={TO_DO})",
        "demande",
        Who.SUBJECT,
        whole=True,
        in_minutes=True,
        when_dated=True,
    ),
    _cue(
        rf"[Ii]l\s+(?:serait|paraît|semble|apparaît)\s+{_ADV}(?:{_WORTH})\s+(?:{_DO_IT}|que\s+|qu')",
        "suggestion",
        whole=True,
    ),
    _cue(
        rf"[Ii]l\s+(?:est\s+{_ADV}(?:{_WORTH})\s+{_DO_IT}|convient\s+{_ADV}{_DO_IT}"
        rf"|(?:faut|faudra|faudrait|fallait)\s+(?=(?!{_POLITE}){TO_DO}))",
        "recommandation",
        in_minutes=True,
        when_dated=True,
    ),
    _cue(
        rf"(?:sera|seront)\s+{_ADV}(?={_PARTICIPLE}[^.;:]{{0,60}}?\s(?:avant|d'ici|au\s+plus\s+tard)\s)",
        "perspective",
        Who.AGENT,
        whole=True,
        when_dated=True,
    ),
    _cue(
        r"[Ii]l\s+(?:faut|faudra|faudrait)\s+qu(?:e\s+|')(?=\w)",
        "recommandation",
        whole=True,
        in_minutes=True,
    ),
    _cue(
        rf"(?:a|ont)\s+été\s+{_ADV}(?:actée?s?|décidée?s?|convenue?s?|arrêtée?s?)\b",
        "décision",
        whole=True,
        in_minutes=True,
    ),
    _cue(
        rf"[Ll]a\s+nécessité\s+{_DO_IT}|\binsisté\s+sur\s+(?:l'importance|l'urgence)\s+{_DO_IT}",
        "recommandation",
        in_minutes=True,
    ),
    _cue(
        rf"{_COMING}\b[^.;:]{{0,60}}?\b(?:comprennent|incluent|sont|concernent|portent\s+(?:\w+ment\s+)?sur"
        rf"|consistent\s+(?:en|à)|incluant|comprenant|visent\s+à)\s+(?={NOUN_OF_DOING}|{TO_DO})",
        "perspective",
        Who.AGENT,
    ),
    _cue(
        rf"(?:sera|seront)\s+{_ADV}(?:{_HOLDS})(?=\s+à\s+cet\s+effet\b)",
        "perspective",
        Who.AGENT,
        whole=True,
    ),
    _cue(
        rf"(?:sera|seront)\s+{_ADV}(?:{_HOLDS})\b",
        "perspective",
        Who.AGENT,
        whole=True,
        in_minutes=True,
    ),
    _cue(rf"\b(?:{_WILL_SEND})\b", "perspective", Who.SUBJECT, whole=True, by_actor=True),
    _cue(rf"\b{_ANY_WILL}", "perspective", Who.SUBJECT, whole=True, by_actor=True, in_minutes=True),
)  # fmt: skip
"""In the order in which they are tried: an action that one found is not found again.

They begin where a word does (`at_words`), and are written in small letters, as sentences are: five times as
fast as without regard to case.
"""
