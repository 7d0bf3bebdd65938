"""MRI Vault as stories: four kinds and what they say of one another, merges told there, a push that finds first."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from crmdesk.demo.mri_vault import MriVault
from crmdesk.demo.server import DemoCrms
from crmdesk.domain.accounts import Account, Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import Action, EntryState
from crmdesk.domain.records import Item
from crmdesk.domain.reports import Run, RunOutcome
from crmdesk.domain.values import Entry, Patch, Value, texts
from crmdesk.errors import UserInputError
from tests.world import World, emails

KINDS = (Kind.DEAL, Kind.CONTACT, Kind.PROPERTY)  # in no good order
ROOT = "/api/v1.3"


class VaultWorld(World):
    """A desk and a demo MRI Vault."""

    @property
    def vault(self) -> MriVault:
        """The CRM, to look into and to stir."""
        site = self.crms.sites["mri_vault"]
        assert isinstance(site, MriVault)
        return site

    async def start(
        self, direction: Direction = Direction.TWO_WAY, api: str = "v1.3", kinds: tuple[Kind, ...] = KINDS, **more: str
    ) -> Account:
        """Open the desk and connect the agency."""
        await self.open()
        there = self.crms.account("mri_vault", api)
        given = {"base_url": there.base_url, **there.settings, **more}
        secrets = json.loads(there.secret)
        self.account = await self.desk.add_account("mri_vault", "Vault", given, secrets, direction, kinds)
        return self.account

    async def runs(self, **options: bool) -> dict[Kind, Run]:
        """Sync, and give the run of each kind."""
        return {run.kind: run for run in await self.desk.sync([self.account.id], **options)}

    async def make(self, kind: Kind, patch: Patch, *, there: bool = False) -> Item:
        """The user makes something on this computer, or in the CRM too."""
        return await self.desk.new(kind, patch, [self.account.id] if there else ())

    def remote(self, item: Item) -> str | None:
        """The id of an item in the CRM."""
        return self.record(item).remote_id

    def posts(self) -> list[str]:
        """What was created there, in order."""
        return [asked.path for asked in self.vault.requests.writes() if asked.method == "POST" and asked.status < 300]


@pytest.fixture
async def world(running: DemoCrms, tmp_path: Path) -> AsyncIterator[VaultWorld]:
    running.sites["mri_vault"].reset()
    made = VaultWorld(running, tmp_path / "profile")
    yield made
    if hasattr(made, "desk"):
        await made.close()


def refs(*items: Item) -> tuple[Entry, ...]:
    """Items as people name them."""
    return tuple(Entry(str(item.id)) for item in items)


def related(world: VaultWorld, item: Item) -> set[tuple[str, int | None, bool]]:
    return {(one.field, one.item_id, one.outgoing) for one in world.desk.related(item.id)}


# Pulling


async def test_the_first_sync_brings_all_kinds_and_what_they_say_of_one_another(world: VaultWorld) -> None:
    await world.start(kinds=(*KINDS, Kind.EVENT))
    runs = await world.runs()
    assert list(runs) == [Kind.CONTACT, Kind.PROPERTY, Kind.DEAL, Kind.EVENT]
    assert {run.outcome for run in runs.values()} == {RunOutcome.SUCCESS}
    assert all(run.balanced for run in runs.values())
    assert runs[Kind.CONTACT].new == world.vault.book.count
    offer = next(iter(world.vault.offers.values()))
    home = next(
        h for h in world.vault.homes.snapshot().values() if (h["saleLife"] or {}).get("id") == offer["saleLifeId"]
    )
    deal = world.item_of(f"{home['id']}/sale/{offer['saleLifeId']}")
    place = world.item_of(home["id"])
    assert place.kind is Kind.PROPERTY
    assert deal.values["property"] == refs(place)
    people = [world.item_of(one) for one in home["saleLife"]["purchasers"] or [str(offer["contact"]["id"])]]
    assert deal.values["contacts"] == refs(*people)
    assert ("contacts", deal.id, False) in related(world, people[0])
    assert ("property", deal.id, False) in related(world, place)
    assert {field for field, _, outgoing in related(world, place) if outgoing} >= {"vendors"}
    again = await world.runs()
    assert all((run.new, run.changed, run.removed) == (0, 0, 0) for run in again.values())


async def test_the_next_sync_asks_for_what_changed_alone(world: VaultWorld) -> None:
    await world.start(kinds=(Kind.CONTACT, Kind.PROPERTY))
    await world.runs()
    changed = world.vault.somebody_else("edit", world.vault.book.ids()[5], {"company": "Moved On"})
    before = world.vault.requests.total
    runs = await world.runs()
    assert world.item_of(changed).values["company"] == "Moved On"
    assert runs[Kind.CONTACT].changed == 1
    lists = [asked for asked in world.vault.requests.all("GET") if asked.path == f"{ROOT}/contacts"]
    assert "modifiedSince" in lists[-1].query
    assert world.vault.requests.total - before < 12
    world.wall(days=8)
    assert (await world.runs())[Kind.CONTACT].balanced


async def test_a_reported_removal_goes_to_the_trash_with_its_reason(world: VaultWorld) -> None:
    await world.start(kinds=(Kind.CONTACT,))
    await world.runs()
    gone = world.vault.book.ids()[2]
    item = world.item_of(gone)
    world.vault.somebody_else("delete", gone)
    run = (await world.runs())[Kind.CONTACT]
    assert run.removed == 1
    assert world.desk.item(item.id).trash_reason == "It was deleted in Vault."
    assert (await world.runs())[Kind.CONTACT].removed == 0


async def test_a_reported_flood_of_removals_is_held_back(world: VaultWorld) -> None:
    await world.start(kinds=(Kind.CONTACT,))
    await world.runs()
    for id_ in world.vault.book.ids()[:25]:
        world.vault.somebody_else("delete", id_)
    run = (await world.runs())[Kind.CONTACT]
    assert (run.outcome, run.removed) == (RunOutcome.NEEDS_REVIEW, 0)
    await world.desk.review(world.account.id, True)
    assert world.vault.book.count == len(await world.items(include_hidden=True))


# Merges


async def merge(world: VaultWorld, loser: str, keep: str) -> None:
    world.vault.somebody_else("merge", loser, into=keep)


async def test_two_merged_there_are_one_here(world: VaultWorld) -> None:
    await world.start(kinds=(Kind.CONTACT,))
    await world.runs()
    loser, keep = world.vault.book.ids()[:2]
    lost, kept = world.item_of(loser), world.item_of(keep)
    total = len(await world.items())
    await merge(world, loser, keep)
    await world.runs()
    assert len(await world.items()) == total - 1
    assert [record.remote_id for record in world.desk.item(kept.id).records] == [keep]
    with pytest.raises(Exception, match=str(lost.id)):
        world.desk.item(lost.id)
    assert await world.conflicts() == []
    again = (await world.runs(full=True))[Kind.CONTACT]
    assert (again.balanced, again.removed) == (True, 0)


async def test_unsent_edits_of_the_loser_become_edits_of_the_survivor(world: VaultWorld) -> None:
    await world.start(kinds=(Kind.CONTACT,))
    await world.runs()
    loser, keep = world.vault.book.ids()[:2]
    for id_ in (loser, keep):
        world.vault.book.update(id_, {"company": None, "position": "Agent"})
    await world.runs()
    world.vault.weather.set("down", method="PUT")
    await world.edit(loser, {"company": "Harbour & Co"})
    await merge(world, loser, keep)
    await world.runs()
    world.vault.weather.clear()
    await world.later(3600)
    await world.runs()
    assert world.vault.book.get(keep)["company"] == "Harbour & Co"  # type: ignore[index] # it is there
    assert world.item_of(keep).values["company"] == "Harbour & Co"
    assert await world.queue() == []
    assert await world.conflicts() == []


async def test_an_edit_of_the_loser_that_differs_from_the_survivor_is_a_conflict(world: VaultWorld) -> None:
    await world.start(kinds=(Kind.CONTACT,))
    loser, keep = world.vault.book.ids()[:2]
    world.vault.book.update(loser, {"company": "Old Co"})
    world.vault.book.update(keep, {"company": "Survivor Co"})
    await world.runs()
    world.vault.weather.set("down", method="PUT")
    await world.edit(loser, {"company": "Typed Co"})
    await merge(world, loser, keep)
    await world.runs()
    world.vault.weather.clear()
    await world.later(3600)
    await world.runs()
    (conflict,) = await world.conflicts()
    assert (conflict.field, conflict.base, conflict.mine, conflict.theirs, conflict.remote_id) == (
        "company", "Old Co", "Typed Co", "Survivor Co", keep,
    )  # fmt: skip
    assert world.vault.book.get(keep)["company"] == "Survivor Co"  # type: ignore[index] # it is there
    await world.desk.resolve([conflict.id], "mine")
    await world.runs()
    assert world.vault.book.get(keep)["company"] == "Typed Co"  # type: ignore[index] # it is there


async def test_a_merge_into_somebody_new_here_keeps_the_contact(world: VaultWorld) -> None:
    await world.start(kinds=(Kind.CONTACT,))
    await world.runs()
    loser = world.vault.book.ids()[0]
    item = world.item_of(loser)
    keep = world.vault.somebody_else("create")
    await merge(world, loser, keep)
    await world.runs()
    assert world.item_of(keep).id == item.id
    assert [record.remote_id for record in world.desk.item(item.id).records] == [keep]


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
    assert vault.offers[max(vault.offers)]["contact"] == {"id": int(vault.book.ids()[3])}


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


# Signing in and out


async def test_disconnecting_removes_the_credentials(world: VaultWorld) -> None:
    account = await world.start()
    secrets: dict[str, Any] | None = await world.desk._vault.get(str(account.id), "sign-in")
    assert secrets is not None
    assert set(secrets) == {"api_key", "token"}
    await world.desk.remove_account(account.id)
    assert await world.desk._vault.get(str(account.id), "sign-in") is None
    held = b"".join(path.read_bytes() for path in world.directory.parent.rglob("*") if path.is_file())
    assert all(secret.encode() not in held for secret in secrets.values())
