"""Invented data for the style page; nothing here comes from a programme."""

import datetime
from fractions import Fraction

from django.http import QueryDict

from jalon.web.components import Badge, KeyFigure, Link, Progress, Shape
from jalon.web.shown import Absence, Mark, ShownFigure, absent, shown, shown_share
from jalon.web.tables import (
    Cell,
    Column,
    Kind,
    Ordering,
    Pages,
    RowKind,
    Table,
    export_links,
    row,
)

HERE = "#chiffre"


def figures() -> list[tuple[str, ShownFigure]]:
    """Every face of a figure, with what it shows."""
    title = "Personnes formées, cercle de Kora, 2017"
    return [
        ("Un nombre", shown(2173, unit="personnes", href=HERE, title=title)),
        ("Une somme", shown(207_716_144, unit="FCFA", href=HERE, title="Budget alloué, 2017")),
        ("Une part", shown_share(Fraction(124, 232), href=HERE, title="Part insérée")),
        ("Avec reste", shown(50, marks=[Mark.REMAINDER], unit="personnes", href=HERE, title=title)),
        ("Intervalle", shown(59, 63, marks=[Mark.INTERVAL], unit="personnes", href=HERE, title=title)),
        (
            "Contradiction",
            shown(40, 43, marks=[Mark.CONTRADICTION], unit="personnes", href=HERE, title=title),
        ),
        ("Dérivé", shown(1040, marks=[Mark.DERIVED], unit="exploitations", href=HERE, title=title)),
        ("En cours de saisie", shown(23, marks=[Mark.DRAFT], unit="personnes", href=HERE, title=title)),
        (
            "Plusieurs marques",
            shown(43, 73, marks=[Mark.INTERVAL, Mark.REMAINDER], unit="personnes", href=HERE, title=title),
        ),
        ("Zéro, dit par une source", shown(0, unit="EUR", href=HERE, title="Contribution nationale")),
        ("Aucune source", absent(Absence.UNKNOWN, href=HERE, title="Contribution de la commune")),
        ("Rien n’était prévu", absent(Absence.NOT_APPLICABLE)),
        ("Le plan disait zéro", absent(Absence.ZERO_PLAN)),
        ("Cible plus large", absent(Absence.NOT_SPLIT, href=HERE, title="Cible du cercle")),
    ]


def keys() -> list[KeyFigure]:
    """Key figures of an invented programme."""
    return [
        KeyFigure(
            label="Personnes formées",
            figure=shown(2173, href=HERE, title="Personnes formées depuis le début"),
            note="dont 478 femmes et 1 695 hommes",
        ),
        KeyFigure(
            label="Micro-entreprises actives",
            figure=shown(59, 63, marks=[Mark.INTERVAL], href=HERE, title="Micro-entreprises actives"),
            note="au 31 décembre 2024",
        ),
        KeyFigure(
            label="Budget de l’année",
            figure=shown(207_716_144, unit="FCFA", href=HERE, title="Budget 2017"),
            note="316 661,22 EUR à parité fixe",
        ),
        KeyFigure(
            label="Réalisé sur prévu",
            figure=shown_share(Fraction(232, 276), href=HERE, title="Taux physique"),
            progress=Progress(share=232 / 276, words="232 sur 276 personnes"),
        ),
    ]


COLUMNS = (
    Column("title", "Indicateur", sortable=True),
    Column("status", "État"),
    Column("baseline", "Référence", Kind.NUMBER),
    Column("target", "Cible", Kind.NUMBER, sortable=True, group="Année 2024"),
    Column("achieved", "Réalisé", Kind.NUMBER, sortable=True, group="Année 2024"),
    Column("rate", "Taux", Kind.PERCENT, group="Année 2024"),
    Column("asof", "Arrêté au", Kind.DATE),
)


