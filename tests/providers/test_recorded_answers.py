"""Answers as strangers recorded them, rebuilt with people of our own: every value that has a place arrives.

The members, types and oddities are those of the sources; the people are made up. What has no place is told as seen and
not mapped.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Entry, Value
from crmdesk.providers.contract import Provider
from crmdesk.providers.registry import connect

LONG_AGO = "2025-09-25T10:00:00+00:00"

# davidswolf/DexMCPServer test/fixtures: `birthday` in the place of the vendor's `birthday_current_year`.
LEGACY_CLIENT = {
    "id": "contact-001", "first_name": "Noa", "last_name": "Lind", "job_title": "Engineer",
    "description": "<p>Met at the <b>harbour</b></p>", "emails": [{"email": "noa@lind.example"}],
    "phones": [{"phone_number": "5550134", "label": "mobile"}], "linkedin": "noa-lind-1", "facebook": None,
    "twitter": "noalind", "instagram": None, "telegram": None, "website": "https://lind.example",
    "image_url": "https://lind.example/noa.jpg", "birthday": "1990-05-15", "last_seen_at": LONG_AGO,
    "next_reminder_at": None, "created_at": "2024-01-15T08:30:00+00:00", "updated_at": LONG_AGO,
}  # fmt: skip
# The vendor's own sample of the same API.
LEGACY_VENDOR = {
    "id": "2a05d868-0000-4000-8000-000000000001", "first_name": "Ada", "last_name": "Quill", "job_title": None,
    "description": None, "emails": [{"email": "ada@quill.example"}, {"email": "a.quill@work.example"}],
    "phones": [{"phone_number": "+15550100", "label": "Work"}], "education": "Oslo", "image_url": None,
    "linkedin": None, "facebook": None, "twitter": None, "instagram": "ada.quill", "telegram": "adaq",
    "birthday_current_year": "2026-02-28", "last_seen_at": None, "next_reminder_at": "2026-03-01T08:00:00+00:00",
}  # fmt: skip
# Dex v1: the vendor's item with the members that byndcloud/unofficial-dex-mcp knows.
V1 = {
    "id": "b0000000-0000-4000-8000-000000000001", "full_name": "Ada Quill", "first_name": "Ada", "last_name": "Quill",
    "job_title": "Editor", "company": "Inkwell", "description": "<p>Met in Oslo</p><p>Likes tea</p>",
    "legacy_location": "Oslo", "website": "https://quill.example", "image_url": None, "starred": False,
    "is_archived": False, "birthday": "1990-02-28", "birthday_year": None, "linkedin": "ada-quill", "twitter": None,
    "facebook": None, "instagram": None, "telegram": None, "tiktok": "ada.writes", "youtube": "@ada",
    "frequency": "42 days", "never_keep_in_touch": False, "source": "google", "education": None,
    "contact_emails": [{"email": "ada@quill.example", "label": "Work", "ranking": 0}],
    "contact_phone_numbers": [
        {"phone_number": "+47 22 00 00 00", "country_code": "NO", "phone_number_sanitized": "+4722000000",
         "label": "Home", "ranking": 0}],
    "legacy_contact_addresses": [{"formatted": "9 Quay, 0150 Oslo"}, {"formatted": "1 Hill, Bergen"}],
    "tags": [{"id": "t1", "name": "press", "color": "#fff"}], "groups": [{"id": "g1", "name": "Writers"}],
    "custom_fields": [{"id": "c1", "type": "input", "text_value": "blue"}],
    "last_seen_at": LONG_AGO, "next_reminder_at": None, "created_at": LONG_AGO, "updated_at": LONG_AGO,
}  # fmt: skip
# Follow Up Boss: a person as its field notes and live scripts show one.
FUB = {
    "id": 4711, "created": "2025-01-01T10:00:00Z", "updated": "2025-02-01T10:00:00Z", "lastActivity": LONG_AGO,
    "name": "Ada Quill", "firstName": "Ada", "lastName": "Quill", "stage": "Lead", "stageId": 2, "type": "Buyer",
    "source": "Open house", "sourceId": 7, "sourceUrl": "https://quill.example", "contacted": 1, "price": 450000,
    "assignedTo": "Noa Lind", "assignedUserId": 1, "assignedPondId": None, "assignedLenderId": None, "claimed": True,
    "emails": [{"value": "ada@quill.example", "type": "work", "isPrimary": 1, "status": "Valid"}],
    "phones": [{"value": "(212) 555-0134", "type": "mobile", "isPrimary": 1, "normalized": "2125550134"}],
    "addresses": [
        {"type": "home", "street": "9 Quay", "city": "Oslo", "state": None, "code": "0150", "country": "NO"},
        {"type": "work", "street": "1 Hill", "city": "Bergen", "state": None, "code": None, "country": None}],
    "tags": ["press"], "background": "met in Oslo", "collaborators": [], "customHobby": "Sailing",
    "picture": {"60x60": "https://pictures.example/ada-60.png"}, "timeframe": "0-3 Months",
}  # fmt: skip


def account(provider: str, **settings: str) -> Provider:
    return connect(provider, {"base_url": "http://127.0.0.1:9/", **settings}, {"key": "dex_x" if not settings else "x"})


@pytest.mark.parametrize(
    ("provider", "settings", "payload", "values", "unmapped"),
    [
        (
            "dex",
            {"api": "legacy"},
            LEGACY_CLIENT,
            {
                "name": "Noa Lind", "job_title": "Engineer", "description": "Met at the harbour",
                "emails": (Entry("noa@lind.example"),), "phones": (Entry("5550134", "mobile"),),
                "linkedin": "noa-lind-1",
                "twitter": "noalind", "website": "https://lind.example", "image": "https://lind.example/noa.jpg",
                "birthday": "1990-05-15", "last_seen": LONG_AGO,
            },
            (),
        ),
        (
            "dex",
            {"api": "legacy"},
            LEGACY_VENDOR,
            {
                "emails": (Entry("ada@quill.example"), Entry("a.quill@work.example")),
                "phones": (Entry("+15550100", "Work"),), "education": "Oslo", "instagram": "ada.quill",
                "telegram": "adaq", "birthday": "--02-28", "next_reminder": "2026-03-01T08:00:00+00:00",
            },
            (),
        ),
        (
            "dex",
            {},
            V1,
            {
                "name": "Ada Quill", "company": "Inkwell", "description": "Met in Oslo\nLikes tea", "location": "Oslo",
                "website": "https://quill.example", "birthday": "--02-28", "linkedin": "ada-quill",
                "emails": (Entry("ada@quill.example", "Work"),), "phones": (Entry("+47 22 00 00 00", "Home"),),
                "address": "9 Quay, 0150 Oslo", "source": "google", "custom.Keep in touch": "42 days",
                "custom.TikTok": "ada.writes", "custom.YouTube": "@ada", "tags": (Entry("press"),),
                "custom.Groups": "Writers", "last_seen": LONG_AGO,
            },
            ("never_keep_in_touch", "custom_fields"),
        ),
        (
            "follow_up_boss",
            {"custom_fields": "customHobby:text"},
            FUB,
            {
                "name": "Ada Quill", "stage": "Lead", "role": "Buyer", "source": "Open house",
                "source_ref": "https://quill.example", "emails": (Entry("ada@quill.example", "work", True),),
                "phones": (Entry("(212) 555-0134", "mobile", True),), "street": "9 Quay", "city": "Oslo",
                "postcode": "0150", "country": "NO", "tags": (Entry("press"),), "description": "met in Oslo",
                "custom.Hobby": "Sailing", "custom.Price": "450000", "custom.Assigned to": "Noa Lind",
                "custom.Timeframe": "0-3 Months", "image": "https://pictures.example/ada-60.png",
                "last_seen": LONG_AGO,
            },
            (
                "stageId", "sourceId", "contacted", "assignedUserId", "assignedPondId", "assignedLenderId", "claimed",
                "collaborators",
            ),
        ),
    ],
    ids=["Dex legacy, a client's", "Dex legacy, the vendor's", "Dex v1", "Follow Up Boss"],
)  # fmt: skip
async def test_a_recorded_answer_arrives(
    provider: str,
    settings: dict[str, str],
    payload: dict[str, Any],
    values: dict[str, Value],
    unmapped: tuple[str, ...],
) -> None:
    reading = account(provider, **settings)
    record = reading.read(Kind.CONTACT, json.dumps(payload).encode())
    assert {field: record.values.get(field) for field in values} == values
    assert record.unmapped == unmapped
    await reading.close()
