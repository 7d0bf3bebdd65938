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

_PHONE_NOISE = re.compile(r"[^\d+]")
_EXTENSION = re.compile(r"(?:;ext=|\bext\.?|\bx|#)\s*(\d{1,7})\s*$", re.IGNORECASE)
_PLAIN_INTERNATIONAL = re.compile(r"\+[1-9][\d \-./]*")
_HANDLE_URL = re.compile(
    r"^(?:https?://)?(?:[a-z]+\.)?[a-z0-9\-]+\.(?:com|me|org|net)/(?:in/|@)?([^/?#]+)/?(?:[?#].*)?$"
)


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
        return text_form(field_of(kind, key).type, value) or None
    return value or None


def same(kind: Kind, key: str, one: Value | None, other: Value | None, region: str | None = None) -> bool:
    """Whether two values of a field mean the same."""
    if one == other:
        return True
    return normal(kind, key, one, region) == normal(kind, key, other, region)


def text_form(type_: FieldType, text: str) -> str:
    """The normal form of a text of that type."""
    if type_ is FieldType.HANDLE:
        lowered = text.strip().lower()
        found = _HANDLE_URL.match(lowered)
        return (found.group(1) if found else lowered).removeprefix("@")
    if type_ in (FieldType.URL, FieldType.IMAGE):
        return text.strip().rstrip("/")
    if type_ is FieldType.MOMENT:
        return _moment_form(text)
    return plain_form(text)


def plain_form(text: str) -> str:
    """Composed accents, unified line ends, no trailing blanks."""
    if text.isascii() and "\r" not in text and " \n" not in text and "\t\n" not in text:
        return text.strip()
    unified = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(line.rstrip() for line in unified.split("\n")).strip()


def _moment_form(text: str) -> str:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text.strip()
    # A CRM that leaves the zone out means UTC by our contract; the desk never compares two machines' clocks.
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat()


def entry_form(type_: FieldType) -> Callable[[str, str | None], str]:
    """The function that gives the normal form of one entry of a list of that type."""
    return _ENTRY_FORMS.get(type_, _tag)


def _tag(text: str, region: str | None = None) -> str:
    return plain_form(text)


def email_form(text: str, region: str | None = None) -> str:
    """An email address in lower case, composed."""
    return plain_form(text).lower()


def phone_form(text: str, region: str | None = None) -> str:
    """E.164 where the number says its country or the region tells it, else its digits alone.

    A number in plain international notation is read without the library: a first pull meets hundreds of thousands.
    """
    if _PLAIN_INTERNATIONAL.fullmatch(text):
        return "+" + "".join(re.findall(r"\d+", text))
    return _phone_form(text, region)


@lru_cache(maxsize=50_000)
def _phone_form(text: str, region: str | None) -> str:
    import phonenumbers

    cleaned = unicodedata.normalize("NFKC", text).strip()
    extension = _EXTENSION.search(cleaned)
    tail = f";ext={extension.group(1)}" if extension else ""
    try:
        number = phonenumbers.parse(cleaned, region)
    except phonenumbers.NumberParseException:
        digits = _PHONE_NOISE.sub("", cleaned[: extension.start()] if extension else cleaned)
        if digits.startswith("00") and len(digits) > 6:
            digits = "+" + digits[2:]
        return (digits or plain_form(text).lower()) + tail
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)) + tail


_ENTRY_FORMS: dict[FieldType, Callable[[str, str | None], str]] = {
    FieldType.EMAILS: email_form,
    FieldType.PHONES: phone_form,
}


def entry_key(kind: Kind, key: str, entry: Entry, region: str | None = None) -> str:
    """The normal form by which an entry of a list field is recognised."""
    return entry_form(field_of(kind, key).type)(entry.value, region)
