"""Normal forms: when two spellings mean the same value, so that a CRM's notation is no change and no conflict.

A normal form only decides equality; what is kept and shown is the text as typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Hashable
from datetime import UTC, datetime
from functools import lru_cache

from crmdesk.domain.fields import FieldType, Kind, field_of
from crmdesk.domain.values import Entry, Value

# A number as far as it is dialled at once; what is dialled or said behind it tells two numbers apart.
_NUMBER = re.compile(r"(?:tel:)?\s*(?P<number>\+?[\d\s().\-/·\u2010-\u2015]*\d[\s)]*)(?P<tail>.*)", re.DOTALL)
_PHONE_NOISE = re.compile(r"[^\d+]")
_EXTENSION = re.compile(r"(?:;ext=|[,;]?\s*(?:extension|extn|ext|x)[.:]?|#)\s*(\d{1,7})")
_PLAIN_INTERNATIONAL = re.compile(r"\+[1-9][\d \-./]*")
_HANDLE_URL = re.compile(r"(?:https?://)?(?:[a-z\-]+\.)?(?P<host>[a-z]+\.[a-z]+)/(?:in/|@)?(?P<handle>[^/?#]+)/?")
# Where a network's pages are: the same name at another host is somebody else.
_HOSTS = {
    "instagram": ("instagram.com", "instagr.am"),
    "linkedin": ("linkedin.com",),
    "twitter": ("twitter.com", "x.com"),
    "facebook": ("facebook.com", "fb.com"),
    "telegram": ("t.me", "telegram.me"),
}


def normal(kind: Kind, key: str, value: Value | None, region: str | None = None) -> Hashable:
    """The form under which two values of a field are equal; None for an absent value.

    `region` (ISO 3166, two letters) is where national phone numbers of the account are at home.
    """
    if value is None:
        return None
    if isinstance(value, tuple):
        form = entry_form(field_of(kind, key).type)
        return tuple(sorted((form(entry.value, region), entry.label, entry.primary) for entry in value)) or None
    if isinstance(value, str):
        return text_form(field_of(kind, key).type, value, key) or None
    return None if value is False else value  # a zero is a value


def same(kind: Kind, key: str, one: Value | None, other: Value | None, region: str | None = None) -> bool:
    """Whether two values of a field mean the same."""
    if one == other:
        return True
    return normal(kind, key, one, region) == normal(kind, key, other, region)


def text_form(type_: FieldType, text: str, key: str = "") -> str:
    """The normal form of a text of that type in that field."""
    if type_ is FieldType.HANDLE:
        return _handle_form(text, key)
    if type_ in (FieldType.URL, FieldType.IMAGE):
        stripped = text.strip()
        # Within a query a slash is part of what is asked for.
        return stripped if "?" in stripped or "#" in stripped else stripped.removesuffix("/")
    if type_ is FieldType.MOMENT:
        return _moment_form(text)
    return plain_form(text)


def _handle_form(text: str, key: str) -> str:
    """The name alone, where the text is one or the plain address of its page in that network; else the text."""
    stripped = plain_form(text)
    found = _HANDLE_URL.fullmatch(stripped.lower())
    if found and found["host"] in _HOSTS.get(key, ()):
        return found["handle"]
    return stripped if "/" in stripped else stripped.lower().removeprefix("@")


def plain_form(text: str) -> str:
    """Composed accents, unified line ends, no trailing blanks."""
    if text.isascii() and "\r" not in text and " \n" not in text and "\t\n" not in text:
        return text.strip()
    unified = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(line.rstrip() for line in unified.split("\n")).strip()


def _moment_form(text: str) -> str:
    stripped = text.strip()
    try:
        moment = datetime.fromisoformat(stripped)
    except ValueError:
        return stripped
    if ":" not in stripped:
        return stripped  # a day is no moment
    # A CRM that leaves the zone out means UTC by our contract; the desk never compares two machines' clocks.
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat()


def entry_form(type_: FieldType) -> Callable[[str, str | None], str]:
    """The function that gives the normal form of one entry of a list of that type."""
    return _ENTRY_FORMS.get(type_, _tag)


def _tag(text: str, region: str | None = None) -> str:
    return plain_form(text)


def tag_form(text: str) -> str:
    """By what a tag is the same as another one: without regard to case, and to blanks around and between its words."""
    return " ".join(plain_form(text).split()).casefold()


def email_form(text: str, region: str | None = None) -> str:
    """An email address in lower case, composed."""
    return plain_form(text).lower()


def phone_form(text: str, region: str | None = None) -> str:
    """E.164 where the number says its country or the region tells it, else its digits; and what is dialled behind it.

    A number in plain international notation is read without the library: a first pull meets hundreds of thousands.
    """
    if _PLAIN_INTERNATIONAL.fullmatch(text):
        return "+" + "".join(re.findall(r"\d+", text))
    return "".join(_phone_parts(text, region))


def phone_stem(text: str, region: str | None = None) -> str:
    """The number alone, without extension, pauses and codes: by it a row whose code was changed is known again."""
    return _phone_parts(text, region)[0]


@lru_cache(maxsize=50_000)
def _phone_parts(text: str, region: str | None) -> tuple[str, str]:
    """The number and what follows it, each in its form; a text that begins with no number is all number."""
    import phonenumbers  # 25 ms

    cleaned = "".join(
        str(unicodedata.digit(one)) if one.isdigit() else one for one in unicodedata.normalize("NFKC", text)
    )
    cleaned = cleaned.strip().lower()
    found = _NUMBER.fullmatch(cleaned)
    if found is None:
        return plain_form(text).casefold(), ""
    tail = found["tail"].strip()
    extension = _EXTENSION.fullmatch(tail)
    said = any(one.isalpha() for one in tail)
    tail = f";ext={extension[1]}" if extension else (" " if said else "").join(tail.split())
    try:
        number = phonenumbers.parse(found["number"], region)
    except phonenumbers.NumberParseException:
        digits = _PHONE_NOISE.sub("", found["number"])
        return ("+" + digits[2:] if digits.startswith("00") and len(digits) > 6 else digits), tail
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)), tail


def entry_stem(type_: FieldType) -> Callable[[str, str | None], str] | None:
    """The function that gives the part by which a changed entry of such a list is known again; None where all is."""
    return phone_stem if type_ is FieldType.PHONES else None


_ENTRY_FORMS: dict[FieldType, Callable[[str, str | None], str]] = {
    FieldType.EMAILS: email_form,
    FieldType.PHONES: phone_form,
}


def entry_key(kind: Kind, key: str, entry: Entry, region: str | None = None) -> str:
    """The normal form of an entry of a list field."""
    return entry_form(field_of(kind, key).type)(entry.value, region)
