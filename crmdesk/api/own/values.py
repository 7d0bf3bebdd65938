"""From the JSON of a request to values as the desk holds them, and from kinds to the schemas of their documents."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from crmdesk.api.own.schemas import MAYBE_TEXT, TEXT, record
from crmdesk.api.route import Schema
from crmdesk.domain.fields import FIELDS, Field, FieldType, Kind
from crmdesk.domain.rows import labelled
from crmdesk.domain.values import Patch, Value, Values, parse_value
from crmdesk.errors import FieldsRefused, UserInputError

CUSTOM = "custom"
LONGEST = 100_000  # letters of one value


def refuse_others(body: Mapping[str, Any], known: Iterable[str]) -> None:
    """Raises FieldsRefused for the first member of a body that is none of these."""
    if more := body.keys() - known:
        raise FieldsRefused({sorted(more)[0]: "there is no such member"})


def patch_of(kind: Kind, body: Any, held: Values, *, more: tuple[str, ...] = ()) -> Patch:
    """What a body asks of an item; members of `more` are the caller's. Raises FieldsRefused.

    Null clears. Entries of a list are texts, or objects with value, label and primary; texts keep the labels that the
    same entries have. Fields that the table does not have stand in `custom`.
    """
    if not isinstance(body, dict):
        raise FieldsRefused({"body": "it is an object of fields"})
    patch: dict[str, Value | None] = {}
    wrong: dict[str, str] = {}
    for name, given in body.items():
        if name in more:
            continue
        if name == CUSTOM and given is None:
            patch |= {key: None for key in held if key.startswith(f"{CUSTOM}.")}
            continue
        if name == CUSTOM and isinstance(given, dict):
            patch |= {f"{CUSTOM}.{key}": _custom(key, value, wrong) for key, value in given.items()}
            continue
        field = FIELDS[kind].get(name)
        if field is None:
            wrong[name] = f"a {kind} has no such field"
        elif not field.editable:
            wrong[name] = "it is the CRM's own and cannot be changed"
        else:
            try:
                patch[name] = _value(kind, field, given, held)
            except UserInputError as error:
                wrong[name] = error.why
    if wrong:
        raise FieldsRefused(wrong)
    return patch


def _custom(key: str, given: Any, wrong: dict[str, str]) -> str | None:
    if not key.strip() or len(key) > 200 or not (given is None or isinstance(given, str)) or "\x00" in key:
        wrong[f"{CUSTOM}.{key}"[:200]] = "a custom field has a name, and a text or null"
        return None
    if given is not None and ("\x00" in given or len(given) > LONGEST):
        wrong[f"{CUSTOM}.{key}"] = _unfit(given)
    return given or None


def _unfit(text: str) -> str:
    return "it has a null character in it" if "\x00" in text else f"it is longer than {LONGEST:,} letters"


def _value(kind: Kind, field: Field, given: Any, held: Values) -> Value | None:
    if given is None:
        return None
    match field.type:
        case FieldType.FLAG:
            if not isinstance(given, bool):
                raise UserInputError("it is true or false")
            return given or None
        case FieldType.NUMBER:
            if isinstance(given, bool) or not isinstance(given, int | float) or not math.isfinite(given):
                raise UserInputError("it is a number")
            return float(given)
        case type_ if type_.is_list:
            return _entries(kind, field, given, held)
    if not isinstance(given, str):
        raise UserInputError("it is a text")
    if "\x00" in given or len(given) > LONGEST:
        raise UserInputError(_unfit(given))
    return parse_value(kind, field.key, given)


def _entries(kind: Kind, field: Field, given: Any, held: Values) -> Value | None:
    if not isinstance(given, list) or len(given) > 500:
        raise UserInputError("it is a list, of 500 entries at most")
    for one in given:
        text = one.get("value") if isinstance(one, dict) else one
        if not isinstance(text, str) or not text.strip():
            raise UserInputError("an entry is a text, or an object with a text as its value")
        if "\x00" in text or len(text) > LONGEST:
            raise UserInputError(_unfit(text))
    value = parse_value(kind, field.key, msgspec.json.encode(given).decode())
    if not isinstance(value, tuple):
        return None
    return labelled(kind, field.key, value, held.get(field.key))


# Schemas

_ENTRY: Schema = {
    "anyOf": [
        {"type": "string", "minLength": 1, "pattern": r"\S"},
        {
            "type": "object",
            "required": ["value"],
            "additionalProperties": False,
            "properties": {
                "value": {"type": "string", "minLength": 1, "pattern": r"\S"},
                "label": MAYBE_TEXT,
                "primary": {"type": "boolean"},
            },
        },
    ]
}
_RECORD = record(account=MAYBE_TEXT, remote_id=MAYBE_TEXT, state=TEXT)


def asked_schema(kind: Kind, **more: Any) -> Schema:
    """What can be asked of an item of a kind."""
    fields = {field.key: _asked(field) for field in FIELDS[kind].values() if field.editable}
    custom = {
        "type": ["object", "null"],
        "additionalProperties": MAYBE_TEXT,
        "propertyNames": {"pattern": r"\S", "maxLength": 200},
    }
    return {"type": "object", "additionalProperties": False, "properties": {**fields, CUSTOM: custom, **more}}


def _asked(field: Field) -> Schema:
    match field.type:
        case FieldType.FLAG:
            return {"type": ["boolean", "null"], "title": field.title}
        case FieldType.NUMBER:
            return {"type": ["number", "null"], "title": field.title}
        case FieldType.DATE:
            says = "YYYY-MM-DD, or --MM-DD without a year; an empty text clears"
            pattern = r"^(\d{4}-\d{2}-\d{2}|--\d{2}-\d{2})?$"
            return {"type": ["string", "null"], "title": field.title, "description": says, "pattern": pattern}
        case type_ if type_.is_list:
            return {"type": ["array", "null"], "items": _ENTRY, "maxItems": 500, "title": field.title}
    return {"type": ["string", "null"], "maxLength": LONGEST, "title": field.title}


def listed_schema(kind: Kind) -> Schema:
    """An item as lists give it."""
    fields = {field.key: _told(field) for field in FIELDS[kind].values() if field.in_list}
    return record(id=TEXT, **fields, records={"type": "array", "items": _RECORD})


def whole_schema(kind: Kind, **more: Any) -> Schema:
    """An item with every field."""
    fields = {field.key: _told(field) for field in FIELDS[kind].values()}
    return record(
        id=TEXT,
        **fields,
        records={"type": "array", "items": _RECORD},
        custom={"type": "object"},
        trash_reason=MAYBE_TEXT,
        **more,
    )


def _told(field: Field) -> Schema:
    if field.type.is_list:
        return {"type": "array", "items": TEXT}
    match field.type:
        case FieldType.FLAG:
            return {"type": ["boolean", "null"]}
        case FieldType.NUMBER:
            return {"type": ["number", "null"]}
    return MAYBE_TEXT
