"""The demo CRM API: both generations of the server over one book, down to their traps."""

from collections.abc import Iterator

import httpx
import pytest

from crmdesk.demo.crm_api.twin import CrmApi, CrmApiOptions
from crmdesk.demo.server import DemoCrms
from tests.patience import PATIENCE

TOVE = {"firstName": "Tove", "lastName": "Berg", "email": "tove@berg.test"}


@pytest.fixture
def site(running: DemoCrms) -> CrmApi:
    site = running.sites["crm_api"]
    assert isinstance(site, CrmApi)
    site.reset()
    return site


def client(site: CrmApi, key: str) -> httpx.Client:
    return httpx.Client(base_url=f"{site.origin}/api/v1", headers={"authorization": f"Bearer {key}"}, timeout=PATIENCE)


@pytest.fixture
def v1(site: CrmApi) -> Iterator[httpx.Client]:
    with client(site, site.v1) as api:
        yield api


@pytest.fixture
def later(site: CrmApi) -> Iterator[httpx.Client]:
    with client(site, site.later) as api:
        yield api


def test_a_list_hides_whoever_is_not_active(site: CrmApi, v1: httpx.Client) -> None:
    usual = v1.get("/crm/contacts").json()
    assert (len(usual["contacts"]), usual["limit"], usual["offset"]) == (50, 50, 0)
    totals = {
        status: v1.get("/crm/contacts", params={"status": status, "limit": 1000}).json()
        for status in ("active", "inactive", "unsubscribed", "archived")
    }
    assert usual["total"] == totals["active"]["total"] < site.book.count
    assert sum(found["total"] for found in totals.values()) == site.book.count
    assert all(found["total"] for found in totals.values())
    times = [one["createdAt"] for one in totals["active"]["contacts"]]
    assert times == sorted(times, reverse=True)
    assert totals["active"]["limit"] == 200


def test_lists_are_filtered_and_thin(v1: httpx.Client) -> None:
    leads = v1.get("/crm/contacts", params={"subtype": "lead", "source": "event"}).json()["contacts"]
    assert {(one["subtype"], one["source"]) for one in leads} == {("lead", "event")}
    assert not any({"notes", "customFields", "sourceRef"} & one.keys() for one in leads)


def test_only_the_later_server_finds_a_contact_by_its_id(site: CrmApi, v1: httpx.Client, later: httpx.Client) -> None:
    known = site.book.ids()[0]
    for method in ("GET", "PATCH", "DELETE"):
        missing = v1.request(method, f"/crm/contacts/{known}")
        assert (missing.status_code, missing.text) == (404, "No matching routes found")
    one = later.get(f"/crm/contacts/{known}").json()
    assert one["customFields"]["firstName"] == one["firstName"]
    assert later.get(f"/crm/contacts/{'0' * 32}").json() == {"error": "Contact not found"}


def test_a_known_email_throws_in_one_and_is_an_update_in_the_other(
    site: CrmApi, v1: httpx.Client, later: httpx.Client
) -> None:
    made = v1.post("/crm/contacts", json=TOVE | {"tags": ["desk"], "customFields": {"region": "north"}})
    assert (made.status_code, set(made.json())) == (200, {"success", "contactId", "message"})
    again = v1.post("/crm/contacts", json=TOVE)
    assert again.status_code == 500
    assert again.json() == {
        "error": "Internal server error",
        "details": "Contact with this email already exists",
    }
    merged = later.post("/crm/contacts", json=TOVE | {"phone": "+4681234", "tags": ["new"]}).json()
    assert (merged["contactId"], merged["isNewContact"]) == (made.json()["contactId"], False)
    record = site.book.get(merged["contactId"])
    assert record is not None
    assert (record["phone"], record["tags"], record["custom"]) == ("+4681234", ["desk", "new"], {"region": "north"})
    assert (merged["message"], "crmOrganizationId" in merged) == ("Existing contact updated successfully", False)
    assert v1.post("/crm/contacts", json=TOVE | {"email": "Tove@berg.test"}).status_code == 200


