"""Files come in: who is here is found, nothing is overwritten silently, the counts add up, all can be undone."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from crmdesk.desk.importing.runner import Control, ImportProgress
from crmdesk.domain.fields import Kind
from crmdesk.domain.importing.choice import Choice
from crmdesk.domain.importing.fates import Fate, OnMatch, Policy
from crmdesk.domain.importing.incoming import Problem
from crmdesk.domain.importing.points import point
from crmdesk.domain.importing.report import Counts, ImportOutcome
from crmdesk.domain.records import ItemQuery
from crmdesk.domain.reports import Bucket, Origin
from crmdesk.domain.values import Entry, Values, entries
from crmdesk.errors import FileChanged, ImportStopped, UserInputError
from tests.stories.importing.listed import Listed, person, row
from tests.world import STILL, World

ANN = person("Ann Lee", "ann@a.example", company="Amber")
BOB = person("Bob Ray", "bob@b.example")


async def listed(world: World) -> list[str]:
    items, _ = await world.desk.items(ItemQuery(Kind.CONTACT), None)
    return [str(item.values.get("name")) for item in items]


async def test_new_people_are_made_here_and_the_same_file_again_writes_nothing_but_its_run(world: World) -> None:
    desk = await world.open()
    first = await desk.imports.carry_out(Listed([ANN, BOB]), Choice())
    assert (first.counts, first.outcome) == (Counts(created=2), ImportOutcome.SUCCESS)
    assert await listed(world) == ["Ann Lee", "Bob Ray"]
    before = world.hashes(STILL)
    again = await desk.imports.carry_out(Listed([ANN, BOB]), Choice())
    assert again.counts == Counts(unchanged=2)
    assert (world.hashes(STILL), list(await desk.imports.rows(again.id))) == (before, [])


async def test_who_is_found_by_an_email_is_filled_and_what_differs_is_told(world: World) -> None:
    desk = await world.open()
    item = await desk.new(Kind.CONTACT, ANN)
    told = person("Ann Lee", "ANN@a.example", "ann@home.example", company="Birch", job_title="Agent")
    run = await desk.imports.carry_out(Listed([told]), Choice())
    assert run.counts == Counts(updated=1, differs=1)
    after = desk.item(item.id).values
    assert (after["company"], after["job_title"]) == ("Amber", "Agent")
    assert after["emails"] == entries(["ann@a.example", "ann@home.example"])
    changes, _ = await desk.history(item.id)
    assert {change.origin for change in changes if change.field == "job_title"} == {Origin.IMPORT}
    ((of, line),) = await desk.imports.of_item(item.id)
    assert (of.file, line.line, line.field, line.reason) == ("contacts.csv", 2, "company", "Yours was kept.")


async def test_nothing_is_sent_to_a_crm_that_was_not_ticked(world: World) -> None:
    await world.begin()
    there = world.item_of(world.ids()[0])
    values: Values = {"emails": there.values["emails"], "description": "from the fair"}
    choice = Choice(Policy(on_match=OnMatch.REPLACE))
    run = await world.desk.imports.carry_out(Listed([values]), choice)
    assert run.counts == Counts(updated=1)
    assert world.desk.item(there.id).values["description"] == "from the fair"
    assert (await world.desk.outbox())[1] == 0
    ticked = Choice(Policy(on_match=OnMatch.REPLACE), account_ids=(world.account.id,))
    await world.desk.imports.carry_out(Listed([{**values, "job_title": "Agent"}, BOB]), ticked)
    assert {entry.action.value for entry in (await world.desk.outbox())[0]} == {"update", "create"}


async def test_rows_of_one_file_that_are_the_same_person_become_one(world: World) -> None:
    desk = await world.open()
    twice = person("Ann Lee", "ann@a.example", job_title="Agent")
    run = await desk.imports.carry_out(Listed([ANN, twice, row(BOB, remote_id="7"), row(BOB, remote_id="7")]), Choice())
    assert run.counts == Counts(created=2, updated=1, unchanged=1)
    assert await listed(world) == ["Ann Lee", "Bob Ray"]


async def test_two_emails_with_the_same_number_are_two_people(world: World) -> None:
    one, other = "person11946@firm377.example", "person94447@firm386.example"
    assert point(f"emails\n{one}") == point(f"emails\n{other}")
    desk = await world.open()
    run = await desk.imports.carry_out(Listed([person("Ann Lee", one), person("Ann Lee", other)]), Choice())
    assert run.counts == Counts(created=2)


async def test_another_name_and_several_are_asked_about_and_a_phone_counts_only_where_asked_for(world: World) -> None:
    desk = await world.open()
    for name in ("Ann Lee", "Ann Lea"):
        await desk.new(Kind.CONTACT, {**person(name, "ann@a.example"), "phones": entries(["+44 20 7946 0001"])})
    rows: list[Values] = [person("Ann Lee", "ann@a.example"), {"name": "Kim Poe", "phones": entries(["+442079460001"])}]
    run = await desk.imports.carry_out(Listed(rows), Choice())
    assert run.counts == Counts(created=1, skipped=1, needs_you=1)
    asked = (await desk.imports.rows(run.id, [Fate.SKIPPED]))[0]
    assert (len(asked.candidates), asked.line) == (2, 2)
    by_phone = await desk.imports.carry_out(Listed(rows[1:]), Choice(by=("phone",)))
    assert by_phone.counts == Counts(skipped=1, needs_you=1)


async def test_what_cannot_be_read_comes_back_with_its_reason_and_a_group_is_no_contact(world: World) -> None:
    desk = await world.open()
    bad = row(ANN, problems=(Problem("birthday", "soon", "It is no date."),))
    run = await desk.imports.carry_out(Listed([bad, row({}, skip="a group"), BOB]), Choice())
    assert (run.counts, run.outcome) == (Counts(created=1, skipped=1, failed=1), ImportOutcome.PARTIAL)
    failed = (await desk.imports.rows(run.id, [Fate.FAILED]))[0]
    assert (failed.field, failed.value, failed.payload) == ("birthday", "soon", bad.original)


async def test_undo_takes_back_what_was_not_touched_since_and_the_file_can_be_imported_again(world: World) -> None:
    desk = await world.open()
    held = await desk.new(Kind.CONTACT, person("Cy Fox", "cy@c.example"))
    own = await desk.new(Kind.CONTACT, person("Dee Elm", "dee@d.example"))
    rows = [ANN, BOB, person("Cy Fox", "cy@c.example", job_title="Agent"), person("Dee Elm", "dee@elm.example")]
    run = await desk.imports.carry_out(Listed(rows), Choice(Policy(tags=("fair",))))
    assert run.set_id is not None
    ann = next(item for item in (await desk.items(ItemQuery(Kind.CONTACT, "Ann"), None))[0])
    await desk.edit(ann.id, {"job_title": "Buyer"})
    dee = next(item for item in (await desk.items(ItemQuery(Kind.CONTACT, "elm.example"), None))[0])
    await desk.link([dee.id, own.id])  # the imported one goes on, and holds what was here before
    plan = await desk.undo(run.set_id)
    buckets = {bucket: len(plan.items(bucket)) for bucket in Bucket}
    assert buckets == {Bucket.BACK: 2, Bucket.EDITED: 2, Bucket.IMPOSSIBLE: 0}
    assert "job_title" not in desk.item(held.id).values
    assert "tags" not in desk.item(held.id).values
    assert await listed(world) == ["Ann Lee", "Cy Fox", "Dee Elm"]
    assert (await desk.imports.get(run.id)).undone
    again = await desk.imports.carry_out(Listed(rows), Choice(Policy(tags=("fair",))))
    assert (again.counts.created, again.counts.updated, again.counts.unchanged) == (1, 1, 2)


async def test_an_import_that_is_ended_is_whole_to_a_border_and_is_continued_without_doing_anything_twice(
    world: World,
) -> None:
    desk = await world.open()
    people = [person(f"P {number}", f"p{number}@a.example") for number in range(1300)]
    task: asyncio.Task[object] | None = None

    def end(progress: ImportProgress) -> None:
        if progress.done == 500 and task is not None:
            task.cancel()

    task = asyncio.create_task(desk.imports.carry_out(Listed(people), Choice(), end))
    with pytest.raises(asyncio.CancelledError):
        await task
    (run,), _ = await desk.imports.list()
    assert (run.outcome, run.done, run.counts.rows) == (ImportOutcome.CANCELLED, run.counts.created, run.counts.created)
    assert 0 < run.done < 1300
    desk = await world.restart()
    with pytest.raises(UserInputError):
        await desk.imports.go_on(run, Listed(people, digest="another"))
    ended = await desk.imports.go_on(run, Listed(people))
    assert (ended.counts, ended.outcome) == (Counts(created=1300), ImportOutcome.SUCCESS)
    assert len(await listed(world)) == 1300


async def test_a_file_that_is_written_while_it_is_read_stops_its_import_and_what_is_in_is_told(
    world: World, tmp_path: Path
) -> None:
    desk, file = await world.open(), tmp_path / "people.csv"
    file.write_text("Name,Email\n" + "".join(f"Ann {n},ann{n}@a.example\n" for n in range(600)))
    source = await desk.imports.open(str(file))

    def write(progress: ImportProgress) -> None:
        with file.open("a") as still_open:
            still_open.write("Bob Ray,bob@b.example\n")

    with pytest.raises(ImportStopped, match="is not what it was") as stopped:
        await desk.imports.carry_out(source, Choice(), write)
    (run,), _ = await desk.imports.list()
    assert stopped.value.what == f"The import of people.csv stopped after {run.done:,} rows"
    assert (run.outcome, run.counts.rows) == (ImportOutcome.STOPPED, run.done)
    with pytest.raises(FileChanged, match="when it was opened"):
        await desk.imports.carry_out(source, Choice())
    again = await desk.imports.open(str(file))
    counts = (await desk.imports.carry_out(again, Choice())).counts
    assert (counts.created, counts.failed, counts.skipped) == (601 - run.counts.created, 0, 0)


async def test_a_paused_import_waits_and_a_second_one_waits_for_it(world: World) -> None:
    desk = await world.open()
    control = Control()
    told: list[ImportProgress] = []
    control.going.clear()
    first = asyncio.create_task(desk.imports.carry_out(Listed([ANN]), Choice(), control=control))
    await asyncio.sleep(0)
    second = asyncio.create_task(desk.imports.carry_out(Listed([ANN]), Choice(), told.append))
    await asyncio.sleep(0)
    assert told[0].waiting
    ended = Control()
    third = asyncio.create_task(desk.imports.carry_out(Listed([BOB]), Choice(), control=ended))
    await asyncio.sleep(0)
    third.cancel()
    control.going.set()
    assert (await first).counts == Counts(created=1)
    assert (await second).counts == Counts(unchanged=1)
    with pytest.raises(asyncio.CancelledError):
        await third
    assert (ended.run_id, control.run_id, (await desk.imports.list())[1]) == (None, (await first).id, 2)


async def test_an_import_that_the_program_left_is_found_stopped_and_a_mapping_is_remembered_by_its_header(
    world: World,
) -> None:
    desk = await world.open()

    def broken(number: int) -> None:
        if number == 600:
            raise OSError("the disk went")

    with pytest.raises(OSError, match="the disk went"):
        await desk.imports.carry_out(
            Listed([person(f"P {n}", f"p{n}@a.example") for n in range(700)], broken), Choice()
        )
    desk = await world.restart()
    (run,), _ = await desk.imports.list()
    assert (run.outcome, run.done, run.counts.created) == (ImportOutcome.STOPPED, 500, 500)


async def test_tags_of_a_row_and_the_tag_for_all_are_both_there(world: World) -> None:
    desk = await world.open()
    run = await desk.imports.carry_out(Listed([{**ANN, "tags": entries(["vip"])}]), Choice(Policy(tags=("fair",))))
    (item,), _ = await desk.items(ItemQuery(Kind.CONTACT), None)
    assert (run.counts.created, item.values["tags"]) == (1, (Entry("vip"), Entry("fair")))


async def test_the_same_rows_with_another_choice_are_known_by_their_words_each_of_equal_ones_in_its_turn(
    world: World,
) -> None:
    desk = await world.open()
    cy, dee = person("Cy Lind", company="Amber"), person("Dee Oak")
    rows = Listed([cy, dee, cy])
    assert (await desk.imports.carry_out(rows, Choice())).counts == Counts(created=3)
    fair = Choice(Policy(tags=("fair",)))
    assert (await desk.imports.preview(rows, fair)).counts == Counts(updated=3)
    run = await desk.imports.carry_out(rows, fair)
    assert (run.counts, await listed(world)) == (Counts(updated=3), ["Cy Lind", "Cy Lind", "Dee Oak"])
    items, _ = await desk.items(ItemQuery(Kind.CONTACT), None)
    assert [item.values["tags"] for item in items] == [entries(["fair"])] * 3
    # Read by another mapping, a row is still the same; who was renamed here meanwhile too.
    await desk.edit(next(item.id for item in items if item.values["name"] == "Dee Oak"), {"name": "Didi Elm"})
    mapped = Listed([row(cy), replace(row(dee), values={**dee, "job_title": "Agent"}), row(person("Eve Fox"))])
    run = await desk.imports.carry_out(mapped, Choice(reading={"map": "job_title"}))
    assert run.counts == Counts(created=1, updated=1, unchanged=1, differs=1)
    assert await listed(world) == ["Cy Lind", "Cy Lind", "Didi Elm", "Eve Fox"]
    # Under another header the same words say something else.
    other = await desk.imports.preview(Listed([cy], signature="firm,boss"), fair)
    assert other.counts == Counts(created=1)
