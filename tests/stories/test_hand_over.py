"""Changes for Top Producer are handed over as a file, and its next export tells what became of them."""

from __future__ import annotations

import csv
import io
import os
import time
from collections.abc import AsyncGenerator, Mapping
from pathlib import Path

import pytest

from crmdesk.desk import AccountState, Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import EntryState, Outcome
from crmdesk.domain.records import Item, ItemQuery
from crmdesk.domain.reports import Run, RunOutcome
from crmdesk.domain.values import Entry, Patch, entries
from crmdesk.errors import FileExists, UserInputError
from crmdesk.secrets.root_key import KeySource
from crmdesk.system.paths import Profile
from tests.formats.mapping.test_top_producer import ADA, CY, export

_ADA = {
    "Contact ID": ADA, "Contact Type": "Buyer\nSphere", "Primary FirstName": "Ada", "Primary LastName": "Quill",
    "Primary Birthday": "9/4/1977", "Email Address": "ada@quill.example", "Mobile Phone": "555-0101",
    "House Number": "12", "Direction Prefix": "N", "Street": "Main", "Street Designator": "St", "City": "Salém",
    "Bedrooms": "3", "Contact Notes": "9/4/07 called",
}  # fmt: skip
_CLOSING = {"Contact ID": ADA, "Closing ID": "{C}", "Mobile Phone": "555-0104"}
_CY = {"Contact ID": CY, "Primary FirstName": "Cy", "Primary LastName": "Lind", "Home Phone": "555-0199"}


