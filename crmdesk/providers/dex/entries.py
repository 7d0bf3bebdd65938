"""What a change in Dex must not lose: members of emails and phones that the desk does not know, and a note's HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from crmdesk.domain.values import Patch
from crmdesk.providers.contract import RemoteRecord
from crmdesk.providers.info import FieldPath
from crmdesk.providers.mapping.html_text import html_of
from crmdesk.providers.mapping.own_rows import own_rows

LISTS = ("emails", "phones")
# Members of entries that the desk does not know, by read name: sending a whole list must not drop them.
_KEPT = {
    "contact_emails": ("ranking",),
    "contact_phone_numbers": ("country_code", "phone_number_sanitized", "ranking"),
    "emails": ("ranking",),
    "phones": ("country_code", "phone_number_sanitized", "ranking"),
}


def keep_members(data: dict[str, Any], current: RemoteRecord, rows: Sequence[FieldPath]) -> None:
    """Give entries that stay the members that the desk does not know: sending the whole list must not drop them."""
    document: Mapping[str, Any] | None = None
    for row in rows:
        if row.field not in LISTS:
            continue
        sent, _, member = (row.write or row.path.split("|")[0]).partition("[].")
        entries = data.get(sent)
        if not isinstance(entries, list):
            continue
        document = msgspec.json.decode(current.payload) if document is None else document
        names = [way.partition("[]")[0] for way in row.path.split("|")]
        read = next((name for name in names if isinstance(document.get(name), list)), "")
        for entry, old in own_rows(document.get(read), entries, member, row.label):
            entry.update({name: old[name] for name in _KEPT[sent] if old.get(name) is not None})


def keep_html(data: dict[str, Any], current: RemoteRecord, rows: Sequence[FieldPath], patch: Patch) -> None:
    """Write a changed note with the HTML of each part that stayed as it was."""
    for row in rows:
        text = patch.get(row.field)
        if row.codec == "html" and isinstance(text, str) and row.path in data:
            before = msgspec.json.decode(current.payload).get(row.path)
            data[row.path] = html_of(text, before if isinstance(before, str) else "")
