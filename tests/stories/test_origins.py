"""A key goes to the address that it was given for, whoever changes the database, a backup or a setting."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field

import pytest

from crmdesk.desk import AccountState
from crmdesk.domain.reports import RunOutcome
from crmdesk.errors import AuthRequired, StoreError
from crmdesk.secrets.vault import Vault
from crmdesk.store import restore
from tests.world import World


@dataclass
class Elsewhere:
    """A server of somebody else, and what it was sent."""

    url: str = ""
    heads: list[bytes] = field(default_factory=list)

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[Elsewhere]:
        """Take whatever comes, and answer nothing useful."""

        async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self.heads.append(await reader.read(4096))
            writer.write(b"HTTP/1.1 401 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            writer.close()

        server = await asyncio.start_server(take, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with server:
            yield self


def change(world: World, statement: str, *parameters: object) -> None:
    """Somebody changes the database while the desk is closed."""
    with closing(sqlite3.connect(world.profile.database)) as connection, connection:
        connection.execute(statement, parameters)


MOVE = "UPDATE account SET settings = json_set(settings, '$.base_url', ?) WHERE id = ?"


async def unbound(world: World) -> None:
    """Seal the account's key as an older desk did: for no address."""
    vault = Vault(world.profile.vault, world.keys)
    await vault.put(str(world.account.id), "sign-in", {"key": world.dex.keys.v1})


async def test_a_changed_database_sends_the_key_nowhere_else(world: World) -> None:
    await world.begin()
    await world.close()
    own = world.account.settings["base_url"]
    async with Elsewhere().listening() as elsewhere:
        change(world, MOVE, elsewhere.url, world.account.id)
        await world.open()
        run = await world.sync()
        assert (run.outcome, run.error_id) == (RunOutcome.FAILED, "AUTH_REQUIRED")
        (status,) = world.desk.accounts()
        assert status.state is AccountState.NEEDS_SIGN_IN
        with pytest.raises(AuthRequired, match="is not sent to"):
            await world.desk.resume(world.account.id)
        await world.close()
        change(world, MOVE, own, world.account.id)
        await world.open()
        await world.desk.resume(world.account.id)
        assert (await world.sync()).outcome is RunOutcome.SUCCESS
        assert elsewhere.heads == []


async def test_a_new_address_without_its_key_asks_for_it(world: World) -> None:
    await world.begin()
    async with Elsewhere().listening() as elsewhere:
        with pytest.raises(AuthRequired, match="is not sent to"):
            await world.desk.set_account(world.account.id, settings={"base_url": elsewhere.url})
        assert (elsewhere.heads, world.desk.accounts()[0].account.settings) == ([], world.account.settings)
        with pytest.raises(AuthRequired):  # the other server's own word, since a key was given for it
            await world.desk.reconnect(world.account.id, {"key": "dex_other"}, settings={"base_url": elsewhere.url})
        assert [b"dex_other" in head for head in elsewhere.heads] == [True]
    assert (await world.sync()).outcome is RunOutcome.SUCCESS


async def test_two_accounts_whose_settings_were_exchanged_keep_their_keys(world: World) -> None:
    await world.begin()
    other = world.crms.account("flex")
    settings = {"base_url": other.base_url, **other.settings}
    second = await world.desk.add_account("flex", "Flex", settings, {"key": other.secret})
    await world.close()
    change(world, MOVE, other.base_url.split("/f5")[0], world.account.id)
    before = len(world.crms.sites["flex"].requests.all())
    await world.open()
    runs = {run.account_id: run for run in await world.desk.sync()}
    assert runs[world.account.id].error_id == "AUTH_REQUIRED"
    assert runs[second.id].outcome is RunOutcome.SUCCESS
    asked = world.crms.sites["flex"].requests.all()[before:]
    assert all("/f5/api" in request.path for request in asked)


async def test_a_key_that_an_older_desk_sealed_still_works_and_is_bound_at_its_first_use(world: World) -> None:
    await world.begin()
    await unbound(world)
    await world.restart()
    assert (await world.sync()).outcome is RunOutcome.SUCCESS
    await world.close()
    async with Elsewhere().listening() as elsewhere:
        change(world, MOVE, elsewhere.url, world.account.id)
        await world.open()
        assert (await world.sync()).error_id == "AUTH_REQUIRED"
        assert elsewhere.heads == []


async def test_a_key_that_an_older_desk_sealed_belongs_to_the_present_address(world: World) -> None:
    await world.begin()
    await unbound(world)
    await world.restart()
    async with Elsewhere().listening() as elsewhere:
        with pytest.raises(AuthRequired, match="is not sent to"):
            await world.desk.set_account(world.account.id, settings={"base_url": elsewhere.url})
        assert elsewhere.heads == []
    assert (await world.sync()).outcome is RunOutcome.SUCCESS


@pytest.mark.parametrize(
    "planted",
    [
        "CREATE TRIGGER t AFTER UPDATE ON item BEGIN UPDATE account SET settings = '{}'; END",
        "CREATE VIEW strangers AS SELECT * FROM account",
        "CREATE TABLE more (id)",
        "DROP VIEW contacts",
        "CREATE INDEX i ON item (abs(id))",
    ],
)
async def test_a_backup_with_somebody_elses_rules_is_refused(world: World, planted: str) -> None:
    await world.open()
    copied = world.directory / "copy.db"
    await world.desk.backup(copied)
    await world.close()
    with closing(sqlite3.connect(copied)) as connection, connection:
        connection.execute(planted)
        if planted.startswith("DROP"):
            connection.execute("CREATE VIEW contacts AS SELECT settings FROM account")
    before = world.profile.database.read_bytes()
    with pytest.raises(StoreError, match="no CRM Desk has made") as refused:
        restore(copied, world.profile.database)
    assert refused.value.next.startswith("Take another backup")
    assert world.profile.database.read_bytes() == before


async def test_keys_of_accounts_that_are_gone_do_not_stay(world: World) -> None:
    await world.begin()
    await Vault(world.profile.vault, world.keys).put("77", "sign-in", {"key": "of an account that is gone"})
    world.desk.start()
    await world.until(lambda: world.clock.asleep > 0)
    await world.later(60)
    await world.until(lambda: b'"77"' not in world.profile.vault.read_bytes())
    assert (await world.sync()).outcome is RunOutcome.SUCCESS
