"""The demo MRI Vault answers as the vendor describes v1.3, traps included, and as the Zena service hopes."""

from __future__ import annotations

import json
from collections.abc import Iterator

import httpx
import pytest

from crmdesk.demo.mri_vault.twin import MriVault
from crmdesk.demo.server import DemoCrms


@pytest.fixture(scope="module")
def running() -> Iterator[DemoCrms]:
    with DemoCrms(120, crms={"mri_vault": MriVault}) as crms:
        yield crms


@pytest.fixture
def site(running: DemoCrms) -> MriVault:
    found = running.sites["mri_vault"]
    assert isinstance(found, MriVault)
    found.reset()
    return found


@pytest.fixture
def v13(running: DemoCrms, site: MriVault) -> Iterator[httpx.Client]:
    account = running.account("mri_vault", "v1.3")
    secrets = json.loads(account.secret)
    headers = {"x-api-key": secrets["api_key"], "authorization": f"Bearer {secrets['token']}"}
    with httpx.Client(base_url=account.base_url, headers=headers) as client:
        yield client


@pytest.fixture
def zena(running: DemoCrms, site: MriVault) -> Iterator[httpx.Client]:
    account = running.account("mri_vault", "zena")
    headers = {"authorization": f"Bearer {json.loads(account.secret)['api_key']}"}
    with httpx.Client(base_url=f"{account.base_url}/api/v1", headers=headers) as client:
        yield client


def test_both_credentials_are_asked_for_and_told_apart(v13: httpx.Client) -> None:
    assert v13.get("/contacts", headers={"x-api-key": "no"}).status_code == 403
    refused = v13.get("/contacts", headers={"authorization": "Bearer no"})
    assert (refused.status_code, refused.json()["success"], refused.json()["code"]) == (401, False, "401")


def test_lists_are_numbered_counted_and_filtered_by_change(v13: httpx.Client, site: MriVault) -> None:
    first = v13.get("/contacts").json()
    assert (len(first["items"]), first["totalItems"], first["totalPages"]) == (50, 120, 3)
    assert first["urls"]["next"].endswith("page=2")
    assert v13.get("/contacts?page=3&pagesize=50").json()["urls"]["next"] is None
    changed = site.book.ids()[7]
    site.somebody_else("edit", changed)
    newest = v13.get("/contacts?sort=modified&sortOrder=desc&pagesize=1").json()["items"][0]
    assert (str(newest["id"]), "." in newest["modified"]) == (changed, False)
    since = v13.get("/contacts", params={"modifiedSince": newest["modified"]}).json()
    assert [str(one["id"]) for one in since["items"]] == [changed]


def test_an_update_empties_what_is_left_out_and_refuses_what_it_does_not_know(
    v13: httpx.Client, site: MriVault
) -> None:
    made = v13.post("/contacts", json={"firstName": "Ruth", "lastName": "Vale", "emails": ["ruth@vale.example"]}).json()
    assert made["displayName"] == "Ruth Vale"
    after = v13.put(f"/contacts/{made['id']}", json={"firstName": "Ruth"}).json()
    assert (after["lastName"], after["emails"]) == (None, [])
    for wrong in (
        {"entityType": {"id": 1}},
        {"emails": "ruth@vale.example"},
        {"address": {"suburb": {"name": "Carlton"}}},
        {"phoneNumbers": [{"number": "1", "typeCode": "X"}]},
    ):
        assert v13.put(f"/contacts/{made['id']}", json=wrong).status_code == 400


def test_a_merge_shows_in_the_stream_and_in_the_survivors_list(v13: httpx.Client, site: MriVault) -> None:
    loser, keep = site.book.ids()[:2]
    site.somebody_else("merge", loser, into=keep)
    events = v13.get("/eventStream?eventsSince=2020-01-01T00:00:00Z").json()["items"]
    assert {(one["action"], one["data"]["id"]) for one in events} >= {("merge", int(keep)), ("delete", int(loser))}
    assert v13.get(f"/contacts/{keep}/merged").json()["items"] == [{"id": int(loser)}]
    assert v13.get(f"/contacts/{loser}").status_code == 404


def test_a_property_may_hold_a_sale_and_a_lease_at_once(v13: httpx.Client) -> None:
    both = [one for one in v13.get("/properties").json()["items"] if one["saleLifeId"] and one["leaseLifeId"]]
    assert both
    assert both[0]["saleLifeId"] == both[0]["leaseLifeId"]  # lives of both sorts are counted apart
    assert "status" not in both[0]
    sales = v13.get("/properties/sale").json()["items"]
    assert {"conditional", "unconditional", "settled", "listing"} <= {one["status"] for one in sales}
    whole = v13.get(f"/properties/{both[0]['id']}").json()
    assert whole["saleLife"]["id"] == both[0]["saleLifeId"]
    people = v13.get(f"/properties/{whole['id']}/sale/{whole['saleLifeId']}/owners").json()["items"]
    assert len(people) == 1


def test_a_commercial_deal_does_not_say_what_property_it_is_about(v13: httpx.Client) -> None:
    deals = v13.get("/properties/deals/sale").json()["items"]
    assert deals
    assert all("property" not in " ".join(deal).lower() for deal in deals)


def test_a_commercial_deal_takes_what_belongs_to_its_sort(v13: httpx.Client, site: MriVault) -> None:
    home = next(one for one in site.homes.snapshot().values() if one["class"]["id"] == 2)
    path = f"/properties/{home['id']}/deals"
    assert v13.post(f"{path}/sale", json={"salePrice": 5, "outgoingsText": "Rates"}).json()["outgoingsText"] == "Rates"
    assert v13.post(f"{path}/sale", json={"annualRent": 5}).status_code == 400
    assert v13.post(f"{path}/lease", json={"annualRent": 5, "leaseStart": "2027-01-01"}).status_code == 400
    when = "2027-01-01T00:00:00+11:00"
    assert v13.post(f"{path}/lease", json={"annualRent": 5, "leaseStart": when}).status_code == 201
    assert v13.post(f"{path}/lease", json={"annualRent": 5, "purchasers": []}).status_code == 400


def test_the_zena_dialect_lists_arrays_and_answers_creates_with_an_id(zena: httpx.Client, site: MriVault) -> None:
    assert zena.get("/auth/verify").status_code == 200
    assert len(zena.get("/contacts").json()) == 120
    made = zena.post("/contacts", json={"firstName": "Ruth", "email": "ruth@vale.example"}).json()
    assert list(made) == ["id"]
    assert [one["id"] for one in zena.get("/contacts/search?email=ruth@vale.example").json()] == [made["id"]]
    home = site.homes.ids()[0]
    wanted = {"propertyId": home, "stage": "offer", "contacts": [made["id"]]}
    deal = zena.post("/deals", json=wanted).json()["id"]
    assert deal in [
        one["id"] for one in zena.get("/deals/search", params={"propertyId": home, "stage": "offer"}).json()
    ]
    before = zena.get("/deals").json()
    assert zena.post("/deals", json={"propertyId": "nowhere"}).status_code == 400
    assert zena.get("/deals").json() == before