def table(query: QueryDict, *, cards: bool = False) -> Table:
    """A results table of an invented programme."""
    day = datetime.date(2024, 12, 5)
    done, going = Badge("Terminé", Shape.FULL), Badge("En cours", Shape.HALF)
    rows = [
        row("R1 · Les jeunes exercent une activité génératrice de revenus", kind=RowKind.SECTION),
        row(
            Cell("Jeunes formés à un métier", href=HERE, note="personnes"),
            done,
            shown(0, href=HERE),
            shown(276, href=HERE),
            shown(232, href=HERE),
            shown_share(Fraction(232, 276), href=HERE),
            day,
        ),
        row(
            "dont femmes",
            None,
            None,
            absent(Absence.NOT_SPLIT),
            shown(124, href=HERE),
            absent(Absence.NOT_APPLICABLE),
            day,
            level=1,
        ),
        row(
            "dont hommes",
            None,
            None,
            absent(Absence.NOT_SPLIT),
            shown(96, href=HERE),
            absent(Absence.NOT_APPLICABLE),
            day,
            level=1,
        ),
        row(
            "non précisé",
            None,
            None,
            None,
            shown(12, marks=[Mark.REMAINDER], href=HERE),
            None,
            day,
            level=1,
            kind=RowKind.REMAINDER,
        ),
        row(
            Cell("Micro-entreprises actives", href=HERE, note="entreprises"),
            going,
            absent(Absence.UNKNOWN),
            shown(35, href=HERE),
            shown(18, 22, marks=[Mark.CONTRADICTION], href=HERE),
            shown_share(Fraction(18, 35), Fraction(22, 35), marks=[Mark.CONTRADICTION], href=HERE),
            day,
        ),
        row("R2 · La situation nutritionnelle des familles s’améliore", kind=RowKind.SECTION),
        row(
            Cell("Exploitations appuyées", href=HERE, note="exploitations"),
            going,
            shown(3800, href=HERE),
            shown(5000, href=HERE),
            shown(1040, marks=[Mark.DERIVED], href=HERE),
            shown_share(Fraction(1040, 1200), marks=[Mark.DERIVED], href=HERE),
            day,
        ),
        row(
            Cell("Périmètres maraîchers aménagés", href=HERE, note="hectares"),
            Badge("À venir", Shape.EMPTY),
            shown(0, href=HERE),
            shown(12, href=HERE),
            absent(Absence.UNKNOWN),
            absent(Absence.UNKNOWN),
            None,
        ),
    ]
    totals = [
        row(
            "Total des personnes formées",
            None,
            shown(0, href=HERE),
            shown(276, href=HERE),
            shown(232, href=HERE),
            shown_share(Fraction(232, 276), href=HERE),
            day,
            kind=RowKind.TOTAL,
        )
    ]
    return Table(
        id="cartes" if cards else "indicateurs",
        caption="Cadre de résultats, en cartes" if cards else "Cadre de résultats",
        note="Programme de Kora (inventé), année 2024, découpage de 2016",
        columns=COLUMNS,
        rows=rows,
        totals=totals,
        ordering=Ordering.read(
            query, {"title": "title", "target": "target", "achieved": "achieved"}, default="title"
        ),
        pages=Pages(
            number=2,
            last=9,
            total=412,
            first_row=51,
            last_row=100,
            previous="?page=1",
            next="?page=3",
            links=(
                Link("1", "?page=1"),
                Link("2", "?page=2", current=True),
                Link("3", "?page=3"),
                None,
                Link("9", "?page=9"),
            ),
        ),
        exports=export_links(query),
        cards=cards,
    )


def empty_table() -> Table:
    """A table without rows."""
    return Table(
        id="vide",
        caption="Écritures",
        columns=COLUMNS[:3],
        empty="Aucune écriture pour ce lieu et cette période.",
    )


def progress() -> list[Progress]:
    """Progress bars: some, none, beyond what was planned, unknown."""
    return [
        Progress(share=0.84, words="84,1 % : 232 sur 276 personnes"),
        Progress(share=0.0, words="0 % : 0 sur 20 personnes"),
        Progress(share=1.24, words="124 % : 62 sur 50 personnes, au-delà du prévu"),
        Progress(share=None, words="sans objet : rien n’était prévu"),
    ]
