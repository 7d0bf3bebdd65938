"""An account's lane: its pulls and its sends, one of each at a time, and what they are doing right now."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from crmdesk.domain.accounts import Account, Pause
from crmdesk.domain.clock import Clock
from crmdesk.domain.fields import Kind
from crmdesk.domain.outbox import EntryState, OutboxEntry
from crmdesk.domain.reports import Run, RunOutcome
from crmdesk.domain.signals import AccountChanged, AttentionChanged, ItemsChanged, OutboxChanged, RunProgress
from crmdesk.errors import AuthRequired, DeskError, NotAllowed, ProgramFault, QuotaKept
from crmdesk.providers.contract import Provider
from crmdesk.providers.info import with_found
from crmdesk.store import Reads, Store, Tx
from crmdesk.sync.actions.creations import queue_missing_items
from crmdesk.sync.connections import Connections
from crmdesk.sync.pull.list_pull import Pull, unfinished
from crmdesk.sync.push.attempt import Attempt, Sent
from crmdesk.sync.push.queue import mark_orphans
from crmdesk.sync.push.sender import send
from crmdesk.sync.reporting.failure_policy import pause_for_sign_in
from crmdesk.sync.reporting.health import note_failed_run, note_finished_run
from crmdesk.sync.reporting.missing_rights import may_not_read, refused_kinds
from crmdesk.sync.reporting.run_log import Journal
from crmdesk.sync.schedule import still_to_come

ORDER = tuple(Kind)  # what is named comes before what names it
_STANDS_STILL = {
    Pause.NO: "The CRM asked to wait.",
    Pause.BY_USER: "It is paused.",
    Pause.SIGN_IN: "The CRM refused the sign-in; it goes on when you have signed in again.",
}
BATCH = 10  # entries looked up at once, beyond those that were tried


@dataclass
class Going:
    """A sync that goes on, for everybody who asked for it."""

    full: bool
    reload: bool
    by_hand: bool
    task: asyncio.Task[list[Run]] = field(init=False)
    callers: int = 0
    has_sent: bool = False  # whether a kind's entries have been sent already
    has_read: bool = False  # whether it has read what may change there now; a first pull has when it is at its end

    def answers(self, full: bool, reload: bool, by_hand: bool) -> bool:
        """Whether it reads as much as is asked for; what a person asks for is read after that, or by a first pull."""
        enough = self.reload or ((self.full or not full) and not reload)
        return enough and not (by_hand and self.has_read)


class Lane:
    """Carries out the runs of one account."""

    def __init__(
        self, account_id: int, store: Store, connections: Connections, clock: Clock, announce: Callable[..., None]
    ) -> None:
        self._account_id = account_id
        self._store = store
        self._connections = connections
        self._clock = clock
        self._announce = announce
        self._sending = asyncio.Lock()
        self._pull: Pull | None = None
        self._sent_since: set[int] = set()  # records whose sends began, or ran, since the present pull began
        self._at_work: int | None = None  # the record that is being sent
        self._journal = Journal()
        self._going: Going | None = None
        self.run: Run | None = None  # what runs now
        self.sending = False

    async def sync(self, *, full: bool = False, reload: bool = False, by_hand: bool = False) -> list[Run]:
        """Pull every kind, then push. `by_hand` passes back-off, never a pause.

        Whoever asks while a sync goes on joins it, unless they ask for more, or later by hand, than it reads: theirs
        follows then. It ends early when the last of those who asked is cancelled.
        """
        while (going := self._going) is not None and not going.answers(full, reload, by_hand):
            await asyncio.wait([going.task])
        if going is None:
            going = self._begin(Going(full, reload, by_hand))
        late = by_hand and not going.by_hand and going.has_sent
        going.by_hand = going.by_hand or by_hand
        going.callers += 1
        try:
            runs = await asyncio.shield(going.task)
        finally:
            going.callers -= 1
            if not going.callers and not going.task.done():
                if not going.task.cancelling():  # a second time would cut off what the first has it put in order
                    going.task.cancel()
                await asyncio.wait([going.task])
        if late:
            await self.send_waiting(force=True)
        return runs

    def _begin(self, going: Going) -> Going:
        self._going = going
        going.task = asyncio.create_task(self._every_kind(going), name=f"lane of {self._account_id}")
        going.task.add_done_callback(self._ended)
        return going

    def _ended(self, task: asyncio.Task[list[Run]]) -> None:
        self._going = self.run = None

    async def _every_kind(self, going: Going) -> list[Run]:
        account = await self._account()
        kinds = sorted(account.kinds, key=ORDER.index)
        # The last run also sends what waits of kinds that are no longer taken.
        return [await self._one_kind(account, kind, going, last=kind is kinds[-1]) for kind in kinds]

    def cancel(self) -> None:
        """Stop what runs; what was stored stays, what was sent is looked up before anything is sent again."""
        if self._going is not None:
            self._going.task.cancel()

    async def _account(self) -> Account:
        return await self._store.read(lambda reads: reads.accounts.get(self._account_id))

    async def _one_kind(self, account: Account, kind: Kind, going: Going, *, last: bool) -> Run:
        blank = Run(account.id, kind, started_at=self._clock.now(), full=going.full or going.reload)
        account = await self._account()
        if account.pause is not Pause.NO or self._must_wait(account, going.by_hand):
            return replace(blank, outcome=RunOutcome.SKIPPED, error=_STANDS_STILL[account.pause])
        run = await self._store.write(lambda tx: tx.runs.start(blank))
        self.run = run
        self._announce(RunProgress(run, None))
        self._journal.began(account, run)
        began, sent_before = self._clock.monotonic(), 0
        provider: Provider | None = None
        failure: DeskError | None = None
        try:
            provider = await self._connections.of(account)
            sent_before = provider.requests
            if account.direction.pulls:
                self._sent_since = set() if self._at_work is None else {self._at_work}
                going.has_read = going.has_read or await self._store.read(
                    partial(_was_pulled, account=account, kind=kind)
                )
                self._pull = Pull(self._store, account, kind, provider, self._clock, self._progress, self._sent_since)
                try:
                    run = await self._pull.read_all(run, full=going.full, reload=going.reload)
                except QuotaKept as kept:  # edits may still be sent
                    failure, run = kept, self._so_far(run)
                except NotAllowed as refusal:
                    raise may_not_read(kind, provider.info.title, account.kinds, refusal) from refusal
            else:
                info = provider.kind_info(kind)
                await self._store.write(lambda tx: queue_missing_items(tx, account, info, self._clock.token))
            self.run = run
            going.has_sent = True
            going.has_read = going.has_read or last
            kinds = {kind, *(set(Kind) - set(account.kinds) if last else ())}
            run = self._count(run, await self._send(provider, force=going.by_hand, kinds=kinds))
        except asyncio.CancelledError:
            await self._end(account, self._so_far(run), RunOutcome.CANCELLED, None, provider, sent_before, began)
            raise
        except DeskError as error:
            failure = error
            run = self._so_far(run)
        except Exception as fault:  # what nobody foresaw in one CRM's answers ends its run alone
            failure = ProgramFault.of(fault)
            run = self._so_far(run)
        finally:
            self._pull = None
        return await self._end(account, run, None, failure, provider, sent_before, began)

    def _so_far(self, run: Run) -> Run:
        return unfinished(run, self._pull.scan) if self._pull is not None else run

    def _must_wait(self, account: Account, by_hand: bool) -> bool:
        until = account.not_before
        holds = until is not None and still_to_come(until, self._clock.now())
        return holds and (account.told_to_wait or not by_hand)

    def _progress(self, *signals: object) -> None:
        for signal in signals:
            if isinstance(signal, RunProgress):
                self.run = signal.run
        self._announce(*signals)

    async def _end(
        self,
        account: Account,
        run: Run,
        outcome: RunOutcome | None,
        failure: DeskError | None,
        provider: Provider | None,
        sent_before: int,
        began: float,
    ) -> Run:
        ended = replace(
            run,
            ended_at=self._clock.now(),
            seconds=round(self._clock.monotonic() - began, 3),
            requests=provider.requests - sent_before if provider is not None else 0,
            outcome=outcome or _outcome(run, failure),
            error_id=failure.id if failure else run.error_id,
            error=failure.why if failure else run.error,
        )
        if failure is None and outcome is None:
            await self._store.write(lambda tx: note_finished_run(tx, account, ended))
        else:
            await self._store.write(lambda tx: note_failed_run(tx, account, ended, failure))
        if provider is not None:
            await self._keep_found(provider)
        self._journal.ended(account, ended, failure)
        self.run = None
        self._announce(RunProgress(ended, ended.remote_total), AccountChanged(account.id), AttentionChanged())
        return ended

    async def send_waiting(self, *, force: bool = False) -> list[Sent]:
        """Send what is due, if the account may send now; used between runs, right after an edit."""
        account = await self._account()
        if account.pause is not Pause.NO or not account.direction.pushes or self._must_wait(account, force):
            return []
        try:
            provider = await self._connections.of(account)
        except AuthRequired as error:
            refusal = error
            await self._store.write(lambda tx: pause_for_sign_in(tx, account, refusal))
            self._journal.stopped(account, refusal)
            self._announce(AccountChanged(account.id), AttentionChanged())
            return []
        try:
            return await self._send(provider, force=force)
        finally:
            await self._keep_found(provider)

    async def _keep_found(self, provider: Provider) -> None:
        """Store what the provider found out; one that was dropped meanwhile says nothing of the account any more."""
        found = dict(provider.found)
        if not found or not self._connections.holds(self._account_id, provider):
            return
        if await self._store.write(lambda tx: _add_found(tx, self._account_id, found)):
            self._announce(AccountChanged(self._account_id))

    async def _send(self, provider: Provider, *, force: bool, kinds: Collection[Kind] = frozenset(Kind)) -> list[Sent]:
        """Send due entries of some kinds, each once, until none is left or the account must stop."""
        results: list[Sent] = []
        tried: set[int] = set()
        async with self._sending:
            if await self._store.read(lambda reads: reads.outbox.counts(self._account_id).get(EntryState.IN_FLIGHT, 0)):
                await self._store.write(lambda tx: mark_orphans(tx, self._account_id))
            while True:
                account = await self._account()
                unread = await self._unread(account)
                if not account.direction.pushes or account.pause is not Pause.NO or unread is None:
                    return results
                by_hand = {kind for kind in account.kinds if provider.kind_info(kind).by_hand}
                waiting = await self._due(set(kinds) - unread - by_hand, len(tried), force)
                entry = next((one for one in waiting if one.id not in tried), None)
                if entry is None:
                    return results
                tried.add(entry.id)
                sent = await self._send_one(account, provider, entry)
                results.append(sent)
                self._after_send(account, entry.kind, sent)
                if sent.stop is not None:
                    return results

    async def _send_one(self, account: Account, provider: Provider, entry: OutboxEntry) -> Sent:
        self.sending, self._at_work = True, entry.record_id
        self._sent_since.add(entry.record_id)
        try:
            return await send(Attempt(self._store, account, provider, self._clock), entry)
        finally:
            self.sending, self._at_work = False, None

    async def _due(self, kinds: Collection[Kind], tried: int, force: bool) -> list[OutboxEntry]:
        now = self._clock.now()
        limit = BATCH + tried
        return await self._store.read(lambda reads: reads.outbox.due(self._account_id, kinds, now, limit, force=force))

    def _after_send(self, account: Account, kind: Kind, sent: Sent) -> None:
        self._journal.sent(account, kind, sent)
        ids = frozenset({sent.item_id})
        self._announce(OutboxChanged(account.id, ids), ItemsChanged(kind, ids), AccountChanged(account.id))
        if sent.refused or sent.conflicts or sent.stop is not None:
            self._announce(AttentionChanged())

    async def _unread(self, account: Account) -> frozenset[Kind] | None:
        """The kinds that wait for the right to be read; None where nothing may be sent at all.

        No update and no create before a first complete pull has given bases.
        """
        if not account.direction.pulls:
            return frozenset()

        def look(reads: Reads) -> frozenset[Kind] | None:
            unread = {kind for kind in account.kinds if not _was_pulled(reads, account, kind)}
            return frozenset(unread) if not unread or unread <= refused_kinds(reads, account) else None

        return await self._store.read(look)

    def _count(self, run: Run, results: Sequence[Sent]) -> Run:
        stopped = next((sent.stop for sent in results if sent.stop is not None), None)
        counted = replace(
            run,
            sent=run.sent + sum(sent.verified for sent in results),
            not_accepted=run.not_accepted + sum(sent.refused for sent in results),
            conflicts=run.conflicts + sum(sent.conflicts for sent in results),
        )
        if stopped is not None:
            counted = replace(counted, error_id=stopped.id, error=stopped.why)
        return counted


def _add_found(tx: Tx, account_id: int, found: Mapping[str, str]) -> bool:
    """Put what was found into an account's settings; says whether anything of it was new."""
    before = tx.accounts.get(account_id).settings
    after = with_found(before, found)
    if after != before:
        tx.accounts.update(account_id, settings=after)
    return after != before


def _was_pulled(reads: Reads, account: Account, kind: Kind) -> bool:
    return reads.cursors.get(account.id, kind).complete_at is not None


def _outcome(run: Run, failure: DeskError | None) -> RunOutcome:
    if failure is not None:
        return RunOutcome.FAILED
    if run.outcome is RunOutcome.NEEDS_REVIEW:
        return RunOutcome.NEEDS_REVIEW
    trouble = run.quarantined or run.not_accepted or run.conflicts or run.error_id or run.balanced is False
    return RunOutcome.PARTIAL if trouble else RunOutcome.SUCCESS
