"""What MRI Vault's v1.3 is sent: whole objects, projected on the shapes that its writes are documented to take.

Reading and writing differ: a suburb is written by its id alone, people and staff by theirs, a phone's type by its code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from crmdesk.domain.normal import plain_form
from crmdesk.providers.own_rows import own_rows

Members = Mapping[str, Callable[[Any], Any]]
_CODES = {"home": "H", "work": "W", "mobile": "M", "facsimile": "F", "fax": "F", "direct": "D", "other": "D"}
_ADDRESS = ("level", "unitNumber", "streetNumber", "street")


def as_is(value: Any) -> Any:
    """A member that is written as it is read."""
    return value


def within(value: Any) -> Mapping[str, Any]:
    """An object, or an empty one where something else stands in its place."""
    return value if isinstance(value, dict) else {}


def objects(value: Any) -> list[Mapping[str, Any]]:
    """The objects of a list; what else stands in it, or in its place, says nothing."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _plain(names: str) -> Members:
    return dict.fromkeys(names.split(), as_is)


def by_id(value: Any) -> Any:
    """Something with an id, written by that alone."""
    return {"id": whole(value["id"])} if isinstance(value, dict) and "id" in value else None


def by_ids(value: Any) -> Any:
    """A list of things with ids."""
    return [by_id(one) for one in value if by_id(one)] if isinstance(value, list) else []


def address(value: Any) -> Any:
    """An address: its parts, and the suburb by its id."""
    if not isinstance(value, dict) or by_id(value.get("suburb")) is None:
        return None  # one without a suburb that is known there cannot be written
    return {name: value.get(name) or "" for name in _ADDRESS} | {"suburb": by_id(value["suburb"])}


def phones(value: Any) -> Any:
    """Numbers with the code of their type; a label that is none of theirs goes into the comment."""
    sent = []
    for row in objects(value):
        code = _CODES.get(str(row.get("type") or "").lower()) or row.get("typeCode")
        one = {"number": row.get("number"), "typeCode": code, "comment": row.get("comment")}
        sent.append({name: held for name, held in one.items() if held is not None})
    return sent


CONTACT: Members = {
    **_plain(
        "title firstName lastName greeting partnerTitle partnerFirstName partnerLastName company position"
        " onDoNotCallList archived unsubscribe emails legalDescription abn acn"
    ),
    "address": address,
    "postalAddress": address,
    "phoneNumbers": phones,
    "accessBy": by_ids,
    "editableBy": by_ids,
    "sourceOfEnquiry": by_id,
    "customUnsubscribe": by_ids,
    "marketingUsers": by_ids,
}
PROPERTY: Members = {
    **_plain(
        "referenceID searchPrice displayPrice heading description brochureDescription windowCardDescription landArea"
        " volumeNumber folioNumber corelogicId yearBuilt appraisal appraisalPriceLower appraisalPriceUpper"
        " mobileMarketingDescription internalRemarks certificateOfTitle legalDescription rpdp lotNumber bed bath"
        " garages carports openSpaces ensuites toilets receptionRooms floorArea rates priceOnApplication authorityStart"
        " authorityEnd sellingFeePercent sellingFeeFixed vpa agentPriceOpinion agentPriceOpinionUpper rateableValue"
        " landValue improvementValue auctionDetails tenderDetails setSaleDateDetails bondPrice expenditureLimit"
        " externalLinks"
    ),
    "address": address,
    "branch": by_id,
    "building": by_id,
    "type": by_id,
    "accessBy": by_ids,
    "editableBy": by_ids,
    "contactStaff": by_ids,
    "methodOfsale": by_id,
    "authorityType": by_id,
    "tenureOrTitleType": by_id,
}
DEAL: Members = {
    **_plain(
        "unconditional settlement grossCommissionExcGST outgoingsPerAnnum outgoingsText parkingBays parkingInfo ourDeal"
        " salePrice vacantPossession leaseStart leaseExpiry leaseExpiryReminder annualRent initialTermYears"
        " renewal1Years renewal2Years renewal3Years fitoutEstimate otherIncentives"
    ),
    "owners": by_ids,
    "tenants": by_ids,
    "purchasers": by_ids,
    "externalAgency": by_id,
    "leaseExpiryReminderUser": by_id,
}
OFFER: Members = {
    "id": as_is,
    "details": as_is,
    "offerDate": as_is,
    "offerPrice": as_is,
    "contact": by_id,
    "status": by_id,
}
EVENT: Members = {
    **dict.fromkeys(
        ("recurring", "allDay", "start", "end", "summary", "description", "reminderMinutes", "isConfirmed"), as_is
    ),
    "contacts": by_ids,
    "user": by_id,
}


def projected(document: Mapping[str, Any], members: Members, said: Collection[str] = ()) -> dict[str, Any]:
    """The part of an object that its write takes, in the form that it takes it.

    What is null there stays away, unless it is `said`: a member that the write is to clear.
    """
    sent = {name: form(document[name]) for name, form in members.items() if name in document}
    return {name: value for name, value in sent.items() if value is not None or name in said}


def keep_comments(changes: Mapping[str, Any], before: Mapping[str, Any]) -> None:
    """Give numbers that stay the comment that the desk does not know."""
    for row, old in own_rows(before.get("phoneNumbers"), changes.get("phoneNumbers") or (), "number", "type"):
        if comment := old.get("comment"):
            row["comment"] = comment


def whole(text: Any) -> Any:
    """An id as the number that it is there."""
    return int(text) if isinstance(text, str) and text.isascii() and text.isdigit() else text


_STREET = re.compile(r"(?:(?P<unit>[\w-]+)\s*/\s*)?(?P<number>\d[\w-]*)\s+(?P<street>.+)")


def street_and_suburb(text: str) -> tuple[dict[str, str], str] | None:
    """A typed address as its street parts and the words behind the comma; None where it is not of that form."""
    first, comma, rest = plain_form(text).partition(",")
    found = _STREET.fullmatch(first.strip())
    if not (found and comma and rest.strip()):
        return None
    parts = {"level": "", "unitNumber": found["unit"] or "", "streetNumber": found["number"], "street": found["street"]}
    return parts, rest.strip()


def address_form(text: str) -> str:
    """The form under which two typed addresses are the same: case, blanks and commas aside, streets spelled short."""
    words = re.sub(r"[,.\s]+", " ", plain_form(text).casefold()).split()
    return " ".join(_SHORT.get(word, word) for word in words)


def search_term(text: str) -> str:
    """The words of a typed address that stand in it however it is spelled: number and street, without its sort."""
    words = text.partition(",")[0].split()
    sort = words[-1].rstrip(".").casefold() if len(words) > 2 else ""
    return " ".join(words[:-1] if sort in _SHORT or sort in _SHORT.values() else words)


_SHORT = {
    "street": "st", "road": "rd", "avenue": "ave", "av": "ave", "drive": "dr", "place": "pl", "court": "ct",
    "lane": "ln", "terrace": "tce", "parade": "pde", "crescent": "cres", "highway": "hwy", "square": "sq",
    "boulevard": "blvd",
}  # fmt: skip
