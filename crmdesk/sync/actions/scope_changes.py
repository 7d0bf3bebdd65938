"""What an account holds, put in sight or out of it when its scope or its kinds become others; no CRM is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from crmdesk.domain.fields import Kind
from crmdesk.domain.records import Presence, Record
from crmdesk.domain.scope.rules import UNFINISHED
from crmdesk.store import Reads, Store, Tx
from crmdesk.sync.pull.record_intake import presence_in_scope

SLICE = 500  # records in one transaction
_MOVED = {Presence.LIVE, Presence.OUT_OF_SCOPE}


def begin(tx: Tx, account_id: int) -> None:
    """Note, in the transaction that changes the scope, that the account's records are to be looked at."""
    waiting = unfinished(tx)
    if account_id not in waiting:
        tx.settings.put(UNFINISHED, " ".join(map(str, [*waiting, account_id])))


def unfinished(reads: Reads) -> list[int]:
    """The accounts whose records are yet to be looked at."""
    return [int(word) for word in reads.settings.get(UNFINISHED).split()]


async def carry_out(store: Store, account_id: int) -> frozenset[Kind]:
    """Look at all records of an account, slice by slice; returns the kinds of which some went or came.

    Cut off, it begins anew at the next start: what is right already is not written again.
    """
    moved: set[Kind] = set()
    for kind in Kind:
        for part in _slices(await store.read(partial(_held, account_id=account_id, kind=kind))):
            if await store.write(partial(_look, account_id=account_id, record_ids=part)):
                moved.add(kind)
    await store.write(lambda tx: _end(tx, account_id))
    return frozenset(moved)


def _held(reads: Reads, account_id: int, kind: Kind) -> list[int]:
    return [record_id for record_id, *_ in reads.records.listing(account_id, kind)]


def _slices(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), SLICE):
        yield ids[start : start + SLICE]


def _look(tx: Tx, account_id: int, record_ids: Sequence[int]) -> bool:
    account = tx.accounts.get(account_id)
    moved: list[Record] = []
    for record in tx.records.load(record_ids).values():
        wanted = presence_in_scope(account, record.kind, record.agreed_values)
        if record.presence in _MOVED and record.presence is not wanted:
            moved.append(replace(record, presence=wanted))
    tx.records.update([(record, None) for record in moved])
    tx.items.refresh(sorted({record.item_id for record in moved}))
    return bool(moved)


def _end(tx: Tx, account_id: int) -> None:
    left = [str(waiting) for waiting in unfinished(tx) if waiting != account_id]
    tx.settings.put(UNFINISHED, " ".join(left))
