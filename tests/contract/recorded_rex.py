"""Answers of Rex as they were recorded elsewhere, rebuilt: the same members, types and oddities, invented people.

Sources of the shapes: the vendor's own examples (a person whole, a search row), a webhook's record and a contact stub
of two public clients, a couple and a firm as two others read them.
"""

from __future__ import annotations

from typing import Any

OWNER = {
    "id": "1",
    "name": "Kim Olsen",
    "first_name": "Kim",
    "last_name": "Olsen",
    "email_address": "kim@olsen.example",
}
IMAGE = {
    "uri": "rexlive://contacts/ab/cd.jpg",
    "url": "//images.rex.example/ab/cd.jpg",
    "thumbs": {"80x80": {"url": "//images.rex.example/ab/cd-80.jpg"}},
}


def email(address: str, desc: str | None, *, primary: bool | None = None, number: int = 2) -> dict[str, Any]:
    members = {"contact_name_id": 2, "email_desc": desc, "email_address": address, "email_primary": primary}
    return members | {"email_secondary": None, "is_invalid": None, "id": number}


def phone(dialled: str, type_: str, *, primary: bool | None = None, number: int = 2) -> dict[str, Any]:
    members = {"contact_name_id": 2, "phone_type": type_, "phone_number": dialled, "phone_primary": primary}
    return members | {"phone_primary_sms": primary, "is_invalid": None, "system_e164_phone_number": None, "id": number}


def names(*parts: tuple[str, str | None]) -> list[dict[str, Any]]:
    return [
        {"system_search_key": f"{first} {last or ''}".strip(), "name_title": None, "name_first": first,
         "name_middle": None, "name_last": last, "id": number}
        for number, (first, last) in enumerate(parts, 2)
    ]  # fmt: skip


BARE: dict[str, Any] = {
    "system_record_state": "active", "system_ctime": 1556241173, "system_modtime": 1556241173,
    "system_search_key": None, "address": None, "address_postal": None, "marketing_postcode": None,
    "marketing_enquiry_method": None, "marketing_enquiry_source": None, "marketing_gender": None,
    "marketing_birthday": None, "notes": None, "company_name": None, "company_abn": None, "company_size": None,
    "website_url": None, "is_dnd": None, "type": "person", "interest_level": None, "last_contacted_date": None,
    "name_legal": None, "name_salutation": None, "name_addressee": None, "last_contacted_at": None,
    "contact_image": None, "system_owner_user": OWNER, "system_modified_user": OWNER, "system_created_user": OWNER,
}  # fmt: skip

PERSON = BARE | {
    "system_search_key": "Ada Quill", "address": "Level 5 1 Quay Street\nNewport, ACT 2600",
    "address_postal": "PO Box 7\nNewport, ACT 2600", "marketing_postcode": "2600", "marketing_gender": "female",
    "marketing_enquiry_source": "Internet", "marketing_birthday": "1984-02-07", "is_dnd": True,
    "interest_level": "warm", "last_contacted_date": "2019-04-25", "name_salutation": "Ada",
    "name_legal": "Ada M Quill", "contact_image": IMAGE, "notes": "met in Oslo", "id": 2, "etag": "2-1556241173",
    "cf.12": "north side",
    "cf.13": {"id": "4", "text": "Investor"}, "cf.14": [{"id": "1", "text": "Golf"}, {"id": "2", "text": "Wine"}],
    "cf.15": None, "cf.16": True, "cf.17": [{"lat": 1}],
    "related": {
        "contact_emails": [
            email("ada@quill.example", "Default", primary=True), email("a@work.example", "work", number=3),
        ],
        "contact_names": names(("Ada", "Quill")),
        "contact_phones": [phone("0400 000 000", "Mob", primary=True), phone("(03) 5251 0000", "home", number=3)],
        "contact_tags": [{"tag": "Sample Tag", "id": 1}],
        "contact_documents": [], "contact_mailing_lists": [], "contact_relationships": [], "contact_reln_property": [],
    },
    "match_summary": {"count_pending": None, "match_profile_ids_all": []},
    "security_user_rights": ["read", "update", "archive", "trash", "purge", "perms"],
}  # fmt: skip

COUPLE = BARE | {
    "system_search_key": "Ada & Bo Quill", "id": 3, "etag": "3-1556241173",
    "related": {
        "contact_names": names(("Ada", "Quill"), ("Bo", "Quill")), "contact_phones": [], "contact_tags": [],
        "contact_emails": [email("home@quill.example", None, primary=True)],
    },
}  # fmt: skip

FIRM = BARE | {
    "system_search_key": "Quill & Co", "company_name": "Quill & Co", "company_abn": "51 824 753 556", "type": "company",
    "website_url": "https://quill.example", "id": 4, "etag": "4-1556241173",
    "related": {
        "contact_emails": [email("desk@quill.example", "Default", primary=True)], "contact_tags": [],
        "contact_phones": [phone("(02) 3536 0000", "work", primary=True)],
    },
}  # fmt: skip

ROW = {
    "system_record_state": "active", "system_ctime": "1556241174", "system_modtime": "1556241174", "name": "Bo Quill",
    "email_address": "bo@quill.example", "phone_number": "(02) 3536 0001", "fax_number": None, "is_dnd": "1",
    "type": "person", "last_contacted_date": "2019-04-26", "name_first": "Bo", "name_last": "Quill",
    "address_postal": None, "address": "6 Low Road\nNewport, VIC 7118", "interest_level": "cold",
    "marketing_birthday": "1973-01-05", "marketing_enquiry_source": None, "marketing_gender": "male",
    "marketing_postcode": "5746", "system_owner_user": OWNER, "contact_image": None, "marketing_enquiry_method": None,
    "etag": "6-1556241174", "id": "6",
    "related": {
        "contact_emails": [email("bo@quill.example", "Default", primary=True)], "contact_names": names(("Bo", "Quill")),
        "contact_phones": [phone("(02) 3536 0001", "home", primary=True)], "contact_tags": [],
    },
}  # fmt: skip

WEBHOOK = BARE | {
    "system_search_key": "Test Quill", "id": 5, "etag": "5-1694194202",
    "related": {
        "contact_names": names(("Test", "Quill")), "contact_tags": [],
        "contact_emails": [email("test@quill.example", "work", primary=True)],
        "contact_phones": [phone("0400000001", "mobile", primary=True)],
    },
}  # fmt: skip
