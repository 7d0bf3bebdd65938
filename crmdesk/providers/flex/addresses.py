"""Postal addresses of Flex's contacts: rows of their own, read with the contact and written by calls of their own.

Seen live by others (mattjames-eng/equipment-sync-webhook, `push-to-flex`): the members of a row, the calls, that a new
contact takes its first address in its own body, and that rows sent with a change of a contact were added once more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from crmdesk.domain.fields import ADDRESS_PARTS
from crmdesk.domain.values import Patch, Value, Values
from crmdesk.errors import Rejected
from crmdesk.providers.info import FieldPath
from crmdesk.providers.mapping.codecs import shortened_json
from crmdesk.providers.wire.mending import why_odd

Row = dict[str, Any]
PATH = "/address/contact-addresses"
_LINES = ("line1", "line2", "line3")
_MEMBERS = {"city": "city", "region": "stateOrProvince", "postcode": "postalCode", "country": "country"}
_DEFAULTS = ("defaultMailing", "defaultShipping")


def address_rows(writable: bool) -> tuple[FieldPath, ...]:
    """The parts of an address as rows of the field map; they are read by `parts_of`."""
    return tuple(FieldPath(part, "addresses", writable=writable) for part in ADDRESS_PARTS)


def rows_of(contact: Mapping[str, Any]) -> list[Row]:
    """The rows of a contact that are addresses."""
    found = contact.get("addresses")
    return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []


def main_of(rows: Sequence[Row]) -> Row | None:
    """The address that a contact is written to: the default one for mail, else the first in Flex's order."""
    return next((row for row in rows if row.get("defaultMailing") is True), rows[0] if rows else None)


def parts_of(contact: Mapping[str, Any]) -> dict[str, Value]:
    """The parts of the main address; what is no text there says nothing."""
    row = main_of(rows_of(contact)) or {}
    lines = [line for name in _LINES if isinstance(line := row.get(name), str) and line.strip()]
    parts = {"street": "\n".join(lines), **{part: row.get(member) for part, member in _MEMBERS.items()}}
    return {part: text for part, text in parts.items() if isinstance(text, str) and text.strip()}


def told_parts(contact: Mapping[str, Any]) -> frozenset[str]:
    """The parts that a contact speaks about: where it has an address, those whose members that has."""
    row = main_of(rows_of(contact))
    if row is None:
        return frozenset(ADDRESS_PARTS)
    told = {part for part, member in _MEMBERS.items() if member in row}
    return frozenset(told if row.keys().isdisjoint(_LINES) else told | {"street"})


def odd_parts(contact: Mapping[str, Any]) -> dict[str, str]:
    """The parts of the main address that cannot be read, and why; all of them where it is unclear which it is."""
    held = contact.get("addresses")
    rows = held if isinstance(held, list) else [] if held is None else [held]
    if not isinstance(held, list | None) or not all(isinstance(row, dict) for row in rows):
        return dict.fromkeys(
            ADDRESS_PARTS, f"“addresses” holds {shortened_json(held)} where a list of addresses belongs."
        )
    row = main_of(rows) or {}
    texts = {name: row.get(name) for name in (*_LINES, *_MEMBERS.values())}
    odd = {
        name: why_odd(text) or f"{shortened_json(text)} where a text belongs"
        for name, text in texts.items()
        if not isinstance(text, str | None) or why_odd(text)
    }
    where = {**dict.fromkeys(_LINES, "street"), **{member: part for part, member in _MEMBERS.items()}}
    return {where[name]: f"“addresses” holds {why} in “{name}”." for name, why in odd.items()}


def row_with(values: Values | Patch) -> Row:
    """The members of a row that hold these parts, None where a part is None."""
    row: Row = {member: values[part] for part, member in _MEMBERS.items() if part in values}
    if "street" in values:
        lines = _lines(values["street"])
        row |= {name: lines[place] if place < len(lines) else None for place, name in enumerate(_LINES)}
    return row


def _lines(street: Value | None) -> list[str]:
    return [line for line in str(street or "").splitlines() if line.strip()]


def new_row(values: Values) -> Row | None:
    """The first address of a contact, None where there is none."""
    row = row_with({part: values[part] for part in ADDRESS_PARTS if values.get(part)})
    return {**row, **dict.fromkeys(_DEFAULTS, True)} if row else None


def refuse_long(values: Patch) -> None:
    """Flex has three lines above the city. Raises Rejected."""
    if len(_lines(values.get("street"))) > len(_LINES):
        why = f"Flex keeps {len(_LINES)} lines of a street."
        raise Rejected(why, fields={"street": why})


def address_call(contact: Mapping[str, Any], patch: Patch) -> tuple[str, str, Any] | None:
    """The one request that leads from a contact's present main address to the wanted one: method, path, body."""
    changed = {part: patch[part] for part in ADDRESS_PARTS if part in patch}
    if not changed:
        return None
    place = f"{PATH}/{quote(str(contact['id']), safe='')}"
    main = main_of(rows_of(contact))
    wanted = {part: text for part, text in {**parts_of(contact), **changed}.items() if text}
    if main is None or main.get("id") is None:
        row = new_row(wanted)
        return ("POST", place, {**row, "contactId": contact["id"]}) if row else None
    if not wanted:
        return "DELETE", place, [main["id"]]
    row = {**main, **row_with(changed), "id": main["id"], "contactId": contact["id"]}
    return "PUT", f"{place}/{quote(str(main['id']), safe='')}", row


def doubled_rows(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Any]:
    """The ids of addresses that a change of a contact added once more; what somebody else added is none of them."""
    known = rows_of(before)
    ids, places = [row.get("id") for row in known], [_place(row) for row in known]
    new = [row for row in rows_of(after) if row.get("id") is not None and row["id"] not in ids]
    return [row["id"] for row in new if _place(row) in places]


def _place(row: Row) -> list[Any]:
    return [row.get(name) or None for name in (*_LINES, *_MEMBERS.values())]
