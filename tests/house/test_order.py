"""Foreign keys keep the written order of records: what is above points down, never the reverse."""

import tomllib
from pathlib import Path

from django.apps import apps
from django.db.models import Field, Model

ROOT = Path(__file__).parents[2]


def written_order() -> list[str]:
    """Return the apps of records from the bottom up, as the import contract lists them."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    return next(c["layers"][::-1] for c in contracts if c.get("containers") == ["jalon.records"])


def own_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("jalon.")]


def relations(model: type[Model]) -> list[Field]:
    return [field for field in model._meta.get_fields() if field.is_relation and not field.auto_created]


def test_every_app_of_records_is_in_the_written_order() -> None:
    folders = {path.parent.name for path in (ROOT / "src/jalon/records").glob("*/models.py")}

    assert folders - set(written_order()) == set()


def test_foreign_keys_point_to_their_own_app_or_lower() -> None:
    order = written_order()
    rising = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in own_models()
        for field in relations(model)
        if field.related_model._meta.app_label in order
        and order.index(field.related_model._meta.app_label) > order.index(model._meta.app_label)
    ]

    assert rising == []


def test_no_generic_foreign_key() -> None:
    generic = [
        f"{model._meta.label}.{field.name}"
        for model in own_models()
        for field in relations(model)
        if field.related_model is None
    ]

    assert generic == []
