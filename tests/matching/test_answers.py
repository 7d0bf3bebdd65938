"""Answers hold: over restarts, over an account that goes and comes back, and back to where it began."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from crmdesk.desk import Desk
from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import Kind
from crmdesk.domain.matching.suggestions import Tier, Verdict
from crmdesk.domain.records import NewRecord
from crmdesk.domain.values import Entry, Values
from crmdesk.secrets.root_key import KeySource
from crmdesk.store import Tx
from crmdesk.system.paths import Profile
from tests.first_start import begun

BILL: Values = {"name": "Bill Overbury", "phones": (Entry("+4917155501"),), "company": "Quill"}
WILLIAM: Values = {"name": "William Overbury", "phones": (Entry("004917155501"),), "job_title": "Buyer"}


@pytest.fixture
async def desk(profile: Path) -> AsyncIterator[Desk]:
    opened = await Desk.open(begun(Profile.at(profile)), keys=KeySource.throw_away())
    yield opened
    await opened.close()


def connect(tx: Tx, number: int, values: Values, link_by: tuple[str, ...] = ()) -> tuple[int, int]:
    """An account that always signs in as the same, with one record; gives the ids of account and item."""
    settings = {"base_url": f"https://{number}.example"}
    account = Account(0, "dex", f"CRM {number}", settings, identity=f"who {number}", link_by=link_by)
    made = tx.accounts.add(account)
    ((_, item_id),) = tx.records.insert([NewRecord(made.id, Kind.CONTACT, "r", values)])
    return made.id, item_id


async def two(desk: Desk) -> tuple[tuple[int, int], tuple[int, int]]:
    one = await desk._store.write(partial(connect, number=1, values=BILL))
    other = await desk._store.write(partial(connect, number=2, values=WILLIAM))
    await desk.matches.run()
    return one, other


def rows(desk: Desk) -> list[tuple[object, ...]]:
    """The records and items, to the letter."""
    with sqlite3.connect(f"file:{desk.profile.database}?mode=ro", uri=True) as connection:
        records = connection.execute('SELECT id, item_id, home, "values", base, presence FROM record').fetchall()
        items = connection.execute("SELECT id, kind, shelf, accounts, shown, name FROM item").fetchall()
        pins = connection.execute("SELECT item_id, field, record_id FROM pin ORDER BY 1, 2").fetchall()
    connection.close()
    return [*records, *items, *pins]


async def test_a_link_is_taken_back_to_the_letter_also_after_edits_and_a_restart(profile: Path) -> None:
    keys = KeySource.throw_away()
    async with await Desk.open(Profile.at(profile), keys=keys) as desk:
        (_, bill), (_, william) = await two(desk)
        await desk.pin(william, "name", desk.item(william).records[0].id)
        await desk.matches.run()
        before = rows(desk)
        (found,), total = await desk.matches.suggestions(Tier.CERTAIN)
        assert total == 1
        done = await desk.matches.link([found.id])
        assert len(desk.item(done.item_ids[0]).records) == 2
    async with await Desk.open(Profile.at(profile), keys=keys) as desk:
        await desk.matches.take_back(done.act)
        assert rows(desk) == before
        assert {bill, william} <= {desk.item(bill).id, desk.item(william).id}
        assert (await desk.matches.decided())[1] == 0


async def test_a_link_that_is_undone_and_redone_is_decided_as_before(desk: Desk) -> None:
    (_, bill), (account, _) = await two(desk)
    (found,), _ = await desk.matches.suggestions()
    await desk.matches.link([found.id])
    linked, decided = rows(desk), await desk.matches.decided()
    await desk.undo()
    assert await desk.matches.decided() == ([], 0)
    assert desk.matches.state().decided == 0
    for _ in range(2):
        await desk.redo()
        assert await desk.matches.decided() == decided
        assert rows(desk) == linked
        await desk.undo()
    await desk.redo()
    await desk._store.write(lambda tx: tx.accounts.remove(account))
    await desk._store.write(partial(connect, number=2, values=WILLIAM))
    await desk.matches.run()
    assert len(desk.item(bill).records) == 2


async def test_edits_made_while_linked_leave_with_their_own_record(desk: Desk) -> None:
    (_, bill), (_, william) = await two(desk)
    (found,), _ = await desk.matches.suggestions()
    done = await desk.matches.link([found.id])
    await desk.edit(done.item_ids[0], {"job_title": "Head buyer"})
    await desk.matches.take_back(done.act)
    held = {one: desk.item(one).values.get("job_title") for one in (bill, william)}
    assert held[william] == "Head buyer" or held[bill] == "Head buyer"
    assert desk.item(bill).values["company"] == "Quill"
    assert "company" not in desk.item(william).values


async def test_what_was_said_not_to_be_the_same_holds_when_the_account_comes_back(desk: Desk) -> None:
    _, (account, _) = await two(desk)
    (found,), _ = await desk.matches.suggestions()
    await desk.matches.not_same(found.id)
    await desk._store.write(lambda tx: tx.accounts.remove(account))
    await desk.matches.run()
    await desk._store.write(partial(connect, number=2, values=WILLIAM))
    await desk.matches.run()
    assert (await desk.matches.suggestions())[1] == 0
    decided, _ = await desk.matches.decided()
    await desk.matches.revoke(decided[0].id)
    await desk.matches.run()
    assert (await desk.matches.suggestions())[1] == 1


async def test_a_link_holds_when_the_account_comes_back(desk: Desk) -> None:
    (_, bill), (account, _) = await two(desk)
    (found,), _ = await desk.matches.suggestions()
    kept = (await desk.matches.link([found.id])).item_ids[0]
    await desk._store.write(lambda tx: tx.accounts.remove(account))
    await desk.matches.run()
    await desk._store.write(partial(connect, number=2, values=WILLIAM))
    await desk.matches.run()
    assert len(desk.item(kept).records) == 2
    assert kept == bill or len(desk.item(kept).records) == 2
    decided, _ = await desk.matches.decided()
    assert [one.verdict for one in decided] == [Verdict.SAME]


async def test_an_unlinked_pair_is_linked_by_nobody_again(desk: Desk) -> None:
    _, (account, _) = await two(desk)
    (found,), _ = await desk.matches.suggestions()
    kept = (await desk.matches.link([found.id])).item_ids[0]
    apart = await desk.unlink(kept, account)
    assert (await desk.matches.decided())[1] == 0
    await desk.matches.keep_apart(kept, apart.id)
    await desk.matches.run()
    assert (await desk.matches.suggestions())[1] == 0
    assert len(desk.item(kept).records) == 1


async def test_the_rule_certain_links_what_arrives_and_nothing_that_was_there(desk: Desk) -> None:
    _, bill = await desk._store.write(partial(connect, number=1, values=BILL))
    await desk._store.write(partial(connect, number=3, values={"name": "Ida Berg", "phones": (Entry("+4917155509"),)}))
    await desk.matches.run()
    await desk._store.write(partial(connect, number=2, values=WILLIAM, link_by=("certain",)))
    await desk.matches.run()
    assert len(desk.item(bill).records) == 2
    assert (await desk.matches.suggestions())[1] == 0
    likely = {**WILLIAM, "name": "W. Overbury"}
    await desk._store.write(partial(connect, number=4, values=likely, link_by=("certain",)))
    await desk.matches.run()
    assert len(desk.item(bill).records) == 2
    assert (await desk.matches.suggestions())[0][0].tier is not Tier.CERTAIN


async def test_who_is_being_typed_is_told_before_it_is_saved(desk: Desk) -> None:
    (_, bill), _ = await two(desk)
    found = await desk.matches.resembling(Kind.CONTACT, {"name": "Will Overbury", "phones": (Entry("+4917155501"),)})
    assert bill in {one.item_id for one in found}
    assert found[0].tier is Tier.CERTAIN
    assert await desk.matches.resembling(Kind.CONTACT, {"name": "Somebody Else"}) == []
    assert await desk.matches.resembling(Kind.DEAL, {"name": "Bill Overbury"}) == []


async def test_two_addresses_are_one_property_and_two_units_are_two(desk: Desk) -> None:
    def put(tx: Tx) -> None:
        for number, name in enumerate(("12 Quay Street, Leeds", "12 Quay St, Leeds", "3/12 Quay Street, Leeds")):
            made = tx.accounts.add(Account(0, "rex", f"P {number}", identity=str(number)))
            tx.records.insert([NewRecord(made.id, Kind.PROPERTY, "p", {"name": name})])

    await desk._store.write(put)
    await desk.matches.run()
    found, _ = await desk.matches.suggestions(Tier.CERTAIN)
    assert [len(one.members) for one in found] == [2]
    assert {one.kind for one in found} == {Kind.PROPERTY}
    assert replace(found[0], reasons=()).tier is Tier.CERTAIN
