"""The demo MRI Vault's things as its v1.3 API names them: contacts, properties with their lives, offers, deals, events.

Source of names and shapes: the vendor's own description of API v1.3 (docs.api.vaultre.com.au).
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from crmdesk.demo.answers import Refused
from crmdesk.demo.book import Record
from crmdesk.demo.people import Person


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FIRST_CONTACT, FIRST_PROPERTY, FIRST_DEAL, FIRST_EVENT = 10_001, 20_001, 70_001, 80_001
FIRST_SALE_LIFE, FIRST_LEASE_LIFE, FIRST_OFFER = 30_001, 30_001, 60_001  # lives of both sorts are counted apart
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
CLASSES = {1: ("Residential", "residential"), 2: ("Commercial", "commercial"), 3: ("Land", "land")}
STATUSES = ("listing", "listing", "appraisal", "conditional", "unconditional", "settled", "withdrawn", "listing")
PHONE_TYPES = {"H": "Home", "W": "Work", "M": "Mobile", "F": "Facsimile", "D": "Direct"}
DEAL_STATUSES = ("Pending", "Sent for Approval", "Approved", "Rejected")
OFFER_STATUSES = {1: "Open", 2: "Accepted", 3: "Declined"}
UPDATE_CONTACT = _words(
    "title firstName lastName greeting partnerTitle partnerFirstName partnerLastName company position address"
    " postalAddress onDoNotCallList archived unsubscribe emails phoneNumbers legalDescription abn acn accessBy"
    " editableBy sourceOfEnquiry marketingUsers customUnsubscribe"
)
ADD_CONTACT = UPDATE_CONTACT | {"inserted", "entityType"}
WRITE_PROPERTY = _words(
    "branch building type address referenceID searchPrice displayPrice heading description brochureDescription"
    " windowCardDescription landArea volumeNumber folioNumber corelogicId yearBuilt accessBy editableBy contactStaff"
    " externalLinks internalRemarks certificateOfTitle legalDescription rpdp lotNumber bed bath garages carports"
    " openSpaces ensuites toilets receptionRooms floorArea status appraisal rates priceOnApplication authorityStart"
    " authorityEnd sellingFeePercent sellingFeeFixed vpa tenderDetails auctionDetails setSaleDateDetails"
)
_DEAL = _words(
    "id owners tenants unconditional settlement grossCommissionExcGST outgoingsPerAnnum outgoingsText parkingBays"
    " parkingInfo externalAgency ourDeal status"
)
WRITE_DEAL = {
    "sale": _DEAL | _words("purchasers salePrice vacantPossession"),
    "lease": _DEAL
    | _words(
        "leaseStart leaseExpiry leaseExpiryReminder leaseExpiryReminderUser annualRent initialTermYears renewal1Years"
        " renewal2Years renewal3Years fitoutEstimate otherIncentives"
    ),
}
_STREETS = ("Rathdowne St", "Canning St", "Brunswick St", "Acland St", "King St", "Curlewis St", "Given Tce")
_BEGIN = datetime(2024, 1, 8, 9, 0, tzinfo=UTC)


def moment(stamp: str | None) -> str | None:
    """A time as this API writes it: whole seconds, with an offset."""
    return stamp and stamp[:19] + "+00:00"


def _counted(number: int) -> str:
    return (_BEGIN + timedelta(minutes=7 * number)).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def suburb(id_: int) -> Record:
    """A suburb as an address shows it."""
    name, postcode, state = SUBURBS[id_]
    return {"id": id_, "name": name, "postcode": postcode, "state": {"id": 1, "abbreviation": state, "name": state}}


def _place(rng: Random) -> Record:
    found = suburb(rng.choice(list(SUBURBS)))
    unit = str(rng.randint(1, 9)) if rng.random() < 0.25 else ""
    street = {"level": "", "unitNumber": unit, "streetNumber": str(rng.randint(2, 180)), "street": rng.choice(_STREETS)}
    return {**street, "suburb": found, "state": found["state"], "country": {"id": 1, "name": "Australia"}}


def display_address(address: Record) -> str:
    """An address in one line."""
    unit = f"{address['unitNumber']}/" if address.get("unitNumber") else ""
    street = f"{unit}{address.get('streetNumber') or ''} {address.get('street') or ''}".strip()
    place = address.get("suburb") or {}
    return f"{street}, {place.get('name', '')}".strip(", ")


def contact(person: Person, record_id: str) -> Record:
    """An invented person as a contact of this CRM; `notes` and `categories` lie apart from what is listed."""
    rng = Random(f"vault {person.number}")
    codes = {"Mobile": "M", "Work": "W", "Home": "H"}
    made = _counted(int(record_id))
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
        "address": _place(rng) if rng.random() < 0.5 else None,
        "postalAddress": None,
        "onDoNotCallList": False,
        "archived": person.archived,
        "touched": person.last_seen_at,
        "remoteId": None,
        "unsubscribe": {"email": False, "sms": False, "letter": False},
        "entityType": {"id": 1, "name": ENTITY_TYPES[1]},
        "emails": [address for address, _ in person.emails],
        "phoneNumbers": [phone(number, codes.get(label, "D")) for number, label in person.phones],
        "abn": None,
        "acn": None,
        "marketingUsers": [{"id": 71, "name": "Sam Harbour", "photo": None}],
        "accessBy": [{"id": 71, "name": "Sam Harbour"}],
        "notes": person.description,
        "categories": [],
        "created_at": made,
        "updated_at": max(made, person.updated_at),
    }


def phone(number: str, code: str | None, comment: str | None = None) -> Record:
    """A number with its type."""
    return {"number": number, "typeCode": code, "type": PHONE_TYPES.get(code or ""), "comment": comment}


def home(rng: Random, number: int, people: int) -> Record:
    """Property `number`, with the lives it has: what is for sale, let, sold, and to whom it belongs."""
    class_id = 2 if number % 7 == 3 else 3 if number % 11 == 5 else 1
    address, made = _place(rng), _counted(number)
    owner = str(FIRST_CONTACT + rng.randrange(max(people, 1)))
    buyer = str(FIRST_CONTACT + rng.randrange(max(people, 1)))
    status = STATUSES[number % len(STATUSES)]
    sold = status in ("conditional", "unconditional", "settled")
    price = rng.randrange(350, 2400) * 1000
    sale = {
        "id": FIRST_SALE_LIFE + number,
        "status": status,
        "owners": [owner],
        "purchasers": [buyer] if sold else [],
        "salePrice": price if sold else None,
        "conditional": "2026-07-01" if sold else None,
        "unconditional": "2026-07-20" if status in ("unconditional", "settled") else None,
        "settlement": "2026-08-31" if sold else None,
    }
    let = {"id": FIRST_LEASE_LIFE + number, "status": "management" if number % 10 else "conditional", "owners": [owner]}
    return {
        "id": str(FIRST_PROPERTY + number),
        "class": {"id": class_id, "name": CLASSES[class_id][0], "internalName": CLASSES[class_id][1]},
        "type": {"id": 40 + class_id, "name": ("House", "Office", "Vacant land")[class_id - 1]},
        "address": address,
        "displayAddress": display_address(address),
        "referenceID": f"HH{number:04d}",
        "searchPrice": price,
        "displayPrice": f"${price:,}",
        "heading": None,
        "description": f"{rng.choice(('Sunny', 'Quiet', 'Rare', 'Classic'))} on {address['street']}.",
        "landArea": {"value": rng.randrange(90, 900), "units": "sqm"},
        "yearBuilt": rng.randrange(1890, 2020),
        "geolocation": None,
        "photos": [],
        "saleLife": sale if number % 5 != 4 else None,
        "leaseLife": let if number % 5 in (2, 4) else None,
        "more": {"bed": rng.randrange(1, 6), "bath": rng.randrange(1, 4), "garages": 1, "internalRemarks": "Key 12"},
        "milestones": [],
        "riskOverview": None,
        "created_at": made,
        "updated_at": made,
    }


def contact_shape(record: Record) -> Record:
    """A contact as lists and single answers show it."""
    hidden = ("id", "notes", "categories", "accessBy", "created_at", "updated_at")
    shown = {name: value for name, value in record.items() if name not in hidden}
    times = {"inserted": moment(record["created_at"]), "modified": moment(record["updated_at"])}
    return {"id": int(record["id"]), **shown, **times, "touched": moment(record["touched"])}


def full_contact(record: Record) -> Record:
    """A contact as it is shown by itself."""
    return {**contact_shape(record), "accessBy": record["accessBy"], "sourceOfEnquiry": None}


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


def property_shape(record: Record) -> Record:
    """A property as lists show it: its lives by id alone."""
    hidden = ("id", "saleLife", "leaseLife", "more", "milestones", "riskOverview", "created_at", "updated_at")
    shown = {name: value for name, value in record.items() if name not in hidden}
    lives = {f"{word}LifeId": record[f"{word}Life"] and record[f"{word}Life"]["id"] for word in ("sale", "lease")}
    times = {"inserted": moment(record["created_at"]), "modified": moment(record["updated_at"])}
    return {"id": int(record["id"]), **shown, **lives, **times}


def full_property(record: Record) -> Record:
    """A property by itself: with the states of its lives and its history."""
    lives = {
        f"{word}Life": record[f"{word}Life"] and {name: record[f"{word}Life"][name] for name in ("id", "status")}
        for word in ("sale", "lease")
    }
    told = ("status", "salePrice", "conditional", "unconditional", "settlement")
    sale = record["saleLife"]
    history = [{"lifeId": sale["id"], **{name: sale.get(name) for name in told}}] if sale else []
    return {**property_shape(record), **lives, "saleHistory": history, "accessBy": [{"id": 71, "name": "Sam Harbour"}]}


def life_shape(record: Record, word: str) -> Record:
    """One life of a property, as `/properties/sale` and `/properties/lease` list it: the property with its state."""
    return {**property_shape(record), **record["more"], "status": record[f"{word}Life"]["status"]}


def zena_property(record: Record) -> Record:
    """A property in the dialect of the Zena service."""
    sale = record["saleLife"] or {}
    return {
        "id": record["id"],
        "address": record["displayAddress"],
        "vendors": sale.get("owners", []),
        "buyers": sale.get("purchasers", []),
        "milestones": record["milestones"],
        "riskOverview": record["riskOverview"],
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
    texts = ("title", "firstName", "lastName", "greeting", "company", "position", "abn", "acn")
    if wrong := next((name for name in texts if not isinstance(data.get(name), str | None)), None):
        raise Refused(400, f"{wrong} must be a string")
    changes: Record = {name: data.get(name) for name in texts}
    changes |= {name: data.get(name) for name in ("partnerTitle", "partnerFirstName", "partnerLastName")}
    changes |= {name: placed(data.get(name)) for name in ("address", "postalAddress")}
    changes |= {name: bool(data.get(name)) for name in ("onDoNotCallList", "archived")}
    parts = [changes["firstName"], changes["lastName"]]
    changes |= {"emails": emails, "displayName": " ".join(part for part in parts if part) or changes["company"]}
    changes["phoneNumbers"] = [phone(one["number"], one.get("typeCode"), one.get("comment")) for one in phones]
    changes["unsubscribe"] = data.get("unsubscribe") or before.get("unsubscribe")
    for name in ("marketingUsers", "accessBy"):
        known = {one["id"]: one for one in before.get(name) or ()}
        changes[name] = [known.get(one["id"], {"id": one["id"], "name": "Somebody"}) for one in data.get(name) or ()]
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
    wanted = address.get("suburb")
    if not isinstance(wanted, dict) or set(wanted) != {"id"} or wanted["id"] not in SUBURBS:
        raise Refused(400, "Invalid suburb")
    found = suburb(wanted["id"])
    return {**address, "suburb": found, "state": found["state"], "country": {"id": 1, "name": "Australia"}}
