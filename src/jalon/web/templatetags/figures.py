"""Tags that show figures; the one renderer of a figure is here."""

from typing import Any

from django import template

from jalon.core.values.number_formats import Exact, format_number, format_percent
from jalon.web.shown import Absence, Mark, ShownFigure

register = template.Library()


@register.inclusion_tag("components/figure.html")
def figure(f: ShownFigure | None, *, compact: bool = False) -> dict[str, Any]:
    """Show a figure: quiet link, value, unit, marks; None is « non renseigné ».

    `compact`, in tables, prints the sign of an absence without its words.
    """
    return {"f": f or ShownFigure(absence=Absence.UNKNOWN), "compact": compact}


@register.inclusion_tag("components/legend.html")
def legend() -> dict[str, Any]:
    """Show what each mark means."""
    return {"marks": list(Mark), "absences": list(Absence)}


@register.filter
def number(value: Exact, decimals: int | None = None) -> str:
    """Return a number in French; empty for None."""
    return "" if value is None else format_number(value, decimals)


@register.filter
def percent(share: Exact, decimals: int = 1) -> str:
    """Return a share of one as a French percentage; empty for None."""
    return "" if share is None else format_percent(share, decimals)
