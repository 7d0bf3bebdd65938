"""Child rows of Rex's contacts: a row is changed by its own id, added without one, and dropped by `_destroy`.

Described by the vendor (Contacts::update). Sending a known address without its row's id would double it. Seen live by
others: emails come with the description `Default` where nobody gave one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from crmdesk.domain.rows import paired

Row = dict[str, Any]
_UNLABELLED = "default"
# The member by which an entry is known, its label, its mark of the primary one.
_LISTS: Mapping[str, tuple[str, str, str]] = {
    "contact_emails": ("email_address", "email_desc", "email_primary"),
    "contact_phones": ("phone_number", "phone_type", "phone_primary"),
    "contact_tags": ("tag", "", ""),
}


def spoken(label: Any) -> str:
    """A label as somebody gave it; "" for the word that stands where nobody did."""
    text = label if isinstance(label, str) else ""
    return "" if text.strip().casefold() == _UNLABELLED else text


def with_rows(data: Row, payload: bytes | None) -> Row:
    """What the field map wrote, its whole wanted lists turned into rows that lead there from a contact's present ones.

    Without a payload the contact is new: all rows are added, the first entry marked as primary where none is.
    """
    wanted = data.get("related")
    if not wanted:
        return data
    before: Row = (msgspec.json.decode(payload).get("related") or {}) if payload is not None else {}
    related: Row = {}
    if names := wanted.get("contact_names"):
        present = before.get("contact_names") or [{}]
        related["contact_names"] = [{**_key(present[0]), **names["0"]}]
    for name, members in _LISTS.items():
        if name in wanted:
            entries = wanted[name] if payload is not None else _first_marked(wanted[name], members[2])
            if rows := _steps(entries, before.get(name) or [], members):
                related[name] = rows
    rest = {key: value for key, value in data.items() if key != "related"}
    return {**rest, "related": related} if related else rest


def _steps(wanted: Sequence[Row], present: Sequence[Row], members: tuple[str, str, str]) -> list[Row]:
    """The rows to send: changed ones, then new ones, then those to be dropped."""
    value, label, primary = members
    places = paired(
        present,
        wanted,
        lambda row: (str(row.get(value)), str(row.get(label) or "")),
        lambda row: str(row.get(value)),
        lambda row: _folded(row.get(value)),
    )
    left = [row for place, row in enumerate(present) if place not in places]
    changed: list[Row] = []
    added: list[Row] = []
    for entry, place in zip(wanted, places, strict=True):
        if place is None:
            added.append(entry)
            continue
        row = present[place]
        differing = {value: entry[value]} if row.get(value) != entry[value] else {}
        if label and (entry.get(label) or "") != spoken(row.get(label)):
            differing[label] = entry.get(label) or ""
        if primary and entry.get(primary) and not row.get(primary):
            differing[primary] = True
        if differing:
            changed.append({**_key(row), **differing})
    return [*changed, *added, *({**_key(row), "_destroy": True} for row in left)]


def _first_marked(entries: Sequence[Row], primary: str) -> list[Row]:
    if not primary or not entries or any(entry.get(primary) for entry in entries):
        return list(entries)
    return [{**entries[0], primary: True}, *entries[1:]]


def _folded(text: Any) -> str:
    return str(text or "").strip().casefold()


def _key(row: Row) -> Row:
    return {"id": row["id"]} if row.get("id") is not None else {}
