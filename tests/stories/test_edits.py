"""Edits and their way to the CRM and back: saved at once, sent, verified, never lost, never overwriting silently."""

from __future__ import annotations

import pytest

from crmdesk.demo.dex.site import DexOptions
from crmdesk.demo.server import DemoCrms
from crmdesk.domain.accounts import Direction
from crmdesk.domain.outbox import EntryState, Outcome
from crmdesk.domain.records import RecordState
from crmdesk.domain.reports import Origin, ProblemKind, RunOutcome
from crmdesk.domain.values import Entry
from tests.world import World, emails, phones


async def test_an_edit_is_saved_sent_and_verified(world: World) -> None:
    await world.begin()
    first = world.ids()[0]
    item = await world.edit(first, {"description": "Hello"})
    assert item.values["description"] == "Hello"
    assert item.states[world.record(item).id] is RecordState.WAITING
    assert world.there(first)["description"] != "Hello"
    run = await world.sync()
    assert (run.sent, run.outcome) == (1, RunOutcome.SUCCESS)
    assert world.there(first)["description"] == "Hello"
    entry = await world.last_entry()
    assert (entry.state, entry.outcome) == (EntryState.SETTLED, Outcome.VERIFIED)
    record = world.record(item)
    assert (record.base, record.dirty_fields) == (None, ())
    assert world.desk.item(item.id).states[record.id] is RecordState.SYNCED


async def test_only_changed_fields_are_sent(world: World) -> None:
    await world.begin()
    first = world.ids()[0]
    world.dex.requests.clear()
    await world.edit(first, {"job_title": "Tester"})
    await world.sync()
    (sent,) = [asked for asked in world.dex.requests.writes() if asked.method == "PUT"]
    assert sent.body == '{"job_title":"Tester"}'


async def test_later_edits_fold_into_the_entry_that_waits(world: World) -> None:
    await world.begin()
    first = world.ids()[0]
    for text in ("one", "two", "three"):
        await world.edit(first, {"description": text})
    await world.edit(first, {"company": "ACME"})
    (entry,) = await world.queue()
    assert entry.wanted == {"description": "three", "company": "ACME"}
    world.dex.requests.clear()
    await world.sync()
    assert world.writes() == [f"PUT /v1/contacts/{first}"]


async def test_an_edit_taken_back_needs_no_send(world: World) -> None:
    await world.begin()
    first = world.ids()[0]
    before = world.item_of(first).values.get("description")
    await world.edit(first, {"description": "other"})
    await world.edit(first, {"description": before})
    assert await world.queue() == []
    assert (await world.last_entry()).outcome is Outcome.SUPERSEDED


async def test_a_cleared_field_is_cleared_there(world: World) -> None:
    await world.begin()
    first = next(id_ for id_ in world.ids() if world.there(id_)["company"])
    item = await world.edit(first, {"company": None})
    assert "company" not in item.values
    await world.sync()
    assert not world.there(first)["company"]
    assert "company" not in world.desk.item(item.id).values


async def test_a_respelled_value_is_a_change_and_sent(world: World) -> None:
    first = world.ids()[0]
    world.dex.book.edit(first, "contact_emails", [{"email": "case@quill.example"}])
    await world.begin()
    await world.edit(first, {"emails": emails("Case@Quill.example")})
    await world.sync()
    assert world.there(first)["contact_emails"] == [{"email": "Case@Quill.example"}]


async def test_another_notation_from_the_crm_is_no_change(world: World) -> None:
    first = world.ids()[0]
    world.dex.book.edit(first, "description", "one\ntwo")
    await world.begin()
    item = world.item_of(first)
    world.dex.book.edit(first, "description", "one\r\ntwo  ")
    run = await world.sync()
    assert (run.changed, run.same) == (0, run.fetched)
    assert (await world.desk.history(item.id))[0] == []
    assert (world.record(item).base, await world.conflicts()) == (None, [])


async def test_an_edit_made_while_one_is_in_flight_follows_it(world: World) -> None:
    """In flight: the CRM has the first value already, its answer has not come, and the user types on."""
    await world.begin()
    first = world.ids()[0]
    item = await world.edit(first, {"description": "first"})
    world.dex.weather.set("lost", times=1, method="PUT")
    await world.sync()
    assert (await world.last_entry()).state is EntryState.UNCERTAIN
    assert world.there(first)["description"] == "first"
    item = await world.desk.edit(item.id, {"description": "second"})
    assert item.values["description"] == "second"
    run = await world.sync()
    assert (run.conflicts, await world.conflicts(), await world.queue()) == (0, [], [])
    assert world.there(first)["description"] == "second"
    assert world.desk.item(item.id).values["description"] == "second"


