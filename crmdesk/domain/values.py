"""Values: what a record holds in our own names, and the few operations every layer needs on them.

A field without a value is absent from the mapping: None, "", blank text and empty lists never stand in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from crmdesk.domain.fields import FieldType, Kind, field_of
from crmdesk.errors import UserInputError
from crmdesk.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list field: the text as typed, its label ("" without one) and whether it is the primary one."""

    value: str
    label: str = ""
    primary: bool = False


Value = str | bool | float | tuple[Entry, ...]
Values = Mapping[str, Value]
Patch = Mapping[str, Value | None]  # None clears the field

_Stored = str | bool | int | float | tuple[Entry, ...] | None
_encode = msgspec.json.Encoder(order="sorted").encode
_decode = msgspec.json.Decoder(_Stored).decode
_decode_all = msgspec.json.Decoder(dict[str, _Stored]).decode


class _Skipped(msgspec.Struct):
    """An entry of which nothing is read but that it is there."""


_decode_sizes = msgspec.json.Decoder(dict[str, str | bool | int | float | list[_Skipped] | None]).decode


def to_json(values: Values | Patch) -> str:
    """The text under which values lie in the database; equal values give equal text."""
    return _encode(values).decode()


def from_json(text: str | bytes) -> dict[str, Value]:
    """The values of a text made by `to_json`."""
    return {key: value for key, value in _decode_all(text).items() if value is not None}


def sizes_from_json(text: str | bytes) -> dict[str, int]:
    """The fields in a text made by `to_json`, each with how many entries it has; of what is no list, one."""
    return {key: len(held) if isinstance(held, list) else 1 for key, held in _decode_sizes(text).items()}


def patch_from_json(text: str | bytes) -> dict[str, Value | None]:
    """The patch of a text made by `to_json`, cleared fields included."""
    return dict(_decode_all(text))


def value_to_json(value: Value | None) -> str | None:
    """One value as text; None for an absent one."""
    return None if value is None else _encode(value).decode()


def value_from_json(text: str | None) -> Value | None:
    """The value of a text made by `value_to_json`."""
    return None if text is None else _decode(text)


def is_empty(value: Value | None) -> bool:
    """Whether a value says nothing, so that it must not stand in `Values`."""
    if value is None or value is False or value == ():
        return True
    return isinstance(value, str) and not value.strip()


def is_cancelled(kind: Kind, values: Values) -> bool:
    """Whether an event does not take place, by the word that its CRM has for its status."""
    return kind is Kind.EVENT and str(values.get("status", "")).strip().casefold() in _CANCELLED


_CANCELLED = frozenset({"cancelled", "canceled"})


def id_in(text: str) -> int | None:
    """The id that a text is: digits alone, no more than the database can count; None for any other text."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def entries(values: Iterable[str]) -> tuple[Entry, ...]:
    """Plain texts as unlabelled entries, blank ones left out."""
    return tuple(Entry(text) for text in values if text.strip())


def texts(value: Value | None) -> list[str]:
    """The plain texts of a list value, in order; an absent value has none."""
    return [entry.value for entry in value] if isinstance(value, tuple) else []


def applied(values: Values, patch: Patch) -> dict[str, Value]:
    """The values with a patch laid over them."""
    result = dict(values)
    for key, value in patch.items():
        if value is None or is_empty(value):
            result.pop(key, None)
        else:
            result[key] = value
    return result


def parse_value(kind: Kind, key: str, text: str) -> Value | None:
    """The value that a text on the command line or in a form stands for; empty text clears.

    Raises UserInputError where the text is not a list, date, flag or number as the field's type asks.
    """
    field = field_of(kind, key)
    if not text.strip():
        return None
    match field.type:
        case FieldType.FLAG:
            return _parse_flag(key, text)
        case FieldType.NUMBER:
            return _parse_number(key, text)
        case FieldType.DATE:
            return parse_date(key, text)
        case kind_of_list if kind_of_list.is_list:
            return _parse_list(key, text)
        case _:
            return text


def _parse_flag(key: str, text: str) -> bool | None:
    match text.strip().lower():
        case "true" | "yes" | "1":
            return True
        case "false" | "no" | "0":
            return None
    raise UserInputError(f"{key} is yes or no, not “{text}”.")


def _parse_number(key: str, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise UserInputError(f"{key} is a number, not “{text}”.") from None


class _Typed(msgspec.Struct, forbid_unknown_fields=True):
    """An entry as it is typed; under other names it would be lost without a word."""

    value: str
    label: str | None = None
    primary: bool = False


def _parse_list(key: str, text: str) -> tuple[Entry, ...] | None:
    try:
        listed = msgspec.json.decode(text.encode(), type=list[str | _Typed])
    except (msgspec.MsgspecError, UnicodeEncodeError):
        raise UserInputError(
            f'{key} is a JSON list such as ["a@b.example"], or of objects with "value" and "label", not “{text}”.'
        ) from None
    parsed = tuple(
        Entry(item) if isinstance(item, str) else Entry(item.value, item.label or "", item.primary) for item in listed
    )
    return tuple(entry for entry in parsed if entry.value.strip()) or None


_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def parse_date(key: str, text: str) -> str:
    """A plain date as `YYYY-MM-DD`, or `--MM-DD` without a year; raises UserInputError for anything else."""
    wrong = UserInputError(f"{key} is a date as YYYY-MM-DD, or --MM-DD without a year, not “{text}”.")
    stripped = text.strip()
    year, month, day = stripped[:-6], stripped[-5:-3], stripped[-2:]
    if len(stripped) not in (7, 10) or stripped[-6] != "-" or stripped[-3] != "-":
        raise wrong
    if not (month.isascii() and month.isdigit() and day.isascii() and day.isdigit()):
        raise wrong
    if year != "-" and not (len(year) == 4 and year.isascii() and year.isdigit()):
        raise wrong
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= _DAYS[int(month) - 1]):
        raise wrong
    if year != "-" and (int(month), int(day)) == (2, 29) and not _is_leap(int(year)):
        raise wrong
    return stripped


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
