"""A pull: one list of one account, page by page, each page one transaction."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from crmdesk.domain.accounts import Account
from crmdesk.domain.clock import Clock
from crmdesk.domain.fields import Kind
from crmdesk.domain.merging.plan import accounts_for
from crmdesk.domain.outbox import Action, EntryState
from crmdesk.domain.reports import Run
from crmdesk.domain.signals import AttentionChanged, ItemsChanged, OutboxChanged, RunProgress, Signal
from crmdesk.errors import ProviderError, RemoteGone, Unsupported
from crmdesk.providers.contract import BadRecord, Cursor, Page, Provider, RemoteId, RemoteRecord
from crmdesk.store import Reads, Store
from crmdesk.sync.pull.change_reports import apply_feed
from crmdesk.sync.pull.details import DetailReader, Details
from crmdesk.sync.pull.handed_over import judge_handed_over
from crmdesk.sync.pull.needed_details import id_or_none, needing_details
from crmdesk.sync.pull.page_intake import PageResult, Scan, apply_page, quarantine_key, unread_key
from crmdesk.sync.pull.record_intake import DELETED_HERE, mapping_mark, writable_fields
from crmdesk.sync.pull.removals import conclude_scan, to_look_at

log = logging.getLogger(__name__)

FULL_EVERY = timedelta(days=7)  # how often a full scan finds what incremental pulls cannot
LARGEST_SLICE = 500  # records in one transaction
NAMED_ITEMS = 500  # above that many, a signal says "many"


class Pull:
    """Reads one kind of one account into the store; `scan` is what it has met so far."""

    def __init__(
        self,
        store: Store,
        account: Account,
        kind: Kind,
        provider: Provider,
        clock: Clock,
        announce: Callable[..., None],
        sent_since: set[int],
    ) -> None:
        self._store = store
        self._account = account
        self._kind = kind
        self._provider = provider
        self._clock = clock
        self._announce: Callable[..., None] = announce
        self._sent_since = sent_since
        self._everything: int | None = None  # how many records the CRM has, where a list of changes says so
        self._as_of: datetime | None = None  # when the list stood as it is
        self.scan: Scan | None = None

    async def read_all(self, run: Run, *, full: bool, reload: bool) -> Run:
        """Carry the pull out and return the run's counts. Raises the provider's errors; what was stored stays stored.

        `full` reads the whole list even where the CRM could tell what changed; `reload` reads every record again.
        """
        cursors = await self._store.read(lambda reads: reads.cursors.get(self._account.id, self._kind))
        first = cursors.complete_at is None
        since = None if full or reload or self._full_is_due(cursors.complete_at) else cursors.since
        resume = cursors.resume if first and not (full or reload) else None
        info = self._provider.kind_info(self._kind)
        if not info.incremental or (since and await self._store.read(self._is_unsure)):
            since = None
        scan = await self._store.read(lambda reads: self._begin(reads, run, reload, since is not None))
        self.scan = scan
        listing = self._provider.pages(self._kind, Cursor(since) if since else None, Cursor(resume) if resume else None)
        # A run that ends early ends what was read ahead.
        async with aclosing(listing) as told, aclosing(self._heeded(scan, told)) as pages:
            await self._store_pages(scan, pages, remember=first)
        await self._judge_handed_over(scan)
        if since is not None and not await self._store.read(lambda reads: has_all(reads, scan, self._everything)):
            return _together(scan.run, await self.read_all(run, full=True, reload=False))
        if since is not None:
            # What a CRM tells of a list of changes is no count of all it has.
            return replace(scan.run, remote_total=None, balanced=accounts_for(scan.run))
        if resume is not None:
            # The first half was met by a pull that was cut off: the list is read, but proves no removal.
            await self._store.write(
                lambda tx: tx.cursors.put(self._account.id, self._kind, resume=None, complete_at=tx.now)
            )
            return scan.run
        await self._look_at_missing(scan)
        finished, touched = await self._store.write(lambda tx: conclude_scan(tx, scan))
        if touched:
            self._announce(ItemsChanged(self._kind, touched, membership=True))
        self._announce(AttentionChanged())
        return finished

    async def _judge_handed_over(self, scan: Scan) -> None:
        as_of = self._as_of
        if as_of is None or not self._provider.kind_info(self._kind).by_hand:
            return
        judged = await self._store.write(lambda tx: judge_handed_over(tx, scan, as_of))
        if judged:
            self._announce(OutboxChanged(self._account.id, judged), ItemsChanged(self._kind, judged))

    async def _look_at_missing(self, scan: Scan) -> None:
        """Ask for each record that the list does not show: a list that moved while it was read proves nothing.

        One that is there is stored as it is now; it is no part of what the list held, which then does not add up.
        """
        missing = await self._store.read(lambda reads: to_look_at(reads, scan))
        if not missing:
            return
        try:
            told = await self._provider.details(self._kind, [RemoteId(remote_id) for remote_id in missing])
        except Unsupported:
            return  # the list alone tells
        scan.there.update(one.remote_id for one in told if isinstance(one, BadRecord) and one.remote_id is not None)
        found = {str(one.id): one for one in told if isinstance(one, RemoteRecord) and not one.deleted}
        if not found:
            return
        scan.there.update(found)
        scan.slipped = any(not one.archived for one in found.values())
        beside = replace(scan, seen=set())  # they are no part of what the list held
        page = Page([one.payload for one in found.values()])
        store_page = partial(apply_page, scan=beside, page=page, remember=False, details=found)
        self._tell(replace(await self._store.write(store_page), run=scan.run))

    async def _heeded(self, scan: Scan, pages: AsyncGenerator[Page, None]) -> AsyncGenerator[Page, None]:
        """The pages, after what they report beside their records was taken note of."""
        async for page in pages:
            if page.everything is not None:
                self._everything = page.everything
            if page.as_of is not None:
                self._as_of = page.as_of
            if page.removed or page.merged:
                note = partial(apply_feed, scan=scan, page=page)
                fed = await self._store.write(note)
                if fed.items:
                    self._announce(ItemsChanged(self._kind, fed.items, membership=True), AttentionChanged())
            yield page

    async def _store_pages(self, scan: Scan, pages: AsyncGenerator[Page, None], *, remember: bool) -> None:
        summaries: bool | None = True if self._provider.kind_info(self._kind).lists_summaries else None
        if summaries:
            await self._store_details(scan, pages, remember=remember)
            return
        async for whole_page in pages:
            if summaries is None:
                summaries = await self._gives_summaries(scan, whole_page)
                if summaries:
                    await self._store_details(scan, _put_back(whole_page, pages), remember=remember)
                    return
            for page in _slices(whole_page):
                await self._store_page(scan, page, None, remember=remember)

    async def _store_details(self, scan: Scan, pages: AsyncGenerator[Page, None], *, remember: bool) -> None:
        """Store a thin list with its details; what was read before a failure is stored, so as not to be asked twice."""
        reader = DetailReader(self._store, self._provider, scan)
        try:
            async with aclosing(reader.slices(pages)) as slices:
                async for page, details in slices:
                    await self._store_page(scan, page, details, remember=remember and page.resume is not None)
        except (ProviderError, asyncio.CancelledError):
            for page, details in reader.arrived():
                await self._store_page(scan, page, details, remember=False)
            raise

    async def _store_page(self, scan: Scan, page: Page, details: Details | None, *, remember: bool) -> None:
        self._store.check_room()
        store_page = partial(apply_page, scan=scan, page=page, remember=remember, details=details)
        self._tell(await self._store.write(store_page, durable=False))

    def _begin(self, reads: Reads, run: Run, reload: bool, changes_only: bool) -> Scan:
        entries, _ = reads.outbox.list(account_id=self._account.id, limit=None)
        awaited = [
            (entry, reads.records.get(entry.record_id))
            for entry in entries
            if entry.action is Action.CREATE
            and entry.kind is self._kind
            and (entry.may_have_arrived or entry.remote_id is not None)
        ]
        problems, _ = reads.problems.list(account_id=self._account.id)
        scope = (self._account.id, self._kind)
        return Scan(
            account=self._account,
            kind=self._kind,
            provider=self._provider,
            run=run,
            fingerprint=mapping_mark(self._provider, self._kind),
            writable=writable_fields(self._provider.kind_info(self._kind), self._account, creating=True),
            quarantined={problem.key for problem in problems if problem.key.startswith(quarantine_key(*scope, ""))},
            unread={problem.key for problem in problems if problem.key.startswith(unread_key(*scope, "")[:-1])},
            awaited=awaited,
            unanswered={entry.record_id for entry in entries if entry.is_on_its_way},
            sent_since=self._sent_since,
            reload=reload,
            changes_only=changes_only,
        )

    def _is_unsure(self, reads: Reads) -> bool:
        """Whether a create waits for the proof that it did not arrive, or what was handed over to be seen.

        Only a whole list tells, though none of it may have changed.
        """
        entries, _ = reads.outbox.list(account_id=self._account.id, limit=None)
        return any(
            entry.state is EntryState.HANDED_OVER
            or (entry.state is EntryState.UNCERTAIN and entry.action is Action.CREATE)
            for entry in entries
            if entry.kind is self._kind
        )

    def _full_is_due(self, last: datetime | None) -> bool:
        # A last one in the future means that the clock was set back since.
        return last is None or not timedelta(0) <= self._clock.now() - last < FULL_EVERY

    async def _gives_summaries(self, scan: Scan, page: Page) -> bool | None:
        """Whether this list hides fields that reading one record shows; asked of the first record worth asking."""
        wanted = await self._store.read(lambda reads: needing_details(reads, scan, page))
        if not wanted:
            return None
        payload = next(payload for payload in page.payloads if id_or_none(scan, payload) == wanted[0])
        try:
            listed = self._provider.read(self._kind, payload)
            whole = await self._provider.fetch(self._kind, wanted[0])
        except (RemoteGone, ProviderError) as error:
            log.debug("the first record could not be read whole: %s", error.why)
            return None
        return bool(whole.fields - listed.fields)

    def _tell(self, result: PageResult) -> None:
        signals: list[Signal] = [RunProgress(result.run, result.run.remote_total)]
        if result.new_items or result.changed_items:
            many = len(result.changed_items) > NAMED_ITEMS
            ids = frozenset[int]() if many else result.changed_items
            signals.append(ItemsChanged(self._kind, ids, membership=result.new_items or many))
        if result.attention:
            signals.append(AttentionChanged())
        self._announce(*signals)


def has_all(reads: Reads, scan: Scan, everything: int | None) -> bool:
    """Whether as many records are known as the CRM says it has, where what is quarantined or buried here may count."""
    if everything is None:
        return True
    known = reads.records.known_there(scan.account.id, scan.kind)
    apart = len(scan.quarantined | scan.bad) + reads.tombstones.count(scan.account.id, scan.kind, DELETED_HERE)
    return known <= everything <= known + apart


def _together(changes: Run, whole: Run) -> Run:
    """A whole list that was read after a list of changes: what that one found is the same by now, and yet was found."""
    found = changes.new + changes.changed
    return replace(
        whole,
        new=whole.new + changes.new,
        changed=whole.changed + changes.changed,
        same=max(whole.same - found, 0),
    )


def _slices(page: Page) -> Iterator[Page]:
    """A page in parts that the writer stores without holding anybody up; cursors belong to the last of them."""
    for start in range(0, max(len(page.payloads) - LARGEST_SLICE, 0), LARGEST_SLICE):
        yield Page(page.payloads[start : start + LARGEST_SLICE], total=page.total)
    rest = len(page.payloads) % LARGEST_SLICE or min(len(page.payloads), LARGEST_SLICE)
    yield replace(page, payloads=page.payloads[len(page.payloads) - rest :])


async def _put_back(page: Page, pages: AsyncGenerator[Page, None]) -> AsyncGenerator[Page, None]:
    yield page
    async for following in pages:
        yield following


def unfinished(run: Run, scan: Scan | None) -> Run:
    """The counts of a pull that did not reach the end of its list; it has no balance."""
    return replace(scan.run if scan else run, balanced=None)
