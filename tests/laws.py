"""How many examples a law draws whose every example is a whole desk: few, the same each time, or many new ones.

`dev.py test tests/stories/test_single_creates.py --hypothesis-profile=many` draws a hundred times as many, each run
others; a failing one prints how it is told again.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

USUAL, MANY = 100, 10_000  # what each profile draws of a law that says nothing about it
_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def register_profiles() -> None:
    """The usual one for each change, and the one for a night."""
    settings.register_profile(
        "desk", max_examples=USUAL, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
    )
    settings.register_profile("many", settings.get_profile("desk"), max_examples=MANY)
    settings.load_profile("desk")  # a busy machine is not a fault of the code


def examples(number: int, *, same: bool = True) -> settings:
    """So many examples of a law, the `same` each time; a hundred times as many, and new ones, in the profile `many`."""
    drawn = settings.default.max_examples if settings.default is not None else USUAL
    many = max(1, number * drawn // USUAL)
    return settings(max_examples=many, deadline=None, derandomize=same and drawn <= USUAL, suppress_health_check=_SLOW)
