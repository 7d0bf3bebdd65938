"""One busy hour that the crash sweeps cut off at every point: edits, creates and a deletion here, changes there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from crmdesk.desk import Desk
from crmdesk.domain.accounts import Pause
from crmdesk.secrets.vault import Vault
from crmdesk.store import Reads, Store, Tx
from tests.world import World, emails

T = TypeVar("T")


class Crash(BaseException):
    """The process is gone."""


class CrashingStore:
    """A store whose process dies at the nth write: before it, or after its commit; nothing is written from then on."""

    def __init__(self, store: Store, at: int | None, *, after_commit: bool) -> None:
        self._store = store
        self._at = at
        self._after_commit = after_commit
        self.writes = 0
        self.dead = False

    async def write(self, fn: Callable[[Tx], T], *, durable: bool = True) -> T:
        """Write, unless the process is dead."""
        self.writes += 1
        if self.dead or (self.writes == self._at and not self._after_commit):
            self.dead = True
            raise Crash
        result = await self._store.write(fn, durable=durable)
        if self.writes == self._at:
            self.dead = True
            raise Crash
        return result

    async def read(self, fn: Callable[[Reads], T]) -> T:
        """Read; a dead process does not."""
        if self.dead:
            raise Crash
        return await self._store.read(fn)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


async def prepare(world: World) -> None:
    """Both sides in agreement, then the hour's changes, none of them sent yet."""
    world.dex.reset()
    await world.begin(settings={"page_size": "10"})
    await world.desk.set_account(world.account.id, deletes_remotely=True)
    one, two, three, four, five = world.ids()[:5]
    await world.edit(one, {"company": "Mine", "first_name": "Renamed"})
    await world.edit(two, {"emails": emails("mine@quill.example")})
    await world.new({"first_name": "Grace", "last_name": "Hopper", "emails": emails("grace@navy.example")})
    await world.new({"first_name": "Ada", "last_name": "Byron"})
    await world.desk.delete([world.item_of(three).id])
    world.dex.book.update(one, {"job_title": "Theirs"})
    world.dex.book.update(four, {"company": "Theirs"})
    world.dex.book.delete(five)
    world.dex.somebody_else("create")


async def crash(world: World, at: int | None, *, after_commit: bool) -> int:
    """Sync in a process that dies at the nth write; returns how many writes there were."""
    await world.close()
    store = Store.open(world.profile.database, clock=world.clock, backups=world.profile.backups)
    crashing = CrashingStore(store, at, after_commit=after_commit)
    vault = Vault(world.profile.vault, world.keys)
    world.desk = Desk(world.profile, crashing, vault, world.clock)  # type: ignore[arg-type] # stands in for a Store
    try:
        await world.desk._engine.recover()
        await world.desk.sync()
    except Crash:
        assert crashing.dead
    finally:
        await world.close()
    assert crashing.dead is (at is not None and crashing.writes >= at)
    await world.open()
    return crashing.writes


async def converge(world: World) -> None:
    """A few quiet syncs, until one has nothing to do."""
    for _ in range(4):
        world.clock.pass_time(4000)
        assert world.desk.account("Dex").pause is Pause.NO
        run = await world.sync()
        if run.balanced and not (run.new or run.changed or run.removed or run.sent or await world.queue()):
            return


async def check(world: World) -> None:
    """Everything arrived once, on both sides, and nothing is left to do."""
    book = world.dex.book
    records = [world.there(id_) for id_ in book.ids()]
    names = [record["full_name"] for record in records]
    assert (names.count("Grace Hopper"), names.count("Ada Byron")) == (1, 1)
    (renamed,) = [record for record in records if record["first_name"] == "Renamed"]
    assert (renamed["company"], renamed["job_title"]) == ("Mine", "Theirs")
    assert sum(row["email"] == "mine@quill.example" for record in records for row in record["contact_emails"]) == 1
    assert (await world.queue(), await world.conflicts(), await world.problems()) == ([], [], [])
    live = world.single("SELECT count(*) FROM record WHERE account_id <> 1 AND presence <> 'removed'")
    assert (
        live == world.single("SELECT count(DISTINCT remote_id) FROM record WHERE presence <> 'removed'") == book.count
    )
    for id_ in book.ids():
        assert world.record(world.item_of(id_)).base is None
        assert world.item_of(id_).values.get("company") == world.there(id_)["company"]
    assert world.desk.counts().trash == 2
    before = world.hashes()
    run = await world.sync()
    assert (run.balanced, run.new, run.changed, run.sent) == (True, 0, 0, 0)
    assert world.hashes() == before
