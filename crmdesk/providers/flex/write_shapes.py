"""What Flex's contacts look like when they are sent, and where its answers keep what the desk needs of them."""

from __future__ import annotations

from typing import Any

import msgspec

from crmdesk.domain.values import Entry, Patch
from crmdesk.errors import Rejected
from crmdesk.providers.mapping.codecs import COMPANY, INDIVIDUAL
from crmdesk.providers.mapping.own_rows import own_rows
from crmdesk.providers.wire.answer import Answer

_ANY: msgspec.json.Decoder[Any] = msgspec.json.Decoder()
# Lists within a contact: what a change of the contact alone leaves as it is.
NESTED = ("internetAddresses", "phoneNumbers", "addresses", "resourceTypes", "contactTypes", "tagIds", "referenceData")
# Names that a write leaves out because Flex makes them itself.
DERIVED = frozenset(
    {
        "name", "shortNameOrName", "preferredDisplayString", "className", "createdByUserId", "createdDate",
        "lastEditUserId", "lastEditDate", "deleted", "deletedByUserId", "deletedByDate", "imported", "assignedNumber",
    }
)  # fmt: skip
# The list of a channel, the member with its text, the mark of the default one, and the word of one without a label.
CHANNELS = (
    ("emails", "internetAddresses", "url", "defaultEmail", "Email"),
    ("phones", "phoneNumbers", "dialNumber", "defaultPhone", "Phone"),
)
# Where the contact names a default by the id of its row as well.
_DEFAULT_IDS = {"defaultEmail": ("defaultEmailId",), "defaultPhone": ("defaultPhoneId", "defaultFaxId")}


def without_default_marks(entries: tuple[Entry, ...], unlabelled: str) -> tuple[Entry, ...]:
    """Entries without the word that stands for no label, and without the mark where the first is the default anyway."""
    first = entries[0].primary
    return tuple(
        Entry(entry.value, "" if entry.label == unlabelled else entry.label, entry.primary and not first)
        for entry in entries
    )


def changed(before: dict[str, Any], written: dict[str, Any], patch: Patch) -> dict[str, Any]:
    """A contact as it is put back: what it held, what is changed, its id (without it: FLEX_5001), a firm's name."""
    body = {name: value for name, value in before.items() if name not in DERIVED} | written
    for field, *channel in CHANNELS:
        if field in patch:
            complete_entries(body, before, *channel)
    if before.get("organization") is True:
        body["name"] = (body.get("company") if "company" in patch else None) or before.get("name")
    return body | {"id": before["id"]}


def complete_entries(
    body: dict[str, Any], before: dict[str, Any], name: str, member: str, default: str, unlabelled: str
) -> None:
    """Give the entries of a channel what Flex wants of each: a name, one default, and what it held before."""
    entries = body.get(name)
    if not entries:
        _name_defaults(body, default, [])
        return
    known = own_rows(before.get(name), entries, member, "name")
    chosen = next((place for place, entry in enumerate(entries) if entry.get(default)), 0)
    body[name] = [
        {**old, "name": unlabelled, **entry, default: place == chosen} for place, (entry, old) in enumerate(known)
    ]
    if name == "phoneNumbers":
        for entry in body[name]:
            entry.setdefault("defaultFax", False)
    _name_defaults(body, default, body[name])


def _name_defaults(body: dict[str, Any], default: str, rows: list[dict[str, Any]]) -> None:
    """No id of a default may name a row that is not sent, or another than the one that is marked."""
    for member in _DEFAULT_IDS[default]:
        mark = member.removesuffix("Id")
        held, marked = body.get(member), next((row.get("id") for row in rows if row.get(mark)), None)
        if held is not None and (marked is not None or held not in [row.get("id") for row in rows]):
            body[member] = marked


def refuse_unfit(values: Patch) -> None:
    """What Flex's contact has no form for. Raises Rejected."""
    fields: dict[str, str] = {}
    if values.get("contact_type", INDIVIDUAL) not in (COMPANY, INDIVIDUAL):
        fields["contact_type"] = f"Flex knows {INDIVIDUAL} and {COMPANY} alone"
    if str(values.get("birthday") or "").startswith("--"):
        fields["birthday"] = "Flex keeps no birthday without its year"
    if fields:
        raise Rejected("; ".join(fields.values()), fields=fields)


def new_id(answer: Answer) -> str | None:
    """The id of what was made, in one of the three places where clients have met it."""
    body = answer.decode(_ANY)
    places: list[Any] = [body]
    if isinstance(body, dict):
        places += [body.get("content"), body.get("referenceData")]
    for place in places:
        if isinstance(place, dict) and isinstance(found := place.get("id"), str | int) and str(found).strip():
            return str(found)
    return None
