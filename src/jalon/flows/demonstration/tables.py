"""TOML tables into dataclasses, strictly: an unknown key, a missing one or a wrong kind is refused."""

import dataclasses
import types
import typing
from collections.abc import Mapping
from typing import Any, TypeVar

T = TypeVar("T")

_KINDS = {str: "un texte", int: "un entier", bool: "vrai ou faux"}


class ContentProblem(ValueError):
    """The demonstration content cannot be read: a French sentence with the file, the table and the key."""


def build(cls: type[T], table: Mapping[str, Any], where: str) -> T:
    """Build a dataclass from a TOML table.

    Fields may be str, int, bool, a dataclass, `X | None`, `dict[str, str]`, or a tuple of any of these.
    Raises ContentProblem, which begins with `where`.
    """
    hints = typing.get_type_hints(cls)
    fields = {field.name: field for field in dataclasses.fields(typing.cast(Any, cls))}
    if unknown := sorted(set(table) - set(fields)):
        raise ContentProblem(f"{where} : clé inconnue « {unknown[0]} ». Clés admises : {', '.join(fields)}.")
    for name, field in fields.items():
        required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        if required and name not in table:
            raise ContentProblem(f"{where} : il manque la clé « {name} ».")
    return cls(**{name: _value(hints[name], value, f"{where}, {name}") for name, value in table.items()})


def _value(hint: Any, value: Any, where: str) -> Any:
    if isinstance(hint, types.UnionType):
        return _value(next(one for one in typing.get_args(hint) if one is not type(None)), value, where)
    origin = typing.get_origin(hint)
    if origin is tuple:
        if not isinstance(value, list):
            raise ContentProblem(f"{where} : une liste est attendue.")
        inner = typing.get_args(hint)[0]
        return tuple(_value(inner, one, f"{where} n° {rank}") for rank, one in enumerate(value, start=1))
    if origin is dict:
        if not isinstance(value, dict):
            raise ContentProblem(f"{where} : une table est attendue.")
        return {key: _value(str, one, f"{where}, {key}") for key, one in value.items()}
    if dataclasses.is_dataclass(hint):
        if not isinstance(value, dict):
            raise ContentProblem(f"{where} : une table est attendue.")
        return build(typing.cast(type, hint), value, where)
    if type(value) is not hint:
        raise ContentProblem(f"{where} : {_KINDS[hint]} est attendu, « {value} » est écrit.")
    return value
