"""Three invented sessions of one programme, read by the real reader."""

from jalon.core.reading.reader import read
from jalon.core.reading.series.shapes import Document, Together
from jalon.core.reading.series.together import read_together


def document(text: str, dated: str, *, programme: str = "pafh", above: str = "", key: str = "") -> Document:
    """Return a text, read, as a document of a programme."""
    programmes = frozenset({programme} if programme else ())
    lineage = programmes | ({above} if above else frozenset())
    return Document(
        key or f"{dated} {text[:20]}", text[:30], dated, text, read(text).facts, programmes, lineage
    )


def together(*given: tuple[str, str]) -> Together:
    """Read (day, text) pairs together, as documents of one programme."""
    return read_together(document(text, dated, key=str(number)) for number, (dated, text) in enumerate(given))


FIRST = """COMPTE RENDU DE LA 4e SESSION DU COMITÉ DE PILOTAGE
Programme d’appui aux filières horticoles (PAFH)

Budget du programme : 1 250 000 000 FCFA.
Date de fin du programme : décembre 2024.

État d’avancement
- 1 120 ménages ont reçu des semences améliorées depuis le début du programme ;
- 14 forages ont été équipés de pompes solaires ;
- En 2021, 640 productrices ont été formées aux techniques de compostage.
- 230 tonnes d’échalote ont été commercialisées par les coopératives.

Recommandations
1. Rendre opérationnelle la base de données des bénéficiaires du programme.
2. Réhabiliter la piste qui relie les périmètres au marché de Koutiala.
3. Convoquer la prochaine session en mars 2023.
"""
SECOND = """COMPTE RENDU DE LA 5e SESSION DU COMITÉ DE PILOTAGE
Programme d’appui aux filières horticoles (PAFH)

Budget du programme : 1 520 000 000 FCFA.
Date de fin du programme : juin 2024.

Suivi des recommandations
N°\tRecommandation\tResponsable\tÉtat
1\tRendre opérationnelle la base de données des bénéficiaires du programme\tCoordination\tNon réalisée
2\tRéhabiliter la piste reliant les périmètres au marché de Koutiala\tMairie\tRéalisée

État d’avancement
- 1 780 ménages ont reçu des semences améliorées depuis le début du programme ;
- 22 forages ont été équipés de pompes solaires ;
- En 2021, 610 productrices ont été formées aux techniques de compostage.
- 180 tonnes d’échalote ont été commercialisées par les coopératives.
"""
THIRD = """COMPTE RENDU DE LA 6e SESSION DU COMITÉ DE PILOTAGE
Programme d’appui aux filières horticoles (PAFH)

État d’avancement
- 2 310 ménages ont reçu des semences améliorées depuis le début du programme ;
- 220 forages ont été équipés de pompes solaires ;
- 195 tonnes d’échalote ont été commercialisées par les coopératives.

Recommandations
1. Rendre enfin opérationnelle la base de données des bénéficiaires.
2. Convoquer la prochaine session en mars 2025.
"""
SESSIONS = (("2022-03-14", FIRST), ("2023-03-20", SECOND), ("2024-03-18", THIRD))
