"""The demo Flex's contact: some sixty members in the detail, nine of them in lists, as clients have seen them.

Seen live by others: the names of the members, of an address, and the nine of lists. The values of members that nobody
described (channel ids, tags, reference data) are plain inventions.
"""

from collections.abc import Mapping
from typing import Any

from crmdesk.demo.people import Person
from crmdesk.demo.site.answers import Refused
from crmdesk.demo.site.state import Record

# What a list shows of a contact, in 1,600 of 1,600 recorded rows: neither parts of the name nor company nor type.
THIN = (
    "id", "name", "preferredDisplayString", "barcode", "deleted", "shortName", "domainId", "className",
    "shortNameOrName",
)  # fmt: skip
SEARCHED = ("id", "name", "company", "jobTitle", "resourceTypes", "organization")
DERIVED = (
    "id", "shortNameOrName", "preferredDisplayString", "className", "domainId", "createdByUserId", "createdDate",
    "lastEditUserId", "lastEditDate", "deletedByUserId", "deletedByDate", "imported", "assignedNumber",
)  # fmt: skip
_TEXTS = (
    "name", "firstName", "middleName", "lastName", "salutation", "birthday", "shortName", "code", "barcode", "rfidTag",
    "externalNumber", "numberSequence", "company", "jobTitle", "employerId", "homebaseLocationId", "corporateEntityId",
    "defaultEmailId", "defaultPhoneId", "defaultFaxId", "defaultMailingAddressId", "defaultShippingAddressId",
    "currencyId", "defaultPricingModelId", "standardDiscountId", "standardTaxRuleId", "standardTermsId",
    "associatedUserId", "narrativeDescription",
)  # fmt: skip
_FLAGS = ("organization", "defaultBillToContact", "discountable", "deleted")
_NUMBERS = ("creditLimit", "maxDiscount")
_LISTS = ("internetAddresses", "phoneNumbers", "addresses", "resourceTypes", "contactTypes", "tagIds", "referenceData")
WRITABLE = (*_TEXTS, *_FLAGS, *_NUMBERS, *_LISTS)
NESTED = _LISTS
_ADDRESS = ("line1", "line2", "line3", "city", "stateOrProvince", "postalCode", "country")
_ADDRESS_FLAGS = ("defaultMailing", "defaultShipping")
KINDS = {
    "Client": "6d9a6f30-1c7e-4c7b-9a55-0d3f6f2b8a11",
    "Vendor": "6d9a6f30-1c7e-4c7b-9a55-0d3f6f2b8a12",
    "Venue": "6d9a6f30-1c7e-4c7b-9a55-0d3f6f2b8a13",
}
PRICING = ("3f0c2b1e-7d54-4a86-8c0e-5b1c7a9d2e01", "3f0c2b1e-7d54-4a86-8c0e-5b1c7a9d2e02")
_ADMIN = "0b1d4a76-52c3-4f0a-8a1e-9c7d3e5f6a70"


def empty() -> Record:
    """A contact of which nothing is known."""
    record: Record = {name: None for name in (*_TEXTS, *_NUMBERS, "lastEditUserId", "deletedByUserId", "deletedByDate")}
    record |= {name: False for name in _FLAGS} | {name: [] for name in _LISTS}
    record |= {"className": "CONTACT", "domainId": "contact", "createdByUserId": _ADMIN, "imported": False}
    return record


def from_person(person: Person, record_id: str) -> Record:
    """An invented person, or every ninth time the company that he works for, as this CRM's record."""
    number = person.number
    firm = number % 9 == 4 and person.company is not None
    created, edited = person.created_at, person.updated_at
    record = empty() | {
        "id": record_id,
        "name": person.company if firm else person.full_name,
        "firstName": None if firm else person.first_name,
        "lastName": None if firm else person.last_name,
        "organization": firm,
        "company": person.company,
        "jobTitle": None if firm else person.job_title,
        "shortName": person.last_name if number % 4 == 0 and not firm else None,
        "code": f"C{number:05d}",
        "birthday": person.born and person.born[0] and "{:04d}-{:02d}-{:02d}".format(*person.born),
        "internetAddresses": [address(email, label, place) for place, (email, label) in enumerate(person.emails)],
        "phoneNumbers": [phone(dialled, label, place) for place, (dialled, label) in enumerate(person.phones)],
        "resourceTypes": [{"id": KINDS[name], "name": name} for name in _kinds_of(number, firm)],
        "addresses": [place_of(person, uuid_of(number))] if person.city and number % 4 else [],
        "narrativeDescription": person.description,
        "externalNumber": str(90_000 + number) if number % 8 == 0 else None,
        "defaultBillToContact": number % 5 == 0,
        "defaultPricingModelId": PRICING[number % 2] if number % 3 else None,
        "creditLimit": float(number % 7 * 500) if firm else None,
        "assignedNumber": number + 1000,
        "lastEditUserId": _ADMIN,
        "created_at": created,
        "updated_at": edited,
    }
    return record


