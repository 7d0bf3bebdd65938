"""The demo Dex's contact: one record behind both of Dex's APIs, with what each reads and takes.

Source of all field names: getdex.com/docs/api-reference (legacy pages, and reference pages for v1).
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from crmdesk.demo.people import Person
from crmdesk.demo.site.answers import Refused
from crmdesk.demo.site.state import Record

# The members of a v1 item, documented and seen; `tags` and `label` of an email are kept but not shown.
TEXTS = (
    "full_name",
    "first_name",
    "last_name",
    "job_title",
    "company",
    "description",
    "legacy_location",
    "education",
    "website",
    "image_url",
    "linkedin",
    "twitter",
    "facebook",
    "instagram",
    "telegram",
    "tiktok",
    "youtube",
    "frequency",
    "source",
)
TIMES = ("last_seen_at", "next_reminder_at")
FLAGS = ("starred", "is_archived")
LEGACY_READS = (
    "id",
    "first_name",
    "last_name",
    "job_title",
    "description",
    "education",
    "image_url",
    "linkedin",
    "facebook",
    "twitter",
    "instagram",
    "telegram",
    "last_seen_at",
    "next_reminder_at",
)
LEGACY_WRITES = (*LEGACY_READS[1:], "website", "birthday_year")
SUMMARY_HIDES = ("description", "education", "website", "birthday", "contact_emails", "contact_phone_numbers")
# In Dex's own notation, as byndcloud/unofficial-dex-mcp lists it.
FREQUENCIES = {
    "weekly": "7 days",
    "biweekly": "14 days",
    "monthly": "1 mon",
    "quarterly": "3 mons",
    "biannually": "6 mons",
    "yearly": "1 year",
}
NAMES = {
    "contact": {"emails": "contact_emails", "phones": "contact_phone_numbers"},
    "plain": {"emails": "emails", "phones": "phones"},
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?")

# A birthday whose year is not known still needs a whole date in Dex; a leap year keeps 29 February possible.
_NO_YEAR = 2000


def from_person(person: Person, record_id: str, origin: str) -> Record:
    """An invented person as this CRM's record, absent values as nulls."""
    born = person.born
    return {
        "id": record_id,
        "full_name": person.full_name,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "job_title": person.job_title,
        "company": person.company,
        "description": person.description,
        "legacy_location": person.city,
        "education": person.education,
        "website": person.website,
        "image_url": f"{origin}/avatars/{person.number}.png" if person.has_image else None,
        "starred": person.starred,
        "is_archived": person.archived,
        "birthday": born and f"{born[0] or _NO_YEAR:04d}-{born[1]:02d}-{born[2]:02d}",
        "birthday_year": born and born[0],
        "linkedin": person.socials.get("linkedin"),
        "twitter": person.socials.get("twitter"),
        "facebook": person.socials.get("facebook"),
        "instagram": person.socials.get("instagram"),
        "telegram": person.socials.get("telegram"),
        "tiktok": None,
        "youtube": None,
        "frequency": person.frequency and FREQUENCIES.get(person.frequency, person.frequency),
        "never_keep_in_touch": False,
        "source": person.source,
        "last_seen_at": person.last_seen_at,
        "next_reminder_at": person.next_reminder_at,
        "created_at": person.created_at,
        "updated_at": person.updated_at,
        "contact_emails": [{"email": address} for address, _ in person.emails],
        "contact_phone_numbers": [{"phone_number": number, "label": label} for number, label in person.phones],
        "tags": list(person.tags),
    }


def v1_shape(record: Record, shows: str = "contact", tags: bool = False) -> Record:
    """A record as v1 and v2 show it, emails and phones under the names that `shows` says."""
    names = {} if shows == "contact" else {there: name for name, there in NAMES["contact"].items()}
    shown = {names.get(name, name): value for name, value in record.items() if name != "tags"}
    return shown | ({"tags": [{"id": tag_id(name), "name": name} for name in record["tags"]]} if tags else {})


def tag_id(name: str) -> str:
    """The id of the tag of that name."""
    return str(uuid5(NAMESPACE_OID, name))


def legacy_shape(record: Record, year: int) -> Record:
    """A record as the legacy API shows it: no company, no updated_at, the birthday in the current year."""
    shown = {name: record[name] for name in LEGACY_READS}
    shown["emails"] = [{"email": entry["email"]} for entry in record["contact_emails"]]
    shown["phones"] = [
        {name: row[name] for name in ("phone_number", "label")} for row in record["contact_phone_numbers"]
    ]
    shown["birthday_current_year"] = _this_year(record["birthday"], year)
    return shown


def _this_year(birthday: str | None, year: int) -> str | None:
    if birthday is None:
        return None
    month, day = int(birthday[5:7]), int(birthday[8:10])
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return f"{year:04d}-{month:02d}-{28 if (month, day) == (2, 29) and not leap else day:02d}"


