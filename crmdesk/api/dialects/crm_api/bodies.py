"""What clients of the CRM API send, and what of it becomes a value of a contact.

Source: the public server code of the CRM API (`convex/api/v1/crm.ts`) at its first version and at its later one.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from crmdesk.domain.rows import rows_of
from crmdesk.domain.values import Entry, Patch, Value, Values, entries, texts
from crmdesk.errors import UserInputError

LEAD, ACTIVE, API = "lead", "active", "api"
CREATED_TAGS = ("api-created",)
REGISTERED_TAGS = ("event-attendee", "api-created")
CUSTOM = "custom."
MOST_AT_ONCE = 1000
# The members of a contact's property bag that are the contact's own, or the server's marks: no custom fields.
STANDARD = frozenset(
    {
        "firstName", "lastName", "email", "phone", "company", "jobTitle", "source", "sourceRef", "tags", "notes",
        "address", "addresses", "createdFromEvent", "lastEventSource", "lastEventUpdate", "importedAt",
        "lastBulkImport",
    }
)  # fmt: skip
_WORDS = {True: "yes", False: "no"}
Custom = dict[str, Any]


class Address(msgspec.Struct, rename="camel"):
    """A postal address in its parts."""

    street: str | None = None
    street2: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None
    country: str | None = None
    is_primary: bool = False


class Organisation(msgspec.Struct, rename="camel"):
    """What is told of the company that somebody works at; its name goes before the contact's own `company`."""

    name: str
    website: str | None = None
    industry: str | None = None
    address: Address | None = None
    tax_id: str | None = None
    billing_email: str | None = None
    phone: str | None = None


class NewContact(msgspec.Struct, rename="camel"):
    """A contact to be made."""

    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    phone: str | None = None
    company: str | None = None
    job_title: str | None = None
    subtype: str | None = None
    source: str | None = None
    source_ref: str | None = None
    tags: list[str] | None = None
    notes: str | None = None
    custom_fields: Custom | None = None
    organization_info: Organisation | None = None


class Attendee(msgspec.Struct, rename="camel"):
    """Who registers for an event."""

    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    phone: str | None = None
    company: str | None = None
    tags: list[str] | None = None


class FromEvent(msgspec.Struct, rename="camel"):
    """A registration; `eventDate` counts milliseconds since 1970."""

    event_id: str | None = None
    event_name: str | None = None
    event_date: int | float | None = None
    attendee_info: Attendee | None = None
    organization_info: Organisation | None = None


class Change(msgspec.Struct, rename="camel"):
    """Changes of a contact: only what is sent changes; an empty text and null clear."""

    first_name: str | UnsetType | None = UNSET
    last_name: str | UnsetType | None = UNSET
    email: str | UnsetType | None = UNSET
    phone: str | UnsetType | None = UNSET
    company: str | UnsetType | None = UNSET
    job_title: str | UnsetType | None = UNSET
    subtype: str | UnsetType | None = UNSET
    status: str | UnsetType | None = UNSET
    tags: list[str] | UnsetType | None = UNSET
    notes: str | UnsetType | None = UNSET
    custom_fields: Custom | None = None
    address: Address | UnsetType | None = UNSET
    addresses: list[Address] | UnsetType = UNSET


_TEXTS = {
    "first_name": "first_name", "last_name": "last_name", "company": "company", "job_title": "job_title",
    "subtype": "contact_type", "status": "status", "notes": "description",
}  # fmt: skip


def lacking(person: NewContact | Attendee) -> bool:
    """Whether a name or the email is missing, or blank."""
    return not all(text and text.strip() for text in (person.first_name, person.last_name, person.email))


def told_values(body: NewContact) -> dict[str, Value | None]:
    """What a client tells of a contact."""
    told: dict[str, Value | None] = {
        **_person(body),
        "job_title": body.job_title,
        "contact_type": body.subtype,
        "source": body.source,
        "source_ref": body.source_ref,
        "description": body.notes,
    }
    return _filled(told | custom_values(body.custom_fields) | company_values(body.organization_info))


def as_new(told: Patch) -> Patch:
    """The values of a contact that is made: what is told, and what the API promises in place of what is not."""
    return {**_usual(API, CREATED_TAGS), **told}


