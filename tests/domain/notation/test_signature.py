"""A mail's signature is taken apart into what it says; what is no piece of it is left over; other texts are none."""

from __future__ import annotations

import pytest

from crmdesk.domain.notation.signature import Signature, read

_ENGLISH = """Kind regards,

Ada Quill | Senior Sales Manager
Inkwell Properties Pty Ltd
T: (03) 9555 0101  M: +61 412 555 010
12 Main Street, Carlton VIC 3053
E ada@inkwell.example | www.inkwell.example
Member of the Guild
"""
_GERMAN = """--
Jörg Müller
Geschäftsführer
Müller & Söhne GmbH
Hauptstraße 12
80331 München
Tel. 089 / 555 0101 · Fax 089 555 0102
Mobil: +49 171 5550103
joerg@mueller.example
"""
_SPANISH = "Un saludo,\nLucía Gómez de la Vega\nDirectora comercial\nMóvil 612 345 678\nlucia@vega.example"


@pytest.mark.parametrize(
    ("text", "region", "expected"),
    [
        (
            _ENGLISH,
            "AU",
            Signature(
                "Ada Quill", "Senior Sales Manager", "Inkwell Properties Pty Ltd", ("ada@inkwell.example",),
                (("work", "(03) 9555 0101"), ("mobile", "+61 412 555 010")), "12 Main Street, Carlton VIC 3053",
                "www.inkwell.example", ("Member of the Guild",),
            ),
        ),
        (
            _GERMAN,
            "DE",
            Signature(
                "Jörg Müller", "Geschäftsführer", "Müller & Söhne GmbH", ("joerg@mueller.example",),
                (("work", "089 / 555 0101"), ("fax", "089 555 0102"), ("mobile", "+49 171 5550103")),
                "Hauptstraße 12\n80331 München",
            ),
        ),
        (
            _SPANISH,
            "ES",
            Signature(
                "Lucía Gómez de la Vega", "Directora comercial", "", ("lucia@vega.example",),
                (("mobile", "612 345 678"),),
            ),
        ),
    ],
)  # fmt: skip
def test_the_pieces_of_a_signature_are_found_as_they_stand(text: str, region: str, expected: Signature) -> None:
    assert read(text, region) == expected


def test_without_a_region_only_numbers_with_their_country_code_are_found_and_the_rest_is_kept() -> None:
    found = read(_GERMAN)
    assert found is not None
    assert found.phones == (("mobile", "+49 171 5550103"),)
    assert any("089 555 0102" in line for line in found.rest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ada@quill.example",
        "See you on Monday",
        "Call 2026 or 12",
        "a@b.example x" * 400,
        "\n".join(["ada@quill.example x"] * 40),
    ],
)
def test_other_texts_are_none(text: str) -> None:
    assert read(text, "DE") is None