def v1_changes(data: Any, lists: str, names: str) -> Record:
    """What v1 takes of a create or an update; unknown names are dropped without a word, wrong types refused.

    `lists` says what becomes of emails and phones, which come under `names` (`contact` or `plain`), the other names
    being unknown ones: taken, ignored or refused.
    """
    known = {there: name for name, there in NAMES[names].items()}
    if not isinstance(data, dict):
        raise Refused(400, "contact must be an object")
    changes: Record = {}
    for name, value in data.items():
        if name in TEXTS:
            changes[name] = _typed(name, value, str)
        elif name in FLAGS:
            changes[name] = bool(_typed(name, value, bool))
        elif name in TIMES:
            changes[name] = _matching(name, value, _TIME)
        elif name == "birthday":
            changes[name] = _day(value)
        elif name == "birthday_year":
            changes[name] = _typed(name, value, int)
        elif name in known and _taken(name, lists):
            changes |= _children(name, known[name], value)
    return changes


def _taken(name: str, way: str) -> bool:
    if way == "refused":
        raise Refused(400, f"{name} cannot be changed here")
    return way == "taken"


def _typed(name: str, value: Any, wanted: type) -> Any:
    if value is not None and (not isinstance(value, wanted) or (wanted is int and isinstance(value, bool))):
        raise Refused(400, f"{name} must be a {wanted.__name__}")
    return value


def _matching(name: str, value: Any, pattern: re.Pattern[str]) -> Any:
    if value is not None and not (isinstance(value, str) and pattern.fullmatch(value)):
        raise Refused(400, f"{name} is not a valid date")
    return value


def _day(value: Any) -> Any:
    if _matching("birthday", value, _DAY) is not None:
        try:
            date.fromisoformat(value)
        except ValueError as wrong:
            raise Refused(400, "birthday is not a valid date") from wrong
    return value


def _children(name: str, field: str, value: Any) -> Record:
    key, target = ("email", "contact_emails") if field == "emails" else ("phone_number", "contact_phone_numbers")
    if not isinstance(value, list) or not all(isinstance(entry, dict) and entry.get(key) for entry in value):
        raise Refused(400, f"{name} must be a list of objects with {key}")
    if field == "emails":
        return {target: [{"email": str(entry["email"])} for entry in value]}  # nobody has seen their labels shown
    kept = ("phone_number", "label", "country_code", "phone_number_sanitized", "ranking")
    return {target: [{"label": None} | {name: entry[name] for name in kept if name in entry} for entry in value]}


def settled(changes: Record, before: Mapping[str, Any]) -> Record:
    """The changes with what the server derives from them: the full name, and the year of a birthday."""
    named = "first_name" in changes or "last_name" in changes
    if named and "full_name" not in changes:
        parts = [changes.get(name, before.get(name)) for name in ("first_name", "last_name")]
        changes["full_name"] = " ".join(part for part in parts if part) or None
    birthday = changes.get("birthday", before.get("birthday"))
    if "birthday_year" in changes and changes["birthday_year"] and birthday:
        changes["birthday"] = f"{changes['birthday_year']:04d}{birthday[4:]}"
    elif "birthday" in changes and "birthday_year" not in changes:
        changes["birthday_year"] = birthday and int(birthday[:4])
    return changes


def legacy_changes(contact: Any, where: str, path: str) -> Record:
    """What the legacy API takes; any other name is refused in Hasura's words. Raises Refused 400."""
    changes: Record = {}
    for name, value in contact.items() if isinstance(contact, dict) else ():
        if name in ("contact_emails", "contact_phone_numbers") and where == "contacts_insert_input":
            rows = value.get("data", []) if isinstance(value, dict) else []
            changes |= legacy_rows(name, rows if isinstance(rows, list) else [rows])
        elif name in LEGACY_WRITES:
            wanted = int if name == "birthday_year" else str
            if value is not None and not isinstance(value, wanted):
                raise Refused(400, f"unexpected value for field '{name}'", code="parse-failed", path=f"$.{path}.{name}")
            changes[name] = value
        else:
            raise Refused(
                400,
                f"field '{name}' not found in type: '{where}'",
                code="validation-failed",
                path=f"$.selectionSet.{path}.{name}",
            )
    return changes


def legacy_rows(name: str, rows: list[Any]) -> Record:
    """Child rows as the legacy API is sent them."""
    key = "email" if name == "contact_emails" else "phone_number"
    for row in rows:
        if not isinstance(row, dict) or set(row) - {"contact_id", key, "label"}:
            raise Refused(400, f"unexpected row in {name}", code="validation-failed", path=f"$.{name}")
    if key == "email":
        return {name: [{"email": row["email"]} for row in rows if row.get("email")]}
    return {name: [{key: row[key], "label": row.get("label")} for row in rows if row.get(key)]}
