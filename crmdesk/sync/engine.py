"""The engine: a lane per account, the sender that follows every edit, and the scheduler that never forgets a run."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from crmdesk.domain.accounts import Account, Pause
from crmdesk.domain.clock import Clock
from crmdesk.domain.notation.hours import BY_HAND
from crmdesk.domain.reports import Run, RunOutcome
from crmdesk.domain.scope.rules import UNFINISHED
from crmdesk.domain.settings import METERED, PAUSES
from crmdesk.domain.signals import AccountChanged
from crmdesk.errors import DeskError
from crmdesk.store import Reads, Store, Tx
from crmdesk.sync.announcer import Announcer
from crmdesk.sync.connections import Connections
from crmdesk.sync.file_watch import EVERY, FileWatch
from crmdesk.sync.schedule import next_pull, quiet_of, still_to_come
from crmdesk.sync.waiting import woken
from crmdesk.system.disk import FileState
from crmdesk.system.lazy_import import later

if TYPE_CHECKING:
    from crmdesk.sync.actions import scope_changes
    from crmdesk.sync.lane import Lane
    from crmdesk.sync.push import queue
else:
    (queue,) = later("crmdesk.sync.push", "queue")  # 6 ms
    (scope_changes,) = later("crmdesk.sync.actions", "scope_changes")  # 24 ms

log = logging.getLogger(__name__)

R = TypeVar("R")

LOOK_AGAIN = 60.0  # seconds: how long a sleeping computer or a moved clock can go unnoticed


class Standing(NamedTuple):
    """What an account is at: the run that goes on, and whether it sends."""

    run: Run | None = None
    sending: bool = False


class Engine:
    """Runs syncs and sends; `start` begins doing so by itself."""

    def __init__(
        self,
        store: Store,
        connections: Connections,
        announcer: Announcer,
        clock: Clock,
        standing: Callable[[Account], FileState | None],
    ) -> None:
        self._store = store
        self._connections = connections
        self._announcer = announcer
        self._clock = clock
        self._lanes: dict[int, Lane] = {}
        self._wake = asyncio.Event()
        self._to_send: set[int] = set()
        self._tasks: set[asyncio.Task[object]] = set()
        self._busy: set[tuple[str, int]] = set()
        self._quiet: dict[tuple[str, int], float] = {}  # what just came to nothing is not tried at once again
        self._scheduler: asyncio.Task[None] | None = None
        self._metered = False
        self._files = FileWatch(standing)

    def lane(self, account_id: int) -> Lane:
        """The lane of an account."""
        if account_id not in self._lanes:
            from crmdesk.sync.lane import Lane  # 90 ms: it brings all of pulling and sending

            self._lanes[account_id] = Lane(
                account_id, self._store, self._connections, self._clock, self._announcer.announce
            )
        return self._lanes[account_id]

    def standing(self, account_id: int) -> Standing:
        """What an account is at now."""
        lane = self._lanes.get(account_id)
        return Standing() if lane is None else Standing(lane.run, lane.sending)

    async def recover(self) -> None:
        """At start: what was in flight is uncertain, what ran was interrupted, a new scope is carried out."""
        await self._store.write(lambda tx: (tx.outbox.mark_interrupted(), tx.runs.mark_interrupted()))
        for account_id in (await self._store.read(lambda reads: reads.settings.get(UNFINISHED))).split():
            await scope_changes.carry_out(self._store, int(account_id))

    def start(self) -> None:
        """Begin to sync by schedule and to send what waits."""
        if self._scheduler is None:
            self._scheduler = asyncio.create_task(self._schedule(), name="scheduler")

    async def close(self) -> None:
        """Stop within three seconds; whatever was under way is found again at the next start."""
        if self._scheduler is not None:
            self._scheduler.cancel()
        for task in self._tasks:
            task.cancel()
        waiting = [task for task in (*self._tasks, self._scheduler) if task is not None]
        if waiting:
            await asyncio.wait(waiting, timeout=2.5)
        self._scheduler = None
        await self._keep_pauses()
        await self._connections.close()

    async def _keep_pauses(self) -> None:
        """Note the pauses that were being waited out: a CRM that asked for one is not called at the next start."""
        pauses = self._connections.pauses()
        if not pauses:
            return

        def note(tx: Tx) -> None:
            for account_id, left in pauses.items():
                until = tx.now + timedelta(seconds=left)
                known = tx.accounts.get(account_id).not_before
                if known is None or known < until:
                    tx.accounts.update(account_id, not_before=until, told_to_wait=True)

        try:
            await self._store.write(note)
        except DeskError as error:
            log.warning("the pauses of %d accounts were not kept: %s", len(pauses), error.why)

    async def sync(
        self, accounts: Sequence[Account], *, full: bool = False, reload: bool = False, by_hand: bool = True
    ) -> list[Run]:
        """Sync accounts side by side, each kind in order. One that is cancelled or fails stops none of the others.

        What could not even be noted of a run (a full disk) is raised when the others have ended.
        """
        tasks = [
            self._spawn(self._sync_one(account, full, reload, by_hand), f"sync of {account.id}") for account in accounts
        ]
        try:
            ended = await asyncio.gather(*tasks, return_exceptions=True)
        except asyncio.CancelledError:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            raise
        for runs in ended:
            if isinstance(runs, BaseException):
                raise runs
        return [run for runs in ended if not isinstance(runs, BaseException) for run in runs]

    async def _sync_one(self, account: Account, full: bool, reload: bool, by_hand: bool) -> list[Run]:
        try:
            return await self.lane(account.id).sync(full=full, reload=reload, by_hand=by_hand)
        except asyncio.CancelledError:
            # Whoever cancels the caller of `sync` still sees that; here one account's run was cancelled.
            now = self._clock.now()
            return [
                Run(account.id, kind, started_at=now, ended_at=now, outcome=RunOutcome.CANCELLED)
                for kind in account.kinds
            ]

    def cancel(self, account_id: int | None = None) -> None:
        """Cancel the runs of an account, or all."""
        for lane_id, lane in self._lanes.items():
            if account_id in (None, lane_id):
                lane.cancel()

    def send_soon(self, account_ids: Sequence[int]) -> None:
        """An edit was committed: begin to send it at once, without anybody waiting for it."""
        if self._scheduler is None:
            return
        for account_id in account_ids:
            self._quiet.pop(("send", account_id), None)
            self._start_send(account_id)

    def pull_soon(self, account_id: int) -> None:
        """Begin to pull an account as by schedule, without anybody waiting for it."""
        if self._scheduler is not None and ("sync", account_id) not in self._busy:
            self._busy.add(("sync", account_id))
            self._spawn(self._nudged_sync(account_id), f"scheduled sync of {account_id}")

    async def _nudged_sync(self, account_id: int) -> None:
        try:
            account = await self._store.read(lambda reads: reads.accounts.get(account_id))
            if account.pause is Pause.NO:
                await self._scheduled_sync(account)
        except DeskError as error:
            log.warning("the sync of account %s was not begun: %s", account_id, error.why)
        finally:
            self._busy.discard(("sync", account_id))

    def _start_send(self, account_id: int) -> None:
        if ("send", account_id) in self._busy:
            self._to_send.add(account_id)
            return
        self._busy.add(("send", account_id))
        self._spawn(self._send(account_id), f"send of {account_id}")

    async def _send(self, account_id: int) -> None:
        try:
            again = True
            while again:
                self._to_send.discard(account_id)
                self._rest("send", account_id)
                if await self.lane(account_id).send_waiting():
                    self._quiet.pop(("send", account_id), None)
                again = account_id in self._to_send
        except DeskError as error:
            log.warning("sending for account %s failed: %s", account_id, error.why)
        finally:
            self._busy.discard(("send", account_id))
            self.wake()

    def _rest(self, what: str, account_id: int) -> None:
        self._quiet[what, account_id] = self._clock.monotonic() + LOOK_AGAIN

    def _rests(self, what: str, account_id: int) -> bool:
        busy = (what, account_id) in self._busy
        return busy or self._quiet.get((what, account_id), 0.0) > self._clock.monotonic()

    def _spawn(self, coroutine: Coroutine[object, object, R], name: str) -> asyncio.Task[R]:
        task = asyncio.create_task(coroutine, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._finished)
        return task

    def _finished(self, task: asyncio.Task[object]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None and not task.get_name().startswith("sync of"):
            log.error("%s failed", task.get_name(), exc_info=task.exception())

    def wake(self) -> None:
        """Look at the schedule again."""
        self._wake.set()

    @property
    def metered(self) -> bool:
        """Whether each byte of the network costs, as far as whoever watches it has said."""
        return self._metered

    @metered.setter
    def metered(self, metered: bool) -> None:
        self._metered = metered
        self.wake()

    async def _schedule(self) -> None:
        """Start what is due, then wait for the next thing to be due, for a wake-up, or for a minute."""
        while True:
            self._wake.clear()
            wait = LOOK_AGAIN
            try:
                soonest = await self._start_due()
            except DeskError as error:
                # A full disk or a locked file passes; the schedule goes on when it has.
                log.warning("nothing can be started at the moment: %s", error.why)
            else:
                if soonest is not None:
                    wait = min(max((soonest - self._clock.now()).total_seconds(), 0.05), LOOK_AGAIN)
            await woken(self._wake, self._clock, wait)

    def holds_back(self, reads: Reads) -> bool:
        """Whether nothing is pulled by itself, because the network is metered and the user spares it."""
        return self._metered and reads.settings.get(METERED) == PAUSES

    async def _start_due(self) -> datetime | None:
        """Start what is due; returns when the next thing will be."""
        now = self._clock.now()
        moments: list[datetime] = []
        agenda, held = await self._store.read(lambda reads: (_agenda(reads), self.holds_back(reads)))
        for standing, last, waiting in agenda:
            account = await self._resumed(standing, now)
            if account.pause is not Pause.NO:
                if account.paused_until is not None:
                    moments.append(account.paused_until)
                continue
            if account.by_file and account.schedule != BY_HAND:
                moments.append(await self._look_at_file(account, now))
            moments.extend(await self._start_due_of(account, last, waiting, now, held))
        return min(moments, default=None)

    async def _resumed(self, account: Account, now: datetime) -> Account:
        if account.pause is Pause.BY_USER and account.paused_until is not None and account.paused_until <= now:
            await self._store.write(lambda tx: tx.accounts.update(account.id, pause=Pause.NO, paused_until=None))
            self._announcer.announce(AccountChanged(account.id))
            return replace(account, pause=Pause.NO, paused_until=None)
        return account

    async def _look_at_file(self, account: Account, now: datetime) -> datetime:
        """Read an account's file where it changed; returns when to look again."""
        if self._rests("sync", account.id):
            return now + timedelta(seconds=EVERY)
        changed, again = await self._files.look(account)
        if changed:
            self._busy.add(("sync", account.id))
            self._spawn(self._scheduled_sync(account), f"scheduled sync of {account.id}")
        return now + timedelta(seconds=again)

    async def _start_due_of(
        self, account: Account, last: Run | None, waiting: datetime | None, now: datetime, held: bool
    ) -> list[datetime]:
        moments: list[datetime] = []
        told = account.not_before
        not_before = told if told is not None and still_to_come(told, now) else None
        due = None if held else next_pull(account, last.started_at if last else None, now)
        if due is not None:
            if due <= now and not self._rests("sync", account.id):
                self._busy.add(("sync", account.id))
                self._spawn(self._scheduled_sync(account), f"scheduled sync of {account.id}")
            elif due > now:
                moments.append(due)
        if waiting is not None and account.direction.pushes:
            if waiting > now and not still_to_come(waiting, now):
                await self._store.write(lambda tx: queue.forget_times(tx, account.id))
                waiting = now
            waiting = max(waiting, not_before) if not_before else waiting
            if waiting > now:
                moments.append(waiting)
            elif not self._rests("send", account.id):
                self._start_send(account.id)
        return moments

    async def stop(self, account_id: int) -> None:
        """End an account's runs and sends, and wait until they have ended."""
        self.cancel(account_id)
        names = {f"{what} of {account_id}" for what in ("sync", "scheduled sync", "send")}
        tasks = [task for task in self._tasks if task.get_name() in names and task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    async def _scheduled_sync(self, account: Account) -> None:
        self._rest("sync", account.id)
        try:
            await self.lane(account.id).sync()
        except asyncio.CancelledError:
            log.info("the sync of account %s was cancelled", account.id)
        except DeskError as error:
            log.warning("the sync of account %s could not be noted: %s", account.id, error.why)
        finally:
            self._busy.discard(("sync", account.id))
            self.wake()


def _agenda(reads: Reads) -> list[tuple[Account, Run | None, datetime | None]]:
    """Each account of a CRM with its last run and the moment from which something of it may be sent, in one look."""
    accounts = [account for account in reads.accounts.all() if not account.is_local]
    return [
        (
            replace(one, quiet=quiet_of(one, reads)),
            reads.runs.last(one.id, one.kinds[0]),
            None if one.hands_over else reads.outbox.next_due(one.id),
        )
        for one in accounts
    ]