class Story:
    """A desk on one export, which comes again and again, each one newer than all that happened before."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk = desk
        self.export, self.file = folder / "export.csv", folder / "changes.csv"
        self.later = 0

    def exported(self, *rows: Mapping[str, str], old: bool = False) -> None:
        self.export.write_bytes(export(*rows))
        self.later += 60
        moment = time.time() + (-3600 if old else self.later)
        os.utime(self.export, (moment, moment))

    async def synced(self, *rows: Mapping[str, str], old: bool = False) -> Run:
        self.exported(*rows, old=old)
        (run,) = await self.desk.sync()
        told = [entry.error for entry in (await self.desk.outbox())[0]]
        wanted = RunOutcome.PARTIAL if run.not_accepted or run.conflicts else RunOutcome.SUCCESS
        assert (run.outcome, run.balanced) == (wanted, True), (run, told)
        return run

    async def item(self, first: str) -> Item:
        items, _ = await self.desk.items(ItemQuery(kind=Kind.CONTACT), None)
        return next(item for item in items if item.values.get("first_name") == first)

    async def edit(self, patch: Patch, first: str = "Ada") -> None:
        await self.desk.edit((await self.item(first)).id, patch)

    async def states(self) -> dict[str, EntryState]:
        return {key: entry.state for entry in (await self.desk.outbox())[0] for key in entry.fields}

    async def handed(self) -> dict[str, dict[str, str]]:
        """Hand over, and give the rows of the file by their ids."""
        account = self.desk.accounts()[0].account
        await self.desk.hand_overs.write(account.id, self.file, replace=True)
        text = self.file.read_bytes().decode("iso-8859-1")
        return {row["Contact ID"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}

    async def outcomes(self) -> list[Outcome | None]:
        return [entry.outcome for entry in (await self.desk.outbox(all=True))[0]]


@pytest.fixture
async def story(tmp_path: Path) -> AsyncGenerator[Story, None]:
    async with await Desk.open(Profile.at(tmp_path / "profile"), keys=KeySource(environment="")) as desk:
        made = Story(desk, tmp_path)
        made.exported(_ADA, _CLOSING, _CY)
        await desk.add_account("top_producer", "Office", {"path": str(made.export)}, {})
        (run,) = await desk.sync()
        assert (run.new, run.balanced) == (2, True)
        yield made


async def test_what_was_changed_is_a_row_of_its_own_columns_and_the_next_export_confirms_it(story: Story) -> None:
    await story.edit(
        {
            "last_name": "Byron", "birthday": "1977-12-31", "street": "12 N Oak Hill St", "description": None,
            "phones": (Entry("555-0101", "mobile"), Entry("555-0104", "mobile"), Entry("555-0222", "work")),
            "tags": entries(["Sphere", "Seller"]),
        }
    )  # fmt: skip
    (run,) = await story.desk.sync()
    assert (run.sent, set((await story.states()).values())) == (0, {EntryState.PENDING}), "nothing is sent by itself"
    rows = await story.handed()
    said = {
        "Primary LastName": "Byron", "Primary Birthday": "12/31/1977", "Street": "Oak Hill", "Contact Notes": "",
        "Bus Phone": "555-0222", "Contact Type": "Sphere\nSeller",
    }  # fmt: skip
    assert rows.keys() == {ADA}, "who was not changed is not in it"
    assert rows[ADA] == {**dict.fromkeys(rows[ADA], ""), **_ADA, **said}
    assert set((await story.states()).values()) == {EntryState.HANDED_OVER}
    status = story.desk.accounts()[0]
    assert (status.state, status.handed_over, status.pending) == (AccountState.WAITING, 1, 0)
    with pytest.raises(UserInputError, match="Nothing waits"):
        await story.handed()
    run = await story.synced(_ADA, _CLOSING, _CY, old=True)
    assert set((await story.states()).values()) == {EntryState.HANDED_OVER}, "an export from before tells nothing"
    run = await story.synced({**_ADA, **said}, _CLOSING, _CY)
    told = [entry.error for entry in (await story.desk.outbox())[0]]
    assert (run.sent, run.not_accepted, await story.states()) == (1, 0, {}), told
    assert await story.outcomes() == [Outcome.VERIFIED]
    assert (await story.item("Ada")).values["street"] == "12 N Oak Hill St"
    assert story.desk.accounts()[0].state is AccountState.UP_TO_DATE


async def test_an_export_that_says_otherwise_accepts_in_part_contradicts_or_holds_nobody(story: Story) -> None:
    await story.edit({"last_name": "Byron", "job_title": "Agent", "city": "Bend"})
    await story.edit({"last_name": "Lund"}, "Cy")
    await story.handed()
    run = await story.synced({**_ADA, "Primary LastName": "Byron", "City": "Eugene"})
    assert (run.sent, run.not_accepted, run.conflicts) == (1, 1, 1)
    ada, cy = await story.item("Ada"), await story.item("Cy")
    assert (ada.values["last_name"], ada.values["job_title"], ada.values["city"]) == ("Byron", "Agent", "Bend")
    entries_ = {entry.fields: entry for entry in (await story.desk.outbox())[0]}
    refused, contested, untold = (entries_[key,] for key in ("job_title", "city", "last_name"))
    assert (refused.state, refused.error_id) == (EntryState.PARKED, "NOT_ACCEPTED")
    assert "nothing there" in (refused.error or "")
    assert (contested.state, contested.error_id) == (EntryState.PARKED, "CHANGED_IN_BOTH_PLACES")
    assert (untold.state, untold.item_id) == (EntryState.HANDED_OVER, cy.id)
    assert "does not hold this contact" in (untold.error or "")
    # What was not accepted is handed over again, what is decided for mine too, and who was missing comes back.
    await story.desk.retry_entry(refused.id)
    (conflict,) = (await story.desk.conflicts())[0]
    await story.desk.resolve([conflict.id], "mine")
    rows = await story.handed()
    assert rows.keys() == {ADA}
    assert (rows[ADA]["Primary Title"], rows[ADA]["City"]) == ("Agent", "Bend")
    said = {"Primary LastName": "Byron", "Primary Title": "Agent", "City": "Bend"}
    await story.synced({**_ADA, **said}, {**_CY, "Primary LastName": "Lund"})
    assert await story.states() == {}


async def test_what_is_typed_or_taken_back_after_the_hand_over_is_neither_lost_nor_doubled(story: Story) -> None:
    await story.edit({"last_name": "Byron"})
    await story.edit({"last_name": "Lund"}, "Cy")
    (newest, _older) = (await story.desk.changes())[0][:2]
    await story.handed()
    await story.edit({"last_name": "Lovelace"})
    await story.desk.undo(newest.id)
    assert (await story.item("Cy")).values["last_name"] == "Lind"
    # Both files were imported meanwhile: what was handed over is confirmed, what was typed since still waits.
    run = await story.synced({**_ADA, "Primary LastName": "Byron"}, {**_CY, "Primary LastName": "Lund"})
    assert (run.sent, run.conflicts, run.not_accepted) == (2, 0, 0)
    assert ((await story.item("Ada")).values["last_name"], (await story.item("Cy")).values["last_name"]) == (
        "Lovelace",
        "Lind",
    )
    rows = await story.handed()
    assert {id: row["Primary LastName"] for id, row in rows.items()} == {ADA: "Lovelace", CY: "Lind"}
    await story.synced({**_ADA, "Primary LastName": "Lovelace"}, _CY)
    assert await story.states() == {}
    # Taken back before anything was handed over: nothing waits.
    await story.edit({"last_name": "Byron"})
    await story.desk.undo((await story.desk.changes())[0][0].id)
    assert await story.states() == {}


async def test_a_desk_that_dies_after_the_file_was_written_still_waits_and_the_next_export_ends_it(
    story: Story, tmp_path: Path
) -> None:
    """The file is written first: what is only noted would be lost, what is only written is there twice at most."""
    await story.edit({"last_name": "Byron"})
    account = story.desk.accounts()[0].account
    refusing = tmp_path / "there.csv"
    refusing.write_bytes(b"mine")
    with pytest.raises(FileExists):
        await story.desk.hand_overs.write(account.id, refusing)
    with pytest.raises(UserInputError, match="reads that place"):
        await story.desk.hand_overs.write(account.id, story.export, replace=True)
    assert (refusing.read_bytes(), story.export.read_bytes()) == (b"mine", export(_ADA, _CLOSING, _CY))
    assert await story.states() == {"last_name": EntryState.PENDING}
    # As after a kill between the two: the file is imported though its changes are still noted as waiting.
    await story.synced({**_ADA, "Primary LastName": "Byron"}, _CY)
    assert (await story.states(), await story.outcomes()) == ({}, [Outcome.SUPERSEDED])


async def test_a_second_file_before_the_next_export_takes_nothing_of_the_first_back(story: Story) -> None:
    """Each row replaces all that the program has of a contact, so that it says again what was handed over before."""
    await story.edit({"last_name": "Byron", "city": "Bend"})
    await story.handed()
    await story.edit({"first_name": "Augusta", "birthday": "--12-10"})
    account = story.desk.accounts()[0].account
    done = await story.desk.hand_overs.write(account.id, story.file, replace=True)
    assert (done.changes, [field for _, field, _ in done.left]) == (1, ["birthday"]), "a day lacks its year there"
    said = {"Primary FirstName": "Augusta", "Primary LastName": "Byron", "City": "Bend"}
    assert story.file.read_bytes() == export({**_ADA, **said})
    await story.synced({**_ADA, **said}, _CLOSING, _CY)
    assert await story.states() == {"birthday": EntryState.PARKED}


async def test_a_value_without_a_column_is_kept_here_and_told(story: Story) -> None:
    phones = (Entry("555-0199", "home"), Entry("555-0198", "home"))
    await story.edit({"phones": phones, "last_name": "Lund"}, "Cy")
    account = story.desk.accounts()[0].account
    done = await story.desk.hand_overs.write(account.id, story.file)
    assert (done.contacts, done.changes, [(field, why) for _, field, why in done.left]) == (
        1,
        1,
        [("phones", "The columns of its exports have no place for this value")],
    )
    assert await story.states() == {"phones": EntryState.PARKED, "last_name": EntryState.HANDED_OVER}
    assert (await story.item("Cy")).values["phones"] == phones