async def test_both_sides_change_different_fields_and_nobody_is_asked(world: World) -> None:
    await world.begin()
    first = world.ids()[0]
    item = await world.edit(first, {"company": "Mine"})
    world.dex.book.edit(first, "job_title", "Theirs")
    await world.sync()
    assert await world.conflicts() == []
    assert (world.there(first)["company"], world.there(first)["job_title"]) == ("Mine", "Theirs")
    values = world.desk.item(item.id).values
    assert (values["company"], values["job_title"]) == ("Mine", "Theirs")


async def test_first_and_last_name_changed_on_two_sides_is_no_conflict(world: World) -> None:
    first = world.ids()[0]
    world.dex.book.update(first, {"first_name": "Ada", "last_name": "Byron", "full_name": "Ada Byron"})
    await world.begin()
    item = await world.edit(first, {"first_name": "Augusta"})
    assert item.values["name"] == "Augusta Byron"
    world.dex.book.update(first, {"last_name": "Lovelace", "full_name": "Ada Lovelace"})
    await world.sync()
    assert (await world.conflicts(), await world.queue()) == ([], [])
    assert world.there(first)["full_name"] == "Augusta Lovelace"
    assert world.desk.item(item.id).values["name"] == "Augusta Lovelace"
    assert world.record(item).base is None


async def test_lists_merge_as_sets(world: World) -> None:
    first = world.ids()[0]
    world.dex.book.edit(first, "contact_emails", [{"email": "a@quill.example"}, {"email": "b@quill.example"}])
    await world.begin()
    item = await world.edit(first, {"emails": emails("b@quill.example", "mine@quill.example")})
    theirs = [{"email": "a@quill.example"}, {"email": "b@quill.example"}, {"email": "theirs@quill.example"}]
    world.dex.book.edit(first, "contact_emails", theirs)
    await world.sync()
    both = {"b@quill.example", "mine@quill.example", "theirs@quill.example"}
    assert {row["email"] for row in world.there(first)["contact_emails"]} == both
    shown = world.desk.item(item.id).values["emails"]
    assert isinstance(shown, tuple)
    assert {entry.value for entry in shown} == both
    assert await world.conflicts() == []


async def test_a_label_where_the_crm_had_none_is_sent(world: World) -> None:
    first = world.ids()[0]
    row = {"phone_number": "+49 30 901820", "label": None, "country_code": None}
    world.dex.book.edit(first, "contact_phone_numbers", [row])
    await world.begin()
    item = await world.edit(first, {"phones": phones("+49 30 901820", label="Mobile")})
    await world.sync()
    assert [row["label"] for row in world.there(first)["contact_phone_numbers"]] == ["Mobile"]
    assert world.desk.item(item.id).values["phones"] == (Entry("+49 30 901820", "Mobile"),)


async def test_labels_that_the_crm_never_names_cause_no_conflict(world: World) -> None:
    first = world.ids()[0]
    await world.begin()
    both = (Entry("a@quill.example", "work"), Entry("b@quill.example", "home"))
    item = await world.edit(first, {"emails": both})
    await world.sync()
    await world.sync()
    assert world.desk.item(item.id).values["emails"] == both
    await world.desk.edit(item.id, {"emails": both[:1]})
    await world.sync()
    assert (await world.conflicts(), await world.queue()) == ([], [])
    assert world.there(first)["contact_emails"] == [{"email": "a@quill.example"}]
    assert world.desk.item(item.id).values["emails"] == both[:1]


async def test_a_verified_value_is_never_reverted_by_an_older_page(world: World) -> None:
    """Somebody edits while the list is read: the send overtakes the page that still shows the old value."""
    await world.begin(settings={"page_size": "10"})
    last = world.ids()[-1]
    item = await world.edit(last, {"description": "newer than the page"})
    signals: list[object] = []
    world.desk.subscribe(signals.append)
    await world.sync()
    assert world.there(last)["description"] == "newer than the page"
    assert world.desk.item(item.id).values["description"] == "newer than the page"
    changes, _ = await world.desk.history(item.id, "description")
    assert [change.origin for change in changes] == [Origin.YOU]


