"""The demo Rex's contact: one record behind both of its APIs, with what each shows and takes.

Described by the vendor: names and shapes, as its services tell them of themselves. Seen live by others: pictures as
`{uri, url, thumbs}` with an address of no scheme, phone types `Mob`, the description `Default`, `cf.<number>` members.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

from crmdesk.demo.people import Person
from crmdesk.demo.site.answers import Refused
from crmdesk.demo.site.state import Record

FIRST_ID = 20_001
# Children of contacts: what a row holds beside its id, and the member without which it says nothing.
CHILDREN: Mapping[str, tuple[tuple[str, ...], str]] = {
    "contact_names": (("name_title", "name_first", "name_middle", "name_last"), "name_first"),
    "contact_emails": (
        ("email_desc", "email_address", "email_primary", "email_secondary", "contact_name_id", "is_invalid"),
        "email_address",
    ),
    "contact_phones": (
        ("phone_type", "phone_number", "phone_primary", "phone_primary_sms", "contact_name_id", "is_invalid"),
        "phone_number",
    ),
    "contact_tags": (("tag",), "tag"),
}
_TEXTS = (
    "address",
    "address_postal",
    "marketing_postcode",
    "marketing_gender",
    "marketing_enquiry_source",
    "interest_level",
    "name_legal",
    "name_salutation",
    "name_addressee",
    "notes",
)
_READ_ONLY = ("notes",)
CUSTOM = ("cf.101", "cf.102")
LEVELS = ("cold", "warm", "hot")
_IMAGES = "//images.rex.example/contacts"
_COMPANY_TEXTS = ("company_name", "company_abn", "website_url")
_DAYS = ("marketing_birthday", "last_contacted_date")
_ROW = (
    "email_address",
    "phone_number",
    "type",
    "last_contacted_date",
    "name_last",
    "address_postal",
    "address",
    "interest_level",
    "marketing_birthday",
    "marketing_enquiry_source",
    "marketing_gender",
    "marketing_postcode",
)
_RIGHTS = ["read", "update", "archive", "trash", "purge", "perms"]
_OWNER = {
    "id": "1",
    "name": "Sam Harbour",
    "first_name": "Sam",
    "last_name": "Harbour",
    "email_address": "sam@harbour-homes.example",
}


def from_person(person: Person, number: int) -> Record:
    """An invented person, or the company of every twelfth, as this CRM's record."""
    company = number % 12 == 7 and person.company is not None
    born = person.born
    rows = iter(range(number * 20, number * 20 + 20))
    names = [{"name_title": None, "name_first": person.first_name, "name_middle": None, "name_last": person.last_name}]
    record: Record = dict.fromkeys((*_TEXTS, *_COMPANY_TEXTS, *_DAYS))
    record |= {
        "id": str(FIRST_ID + number),
        "type": "company" if company else "person",
        "address": person.city,
        "interest_level": ("hot", "warm", "cold", None)[number % 4],
        "marketing_enquiry_source": person.source,
        "is_dnd": True if number % 29 == 0 else None,
        "contact_image": _image(number) if person.has_image else None,
        "address_postal": f"PO Box {number}\n{person.city}" if person.city and number % 7 == 0 else None,
        "name_salutation": None if company else person.first_name,
        "notes": person.description,
        "cf.101": {"id": "7", "text": "Investor"} if number % 6 == 0 else None,
        "cf.102": "Likes a view" if number % 10 == 0 else None,
        "last_contacted_date": person.last_seen_at and person.last_seen_at[:10],
        "is_archived": person.archived,
        "is_trashed": False,
        "created_at": person.created_at,
        "updated_at": person.updated_at,
        "contact_names": [] if company else with_ids(names, rows),
        "contact_emails": with_ids([_email(*email) for email in person.emails], rows),
        "contact_phones": with_ids([_phone(*phone) for phone in person.phones], rows),
        "contact_tags": with_ids([{"tag": tag} for tag in person.tags], rows),
    }
    if company:
        record |= {"company_name": person.company, "website_url": person.website}
    elif born and born[0]:  # Rex keeps no birthday without its year
        record["marketing_birthday"] = f"{born[0]:04d}-{born[1]:02d}-{born[2]:02d}"
    return settled(record)