def test_registrations_without_an_event_make_one_each_in_v1(
    site: CrmApi, v1: httpx.Client, later: httpx.Client
) -> None:
    before = v1.get("/events").json()["total"]
    body = {"eventName": "Autumn fair", "attendeeInfo": TOVE}
    replies = [v1.post("/crm/contacts/from-event", json=body).json() for _ in range(2)]
    assert replies[0]["contactId"] == replies[1]["contactId"]
    words = ["Contact created successfully", "Existing contact linked to event"]
    assert [reply["message"] for reply in replies] == words
    assert v1.get("/events").json()["total"] == before + 2
    assert "eventId" not in later.post("/crm/contacts/from-event", json=body).json()
    known = site.events[0]["id"]
    assert v1.post("/crm/contacts/from-event", json=body | {"eventId": known}).json()["eventId"] == known
    assert (replies[0]["contactId"], known) in site.links
    assert v1.post("/crm/contacts/from-event", json=body | {"eventId": "none"}).status_code == 500


def test_a_registration_is_laid_over_the_contact_by_the_later_server_alone(
    site: CrmApi, v1: httpx.Client, later: httpx.Client
) -> None:
    made = v1.post("/crm/contacts", json=TOVE | {"phone": "+4681234"}).json()["contactId"]
    body = {"eventId": site.events[0]["id"], "eventName": "Fair", "attendeeInfo": TOVE | {"phone": "+4689999"}}
    phones = []
    for api in (v1, later):
        assert api.post("/crm/contacts/from-event", json=body).json()["contactId"] == made
        record = site.book.get(made)
        assert record is not None
        phones.append(record["phone"])
    assert phones == ["+4681234", "+4689999"]
    unknown = later.post("/crm/contacts/from-event", json=body | {"eventId": "none"}).json()
    assert ("eventId" in unknown, unknown["message"]) == (False, "Existing contact updated and linked to event")


def test_the_later_server_changes_and_deletes(site: CrmApi, later: httpx.Client) -> None:
    known = site.book.ids()[0]
    body = {"tags": ["a"], "customFields": {"tier": "gold"}, "status": "archived"}
    assert later.patch(f"/crm/contacts/{known}", json=body).json() == {"success": True}
    one = later.get(f"/crm/contacts/{known}").json()
    assert (one["tags"], one["customFields"]["tier"], one["status"]) == (["a"], "gold", "archived")
    refused = later.patch(f"/crm/contacts/{known}", json={"phone": None})
    assert (refused.status_code, "ValidationError" in refused.json()["error"]) == (500, True)
    assert later.delete(f"/crm/contacts/{known}").json() == {"success": True}
    assert later.delete(f"/crm/contacts/{known}").status_code == 404


def test_keys_fields_and_errors_are_as_the_server_has_them(site: CrmApi, v1: httpx.Client) -> None:
    assert httpx.get(f"{site.origin}/api/v1/crm/contacts").status_code == 401
    with client(site, site.revoked) as revoked:
        assert revoked.get("/events").json() == {"error": "Invalid API key"}
    missing = v1.post("/crm/contacts", json={"firstName": "Tove"})
    assert (missing.status_code, list(missing.json())) == (400, ["error"])


def test_the_documentation_promises_another_answer_to_a_known_email() -> None:
    with DemoCrms(5, crms={"crm_api": CrmApi}, crm_api=CrmApiOptions(promised=True)) as crms:
        site = crms.sites["crm_api"]
        assert isinstance(site, CrmApi)
        with client(site, site.v1) as api:
            assert [api.post("/crm/contacts", json=TOVE).status_code for _ in range(2)] == [200, 409]