async def test_every_change_is_kept_in_the_history_and_restored(world: World) -> None:
    await world.begin()
    first = world.ids()[0]
    item = await world.edit(first, {"company": "One"})
    await world.desk.edit(item.id, {"company": "Two"})
    await world.sync()
    changes, total = await world.desk.history(item.id, "company")
    assert total == 2
    assert (changes[0].old, changes[0].new) == ("One", "Two")
    await world.desk.restore_value(changes[0].id)
    assert world.desk.item(item.id).values["company"] == "One"
    await world.sync()
    assert world.there(first)["company"] == "One"
    newest = (await world.desk.history(item.id, "company"))[0][0]
    assert newest.origin is Origin.RESTORE


async def test_an_edit_where_no_record_can_take_it_stays_on_this_computer(world: World) -> None:
    await world.begin(Direction.PULL)
    first = world.ids()[0]
    item = world.item_of(first)
    placed = world.desk.placement(item.id, {"company": "Here only"})
    assert world.desk.placement(world.desk.item(item.id), {"company": "Here only"}) == placed
    assert (dict(placed.patches), placed.here) == ({}, {"company": "Here only"})
    item = await world.desk.edit(item.id, {"company": "Here only"})
    assert item.values["company"] == "Here only"
    assert [pin.field for pin in item.pins] == ["company"]
    assert await world.queue() == []
    world.dex.book.edit(first, "company", "There")
    await world.sync()
    assert world.desk.item(item.id).values["company"] == "Here only"
    assert world.there(first)["company"] == "There"


async def test_a_field_pinned_as_empty_stays_empty(world: World) -> None:
    await world.begin(Direction.PULL)
    first = next(id_ for id_ in world.ids() if world.there(id_)["company"])
    item = world.item_of(first)
    item = await world.desk.edit(item.id, {"company": None})
    assert "company" not in item.values
    await world.sync(reload=True)
    assert "company" not in world.desk.item(item.id).values


async def test_unknown_fields_survive_a_push(world: World) -> None:
    await world.begin()
    first = world.ids()[0]
    world.dex.book.update(first, {"frequency": "monthly", "tags": ["kept"]})
    await world.sync()
    await world.edit(first, {"company": "ACME"})
    await world.sync()
    assert (world.there(first)["frequency"], world.there(first)["tags"]) == ("monthly", ["kept"])