def _image(number: int) -> Record:
    place = f"{_IMAGES}/{FIRST_ID + number}"
    thumbs = {size: {"url": f"{place}-{size}.jpg"} for size in ("80x80", "400x400")}
    return {"uri": f"rexlive://contacts/{FIRST_ID + number}.jpg", "url": f"{place}.jpg", "thumbs": thumbs}


def _email(address: str, label: str) -> Record:
    return {"email_address": address, "email_desc": label or "Default"}


def _phone(number: str, label: str) -> Record:
    return {"phone_number": number, "phone_type": "Mob" if label in ("Mobile", "") else label}


def with_ids(rows: list[Record], numbers: Iterator[int]) -> list[Record]:
    """Child rows with ids of their own, which Rex gives them."""
    return [{**row, "id": next(numbers)} for row in rows]


def settled(record: Record) -> Record:
    """The record with what Rex sees to itself: all members of child rows, and one primary email and phone."""
    for name, (members, _) in CHILDREN.items():
        record[name] = [dict.fromkeys(members) | row for row in record[name]]
    for name, mark in (("contact_emails", "email_primary"), ("contact_phones", "phone_primary")):
        rows = record[name]
        chosen = next((row for row in rows if row[mark]), rows[0] if rows else None)
        for row in rows:
            row[mark] = True if row is chosen else None
    return record


def state_of(record: Record) -> str:
    """The record state: `active`, `archived` or `trashed`."""
    return "trashed" if record["is_trashed"] else "archived" if record["is_archived"] else "active"


def modified(record: Record) -> int:
    """The time of the last change in seconds since 1970."""
    return _seconds(record["updated_at"])


def etag_shape(record: Record) -> Record:
    """A row of the format `etags`."""
    return {"id": record["id"], "etag": f"{record['id']}-{modified(record)}"}


def search_shape(record: Record) -> Record:
    """A row of the format `default` with all child rows: ids, times and flags are texts here."""
    names, primary = record["contact_names"], {"email_address": None, "phone_number": None}
    for name, member in (("contact_emails", "email_address"), ("contact_phones", "phone_number")):
        rows = record[name]
        primary[member] = next((row[member] for row in rows if row[f"{member.split('_')[0]}_primary"]), None)
    shown = {name: record.get(name) for name in _ROW} | primary
    return {
        **_head(record, str),
        "name": display_name(record),
        "fax_number": None,
        "is_dnd": "1" if record["is_dnd"] else None,
        **shown,
        **{name: record.get(name) for name in CUSTOM},
        "name_first": names[0]["name_first"] if names else None,
        "name_last": names[0]["name_last"] if names else None,
        "contact_image": record.get("contact_image"),
        "marketing_enquiry_method": None,
        "system_owner_user": _OWNER,
        "security_user_rights": _RIGHTS,
        **etag_shape(record),
        "related": _related(record),
    }


def read_shape(record: Record) -> Record:
    """The answer to `read`: ids and times are numbers here."""
    return {
        **_head(record, int),
        "system_search_key": display_name(record),
        **{name: record[name] for name in (*_TEXTS, *_COMPANY_TEXTS, *_DAYS)},
        "is_dnd": record["is_dnd"],
        "type": record["type"],
        "contact_image": record.get("contact_image"),
        **{name: record.get(name) for name in CUSTOM},
        **etag_shape(record),
        "id": int(record["id"]),
        "system_owner_user": _OWNER,
        "related": _related(record),
    }


def with_objects(shown: Record) -> Record:
    """The same, its source as an object of a list of values."""
    source = shown["marketing_enquiry_source"]
    number = sum(source.encode()) if source else 0
    return shown | {"marketing_enquiry_source": {"id": str(number), "text": source} if source else None}


def _head(record: Record, form: type) -> Record:
    return {
        "system_record_state": state_of(record),
        "system_ctime": form(_seconds(record["created_at"])),
        "system_modtime": form(modified(record)),
    }


def _related(record: Record) -> Record:
    related = {name: record[name] for name in CHILDREN if name != "contact_names" or record["type"] == "person"}
    return related | {"contact_mailing_lists": []}


