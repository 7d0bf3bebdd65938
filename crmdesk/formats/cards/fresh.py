"""Cards of contacts that were never a card: written from their values alone."""

from __future__ import annotations

from collections.abc import Mapping

from crmdesk.domain.fields import ADDRESS, ADDRESS_PARTS, FIELDS, Kind
from crmdesk.domain.items import compose_name
from crmdesk.domain.rows import rows_of
from crmdesk.domain.values import Value, Values
from crmdesk.formats.cards.birthdays import written_day
from crmdesk.formats.cards.escapes import escaped
from crmdesk.formats.cards.lines import DERIVED, NO_NAME, WHOLE, all_physical, content_line, entry_lines, head
from crmdesk.formats.cards.meaning import LISTS, NETWORKS, OWN, SINGLE

_PARTS = frozenset(ADDRESS_PARTS)
_MAPPED = frozenset(
    {*SINGLE, *LISTS, *NETWORKS, *ADDRESS_PARTS, ADDRESS, "first_name", "last_name", "company", "birthday", "tags"}
)
_SHARED = frozenset({*ADDRESS_PARTS, "first_name", "last_name"})  # of which several stand in one line
_HEADS = {  # what stands before a text that is all of a property
    **SINGLE,
    "company": "ORG",
    **{network: head("", "X-SOCIALPROFILE", (("TYPE", (network,)),)) for network in NETWORKS},
}


def written(values: Values) -> dict[str, Value]:
    """What of an item's values a card holds: an address in parts or as one text, and nothing that cannot be edited."""
    parts = not _PARTS.isdisjoint(values)
    return {key: value for key, value in values.items() if _is_held(key, parts)}


def _is_held(key: str, parts: bool) -> bool:
    return not parts if key == ADDRESS else key in _MAPPED or _own(key)


def _own(key: str) -> bool:
    known = FIELDS[Kind.CONTACT].get(key)
    return key.startswith("custom.") if known is None else known.editable and not known.type.is_list


def fresh_card(values: Values, uid: str, version: str) -> bytes:
    """A whole card of that version; what no card holds of the values is left out."""
    lines = ["BEGIN:VCARD", f"VERSION:{version}"]
    if uid:
        lines.append(content_line("UID", escaped(uid)))
    group = 1
    if "name" not in values:
        lines.append(content_line("FN", escaped(compose_name(values)), ((DERIVED, (NO_NAME,)),)))
    if version == "3.0" or "first_name" in values or "last_name" in values:
        lines.append(content_line("N", names_coded(values)))
    parts = not _PARTS.isdisjoint(values)
    if parts:
        lines.append(content_line("ADR", address_coded(values)))
    for key, value in values.items():
        if key in _HEADS:
            lines.append(f"{_HEADS[key]}:{escaped(str(value))}")
        elif key in LISTS:
            for entry in rows_of(value):
                lines.extend(entry_lines(LISTS[key], entry, version, f"item{group}"))
                group += 1
        elif key not in _SHARED and _is_held(key, parts):
            lines.append(field_line(key, value, version))
    lines.append("END:VCARD")
    return all_physical(lines)


def names_coded(values: Mapping[str, Value]) -> str:
    """The value of N."""
    return f"{escaped(str(values.get('last_name', '')))};{escaped(str(values.get('first_name', '')))};;;"


def address_coded(values: Mapping[str, Value]) -> str:
    """The value of ADR, of an address in parts."""
    return ";;" + ";".join([escaped(str(values[part])) if part in values else "" for part in ADDRESS_PARTS])


def field_line(key: str, value: Value, version: str) -> str:
    """The content line of a field that is neither a list with labels nor a part of something."""
    if key in _HEADS:
        return f"{_HEADS[key]}:{escaped(str(value))}"
    if key == "birthday":
        return content_line("BDAY", written_day(str(value), version))
    if key == "tags":
        return content_line("CATEGORIES", ",".join(escaped(tag.value) for tag in rows_of(value)))
    if key == ADDRESS:
        return content_line("ADR", f";;{escaped(str(value))};;;;", ((DERIVED, (WHOLE,)),))
    if key == "image" and str(value).startswith(("http://", "https://")):
        return content_line("PHOTO", escaped(str(value)), (("VALUE", ("uri",)),))
    return own_line(key, value)


def own_line(key: str, value: Value) -> str:
    """A field that the standard has no property for."""
    text = ("true" if value else "false") if isinstance(value, bool) else str(value)
    return content_line(OWN, escaped(text), (("FIELD", (key,)),))
