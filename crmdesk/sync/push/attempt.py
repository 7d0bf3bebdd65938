"""One attempt at one outbox entry: what every kind of send needs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from crmdesk.domain.accounts import Account
from crmdesk.domain.clock import Clock
from crmdesk.domain.outbox import Action, EntryState, OutboxEntry
from crmdesk.domain.records import Record
from crmdesk.errors import BadResponse, DeskError, OutcomeUnknown
from crmdesk.providers.contract import BadRecord, Provider, RemoteRecord
from crmdesk.store import Store, Tx
from crmdesk.sync.pull.record_intake import Writable, mapping_mark, mark_of, writable_fields

R = TypeVar("R")

SECOND_LOOK = 1.5  # seconds after which a CRM is asked once more for what it should show by now
SHOWS_BY_THEN = timedelta(minutes=5)  # after a create was sent, what is not found then was not made


@dataclass(frozen=True, slots=True)
class Sent:
    """How one attempt at one entry ended; `stop` says that the account must not send more now, and why."""

    item_id: int
    record_id: int
    verified: bool = False
    refused: int = 0
    conflicts: int = 0
    stop: DeskError | None = None


def may_still_show(entry: OutboxEntry, now: datetime) -> bool:
    """Whether what a create made may not be found yet; a time to come tells nothing, since the clock was set back."""
    return entry.sent_at is not None and timedelta() <= now - entry.sent_at < SHOWS_BY_THEN


class Withdrawn(Exception):
    """The user took an entry back while the CRM was asked about it: nothing of it is sent."""


def still_wanted(tx: Tx, entry: OutboxEntry) -> OutboxEntry:
    """The entry as it is now. Raises Withdrawn where it was closed meanwhile."""
    latest = tx.outbox.get(entry.id)
    if not latest.is_open:
        raise Withdrawn
    return latest


@dataclass(frozen=True, slots=True)
class Attempt:
    """The parts an attempt works with."""

    store: Store
    account: Account
    provider: Provider
    clock: Clock

    async def guarded(self, entry: OutboxEntry, call: Callable[[], Awaitable[R]]) -> R:
        """Call the CRM for a write; an answer not understood, or a call cut off, leaves its outcome unknown."""
        try:
            return await call()
        except (BadResponse, BadRecord) as error:
            raise OutcomeUnknown(error.why, detail=error.detail) from error
        except DeskError:
            raise
        except BaseException:
            await self.store.write(lambda tx: tx.outbox.update(entry.id, state=EntryState.UNCERTAIN, next_at=tx.now))
            raise

    async def record(self, entry: OutboxEntry) -> Record:
        """The entry's record as it stands now."""
        return await self.store.read(lambda reads: reads.records.get(entry.record_id))

    def writable(self, entry: OutboxEntry) -> Writable:
        """The fields that this account takes."""
        creating = entry.action is Action.CREATE
        return writable_fields(self.provider.kind_info(entry.kind), self.account, creating=creating)

    def mark(self, remote: RemoteRecord) -> bytes:
        """The hash under which the next pull recognises this payload."""
        return mark_of(remote.payload, mapping_mark(self.provider, remote.kind))
