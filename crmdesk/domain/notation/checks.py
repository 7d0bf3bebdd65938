"""What looks odd in a form: hints beside a field that never keep anybody from saving."""

from __future__ import annotations

import re

from crmdesk.domain.fields import FieldType, Kind, field_of
from crmdesk.domain.values import Patch, Value, parse_date, texts
from crmdesk.errors import UserInputError

_URL = re.compile(r"(https?://)?[^\s/]+\.[^\s/]+(/\S*)?", re.IGNORECASE)


def warnings(kind: Kind, patch: Patch) -> dict[str, str]:
    """The hint for each field that has one."""
    found: dict[str, str] = {}
    for key, value in patch.items():
        hint = None if value is None else _hint(kind, key, value)
        if hint:
            found[key] = hint
    return found


def _hint(kind: Kind, key: str, value: Value) -> str | None:
    match field_of(kind, key).type:
        case FieldType.EMAILS:
            return next((hint for text in texts(value) if (hint := _email_hint(text))), None)
        case FieldType.PHONES:
            return next((hint for text in texts(value) if (hint := _phone_hint(text))), None)
        case FieldType.DATE:
            try:
                parse_date(key, str(value))
            except UserInputError as error:
                return error.why
        case FieldType.URL | FieldType.IMAGE:
            return None if _URL.fullmatch(str(value).strip()) else f"“{value}” does not look like a web address."
        case _:
            return None
    return None


def _email_hint(text: str) -> str | None:
    from email_validator import EmailNotValidError, validate_email  # 28 ms

    try:
        validate_email(text.strip(), check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return f"“{text}” does not look like an email address."
    return None


def _phone_hint(text: str) -> str | None:
    digits = sum(character.isdigit() for character in text)
    if digits < 3:
        return f"“{text}” has too few digits for a phone number."
    return f"“{text}” has too many digits for a phone number." if digits > 20 else None
