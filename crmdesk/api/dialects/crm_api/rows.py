"""Items as the CRM API shows them: contacts as rows and whole, events, and the lines of an export.

A contact without a type, status or source is a lead, active, of the API; what has no value is left out, as JSON of
`undefined` is. Times count milliseconds since 1970.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from crmdesk.api.dialects.crm_api.bodies import ACTIVE, API, CUSTOM, LEAD
from crmdesk.api.dialects.showing import epoch_ms, first_text, told
from crmdesk.domain.items import compose_name
from crmdesk.domain.records import Item, ItemTimes
from crmdesk.domain.values import Value, texts

PUBLISHED = "published"
Row = dict[str, Any]
_EXPORTED = (
    "id", "firstName", "lastName", "email", "phone", "company", "jobTitle", "subtype", "status", "source", "tags",
    "notes", "createdAt", "updatedAt",
)  # fmt: skip


def contact_row(item: Item, times: Mapping[int, ItemTimes]) -> Row:
    """A contact as lists show it."""
    values = item.values
    row = {
        "id": str(item.id),
        "name": compose_name(values),
        "firstName": values.get("first_name"),
        "lastName": values.get("last_name"),
        "email": first_text(values.get("emails")),
        "phone": first_text(values.get("phones")),
        "company": values.get("company"),
        "jobTitle": values.get("job_title"),
        "subtype": values.get("contact_type", LEAD),
        "status": values.get("status", ACTIVE),
        "source": values.get("source", API),
        "tags": texts(values.get("tags")),
    }
    known = times.get(item.id)
    row |= {"createdAt": epoch_ms(known.made), "updatedAt": epoch_ms(known.changed)} if known else {}
    return told(row)


def whole_contact(item: Item, times: Mapping[int, ItemTimes]) -> Row:
    """A contact as the single read shows it; its custom fields alone stand in `customFields`."""
    values = item.values
    more = {"sourceRef": values.get("source_ref"), "notes": values.get("description")}
    custom = {
        key.removeprefix(CUSTOM): texts(value) if isinstance(value, tuple) else value
        for key, value in values.items()
        if key.startswith(CUSTOM)
    }
    return contact_row(item, times) | told(more) | {"customFields": custom}


def event_row(item: Item) -> Row:
    """An event; one without a status is published."""
    values = item.values
    row = {
        "id": str(item.id),
        "name": compose_name(values),
        "description": values.get("description"),
        "subtype": values.get("event_type"),
        "status": values.get("status", PUBLISHED),
        "startDate": _moment(values.get("starts")),
        "endDate": _moment(values.get("ends")),
        "location": values.get("location"),
    }
    return told(row)


def exported(item: Item, times: Mapping[int, ItemTimes]) -> Row:
    """A contact as an export has it: every member, empty ones as empty texts."""
    row = whole_contact(item, times)
    return {name: row.get(name, [] if name == "tags" else "") for name in _EXPORTED}


def csv_head() -> str:
    """The first line of an export as CSV."""
    return ",".join(_EXPORTED)


def csv_line(row: Row) -> str:
    """A line of an export as CSV, texts in quotes, as the original writes it."""
    return ",".join(_cell(row[name]) for name in _EXPORTED)


def from_epoch_ms(count: float) -> datetime | None:
    """The time that a count stands for; None for one that no calendar has."""
    try:
        return datetime.fromtimestamp(count / 1000, UTC)
    except (OverflowError, ValueError, OSError):
        return None


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return _quoted(";".join(value))
    return _quoted(value) if isinstance(value, str) else str(value)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _moment(value: Value | None) -> int | None:
    if not isinstance(value, str):
        return None
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return None
    return epoch_ms(at if at.tzinfo else at.replace(tzinfo=UTC))


def within(items: Iterable[Item], after: int | None, before: int | None) -> list[Item]:
    """The events that begin within two times, the nearest first; one without a beginning is in no span."""

    def kept(at: int | None) -> bool:
        if at is None:
            return after is None and before is None
        return (after is None or at >= after) and (before is None or at <= before)

    timed = ((_moment(item.values.get("starts")), item) for item in items)
    return [
        item for _, item in sorted((one for one in timed if kept(one[0])), key=lambda one: (one[0] or 0, one[1].id))
    ]
