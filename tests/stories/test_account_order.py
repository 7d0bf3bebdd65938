"""Account order: of several accounts that hold a value the upper one is shown, and the order is the user's."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from crmdesk.demo.server import DemoCrms
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import NewRecord
from crmdesk.errors import UserInputError
from crmdesk.store import Tx
from tests.world import World


@pytest.fixture
async def world(running: DemoCrms, tmp_path: Path) -> AsyncIterator[World]:
    made = World(running, tmp_path / "profile")
    await made.begin()
    yield made
    await made.close()


def order(world: World) -> list[str]:
    return [status.account.name for status in world.desk.accounts()]


async def test_the_upper_account_speaks_for_a_contact_and_new_accounts_come_last(world: World) -> None:
    first = world.account
    second = await world.connect(api="legacy", name="Old")
    item = (await world.items())[0]
    name = item.values["name"]

    def link(tx: Tx) -> None:
        tx.records.insert([NewRecord(second.id, Kind.CONTACT, "other", {"name": "Another Name"}, item_id=item.id)])

    await world.desk._store.write(link)
    assert world.desk.item(item.id).values["name"] == name
    await world.desk.move_account(second.id, -1)
    assert (order(world), world.desk.item(item.id).values["name"]) == (["Old", "Dex"], "Another Name")
    await world.desk.move_account(second.id, -1)
    assert order(world) == ["Old", "Dex"]
    await world.desk.move_account(second.id, 1)
    assert (order(world), world.desk.item(item.id).values["name"]) == (["Dex", "Old"], name)
    there = world.crms.account("crm_api")
    await world.desk.add_account("crm_api", "CRM", {"base_url": there.base_url}, {"key": there.secret})
    assert order(world) == ["Dex", "Old", "CRM"]
    with pytest.raises(UserInputError, match="already an account"):
        await world.desk.set_account(first.id, name="Old")