def test_events_are_filtered_as_each_generation_does(site: CrmApi, v1: httpx.Client, later: httpx.Client) -> None:
    """v1.0 shows the published ones, and its dates filter nothing that has a beginning, for want of two brackets."""
    drafts = [event["id"] for event in site.events if event["status"] == "draft"]
    usual = v1.get("/events").json()
    assert (usual["total"], "customProperties" in usual["events"][0]) == (len(site.events) - len(drafts), False)
    found = {status: v1.get("/events", params={"status": status}).json()["events"] for status in ("draft", "published")}
    assert [event["id"] for event in found["draft"]] == drafts
    assert v1.get("/events", params={"subtype": "workshop"}).json()["total"] < usual["total"]
    middle = sorted(event["startDate"] for event in site.events)[8]
    assert v1.get("/events", params={"startDate": middle, "endDate": middle}).json()["total"] == usual["total"]
    some = later.get("/events", params={"startDateAfter": middle, "limit": 3, "offset": 1}).json()
    assert (some["total"], some["limit"], some["offset"], len(some["events"])) == (10, 3, 1, 3)
    assert later.get("/events", params={"startDateBefore": middle}).json()["total"] == 9
    assert later.get("/events").json()["total"] == len(site.events)


def test_the_later_server_keeps_companies(site: CrmApi, v1: httpx.Client, later: httpx.Client) -> None:
    firm = {"name": "berg ab", "website": "berg.example", "address": {"city": "Malmö"}}
    replies = [
        later.post("/crm/contacts", json=TOVE | {"company": "Berg AB"}),
        later.post("/crm/contacts/from-event", json={"attendeeInfo": TOVE, "organizationInfo": firm}),
    ]
    made = replies[0].json()["crmOrganizationId"]
    assert replies[0].headers["x-crm-organization-id"] == made
    reply = replies[1].json()
    assert (reply["crmOrganizationId"], reply["isNewContact"], reply["organizationId"]) == (made, False, "org2later")
    assert "eventId" not in reply
    assert site.organisations.works_at == {(reply["contactId"], made)}
    (listed,) = later.get("/crm/organizations", params={"subtype": "prospect"}).json()["organizations"]
    assert (listed["name"], listed["website"], listed["addresses"][0]["city"]) == ("Berg AB", "berg.example", "Malmö")
    assert later.patch(f"/crm/organizations/{made}", json={"subtype": "customer"}).json() == {"success": True}
    whole = later.get(f"/crm/organizations/{made}").json()
    assert (whole["subtype"], whole["customFields"]["website"]) == ("customer", "berg.example")
    assert later.post("/crm/organizations", json={"name": "Quay"}).status_code == 201
    assert later.post("/crm/organizations", json={}).json() == {"error": "Missing required field: name"}
    assert later.get("/crm/organizations/none").json() == {"error": "Organization not found"}
    assert "crmOrganizationId" not in later.post("/crm/contacts/from-event", json={"attendeeInfo": TOVE}).json()
    assert v1.get("/crm/organizations").text == "No matching routes found"


def test_what_no_json_is_throws_and_what_no_path_is_gets_the_routers_words(
    site: CrmApi, v1: httpx.Client, later: httpx.Client
) -> None:
    for path in ("/crm/contacts", "/crm/contacts/from-event"):
        for body in (b"{", b"null"):
            broken = v1.post(path, content=body)
            assert (broken.status_code, set(broken.json())) == (500, {"error", "details"})
    assert v1.post("/crm/contacts", content=b"[1]").status_code == 400
    broken = later.patch(f"/crm/contacts/{site.book.ids()[0]}", content=b"{")
    assert (broken.status_code, "JSON" in broken.json()["error"]) == (500, True)
    for method, path in (("GET", "/crm/nothing"), ("PUT", "/crm/contacts"), ("GET", "/../elsewhere")):
        unknown = v1.request(method, path)
        assert (unknown.status_code, unknown.text) == (404, "No matching routes found")
        assert unknown.headers["content-type"].startswith("text/plain")
    assert later.post("/crm/contacts/from-event", json={"attendeeInfo": {}}).json() == {
        "error": "Missing required fields: firstName, lastName, email"
    }
