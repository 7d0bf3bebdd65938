"""How a postal address is written in its country: the order of its parts, as data.

Source: the postal services' own rules as the Universal Postal Union collects them, known by their common use. A country
that is not here, or not said, is written as most are that name a region: street, then city, region and postcode.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

# Lines are parted by "|". Within one, what stands before a part joins it to what is there already.
_USUAL = "street|city region postcode|country"
_FORMATS: Mapping[str, str] = {
    "street|city, region postcode|country": "CN JP KR PR TW US",  # in Latin letters; in their own script see below
    _USUAL: "AU CA",
    "street|city postcode|region|country": "IL IN NG NZ PE PK SA SG",
    "street|postcode city|region|country": (
        "AR AT BE BG CH CL CY CZ DE DK DZ EE FI FR GR HR IS LI LT LU MA MC MY NL NO PH PL PT RO RS SE SI SK TN"
    ),
    "street|postcode city region|country": "ES IT SM VA",
    "street|postcode city/region|country": "TR",
    "street|postcode city, region|country": "MX",
    "street|city - region|postcode|country": "BR",
    "street|city, region, postcode|country": "CO",
    "street|city|region|postcode|country": "GB IE EG KE RU UA ZA",
    "street|city|region postcode|country": "AE HK ID TH VN",
    "city|street|postcode|region|country": "HU",
}
# From the large to the small, where the address is in the country's own script.
_NATIVE: Mapping[str, str] = {
    "JP": "country|postcode|region city|street",
    "CN": "country|postcode|region city|street",
    "TW": "country|postcode|region city|street",
    "KR": "country|region city|street|postcode",
}
_BY_CODE = {code: form for form, codes in _FORMATS.items() for code in codes.split()}
# What a CRM may write instead of the two letters: three letters, the English name, its own name.
_NAMES: Mapping[str, str] = {
    "AE": "are,uae,united arab emirates", "AR": "arg,argentina", "AT": "aut,austria,österreich",
    "AU": "aus,australia", "BE": "bel,belgium,belgië,belgique", "BG": "bgr,bulgaria", "BR": "bra,brazil,brasil",
    "CA": "can,canada", "CH": "che,switzerland,schweiz,suisse,svizzera", "CL": "chl,chile", "CN": "chn,china,中国",
    "CO": "col,colombia", "CY": "cyp,cyprus", "CZ": "cze,czechia,czech republic,česko", "DE": "deu,germany,deutschland",
    "DK": "dnk,denmark,danmark", "DZ": "dza,algeria", "EE": "est,estonia,eesti", "EG": "egy,egypt",
    "ES": "esp,spain,españa", "FI": "fin,finland,suomi", "FR": "fra,france",
    "GB": "gbr,uk,united kingdom,great britain,england,scotland,wales,northern ireland", "GR": "grc,greece,ελλάδα",
    "HK": "hkg,hong kong,香港", "HR": "hrv,croatia,hrvatska", "HU": "hun,hungary,magyarország", "ID": "idn,indonesia",
    "IE": "irl,ireland,éire", "IL": "isr,israel", "IN": "ind,india", "IS": "isl,iceland,ísland",
    "IT": "ita,italy,italia",
    "JP": "jpn,japan,日本", "KE": "ken,kenya", "KR": "kor,south korea,republic of korea,korea,대한민국",
    "LI": "lie,liechtenstein", "LT": "ltu,lithuania,lietuva", "LU": "lux,luxembourg", "MA": "mar,morocco,maroc",
    "MC": "mco,monaco", "MX": "mex,mexico,méxico", "MY": "mys,malaysia", "NG": "nga,nigeria",
    "NL": "nld,netherlands,nederland,holland", "NO": "nor,norway,norge", "NZ": "nzl,new zealand,aotearoa",
    "PE": "per,peru,perú", "PH": "phl,philippines,pilipinas", "PK": "pak,pakistan", "PL": "pol,poland,polska",
    "PR": "pri,puerto rico", "PT": "prt,portugal", "RO": "rou,romania,românia", "RS": "srb,serbia,srbija",
    "RU": "rus,russia,russian federation,россия", "SA": "sau,saudi arabia", "SE": "swe,sweden,sverige",
    "SG": "sgp,singapore", "SI": "svn,slovenia,slovenija", "SK": "svk,slovakia,slovensko", "SM": "smr,san marino",
    "TH": "tha,thailand", "TN": "tun,tunisia", "TR": "tur,turkey,türkiye", "TW": "twn,taiwan,台灣,臺灣",
    "UA": "ukr,ukraine,україна", "US": "usa,united states,united states of america,america",
    "VA": "vat,vatican city", "VN": "vnm,vietnam,viet nam,việt nam", "ZA": "zaf,south africa",
}  # fmt: skip
_CODES = {name: code for code, names in _NAMES.items() for name in (code.lower(), *names.split(","))}
_PART = re.compile(r"(street|city|region|postcode|country)")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def country_code(text: str) -> str:
    """The two letters of a country, by any of its usual names; "" for one that is not known."""
    return _CODES.get(text.strip().casefold().replace(".", "").removeprefix("the "), "")


def formatted(parts: Mapping[str, str]) -> str:
    """The parts (`street`, `city`, `region`, `postcode`, `country`) as a block of lines, in their country's order."""
    form = _form(parts.get("country", ""), parts.get("city", "") + parts.get("street", ""))
    return "\n".join(filter(None, (_line(line, parts) for line in form.split("|"))))


def _form(country: str, script: str) -> str:
    code = country_code(country)
    if code in _NATIVE and _CJK.search(script):
        return _NATIVE[code]
    return _BY_CODE.get(code, _USUAL)


def _line(form: str, parts: Mapping[str, str]) -> str:
    text = ""
    for joint, part in _joined(form):
        if said := parts.get(part, "").strip():
            text += f"{joint if text else ''}{said}"
    return text


@lru_cache(maxsize=256)
def _joined(form: str) -> tuple[tuple[str, str], ...]:
    """The parts of a line, each with what stands before it."""
    pieces = _PART.split(form)
    return tuple(zip(pieces[::2], pieces[1::2], strict=False))
