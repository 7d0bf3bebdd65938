"""Linking says that records stand for the same, loses nothing, and can be taken back exactly."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from crmdesk.demo.server import DemoCrms
from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import EntryState
from crmdesk.domain.records import Item
from crmdesk.domain.values import Value, texts
from crmdesk.errors import UserInputError
from tests.mri_world import VaultWorld, refs


@pytest.fixture
async def world(running: DemoCrms, tmp_path: Path) -> AsyncIterator[VaultWorld]:
    async with VaultWorld.untouched(running, "mri_vault", tmp_path / "profile") as made:
        yield made


def state_of(item: Item) -> tuple[int, dict[str, Value], list[tuple[int, dict[str, Value]]]]:
    """What of an item must come back: its id, what it shows, and its records with their values."""
    return item.id, dict(item.values), [(record.id, dict(record.values)) for record in item.records]


async def here(world: VaultWorld, **values: Value) -> Item:
    return await world.desk.new(Kind.CONTACT, values)


async def test_what_was_linked_comes_back_as_it_was_under_its_own_id(world: VaultWorld) -> None:
    """With what this computer alone holds of each, and with its pins and its draft on the way there."""
    await world.start(kinds=(Kind.CONTACT,))
    await world.runs()
    ada = await here(world, name="Ada Quill", company="Inkwell")
    theirs = next(item for item in await world.items() if item.id != ada.id)
    await world.desk.edit(theirs.id, {"instagram": "@kept_here"})
    theirs = world.desk.item(theirs.id)
    assert len(theirs.records) == 2
    before = [state_of(ada), state_of(theirs)]
    await world.desk.keep_draft(theirs.id, {"company": "Typed"})
    linked = await world.desk.link([ada.id, theirs.id])
    assert linked.id == ada.id
    assert linked.values["instagram"] == "@kept_here"
    assert world.desk.draft(ada.id) == {"company": "Typed"}
    assert world.desk.find_item(str(theirs.id)).id == ada.id
    apart = await world.desk.unlink(ada.id, world.account.id)
    assert [state_of(world.desk.item(ada.id)), state_of(apart)] == before


async def test_two_contacts_of_this_computer_can_be_parted_again(world: VaultWorld) -> None:
    await world.open()
    ada, ben = await here(world, name="Ada Quill"), await here(world, name="Ada Quill", company="Inkwell")
    await world.desk.link([ada.id, ben.id])
    apart = await world.desk.unlink(ada.id, ada.records[0].account_id)
    assert (apart.id, apart.values) == (ben.id, ben.values)
    assert world.desk.item(ada.id).values == ada.values
    with pytest.raises(UserInputError):
        await world.desk.unlink(ada.id, ada.records[0].account_id)


async def test_what_names_a_linked_item_names_the_one_it_became(world: VaultWorld) -> None:
    await world.open()
    seller, twin = await here(world, name="Ruth Vale"), await here(world, name="Ruth Vale")
    place = await world.make(Kind.PROPERTY, {"name": "9 King St, Carlton", "vendors": refs(twin)})
    await world.desk.link([seller.id, twin.id])
    assert world.desk.item(place.id).values["vendors"] == refs(seller)
    assert [(one.field, one.item_id) for one in world.desk.related(seller.id)] == [("vendors", place.id)]
    await world.desk.unlink(seller.id, seller.records[0].account_id)
    assert world.desk.item(place.id).values["vendors"] == refs(twin)
    assert world.desk.related(seller.id) == []


async def test_what_names_a_contact_that_a_create_met_stays_one_name(world: VaultWorld) -> None:
    """A new property names contact 8; then somebody new turns out to be contact 8."""
    await world.start()
    await world.runs()
    known = next(item for item in await world.items() if item.values.get("emails"))
    place = await world.make(Kind.PROPERTY, {"name": "9 King St, Carlton", "vendors": refs(known)}, there=True)
    same = {key: known.values[key] for key in ("name", "first_name", "last_name", "emails") if key in known.values}
    again = await world.make(Kind.CONTACT, same, there=True)
    await world.runs()
    assert await world.queue() == []
    assert world.desk.find_item(str(known.id)).id == again.id
    assert world.desk.item(place.id).values["vendors"] == refs(again)
    assert len(world.desk.item(place.id).records) == 1  # nothing is left over on this computer
    home = world.vault.homes.get(world.remote(place) or "") or {}
    assert home["saleLife"]["owners"] == [world.remote(again)]


async def test_pins_of_an_item_that_a_create_met_stay(world: VaultWorld) -> None:
    await world.start(kinds=(Kind.CONTACT,))
    await world.runs()
    known = next(item for item in await world.items() if item.values.get("emails"))
    await world.desk.edit(known.id, {"role": "Wizard"})
    pinned = world.desk.item(known.id)
    assert pinned.pins != ()
    same = {key: known.values[key] for key in ("name", "first_name", "last_name", "emails") if key in known.values}
    again = await world.make(Kind.CONTACT, same, there=True)
    await world.runs()
    assert world.desk.item(again.id).values["role"] == "Wizard"


async def test_what_stays_here_of_a_new_deal_is_what_is_shown(world: VaultWorld) -> None:
    """The CRM makes an offer of every new deal; the stage that was typed is kept on this computer and pinned."""
    await world.start()
    await world.runs()
    sold = {text for deal in await world.items(kind=Kind.DEAL) for text in texts(deal.values["property"])}
    place = next(item for item in await world.items(kind=Kind.PROPERTY) if str(item.id) not in sold)
    people = refs((await world.items())[0])
    values: dict[str, Value] = {"property": refs(place), "contacts": people, "stage": "settled"}
    deal = await world.make(Kind.DEAL, values, there=True)
    await world.runs()
    assert world.record(deal).values["stage"] == "offer"
    assert world.desk.item(deal.id).values["stage"] == "settled"


async def test_linking_answers_whether_a_new_one_is_there_already(world: VaultWorld) -> None:
    vault = world.vault
    home = vault.homes.get(vault.homes.ids()[0]) or {}
    twin = vault.homes.add({**home, "saleLife": None, "leaseLife": None})
    await world.start(kinds=(Kind.PROPERTY,))
    await world.runs()
    made = await world.make(Kind.PROPERTY, {"name": home["displayAddress"], "risk_overview": "Roof"}, there=True)
    await world.runs()
    (entry,) = await world.queue()
    assert (entry.state, set(entry.candidates)) == (EntryState.PARKED, {home["id"], twin})
    await world.desk.link([made.id, world.item_of(twin).id])
    await world.runs()
    assert await world.queue() == []
    assert await world.problems() == []
    item = world.desk.item(made.id)
    assert [record.remote_id for record in item.records if record.account_id == world.account.id] == [twin]
    assert item.values["risk_overview"] == "Roof"
    assert world.posts() == []


async def test_adding_again_says_that_it_is_none_of_those(world: VaultWorld) -> None:
    vault = world.vault
    home = vault.homes.get(vault.homes.ids()[0]) or {}
    twin = vault.homes.add({**home, "saleLife": None, "leaseLife": None})
    await world.start(kinds=(Kind.PROPERTY,))
    await world.runs()
    made = await world.make(Kind.PROPERTY, {"name": home["displayAddress"]}, there=True)
    await world.runs()
    await world.desk.add_to(made.id, world.account.id)
    await world.runs()
    assert await world.queue() == []
    assert world.remote(made) not in (None, home["id"], twin)
    with pytest.raises(UserInputError):
        await world.desk.add_to(made.id, world.account.id)


async def test_an_account_that_goes_takes_nothing_along_that_was_to_be_kept(world: VaultWorld) -> None:
    await world.start()
    await world.runs()
    contact, place = (await world.items())[0], (await world.items(kind=Kind.PROPERTY))[0]
    await world.desk.edit(contact.id, {"instagram": "@mine"})
    await world.desk.set_account(world.account.id, kinds=[Kind.CONTACT])
    await world.desk.edit(place.id, {"description": "edited while out of sight"})
    names = {str(item.values["name"]) for item in await world.items(include_hidden=True)}
    await world.desk.remove_account(world.account.id, keep_contacts=True)
    assert {str(item.values["name"]) for item in await world.items(include_hidden=True)} == names
    kept = world.desk.item(contact.id)
    assert kept.values == {**contact.values, "instagram": "@mine"}
    (still,) = await world.items(kind=Kind.PROPERTY)
    assert still.values["description"] == "edited while out of sight"


async def test_an_unsent_edit_stays_here_when_its_account_goes_and_another_has_the_contact(world: VaultWorld) -> None:
    await world.start(kinds=(Kind.CONTACT,))
    dex = world.crms.account("dex")
    settings = {"base_url": dex.base_url, **dex.settings}
    await world.desk.add_account("dex", "Dex", settings, {"key": dex.secret})
    await world.desk.sync()
    listed = await world.items()
    mine = next(one for one in listed if one.records[0].account_id == world.account.id and "job_title" in one.values)
    other = next(
        one for one in listed if one.records[0].account_id != world.account.id and "job_title" not in one.values
    )
    linked = await world.desk.link([other.id, mine.id])
    await world.desk.edit(linked.id, {"job_title": "Conveyancer"})
    assert [entry.account_id for entry in await world.queue()] == [world.account.id]
    await world.desk.remove_account(world.account.id, keep_contacts=True)
    assert world.desk.item(linked.id).values["job_title"] == "Conveyancer"
    assert len(world.desk.item(linked.id).records) == 2


async def test_what_goes_with_its_account_leaves_no_nameless_rest(world: VaultWorld) -> None:
    await world.start(kinds=(Kind.CONTACT,))
    await world.runs()
    contact = (await world.items())[0]
    await world.desk.edit(contact.id, {"instagram": "@mine"})
    await world.desk.remove_account(world.account.id)
    (left,) = await world.items(include_hidden=True)
    assert (left.values["name"], left.values["instagram"]) == (contact.values["name"], "@mine")
    assert "emails" not in left.values
