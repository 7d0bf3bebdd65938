"""The spellings under which a phone number is found: international, national, and each group as typed."""

from __future__ import annotations

import re

from crmdesk.domain.notation.dialling import country_code, national_form, trunk_prefix, without_trunk
from crmdesk.store.search.folding import fold

_DIGITS = re.compile(r"\d+", re.ASCII)


def phone_text(text: str, region: str | None) -> str:
    """The phone as typed, followed by its digits in international and in national form as far as they can be known.

    `region` (ISO 3166, two letters) is where numbers without a country code are at home.
    """
    typed = without_trunk(text if text.isascii() else fold(text))
    groups = _DIGITS.findall(typed)
    digits = "".join(groups)
    if len(digits) < 4:
        return typed
    forms = _forms(typed.lstrip(" (")[:1] == "+", digits, region)
    return " ".join([typed, *[form for form in forms if form not in groups]])


def _forms(plus: bool, digits: str, region: str | None) -> tuple[str, ...]:
    if plus or digits.startswith("00"):
        international = digits if plus else digits[2:]
        national = national_form(international)
        return (international, national) if national else (international,)
    code = country_code(region) if region else None
    if code is None:
        return (digits,)
    return (code + digits.removeprefix(trunk_prefix(code) or ""), digits)
