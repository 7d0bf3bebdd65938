"""Answers of MRI Vault in the shapes that its vendor describes, of made-up people: what has a place here arrives whole.

What has none is listed as seen and not mapped. Where the description is there, it judges these answers too.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Entry
from crmdesk.providers.contract import Provider, RemoteRecord
from crmdesk.providers.mri_vault.deal_documents import DealDocuments
from crmdesk.providers.mri_vault.info import zone_of
from crmdesk.providers.registry import connect

STATE = {"id": 7, "name": "Victoria", "abbreviation": "VIC"}
COUNTRY = {"id": 1, "name": "Australia", "isocode": "AU", "gstRate": 10.0}
UK = {"id": 3, "name": "United Kingdom", "isocode": "GB", "gstRate": 20.0}
AGENT = {"id": 71, "name": "Sam Harbour", "photo": {"original": "https://p.example/71.jpg", "thumb_360": None}}
IN_CARLTON = {
    "level": "Level 2",
    "unitNumber": "12",
    "streetNumber": "34",
    "street": "Rathdowne St",
    "suburb": {"id": 501, "name": "Carlton", "postcode": "3053", "state": STATE, "isPoBox": False},
    "state": STATE,
    "country": COUNTRY,
    "royalMail": None,
    "customAddress": None,
}
IN_BATH = {
    "level": None,
    "unitNumber": None,
    "streetNumber": None,
    "street": None,
    "suburb": None,
    "state": None,
    "country": UK,
    "royalMail": {
        "organisation": "Quill & Co",
        "subbuildingName": "Flat 3",
        "buildingName": "Walcot House",
        "buildingNumber": "9",
        "thoroughfare": "Milsom Street",
        "locality": "Walcot",
        "postTown": "Bath",
        "postcode": "BA1 5LN",
        "udprn": 4711,
    },
    "customAddress": None,
}
TYPED_IN_BATH = {
    **IN_BATH,
    "royalMail": None,
    "customAddress": {"address1": "The Old Mill", "address2": "Mill Lane", "postTown": "Bath", "postcode": "BA2 6LB"},
}
CONTACT: dict[str, Any] = {
    "id": 10_001,
    "title": "Ms",
    "firstName": "Ada",
    "lastName": "Quill",
    "greeting": "Ada",
    "displayName": "Ada Quill",
    "partnerFirstName": "Ben",
    "company": "Quill & Co",
    "position": "Solicitor",
    "address": IN_CARLTON,
    "postalAddress": None,
    "onDoNotCallList": False,
    "archived": False,
    "inserted": "2025-02-03T09:00:00+11:00",
    "modified": "2026-02-03T09:00:00+11:00",
    "touched": "2026-03-04T10:30:00+11:00",
    "unsubscribe": {"email": False, "sms": True, "letters": False},
    "entityType": {"id": 5, "name": "Buyer"},
    "emails": ["ada@quill.example", "a.quill@work.example"],
    "phoneNumbers": [
        {"number": "0400 000 001", "typeCode": "M", "type": "Mobile", "comment": "after six"},
        {"number": "(03) 9000 1122", "typeCode": "F", "type": "Facsimile", "comment": None},
    ],
    "marketingUsers": [{"id": 1, "user": AGENT}],
    "customUnsubscribe": [{"id": 4, "name": "Newsletter"}],
    "accessBy": [AGENT],
    "sourceOfEnquiry": {"id": 2, "name": "Website"},
}
PROPERTY: dict[str, Any] = {
    "id": 20_001,
    "class": {"id": 1, "name": "Residential", "internalName": "residential"},
    "type": {"id": 41, "name": "House"},
    "address": IN_CARLTON,
    "displayAddress": "12/34 Rathdowne St, Carlton",
    "referenceID": "HH0001",
    "searchPrice": 900_000.0,
    "displayPrice": "$900,000",
    "description": "Sunny and near the park.",
    "landArea": {"value": 240, "units": "sqm"},
    "inserted": "2025-02-03T09:00:00+11:00",
    "modified": "2026-02-03T09:00:00+11:00",
    "saleLifeId": 30_001,
    "saleLife": {"id": 30_001, "status": "conditional"},
    "leaseLife": None,
}
EVENT: dict[str, Any] = {
    "id": 80_001,
    "modified": "2026-11-01T09:00:00+11:00",
    "recurring": False,
    "allDay": False,
    "start": "2026-11-03T10:00:00+11:00",
    "end": "2026-11-03T10:30:00+11:00",
    "summary": "Appraisal",
    "description": "Bring the keys",
    "reminderMinutes": 15,
    "contacts": [{"id": 10_001, "name": "Ada Quill"}],
    "user": AGENT,
    "isConfirmed": True,
    "isCancelled": True,
}


@pytest.fixture
async def vault() -> Any:
    account = connect("mri_vault", {}, {"api_key": "0123456789abcdef", "token": "fedcba9876543210"})
    yield account
    await account.close()


def read(vault: Provider, kind: Kind, document: dict[str, Any]) -> RemoteRecord:
    return vault.read(kind, json.dumps(document).encode())


def test_a_contact_arrives_with_all_that_has_a_place(vault: Provider) -> None:
    record = read(vault, Kind.CONTACT, CONTACT)
    assert record.values == {
        "name": "Ada Quill",
        "first_name": "Ada",
        "last_name": "Quill",
        "company": "Quill & Co",
        "job_title": "Solicitor",
        "emails": (Entry("ada@quill.example"), Entry("a.quill@work.example")),
        "phones": (Entry("0400 000 001", "Mobile"), Entry("(03) 9000 1122", "Facsimile")),
        "street": "Level 2\n12/34 Rathdowne St",
        "city": "Carlton",
        "region": "VIC",
        "postcode": "3053",
        "country": "Australia",
        "role": "Buyer",
        "last_seen": "2026-03-03T23:30:00+00:00",
    }
    assert set(record.unmapped) == {
        "title", "greeting", "partnerFirstName", "postalAddress", "onDoNotCallList", "inserted", "unsubscribe",
        "marketingUsers", "customUnsubscribe", "sourceOfEnquiry",
    }  # fmt: skip
    assert (record.version, record.archived) == ("2026-02-03T09:00:00+11:00", False)


@pytest.mark.parametrize(
    ("address", "street", "postcode"),
    [
        (IN_BATH, "Quill & Co\nFlat 3\nWalcot House\n9 Milsom Street\nWalcot", "BA1 5LN"),
        (TYPED_IN_BATH, "The Old Mill\nMill Lane", "BA2 6LB"),
    ],
)
def test_an_address_of_the_united_kingdom_arrives_in_its_parts(
    vault: Provider, address: dict[str, Any], street: str, postcode: str
) -> None:
    values = read(vault, Kind.CONTACT, {**CONTACT, "address": address}).values
    told = {key: values.get(key) for key in ("street", "city", "region", "postcode", "country")}
    assert told == {
        "street": street, "city": "Bath", "region": None, "postcode": postcode, "country": "United Kingdom",
    }  # fmt: skip


def test_a_contact_without_an_address_has_none_and_a_list_row_says_nothing_of_what_it_lacks(vault: Provider) -> None:
    record = read(vault, Kind.CONTACT, {**CONTACT, "address": None})
    assert {"street", "city", "postcode"} <= record.fields
    assert not {"street", "city", "postcode"} & record.values.keys()
    row = {name: value for name, value in CONTACT.items() if name not in ("address", "accessBy", "sourceOfEnquiry")}
    assert not {"street", "city", "postcode"} & read(vault, Kind.CONTACT, row).fields


def test_a_property_arrives_with_its_state_and_by_its_address(vault: Provider) -> None:
    record = read(vault, Kind.PROPERTY, PROPERTY)
    assert record.values == {
        "name": "12/34 Rathdowne St, Carlton",
        "property_class": "Residential",
        "status": "conditional",
        "price": "$900,000",
        "description": "Sunny and near the park.",
    }
    assert {"type", "referenceID", "searchPrice", "landArea"} <= set(record.unmapped)
    bare = {name: value for name, value in PROPERTY.items() if name != "displayAddress"}
    assert read(vault, Kind.PROPERTY, bare).values["name"] == "Level 2, 12/34 Rathdowne St, Carlton VIC 3053"
    uk = read(vault, Kind.PROPERTY, {**bare, "address": TYPED_IN_BATH})
    assert uk.values["name"] == "The Old Mill, Mill Lane, Bath, BA2 6LB"


def test_a_property_that_no_path_changes_says_so(vault: Provider) -> None:
    land = {"id": 3, "name": "Land", "internalName": "land"}
    to_let = {**PROPERTY, "class": land, "saleLifeId": None, "saleLife": None, "leaseLifeId": 9}
    fixed = read(vault, Kind.PROPERTY, to_let).fixed
    assert fixed["price"] == "MRI Vault's API changes no property of class “land” that is to let"
    assert read(vault, Kind.PROPERTY, {**PROPERTY, "class": land}).fixed == {}


@pytest.mark.parametrize(
    ("cancelled", "confirmed", "status"),
    [(True, True, "cancelled"), (False, True, "confirmed"), (False, False, None), (None, None, None)],
)
def test_an_event_says_whether_it_stands(
    vault: Provider, cancelled: bool | None, confirmed: bool | None, status: str | None
) -> None:
    record = read(vault, Kind.EVENT, {**EVENT, "isCancelled": cancelled, "isConfirmed": confirmed})
    assert record.values.get("status") == status
    assert record.values["starts"] == "2026-11-02T23:00:00+00:00"
    assert record.values["contacts"] == (Entry("10001"),)
    assert set(record.unmapped) == {"recurring", "allDay", "reminderMinutes", "user", "modified"} - {"modified"}


SETTLED = {"id": 77, "status": "Approved", "owners": [], "settlement": "2026-08-30T14:00:00+00:00"}
BUYER, TENANT = {"id": 10_001, "displayName": "Ada Quill"}, {"id": 10_002, "displayName": "Ben Quay"}


@pytest.mark.parametrize(
    ("told", "zone", "day"),
    [
        ("2026-08-30T14:00:00+00:00", "Australia/Melbourne", "2026-08-31"),
        ("2026-08-31T00:00:00+10:00", "Australia/Melbourne", "2026-08-31"),
        ("2026-08-31T00:00:00+10:00", None, "2026-08-31"),
        ("2026-08-31", "Australia/Melbourne", "2026-08-31"),
        ("2026-08-30T23:00:00+00:00", "Europe/London", "2026-08-31"),
        (None, "Europe/London", None),
    ],
)
def test_a_settlement_is_a_day_of_the_agency_whatever_the_time_is_told_in(
    vault: Provider, told: str | None, zone: str | None, day: str | None
) -> None:
    documents = DealDocuments(zone_of({"timezone": zone} if zone else {}))
    _, payload = documents.commercial("20004", "sale", {**SETTLED, "settlement": told})
    assert vault.read(Kind.DEAL, payload).values.get("settles") == day


def test_a_settlement_is_written_as_the_time_at_which_that_day_begins_there() -> None:
    assert DealDocuments(zone_of({"timezone": "Australia/Melbourne"})).members({"settles": "2027-01-31"}, "sale") == {
        "settlement": "2027-01-31T00:00:00+11:00"
    }
    for unknown in ({}, {"timezone": "Atlantis/Capital"}):
        assert DealDocuments(zone_of(unknown)).members({"settles": "2027-01-31"}, "sale") == {
            "settlement": "2027-01-31T00:00:00+00:00"  # the same day from London to Auckland
        }


def test_a_sale_is_of_its_purchasers_and_a_lease_of_its_tenants(vault: Provider) -> None:
    documents = DealDocuments(None)
    sale = {**SETTLED, "purchasers": [BUYER], "tenants": [TENANT], "salePrice": 2_000_000.0}
    lease = {**SETTLED, "tenants": [TENANT], "annualRent": 84_000.5}
    for word, deal, person, price in (("sale", sale, "10001", "2000000"), ("lease", lease, "10002", "84000.50")):
        values = vault.read(Kind.DEAL, documents.commercial("20004", word, deal, "1 Quay St")[1]).values
        assert (values["contacts"], values["price"]) == ((Entry(person),), price)
        assert (values["name"], values["stage"], values["property"]) == ("1 Quay St", "Approved", (Entry("20004"),))
