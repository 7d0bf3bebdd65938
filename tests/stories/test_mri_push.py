"""MRI Vault as stories: a push that makes what is named first, finds what is there, and tells what it cannot do."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest

from crmdesk.demo.server import DemoCrms
from crmdesk.domain.accounts import Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import Action, EntryState
from crmdesk.domain.records import Item
from crmdesk.domain.reports import RunOutcome
from crmdesk.domain.values import Entry, Value, texts
from crmdesk.errors import UserInputError
from tests.mri_world import KINDS, VaultWorld, refs, related
from tests.world import emails


@pytest.fixture
async def world(running: DemoCrms, tmp_path: Path) -> AsyncIterator[VaultWorld]:
    async with VaultWorld.untouched(running, "mri_vault", tmp_path / "profile") as made:
        yield made


# Pushing


SELLER: Mapping[str, Value] = {"name": "Ruth van der Vale", "emails": emails("ruth@vale.example"), "role": "vendor"}
PLACE: Mapping[str, Value] = {"name": "7/19 Canning St, Fitzroy", "risk_overview": "Roof", "milestones": "Listed"}


async def a_sale(world: VaultWorld, **more: Value) -> tuple[Item, Item, Item]:
    """A seller, a property and a deal, made on this computer."""
    seller = await world.make(Kind.CONTACT, SELLER)
    place = await world.make(Kind.PROPERTY, {**PLACE, "vendors": refs(seller)})
    values: dict[str, Value] = {
        "property": refs(place),
        "contacts": refs(seller),
        "stage": "offer",
        "risk_level": "high",
        "risk_flags": (Entry("finance"),),
        "next_action": "Call",
        "next_action_owner": "agent",
        "description": "Finance due",
    }
    return seller, place, await world.make(Kind.DEAL, {**values, **more})


async def test_a_push_makes_what_is_named_before_what_names_it(world: VaultWorld) -> None:
    await world.start(Direction.PUSH, "zena")
    seller, place, deal = await a_sale(world)
    runs = await world.runs()
    assert {kind: (run.outcome, run.sent) for kind, run in runs.items()} == dict.fromkeys(
        (Kind.CONTACT, Kind.PROPERTY, Kind.DEAL), (RunOutcome.SUCCESS, 1)
    )
    there = world.vault.zena_deals[world.remote(deal) or ""]
    assert (there["propertyId"], there["contacts"]) == (world.remote(place), [world.remote(seller)])
    assert (there["riskFlags"], there["nextAction"], there["summary"]) == (["finance"], "Call", "Finance due")
    home = world.vault.homes.get(world.remote(place) or "") or {}
    assert (home["saleLife"]["owners"], home["riskOverview"]) == ([world.remote(seller)], "Roof")
    made = world.vault.book.get(world.remote(seller) or "") or {}
    assert (made["firstName"], made["lastName"], made["entityType"]["name"]) == ("Ruth", "van der Vale", "vendor")
    assert world.desk.item(deal.id).values["property"] == refs(place)
    assert len(world.desk.item(deal.id).records) == 1
    posts = world.posts()
    again = await world.runs()
    assert (world.posts(), {run.sent for run in again.values()}) == (posts, {0})


async def test_a_push_finds_what_is_there_and_makes_nothing_twice(world: VaultWorld) -> None:
    vault = world.vault
    seller_id = vault.book.add({"firstName": "Ruth", "lastName": "van der Vale", "displayName": "Ruth van der Vale",
                                "emails": ["ruth@vale.example"], "phoneNumbers": []})  # fmt: skip
    home_id = vault.homes.ids()[0]
    address = (vault.homes.get(home_id) or {})["displayAddress"]
    await world.start(Direction.PUSH, "zena")
    seller, place, deal = await a_sale(world)
    await world.desk.edit(place.id, {"name": address})
    deal_id = next(iter(vault.zena_deals))
    vault.zena_deals[deal_id] |= {
        "propertyId": home_id,
        "stage": "offer",
        "riskLevel": "high",
        "summary": "Finance due",
    }
    await world.runs()
    assert (world.remote(seller), world.remote(place), world.remote(deal)) == (seller_id, home_id, deal_id)
    assert world.posts() == []


async def test_an_address_that_matches_two_is_for_a_person(world: VaultWorld) -> None:
    vault = world.vault
    home = vault.homes.get(vault.homes.ids()[0]) or {}
    twin = vault.homes.add({**home, "saleLife": None, "leaseLife": None})
    await world.start(Direction.PUSH, kinds=(Kind.PROPERTY,))
    item = await world.make(Kind.PROPERTY, {"name": home["displayAddress"].upper()})
    run = (await world.runs())[Kind.PROPERTY]
    assert run.outcome is RunOutcome.PARTIAL
    (entry,) = await world.queue()
    assert (entry.state, set(entry.candidates)) == (EntryState.PARKED, {home["id"], twin})
    assert "2 records with this address" in (await world.problems())[0].why
    await world.desk.choose(entry.id, twin)
    await world.runs()
    assert world.remote(item) == twin
    assert world.posts() == []


async def test_a_deal_whose_property_is_not_there_is_parked_with_a_plain_reason(world: VaultWorld) -> None:
    await world.start(Direction.PUSH, kinds=(Kind.CONTACT, Kind.DEAL))
    seller, place, deal = await a_sale(world)
    await world.runs()
    (entry,) = await world.queue()
    assert (entry.action, entry.state, entry.item_id) == (Action.CREATE, EntryState.PARKED, deal.id)
    (problem,) = await world.problems()
    assert "property" in problem.why
    held = world.desk.item(deal.id)
    assert (held.values["property"], held.values["risk_level"]) == (refs(place), "high")
    with pytest.raises(UserInputError, match="no property “4711”"):
        await world.desk.edit(deal.id, {"property": (Entry("4711"),)})
    assert seller.id


async def test_a_property_that_the_desk_does_not_know_is_no_error(world: VaultWorld) -> None:
    await world.start(kinds=(Kind.DEAL,))
    run = (await world.runs())[Kind.DEAL]
    assert (run.outcome, run.quarantined) == (RunOutcome.SUCCESS, 0)
    deal = (await world.items(kind=Kind.DEAL))[0]
    assert "property" not in deal.values
    assert ("property", None, True) in related(world, deal)
    await world.desk.set_account(world.account.id, kinds=KINDS)
    await world.runs()
    assert len(texts(world.desk.item(deal.id).values["property"])) == 1


async def test_what_an_account_does_not_hold_is_refused_at_once(world: VaultWorld) -> None:
    await world.start(Direction.PUSH, "zena", kinds=(Kind.CONTACT,))
    with pytest.raises(UserInputError, match="not set to hold properties"):
        await world.make(Kind.PROPERTY, PLACE, there=True)
    with pytest.raises(UserInputError, match="has no events"):
        await world.make(Kind.EVENT, {"name": "Auction"}, there=True)
    assert await world.items(kind=Kind.PROPERTY) == []


async def test_the_real_api_takes_an_offer_and_keeps_its_own_stage(world: VaultWorld) -> None:
    vault = world.vault
    offered = {offer["saleLifeId"] for offer in vault.offers.values()}
    home = next(
        one
        for one in vault.homes.snapshot().values()
        if one["saleLife"] and one["saleLife"]["status"] == "listing" and one["saleLife"]["id"] not in offered
    )
    await world.start()
    await world.runs()
    buyer = world.item_of(vault.book.ids()[3])
    deal = await world.make(
        Kind.DEAL,
        {
            "property": refs(world.item_of(home["id"])),
            "contacts": refs(buyer),
            "price": "990000",
            "stage": "Negotiating",
            "risk_level": "low",
        },
        there=True,
    )
    run = (await world.runs())[Kind.DEAL]
    assert run.outcome is RunOutcome.SUCCESS
    assert world.remote(deal) == f"{home['id']}/sale/{home['saleLife']['id']}"
    item = world.desk.item(deal.id)
    records = {record.account_id: record.values for record in item.records}
    assert records[1] == {"stage": "Negotiating", "risk_level": "low"}
    assert item.values["contacts"] == refs(buyer)
    assert vault.offers[max(vault.offers)]["contact"]["id"] == int(vault.book.ids()[3])


async def test_what_a_deal_cannot_take_holds_back_nothing_else(world: VaultWorld) -> None:
    await world.start()
    await world.runs()
    offer = next(iter(world.vault.offers.values()))
    life = offer["saleLifeId"]
    home = next(one for one in world.vault.homes.snapshot().values() if (one["saleLife"] or {}).get("id") == life)
    deal = world.item_of(f"{home['id']}/sale/{life}")
    await world.desk.edit(deal.id, {"price": "a lot", "settles": "2027-01-31", "description": "60 days"})
    run = (await world.runs())[Kind.DEAL]
    assert (run.sent, run.not_accepted) == (1, 2)
    assert (offer["details"], world.vault.offers[offer["id"]]["offerPrice"]) == ("60 days", offer["offerPrice"])
    told = {problem.field: problem.why for problem in await world.problems()}
    assert told.keys() == {"price", "settles"}
    assert told["settles"].startswith("The settlement is set in MRI Vault itself.")
    assert told["price"].startswith("A price is sent as a number, and “a lot” is none.")
    assert world.desk.item(deal.id).values["settles"] == "2027-01-31"
    await world.desk.edit(deal.id, {"price": "77"})
    await world.runs()
    assert world.vault.offers[offer["id"]]["offerPrice"] == 77
    assert {problem.field for problem in await world.problems()} == {"settles"}


async def test_a_new_deal_says_in_the_same_run_what_was_not_taken(world: VaultWorld) -> None:
    home = next(one for one in world.vault.homes.snapshot().values() if one["class"]["id"] == 2 and one["saleLife"])
    await world.start()
    await world.runs()
    place = refs(world.item_of(home["id"]))
    values: Mapping[str, Value] = {"property": place, "stage": "Talks", "price": "2000000", "description": "Vacant"}
    deal = await world.make(Kind.DEAL, values, there=True)
    run = (await world.runs())[Kind.DEAL]
    assert (run.outcome, run.not_accepted) == (RunOutcome.PARTIAL, 1)
    made = world.vault.deals[max(world.vault.deals)]
    assert (made["salePrice"], made.get("outgoingsText")) == (2000000, None)
    (problem,) = await world.problems()
    assert problem.what == "Vault did not take Summary"
    assert problem.why.startswith("MRI Vault has no text with the deal of a commercial property.")
    assert world.desk.item(deal.id).values["description"] == "Vacant"


async def test_a_new_deal_of_a_life_that_is_one_already_is_that_one(world: VaultWorld) -> None:
    offer = next(iter(world.vault.offers.values()))
    life = offer["saleLifeId"]
    home = next(one for one in world.vault.homes.snapshot().values() if (one["saleLife"] or {}).get("id") == life)
    await world.start(kinds=(Kind.CONTACT, Kind.PROPERTY))
    await world.runs()
    await world.desk.set_account(world.account.id, direction=Direction.PUSH, kinds=KINDS)
    offers = dict(world.vault.offers)
    place, buyer = world.item_of(home["id"]), world.item_of(world.vault.book.ids()[3])
    values: Mapping[str, Value] = {"property": refs(place), "contacts": refs(buyer), "stage": "Talks", "price": "1"}
    deal = await world.make(Kind.DEAL, values, there=True)
    await world.runs()
    assert world.remote(deal) == f"{home['id']}/sale/{life}"
    assert world.vault.offers == offers
    assert world.posts() == []


async def test_people_of_a_deal_are_changed_by_our_ids_and_sent_by_theirs(world: VaultWorld) -> None:
    await world.start()
    await world.runs()
    deals = {world.remote(one) or "": one for one in await world.items(kind=Kind.DEAL)}
    deal = next(item for id_, item in deals.items() if "/sale/" in id_ and "deals" not in id_)
    home_id, _, _ = (world.remote(deal) or "").split("/")
    one, other = (world.item_of(id_) for id_ in world.vault.book.ids()[7:9])
    local = await world.make(Kind.CONTACT, {"name": "Nobody There"})
    await world.desk.edit(deal.id, {"contacts": refs(one, other, local)})
    await world.runs()
    life = (world.vault.homes.get(home_id) or {})["saleLife"]
    assert life["purchasers"] == world.vault.book.ids()[7:9]
    item = world.desk.item(deal.id)
    assert item.values["contacts"] == refs(one, other, local)
    records = {record.account_id: record.values for record in item.records}
    assert records[1] == {"contacts": (Entry(f"item:{local.id}"),)}
    await world.desk.edit(deal.id, {"contacts": refs(other)})
    await world.runs()
    assert (world.vault.homes.get(home_id) or {})["saleLife"]["purchasers"] == [world.vault.book.ids()[8]]
    assert world.desk.item(deal.id).values["contacts"] == refs(other)


async def test_a_deal_waits_for_its_property_whose_create_is_late(world: VaultWorld) -> None:
    await world.start(Direction.PUSH, "zena")
    await world.runs()
    world.vault.weather.set("down", method="POST", path="/api/v1/properties")
    seller, place, deal = await a_sale(world)
    await world.runs()
    states = {entry.kind: entry.state for entry in await world.queue()}
    assert states == {Kind.PROPERTY: EntryState.PENDING, Kind.DEAL: EntryState.PENDING}
    world.vault.weather.clear()
    await world.later(3600)
    await world.runs()
    assert await world.queue() == []
    assert world.vault.zena_deals[world.remote(deal) or ""]["propertyId"] == world.remote(place)
    assert seller.id


@pytest.mark.parametrize("fault", ["lost", "truncated"])
async def test_a_lost_answer_makes_no_second_property_or_deal(world: VaultWorld, fault: str) -> None:
    await world.start(Direction.PUSH, "zena")
    await world.runs()
    homes, deals = world.vault.homes.count, len(world.vault.zena_deals)
    await a_sale(world)
    for name in ("properties", "deals"):
        world.vault.weather.set(fault, times=1, method="POST", path=f"/api/v1/{name}")
    for _ in range(4):
        await world.runs()
        await world.later(3600)
    assert (world.vault.homes.count, len(world.vault.zena_deals)) == (homes + 1, deals + 1)
    assert await world.queue() == []
