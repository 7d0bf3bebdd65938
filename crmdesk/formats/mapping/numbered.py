"""Several columns of one kind: `E-mail 2 - Value` with `E-mail 2 - Label`, `Phone 3`, `E-Mail 2: Adresse`.

One rule for all: a name, a number, and what of the entry the column holds. The first often has no number.
"""

from __future__ import annotations

import re

from crmdesk.formats.mapping.uses import Part, Use

_NAMES = {
    "emails": "e-mail email e-mails mail e-mail-adresse correo",
    "phones": "phone phones telephone telefon tel teléfono",
    "website": "website web",
}
_FIELDS = {name: field for field, names in _NAMES.items() for name in names.split()}
_PARTS = {
    "value": Part.VALUE, "address": Part.VALUE, "adresse": Part.VALUE, "number": Part.VALUE, "valor": Part.VALUE,
    "": Part.VALUE, "wert": Part.VALUE, "label": Part.LABEL, "type": Part.LABEL, "typ": Part.LABEL,
    "etiqueta": Part.LABEL, "tipo": Part.LABEL,
}  # fmt: skip
_COLUMN = re.compile(r"(?P<name>[^\W\d]+(?:-[^\W\d]+)*)[\s_]*(?P<number>\d{1,3})?(?:\s*[-–:]\s*|[\s_]+|$)(?P<part>\w*)")


def use_of(column: str) -> Use | None:
    """What a numbered column means; None for one that is none, or whose name is not known.

    A plain name without number and part is none: that is for the general names.
    """
    found = _COLUMN.fullmatch(" ".join(column.split()))
    if found is None or (found["number"] is None and not found["part"]):
        return None
    key, part = _FIELDS.get(found["name"].casefold()), _PARTS.get(found["part"].casefold())
    if key is None or part is None or (key == "website" and (part is Part.LABEL or found["number"] not in ("1", None))):
        return None
    # Numbers of general columns are 0, so that `E-mail Type` belongs to `E-mail Address`, and number 1 is the same one.
    number = int(found["number"] or 1)
    return Use(column, key, part=part, number=number if number > 1 else 0, why="Its name and number say so.")
