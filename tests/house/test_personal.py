"""Personal data is declared beside the model: a new field cannot be forgotten."""

import re

from django.apps import apps
from django.db.models import Model

SOUNDS_PERSONAL = re.compile(
    r"(^|_)(by|author|username|password|email|phone|telephone|first_name|last_name|full_name|display_name|"
    r"birth|born|national_id|signed_by|actor|user_label|responsible_person)($|_)"
)


def own_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("jalon.")]


def test_every_model_says_which_of_its_fields_are_personal() -> None:
    silent = [
        model._meta.label for model in own_models() if not isinstance(vars(model).get("personal"), tuple)
    ]

    assert silent == []


def test_what_is_declared_personal_is_a_field() -> None:
    unknown = [
        f"{model._meta.label}.{name}"
        for model in own_models()
        for name in set(model.personal) - {field.name for field in model._meta.get_fields()}
    ]

    assert unknown == []


def test_a_field_that_sounds_personal_is_declared() -> None:
    forgotten = [
        f"{model._meta.label}.{field.name}"
        for model in own_models()
        for field in model._meta.get_fields()
        if SOUNDS_PERSONAL.search(field.name)
        and not field.is_relation
        and not field.name.endswith("_at")
        and field.name not in model.personal
    ]

    assert forgotten == []
