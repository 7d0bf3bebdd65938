"""Sends what hooks are still to be sent: a line of work for each hook, so that none waits for another's target."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.clock import Clock
from crmdesk.domain.reports import Delivery, Hook, Problem, ProblemKind
from crmdesk.domain.signals import AttentionChanged
from crmdesk.errors import DeskError, NotFound
from crmdesk.providers.contract import Post, Posted
from crmdesk.store import Reads, Store, Tx
from crmdesk.sync.announcer import Announcer
from crmdesk.sync.hooks.outcome import outcome
from crmdesk.sync.hooks.signing import HookSecret, headers
from crmdesk.sync.schedule import still_to_come
from crmdesk.sync.waiting import woken

log = logging.getLogger(__name__)

LOOK_AGAIN = 60.0  # seconds: how long a sleeping computer, a moved clock or a locked vault can go unnoticed
SecretOf = Callable[[Hook], Awaitable[HookSecret]]


class HookSender:
    """The sender of one desk; `start` begins, `close` ends within a moment and loses nothing."""

    def __init__(self, store: Store, secret_of: SecretOf, post: Post, clock: Clock, announcer: Announcer) -> None:
        self._store, self._post = store, post
        self._secret_of = secret_of
        self._clock = clock
        self._announcer = announcer
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._sending: dict[int, asyncio.Task[None]] = {}
        self._resting: dict[int, float] = {}  # hooks whose secret could not be read, until then
        self._unfollow: Callable[[], None] = lambda: None

    def start(self) -> None:
        """Begin to send, by itself."""
        if self._task is None:
            loop = asyncio.get_running_loop()
            self._unfollow = self._store.follow(lambda: _call_soon(loop, self._wake.set))
            self._task = asyncio.create_task(self._keep_going(), name="hooks")

    async def close(self) -> None:
        """Stop; what was on its way and not noted yet is sent again at the next start."""
        self._unfollow()
        running = [task for task in (self._task, *self._sending.values()) if task is not None]
        for task in running:
            task.cancel()
        if running:
            await asyncio.wait(running)
        self._task = None

    async def send_now(self, hook_id: int) -> None:
        """Send one hook what is due, and come back when that has been tried. Raises SecretError."""
        await asyncio.shield(self._begin(hook_id))

    async def _keep_going(self) -> None:
        while True:
            self._wake.clear()
            wait = LOOK_AGAIN
            try:
                wait = await self._begin_due()
            except DeskError as error:
                log.warning("no hook can be sent anything at the moment: %s", error.why)
            await woken(self._wake, self._clock, wait)

    async def _begin_due(self) -> float:
        """Begin with each hook that something is due for; in how many seconds the next thing is."""
        now = self._clock.now()
        soonest = LOOK_AGAIN
        for hook, first in await self._store.read(_agenda):
            due = _due_at(hook, first, now)
            if due > now:
                soonest = min(soonest, (due - now).total_seconds())
            elif self._resting.get(hook.id, 0.0) <= self._clock.monotonic():
                self._begin(hook.id)
        return max(soonest, 0.05)

    def _begin(self, hook_id: int) -> asyncio.Task[None]:
        task = self._sending.get(hook_id)
        if task is None:
            task = self._sending[hook_id] = asyncio.create_task(self._send(hook_id), name=f"hook {hook_id}")
            task.add_done_callback(partial(self._ended, hook_id))
        return task

    def _ended(self, hook_id: int, task: asyncio.Task[None]) -> None:
        del self._sending[hook_id]
        if not task.cancelled() and (error := task.exception()) is not None:
            self._resting[hook_id] = self._clock.monotonic() + LOOK_AGAIN
            if isinstance(error, DeskError):
                log.warning("hook %s rests for a minute: %s", hook_id, error.why)
            else:
                log.error("hook %s failed", hook_id, exc_info=error)
        self._wake.set()

    async def _send(self, hook_id: int) -> None:
        """Send one hook what is due, one after the other."""
        while True:
            found = await self._store.read(partial(_first_of, hook_id=hook_id))
            if found is None or _due_at(*found, self._clock.now()) > self._clock.now():
                return
            await self._try(*found)

    async def _try(self, hook: Hook, delivery: Delivery) -> None:
        secret = await self._secret_of(hook)
        signed = headers(delivery, secret.in_use(self._clock.now()), self._clock.now())
        posted = await self._post(hook.url, delivery.body.encode(), signed, local=hook.local)
        paused = await self._store.write(partial(_note, hook_id=hook.id, delivery_id=delivery.id, posted=posted))
        if paused:
            self._announcer.announce(AttentionChanged())


def _agenda(reads: Reads) -> list[tuple[Hook, Delivery]]:
    """Each hook that is sent something, with what is due first."""
    found = ((hook, reads.hooks.first_waiting(hook.id)) for hook in reads.hooks.told())
    return [(hook, first) for hook, first in found if first is not None]


def _first_of(reads: Reads, hook_id: int) -> tuple[Hook, Delivery] | None:
    """A hook with what is due first, if it is sent something."""
    hook = next((one for one in reads.hooks.told() if one.id == hook_id), None)
    first = None if hook is None else reads.hooks.first_waiting(hook_id)
    return None if hook is None or first is None else (hook, first)


def _due_at(hook: Hook, first: Delivery, now: datetime) -> datetime:
    """When a try is due; a wait that is longer than any means that the clock was set back, and is over."""
    moments = [at for at in (hook.not_before, first.next_at) if at is not None and still_to_come(at, now)]
    return max(moments, default=now)


def _note(tx: Tx, hook_id: int, delivery_id: int, posted: Posted) -> bool:
    """Keep what a try came to; whether the hook was paused."""
    try:
        hook, delivery = tx.hooks.get(hook_id), tx.hooks.delivery(delivery_id)
    except NotFound:
        return False  # removed meanwhile
    came = outcome(hook, delivery, posted, tx.now)
    tx.hooks.settle(delivery, came.state, came.next_at, came.status)
    tx.hooks.update(
        hook.id,
        failing_since=came.failing_since,
        not_before=came.not_before,
        last_at=tx.now,
        last_status=came.status,
        **({"paused_at": tx.now, "pause_reason": came.paused} if came.paused else {}),
    )
    if came.paused:
        tx.hooks.give_up(hook.id, "the hook was paused")
        tx.problems.put(_problem(hook, came.paused))
    return bool(came.paused)


def problem_key(hook_id: int) -> str:
    """The key under which a paused hook is one problem."""
    return f"hook:{hook_id}"


def _problem(hook: Hook, why: str) -> Problem:
    return Problem(
        key=problem_key(hook.id),
        kind=ProblemKind.ACCOUNT,
        account_id=LOCAL_ACCOUNT_ID,
        code="HOOK_PAUSED",
        what=f"The hook to {hook.url} is paused",
        why=why,
        next="See that its target works, then send one of its deliveries again, or remove the hook.",
        action="",
    )


def _call_soon(loop: asyncio.AbstractEventLoop, call: Callable[[], None]) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(call)
