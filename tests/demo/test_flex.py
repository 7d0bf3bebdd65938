from collections.abc import Iterator

import httpx
import pytest

from crmdesk.demo.flex.twin import Flex, FlexOptions
from crmdesk.demo.server import DemoCrms
from tests.patience import PATIENCE

ABSENT = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def flex(running: DemoCrms) -> Flex:
    site = running.sites["flex"]
    assert isinstance(site, Flex)
    site.reset()
    return site


@pytest.fixture
def api(flex: Flex) -> Iterator[httpx.Client]:
    headers = {"x-auth-token": flex.api_key}
    with httpx.Client(base_url=f"{flex.origin}/f5/api", headers=headers, timeout=PATIENCE) as client:
        yield client


def test_lists_are_thin_and_paged_as_spring_pages_them(flex: Flex, api: httpx.Client) -> None:
    pages = [api.get("/contact", params={"page": page, "size": 100}).json() for page in range(1, 4)]
    assert [page["numberOfElements"] for page in pages] == [100, 100, 30]
    assert [(page["number"], page["last"], page["totalElements"]) for page in pages] == [
        (0, False, 230),
        (1, False, 230),
        (2, True, 230),
    ]
    assert [one["id"] for page in pages for one in page["content"]] == flex.book.ids()
    shown = "id name preferredDisplayString barcode deleted shortName domainId className shortNameOrName"
    assert {tuple(row) for page in pages for row in page["content"]} == {tuple(shown.split())}
    assert {(row["className"], row["domainId"]) for row in pages[0]["content"]} == {("CONTACT", "contact")}


@pytest.mark.parametrize("numbering", ["one", "zero"])
def test_the_first_page_is_the_one_and_the_nought_or_the_nought_alone(numbering: str) -> None:
    with DemoCrms(contacts=25, flex=FlexOptions(numbering=numbering)) as crms:  # type: ignore[arg-type] # one of them
        account = crms.account("flex")
        with httpx.Client(base_url=account.base_url, headers={"x-auth-token": account.secret}) as api:
            first, second = (api.get("/contact", params={"page": page, "size": 10}).json() for page in range(2))
    assert (first["content"] == second["content"]) == (numbering == "one")
    assert (first["number"], second["number"]) == (0, 0 if numbering == "one" else 1)


def test_the_detail_has_some_sixty_members_and_times_without_a_zone(flex: Flex, api: httpx.Client) -> None:
    one = api.get(f"/contact/{flex.book.ids()[0]}").json()
    assert 50 <= len(one) <= 70
    assert len(one["lastEditDate"]) == len("2024-04-16T18:31:30")
    assert one["organization"] is False
    assert {"url", "defaultEmail"} <= one["internetAddresses"][0].keys()


def test_only_the_key_in_its_own_header_opens(flex: Flex) -> None:
    url = f"{flex.origin}/f5/api/contact"
    for headers in ({}, {"authorization": f"Bearer {flex.api_key}"}, {"x-auth-token": flex.revoked}):
        refused = httpx.get(url, headers=headers)
        assert (refused.status_code, list(refused.json())) == (401, ["status", "message"])
    assert httpx.get(f"{flex.origin}/api/contact", headers={"x-auth-token": flex.api_key}).status_code == 404


def test_a_contact_is_created_found_changed_and_softly_deleted(flex: Flex, api: httpx.Client) -> None:
    body = {"firstName": "Ada", "lastName": "Quill", "organization": False, "email": "ada@quill.example"}
    made = api.post("/contact", json=body | {"mobilePhone": "5550100"})
    assert made.status_code == 201
    one = made.json()["id"]
    (hit,) = api.get("/contact/search", params={"searchText": "ADA@quill"}).json()["content"]
    assert (hit["id"], hit["email"]) == (one, "ada@quill.example")
    whole = api.get(f"/contact/{one}").json()
    body = whole | {"jobTitle": "Rigger", "createdDate": "1999-01-01T00:00:00"}
    changed = api.put(f"/contact/{one}", json=body)
    assert changed.json()["jobTitle"] == "Rigger"
    assert changed.json()["createdDate"] == whole["createdDate"]
    assert changed.json()["phoneNumbers"] == whole["phoneNumbers"]
    assert api.delete(f"/contact/{one}").status_code == 204
    assert api.get(f"/contact/{one}").json()["deleted"] is True
    assert api.get("/contact/search", params={"searchText": "ada@quill"}).json()["content"] == []
    assert api.get("/contact", params={"page": 0, "size": 500}).json()["content"][-1]["deleted"] is True


