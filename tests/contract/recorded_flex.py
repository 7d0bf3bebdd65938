"""Answers of Flex as they were recorded elsewhere, rebuilt: the same members, types and oddities, invented people.

Sources of the shapes: a list page and the names of a detail's members (WillTaylor-11/flex-contacts-sync), addresses,
the note and the number of another system (mattjames-eng/equipment-sync-webhook).
"""

from __future__ import annotations

from typing import Any

_ID = "0f1e2d3c-0000-4000-8000-00000000000{}"

ROW: dict[str, Any] = {
    "id": _ID.format(1), "name": "Ada Quill", "preferredDisplayString": "Ada Quill", "barcode": None, "deleted": False,
    "shortName": None, "domainId": "contact", "className": "CONTACT", "shortNameOrName": "Ada Quill",
}  # fmt: skip

DETAIL: dict[str, Any] = ROW | {
    "firstName": "Ada", "middleName": None, "lastName": "Quill", "salutation": "", "birthday": None, "code": "C0007",
    "rfidTag": None, "externalNumber": "18415573401", "assignedNumber": 1007, "numberSequence": None,
    "organization": False, "company": "Quill & Co", "jobTitle": "Rigger", "employerId": None,
    "homebaseLocationId": None, "corporateEntityId": None, "narrativeDescription": "met in Oslo",
    "defaultEmailId": "e-1", "defaultPhoneId": "p-1",
    "internetAddresses": [
        {"id": "e-1", "name": "Email", "url": "ada@quill.example", "defaultEmail": True, "ordinal": 0},
        {"id": "e-2", "name": "Work", "url": "ada@work.example", "defaultEmail": False, "ordinal": 1},
    ],
    "phoneNumbers": [
        {"id": "p-1", "name": "Phone", "dialNumber": "5550100", "defaultPhone": True, "defaultFax": False},
    ],
    "addresses": [
        {"id": "a-1", "line1": "PO Box 7", "line2": None, "line3": None, "city": "Bergen", "stateOrProvince": None,
         "postalCode": "5003", "country": "Norway", "defaultMailing": False, "defaultShipping": True, "ordinal": 0},
        {"id": "a-2", "line1": "Hall 2", "line2": "2 Quay Street", "line3": "", "city": "Los Angeles",
         "stateOrProvince": "CA", "postalCode": "90019", "country": "United States", "defaultMailing": True,
         "defaultShipping": False, "ordinal": 1, "createdDate": "2024-04-16T18:31:30"},
    ],
    "resourceTypes": [{"id": _ID.format(8), "name": "Client"}, {"id": _ID.format(9), "name": "Venue"}],
    "contactTypes": [], "tagIds": [], "referenceData": None, "defaultBillToContact": True, "creditLimit": 0.0,
    "defaultPricingModelId": _ID.format(7), "currencyId": None, "createdByUserId": _ID.format(6),
    "createdDate": "2024-04-16T18:31:30", "lastEditUserId": None, "lastEditDate": "2026-01-05T09:00:00",
    "imported": False,
}  # fmt: skip

FIRM: dict[str, Any] = DETAIL | {
    "id": _ID.format(2), "name": "Quill & Co", "preferredDisplayString": "Quill & Co", "shortNameOrName": "Quill & Co",
    "firstName": None, "lastName": None, "jobTitle": None, "organization": True, "company": None, "addresses": [],
    "internetAddresses": [{"url": "desk@quill.example", "defaultEmail": True}], "phoneNumbers": [],
}  # fmt: skip