def as_one_of_many(told: Patch) -> Patch:
    """The same where many are taken at once."""
    return {**_usual("bulk-import", ("bulk-imported",)), **told}


def as_new_attendee(told: Patch) -> Patch:
    """The same for somebody who registers: the marks of a registration stand before their own tags."""
    tags = entries(dict.fromkeys((*REGISTERED_TAGS, *texts(told.get("tags")))))
    return {**_usual(API, ()), **told, "tags": tags}


def _usual(source: str, tags: tuple[str, ...]) -> dict[str, Value | None]:
    return {"contact_type": LEAD, "status": ACTIVE, "source": source, "tags": entries(tags)}


def attendee_values(body: FromEvent, attendee: Attendee) -> dict[str, Value | None]:
    """What a registration tells of somebody."""
    return _filled(_person(attendee) | company_values(body.organization_info))


def _person(told: NewContact | Attendee) -> dict[str, Value | None]:
    return {
        "first_name": told.first_name,
        "last_name": told.last_name,
        "emails": entries([told.email or ""]),
        "phones": entries([told.phone or ""]),
        "company": told.company,
        "tags": entries(told.tags or ()),
    }


def changed_values(body: Change, held: Values) -> dict[str, Value | None]:
    """The patch that a change asks for; of several emails or phones the first one is meant."""
    patch: dict[str, Value | None] = {}
    for member, key in _TEXTS.items():
        text = getattr(body, member)
        if text is not UNSET:
            patch[key] = text or None
    for member, key in (("email", "emails"), ("phone", "phones")):
        text = getattr(body, member)
        if text is not UNSET:
            patch[key] = first_replaced(held.get(key), text)
    if body.tags is not UNSET:
        patch["tags"] = entries(body.tags or ())
    address = _main(body)
    if address is not UNSET:
        patch |= address_values(address)
    return patch | custom_values(body.custom_fields)


def first_replaced(held: Value | None, text: str | None) -> tuple[Entry, ...]:
    """A list whose first entry is another one, or gone; the others stay."""
    before = rows_of(held)
    if not text or not text.strip():
        return before[1:]
    first = before[0] if before else Entry(text)
    return (Entry(text, first.label, first.primary), *before[1:])


def custom_values(bag: Custom | None) -> dict[str, Value | None]:
    """Custom fields as the desk holds them, as texts; the contact's own members in a bag are none.

    Raises UserInputError for one without a name.
    """
    if bag and any(not name.strip() for name in bag):
        raise UserInputError("A custom field has no name.")
    return {f"{CUSTOM}{name}": _text(raw) for name, raw in (bag or {}).items() if name not in STANDARD}


def company_values(told: Organisation | None) -> dict[str, Value | None]:
    """What is told of a company, at the contact who works there."""
    if told is None:
        return {}
    more = {
        "organization_industry": told.industry,
        "organization_website": told.website,
        "organization_tax_id": told.tax_id,
        "organization_billing_email": told.billing_email,
        "organization_phone": told.phone,
    }
    found: dict[str, Value | None] = {f"{CUSTOM}{name}": text for name, text in more.items() if text}
    address = {} if told.address is None else address_values(told.address)
    return found | {"company": told.name or None} | {key: text for key, text in address.items() if text}


def address_values(address: Address | None) -> dict[str, Value | None]:
    """An address in our parts; none clears all of them."""
    if address is None:
        return dict.fromkeys(("street", "city", "region", "postcode", "country"))
    street = "\n".join(line for line in (address.street, address.street2) if line and line.strip())
    parts = {"city": address.city, "region": address.state, "postcode": address.postal_code}
    told: dict[str, Value | None] = {"street": street or None, "country": address.country or None}
    return told | {key: text or None for key, text in parts.items()}


def _main(body: Change) -> Address | UnsetType | None:
    """The primary of the addresses told, else the first of them, else the single one."""
    if body.addresses is UNSET:
        return body.address
    return next((one for one in body.addresses if one.is_primary), next(iter(body.addresses), None))


def _filled(told: Patch) -> dict[str, Value | None]:
    return {key: value for key, value in told.items() if value not in (None, "", ())}


def _text(raw: Any) -> str | None:
    if raw is None or isinstance(raw, str):
        return raw or None
    return _WORDS[raw] if isinstance(raw, bool) else msgspec.json.encode(raw).decode()
