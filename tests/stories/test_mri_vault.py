"""MRI Vault as stories: four kinds and what they say of one another, merges told there, and sign-ins that end."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from crmdesk.demo.server import DemoCrms
from crmdesk.domain.fields import Kind
from crmdesk.domain.reports import RunOutcome
from tests.mri_world import KINDS, ROOT, VaultWorld, refs, related


@pytest.fixture
async def world(running: DemoCrms, tmp_path: Path) -> AsyncIterator[VaultWorld]:
    async with VaultWorld.untouched(running, "mri_vault", tmp_path / "profile") as made:
        yield made


# Pulling


async def test_the_first_sync_brings_all_kinds_and_what_they_say_of_one_another(world: VaultWorld) -> None:
    await world.start(kinds=(*KINDS, Kind.EVENT))
    runs = await world.runs()
    assert list(runs) == [Kind.CONTACT, Kind.PROPERTY, Kind.DEAL, Kind.EVENT]
    assert {run.outcome for run in runs.values()} == {RunOutcome.SUCCESS}
    assert all(run.balanced for run in runs.values())
    assert runs[Kind.CONTACT].new == world.vault.book.count
    offer = next(iter(world.vault.offers.values()))
    home = next(
        h for h in world.vault.homes.snapshot().values() if (h["saleLife"] or {}).get("id") == offer["saleLifeId"]
    )
    deal = world.item_of(f"{home['id']}/sale/{offer['saleLifeId']}")
    place = world.item_of(home["id"])
    assert place.kind is Kind.PROPERTY
    assert deal.values["property"] == refs(place)
    people = [world.item_of(one) for one in home["saleLife"]["purchasers"] or [str(offer["contact"]["id"])]]
    assert deal.values["contacts"] == refs(*people)
    assert ("contacts", deal.id, False) in related(world, people[0])
    assert ("property", deal.id, False) in related(world, place)
    assert {field for field, _, outgoing in related(world, place) if outgoing} >= {"vendors"}
    again = await world.runs()
    assert all((run.new, run.changed, run.removed) == (0, 0, 0) for run in again.values())


async def test_the_next_sync_asks_for_what_changed_alone(world: VaultWorld) -> None:
    await world.start(kinds=(Kind.CONTACT, Kind.PROPERTY))
    await world.runs()
    changed = world.vault.somebody_else("edit", world.vault.book.ids()[5], {"company": "Moved On"})
    before = world.vault.requests.total
    runs = await world.runs()
    assert world.item_of(changed).values["company"] == "Moved On"
    assert runs[Kind.CONTACT].changed == 1
    lists = [asked for asked in world.vault.requests.all("GET") if asked.path == f"{ROOT}/contacts"]
    assert "modifiedSince" in lists[-1].query
    assert world.vault.requests.total - before < 12
    world.wall(days=8)
    assert (await world.runs())[Kind.CONTACT].balanced


async def test_a_reported_removal_goes_to_the_trash_with_its_reason(world: VaultWorld) -> None:
    await world.start(kinds=(Kind.CONTACT,))
    await world.runs()
    gone = world.vault.book.ids()[2]
    item = world.item_of(gone)
    world.vault.somebody_else("delete", gone)
    run = (await world.runs())[Kind.CONTACT]
    assert run.removed == 1
    assert world.desk.item(item.id).trash_reason == "It was deleted in Vault."
    assert (await world.runs())[Kind.CONTACT].removed == 0


async def test_a_reported_flood_of_removals_is_held_back(world: VaultWorld) -> None:
    await world.start(kinds=(Kind.CONTACT,))
    await world.runs()
    for id_ in world.vault.book.ids()[:25]:
        world.vault.somebody_else("delete", id_)
    run = (await world.runs())[Kind.CONTACT]
    assert (run.outcome, run.removed) == (RunOutcome.NEEDS_REVIEW, 0)
    await world.desk.review(world.account.id, True)
    assert world.vault.book.count == len(await world.items(include_hidden=True))


# Merges


async def merge(world: VaultWorld, loser: str, keep: str) -> None:
    world.vault.somebody_else("merge", loser, into=keep)


async def test_two_merged_there_are_one_here(world: VaultWorld) -> None:
    await world.start(kinds=(Kind.CONTACT,))
    await world.runs()
    loser, keep = world.vault.book.ids()[:2]
    lost, kept = world.item_of(loser), world.item_of(keep)
    total = len(await world.items())
    await merge(world, loser, keep)
    await world.runs()
    assert len(await world.items()) == total - 1
    assert [record.remote_id for record in world.desk.item(kept.id).records] == [keep]
    with pytest.raises(Exception, match=str(lost.id)):
        world.desk.item(lost.id)
    assert await world.conflicts() == []
    again = (await world.runs(full=True))[Kind.CONTACT]
    assert (again.balanced, again.removed) == (True, 0)


async def test_unsent_edits_of_the_loser_become_edits_of_the_survivor(world: VaultWorld) -> None:
    await world.start(kinds=(Kind.CONTACT,))
    await world.runs()
    loser, keep = world.vault.book.ids()[:2]
    for id_ in (loser, keep):
        world.vault.book.update(id_, {"company": None, "position": "Agent"})
    await world.runs()
    world.vault.weather.set("down", method="PUT")
    await world.edit(loser, {"company": "Harbour & Co"})
    await merge(world, loser, keep)
    await world.runs()
    world.vault.weather.clear()
    await world.later(3600)
    await world.runs()
    assert world.vault.book.get(keep)["company"] == "Harbour & Co"  # type: ignore[index] # it is there
    assert world.item_of(keep).values["company"] == "Harbour & Co"
    assert await world.queue() == []
    assert await world.conflicts() == []


async def test_an_edit_of_the_loser_that_differs_from_the_survivor_is_a_conflict(world: VaultWorld) -> None:
    await world.start(kinds=(Kind.CONTACT,))
    loser, keep = world.vault.book.ids()[:2]
    world.vault.book.update(loser, {"company": "Old Co"})
    world.vault.book.update(keep, {"company": "Survivor Co"})
    await world.runs()
    world.vault.weather.set("down", method="PUT")
    await world.edit(loser, {"company": "Typed Co"})
    await merge(world, loser, keep)
    await world.runs()
    world.vault.weather.clear()
    await world.later(3600)
    await world.runs()
    (conflict,) = await world.conflicts()
    assert (conflict.field, conflict.base, conflict.mine, conflict.theirs, conflict.remote_id) == (
        "company", "Old Co", "Typed Co", "Survivor Co", keep,
    )  # fmt: skip
    assert world.vault.book.get(keep)["company"] == "Survivor Co"  # type: ignore[index] # it is there
    await world.desk.resolve([conflict.id], "mine")
    await world.runs()
    assert world.vault.book.get(keep)["company"] == "Typed Co"  # type: ignore[index] # it is there


async def test_a_merge_into_somebody_new_here_keeps_the_contact(world: VaultWorld) -> None:
    await world.start(kinds=(Kind.CONTACT,))
    await world.runs()
    loser = world.vault.book.ids()[0]
    item = world.item_of(loser)
    keep = world.vault.somebody_else("create")
    await merge(world, loser, keep)
    await world.runs()
    assert world.item_of(keep).id == item.id
    assert [record.remote_id for record in world.desk.item(item.id).records] == [keep]


# Signing in and out


async def test_disconnecting_removes_the_credentials(world: VaultWorld) -> None:
    account = await world.start()
    secrets: dict[str, Any] | None = await world.desk._vault.get(str(account.id), "sign-in", world.vault.origin)
    assert secrets is not None
    assert set(secrets) == {"api_key", "token"}
    await world.desk.remove_account(account.id)
    assert await world.desk._vault.get(str(account.id), "sign-in", world.vault.origin) is None
    held = b"".join(path.read_bytes() for path in world.directory.parent.rglob("*") if path.is_file())
    assert all(secret.encode() not in held for secret in secrets.values())


async def test_agencies_that_share_a_key_share_its_quota(world: VaultWorld) -> None:
    """The calls of a day are counted by the integrator's key, whose own text stands nowhere in the database."""
    first = await world.start(kinds=(Kind.CONTACT,))
    await world.runs()
    there = json.loads(world.crms.account("mri_vault", "v1.3").secret)
    other = next(token for token in world.vault.agencies if token != there["token"])
    second = await world.desk.add_account(
        "mri_vault",
        "Other",
        {"base_url": first.settings["base_url"]},
        {"api_key": there["api_key"], "token": other},
    )
    await world.restart()
    assert second.quota == first.quota
    assert there["api_key"] not in second.quota
    assert world.single("SELECT sum(calls) FROM ledger WHERE owner = ?", first.quota) == world.vault.requests.total
    (one, another) = world.desk.accounts()
    assert one.quotas == another.quotas
    await world.desk.remove_account(first.id)
    assert world.desk.accounts()[0].quotas == another.quotas
