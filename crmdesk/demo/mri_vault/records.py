"""The demo MRI Vault's contacts and addresses as its v1.3 API names them, and what all its things share.

Source of names and shapes: the vendor's own description of API v1.3 (docs.api.vaultre.com.au). In the United Kingdom
addresses come in Royal Mail's parts, or as typed, and no write takes either.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from crmdesk.demo.people import Person
from crmdesk.demo.site.answers import Refused
from crmdesk.demo.site.state import Record


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FIRST_CONTACT, FIRST_OFFER, FIRST_DEAL, FIRST_EVENT = 10_001, 60_001, 70_001, 80_001
SUBURBS: Mapping[int, tuple[str, str, str]] = {
    501: ("Carlton", "3053", "VIC"),
    502: ("Fitzroy", "3065", "VIC"),
    503: ("St Kilda", "3182", "VIC"),
    504: ("Newtown", "2042", "NSW"),
    505: ("Bondi", "2026", "NSW"),
    506: ("Paddington", "4064", "QLD"),
    507: ("North Hobart", "7000", "TAS"),
    508: ("Ponsonby", "1011", "AKL"),
}
ENTITY_TYPES = {1: "Individual", 2: "Company", 3: "Trust", 4: "Vendor", 5: "Buyer"}
CATEGORIES = {901: "Landlord", 902: "Tenant", 903: "Solicitor", 904: "Past client"}
PHONE_TYPES = {"H": "Home", "W": "Work", "M": "Mobile", "F": "Facsimile", "D": "Direct"}
DEAL_STATUSES = ("Pending", "Sent for Approval", "Approved", "Rejected")
OFFER_STATUSES = {1: "Open", 2: "Accepted", 3: "Declined"}
UPDATE_CONTACT = _words(
    "title firstName lastName greeting partnerTitle partnerFirstName partnerLastName company position address"
    " postalAddress onDoNotCallList archived unsubscribe emails phoneNumbers legalDescription abn acn accessBy"
    " editableBy sourceOfEnquiry marketingUsers customUnsubscribe"
)
ADD_CONTACT = UPDATE_CONTACT | {"inserted", "entityType"}
# Agents, branches, and the agency's own words for how it sells, by their ids.
_NAMES = {71: "Sam Harbour", 72: "Pia Quay", 5: "Head office", 3: "Exclusive", 2: "Auction"}
_STREETS = ("Rathdowne St", "Canning St", "Brunswick St", "Acland St", "King St", "Curlewis St", "Given Tce")
_BEGIN = datetime(2024, 1, 8, 9, 0, tzinfo=UTC)


def moment(stamp: str | None) -> str | None:
    """A time as this API writes it: whole seconds, with an offset."""
    return stamp and stamp[:19] + "+00:00"


def counted(number: int) -> str:
    """The time at which the thing of that number was entered."""
    return (_BEGIN + timedelta(minutes=7 * number)).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def suburb(id_: int) -> Record:
    """A suburb as an address shows it."""
    name, postcode, state = SUBURBS[id_]
    return {"id": id_, "name": name, "postcode": postcode, "state": {"id": 1, "abbreviation": state, "name": state}}


def named(id_: int) -> Record:
    """A person of the agency, or one of its branches or words, as answers show it."""
    return {"id": id_, "name": _NAMES.get(id_, "Somebody")}


def agent(id_: int) -> Record:
    """A person of the agency, as properties show those who look after them."""
    first, _, last = _NAMES.get(id_, "Somebody").partition(" ")
    return {"id": id_, "firstName": first, "lastName": last}


def place(rng: Random, *, uk: bool = False) -> Record:
    """An address in parts."""
    if uk:
        return _uk_place(rng)
    found = suburb(rng.choice(list(SUBURBS)))
    unit = str(rng.randint(1, 9)) if rng.random() < 0.25 else ""
    street = {"level": "", "unitNumber": unit, "streetNumber": str(rng.randint(2, 180)), "street": rng.choice(_STREETS)}
    return {**street, "suburb": found, "state": found["state"], "country": {"id": 1, "name": "Australia"}}


def _uk_place(rng: Random) -> Record:
    blank: Record = dict.fromkeys(("level", "unitNumber", "streetNumber", "street", "suburb", "state"))
    country = {"id": 3, "name": "United Kingdom", "isocode": "GB"}
    number, road = str(rng.randint(2, 180)), rng.choice(("Milsom Street", "Walcot Street", "Pulteney Road"))
    if rng.random() < 0.3:
        typed = {"address1": f"{number} {road}", "address2": "Bathwick", "postTown": "Bath", "postcode": "BA2 6LB"}
        return {**blank, "country": country, "royalMail": None, "customAddress": typed}
    mail: Record = {"buildingNumber": number, "thoroughfare": road, "locality": "Walcot", "postTown": "Bath"}
    flat = {"subbuildingName": f"Flat {rng.randint(1, 9)}"} if rng.random() < 0.25 else {}
    mail = {**mail, **flat, "postcode": "BA1 5LN", "udprn": rng.randrange(1_000_000, 9_000_000)}
    return {**blank, "country": country, "royalMail": mail, "customAddress": None}


def display_address(address: Record) -> str:
    """An address in one line."""
    if mail := address.get("royalMail"):
        flat = f"{mail['subbuildingName']}, " if mail.get("subbuildingName") else ""
        return f"{flat}{mail['buildingNumber']} {mail['thoroughfare']}, {mail['postTown']}"
    if typed := address.get("customAddress"):
        return f"{typed['address1']}, {typed['postTown']}"
    unit = f"{address['unitNumber']}/" if address.get("unitNumber") else ""
    street = f"{unit}{address.get('streetNumber') or ''} {address.get('street') or ''}".strip()
    town = address.get("suburb") or {}
    return f"{street}, {town.get('name', '')}".strip(", ")


def contact(person: Person, record_id: str, *, uk: bool = False) -> Record:
    """An invented person as a contact of this CRM; `notes` and `categories` lie apart from what is listed."""
    rng = Random(f"vault {person.number}")
    codes = {"Mobile": "M", "Work": "W", "Home": "H"}
    made = counted(int(record_id))
    return {
        "id": record_id,
        "title": None,
        "firstName": person.first_name,
        "lastName": person.last_name,
        "greeting": person.first_name,
        "displayName": person.full_name,
        "partnerTitle": None,
        "partnerFirstName": None,
        "partnerLastName": None,
        "company": person.company,
        "position": person.job_title,
        "address": place(rng, uk=uk) if rng.random() < 0.5 else None,
        "postalAddress": None,
        "onDoNotCallList": False,
        "archived": person.archived,
        "touched": person.last_seen_at,
        "remoteId": None,
        "unsubscribe": {"email": False, "sms": False, "letters": False},
        "entityType": {"id": 1, "name": ENTITY_TYPES[1]},
        "emails": [address for address, _ in person.emails],
        "phoneNumbers": [phone(number, codes.get(label, "D")) for number, label in person.phones],
        "abn": None,
        "acn": None,
        "marketingUsers": [{"id": 1, "user": named(71)}, {"id": 2, "user": named(72)}],
        "accessBy": [named(71)],
        "editableBy": [named(71)],
        "sourceOfEnquiry": None,
        "customUnsubscribe": [],
        "legalDescription": None,
        "notes": person.description,
        "categories": [],
        "created_at": made,
        "updated_at": max(made, person.updated_at),
    }


def phone(number: str, code: str | None, comment: str | None = None) -> Record:
    """A number with its type."""
    return {"number": number, "typeCode": code, "type": PHONE_TYPES.get(code or ""), "comment": comment}


def contact_shape(record: Record) -> Record:
    """A contact as lists show it: who may edit it is shown where contacts are searched, and nowhere else."""
    hidden = ("id", "notes", "categories", "accessBy", "editableBy", "sourceOfEnquiry", "created_at", "updated_at")
    shown = {name: value for name, value in record.items() if name not in hidden}
    times = {"inserted": moment(record["created_at"]), "modified": moment(record["updated_at"])}
    return {"id": int(record["id"]), **shown, **times, "touched": moment(record["touched"])}


def full_contact(record: Record) -> Record:
    """A contact as it is shown by itself."""
    return {**contact_shape(record), "accessBy": record["accessBy"], "sourceOfEnquiry": record["sourceOfEnquiry"]}


def brief_contact(record: Record) -> Record:
    """A contact as the search by email shows it."""
    told = ("firstName", "lastName", "greeting", "emails", "phoneNumbers", "marketingUsers", "editableBy")
    return {"id": int(record["id"]), "name": record["displayName"], **{name: record[name] for name in told}}


def zena_contact(record: Record) -> Record:
    """A contact in the dialect of the Zena service."""
    return {
        "id": record["id"],
        "firstName": record["firstName"],
        "lastName": record["lastName"],
        "email": next(iter(record["emails"]), None),
        "phone": next((row["number"] for row in record["phoneNumbers"]), None),
        "type": (record["entityType"] or {}).get("name"),
        "notes": record["notes"],
    }


def contact_changes(data: Any, taken: frozenset[str], before: Mapping[str, Any]) -> Record:
    """What a create or an update makes of a contact: members that are left out are emptied. Raises Refused 400."""
    if not isinstance(data, dict):
        raise Refused(400, "Invalid contact")
    if unknown := sorted(set(data) - taken):
        raise Refused(400, f"Unexpected field: {unknown[0]}")
    emails, phones = data.get("emails") or [], data.get("phoneNumbers") or []
    if not isinstance(emails, list) or not all(isinstance(one, str) for one in emails):
        raise Refused(400, "emails must be an array of strings")
    if not isinstance(phones, list) or not all(isinstance(one, dict) and one.get("number") for one in phones):
        raise Refused(400, "phoneNumbers must be an array of objects with a number")
    if any(one.get("typeCode") not in (None, *PHONE_TYPES) for one in phones):
        raise Refused(400, "phoneNumbers.typeCode must be one of H, W, M, F, D")
    texts = ("title", "firstName", "lastName", "greeting", "company", "position", "abn", "acn", "legalDescription")
    if wrong := next((name for name in texts if not isinstance(data.get(name), str | None)), None):
        raise Refused(400, f"{wrong} must be a string")
    changes: Record = {name: data.get(name) or None for name in texts}
    changes |= {name: data.get(name) or None for name in ("partnerTitle", "partnerFirstName", "partnerLastName")}
    changes |= {name: placed(data.get(name)) for name in ("address", "postalAddress")}
    changes |= {name: bool(data.get(name)) for name in ("onDoNotCallList", "archived")}
    parts = [changes["firstName"], changes["lastName"]]
    changes |= {"emails": emails, "displayName": " ".join(part for part in parts if part) or changes["company"]}
    changes["phoneNumbers"] = [phone(one["number"], one.get("typeCode"), one.get("comment")) for one in phones]
    changes["unsubscribe"] = data.get("unsubscribe") or before.get("unsubscribe")
    changes |= {name: [named(one["id"]) for one in data.get(name) or ()] for name in ("accessBy", "editableBy")}
    changes["marketingUsers"] = [
        {"id": one["id"], "user": named(one["user"]["id"])}
        for one in data.get("marketingUsers") or ()
        if one.get("user")
    ]
    changes["customUnsubscribe"] = [named(one["id"]) for one in data.get("customUnsubscribe") or ()]
    source = data.get("sourceOfEnquiry")
    changes["sourceOfEnquiry"] = named(source["id"]) if source else None
    if "entityType" in data:
        wanted = (data["entityType"] or {}).get("id")
        if wanted not in ENTITY_TYPES:
            raise Refused(400, "Invalid entityType")
        changes["entityType"] = {"id": wanted, "name": ENTITY_TYPES[wanted]}
    return changes


def placed(address: Any) -> Record | None:
    """An address as it was sent, its suburb by id. Raises Refused 400."""
    if not address:
        return None
    if not isinstance(address, dict) or set(address) - {"level", "unitNumber", "streetNumber", "street", "suburb"}:
        raise Refused(400, "Invalid address")
    if "suburb" not in address:
        return {**address, "suburb": None, "state": None, "country": {"id": 1, "name": "Australia"}}
    wanted = address["suburb"]
    if not isinstance(wanted, dict) or set(wanted) != {"id"} or wanted["id"] not in SUBURBS:
        raise Refused(400, "Invalid suburb")
    found = suburb(wanted["id"])
    return {**address, "suburb": found, "state": found["state"], "country": {"id": 1, "name": "Australia"}}
