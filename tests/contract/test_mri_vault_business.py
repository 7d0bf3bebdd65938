"""Properties and deals of MRI Vault's v1.3: lives, offers and commercial deals become what the desk calls a deal."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Any

import pytest

from crmdesk.demo.mri_vault.twin import MriVault
from crmdesk.demo.server import DemoCrms
from crmdesk.domain.fields import Kind
from crmdesk.domain.values import Entry, Value, texts
from crmdesk.errors import AlreadyExists, BadResponse, Rejected, RemoteGone, Unsupported
from crmdesk.providers.contract import Access, LookupKey, Page, Provider, RemoteId, RemoteRecord
from crmdesk.providers.registry import connect
from tests.contract.patient_clock import PatientClock

AGREED = ("conditional", "unconditional", "settled")


@pytest.fixture
def site(crms: DemoCrms) -> MriVault:
    found = crms.sites["mri_vault"]
    assert isinstance(found, MriVault)
    found.reset()
    return found


@pytest.fixture
async def vault(crms: DemoCrms, site: MriVault) -> AsyncIterator[Provider]:
    there = crms.account("mri_vault", "v1.3")
    settings = {"base_url": there.base_url, "page_size": "10"}
    account = connect("mri_vault", settings, json.loads(there.secret), Access(PatientClock()))
    yield account
    await account.close()


async def pages_of(vault: Provider, kind: Kind) -> list[Page]:
    async with aclosing(vault.pages(kind, None)) as pages:
        return [page async for page in pages]


async def listed(vault: Provider, kind: Kind) -> dict[str, RemoteRecord]:
    payloads = [payload for page in await pages_of(vault, kind) for payload in page.payloads]
    return {record.id: record for record in (vault.read(kind, payload) for payload in payloads)}


def homes(site: MriVault) -> list[dict[str, Any]]:
    return list(site.homes.snapshot().values())


def listing(site: MriVault) -> dict[str, Any]:
    """A property for sale, and no more than that."""
    offered = {offer["saleLifeId"] for offer in site.offers.values()}
    return next(
        one
        for one in homes(site)
        if one["saleLife"] and one["saleLife"]["status"] == "listing" and one["saleLife"]["id"] not in offered
    )


def agreed(site: MriVault) -> dict[str, Any]:
    """A property whose sale is agreed upon, without an offer."""
    home = listing(site)
    site.homes.update(home["id"], {"saleLife": {**home["saleLife"], "status": "conditional"}})
    return home


# Properties


async def test_properties_come_with_their_people_and_their_state(vault: Provider, site: MriVault) -> None:
    found = await listed(vault, Kind.PROPERTY)
    assert list(found) == site.homes.ids()
    sold = next(home for home in homes(site) if home["saleLife"] and home["saleLife"]["purchasers"])
    thin = found[sold["id"]]
    assert not {"vendors", "buyers", "status"} & thin.fields
    (whole,) = await vault.details(Kind.PROPERTY, [RemoteId(sold["id"])])
    assert isinstance(whole, RemoteRecord)
    assert whole.values["name"] == sold["displayAddress"]
    assert texts(whole.values["vendors"]) == sold["saleLife"]["owners"]
    assert texts(whole.values["buyers"]) == sold["saleLife"]["purchasers"]
    assert whole.values["status"] == sold["saleLife"]["status"]


async def test_people_that_the_token_may_not_see_are_unknown_not_empty(vault: Provider, site: MriVault) -> None:
    home = next(home for home in homes(site) if home["saleLife"])
    path = f"/api/v1.3/properties/{home['id']}/sale/{home['saleLife']['id']}/owners"
    site.weather.set("forbidden", path=path)
    record = await vault.fetch(Kind.PROPERTY, RemoteId(home["id"]))
    assert "vendors" not in record.fields
    assert "buyers" in record.fields


async def test_without_people_a_list_says_all(crms: DemoCrms, site: MriVault) -> None:
    there = crms.account("mri_vault", "v1.3")
    settings = {"base_url": there.base_url, "people": "off"}
    account = connect("mri_vault", settings, json.loads(there.secret), Access(PatientClock()))
    assert not account.kind_info(Kind.PROPERTY).lists_summaries
    await listed(account, Kind.PROPERTY)
    assert all(asked.path == "/api/v1.3/properties" for asked in site.requests.all())
    await account.close()


async def test_a_property_is_found_by_its_address_however_spelled(vault: Provider, site: MriVault) -> None:
    home = homes(site)[0]
    short, _, suburb = home["displayAddress"].rpartition(",")
    long = short.removesuffix(" St").removesuffix(" Tce") + (" Street" if short.endswith(" St") else " Terrace")
    for typed in (f"{short},{suburb}".upper(), f"  {long} , {suburb}", f"{short} {suburb}"):
        found = await vault.find(Kind.PROPERTY, LookupKey({"name": typed}))
        assert [record.id for record in found] == [home["id"]]
    twin = site.homes.add({**home, "saleLife": None, "leaseLife": None})
    found = await vault.find(Kind.PROPERTY, LookupKey({"name": home["displayAddress"]}))
    assert {record.id for record in found} == {home["id"], twin}
    assert await vault.find(Kind.PROPERTY, LookupKey({"name": "1 Nowhere Rd, Carlton"})) == []
    assert await vault.find(Kind.PROPERTY, LookupKey({"name": "x"})) == []


async def test_a_property_is_made_as_a_prospect_with_its_suburb_and_its_people(vault: Provider, site: MriVault) -> None:
    vendor = site.book.ids()[3]
    values: dict[str, Value] = {
        "name": "7/19 Canning Street, Fitzroy VIC 3065",
        "description": "Light",
        "price": "$900,000",
        "vendors": (Entry(vendor),),
        "buyers": (),
    }
    made = await vault.create(Kind.PROPERTY, {key: value for key, value in values.items() if value}, key="1" * 32)
    assert (made.values["name"], made.values["status"]) == ("7/19 Canning Street, Fitzroy", "prospect")
    assert made.values["vendors"] == (Entry(vendor),)
    sent = json.loads(next(one.body or "" for one in site.requests.writes() if one.method == "POST"))
    assert sent["address"]["suburb"] == {"id": 502}
    for wrong in ("somewhere", "7 Canning St", "7 Canning St, Atlantis"):
        with pytest.raises(Rejected) as refused:
            await vault.create(Kind.PROPERTY, {"name": wrong}, key="1" * 32)
        assert "name" in refused.value.fields
    with pytest.raises(Rejected):
        await vault.create(Kind.PROPERTY, {"name": values["name"], "property_class": "castle"}, key="1" * 32)


async def test_an_update_keeps_what_only_the_class_shows(vault: Provider, site: MriVault) -> None:
    home = next(one for one in homes(site) if one["saleLife"] and one["class"]["id"] == 1)
    current = await vault.fetch(Kind.PROPERTY, RemoteId(home["id"]))
    buyer = site.book.ids()[1]
    after = await vault.update(Kind.PROPERTY, current, {"description": None, "price": "POA", "buyers": (Entry(buyer),)})
    assert "description" not in after.values
    assert (after.values["price"], after.values["buyers"]) == ("POA", (Entry(buyer),))
    stored = site.homes.get(home["id"]) or {}
    assert stored["more"] == home["more"]
    assert stored["address"] == home["address"]


# Deals


async def test_a_deal_is_a_life_that_came_to_something_or_a_commercial_deal(vault: Provider, site: MriVault) -> None:
    deals = await listed(vault, Kind.DEAL)
    offered = {offer["saleLifeId"] for offer in site.offers.values()}
    expected = set()
    for home in homes(site):
        for word in ("sale", "lease"):
            life = home[f"{word}Life"]
            if not life or home["class"]["id"] == 2:
                continue
            if life["status"] in AGREED or (word == "sale" and life["id"] in offered):
                expected.add(f"{home['id']}/{word}/{life['id']}")
    expected |= {f"{deal['home']}/deals/{deal['word']}/{deal['id']}" for deal in site.deals.values()}
    assert set(deals) == expected
    for id_, deal in deals.items():
        assert texts(deal.values["property"]) == [id_.split("/")[0]]


async def test_a_sale_and_a_lease_of_one_property_are_two_deals(vault: Provider, site: MriVault) -> None:
    home = next(one for one in homes(site) if one["saleLife"] and one["leaseLife"] and one["class"]["id"] == 1)
    lives = {name: {**home[name], "status": "conditional"} for name in ("saleLife", "leaseLife")}
    site.homes.update(home["id"], lives)
    assert lives["saleLife"]["id"] == lives["leaseLife"]["id"]
    deals = await listed(vault, Kind.DEAL)
    assert {f"{home['id']}/{word}/{lives['saleLife']['id']}" for word in ("sale", "lease")} <= set(deals)


async def test_the_details_of_a_deal_tell_people_price_and_settlement(vault: Provider, site: MriVault) -> None:
    offer = next(iter(site.offers.values()))
    home = next(one for one in homes(site) if one["saleLife"] and one["saleLife"]["id"] == offer["saleLifeId"])
    deal = await vault.fetch(Kind.DEAL, RemoteId(f"{home['id']}/sale/{offer['saleLifeId']}"))
    assert deal.values["name"] == home["displayAddress"]
    assert deal.values["price"] == str(offer["offerPrice"])
    assert deal.values["description"] == "Subject to finance"
    people = home["saleLife"]["purchasers"] or [str(offer["contact"]["id"])]
    assert texts(deal.values["contacts"]) == people
    commercial = next(iter(site.deals.values()))
    id_ = RemoteId(f"{commercial['home']}/deals/{commercial['word']}/{commercial['id']}")
    deal = await vault.fetch(Kind.DEAL, id_)
    assert (deal.values["settles"], deal.values["stage"]) == ("2026-09-30", commercial["status"])
    for nobody in ("19", "1/sale/2", "20001/deals/sale/5", "../contacts"):
        with pytest.raises(RemoteGone):
            await vault.fetch(Kind.DEAL, RemoteId(nobody))


async def test_the_property_of_a_commercial_deal_is_looked_for_once(vault: Provider, site: MriVault) -> None:
    await listed(vault, Kind.DEAL)
    asked = [one for one in site.requests.all() if one.path.count("/") == 6 and "/deals/" in one.path]
    assert asked
    await listed(vault, Kind.DEAL)
    again = [one for one in site.requests.all() if one.path.count("/") == 6 and "/deals/" in one.path]
    assert len(again) == len(asked)


async def test_lists_that_lost_something_prove_no_deal_gone(vault: Provider, site: MriVault) -> None:
    whole = (await pages_of(vault, Kind.DEAL))[-1]
    assert whole.total == len(whole.payloads)
    for path, switch, options in (
        ("/api/v1.3/properties/sale", "moving_page", {"repeat": 1, "lose": 1}),
        ("/api/v1.3/properties/sale", "bad_record", {"what": "no_id"}),
        ("/api/v1.3/properties/lease", "wrong_total", {"by": 1}),
        ("/api/v1.3/propertyOffers", "wrong_total", {"by": 1}),
        ("/api/v1.3/properties/deals/sale", "bad_record", {"what": "null_id"}),
    ):
        site.weather.set(switch, path=path, **options)
        pages = await pages_of(vault, Kind.DEAL)
        assert (pages[-1].total or 0) > sum(len(page.payloads) for page in pages), (path, switch)
        assert not any(b"None" in payload for page in pages for payload in page.payloads)
        site.weather.clear()


async def test_a_refused_part_of_the_deals_fails_the_run(vault: Provider, site: MriVault) -> None:
    for path in ("/api/v1.3/propertyOffers", "/api/v1.3/properties/deals/sale", "/api/v1.3/properties/lease"):
        site.weather.set("forbidden", path=path)
        with pytest.raises(Exception, match=r"not allowed|may not read"):
            await listed(vault, Kind.DEAL)
        site.weather.clear()
    site.weather.set("html", path="/api/v1.3/properties/deals/lease")
    with pytest.raises(BadResponse):
        await listed(vault, Kind.DEAL)


async def test_an_offer_makes_a_deal_and_is_found_by_property_and_stage(vault: Provider, site: MriVault) -> None:
    home = listing(site)
    place: tuple[Entry, ...] = (Entry(home["id"]),)
    key = LookupKey({"property": place, "stage": "Offer"})
    assert await vault.find(Kind.DEAL, key) == []
    buyer = site.book.ids()[2]
    values: dict[str, Value] = {
        "property": place,
        "contacts": (Entry(buyer),),
        "price": "$1,250,000",
        "description": "60 days",
    }
    made = await vault.create(Kind.DEAL, values, key="1" * 32)
    assert made.id == f"{home['id']}/sale/{home['saleLife']['id']}"
    assert (made.values["stage"], made.values["price"]) == ("offer", "1250000")
    assert [record.id for record in await vault.find(Kind.DEAL, key)] == [made.id]
    after = await vault.update(Kind.DEAL, made, {"price": "1260000", "description": None, "settles": "2027-01-01"})
    assert (after.values["price"], "description" in after.values) == ("1260000", False)
    assert "settles" not in after.values
    assert after.fixed == {"settles": "The settlement is set in MRI Vault itself"}
    with pytest.raises(Unsupported):
        await vault.delete(Kind.DEAL, made.id)


async def test_a_life_that_is_a_deal_already_gets_no_second_offer(vault: Provider, site: MriVault) -> None:
    home = agreed(site)
    place, known = (Entry(home["id"]),), f"{home['id']}/sale/{home['saleLife']['id']}"
    for stage in ("Negotiating", "conditional", "settled"):
        found = await vault.find(Kind.DEAL, LookupKey({"property": place, "stage": stage}))
        assert [record.id for record in found] == [known]
    with pytest.raises(AlreadyExists) as met:
        await vault.create(Kind.DEAL, {"property": place, "contacts": (Entry(site.book.ids()[2]),)}, key="1" * 32)
    assert met.value.remote_id == known
    assert site.requests.writes() == []


async def test_an_offer_on_a_commercial_property_is_no_second_deal_of_it(vault: Provider, site: MriVault) -> None:
    home = next(one for one in homes(site) if one["class"]["id"] == 2 and one["saleLife"])
    before = set(await listed(vault, Kind.DEAL))
    life = home["saleLife"]["id"]
    site.offers[60999] = {**next(iter(site.offers.values())), "id": 60999, "saleLifeId": life}
    assert set(await listed(vault, Kind.DEAL)) == before
    with pytest.raises(RemoteGone, match="beside"):
        await vault.fetch(Kind.DEAL, RemoteId(f"{home['id']}/sale/{life}"))


async def test_what_a_deal_takes_no_change_of_is_told_and_the_rest_is_sent(vault: Provider, site: MriVault) -> None:
    let = next(one for one in homes(site) if one["class"]["id"] == 1 and one["leaseLife"])
    site.homes.update(let["id"], {"leaseLife": {**let["leaseLife"], "status": "conditional"}})
    lease = await vault.fetch(Kind.DEAL, RemoteId(f"{let['id']}/lease/{let['leaseLife']['id']}"))
    assert lease.fixed.keys() == {"settles", "contacts", "price", "description"}
    sold = agreed(site)
    sale = await vault.fetch(Kind.DEAL, RemoteId(f"{sold['id']}/sale/{sold['saleLife']['id']}"))
    assert sale.fixed.keys() == {"settles", "price", "description"}
    people = (Entry(site.book.ids()[5]),)
    after = await vault.update(Kind.DEAL, sale, {"contacts": people, "price": "5", "settles": None})
    assert (after.values["contacts"], after.values.get("settles")) == (people, sale.values.get("settles"))


async def test_a_commercial_deal_is_made_changed_and_deleted(vault: Provider, site: MriVault) -> None:
    home = next(one for one in homes(site) if one["class"]["id"] == 2 and one["saleLife"])
    people = (Entry(site.book.ids()[2]),)
    values: dict[str, Value] = {
        "property": (Entry(home["id"]),),
        "contacts": people,
        "price": "2000000",
        "settles": "2027-01-31",
    }
    made = await vault.create(Kind.DEAL, {**values, "description": "Vacant in March"}, key="1" * 32)
    assert {**values, **made.values} == made.values
    assert "description" not in made.fields
    assert made.fixed == {"description": "MRI Vault has no text with the deal of a commercial property"}
    after = await vault.update(Kind.DEAL, made, {"settles": "2027-02-28"})
    assert (after.values["settles"], after.values["contacts"]) == ("2027-02-28", people)
    await vault.delete(Kind.DEAL, made.id)
    await vault.delete(Kind.DEAL, made.id)
    assert made.id not in await listed(vault, Kind.DEAL)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"price": "1"}, "property"),
        ({"property": (Entry("99999999"),)}, "property"),
        ({"property": "a listing", "contacts": (Entry("10001"),), "price": "a lot"}, "price"),
        ({"property": "a listing"}, "contacts"),
    ],
)
async def test_a_deal_that_cannot_be_made_is_refused_with_the_field(
    vault: Provider, site: MriVault, values: dict[str, Value], field: str
) -> None:
    place = {"property": (Entry(listing(site)["id"]),)} if values.get("property") == "a listing" else {}
    with pytest.raises(Rejected) as refused:
        await vault.create(Kind.DEAL, {**values, **place}, key="1" * 32)
    assert field in refused.value.fields
    assert site.requests.writes() == []