def _kinds_of(number: int, firm: bool) -> tuple[str, ...]:
    if not firm:
        return ("Client",)
    return ("Client", "Vendor") if number % 2 else ("Venue",)


def address(email: str, label: str, place: int) -> Record:
    """An internet address; the first one is the default."""
    return {"name": label or "Email", "url": email, "defaultEmail": place == 0}


def phone(dialled: str, label: str, place: int) -> Record:
    """A phone number; the first one is the default."""
    return {"name": label or "Phone", "dialNumber": dialled, "defaultPhone": place == 0, "defaultFax": False}


def uuid_of(number: int) -> str:
    """An id of an address."""
    return f"5d0e0c1a-0000-4000-8000-{number:012d}"


def place_of(person: Person, record_id: str) -> Record:
    """Where an invented person lives, as a row."""
    row: Record = dict.fromkeys(_ADDRESS) | {"line1": f"{person.number % 90 + 1} Quay Street", "city": person.city}
    return row | {"id": record_id, "country": person.country, **dict.fromkeys(_ADDRESS_FLAGS, True), "ordinal": 0}


def address_row(body: Any, record_id: str, ordinal: int, before: Record | None = None) -> Record:
    """An address as the API takes it, all of it in the place of what there was. Raises Refused 400."""
    if not isinstance(body, dict):
        raise Refused(400, "Malformed address")
    if any(not isinstance(body.get(name), str | None) for name in _ADDRESS):
        raise Refused(400, "address: a line has the wrong type")
    row = dict.fromkeys(_ADDRESS) | {name: body[name] for name in _ADDRESS if name in body}
    flags = {name: bool(body.get(name)) for name in _ADDRESS_FLAGS}
    return (before or {}) | row | flags | {"id": record_id, "ordinal": ordinal}


def detail(record: Record) -> Record:
    """A contact as `/contact/{id}` shows it; its times are local-looking, without a zone."""
    shown = {name: value for name, value in record.items() if name not in ("created_at", "updated_at")}
    display = record["name"] or record["company"]
    shown |= {"shortNameOrName": record["shortName"] or display, "preferredDisplayString": display}
    return shown | {"createdDate": record["created_at"][:19], "lastEditDate": record["updated_at"][:19]}


def thin(record: Record) -> Record:
    """A contact as lists show it."""
    whole = detail(record)
    return {name: whole[name] for name in THIN}


def found(record: Record) -> Record:
    """A contact as the search shows it."""
    emails = [entry["url"] for entry in record["internetAddresses"]]
    return {name: record[name] for name in SEARCHED} | {"email": emails[0] if emails else None}


def taken(body: Any) -> Record:
    """What the API takes of a body; derived and unknown members are ignored. Raises Refused 400."""
    if not isinstance(body, dict):
        raise Refused(400, "Malformed contact")
    fields: Record = {}
    for name, value in body.items():
        if name in WRITABLE:
            fields[name] = _typed(name, value)
    for name, member in (("internetAddresses", "url"), ("phoneNumbers", "dialNumber")):
        for entry in fields.get(name) or ():
            if not isinstance(entry, dict) or not isinstance(entry.get(member), str):
                raise Refused(400, f"{name}: {member} is required")
    if any(not isinstance(row, dict) for row in fields.get("addresses") or ()):
        raise Refused(400, "Malformed address")
    if isinstance(email := body.get("email"), str) and "internetAddresses" not in fields:
        fields["internetAddresses"] = [address(email, "", 0)]
    if isinstance(mobile := body.get("mobilePhone"), str) and "phoneNumbers" not in fields:
        fields["phoneNumbers"] = [phone(mobile, "Mobile", 0)]
    known = {uuid: name for name, uuid in KINDS.items()}
    for one in fields.get("resourceTypes") or ():
        if not isinstance(one, dict) or one.get("id") not in known:
            raise Refused(400, "resourceTypes: no such resource type")
        one["name"] = known[one["id"]]
    return fields


def _typed(name: str, value: Any) -> Any:
    wanted: Mapping[str, type | tuple[type, ...]] = (
        dict.fromkeys(_TEXTS, str) | dict.fromkeys(_FLAGS, bool) | dict.fromkeys(_LISTS, list)
    )
    if value is None:
        return [] if name in _LISTS else False if name in _FLAGS else None
    if not isinstance(value, wanted.get(name, (int, float))):
        raise Refused(400, f"{name} has the wrong type")
    return value


def named(record: Record) -> Record:
    """The record with the name that Flex makes of its parts: a company's own, else first and last name."""
    firm = record["organization"]
    parts = [record["name"] or record["company"]] if firm else [record["firstName"], record["lastName"]]
    return record | {"name": " ".join(part for part in parts if part) or record["name"]}
