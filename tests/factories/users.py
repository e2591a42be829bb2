"""Users, with a password that tests know."""

import functools

import factory
from django.contrib.auth.hashers import make_password
from factory.django import DjangoModelFactory

from jalon.records.users.models import User

PASSWORD = "un long mot de passe d’essai"


class UserFactory(DjangoModelFactory):
    """A user without any role; `UserFactory(is_superuser=True)` is an administrator."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"agent{n}")
    display_name = factory.LazyAttribute(lambda user: user.username.capitalize())

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        user = model_class(*args, **kwargs | {"password": hashed(kwargs.pop("password", PASSWORD))})
        user.save()
        return user


@functools.cache
def hashed(password):
    """The hash of a password, made once: hashing is slow on purpose."""
    return make_password(password)
