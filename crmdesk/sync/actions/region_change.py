"""Phone numbers found anew under another region's notation; what is stored of them stays as it was typed."""

from __future__ import annotations

from functools import partial

from crmdesk.store import Reads, Store, Tx
from crmdesk.store.tables.settings import REINDEX

SLICE = 200  # contacts in one transaction


async def carry_out(store: Store) -> bool:
    """Look at all contacts with a phone number, slice by slice; whether there was anything to do.

    Cut off, it begins anew at the next start.
    """
    if not await store.read(_unfinished):
        return False
    ids = await store.read(lambda reads: reads.items.with_phones())
    for start in range(0, len(ids), SLICE):
        await store.write(partial(_look, ids=list(ids[start : start + SLICE])), durable=False)
    await store.write(lambda tx: tx.settings.put(REINDEX, ""))
    return True


def _unfinished(reads: Reads) -> bool:
    return bool(reads.settings.get(REINDEX))


def _look(tx: Tx, ids: list[int]) -> None:
    tx.items.reindex(ids)
