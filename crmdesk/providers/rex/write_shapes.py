"""What Rex's contacts look like beside their field map: custom fields, labels, what a person or a company lacks.

Described by the vendor: `company_name` and `website_url` are of companies alone, `interest_level` is cold, warm or hot,
a person has names in rows, a source is a text in the examples and an object in the schema for writing. Seen live by
others: custom fields as `cf.<number>` in a record, a source written as a text (two clients).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from crmdesk.domain.values import Patch, Value
from crmdesk.errors import Rejected
from crmdesk.providers.contract import RemoteRecord
from crmdesk.providers.rex.child_rows import spoken
from crmdesk.providers.rex.info import COMPANY, LEVELS, PERSON
from crmdesk.providers.wire.answer import UNREADABLE

_CUSTOM, _THEIRS = "custom.", "cf."
_SOURCE = "marketing_enquiry_source"
_OF_COMPANIES = {
    "company": "Rex keeps a company's name with companies alone, not with a person.",
    "website": "Rex keeps a website with companies alone, not with a person.",
}
_OF_PERSONS = dict.fromkeys(("first_name", "last_name"), "A company has no first and last name in Rex.")
_BY_ID = "This Rex takes a source by its number alone, which the desk does not know."


def with_custom_members(record: RemoteRecord, document: Mapping[str, Any]) -> RemoteRecord:
    """The record as its field map reads it, with what else its payload tells."""
    custom = {name: _text(raw) for name, raw in document.items() if name.startswith(_THEIRS)}
    read = {name: text for name, text in custom.items() if text is not None}
    values: dict[str, Value] = {**record.values, **{_named(name): text for name, text in read.items() if text}}
    for field in ("emails", "phones"):
        if isinstance(entries := values.get(field), tuple):
            values[field] = tuple(replace(entry, label=spoken(entry.label)) for entry in entries)
    return replace(
        record,
        values=values,
        fields=record.fields.union(map(_named, read)),
        unmapped=tuple(name for name in record.unmapped if name not in read),
        fixed=_fixed(record.values.get("contact_type"), document),
    )


def _named(name: str) -> str:
    return _CUSTOM + name.removeprefix(_THEIRS)


def _text(raw: Any) -> str | None:
    """A custom field as a line of text, "" for an empty one; None where its form is none that people read."""
    if isinstance(raw, bool):
        return "yes" if raw else "no"
    if isinstance(raw, int | float):
        return str(raw)
    if isinstance(raw, dict):
        if "text" not in raw:
            return None
        raw = raw["text"]
    if isinstance(raw, list) and raw:
        parts = [None if isinstance(one, list) else _text(one) for one in raw]
        return ", ".join(part for part in parts if part) if None not in parts else None
    return "" if raw in (None, []) else raw.strip() if isinstance(raw, str) else None


def _fixed(type_: Value | None, document: Mapping[str, Any]) -> dict[str, str]:
    fixed = _OF_COMPANIES if type_ == PERSON else _OF_PERSONS if type_ == COMPANY else {}
    return {**fixed, "source": _BY_ID} if isinstance(document.get(_SOURCE), dict) else dict(fixed)


def refuse_unfit(patch: Patch) -> None:
    """What Rex's contact has no form for. Raises Rejected."""
    fields: dict[str, str] = {}
    if str(patch.get("birthday") or "").startswith("--"):
        fields["birthday"] = "Rex keeps no birthday without its year."
    if patch.get("stage") is not None and patch["stage"] not in LEVELS:
        fields["stage"] = f"Rex's interest level is one of {', '.join(LEVELS)}."
    if fields:
        raise Rejected(" ".join(fields.values()), fields=fields)


def source_form(rows: Sequence[bytes]) -> str:
    """Whether contacts tell their source as a `text` or as an `object`; "" where none of these has one."""
    for row in rows:
        try:
            document = msgspec.json.decode(row)
        except UNREADABLE:
            continue
        found = document.get(_SOURCE) if isinstance(document, dict) else None
        if found:
            return "object" if isinstance(found, dict) else "text"
    return ""


def accounts_in(found: Any) -> dict[str, str]:
    """The names of accounts by their numbers, in whichever of the usual members they stand."""
    accounts = {}
    for one in found if isinstance(found, list) else []:
        number = (one.get("account_id") or one.get("id")) if isinstance(one, dict) else None
        if isinstance(number, str | int):
            name = one.get("name") or one.get("account_name") or ""
            accounts[str(number)] = str(name)
    return accounts
