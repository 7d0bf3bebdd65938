"""404 to a write tells of the record or of the call: which of them, reading the record says."""

from __future__ import annotations

from crmdesk.errors import Unsupported
from tests.world import World


async def test_a_record_that_is_there_is_not_called_deleted(world: World) -> None:
    await world.begin()
    first = world.ids()[0]
    await world.edit(first, {"company": "Kept"})
    world.dex.weather.set("status", status=404, method="PUT")
    run = await world.sync()
    assert (run.not_accepted, run.conflicts, run.removed) == (1, 0, 0)
    (problem,) = await world.problems()
    assert (problem.code, problem.action) == (Unsupported.id, "retry")
    assert "Dex has it, but no such call for this account" in problem.why
    assert problem.next == Unsupported.remedy, "no other value would help"
    assert world.item_of(first).values["company"] == "Kept"
    world.dex.weather.clear()
    (entry,) = await world.queue()
    await world.desk.retry_entry(entry.id)
    await world.sync()
    assert (world.there(first)["company"], await world.problems()) == ("Kept", [])


async def test_a_record_that_is_gone_still_asks_what_becomes_of_the_change(world: World) -> None:
    await world.begin()
    first = world.ids()[0]
    await world.edit(first, {"company": "Kept"})
    world.dex.weather.set("status", status=404, path=f"/v1/contacts/{first}", after=1)
    assert (await world.sync()).conflicts == 1
    (conflict,) = await world.conflicts()
    assert conflict.item_id == world.item_of(first).id


async def test_what_cannot_be_made_there_is_kept_and_says_so(world: World) -> None:
    await world.begin()
    item = await world.new({"first_name": "Ada", "last_name": "Quill"})
    world.dex.weather.set("status", status=404, method="POST", path="/v1/contacts/")
    assert (await world.sync()).not_accepted == 1
    (problem,) = await world.problems()
    assert (problem.code, problem.item_id) == (Unsupported.id, item.id)
    assert problem.next == "Make it in the CRM itself, or keep it on this computer only."
    assert world.desk.item(item.id).values["last_name"] == "Quill"
