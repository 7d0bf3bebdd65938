"""Country codes and trunk prefixes, from the metadata of phonenumbers, read once.

Its parser is too slow for a first pull of hundreds of thousands of numbers; these two tables are enough for searching.
"""

from __future__ import annotations

import re
from functools import cache


def country_code(region: str) -> str | None:
    """The country code of a region (ISO 3166, two letters); None for an unknown one."""
    return _tables()[0].get(region.upper())


def trunk_prefix(code: str) -> str | None:
    """What is dialled before a national number inside the country, "" for nothing; None for an unknown code."""
    return _tables()[1].get(code)


_BRACKETED = re.compile(r"(\s*\(?\s*(?:\+|00)\s*\(?(\d{1,3})\)?\s*)\(0\)")


def without_trunk(text: str) -> str:
    """A number without the bracketed 0 behind its country code, which nobody dials from abroad: +44 (0)20 …"""
    found = _BRACKETED.match(text)
    return found[1] + text[found.end() :] if found and trunk_prefix(found[2]) == "0" else text


def national_form(international: str) -> str | None:
    """An international number's digits as dialled inside its country; None for an unknown country code."""
    for length in (2, 1, 3):  # no country code is the beginning of another one
        code = international[:length]
        trunk = trunk_prefix(code)
        if trunk is not None:
            # In the countries of +1 the trunk prefix is the country code itself and is not written nationally.
            return international[length:] if trunk in ("", "1") else trunk + international[length:]
    return None


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """Country code by region, and trunk prefix by country code."""
    import phonenumbers  # 25 ms
    from phonenumbers.phonemetadata import PhoneMetadata

    codes: dict[str, str] = {}
    prefixes: dict[str, str] = {}
    for code, regions in phonenumbers.COUNTRY_CODE_TO_REGION_CODE.items():
        codes.update(dict.fromkeys(regions, str(code)))
        main = PhoneMetadata.metadata_for_region(regions[0], None) if regions[0] != "001" else None
        prefixes[str(code)] = (main.national_prefix or "") if main else ""
    return codes, prefixes
