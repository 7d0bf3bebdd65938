"""The organisation's CRM API as stories: known emails without a search, custom fields, both generations."""

from __future__ import annotations

import pytest

from crmdesk.domain.accounts import Direction
from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import EntryState, Outcome
from crmdesk.domain.reports import RunOutcome
from crmdesk.errors import AuthRequired, DuplicateAccount, UserInputError
from tests.stories.crm_world import ADA, CrmWorld
from tests.world import emails


@pytest.fixture
def world(crm_world: CrmWorld) -> CrmWorld:
    return crm_world


@pytest.mark.parametrize("generation", ["v1", "later"])
async def test_everybody_arrives_with_what_the_server_can_show(world: CrmWorld, generation: str) -> None:
    account = await world.start(generation)
    assert account.settings["generation"] == generation
    contacts, events = await world.desk.sync([world.account.id])
    assert (contacts.new, contacts.balanced, events.kind, events.balanced) == (
        world.crm.book.count,
        True,
        Kind.EVENT,
        True,
    )
    assert events.new == len(world.crm.events)
    noted = [record for record in world.crm.book.snapshot().values() if record["notes"]]
    shown = world.item_of(noted[0]["id"]).values.get("description")
    assert shown == (noted[0]["notes"] if generation == "later" else None)
    before = world.crm.requests.total
    again = await world.sync()
    assert (again.changed, again.balanced) == (0, True)
    assert world.crm.requests.total - before < 10


async def test_a_known_email_is_linked_before_anything_is_sent(world: CrmWorld) -> None:
    """The later server would overwrite what it has: the desk looks among what it pulled."""
    there = world.add_there(phone="+44 20 7946 0958")
    await world.start("later")
    await world.sync()
    item = await world.new({**ADA, "company": "Quill & Co"})
    await world.sync()
    assert "POST" not in {asked.method for asked in world.crm.requests.writes()}
    assert world.record(item).remote_id == there
    (only,) = await world.items(text="ada@quill.example")
    assert only.values["company"] == "Quill & Co"
    await world.sync()
    stored = world.crm.book.get(there)
    assert stored is not None
    assert (stored["company"], stored["phone"]) == ("Quill & Co", "+44 20 7946 0958")


@pytest.mark.parametrize("generation", ["v1", "later"])
async def test_somebody_who_came_since_the_last_list_is_met_by_the_servers_own_word(
    world: CrmWorld, generation: str
) -> None:
    await world.start(generation)
    await world.sync()
    item = await world.new(ADA)
    world.crm.weather.set("somebody_else", times=1, action="create", fields={
        "firstName": "Ada", "lastName": "Quill", "email": "ada@quill.example", "subtype": "customer",
        "status": "inactive", "source": "manual", "tags": [], "custom": {},
    })  # fmt: skip
    for _ in range(3):
        await world.sync()
    (there,) = world.crm.book.find_email("ada@quill.example")
    assert world.record(item).remote_id == there
    assert len(await world.items(text="ada@quill.example", include_hidden=True)) == 1
    assert await world.queue() == []


async def test_two_people_of_one_email_are_for_a_person_to_tell_apart(world: CrmWorld) -> None:
    there = world.add_there(firstName="Grace", lastName="Hopper")
    await world.start("v1")
    await world.sync()
    item = await world.new(ADA)
    await world.sync()
    (entry,) = await world.queue()
    assert (entry.state, entry.candidates) == (EntryState.PARKED, (there,))
    await world.desk.choose(entry.id, there)
    await world.sync()
    assert world.record(item).remote_id == there


async def test_an_account_that_is_only_sent_to_finds_whom_it_meets_in_the_list(world: CrmWorld) -> None:
    there = world.add_there(status="unsubscribed")
    await world.start("v1", Direction.PUSH)
    item = await world.new(ADA)
    await world.sync()
    assert world.record(item).remote_id == there
    assert await world.queue() == []


async def test_a_lost_answer_makes_one_contact(world: CrmWorld) -> None:
    await world.start("v1")
    await world.sync()
    item = await world.new({**ADA, "company": "Quill & Co"})
    world.crm.weather.set("lost", times=1, method="POST")
    await world.sync()
    assert (await world.last_entry()).state is EntryState.UNCERTAIN
    for _ in range(2):
        await world.sync()
    (there,) = world.crm.book.find_email("ada@quill.example")
    assert (world.record(item).remote_id, await world.queue()) == (there, [])


