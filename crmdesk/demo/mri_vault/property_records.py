"""The properties of the demo MRI Vault as its v1.3 API names them: by class and by life (a sale, a lease).

Source of names and shapes: the vendor's own description of API v1.3. Some classes are written with members that no
answer of theirs shows.
"""

from collections.abc import Mapping
from random import Random
from typing import Any

from crmdesk.demo.mri_vault.records import FIRST_CONTACT, agent, counted, display_address, moment, named, place, placed
from crmdesk.demo.site.answers import Refused
from crmdesk.demo.site.state import Record


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FIRST_PROPERTY = 20_001
FIRST_SALE_LIFE, FIRST_LEASE_LIFE = 30_001, 30_001  # lives of both sorts are counted apart
CLASSES = {
    1: ("Residential", "residential"),
    2: ("Commercial", "commercial"),
    3: ("Land", "land"),
    4: ("Rural", "rural"),
    5: ("Business", "business"),
    6: ("Holiday Rental", "holidayRental"),
    7: ("Livestock", "livestock"),
    8: ("Clearing Sales", "clearingSales"),
}
# The classes by their names in paths, with the lives that properties of each are made and changed by.
LIVES: Mapping[str, tuple[str, ...]] = {
    **{name: ("sale",) for _, name in CLASSES.values()},
    "residential": ("sale", "lease"),
    "commercial": ("sale", "lease"),
    "holidayRental": ("lease",),
}
STATUSES = ("listing", "listing", "appraisal", "conditional", "unconditional", "settled", "withdrawn", "listing")
_EVERY = _words(
    "building type address referenceID searchPrice displayPrice heading description brochureDescription"
    " windowCardDescription landArea volumeNumber folioNumber corelogicId yearBuilt accessBy editableBy contactStaff"
    " externalLinks certificateOfTitle legalDescription rpdp lotNumber"
)
_ROOMS = _words("bed bath garages carports openSpaces ensuites toilets receptionRooms")
_SELLING = _words("auctionDetails tenderDetails setSaleDateDetails")
_OFFICE = _words(
    "branch mobileMarketingDescription internalRemarks rates priceOnApplication authorityStart authorityEnd"
)
_FEES = _words(
    "sellingFeePercent sellingFeeFixed vpa agentPriceOpinion agentPriceOpinionUpper rateableValue landValue"
    " improvementValue methodOfsale authorityType tenureOrTitleType"
)
_RENTING = _words("bondPrice expenditureLimit")
_APPRAISAL = _words("appraisal appraisalPriceLower appraisalPriceUpper")
_COMMERCIAL = _words(
    "carSpaces commercialLeasePrice outgoingsPerAnnum outgoingsText includesOutgoings commercialLeasePriceIncludesGst"
)
_IN_HISTORY = {"sale": _APPRAISAL | _words("sellingFeePercent sellingFeeFixed vpa"), "lease": _APPRAISAL}
_FLOOR = _words("floorArea")


def _own(class_name: str) -> frozenset[str]:
    """What a class alone has."""
    match class_name:
        case "residential" | "rural" | "holidayRental" | "livestock" | "clearingSales":
            return _ROOMS | _FLOOR
        case "commercial":
            return _COMMERCIAL | _FLOOR
        case "business":
            return _FLOOR
    return frozenset()


def written(class_name: str, word: str) -> frozenset[str]:
    """The members that a write of that class and life takes."""
    terms = _SELLING | _FEES if word == "sale" else _RENTING
    manager = _words("propertyManager") if (class_name, word) == ("residential", "lease") else frozenset()
    return _EVERY | _own(class_name) | _OFFICE | _APPRAISAL | terms | manager | {"status"}


def shown(class_name: str, word: str) -> frozenset[str]:
    """Those of them that an answer shows."""
    taken = written(class_name, word)
    if class_name not in ("residential", "holidayRental"):
        return taken - _OFFICE - _APPRAISAL - _FEES - _RENTING
    return taken - (_APPRAISAL - {"appraisal"} if word == "sale" else _APPRAISAL)


def home(rng: Random, number: int, people: int, *, uk: bool = False) -> Record:
    """Property `number`, with the lives it has: what is for sale, let, sold, and to whom it belongs."""
    class_id = 2 if number % 7 == 3 else 3 if number % 11 == 5 else 1
    class_name = CLASSES[class_id][1]
    address, made = place(rng, uk=uk), counted(number)
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
        "conditional": "2026-07-01T00:00:00+10:00" if sold else None,
        "unconditional": "2026-07-20T00:00:00+10:00" if status in ("unconditional", "settled") else None,
        "settlement": "2026-08-31T00:00:00+10:00" if sold else None,
    }
    let = {"id": FIRST_LEASE_LIFE + number, "status": "management" if number % 10 else "conditional", "owners": [owner]}
    for_sale = number % 5 != 4 or "lease" not in LIVES[class_name]
    return {
        "id": str(FIRST_PROPERTY + number),
        "class": {"id": class_id, "name": CLASSES[class_id][0], "internalName": class_name},
        "type": {"id": 40 + class_id, "name": ("House", "Office", "Vacant land")[class_id - 1]},
        "address": address,
        "displayAddress": display_address(address),
        "referenceID": f"HH{number:04d}",
        "searchPrice": price,
        "displayPrice": f"${price:,}",
        "heading": None,
        "description": f"{rng.choice(('Sunny', 'Quiet', 'Rare', 'Classic'))} and near the park.",
        "landArea": {"value": rng.randrange(90, 900), "units": "sqm"},
        "yearBuilt": rng.randrange(1890, 2020),
        "geolocation": None,
        "photos": [],
        "saleLife": sale if for_sale else None,
        "leaseLife": let if number % 5 in (2, 4) and "lease" in LIVES[class_name] else None,
        "more": _more(rng, class_name),
        "milestones": [],
        "riskOverview": None,
        "created_at": made,
        "updated_at": made,
    }


