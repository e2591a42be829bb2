"""The passes for values alone, printed in one line a fact."""

from collections.abc import Callable

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.scan.ages import ages
from jalon.core.reading.scan.bare_years import bare_years
from jalon.core.reading.scan.contacts import contacts
from jalon.core.reading.scan.dates import dates
from jalon.core.reading.scan.durations import durations
from jalon.core.reading.scan.money import money
from jalon.core.reading.scan.percentages import percentages
from jalon.core.reading.scan.periods import periods
from jalon.core.reading.scan.references import references
from jalon.core.reading.scan.times import times
from jalon.core.reading.surface import Surface

PASSES: tuple[Callable[[Surface], None], ...] = (
    *(contacts, references, periods, dates, bare_years, percentages, ages, money, times, durations),
)


def facts(text: str) -> list[Fact]:
    """The values of a text in its order."""
    surface = Surface(text)
    for one in PASSES:
        one(surface)
    return sorted(surface.facts, key=lambda fact: fact.start)


def found(text: str) -> list[str]:
    """`quote = value` for each; with the type in front when there are several types."""
    read = facts(text)
    several = len({fact.type for fact in read}) > 1
    return [f"{fact.type} {_printed(fact, text)}" if several else _printed(fact, text) for fact in read]


def _printed(fact: Fact, text: str) -> str:
    value = str(fact.value)
    if fact.type is FactType.AGE_RANGE and isinstance(fact.value, tuple):
        value = "-".join("" if end is None else str(end) for end in fact.value)
    if fact.type is FactType.MONEY:
        value += f" {fact.text('currency')}"
    return f"{text[fact.start : fact.end]} = {value}"
