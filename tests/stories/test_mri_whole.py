"""MRI Vault takes whole objects: what can be read stays, what cannot is told before; and what tenants differ in."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from crmdesk.demo.mri_vault.site import MriOptions
from crmdesk.demo.server import DemoCrms
from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import EntryState
from crmdesk.domain.reports import RunOutcome
from crmdesk.domain.values import Entry
from tests.judged_crms import judged_sites
from tests.mri_world import KINDS, ROOT, VaultWorld
from tests.stories.conftest import CONTACTS

ALL = (*KINDS, Kind.EVENT)


@pytest.fixture
async def world(running: DemoCrms, tmp_path: Path) -> AsyncIterator[VaultWorld]:
    async with VaultWorld.untouched(running, "mri_vault", tmp_path / "profile") as made:
        yield made


@pytest.fixture(scope="module")
def in_the_uk() -> Iterator[DemoCrms]:
    sites = {"mri_vault": judged_sites()["mri_vault"]}
    with DemoCrms(CONTACTS, crms=sites, mri_vault=MriOptions(uk=True)) as crms:
        yield crms


@pytest.fixture
async def uk(in_the_uk: DemoCrms, tmp_path: Path) -> AsyncIterator[VaultWorld]:
    async with VaultWorld.untouched(in_the_uk, "mri_vault", tmp_path / "profile") as made:
        yield made


def home_of(world: VaultWorld, class_name: str, word: str = "sale") -> dict[str, Any]:
    """A property of that class that is for sale, or to let and nothing else."""
    homes = world.vault.homes.snapshot().values()
    wanted = (one for one in homes if one["class"]["internalName"] == class_name and one[f"{word}Life"])
    return next(one for one in wanted if word == "sale" or not one["saleLife"])


async def edited(world: VaultWorld, home: Mapping[str, Any], price: str = "POA") -> dict[str, Any]:
    """What a property keeps beside what is listed, after its price was changed here."""
    await world.edit(str(home["id"]), {"price": price})
    await world.runs()
    after: dict[str, Any] = world.vault.homes.get(str(home["id"])) or {}
    assert after["displayPrice"] == price
    return after["more"]  # type: ignore[no-any-return] # the demo's own record


# Whole objects


@pytest.mark.parametrize(("class_name", "word"), [("residential", "sale"), ("residential", "lease")])
async def test_what_can_be_read_of_a_property_is_put_back(world: VaultWorld, class_name: str, word: str) -> None:
    home = home_of(world, class_name, word)
    await world.start()
    await world.runs()
    assert world.desk.at_risk(world.item_of(str(home["id"])).id, {"price": "POA"}) == {}
    assert await edited(world, home) == home["more"]


async def test_what_cannot_be_read_is_told_before_the_first_change_and_the_rest_is_put_back(world: VaultWorld) -> None:
    home = home_of(world, "commercial")
    await world.start()
    await world.runs()
    item = world.item_of(str(home["id"]))
    (lost,) = world.desk.at_risk(item.id, {"price": "POA"}).values()
    assert {"internal remarks", "branch", "method of sale", "price on application"} <= set(lost)
    assert not {"selling fee percent", "appraisal price lower", "car spaces", "outgoings text"} & set(lost)
    buyer = world.item_of(world.vault.book.ids()[4])
    assert world.desk.at_risk(item.id, {"buyers": (Entry(str(buyer.id)),)}) == {}
    more = await edited(world, home)
    hidden = {"internalRemarks", "branch", "authorityType", "methodOfsale", "authorityEnd", "priceOnApplication"}
    assert more == {name: value for name, value in home["more"].items() if name not in hidden}
    assert world.desk.at_risk(item.id, {"price": "On request"}) == {}


async def test_who_looks_after_a_contact_and_who_may_edit_it_stays(world: VaultWorld) -> None:
    id_ = next(one for one in world.vault.book.ids() if (world.vault.book.get(one) or {})["emails"])
    before = world.vault.book.get(id_) or {}
    assert before["marketingUsers"]
    await world.start()
    await world.runs()
    assert world.desk.at_risk(world.item_of(id_).id, {"company": "Harbour & Co"}) == {}
    await world.edit(id_, {"company": "Harbour & Co"})
    await world.runs()
    after = world.vault.book.get(id_) or {}
    assert {name for name in after if after[name] != before[name]} == {"company", "updated_at"}


@pytest.mark.parametrize("hidden", [{"name": "forbidden"}, {"name": "status", "status": 404}])
async def test_a_contact_is_not_changed_while_the_search_does_not_show_who_may_edit_it(
    world: VaultWorld, hidden: Mapping[str, Any]
) -> None:
    id_ = next(one for one in world.vault.book.ids() if (world.vault.book.get(one) or {})["emails"])
    before = world.vault.book.get(id_) or {}
    await world.start(kinds=(Kind.CONTACT,))
    await world.runs()
    world.vault.weather.set(**hidden, path=f"{ROOT}/search/contacts/email")
    await world.edit(id_, {"company": "Harbour & Co"})
    await world.runs()
    assert world.vault.book.get(id_) == before
    (entry,) = await world.queue()
    assert entry.state is EntryState.PARKED
    assert "does not show who may edit this contact" in (entry.error or "")
    world.vault.weather.clear()
    await world.desk.retry_entry(entry.id)
    await world.runs()
    after = world.vault.book.get(id_) or {}
    assert {name for name in after if after[name] != before[name]} == {"company", "updated_at"}
    assert await world.problems() == []


async def test_who_may_edit_a_contact_without_an_email_is_told_to_be_at_risk(world: VaultWorld) -> None:
    id_ = world.vault.book.ids()[3]
    world.vault.book.update(id_, {"emails": []})
    await world.start(kinds=(Kind.CONTACT,))
    await world.runs()
    assert world.desk.at_risk(world.item_of(id_).id, {"company": "Quay"}) == {world.account.id: ("editable by",)}


@pytest.mark.beyond_description("names where objects with ids belong")
async def test_what_is_shown_in_a_form_that_nobody_described_is_not_put_back_by_guess(world: VaultWorld) -> None:
    id_ = world.vault.book.ids()[5]
    world.vault.book.update(id_, {"customUnsubscribe": ["newsletter"]})
    await world.start(kinds=(Kind.CONTACT,))
    await world.runs()
    await world.edit(id_, {"company": "Harbour & Co"})
    await world.runs()
    assert [asked.path for asked in world.vault.requests.writes()] == []
    (entry,) = await world.queue()
    assert entry.state is EntryState.PARKED
    assert "“customUnsubscribe” in a form that its API does not describe" in (entry.error or "")
    assert world.item_of(id_).values["company"] == "Harbour & Co"


# The United Kingdom


async def test_addresses_of_the_united_kingdom_are_read_and_told_to_be_at_risk(uk: VaultWorld) -> None:
    await uk.start(kinds=(Kind.CONTACT, Kind.PROPERTY))
    await uk.runs()
    people = {id_: uk.vault.book.get(id_) or {} for id_ in uk.vault.book.ids()}
    mailed = next(id_ for id_, one in people.items() if (one["address"] or {}).get("royalMail"))
    typed = next(id_ for id_, one in people.items() if (one["address"] or {}).get("customAddress"))
    mail = people[mailed]["address"]["royalMail"]
    item = uk.item_of(mailed)
    assert (item.values["city"], item.values["postcode"]) == ("Bath", "BA1 5LN")
    assert str(item.values["street"]).endswith(f"{mail['buildingNumber']} {mail['thoroughfare']}\nWalcot")
    assert uk.item_of(typed).values["postcode"] == "BA2 6LB"
    (lost,) = uk.desk.at_risk(item.id, {"company": "Bath & Co"}).values()
    assert lost[0] == "address"
    await uk.desk.edit(item.id, {"city": "Bristol"})
    await uk.runs()
    (problem,) = await uk.problems()
    assert problem.why.startswith("MRI Vault's API changes no address of the United Kingdom")
    assert (uk.vault.book.get(mailed) or {})["address"]["royalMail"] == mail
    home = next(iter(uk.vault.homes.snapshot().values()))
    assert uk.item_of(str(home["id"])).values["name"] == home["displayAddress"]
    assert {run.outcome for run in (await uk.runs()).values()} == {RunOutcome.SUCCESS}


# Events


async def test_a_cancelled_event_says_so(world: VaultWorld) -> None:
    await world.start(kinds=ALL)
    await world.runs()
    cancelled = {str(id_) for id_, event in world.vault.events.items() if event["isCancelled"]}
    events = {world.remote(item): item.values.get("status") for item in await world.items(kind=Kind.EVENT)}
    assert cancelled
    assert {id_ for id_, status in events.items() if status == "cancelled"} == cancelled
    assert set(events.values()) == {"cancelled", "confirmed", None}
    asked = [one for one in world.vault.requests.all("GET") if one.path == f"{ROOT}/calendar/events"]
    assert all("sort=start" in one.query for one in asked)


# A tenant that lacks an operation


@pytest.mark.parametrize("status", [404, 405])
async def test_a_list_that_the_agency_does_not_have_is_told_and_loses_nothing(world: VaultWorld, status: int) -> None:
    await world.start(kinds=ALL)
    await world.runs()
    before = {kind: len(await world.items(kind=kind)) for kind in Kind}
    for path in (f"{ROOT}/calendar/events", f"{ROOT}/propertyOffers"):
        world.vault.weather.set("status", status=status, path=path)
    runs = await world.runs(full=True)
    assert {runs[kind].outcome for kind in (Kind.CONTACT, Kind.PROPERTY)} == {RunOutcome.SUCCESS}
    told = {problem.record_kind: problem for problem in await world.problems()}
    assert set(told) == {Kind.EVENT, Kind.DEAL}
    assert told[Kind.EVENT].why.startswith("MRI Vault shows this account no list of events")
    assert told[Kind.EVENT].next == "Take events out of the account, or ask MRI Vault for that list."
    assert {kind: len(await world.items(kind=kind)) for kind in Kind} == before
    world.vault.weather.clear()
    assert {run.outcome for run in (await world.runs()).values()} == {RunOutcome.SUCCESS}
    assert await world.problems() == []


async def test_a_change_that_the_agency_s_api_does_not_take_waits_with_its_reason(world: VaultWorld) -> None:
    home = home_of(world, "residential")
    await world.start()
    await world.runs()
    world.vault.weather.set("status", status=405, method="PUT", path=f"{ROOT}/properties/residential")
    await world.edit(str(home["id"]), {"price": "POA"})
    await world.runs()
    (entry,) = await world.queue()
    assert entry.state is EntryState.PARKED
    assert "takes no such change (HTTP 405)" in (entry.error or "")
    assert world.item_of(str(home["id"])).values["price"] == "POA"
    world.vault.weather.clear()
    await world.desk.retry_entry(entry.id)
    await world.runs()
    assert (await world.queue(), (world.vault.homes.get(home["id"]) or {})["displayPrice"]) == ([], "POA")


async def test_a_property_that_no_path_changes_is_not_taken_for_gone(world: VaultWorld) -> None:
    home = home_of(world, "residential")
    await world.start()
    await world.runs()
    world.vault.weather.set("status", status=404, method="GET", path=f"{ROOT}/properties/residential")
    await world.edit(str(home["id"]), {"price": "POA"})
    await world.runs()
    (entry,) = await world.queue()
    assert entry.state is EntryState.PARKED
    assert await world.conflicts() == []
    assert world.vault.homes.get(home["id"]) is not None