def _more(rng: Random, class_name: str) -> Record:
    """What only the path of its class shows, or no path at all."""
    own: Record = {"bed": rng.randrange(1, 6), "bath": rng.randrange(1, 4), "garages": 1}
    if class_name == "commercial":
        own = {"carSpaces": 4, "outgoingsPerAnnum": 8200.0, "outgoingsText": "As estimated", "includesOutgoings": True}
    return {
        **(own if class_name != "land" else {}),
        "internalRemarks": "Key 12",
        "branch": named(5),
        "authorityType": named(3),
        "methodOfsale": named(2),
        "authorityEnd": "2027-01-31T00:00:00+11:00",
        "priceOnApplication": False,
        "sellingFeePercent": 2.2,
        "appraisalPriceLower": 640_000.0,
        "accessBy": [named(71)],
        "editableBy": [named(71)],
        "contactStaff": [agent(71) if class_name == "residential" else {"id": 71}],
        **({"propertyManager": agent(72)} if class_name == "residential" else {}),
    }


_HIDDEN = ("id", "saleLife", "leaseLife", "more", "milestones", "riskOverview", "created_at", "updated_at")


def property_shape(record: Record) -> Record:
    """A property as lists show it: its lives by id alone."""
    told = {name: value for name, value in record.items() if name not in _HIDDEN}
    lives = {f"{word}LifeId": record[f"{word}Life"] and record[f"{word}Life"]["id"] for word in ("sale", "lease")}
    times = {"inserted": moment(record["created_at"]), "modified": moment(record["updated_at"])}
    return {"id": int(record["id"]), **told, **lives, **times}


def full_property(record: Record) -> Record:
    """A property by itself: with the states of its lives and its history."""
    lives = {
        f"{word}Life": record[f"{word}Life"] and {name: record[f"{word}Life"][name] for name in ("id", "status")}
        for word in ("sale", "lease")
    }
    histories = {f"{word}History": history(record, word) for word in ("sale", "lease")}
    staff = {name: record["more"].get(name) or [] for name in ("accessBy", "editableBy")}
    return {**property_shape(record), **lives, **histories, **staff, "keys": []}


def history(record: Record, word: str) -> list[Record]:
    """The lives of one sort that the property had: here the present one alone."""
    life = record[f"{word}Life"]
    if not life:
        return []
    told = ("status", "salePrice", "conditional", "unconditional", "settlement") if word == "sale" else ("status",)
    fees = {name: record["more"].get(name) for name in sorted(_IN_HISTORY[word])}
    return [{"lifeId": life["id"], **{name: life.get(name) for name in told}, **fees}]


def row_of_life(record: Record, word: str) -> Record:
    """One life of a property, as `/properties/sale` and `/properties/lease` list it: the property with its state."""
    more = record["more"]
    own = {name: more[name] for name in sorted(_own(record["class"]["internalName"])) if name in more}
    staff = [{"id": one["id"]} for one in more.get("contactStaff") or ()]
    return {**property_shape(record), **own, "contactStaff": staff, "status": record[f"{word}Life"]["status"]}


def life_shape(record: Record, word: str) -> Record:
    """A property as the path of its class and life shows it."""
    names = shown(record["class"]["internalName"], word) - {"status"}
    told = {name: record["more"].get(name) for name in sorted(names) if name not in record}
    state = {"status": record[f"{word}Life"]["status"], f"{word}History": history(record, word), "keys": []}
    return {**property_shape(record), **told, **state}


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


def property_changes(data: Any, class_name: str, word: str, before: Record) -> Record:
    """What a create or an update makes of a property: members that are left out are emptied. Raises Refused 400."""
    if not isinstance(data, dict):
        raise Refused(400, "Invalid property")
    taken = written(class_name, word)
    if unknown := sorted(set(data) - taken):
        raise Refused(400, f"Unexpected field: {unknown[0]}")
    if data.get("status") not in (None, "prospect", "appraisal"):
        raise Refused(400, "status must be one of prospect, appraisal")
    texts = ("description", "displayPrice", "heading", "referenceID")
    if wrong := next((name for name in texts if not isinstance(data.get(name), str | None)), None):
        raise Refused(400, f"{wrong} must be a string")
    address = placed(data.get("address"))
    kept = {name: value for name, value in before.get("more", {}).items() if name not in taken}
    own = ("type", "searchPrice", "landArea", "yearBuilt")
    apart = taken - {*texts, *own, "address", "status"}
    more = {
        name: _stored(name, value, class_name) for name, value in data.items() if name in apart and value is not None
    }
    return {
        **{name: data.get(name) or None for name in texts},
        **{name: _stored(name, data.get(name), class_name) for name in own},
        "address": address,
        "displayAddress": display_address(address) if address else None,
        "more": {**kept, **more},
    }


def _stored(name: str, value: Any, class_name: str) -> Any:
    """What was sent, things and people by the names that go with their ids."""
    if isinstance(value, list):
        return [_stored(name, one, class_name) for one in value]
    if not isinstance(value, dict) or set(value) != {"id"}:
        return value
    if name == "contactStaff" and class_name not in ("residential", "holidayRental"):
        return value
    return agent(value["id"]) if name in ("contactStaff", "propertyManager") else named(value["id"])
