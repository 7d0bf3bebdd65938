"""Country codes and trunk prefixes of a few countries that differ."""

from __future__ import annotations

import pytest

from crmdesk.domain.notation.dialling import country_code, national_form


@pytest.mark.parametrize(
    ("international", "national"),
    [
        ("493312", "03312"),
        ("442079460000", "02079460000"),
        ("12125550199", "2125550199"),
        ("390612345", "0612345"),
        ("34911234", "911234"),
        ("79161234", "89161234"),
        ("37061234", "061234"),
        ("999123", None),
        ("", None),
    ],
)
def test_a_number_as_dialled_inside_its_country(international: str, national: str | None) -> None:
    assert national_form(international) == national


def test_the_code_of_a_region() -> None:
    assert country_code("de") == "49"
    assert country_code("CA") == "1"
    assert country_code("xx") is None
