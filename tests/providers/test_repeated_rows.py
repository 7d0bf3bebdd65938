"""One number as phone and fax: what the desk does not know of a row stays with that row, in every CRM that keeps more.

The bodies are made as for sending; that the CRMs take them is proven against their demos elsewhere.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from crmdesk.providers.flex.write_shapes import complete_entries
from crmdesk.providers.mri_vault.write_shapes import keep_comments
from crmdesk.providers.rex.child_rows import with_rows

NUMBER, MOBILE = "+49 30 1234567", "+49 170 7654321"
Rows = list[dict[str, Any]]


def in_flex(wanted: Rows) -> Rows:
    """What Flex is sent: whole rows, those that stay with their ids."""
    before = {
        "phoneNumbers": [
            {"id": "w", "name": "Work", "dialNumber": NUMBER, "countryCode": "DE", "defaultPhone": True},
            {"id": "f", "name": "Fax", "dialNumber": NUMBER, "countryCode": "AT", "defaultPhone": False},
        ]
    }
    body = {"phoneNumbers": [{"dialNumber": row["text"], "name": row["label"]} for row in wanted]}
    complete_entries(body, before, "phoneNumbers", "dialNumber", "defaultPhone", "Phone")
    return [{"label": row["name"], "id": row.get("id"), "more": row.get("countryCode")} for row in body["phoneNumbers"]]


def in_mri(wanted: Rows) -> Rows:
    """What MRI Vault is sent: whole rows without ids."""
    before = {
        "phoneNumbers": [
            {"number": NUMBER, "type": "Work", "comment": "DE"},
            {"number": NUMBER, "type": "Fax", "comment": "AT"},
        ]
    }
    changes = {"phoneNumbers": [{"number": row["text"], "type": row["label"]} for row in wanted]}
    keep_comments(changes, before)
    return [{"label": row["type"], "id": None, "more": row.get("comment")} for row in changes["phoneNumbers"]]


WORK, FAX = {"text": NUMBER, "label": "Work"}, {"text": NUMBER, "label": "Fax"}
NEW = {"text": MOBILE, "label": "Mobile"}

KEPT = [
    ([WORK, FAX], ["DE", "AT"]),
    ([FAX, WORK], ["AT", "DE"]),
    ([FAX], ["AT"]),
    ([WORK, NEW], ["DE", None]),
    ([FAX, NEW], ["AT", None]),
    ([NEW, WORK, FAX], [None, "DE", "AT"]),
]


@pytest.mark.parametrize(("wanted", "more"), KEPT)
@pytest.mark.parametrize("sent", [in_flex, in_mri])
def test_what_the_desk_does_not_know_stays_with_its_row(sent: Any, wanted: Rows, more: list[str | None]) -> None:
    assert [row["more"] for row in sent(wanted)] == more


def test_flex_gets_each_row_under_its_own_id() -> None:
    assert [row["id"] for row in in_flex([FAX, NEW, WORK])] == ["f", None, "w"]


def rex(wanted: Rows) -> Rows:
    """What Rex is sent of rows it holds: only what changes, by id."""
    rows = [("1", "Work"), ("2", "Fax")]
    held = [{"id": id, "phone_number": NUMBER, "phone_type": label, "phone_primary": False} for id, label in rows]
    payload = json.dumps({"id": "9", "related": {"contact_phones": held}}).encode()
    entries = [{"phone_number": row["text"], "phone_type": row["label"]} for row in wanted]
    related = with_rows({"related": {"contact_phones": entries}}, payload).get("related", {})
    found: Rows = related.get("contact_phones", [])
    return found


def test_rex_is_told_nothing_of_rows_that_stay_and_drops_the_one_left_out() -> None:
    assert rex([WORK, FAX]) == rex([FAX, WORK]) == []
    assert rex([FAX]) == [{"id": "1", "_destroy": True}]
    assert rex([WORK]) == [{"id": "2", "_destroy": True}]
    assert rex([WORK, FAX, NEW]) == [{"phone_number": MOBILE, "phone_type": "Mobile"}]
    assert rex([WORK, {"text": NUMBER, "label": "Home"}]) == [{"id": "2", "phone_type": "Home"}]