def test_what_a_put_leaves_out_is_emptied(flex: Flex, api: httpx.Client) -> None:
    first = flex.book.ids()[0]
    body = {"id": first, "firstName": "Ada", "lastName": "Quill"}
    held = api.get(f"/contact/{first}").json()
    base = api.put(f"/contact/{first}?updateBaseContactOnly=true", json=body).json()
    assert (base["name"], base["internetAddresses"]) == ("Ada Quill", held["internetAddresses"])
    after = api.put(f"/contact/{first}", json=body).json()
    assert (after["name"], after["internetAddresses"], after["code"]) == ("Ada Quill", [], None)
    refused = api.put(f"/contact/{first}", json={"firstName": "Ada"})
    assert (refused.status_code, "FLEX_5001" in refused.text) == (400, True)


def test_addresses_have_calls_of_their_own_and_are_added_once_more_by_a_put(flex: Flex, api: httpx.Client) -> None:
    first = flex.book.ids()[1]
    place = f"/address/contact-addresses/{first}"
    held = api.get("/address/contact-addresses", params={"contactId": first}).json()
    added = api.post(place, json={"line1": "2 Quay Street", "city": "Oslo", "contactId": first}).json()
    changed = api.put(f"{place}/{added['id']}", json={**added, "city": "Bergen"}).json()
    assert (changed["city"], changed["line1"], changed["defaultMailing"]) == ("Bergen", "2 Quay Street", False)
    whole = api.get(f"/contact/{first}").json()
    assert whole["addresses"] == [*held, changed]
    doubled = api.put(f"/contact/{first}?updateBaseContactOnly=false", json=whole).json()["addresses"]
    assert len(doubled) == 2 * len(whole["addresses"])
    assert api.request("DELETE", place, json=[row["id"] for row in doubled]).status_code == 204
    assert api.get(f"/contact/{first}").json()["addresses"] == []
    assert api.post(place, json=[]).status_code == 400


@pytest.mark.parametrize(
    "body", [{}, {"firstName": 7}, {"firstName": "A", "resourceTypes": [{"id": ABSENT}]}, {"phoneNumbers": [{}]}, []]
)
def test_unfit_bodies_are_refused(flex: Flex, api: httpx.Client, body: object) -> None:
    revision = flex.book.revision
    refused = api.post("/contact", json=body)
    assert (refused.status_code, "message" in refused.json()) == (400, True)
    assert flex.book.revision == revision


def test_resource_types_are_where_this_key_may_look(flex: Flex, api: httpx.Client) -> None:
    assert api.get("/resource-type").status_code == 404
    nodes = api.get("/resource-type/nodes", params={"classname": "resource-type", "nodeId": "root"}).json()
    assert {"Client", "Vendor", "Venue"} == {node["name"] for node in nodes}


@pytest.mark.parametrize("writes", ["all", "create", "undescribed"])
def test_the_tenant_describes_what_it_has(writes: str) -> None:
    with DemoCrms(contacts=5, flex=FlexOptions(writes=writes)) as crms:  # type: ignore[arg-type] # one of them
        account = crms.account("flex")
        with httpx.Client(base_url=account.base_url, headers={"x-auth-token": account.secret}) as api:
            described = api.get("/api-docs")
            first = crms.sites["flex"].book.ids()[0]
            put = api.put(f"/contact/{first}", json={"id": first, "firstName": "Ada"}).status_code
    if writes == "undescribed":
        assert (described.status_code, put) == (404, 200)
    else:
        known = "put" in described.json()["paths"]["/contact/{contactId}"]
        assert (known, put) == ((True, 200) if writes == "all" else (False, 405))
