"""Landmarks of Mali for the symbol map, set by hand to about five kilometres: (longitude, latitude).

They place the eye and nothing else: no figure depends on them. An installation elsewhere hands in its own.
"""

LANDMARKS: dict[str, tuple[float, float]] = {
    "Kayes": (-11.44, 14.45),
    "Koulikoro": (-7.56, 12.87),
    "Bamako": (-8.0, 12.64),
    "Sikasso": (-5.67, 11.32),
    "Ségou": (-6.26, 13.44),
    "San": (-4.9, 13.3),
    "Mopti": (-4.19, 14.49),
    "Douentza": (-2.95, 15.0),
    "Tombouctou": (-3.0, 16.77),
    "Gao": (-0.04, 16.27),
    "Kidal": (1.41, 18.44),
    "Ménaka": (2.4, 15.92),
    "Taoudénit": (-3.98, 22.67),
}

# The Niger from the Guinean border to the border of Niger, by its towns and bends.
NIGER: tuple[tuple[float, float], ...] = (
    (-8.95, 11.9),
    (-8.38, 12.2),
    (-8.0, 12.62),
    (-7.56, 12.86),
    (-6.9, 13.2),
    (-6.26, 13.45),
    (-5.87, 13.7),
    (-5.35, 14.05),
    (-4.95, 14.25),
    (-4.2, 14.52),
    (-4.1, 15.1),
    (-4.05, 15.6),
    (-3.99, 15.93),
    (-3.4, 16.26),
    (-3.05, 16.68),
    (-2.4, 16.9),
    (-1.6, 16.95),
    (-0.75, 16.97),
    (-0.3, 16.6),
    (-0.04, 16.25),
    (0.5, 15.67),
    (0.9, 15.2),
)