class TestValuesThatAreNotTaken:
    """The CRM says yes and does no: found out in the same run, both values kept."""

    async def test_accepted_but_ignored(self, world: World) -> None:
        await world.begin()
        first = world.ids()[0]
        old = world.there(first)["company"]
        world.dex.weather.set("ignored", field="company", method="PUT")
        item = await world.edit(first, {"company": "Ignored", "job_title": "Taken"})
        run = await world.sync()
        assert (run.not_accepted, run.outcome) == (1, RunOutcome.PARTIAL)
        assert (world.there(first)["company"], world.there(first)["job_title"]) == (old, "Taken")
        assert world.desk.item(item.id).values["company"] == "Ignored"
        (problem,) = await world.problems()
        assert (problem.field, problem.value, problem.item_id) == ("company", "Ignored", item.id)
        (entry,) = await world.queue()
        assert (entry.state, entry.wanted) == (EntryState.PARKED, {"company": "Ignored"})
        world.dex.weather.clear()
        await world.desk.retry_entry(entry.id)
        await world.sync()
        assert world.there(first)["company"] == "Ignored"
        assert (await world.problems(), await world.queue()) == ([], [])

    async def test_what_a_crm_leaves_empty_is_said_in_words(self, world: World) -> None:
        await world.begin()
        first = next(id_ for id_ in world.ids() if not world.there(id_)["company"])
        world.dex.weather.set("ignored", field="company", method="PUT")
        await world.edit(first, {"company": "Ignored"})
        await world.sync()
        (problem,) = await world.problems()
        assert problem.why == "Dex left it empty. What you entered is kept here."

    async def test_refused_with_a_reason(self, world: World) -> None:
        await world.begin()
        first = world.ids()[0]
        item = await world.edit(first, {"company": "X"})
        world.dex.weather.set("status", times=1, status=422, message="company is not allowed", method="PUT")
        run = await world.sync()
        assert (run.not_accepted, run.sent) == (1, 0)
        (entry,) = await world.queue()
        assert entry.state is EntryState.PARKED
        assert "company is not allowed" in (await world.problems())[0].why
        await world.desk.edit(item.id, {"company": "Y"})
        await world.sync()
        assert (world.there(first)["company"], await world.queue(), await world.problems()) == ("Y", [], [])

    async def test_emails_that_a_crm_ignores_stay_here_from_then_on(self, world: World) -> None:
        with DemoCrms(12, dex=DexOptions(lists="ignored")) as crms:
            world.crms = crms
            await world.begin()
            one, two = world.ids()[:2]
            await world.edit(one, {"emails": emails("new@quill.example")})
            run = await world.sync()
            assert run.not_accepted == 1
            (entry,) = await world.queue()
            assert entry.state is EntryState.PARKED
            assert world.desk.account("Dex").writes_lists is False
            placed = world.desk.placement(world.item_of(two).id, {"phones": phones("+49 30 901821")})
            assert placed.patches == {}
            field, account = sorted(await world.problems(), key=lambda problem: problem.kind is ProblemKind.ACCOUNT)
            assert (field.item_id, field.field) == (entry.item_id, "emails")
            assert (account.code, account.action, account.item_id) == ("LISTS_IGNORED", "retry", None)
            assert f"{world.clock.now():%Y-%m-%d}" in account.why
            await world.desk.cancel_entry(entry.id, stay_here=True)
            assert await world.queue() == []
            assert [problem.code for problem in await world.problems()] == ["LISTS_IGNORED"]
            shown = world.item_of(one).values["emails"]
            assert isinstance(shown, tuple)
            assert "new@quill.example" in {email.value for email in shown}

    @pytest.mark.parametrize("way", ["sync", "retry the change", "reconnect"])
    async def test_what_a_crm_ignored_is_tried_again_when_asked_for(self, world: World, way: str) -> None:
        await world.begin()
        one, two = world.ids()[:2]
        world.dex.weather.set("ignored", field="contact_emails", method="PUT")
        await world.edit(one, {"emails": emails("new@quill.example")})
        await world.sync()
        (entry,) = await world.queue()
        assert world.desk.account("Dex").writes_lists is False
        if way == "sync":
            writes = len(world.writes())
            await world.sync()
            assert (len(world.writes()), world.desk.account("Dex").writes_lists) == (
                writes + 2,
                False,
            )  # under either of the names that Dex may mean
        world.dex.weather.clear()
        if way == "retry the change":
            await world.desk.retry_entry(entry.id)
        elif way == "reconnect":
            await world.desk.reconnect(world.account.id, {"key": world.crms.account("dex").secret})
        await world.sync()
        assert [row["email"] for row in world.there(one)["contact_emails"]] == ["new@quill.example"]
        assert (await world.queue(), await world.problems()) == ([], [])
        await world.edit(two, {"phones": phones("+49 30 901821")})
        await world.sync()
        assert world.there(two)["contact_phone_numbers"][0]["phone_number"] == "+49 30 901821"


class TestOutboxDecisions:
    """What waits can be withdrawn, kept here, or tried again."""

    async def test_a_cancelled_edit_returns_to_what_the_crm_has(self, world: World) -> None:
        await world.begin()
        first = world.ids()[0]
        before = world.item_of(first).values
        item = await world.edit(first, {"company": "No", "first_name": "Nobody"})
        (entry,) = await world.queue()
        await world.desk.cancel_entry(entry.id)
        assert world.desk.item(item.id).values == before
        assert (await world.last_entry()).outcome is Outcome.CANCELLED
        assert world.record(item).base is None
        changes, _ = await world.desk.history(item.id, "company")
        assert len(changes) == 2

    async def test_a_cancelled_edit_may_stay_on_this_computer(self, world: World) -> None:
        await world.begin()
        first = world.ids()[0]
        there = world.there(first)["company"]
        item = await world.edit(first, {"company": "Here"})
        (entry,) = await world.queue()
        await world.desk.cancel_entry(entry.id, stay_here=True)
        assert world.desk.item(item.id).values["company"] == "Here"
        await world.sync()
        assert world.there(first)["company"] == there
        assert world.desk.item(item.id).values["company"] == "Here"
        assert (await world.last_entry()).outcome is Outcome.KEPT_HERE

    async def test_a_cancelled_create_leaves_a_contact_of_this_computer(self, world: World) -> None:
        await world.begin()
        item = await world.new({"name": "Grace Hopper"})
        (entry,) = await world.queue()
        await world.desk.cancel_entry(entry.id)
        count = world.dex.book.count
        await world.sync()
        assert world.dex.book.count == count
        assert world.desk.item(item.id).values == {"name": "Grace Hopper"}
        assert [record.account_id for record in world.desk.item(item.id).records] == [1]
