"""Beside an open window: reading commands look for themselves, writing ones are carried out by the holder."""

from __future__ import annotations

import asyncio
import json
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from crmdesk.cli.main import run_command
from crmdesk.demo.server import DemoCrms
from crmdesk.desk import Desk
from crmdesk.domain.signals import OutboxChanged
from crmdesk.system.handover import Request
from crmdesk.system.instance_server import InstanceServer, Reply
from crmdesk.system.paths import Profile
from crmdesk.system.single_instance import try_lock
from tests.cli.conftest import CONTACTS, ROOT, Terminal
from tests.patience import PATIENCE


class Holder:
    """A process that holds the profile as the window does: an open desk that syncs and sends, and a server."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.carried_out: list[Request] = []

    async def on_command(self, request: Request, reply: Reply) -> int:
        self.carried_out.append(request)
        return await run_command(self.desk, request, reply)


@pytest.fixture
async def holder(profile: Path, crms: DemoCrms, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Holder]:
    monkeypatch.setenv("ENCRYPTION_KEY", "5a" * 32)
    monkeypatch.setenv("DEX_API_KEY", crms.account("dex").secret)
    lock = try_lock(Profile.at(profile))
    assert lock is not None
    with lock:
        async with await Desk.open(Profile.at(profile)) as desk:
            desk.start()
            holder = Holder(desk)
            server = InstanceServer(lock, asyncio.get_running_loop(), lambda: None, holder.on_command)
            server.start()
            try:
                yield holder
            finally:
                server.stop()


async def crmdesk(profile: Path, *words: str, code: int = 0, stdin: str = "", cwd: Path = ROOT) -> Any:
    """The document of a command in a process of its own, which must end with this code."""
    command = [sys.executable, "-m", "crmdesk", "--json", "--profile", str(profile), *words]
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, cwd=cwd, stdin=pipe, stdout=pipe, stderr=pipe)
    out, err = await process.communicate(stdin.encode())
    assert process.returncode == code, (out, err)
    return json.loads(out)


def connecting(crms: DemoCrms) -> tuple[str, ...]:
    return ("account", "add", "dex", "--name", "Dex", "--set", f"base_url={crms.account('dex').base_url}")


async def test_a_writing_command_hands_itself_to_the_holder(holder: Holder, profile: Path, crms: DemoCrms) -> None:
    account = await crmdesk(profile, *connecting(crms))
    assert account["name"] == "Dex"
    assert holder.desk.account("Dex").id == int(account["id"])
    assert [request.argv[:2] for request in holder.carried_out] == [("account", "add")]
    (run,) = (await crmdesk(profile, "sync"))["runs"]
    assert run["outcome"] == "success"
    assert (await crmdesk(profile, "contacts", "--all"))["total"] == CONTACTS


async def test_the_secret_of_the_calling_process_is_used(
    holder: Holder, profile: Path, crms: DemoCrms, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = crms.account("dex").secret
    monkeypatch.delenv("DEX_API_KEY")
    assert (await crmdesk(profile, *connecting(crms), code=3))["error"]["id"] == "AUTH_REQUIRED"
    await crmdesk(profile, *connecting(crms), "--secret-stdin", stdin=secret)
    assert secret not in " ".join(word for request in holder.carried_out for word in request.argv)


async def test_an_edit_handed_over_is_sent_at_once(holder: Holder, profile: Path, crms: DemoCrms) -> None:
    await crmdesk(profile, *connecting(crms))
    await crmdesk(profile, "sync")
    item = (await crmdesk(profile, "contacts", "--limit", "1"))["contacts"][0]
    moved = asyncio.Event()
    holder.desk.subscribe(lambda signal: moved.set() if isinstance(signal, OutboxChanged) else None)
    await crmdesk(profile, "edit", item["id"], "description=Typed in a terminal")
    remote_id = item["records"][0]["remote_id"]
    async with asyncio.timeout(PATIENCE):
        while (await holder.desk.outbox())[1]:
            await moved.wait()
            moved.clear()
    record = crms.dex.book.get(remote_id)
    assert record is not None
    assert record["description"] == "Typed in a terminal"


async def test_reading_commands_do_not_ask_the_holder(holder: Holder, profile: Path) -> None:
    made = await crmdesk(profile, "new", "first_name=Ada")
    holder.carried_out.clear()
    for words in (("contacts",), ("show", made["id"]), ("doctor",)):
        await crmdesk(profile, *words)
    assert holder.carried_out == []


async def test_failures_and_exit_codes_come_back(holder: Holder, profile: Path) -> None:
    assert (await crmdesk(profile, "edit", "77", "company=X", code=3))["error"]["id"] == "NOT_FOUND"
    assert (await crmdesk(profile, "edit", "77", "shoe_size=X", code=2))["error"]["id"] == "USAGE"
    assert (await crmdesk(profile, "sync"))["runs"] == []


async def test_ctrl_c_cancels_what_was_handed_over(holder: Holder, profile: Path, crms: DemoCrms) -> None:
    await crmdesk(profile, *connecting(crms))
    await crmdesk(profile, "sync")
    crms.dex.weather.set("silent")
    command = [sys.executable, "-m", "crmdesk", "--json", "--profile", str(profile), "sync"]
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=pipe, stderr=pipe)
    assert process.stderr is not None
    assert b"reading" in await process.stderr.readline()
    process.send_signal(signal.SIGINT)
    out, err = await process.communicate()
    assert (process.returncode, b"Traceback" in err, json.loads(out).keys()) == (130, False, {"error"})
    crms.dex.weather.clear()
    assert [run["outcome"] for run in (await crmdesk(profile, "sync"))["runs"]] == ["success"]
    assert [run["outcome"] for run in (await crmdesk(profile, "runs"))["runs"]][1] == "cancelled"


async def test_a_file_is_named_from_where_the_caller_stands(holder: Holder, profile: Path, tmp_path: Path) -> None:
    document = await crmdesk(profile, "backup", "tests-backup.db")
    target = ROOT / "tests-backup.db"
    try:
        assert Path(document["file"]) == target
        assert target.stat().st_size == document["bytes"]
    finally:
        target.unlink()


async def test_recovering_needs_the_window_closed(holder: Holder, profile: Path, tmp_path: Path) -> None:
    await crmdesk(profile, "backup", str(tmp_path / "saved.db"))
    assert (await crmdesk(profile, "recover", str(tmp_path / "saved.db"), code=3))["error"]["id"] == "PROFILE_IN_USE"


def test_a_profile_held_without_a_server_gives_3(terminal: Terminal) -> None:
    made = terminal.json("new", "first_name=Ada")
    lock = try_lock(Profile.at(terminal.profile))
    assert lock is not None
    with lock:
        answer = terminal.run("--json", "edit", made["id"], "company=X")
        assert (answer.code, answer.error["id"]) == (3, "PROFILE_IN_USE")
        assert terminal.json("show", made["id"])["company"] is None
    assert terminal.json("edit", made["id"], "company=X")["company"] == "X"
