"""The demo CRM API's contacts: what the server keeps, and what of it each answer shows.

Source of the member names: the public server code of the CRM API (`convex/api/v1/crmInternal.ts`).
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import msgspec

from crmdesk.demo.people import Person
from crmdesk.demo.site.answers import Refused
from crmdesk.demo.site.state import Record

STATUSES = ("active", "inactive", "unsubscribed", "archived")
SUBTYPES = ("lead", "customer", "prospect")
SOURCES = ("api", "event", "checkout", "manual")
# What lies in the property bag of a contact, in the order in which the server puts it there.
_BAG = ("firstName", "lastName", "email", "phone", "company", "jobTitle", "source", "sourceRef", "tags", "notes")
_TEXTS = ("firstName", "lastName", "email", "phone", "company", "jobTitle", "source", "sourceRef", "notes")
_NEWEST = datetime(2026, 9, 1, 8, tzinfo=UTC)
_REGIONS = ("north", "south", "east", "west")


def from_person(person: Person, record_id: str, older: int) -> Record:
    """An invented person as this CRM's contact, made `older` minutes before the newest one."""
    number = person.number
    created = (_NEWEST - timedelta(minutes=older)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    emails, phones = [email for email, _ in person.emails], [dialled for dialled, _ in person.phones]
    custom: Record = {"region": _REGIONS[number % 4]} if number % 3 == 0 else {}
    custom |= {"badge": number} if number % 9 == 0 else {}
    if number % 5 == 0:
        address = {"street": f"{number % 90 + 1} Harbour Road", "city": person.city, "country": person.country}
        custom["addresses"] = [{"type": "mailing", "isPrimary": True, **address}]
    return {
        "id": record_id,
        "subtype": SUBTYPES[number % 3],
        # One in seven is in one of the lists that the usual one does not show.
        "status": STATUSES[1 + number // 7 % 3] if number % 7 == 3 else "active",
        "firstName": person.first_name or person.full_name,
        "lastName": person.last_name or "",
        "email": emails[0] if emails else f"contact{number}@desk.example",
        "phone": phones[0] if phones else None,
        "company": person.company,
        "jobTitle": person.job_title,
        "source": SOURCES[number % 4],
        "sourceRef": f"import-{number}" if number % 4 == 0 else None,
        "tags": list(person.tags),
        "notes": person.description,
        "custom": custom,
        "created_at": created,
        "updated_at": max(created, person.updated_at),
    }


def thin(record: Record) -> Record:
    """A contact as the lists of v1.0 show it; what has no value is left out, as JSON of `undefined` is."""
    shown = {"id": record["id"], "name": full_name(record)}
    names = ("firstName", "lastName", "email", "phone", "company", "jobTitle", "subtype", "status", "source")
    shown |= {name: record[name] for name in names if record[name] is not None}
    times = {"createdAt": epoch_ms(record["created_at"]), "updatedAt": epoch_ms(record["updated_at"])}
    return shown | {"tags": record["tags"]} | times


def detail(record: Record) -> Record:
    """A contact as the single read shows it: `customFields` is the whole property bag."""
    shown = {name: record[name] for name in ("sourceRef", "notes") if record[name] is not None}
    bag = {name: record[name] for name in _BAG if record[name] is not None} | (record["custom"] or {})
    return thin(record) | shown | {"customFields": bag}


def full_name(record: Record) -> str:
    """The display name, made of the parts as the server makes it."""
    return f"{record['firstName'] or ''} {record['lastName'] or ''}".strip()


def epoch_ms(stamp: str) -> int:
    """A time as the server counts it."""
    return round(datetime.fromisoformat(stamp).timestamp() * 1000)


def checked(body: bytes) -> Record:
    """The members of a body that the API takes; whatever its code throws at one is a 500, JSON that is none, too.

    A text or a list has no members, as in the server's language. Raises Refused.
    """
    try:
        found = msgspec.json.decode(body)
    except msgspec.DecodeError as broken:
        raise thrown(f"Unexpected token in JSON: {broken}") from broken
    if found is None:
        raise thrown("Cannot destructure property of 'body' as it is null.")
    return validated(found if isinstance(found, dict) else {})


def validated(fields: Record) -> Record:
    """What the server's validators let pass; raises Refused 500 where they throw."""
    refuse_other_than_text(fields, _TEXTS)
    tags = fields.get("tags", [])
    if not (isinstance(tags, list) and all(isinstance(one, str) for one in tags)):
        raise thrown("ArgumentValidationError: Value does not match validator. Path: .tags")
    if not isinstance(fields.get("customFields") or {}, dict):
        raise thrown("ArgumentValidationError: Value does not match validator. Path: .customFields")
    about = fields.get("organizationInfo")
    if about and not (isinstance(about, dict) and isinstance(about.get("name"), str)):
        raise thrown("ArgumentValidationError: Value does not match validator. Path: .organizationInfo.name")
    return fields


def refuse_other_than_text(fields: Record, names: Iterable[str]) -> None:
    """Raises Refused 500 for a member of those that is there and no text, as the server's validators throw."""
    for name in names:
        if name in fields and not isinstance(fields[name], str):
            raise thrown(f"ArgumentValidationError: Value does not match validator. Path: .{name}")


def lacking(fields: Record, *needed: str) -> bool:
    """Whether one of the members is missing or empty."""
    return not all(fields.get(name) for name in needed)


def thrown(details: str) -> Refused:
    """What the server answers to whatever its own code throws."""
    return Refused(500, "Internal server error", details=details)


def split_bag(fields: Record, custom: Record) -> Record:
    """Custom fields laid into a contact: one named like a standard member overwrites that member."""
    own = {name: value for name, value in custom.items() if name not in _BAG}
    return fields | {name: custom[name] for name in _BAG if name in custom} | {"custom": own}
