"""Nouns whose counts set the scene: where a project works, what it is made of, what harm was suffered."""

import re

from jalon.core.reading.counts.words import word_set

SCENERY = word_set(
    """
    commune communes village villages cercle cercles région régions localité localités pays province
    provinces département départements quartier quartiers composantes composante diocèses niveaux axes
    arrondissements préfectures habitants
    """
)
PARTS_OF_A_PROJECT = word_set(
    """
    volets volet composantes composante axes guichets
    """
)
HARM = word_set(
    """
    décès morts mort blessés blessées blessé tués victimes sinistrés sinistrées conflits incidents attaques
    disparus inondations
    """
)
HARMED = re.compile(
    r"[^.;:,0-9]{0,40}?\b(?:(?:ont|a|sont|étaient|avaient) (?:été )?(?:déplacée?s?|détruite?s?|tuée?s?"
    r"|effondrée?s?"
    r"|inondée?s?|affectée?s?|perdue?s?|démissionné|connu une rupture|endommagée?s?|sinistrée?s?"
    r"|blessée?s?)"
    r"|en situation d[e']|en panne|détruites?|à sec)\b"
)
