"""What of a CRM is wanted: narrowing hides and never deletes, widening brings back, and every run still balances."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from crmdesk.demo.crm_api.twin import CrmApi
from crmdesk.demo.server import DemoCrms
from crmdesk.domain.accounts import Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import ItemQuery, RecordState
from crmdesk.domain.scope.rules import UNFINISHED, parse_scope
from crmdesk.errors import UserInputError
from crmdesk.sync.actions import scope_changes
from tests.world import World, emails

C = Kind.CONTACT


class ScopedWorld(World):
    """A desk and a demo CRM API, some of whose contacts are customers."""

    @property
    def crm(self) -> CrmApi:
        """The CRM, to look into and to stir."""
        site = self.crms.sites["crm_api"]
        assert isinstance(site, CrmApi)
        return site

    async def start(self, scope: str = "", direction: Direction = Direction.TWO_WAY) -> None:
        """Open the desk and connect the CRM."""
        await self.open()
        self.account = await self.desk.add_account(
            "crm_api",
            "CRM",
            {"base_url": self.crm.origin},
            {"key": self.crm.later},
            direction,
            (C, Kind.EVENT),
            scope={C: scope},
        )

    async def narrow(self, scope: str) -> None:
        """Give the account another scope."""
        await self.desk.set_account(self.account.id, scope={C: scope})

    async def names(self) -> set[str]:
        """The names in the list."""
        return {str(item.values["name"]) for item in await self.items()}

    def there_by(self, *subtypes: str) -> set[str]:
        """The names of the CRM's contacts of these subtypes, archived ones left out as in the list."""
        found = [one for _, one in self.live() if one["subtype"] in subtypes]
        return {f"{one['firstName']} {one['lastName']}".strip() for one in found}

    def live(self) -> list[tuple[str, dict[str, Any]]]:
        """The CRM's contacts that are not archived there, each with its id."""
        return [(id_, one) for id_, one in self.crm.book.snapshot().items() if one["status"] != "archived"]


@pytest.fixture
async def world(running: DemoCrms, tmp_path: Path) -> AsyncIterator[ScopedWorld]:
    async with ScopedWorld.untouched(running, "crm_api", tmp_path / "profile") as made:
        yield made


async def test_what_is_out_of_scope_is_counted_and_not_shown(world: ScopedWorld) -> None:
    await world.start("contact_type:customer")
    run = await world.sync()
    customers = world.there_by("customer")
    assert 0 < len(customers) < world.crm.book.count
    assert await world.names() == customers
    assert (run.new + run.out_of_scope, run.balanced) == (world.crm.book.count, True)
    again = await world.sync()
    assert (again.out_of_scope, again.same, again.changed, again.balanced) == (run.out_of_scope, run.new, 0, True)


async def test_narrowing_hides_at_once_and_widening_brings_back_without_asking_the_crm(world: ScopedWorld) -> None:
    await world.start()
    await world.sync()
    whole, asked = await world.names(), world.crm.requests.total
    before = world.hashes(("raw", "change", "outbox"))
    await world.narrow("contact_type:customer")
    assert await world.names() == world.there_by("customer")
    hidden = min(whole - await world.names())
    assert await world.items(text=f'"{hidden}"') == []
    (found,) = await world.items(text=f'"{hidden}"', include_hidden=True)
    assert set(found.states.values()) == {RecordState.OUT_OF_SCOPE}
    await world.narrow("")
    assert await world.names() == whole
    assert world.crm.requests.total == asked
    assert world.hashes(("raw", "change", "outbox")) == before


async def test_a_contact_moves_with_what_is_changed_there(world: ScopedWorld) -> None:
    await world.start("contact_type:customer")
    await world.sync()
    leaving = next(id_ for id_, one in world.live() if one["subtype"] == "customer")
    coming = next(id_ for id_, one in world.live() if one["subtype"] == "lead")
    world.crm.book.update(leaving, {"subtype": "prospect"})
    world.crm.book.update(coming, {"subtype": "customer"})
    run = await world.sync()
    assert run.balanced
    assert await world.names() == world.there_by("customer")
    await world.narrow("")
    assert await world.names() == world.there_by("lead", "customer", "prospect")


async def test_what_is_out_of_scope_can_be_gone_there_too(world: ScopedWorld) -> None:
    await world.start("contact_type:customer")
    await world.sync()
    gone = next(id_ for id_, one in world.live() if one["subtype"] == "lead")
    world.crm.book.delete(gone)
    run = await world.sync(full=True)
    assert (run.removed, run.balanced) == (1, True)
    await world.narrow("")
    assert await world.names() == world.there_by("lead", "customer", "prospect")