def display_name(record: Record) -> str | None:
    """The name in lists: the company's, else the first name row's parts."""
    if record["type"] == "company":
        return str(record["company_name"])
    for row in record["contact_names"]:
        return " ".join(part for part in (row["name_first"], row["name_last"]) if part) or None
    return None


def list_shape(record: Record) -> Record:
    """A contact of the seed's list endpoint, whose names vary by tenant: here by every other record."""
    emails = [row["email_address"] for row in record["contact_emails"]]
    phones = [row["phone_number"] for row in record["contact_phones"]]
    if int(record["id"]) % 2:
        shown: Record = {"name": display_name(record), "primary_email": emails[0] if emails else None}
        shown |= {"primary_phone": phones[0] if phones else None, "description": record["address"]}
        return {"id": record["id"], **shown, "last_updated": record["updated_at"]}
    row = record["contact_names"][0] if record["contact_names"] else {"name_first": record["company_name"]}
    shown = {"first_name": row.get("name_first"), "last_name": row.get("name_last"), "notes": record["address"]}
    return {"id": record["id"], **shown, "emails": emails, "phones": phones, "updated_at": record["updated_at"]}


def _seconds(stamp: str) -> int:
    return int(datetime.fromisoformat(stamp.replace("Z", "+00:00")).astimezone(UTC).timestamp())


def changes_of(data: Record, before: Record, numbers: Iterator[int]) -> Record:
    """What a create or an update takes: unknown names and a person's company are dropped without a word.

    Child rows are changed where their own id is sent, added without one, and dropped by `_destroy`. Raises Refused 422.
    """
    kind = data.get("type", before["type"])
    if kind not in ("person", "company"):
        raise Refused(422, "type must be person or company", field="type")
    changes: Record = {"type": kind}
    for name, value in data.items():
        if name in _READ_ONLY:
            continue
        if name == "interest_level" and value not in (None, *LEVELS):
            raise Refused(422, f"{name} must be one of {', '.join(LEVELS)}", field=name)
        if name in _TEXTS or (name in _COMPANY_TEXTS and kind == "company"):
            if value is not None and not isinstance(value, str):
                raise Refused(422, f"{name} must be a string", field=name)
            changes[name] = value
        elif name in _DAYS:
            changes[name] = _day(name, value)
        elif name == "is_dnd":
            changes[name] = bool(value) or None
    related = data.get("related") or {}
    for name in CHILDREN:
        if name in related:
            changes[name] = _rows(name, related[name], before[name], numbers)
    whole = settled({**before, **changes})
    if kind == "person" and not (whole["contact_names"] and whole["contact_names"][0]["name_first"]):
        raise Refused(422, "A first name is required for person contacts", field="related.contact_names")
    if kind == "company" and not whole["company_name"]:
        raise Refused(422, "A company name is required for company contacts", field="company_name")
    return {name: whole[name] for name in changes}


def _rows(name: str, sent: Any, before: list[Record], numbers: Iterator[int]) -> list[Record]:
    members, needed = CHILDREN[name]
    if not isinstance(sent, list) or not all(isinstance(row, dict) for row in sent):
        raise Refused(422, f"{name} must be a list of rows", field=name)
    rows = {row["id"]: dict(row) for row in before}
    for row in sent:
        number = row.get("id")
        if number is None:
            number = next(numbers)
            rows[number] = {"id": number}
        elif number not in rows:
            raise Refused(422, f"{name} has no row {number}", field=name)
        if row.get("_destroy"):
            del rows[number]
            continue
        rows[number] |= {member: row[member] for member in members if member in row}
        if not isinstance(rows[number].get(needed), str) or not rows[number][needed].strip():
            raise Refused(422, f"{needed} is required", field=needed)
        for mark in ("email_primary", "phone_primary"):
            if row.get(mark):
                for other in rows.values():
                    other[mark] = True if other is rows[number] else None
    return list(rows.values())


def _day(name: str, value: Any) -> str | None:
    if value is None:
        return None
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return date.fromisoformat(value).isoformat()
    except (ValueError, TypeError):
        pass
    raise Refused(422, f"{name} must be a date (YYYY-MM-DD)", field=name)
