"""Users, with a password that tests know."""

import factory
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
        return model_class.objects.create_user(*args, password=kwargs.pop("password", PASSWORD), **kwargs)