async def test_an_edit_of_a_linked_contact_leaves_the_record_out_of_scope_alone(world: ScopedWorld) -> None:
    await world.start()
    dex = world.crms.account("dex")
    settings = {"base_url": dex.base_url, **dex.settings}
    other = await world.desk.add_account("dex", "Dex", settings, {"key": dex.secret})
    await world.desk.sync()
    lead = next(item for item in await world.items() if item.values.get("contact_type") == "lead")
    known = next(item for item in await world.items() if item.records[0].account_id == other.id)
    await world.desk.link([known.id, lead.id])
    await world.narrow("contact_type:customer")
    linked = world.desk.item(known.id)
    assert "contact_type" not in linked.values
    assert {"synced", "out_of_scope"} == {state.value for state in linked.states.values()}
    await world.desk.edit(linked.id, {"company": "Elsewhere"})
    assert {entry.account_id for entry in await world.queue()} == {other.id}
    await world.narrow("")
    assert world.desk.item(known.id).values["contact_type"] == "lead"


async def test_an_unsent_edit_is_sent_though_its_contact_went_out_of_scope(world: ScopedWorld) -> None:
    await world.start()
    await world.sync()
    lead = next(item for item in await world.items() if item.values["contact_type"] == "lead")
    await world.desk.edit(lead.id, {"company": "Inkwell"})
    await world.narrow("contact_type:customer")
    assert len(await world.queue()) == 1
    await world.sync()
    assert await world.queue() == []
    remote_id = world.desk.item(lead.id).records[0].remote_id
    assert (world.crm.book.get(remote_id or "") or {})["company"] == "Inkwell"


async def test_a_kind_that_is_no_longer_taken_goes_out_of_sight_and_comes_back(world: ScopedWorld) -> None:
    await world.start()
    await world.desk.sync([world.account.id])
    events, asked = await world.items(kind=Kind.EVENT), world.crm.requests.total
    assert events
    await world.desk.set_account(world.account.id, kinds=[C])
    assert await world.items(kind=Kind.EVENT) == []
    await world.desk.set_account(world.account.id, kinds=[C, Kind.EVENT])
    assert [item.id for item in await world.items(kind=Kind.EVENT)] == [event.id for event in events]
    await world.desk.set_account(world.account.id, kinds=[C])
    await world.desk.remove_account(world.account.id, keep_contacts=True)
    assert await world.items(kind=Kind.EVENT, include_hidden=True) == []
    assert world.crm.requests.total == asked


async def test_a_scope_that_was_cut_off_is_carried_out_at_the_next_start(world: ScopedWorld) -> None:
    await world.start()
    await world.sync()
    # As after a crash: the scope is stored with the note that it is to be carried out, and nothing more happened.
    store = world.desk._store
    await store.write(lambda tx: tx.accounts.update(world.account.id, scope={C: "contact_type:customer"}))
    await store.write(lambda tx: scope_changes.begin(tx, world.account.id))
    await world.restart()
    assert await world.names() == world.there_by("customer")
    assert world.desk.setting(UNFINISHED) == ""


async def test_a_scope_that_makes_no_sense_changes_nothing(world: ScopedWorld) -> None:
    await world.start()
    with pytest.raises(UserInputError):
        await world.narrow("shoe_size:42")
    assert world.desk.account("CRM").scope == {}


async def test_in_push_direction_the_scope_says_what_is_sent(world: ScopedWorld) -> None:
    await world.start("contact_type:customer", Direction.PUSH)
    await world.new({"name": "Ada Quill", "emails": emails("ada@quill.example"), "contact_type": "customer"}, here=True)
    await world.new({"name": "Björn Ås", "emails": emails("bjorn@as.example"), "contact_type": "lead"}, here=True)
    await world.sync()
    sent = [entry for entry in (await world.desk.outbox(all=True))[0] if entry.account_id == world.account.id]
    assert [entry.wanted["name"] for entry in sent] == ["Ada Quill"]
    shown, total = await world.desk.items(ItemQuery(), None)
    assert {item.values["name"] for item in shown} == {"Ada Quill", "Björn Ås"}
    assert total == 2


async def test_a_scope_is_counted_before_it_is_set(world: ScopedWorld) -> None:
    await world.start()
    await world.sync()
    profile = await world.desk.scope_profile(world.account, C)
    assert dict(profile.values("contact_type"))["customer"] == len(world.there_by("customer"))
    assert profile.total == len(await world.items())
    foreseen = profile.in_sight(parse_scope(C, "contact_type:customer"))
    await world.narrow("contact_type:customer")
    assert len(await world.items()) == foreseen
    assert await world.desk.scope_profile(world.account, C) == profile


async def test_edits_that_wait_do_not_change_what_a_scope_goes_by(world: ScopedWorld) -> None:
    await world.start()
    await world.sync()
    before = await world.desk.scope_profile(world.account, C)
    world.crm.weather.set("down")
    await world.desk.edit((await world.items())[0].id, {"contact_type": "nobody"})
    assert await world.desk.scope_profile(world.account, C) == before


async def test_what_only_goes_there_is_counted_among_all_that_the_desk_has(world: ScopedWorld) -> None:
    await world.start(direction=Direction.PUSH)
    await world.desk.new(C, {"name": "Ada", "contact_type": "lead"})
    profile = await world.desk.scope_profile(world.account, C)
    assert profile.values("contact_type") == [("lead", 1)]
