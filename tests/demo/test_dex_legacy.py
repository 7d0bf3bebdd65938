import httpx
import pytest

from crmdesk.demo.dex.twin import Dex

ABSENT = "00000000-0000-4000-8000-000000000000"


def test_the_list_goes_by_offset_ten_at_a_time_and_tells_the_total(dex: Dex, legacy: httpx.Client) -> None:
    usual = legacy.get("/contacts").json()
    assert len(usual["contacts"]) == 10
    assert usual["pagination"]["total"]["count"] == 230
    ids = [
        one["id"]
        for offset in range(0, 300, 100)
        for one in legacy.get("/contacts", params={"limit": 100, "offset": offset}).json()["contacts"]
    ]
    assert ids == dex.book.ids()


def test_a_contact_shows_the_documented_members_and_no_updated_at(legacy: httpx.Client) -> None:
    contacts = legacy.get("/contacts", params={"limit": 230}).json()["contacts"]
    expected = {
        "id",
        "first_name",
        "last_name",
        "job_title",
        "description",
        "emails",
        "phones",
        "education",
        "image_url",
        "linkedin",
        "facebook",
        "twitter",
        "instagram",
        "telegram",
        "birthday_current_year",
        "last_seen_at",
        "next_reminder_at",
    }
    assert set(contacts[0]) == expected
    years = {one["birthday_current_year"][:4] for one in contacts if one["birthday_current_year"]}
    assert len(years) == 1


def test_absence_is_an_empty_success(legacy: httpx.Client) -> None:
    for answer in (legacy.get(f"/contacts/{ABSENT}"), legacy.get("/search/contacts", params={"email": "no@x.example"})):
        assert answer.status_code == 200
        assert list(answer.json().values()) == [[]]
    assert legacy.delete(f"/contacts/{ABSENT}").json() == {"delete_contacts_by_pk": None}
    assert legacy.put(f"/contacts/{ABSENT}", json={"changes": {}}).json()["update_contacts_by_pk"] is None
    assert legacy.get("/contacts/not-a-uuid").status_code == 400


def test_a_contact_is_created_found_changed_and_deleted(dex: Dex, legacy: httpx.Client) -> None:
    contact = {
        "first_name": "Ada",
        "contact_emails": {"data": {"email": "ada@ink.example"}},
        "contact_phone_numbers": {"data": {"phone_number": "+1555", "label": "Work"}},
    }
    made = legacy.post("/contacts", json={"contact": contact})
    assert made.status_code == 201
    one = made.json()["insert_contacts_one"]["id"]
    found = legacy.get("/search/contacts", params={"email": "ada@ink.example"}).json()
    shown = found["search_contacts_by_exact_email"][0]
    assert (shown["id"], shown["phones"]) == (one, [{"phone_number": "+1555", "label": "Work"}])

    rows = [{"contact_id": one, "email": "new@ink.example"}, {"contact_id": one, "email": "two@ink.example"}]
    change = {
        "contactId": one,
        "changes": {"last_name": "Quill"},
        "update_contact_emails": True,
        "contact_emails": rows,
        "update_contact_phone_numbers": False,
        "contact_phone_numbers": [],
    }
    replies = legacy.put(f"/contacts/{one}", json=change).json()
    assert replies["delete_contact_emails"]["affected_rows"] == 1
    assert replies["update_contacts_by_pk"] == {"id": one}
    shown = legacy.get(f"/contacts/{one}").json()["contacts"][0]
    assert [row["email"] for row in shown["emails"]] == ["new@ink.example", "two@ink.example"]
    assert shown["phones"]
    record = dex.book.get(one)
    assert record is not None
    assert record["full_name"] == "Ada Quill"
    assert legacy.delete(f"/contacts/{one}").json() == {"delete_contacts_by_pk": {"id": one}}


@pytest.mark.parametrize(
    "body", [{"changes": {"emails": []}}, {"changes": {"birthday_current_year": "2026-01-01"}}, {"title": 1}]
)
def test_unknown_names_are_refused_in_hasuras_words(dex: Dex, legacy: httpx.Client, body: dict[str, object]) -> None:
    first, revision = dex.book.ids()[0], dex.book.revision
    answer = legacy.put(f"/contacts/{first}", json=body)
    assert answer.status_code == 400
    assert set(answer.json()) == {"path", "error", "code"}
    name = "title" if "title" in body else next(iter(body["changes"]))  # type: ignore[call-overload]  # a dict here
    assert name in answer.json()["error"]
    assert dex.book.revision == revision


def test_the_flat_update_without_an_id_in_the_path_does_not_exist(legacy: httpx.Client) -> None:
    assert legacy.put("/contacts", json={"id": ABSENT, "description": "x"}).status_code in (404, 405)


def test_keys_of_the_other_api_do_not_open(dex: Dex) -> None:
    answer = httpx.get(f"{dex.origin}/api/rest/contacts", headers={"x-hasura-dex-api-key": dex.keys.v1})
    assert (answer.status_code, answer.json()["code"]) == (401, "access-denied")


def test_both_apis_are_one_address_book(dex: Dex, v1: httpx.Client, legacy: httpx.Client) -> None:
    first = dex.book.ids()[0]
    v1.put(f"/v1/contacts/{first}", json={"description": "from the new one"})
    assert legacy.get(f"/contacts/{first}").json()["contacts"][0]["description"] == "from the new one"
    legacy.put(f"/contacts/{first}", json={"changes": {"description": "from the old one"}})
    shown = v1.get(f"/v1/contacts/{first}").json()["data"]
    assert shown["description"] == "from the old one"


def test_reminders_are_written_as_text_and_read_as_body(dex: Dex, legacy: httpx.Client) -> None:
    links = {"data": [{"contact_id": dex.book.ids()[0]}]}
    reminder = {"text": "call", "is_complete": False, "due_at_date": "2026-01-31", "reminders_contacts": links}
    assert legacy.post("/reminders", json={"reminder": reminder}).status_code == 201
    shown = legacy.get("/reminders").json()
    assert shown["total"]["aggregate"]["count"] == 1
    assert (shown["reminders"][0]["body"], shown["reminders"][0]["contact_ids"]) == ("call", links["data"])
    assert legacy.post("/reminders", json={"reminder": {"title": "call"}}).status_code == 400


def test_notes_hang_on_their_contact(dex: Dex, legacy: httpx.Client) -> None:
    first, second = dex.book.ids()[:2]
    event = {"note": "met", "meeting_type": "note", "timeline_items_contacts": {"data": [{"contact_id": first}]}}
    assert legacy.post("/timeline_items", json={"timeline_event": event}).status_code == 201
    assert legacy.get(f"/timeline_items/contacts/{first}").json()["timeline_items"][0]["note"] == "met"
    assert legacy.get(f"/timeline_items/contacts/{second}").json()["timeline_items"] == []
