"""Cards of contacts that were never a card: written from their values alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crmdesk.domain.fields import ADDRESS, ADDRESS_PARTS, FIELDS, Kind
from crmdesk.domain.items import compose_name
from crmdesk.domain.rows import rows_of
from crmdesk.domain.values import Value, Values
from crmdesk.formats.cards.birthdays import written_day
from crmdesk.formats.cards.escapes import escaped
from crmdesk.formats.cards.lines import CRLF, DERIVED, NO_NAME, WHOLE, entry_lines, line_of
from crmdesk.formats.cards.meaning import LISTS, NETWORKS, OWN, SINGLE

_PARTS = frozenset(ADDRESS_PARTS)
_MAPPED = frozenset(
    {*SINGLE, *LISTS, *NETWORKS, *ADDRESS_PARTS, ADDRESS, "first_name", "last_name", "company", "birthday", "tags"}
)


def written(values: Values) -> dict[str, Value]:
    """What of an item's values a card holds: an address in parts or as one text, and nothing that cannot be edited."""
    parts = not _PARTS.isdisjoint(values)
    return {
        key: value for key, value in values.items() if not (key == ADDRESS and parts) and (key in _MAPPED or _own(key))
    }


def _own(key: str) -> bool:
    known = FIELDS[Kind.CONTACT].get(key)
    return key.startswith("custom.") if known is None else known.editable and not known.type.is_list


def fresh_card(values: Values, uid: str, version: str) -> bytes:
    """A whole card of that version."""
    lines = [b"BEGIN:VCARD\r\nVERSION:", version.encode(), CRLF]
    if uid:
        lines.append(line_of("UID", escaped(uid)))
    group = 1
    if "name" not in values:
        lines.append(line_of("FN", escaped(compose_name(values)), ((DERIVED, (NO_NAME,)),)))
    if version == "3.0" or "first_name" in values or "last_name" in values:
        lines.append(line_of("N", names_coded(values)))
    if not _PARTS.isdisjoint(values):
        lines.append(line_of("ADR", address_coded(values)))
    for key, value in values.items():
        if key in LISTS:
            for entry in rows_of(value):
                lines.append(entry_lines(LISTS[key], entry, version, f"item{group}"))
                group += 1
        elif key not in _PARTS and key not in ("first_name", "last_name"):
            lines.extend(field_lines(key, value, version))
    lines.append(b"END:VCARD\r\n")
    return b"".join(lines)


def names_coded(values: Mapping[str, Value]) -> str:
    """The value of N."""
    return f"{escaped(str(values.get('last_name', '')))};{escaped(str(values.get('first_name', '')))};;;"


def address_coded(values: Mapping[str, Value]) -> str:
    """The value of ADR, of an address in parts."""
    return ";;" + ";".join(escaped(str(values.get(part, ""))) for part in ADDRESS_PARTS)


def field_lines(key: str, value: Value, version: str, end: bytes = CRLF) -> Iterator[bytes]:
    """The property for a field that is neither a list with labels nor a part of something."""
    if key in SINGLE:
        yield line_of(SINGLE[key], escaped(str(value)), (), "", end)
    elif key == "company":
        yield line_of("ORG", escaped(str(value)), (), "", end)
    elif key == "birthday":
        yield line_of("BDAY", written_day(str(value), version), (), "", end)
    elif key == "tags":
        tags = ",".join(escaped(tag.value) for tag in rows_of(value))
        yield line_of("CATEGORIES", tags, (), "", end)
    elif key in NETWORKS:
        yield line_of("X-SOCIALPROFILE", escaped(str(value)), (("TYPE", (key,)),), "", end)
    elif key == ADDRESS:
        yield line_of("ADR", f";;{escaped(str(value))};;;;", ((DERIVED, (WHOLE,)),), "", end)
    elif key == "image" and str(value).startswith(("http://", "https://")):
        yield line_of("PHOTO", escaped(str(value)), (("VALUE", ("uri",)),), "", end)
    else:
        yield own_line(key, value, end)


def own_line(key: str, value: Value, end: bytes = CRLF) -> bytes:
    """A field that the standard has no property for."""
    text = ("true" if value else "false") if isinstance(value, bool) else str(value)
    return line_of(OWN, escaped(text), (("FIELD", (key,)),), "", end)
