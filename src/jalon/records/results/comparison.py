"""What changed from one revision of a framework to another, identity by identity."""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from jalon.records.results.queries import Framework, Indicator, Result


@dataclasses.dataclass(frozen=True)
class Difference:
    """One change: of which result or indicator, in what part of it, from what to what.

    Where the whole came or went, `part` is empty and one side is.
    """

    of: str
    is_indicator: bool
    part: str
    before: str
    after: str


Parts = Mapping[str, str]
"""What is said of a thing, by the French name of the part."""


@dataclasses.dataclass(frozen=True)
class _Thing:
    name: str
    is_indicator: bool
    parts: Parts


def differences(before: Framework, after: Framework, axes: Mapping[str, str]) -> list[Difference]:
    """Return what changed, in the order of the later revision, then what went. `axes`: labels by code."""
    old, new = dict(_things(before, axes)), dict(_things(after, axes))
    found: list[Difference] = []
    for key, thing in new.items():
        if key not in old:
            found.append(Difference(thing.name, thing.is_indicator, "", "", _whole(thing)))
        else:
            found += _changed(old[key], thing)
    gone = [thing for key, thing in old.items() if key not in new]
    return found + [Difference(one.name, one.is_indicator, "", _whole(one), "") for one in gone]


def _whole(thing: _Thing) -> str:
    return next(iter(list(thing.parts.values())[1:2]), "")


def _changed(old: _Thing, new: _Thing) -> list[Difference]:
    return [
        Difference(new.name, new.is_indicator, part, old.parts[part], said)
        for part, said in new.parts.items()
        if old.parts[part] != said
    ]


def _things(framework: Framework, axes: Mapping[str, str]) -> Iterator[tuple[str, _Thing]]:
    """Yield results and indicators by a key that both revisions share."""
    yield from _results(framework.results, "", axes)
    for indicator in framework.loose:
        yield _indicator(indicator, "", axes)


def _results(results: Sequence[Result], under: str, axes: Mapping[str, str]) -> Iterator[tuple[str, _Thing]]:
    for result in results:
        parts = {
            _("code"): result.code,
            _("énoncé"): result.statement,
            _("niveau"): result.level,
            _("dépend de"): under,
            _("hypothèses"): result.assumptions,
        }
        yield f"r:{result.uid}", _Thing(result.code, False, parts)
        for indicator in result.indicators:
            yield _indicator(indicator, result.code, axes)
        yield from _results(result.children, result.code, axes)


def _indicator(indicator: Indicator, under: str, axes: Mapping[str, str]) -> tuple[str, _Thing]:
    parts = {
        _("code"): indicator.code,
        _("libellé"): indicator.label,
        _("définition"): indicator.definition,
        _("résultat"): under,
        _("source de vérification"): indicator.verification,
        _("fréquence"): indicator.frequency,
        _("responsable"): indicator.responsible,
        _("ventilations"): ", ".join(sorted(axes.get(code, code) for code in indicator.axes)),
    }
    return f"i:{indicator.uid}", _Thing(f"{indicator.code} {indicator.label}".strip(), True, parts)
