"""What the verbs of a sentence say of its counts: done, still to do, or how things simply are."""

import re
from typing import NamedTuple

PLANNED, DONE, SCENE, SAME, PURPOSE = "planned", "achieved", "context", "same", "purpose"

_BETWEEN = (
    r"(?:[ ](?:déjà|également|aussi|ainsi|pu|toutes?|tous|enfin|bien|donc|été|ensuite|alors"
    r"|effectivement))*"
)
_PARTICIPLE = (
    r"[^\W\d_]{1,16}(?:é|ée|és|ées|i|ie|is|ies|ise|ises|u|ue|us|ues|it|its|ite|ites|ert|erts|erte|ertes)\b"
)
_INFINITIVE = r"[^\W\d_]{1,14}(?:er|ir|re)\b"
_ROLES = (
    (
        PLANNED,
        r"(?:a|ont|avait|avaient|ayant|est|sont)(?:[ ]été)?[ ](?:également[ ])?(?:promis|recommand"
        r"|suggér|propos|convenu"
        r"|sollicit|annonc|souhait|prévu|planifi|programm|engagée?s?[ ][àa])[^\W\d_]*"
        r"(?=[ ](?:de|d'|à|que|la|le|l'|les|des|aux?|pour)\b)"
        r"|(?:a|ont|avait|avaient)[ ](?:été[ ])?(?:invit|exhort)[^\W\d_]*"
        r"(?=[ ](?:[^\W\d_'][^ .;:,]*[ ]){0,6}?à[ ])"
        rf"|(?:a|ont)[ ](?:été[ ])?(?:décidé|demandé|chargé)[^\W\d_]*(?=[ ](?:de|d'|à|la|le|l'|aux?)\b)"
        r"|[^\W\d_]++(?:(?<=[eiudvtr]ra)|(?<=[eiudvtr]ront))"
        r"|nous[ ][^\W\d_]{2,}rons\b|j[e'][ ]?[^\W\d_]{2,}rai\b"
        rf"|(?:va|vont|allons|iront|ira)(?:,[^,;.]{{1,24}},)?[ ](?:également[ ]|ainsi[ ]"
        rf"|donc[ ])?{_INFINITIVE}"
        r"|(?:devr|pourr|ser|aur|permettr|viser|porter|toucher|couvrir|concerner)(?:ait|aient)\b"
        r"|doi(?:t|vent)\b|fa(?:ut|llait)\b"
        r"|(?:est|sont|était|étaient)[ ](?:également[ ])?(?:prévue?s?|attendue?s?|programmée?s?"
        r"|planifiée?s?|envisagée?s?"
        r"|demandée?s?|recommandée?s?|proposée?s?|convenu|souhaitée?s?|sollicitée?s?|question[ ]de)\b"
        r"|prévoi(?:t|ent|r|ent|yait)\b|prévoyaient\b|envisage(?:nt)?\b|vis(?:e|ent|ait|aient|ant|er)\b"
        r"|(?<!\bla[ ])(?<!\bune[ ])(?<!\bde[ ])(?<!\bleur[ ])(?<!\bcette[ ])(?<!\bsa[ ])cibl(?:e|ent"
        r"|ant|er)\b"
        r"|ambitionne(?:nt)?\b|projette(?:nt)?\b|planifie(?:nt)?\b|espère(?:nt)?\b|souhaite(?:nt)?\b"
        rf"|(?:compte|comptent|entend|entendent|espèrent|veut|veulent|comptons)[ ]{_INFINITIVE}"
        r"|(?<!\bla[ ])(?<!\bune[ ])(?<!\bde[ ])(?<!\bleur[ ])(?:sollicite|demande|requiert|nécessite"
        r"|recommande"
        r"|suggère|propose|promet|exhorte)(?:nt|ent)?\b"
        r"|se[ ]propose(?:nt)?\b|s'engage(?:nt)?\b|s'(?:est|étai(?:t|ent))[ ]engagée?s?\b"
        r"|se[ ]sont[ ]engagée?s?\b"
        r"|d'ici\b|à[ ]l'horizon\b",
    ),
    (
        PURPOSE,
        rf"(?:afin[ ]de|afin[ ]d'|en[ ]vue[ ]d(?:e[ ]|'))[^\W\d_]*"
        rf"|pour[ ](?:[^\W\d_']{{1,12}}[ ])?{_INFINITIVE}|(?:reste|restent)[ ]à\b|promesses?[ ]de\b"
        r"|(?:pour|avec)[ ](?:ambition|objectif)\b|prochaines?[ ]étapes?\b|besoins?[ ]de\b"
        r"|s'agi(?:t|ra|ssait)[ ]d(?:e\b|')"
        r"|(?:convention|accord|contrat|protocole|marché|appel[ ]d'offres)s?[ ]port(?:e|ent|ant)[ ]sur\b"
        r"|cibles?(?=[ ](?:est|était|fixée|annuelle|trimestrielle|de[ ][0-9]|\()|[ ]?:)"
        r"|prévisionnel(?:le)?s?\b"
        r"|objectifs?(?=[ ](?:est|de|d'|:|était|à|principal|général|visé|spécifique|initial|fixé)|[ ]?:)",
    ),
    (
        SCENE,
        r"(?:(?<!\ben[ ])(?<!\bun[ ])(?<!\ble[ ])(?<!\bdu[ ])(?<!\bce[ ])compte(?![ -](?:rendu|tenu"
        r"|bancaire))"
        r"|comptent|comptait|comptaient|comporte|comportent|abrite|abritent|accueille|accueillent"
        r"|regroupe|regroupent|comprend|comprennent|peuple|peuplent|vivent|siègent|subissent|souffre"
        r"|souffrent"
        r"|risquent|appartiennent|fonctionnent|intervient|interviennent|manquent|héberge|hébergent"
        r"|habite|habitent|couvre|couvrent|dépend|dépendent|recense|recensent|accueillaient|accueillait)\b"
        r"|(?:est|sont|était|étaient)[ ](?:en[ ](?!service|activité|fonction|exploitation)|située?s?"
        r"|classée?s?|recensée?s?|exposée?s?|affectée?s?"
        r"|menacée?s?|membres?|mères?)"
        r"|mères?[ ]de\b|pères?[ ]de\b|il[ ](?:en[ ])?reste\b"
        r"|(?:n'a|n'ont|n'avai(?:t|ent)|n'est|n'étai(?:t|ent))\b(?![ ](?:eu|cessé))"
        r"|(?:a|ont|avait|avaient)[ ]été[ ](?:déplac|détruit|tué|affecté|endommag|inond|bless|sinistr"
        r"|enlev)[^\W\d_]*"
        r"|(?:a|ont)[ ](?:besoin\b|détruit|emporté|endommagé|ravagé|tué|empêché|retardé|compromis"
        r"|perturbé|félicité|remercié|salué)[^\W\d_]*"
        r"|(?:a|ont|avait|avaient)[ ](?=[0-9]|deux\b|trois\b|quatre\b)",
    ),
    (
        DONE,
        rf"(?:a|ont|avait|avaient|eut|eurent|avons|ayant|ai)(?:[ ](?:aux?"
        rf"|à)[ ][^ ]+)?{_BETWEEN}[ ]{_PARTICIPLE}"
        rf"|(?:est|sont|[eé]tait|[eé]taient)(?:[ ]désormais|[ ]maintenant|[ ]déjà)?[ ]"
        r"(?:réalis|construit|achev|termin|livr|install|réhabilit|équip|form|fonctionnel|opérationnel"
        r"|aménag|mis|attein"
        r"|organis|reçu|parven|distribu|sort|bénéfici|servi|récept|entré|pass|présent|représent)[^\W\d_]*"
        r"|affiche(?:nt)?\b|permis[ ]d(?:e\b|')|fu(?:t|rent)[ ][^\W\d_]+|bénéficie(?:nt)?\b",
    ),
    (SAME, r"s'y[ ]ajoute(?:nt)?\b|à[ ]quoi[ ]s'ajoute(?:nt)?\b|ainsi[ ]que\b"),
)
_VERBS = re.compile(r"(?<!\w)(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _ROLES) + ")")
_FUTURE = re.compile(r"[^\W\d_]+r(?:a|ont)\Z")
_NOT_FUTURE = frozenset(
    {"opéra", "caméra", "choléra", "agora", "front", "affront", "extra", "ultra", "infra", "intra"}
)


class Verb(NamedTuple):
    """A verb, or words that do as one, and what it says of what it governs."""

    start: int
    end: int
    role: str


def verbs_in(sentence: str, start: int) -> list[Verb]:
    """Return the verbs of a sentence in their order; `start` is where the sentence begins in the text."""
    found = []
    flat = sentence.replace("\n", " ")
    lower = flat.lower()
    for match in _VERBS.finditer(lower if len(lower) == len(flat) else flat):
        said = flat[match.start() : match.end()]
        if _FUTURE.match(said) and (said in _NOT_FUTURE or (match.start() and said[0].isupper())):
            continue
        found.append(Verb(start + match.start(), start + match.end(), str(match.lastgroup)))
    return found
