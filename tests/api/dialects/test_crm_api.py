"""The CRM API of the seed 001, as its first version is promised, with the later one's routes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from crmdesk.demo.crm_api.twin import CrmApi
from crmdesk.desk import ApiKey, Desk
from crmdesk.domain.accounts import Account, Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import Item
from crmdesk.domain.values import texts
from tests.api.dialects.served import Served
from tests.patience import wait_until

CONTACTS, FROM_EVENT = "/api/v1/crm/contacts", "/api/v1/crm/contacts/from-event"
JANE = {"firstName": "Jane", "lastName": "Smith", "email": "jane.smith@example.com"}
OCTOBER = 1_790_845_200_000  # 2026-10-01T09:00Z


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("crm_api"), ["crm_api"]) as served:
        yield served


@pytest.fixture(scope="module")
def site(served: Served) -> httpx.Client:
    """A web site with a key that reads and writes, and refuses known emails."""
    return served.client("read", "write", "delete")


def test_a_contact_is_made_listed_read_changed_and_put_into_the_trash(served: Served, site: httpx.Client) -> None:
    sent: dict[str, Any] = {
        **JANE,
        "phone": "+1-555-5678",
        "company": "Tech",
        "jobTitle": "CTO",
        "notes": "met",
        "sourceRef": "form",
    }
    sent |= {"tags": ["demo"], "customFields": {"region": "north", "vip": True, "firstName": "not a custom field"}}
    made = site.post(CONTACTS, json=sent)
    assert (made.status_code, made.headers["x-organization-id"]) == (200, "desk")
    assert made.json() == {
        "success": True,
        "contactId": made.json()["contactId"],
        "message": "Contact created successfully",
    }
    id_ = made.json()["contactId"]
    row = {"id": id_, "name": "Jane Smith", **JANE, "phone": "+1-555-5678", "company": "Tech", "jobTitle": "CTO"}
    row |= {"subtype": "lead", "status": "active", "source": "api", "tags": ["demo"]}
    listed = site.get(CONTACTS, params={"subtype": "lead", "limit": 10}).json()
    assert (listed["total"], listed["limit"], listed["offset"]) == (1, 10, 0)
    times = {name: listed["contacts"][0].pop(name) for name in ("createdAt", "updatedAt")}
    assert listed["contacts"] == [row]
    whole = site.get(f"{CONTACTS}/{id_}").json()
    more = {"sourceRef": "form", "notes": "met", "customFields": {"region": "north", "vip": "yes"}}
    assert whole == {**row, **times, **more}
    assert site.get(CONTACTS, params={"source": "elsewhere"}).json()["total"] == 0
    change = {"company": "", "status": "archived", "email": "jane@example.com", "customFields": {"region": None}}
    change |= {"address": {"street": "1 Quay St", "city": "Leeds", "postalCode": "LS1 1AA"}}
    assert site.patch(f"{CONTACTS}/{id_}", json=change).json() == {"success": True}
    item = served.on(lambda desk: _item(desk, id_))
    assert (item.values["status"], texts(item.values["emails"])) == ("archived", ["jane@example.com"])
    assert (item.values.get("company"), item.values["city"], item.values.get("custom.region")) == (None, "Leeds", None)
    history, _ = served.on(lambda desk: desk.history(int(id_)))
    assert {(one.origin, one.actor) for one in history} == {("api", "key 2")}
    assert site.get(CONTACTS).json()["total"] == 0  # the active ones
    assert site.get(CONTACTS, params={"status": "archived"}).json()["total"] == 1
    assert site.delete(f"{CONTACTS}/{id_}").json() == {"success": True}
    for method in ("GET", "PATCH", "DELETE"):
        gone = site.request(method, f"{CONTACTS}/{id_}", json={"phone": "1"} if method == "PATCH" else None)
        assert (gone.status_code, gone.json()) == (404, {"error": "Contact not found"})
    assert served.on(lambda desk: _item(desk, id_)).trashed_at is not None


async def _item(desk: Desk, id_: str) -> Item:
    return desk.item(int(id_))


def test_a_refusal_says_why_in_the_seeds_words_and_has_done_nothing(served: Served, site: httpx.Client) -> None:
    known = {**JANE, "email": "known@example.com"}
    assert site.post(CONTACTS, json=known).status_code == 200
    before, events = served.total(), served.total(Kind.EVENT)
    again = site.post(CONTACTS, json={**known, "email": " KNOWN@Example.com", "phone": "1"})
    assert (again.status_code, again.json()) == (409, {"error": "Contact with this email already exists"})
    odd = {**JANE, "email": 'a\0"b@example.com'}
    assert [site.post(CONTACTS, json=odd).status_code for _ in range(2)] == [200, 409]
    before += 1
    missing = "Missing required fields: firstName, lastName, email"
    bodies: tuple[Any, ...] = ({}, {**JANE, "email": " "}, [], "text")
    for body in bodies:
        refused = site.post(CONTACTS, json=body)
        assert refused.status_code == 400
        assert refused.json()["error"] == missing or not isinstance(body, dict)
    assert site.post(CONTACTS, json={**JANE, "tags": "none"}).status_code == 400
    broken = site.post(CONTACTS, content=b"{", headers={"content-type": "application/json"})
    assert (broken.status_code, list(broken.json())) == (400, ["error"])
    bodies = ({"eventName": "Fair"}, {"attendeeInfo": JANE}, {"eventName": "Fair", "attendeeInfo": {}})
    for body in bodies:
        assert site.post(FROM_EVENT, json=body).json() == {
            "error": "Missing required fields: eventName, firstName, lastName, email"
        }
    for id_ in ("none", "999999", before):
        foreign = site.post(FROM_EVENT, json={"eventId": str(id_), "eventName": "Fair", "attendeeInfo": JANE})
        assert (foreign.status_code, foreign.json()) == (404, {"error": "Event not found"})
    assert site.get("/api/v1/crm/nothing").json() == {"error": "There is nothing at that path."}
    assert httpx.get(f"{served.url}{CONTACTS}").json() == {"error": "Missing or invalid Authorization header"}
    wrong = httpx.get(f"{served.url}{CONTACTS}", headers={"authorization": "Bearer org_invalid_key_12345"})
    assert (wrong.status_code, wrong.json()) == (401, {"error": "Invalid API key"})
    reader = served.client("read")
    assert (reader.post(CONTACTS, json=JANE).status_code, reader.delete(f"{CONTACTS}/1").status_code) == (403, 403)
    assert (served.total(), served.total(Kind.EVENT)) == (before, events)


def test_registrations_find_their_event_by_name_and_day_and_keep_its_people_here(
    served: Served, site: httpx.Client
) -> None:
    ada = {"firstName": "Ada", "lastName": "Quill", "email": "ada@quill.example", "company": "Quill"}
    fair = {"eventName": "Autumn fair", "eventDate": OCTOBER, "attendeeInfo": ada}
    first = site.post(FROM_EVENT, json=fair).json()
    assert (first["success"], first["message"]) == (True, "Contact created successfully")
    later = {**fair, "eventName": "autumn FAIR", "eventDate": OCTOBER + 3_600_000}
    again = site.post(FROM_EVENT, json={**later, "attendeeInfo": {**ada, "email": "ADA@quill.example", "phone": "1"}})
    assert again.json() == {**first, "message": "Existing contact linked to event"}
    ben = site.post(FROM_EVENT, json={**fair, "attendeeInfo": {**JANE, "email": "ben@quill.example"}}).json()
    another_day = site.post(FROM_EVENT, json={**fair, "eventDate": OCTOBER + 86_400_000}).json()
    by_id = site.post(
        FROM_EVENT, json={"eventId": another_day["eventId"], "eventName": "x", "attendeeInfo": ada}
    ).json()
    assert (ben["eventId"], by_id["eventId"]) == (first["eventId"], another_day["eventId"])
    assert another_day["eventId"] != first["eventId"]
    contact = site.get(f"{CONTACTS}/{first['contactId']}").json()
    assert (contact["tags"], contact["sourceRef"]) == (["event-attendee", "api-created"], first["eventId"])
    assert (contact["subtype"], contact["source"], "phone" in contact) == ("lead", "api", False)
    event = served.on(lambda desk: _item(desk, first["eventId"]))
    assert texts(event.values["contacts"]) == [first["contactId"], ben["contactId"]]
    found = site.get("/api/v1/events", params={"startDate": OCTOBER, "endDate": OCTOBER + 1}).json()
    shown = {"id": first["eventId"], "name": "Autumn fair", "subtype": "external", "status": "published"}
    assert (found["total"], {**found["events"][0], **shown}, found["events"][0]["startDate"]) == (
        1, found["events"][0], OCTOBER,
    )  # fmt: skip
    paged = site.get("/api/v1/events", params={"limit": 1, "offset": 1}).json()
    assert (paged["total"], [one["id"] for one in paged["events"]]) == (2, [another_day["eventId"]])
    assert site.get("/api/v1/events", params={"subtype": "workshop"}).json() == {"events": [], "total": 0}


def test_a_key_that_updates_lays_more_over_known_contacts_and_a_forms_key_does_not_learn_whom_it_met(
    served: Served,
) -> None:
    updates = served.client("contacts:read", "contacts:write", known="update")
    form = served.client("contacts:submit", known="update")
    ida = {"firstName": "Ida", "lastName": "North", "email": "ida@north.example", "tags": ["a"]}
    made = updates.post(CONTACTS, json={**ida, "company": "North"}).json()
    assert (made["isNewContact"], made["message"]) == (True, "Contact created successfully")
    more = {**ida, "email": "Ida@North.example", "tags": ["b"], "jobTitle": "Skipper", "company": "South"}
    merged = updates.post(CONTACTS, json=more).json()
    assert merged == {**made, "isNewContact": False, "message": "Existing contact updated successfully"}
    whole = updates.get(f"{CONTACTS}/{made['contactId']}").json()
    assert (whole["tags"], whole["jobTitle"], whole["company"], whole["email"]) == (
        ["a", "b"], "Skipper", "South", "ida@north.example",
    )  # fmt: skip
    event = {"eventName": "Regatta", "attendeeInfo": {**more, "company": "East", "phone": "+46 8 123 45 67"}}
    told = updates.post(FROM_EVENT, json=event).json()
    assert (told["isNewContact"], told["organizationId"]) == (False, "desk")
    whole = updates.get(f"{CONTACTS}/{made['contactId']}").json()
    assert (whole["company"], whole["phone"]) == ("South", "+46 8 123 45 67")
    answers = [form.post(CONTACTS, json=body).json() for body in (ida, {**ida, "email": "new@north.example"})]
    assert answers == [{"success": True, "message": "Contact taken"}] * 2
    assert form.get(CONTACTS).status_code == 403
    assert {*form.post(FROM_EVENT, json=event).json()} == {"success", "eventId", "message"}


def test_many_are_taken_at_once_each_for_itself_and_exported(served: Served, site: httpx.Client) -> None:
    before = served.total()
    people = [{**JANE, "email": f"bulk{number}@many.example", "tags": [f"t{number % 2}"]} for number in range(4)]
    wrong = [{**JANE, "email": "BULK1@many.example"}, {"email": "nobody@many.example"}, 7, {**JANE, "phone": 1}]
    done = site.post(f"{CONTACTS}/bulk", json={"contacts": [*people, *wrong]}).json()
    assert {name: done[name] for name in ("success", "total", "created", "updated", "failed")} == {
        "success": True, "total": 8, "created": 4, "updated": 0, "failed": 4,
    }  # fmt: skip
    assert [one["email"] for one in done["errors"]] == [
        "BULK1@many.example", "nobody@many.example", "unknown", JANE["email"],
    ]  # fmt: skip
    assert served.total() == before + 4
    assert site.get(CONTACTS, params={"source": "bulk-import", "offset": 1}).json()["total"] == 4
    exported = site.get(f"{CONTACTS}/export", params={"source": "bulk-import", "tags": "t1,none"})
    assert (exported.headers["x-total-count"], exported.json()["total"]) == ("2", 2)
    assert [one["email"] for one in exported.json()["contacts"]] == ["bulk3@many.example", "bulk1@many.example"]
    lines = site.get(f"{CONTACTS}/export", params={"format": "csv", "source": "bulk-import"}).text.split("\n")
    assert (len(lines), lines[0].split(",")[:2], '"bulk3@many.example"' in lines[1]) == (5, ["id", "firstName"], True)
    times = [one["createdAt"] for one in exported.json()["contacts"]]
    none = site.get(f"{CONTACTS}/export", params={"source": "bulk-import", "createdAfter": max(times) + 1}).json()
    assert none == {"format": "json", "total": 0, "contacts": []}
    bodies: tuple[Any, ...] = ({"contacts": []}, {"contacts": {}}, {"contacts": [{}] * 1001})
    for body in bodies:
        assert site.post(f"{CONTACTS}/bulk", json=body).status_code == 400
    changed = served.client("write", known="update").post(
        f"{CONTACTS}/bulk", json={"contacts": [{**people[0], "notes": "x"}]}
    )
    assert (changed.json()["updated"], changed.json()["created"]) == (1, 0)
    assert served.total() == before + 4


@pytest.fixture(scope="module")
def account(served: Served) -> Account:
    """The demo of the later server, connected and pulled."""
    account = served.connect("crm_api", "later", (Kind.CONTACT, Kind.EVENT))
    served.on(lambda desk: desk.sync([account.id]))
    return account


def test_what_a_key_adds_goes_where_it_says_and_registrations_go_to_the_crm_that_takes_them(
    served: Served, account: Account
) -> None:
    """Contacts are created there, and put down for the events that it has."""
    crm = served.crms.sites["crm_api"]
    assert isinstance(crm, CrmApi)
    site = served.client("read", "write", new_in=("crm_api",), accounts=("crm_api",))
    theirs = site.get("/api/v1/events", params={"limit": 200}).json()
    assert theirs["total"] == len(crm.events)
    assert site.get(CONTACTS).headers["x-organization-id"] == f"desk_{account.id}"
    published = next(event for event in crm.events if event["status"] == "published")
    body = {"eventName": published["name"], "eventDate": published["startDate"]}
    told = site.post(FROM_EVENT, json={**body, "attendeeInfo": {**JANE, "email": "jo@crm.example"}}).json()
    assert told["eventId"] in {event["id"] for event in theirs["events"]}
    served.on(lambda desk: desk.sync([account.id]))
    (there,) = crm.book.find_email("jo@crm.example")
    assert crm.links == {(there, published["id"])}
    assert "people" not in served.on(lambda desk: _item(desk, told["eventId"])).values
    unseen = served.on(lambda desk: desk.new(Kind.CONTACT, {"name": "Out of reach"}))
    assert site.get(f"{CONTACTS}/{unseen.id}").json() == {"error": "Contact not found"}


def test_what_cannot_go_where_the_key_says_is_refused_whole(served: Served, account: Account) -> None:
    """A CRM that holds no contacts: nothing is made here either, be it one or one of many."""
    served.on(lambda desk: desk.set_account(account.id, kinds=(Kind.EVENT,), direction=Direction.PULL))
    site = served.client("write", new_in=("crm_api",))
    before = served.total()
    for path, body in (
        (CONTACTS, {**JANE, "email": "x@y.example"}),
        (FROM_EVENT, {"eventName": "F", "attendeeInfo": JANE}),
    ):
        assert site.post(path, json=body).status_code == 400
    bulk = site.post(f"{CONTACTS}/bulk", json={"contacts": [{**JANE, "email": "x@y.example"}]}).json()
    assert (bulk["failed"], served.total()) == (1, before)


def test_a_dialect_is_in_the_document_is_told_in_the_audit_and_can_be_switched_off(served: Served) -> None:
    paths = served.client("read").get("/desk/v1/openapi.json").json()["paths"]
    for path, methods in {
        CONTACTS: {"get", "post"},
        "/api/integrations/rex/contacts/fetch": {"get"},
        "/api/integrations/crm/{provider}": {"delete"},
        "/api/run/{module}/{function}": {"post"},
    }.items():
        assert methods <= paths[path].keys()
    mine = served.client("read", "write")
    mine.post(CONTACTS, json={**JANE, "email": "audited@example.com"})
    mine.get(CONTACTS)
    mine.post(CONTACTS, json=JANE | {"email": ""})
    mine.delete(f"{CONTACTS}/1")
    key = served.on(_newest_key)
    wait_until(lambda: served.on(_newest_key).requests == 4)
    lines, _ = served.on(lambda desk: desk.api.audit(key.id))
    told = sorted((line.method, line.route, line.status) for line in lines)
    one = f"{CONTACTS}/{{contactId}}"
    assert told == [("DELETE", one, 403), ("POST", CONTACTS, 200), ("POST", CONTACTS, 400)]
    served.on(lambda desk: desk.api.set_dialects_off(["crm_api"]))
    before = served.total()
    off = mine.post(CONTACTS, json={**JANE, "email": "off@example.com"})
    assert (off.status_code, set(off.json()), served.total()) == (404, {"error"}, before)
    served.on(lambda desk: desk.api.set_dialects_off([]))


async def _newest_key(desk: Desk) -> ApiKey:
    return desk.api.all_keys()[-1]
