"""The spellings under which a phone number is found: international, national, and each group as typed.

Country codes and trunk prefixes come from the metadata of phonenumbers, read once; its parser is too slow for a first
pull of hundreds of thousands.
"""

from __future__ import annotations

import re
from functools import cache

from crmdesk.store.folding import fold

_DIGITS = re.compile(r"\d+", re.ASCII)


def phone_text(text: str, region: str | None) -> str:
    """The phone as typed, followed by its digits in international and in national form as far as they can be known."""
    typed = text if text.isascii() else fold(text)
    groups = _DIGITS.findall(typed)
    digits = "".join(groups)
    if len(digits) < 4:
        return typed
    forms = _forms(typed.lstrip(" (")[:1] == "+", digits, region)
    return " ".join([typed, *[form for form in forms if form not in groups]])


def _forms(plus: bool, digits: str, region: str | None) -> tuple[str, ...]:
    codes, prefixes = _metadata()
    if plus:
        international = digits
    elif digits.startswith("00"):
        international = digits[2:]
    elif region and (code := codes.get(region.upper())):
        trunk = prefixes[code]
        inner = digits[len(trunk) :] if trunk and digits.startswith(trunk) else digits
        return (code + inner, digits)
    else:
        return (digits,)
    national = national_form(international)
    return (international, national) if national else (international,)


def national_form(international: str) -> str | None:
    """The number as dialled inside its country; None for an unknown country code."""
    prefixes = _metadata()[1]
    for length in (2, 1, 3):  # no country code is the beginning of another one
        code = international[:length]
        if code in prefixes:
            trunk = prefixes[code]
            # In the countries of +1 the trunk prefix is the country code itself and is not written nationally.
            return international[length:] if trunk in ("", "1") else trunk + international[length:]
    return None


@cache
def _metadata() -> tuple[dict[str, str], dict[str, str]]:
    """Country code by region, and trunk prefix ("" for none) by country code."""
    import phonenumbers
    from phonenumbers.phonemetadata import PhoneMetadata

    codes: dict[str, str] = {}
    prefixes: dict[str, str] = {}
    for code, regions in phonenumbers.COUNTRY_CODE_TO_REGION_CODE.items():
        codes.update(dict.fromkeys(regions, str(code)))
        main = PhoneMetadata.metadata_for_region(regions[0], None) if regions[0] != "001" else None
        prefixes[str(code)] = (main.national_prefix or "") if main else ""
    return codes, prefixes