async def test_what_the_server_shows_nowhere_stays_as_it_was_sent(world: CrmWorld) -> None:
    await world.start("v1")
    await world.sync()
    item = await world.new({**ADA, "description": "met in Oslo", "source_ref": "stand 7"})
    await world.sync()
    assert (await world.last_entry()).outcome is Outcome.VERIFIED
    again = await world.sync()
    assert (again.changed, again.sent, again.balanced) == (0, 0, True)
    assert world.desk.item(item.id).values["description"] == "met in Oslo"
    edited = await world.desk.edit(item.id, {"job_title": "Editor"})
    assert edited.values["job_title"] == "Editor"
    await world.sync()
    assert await world.queue() == []  # it is kept on this computer: v1.0 changes nothing


async def test_an_edit_goes_to_the_later_server(world: CrmWorld) -> None:
    await world.start("later")
    await world.sync()
    there = world.crm.book.ids()[0]
    await world.edit(there, {"description": "Edited", "tags": emails("vip"), "status": "inactive"})
    run = await world.sync()
    stored = world.crm.book.get(there)
    assert stored is not None
    assert (stored["notes"], stored["tags"], stored["status"], run.sent) == ("Edited", ["vip"], "inactive", 1)
    assert (await world.last_entry()).outcome is Outcome.VERIFIED


async def test_the_same_organisation_is_connected_once(world: CrmWorld) -> None:
    await world.start("later")
    settings = {"base_url": f"{world.crm.origin}/api/v1", "api": "later"}
    with pytest.raises(DuplicateAccount):
        await world.desk.add_account("crm_api", "Again", settings, {"key": world.crm.later})


@pytest.mark.parametrize("generation", ["v1", "later"])
async def test_an_archived_contact_of_that_email_is_linked_on_choice_alone(world: CrmWorld, generation: str) -> None:
    """Linked in silence, the new contact would be out of the list at once."""
    there = world.add_there(status="archived")
    await world.start(generation)
    await world.sync()
    item = await world.new(ADA)
    await world.sync()
    (entry,) = await world.queue()
    (problem,) = await world.problems()
    assert (entry.state, entry.candidates) == (EntryState.PARKED, (there,))
    assert "archived" in problem.why
    assert [found.id for found in await world.items(text="ada@quill.example")] == [item.id]
    await world.desk.choose(entry.id, there)
    await world.sync()
    assert (world.record(item).remote_id, await world.queue()) == (there, [])


@pytest.mark.parametrize("generation", ["v1", "later"])
async def test_custom_fields_that_nobody_met_go_there_all_the_same(world: CrmWorld, generation: str) -> None:
    await world.start(generation)
    await world.sync()
    item = await world.new({**ADA, "custom.never_seen": "abc"})
    run = await world.sync()
    (there,) = world.crm.book.find_email("ada@quill.example")
    assert (run.not_accepted, await world.queue(), await world.problems()) == (0, [], [])
    await world.desk.edit(item.id, {"custom.never_seen": "xyz", "custom.another": "1"})
    await world.sync()
    stored = world.crm.book.get(there)
    assert stored is not None
    later = {"never_seen": "xyz", "another": "1"}
    assert stored["custom"] == (later if generation == "later" else {"never_seen": "abc"})
    assert (await world.queue(), await world.problems()) == ([], [])
    shown = world.desk.item(item.id).values
    assert (shown["custom.never_seen"], shown["custom.another"]) == ("xyz", "1")


async def test_a_contact_that_the_server_fails_to_show_is_put_aside_alone(world: CrmWorld) -> None:
    await world.start("later")
    await world.sync()
    there = world.crm.book.ids()[0]
    world.crm.weather.set("status", status=500, message="Internal", path=f"/api/v1/crm/contacts/{there}", method="GET")
    run = await world.sync(reload=True)
    assert (run.outcome, run.quarantined, run.fetched) == (RunOutcome.PARTIAL, 1, world.crm.book.count)
    (problem,) = await world.problems()
    assert problem.remote_id == there
    world.crm.weather.clear()
    await world.sync(reload=True)
    assert await world.problems() == []


async def test_deletions_are_promised_only_where_something_can_be_deleted(world: CrmWorld) -> None:
    account = await world.start("v1")
    with pytest.raises(UserInputError, match="lets nothing be deleted"):
        await world.desk.set_account(account.id, deletes_remotely=True)
    assert [one.account.deletes_remotely for one in world.desk.accounts()] == [False]


