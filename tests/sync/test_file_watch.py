"""A file that another program wrote anew is read by itself, once it is still."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from crmdesk.desk import Desk
from crmdesk.domain.accounts import Account, Direction
from crmdesk.domain.fields import Kind
from crmdesk.providers.registry import standing
from crmdesk.secrets.root_key import KeySource
from crmdesk.sync.file_watch import EVERY, STILL, FileWatch
from crmdesk.system.paths import Profile
from tests.contract.played_file import PlayedDisk, person, table
from tests.patience import until
from tests.simulated_clock import SimulatedClock

PATH = "/exports/contacts.csv"


async def test_a_file_is_new_when_it_changed_and_held_still() -> None:
    disk = PlayedDisk()
    watch = FileWatch(lambda account: standing(account.provider, account.settings, disk))
    account = Account(
        7, "file", "Export", {"path": PATH, "base_url": f"file://{PATH}"}, Direction.PULL, (Kind.CONTACT,)
    )
    assert await watch.look(account) == (False, EVERY), "a file that is not there is no change"
    disk.put(PATH, b"half")
    assert await watch.look(account) == (False, STILL)
    disk.put(PATH, b"half and half")
    assert await watch.look(account) == (False, STILL)
    assert await watch.look(account) == (True, EVERY)
    assert await watch.look(account) == (False, EVERY)
    del disk.files[PATH]
    assert await watch.look(account) == (False, EVERY)


async def test_the_desk_reads_what_was_written_anew_without_being_asked(tmp_path: Path) -> None:
    file = tmp_path / "contacts.csv"
    file.write_bytes(table([person(1)]))
    profile = Profile.at(tmp_path / "profile")
    async with await Desk.open(profile, clock=SimulatedClock(), keys=KeySource.throw_away()) as desk:
        await desk.add_account("file", "Export", {"path": str(file)}, {})
        await desk.sync()
        desk.start()
        for people in (2, 3):
            file.write_bytes(table([person(number) for number in range(1, people + 1)]))
            await until(partial(_has, desk, people))


def _has(desk: Desk, people: int) -> bool:
    return desk.accounts()[0].contacts == people
