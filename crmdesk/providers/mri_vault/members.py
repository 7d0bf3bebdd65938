"""What MRI Vault's v1.3 takes when a whole object is written, and which of it no answer shows: as data.

Source: the vendor's description of API v1.3 (described, not seen live). A write gives the whole object, and whether a
member that is left out is kept is not said; so what cannot be read, and what can be read and not written, may be lost.
Tests hold these sets against the description where it is there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """The members that one write takes; of these, those that the answer to reading the record does not show.

    `elsewhere` are those of the unshown ones that another place of the same answer tells: the history of the life.
    """

    written: tuple[str, ...]
    unshown: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Parts of addresses that answers show and that no write takes: those of the United Kingdom.
UNWRITTEN_ADDRESS = ("royalMail", "customAddress")
ADDRESS = _names("level unitNumber streetNumber street suburb")

CONTACT = Shape(
    _names(
        "title firstName lastName greeting partnerTitle partnerFirstName partnerLastName company position address"
        " postalAddress onDoNotCallList archived unsubscribe emails phoneNumbers legalDescription abn acn accessBy"
        " editableBy sourceOfEnquiry marketingUsers customUnsubscribe"
    ),
    unshown=frozenset({"editableBy"}),
)
EVENT = Shape(
    _names("recurring allDay start end summary description reminderMinutes contacts user isConfirmed"),
)
OFFER = Shape(_names("id contact details offerDate offerPrice status"))
_DEAL = _names(
    "id owners tenants unconditional settlement grossCommissionExcGST outgoingsPerAnnum outgoingsText parkingBays"
    " parkingInfo externalAgency ourDeal status"
)
DEALS: Mapping[str, Shape] = {
    "sale": Shape((*_DEAL, *_names("purchasers salePrice vacantPossession"))),
    "lease": Shape(
        (
            *_DEAL,
            *_names(
                "leaseStart leaseExpiry leaseExpiryReminder leaseExpiryReminderUser annualRent initialTermYears"
                " renewal1Years renewal2Years renewal3Years fitoutEstimate otherIncentives"
            ),
        )
    ),
}

_EVERY = _names(
    "building type address referenceID searchPrice displayPrice heading description brochureDescription"
    " windowCardDescription landArea volumeNumber folioNumber corelogicId yearBuilt accessBy editableBy contactStaff"
    " externalLinks certificateOfTitle legalDescription rpdp lotNumber status"
)
_ROOMS = _names("bed bath garages carports openSpaces ensuites toilets receptionRooms floorArea")
_COMMERCIAL = _names(
    "carSpaces floorArea commercialLeasePrice outgoingsPerAnnum outgoingsText includesOutgoings"
    " commercialLeasePriceIncludesGst"
)
_SELLING = _names("auctionDetails tenderDetails setSaleDateDetails")
_OFFICE = _names(
    "branch mobileMarketingDescription internalRemarks rates priceOnApplication authorityStart authorityEnd"
)
_FEES = _names("sellingFeePercent sellingFeeFixed vpa")
_OPINIONS = _names(
    "agentPriceOpinion agentPriceOpinionUpper rateableValue landValue improvementValue methodOfsale authorityType"
    " tenureOrTitleType"
)
_RENTING = _names("bondPrice expenditureLimit")
_APPRAISAL = _names("appraisal appraisalPriceLower appraisalPriceUpper")


def _sale(own: tuple[str, ...]) -> Shape:
    """A class whose answers show little of what the office keeps."""
    hidden = (*_OFFICE, *_FEES, *_OPINIONS, *_APPRAISAL)
    return Shape(
        (*_EVERY, *own, *_SELLING, *hidden), unshown=frozenset(hidden), elsewhere=frozenset((*_FEES, *_APPRAISAL))
    )


def _lease(own: tuple[str, ...], *, hidden: tuple[str, ...]) -> Shape:
    return Shape(
        (*_EVERY, *own, *_OFFICE, *_RENTING, *_APPRAISAL),
        unshown=frozenset((*hidden, *_APPRAISAL)),
        elsewhere=frozenset(_APPRAISAL),
    )


# By the internal name of a property's class, and what it is there for. A pair that is not here cannot be changed.
PROPERTIES: Mapping[tuple[str, str], Shape] = {
    ("residential", "sale"): Shape(
        (*_EVERY, *_ROOMS, *_SELLING, *_OFFICE, *_FEES, *_OPINIONS, *_APPRAISAL),
        unshown=frozenset({"appraisalPriceLower", "appraisalPriceUpper"}),
        elsewhere=frozenset({"appraisalPriceLower", "appraisalPriceUpper"}),
    ),
    ("residential", "lease"): _lease((*_ROOMS, "propertyManager"), hidden=()),
    ("land", "sale"): _sale(()),
    ("rural", "sale"): _sale(_ROOMS),
    ("livestock", "sale"): _sale(_ROOMS),
    ("clearingSales", "sale"): _sale(_ROOMS),
    ("business", "sale"): _sale(("floorArea",)),
    ("commercial", "sale"): _sale(_COMMERCIAL),
    ("commercial", "lease"): _lease(_COMMERCIAL, hidden=(*_OFFICE, *_RENTING)),
    ("holidayRental", "lease"): _lease(_ROOMS, hidden=()),
}
CLASSES = tuple(dict.fromkeys(name for name, _ in PROPERTIES))

_SPOKEN = {"vpa": "vendor paid advertising", "rpdp": "RPDP", "methodOfsale": "method of sale"}


def spoken(member: str) -> str:
    """A member's name as people read it: `internalRemarks` is “internal remarks”."""
    return _SPOKEN.get(member) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", member).lower()