async def test_deletions_are_promised_by_the_later_server(world: CrmWorld) -> None:
    account = await world.start("later")
    assert (await world.desk.set_account(account.id, deletes_remotely=True)).deletes_remotely


async def test_what_is_found_out_while_it_works_is_kept_shown_and_forgotten_on_request(world: CrmWorld) -> None:
    """The sign-in looks at a few contacts alone; a custom field of a later one is met by the pull."""
    account = await world.start("later")
    world.crm.book.update(world.crm.book.ids()[-1], {"custom": {"shoe_size": "44"}})
    assert "shoe_size" not in account.settings.get("custom_fields", "")
    await world.sync()
    after = world.desk.account(account.name)
    assert "shoe_size" in after.settings["custom_fields"].split(",")
    assert {setting.key: text for setting, text in world.desk.found(after)} == {
        "generation": "later",
        "custom_fields": after.settings["custom_fields"],
    }
    await world.restart()
    await world.desk.forget_found(account.id, ["custom_fields"])
    forgotten = world.desk.account(account.name)
    assert "shoe_size" not in forgotten.settings.get("custom_fields", "")
    assert forgotten.settings["generation"] == "later"
    await world.sync(reload=True)
    assert "shoe_size" in world.desk.account(account.name).settings["custom_fields"]


async def test_what_was_found_is_not_forgotten_where_the_sign_in_fails(world: CrmWorld) -> None:
    account = await world.start("later")
    world.crm.weather.set("signed_out")
    with pytest.raises(AuthRequired):
        await world.desk.forget_found(account.id)
    assert world.desk.account(account.name).settings == account.settings


async def test_whose_sign_in_it_is_is_kept_with_the_account(world: CrmWorld) -> None:
    account = await world.start("later")
    assert account.signed_in_as == (await world.desk.test_account(account)).identity.title
    assert account.signed_in_as


async def test_an_address_goes_there_in_its_parts_and_comes_back_as_one_block(world: CrmWorld) -> None:
    await world.start("later")
    await world.sync()
    home = {"street": "1 Quay St", "city": "Leeds", "postcode": "LS1 1AA", "country": "UK"}
    item = await world.new({**ADA, **home})
    await world.sync()
    record = world.record(item)
    assert record.remote_id is not None
    (there,) = (world.crm.book.get(record.remote_id) or {})["custom"]["addresses"]
    assert (there["street"], there["postalCode"]) == ("1 Quay St", "LS1 1AA")
    assert [one.account_id for one in world.desk.item(item.id).records] == [record.account_id]
    await world.desk.edit(item.id, {"city": "York"})
    await world.sync()
    (there,) = (world.crm.book.get(record.remote_id) or {})["custom"]["addresses"]
    assert (there["city"], there["street"]) == ("York", "1 Quay St")
    world.crm.book.update(record.remote_id, {"custom": {"addresses": [{**there, "postalCode": "YO1 7HH"}]}})
    await world.sync()
    assert world.desk.item(item.id).values["address"] == "1 Quay St\nYork\nYO1 7HH\nUK"
    assert await world.queue() == []


async def test_an_address_that_a_crm_changed_elsewhere_is_a_conflict_of_that_part_and_stays_whole_here(
    world: CrmWorld,
) -> None:
    await world.start("later")
    remote_id = world.add_there(custom={"addresses": [{"street": "1 Quay St", "city": "Leeds", "isPrimary": True}]})
    await world.sync()
    item = world.item_of(remote_id)
    await world.desk.edit(item.id, {"city": "York"})
    changed = [{"street": "1 Quay St", "city": "Hull", "isPrimary": True}]
    world.crm.book.update(remote_id, {"custom": {"addresses": changed}})
    await world.sync()
    (conflict,) = await world.conflicts()
    assert (conflict.field, conflict.mine, conflict.theirs) == ("city", "York", "Hull")
    await world.desk.resolve([conflict.id], "here")
    shown = world.desk.item(item.id)
    assert shown.values["address"] == "1 Quay St\nYork"
    assert {key: record.values.get("city") for record in shown.records for key in [record.remote_id]} == {
        remote_id: "Hull",
        None: "York",
    }
    await world.sync()
    (there,) = (world.crm.book.get(remote_id) or {})["custom"]["addresses"]
    assert there["city"] == "Hull"
