"""How many cases Hypothesis draws: as written by default, a tenth in the fast suite, more at night."""

from hypothesis import settings

USUAL = 100  # Hypothesis's own number, which the profile of ./jalon test keeps


def examples(number: int, **options: object) -> settings:
    """Return settings of `number` examples, scaled by the profile of tests/conftest.py, with `options`."""
    profile = settings().max_examples
    return settings(max_examples=max(5, number * profile // USUAL), **options)
