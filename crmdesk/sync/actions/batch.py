"""Many records changed at once: the same as `edits.change_record` one by one, written in bulk statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.outbox import Action, EntryState, OutboxEntry, Outcome
from crmdesk.domain.records import Record
from crmdesk.domain.reports import Change, Origin
from crmdesk.domain.values import Patch, applied
from crmdesk.store import Tx
from crmdesk.sync.actions.edits import change_record, following_name

Pair = tuple[Record, Patch]


@dataclass(slots=True)
class _Written:
    """What is to be stored of all records together."""

    changes: list[Change] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    queued: list[Pair] = field(default_factory=list)
    folded: list[tuple[int, Patch]] = field(default_factory=list)  # entry, what it asks for now
    settled: list[int] = field(default_factory=list)


def change_records(tx: Tx, pairs: Sequence[Pair], origin: Origin) -> None:
    """Give records new values and queue what is to be sent. Refresh their items afterwards."""
    ids = [record.id for record, _ in pairs]
    entries: dict[int, list[OutboxEntry]] = {}
    for entry in tx.outbox.open_of_records(ids):
        entries.setdefault(entry.record_id, []).append(entry)
    in_conflict = tx.conflicts.open_among(ids)
    written = _Written()
    for record, patch in pairs:
        held = entries.get(record.id, [])
        if record.id in in_conflict or not all(_plain(entry) for entry in held):
            change_record(tx, record, patch, origin)
        else:
            _change(written, record, patch, origin, held)
    tx.changes.add(written.changes)
    tx.records.update([(record, None) for record in written.records])
    tx.outbox.settle(written.settled, Outcome.SUPERSEDED)
    tx.outbox.fold(written.folded)
    tx.outbox.add_updates(written.queued)


def _plain(entry: OutboxEntry) -> bool:
    """Whether an entry only waits, with nothing told of it."""
    return entry.state is EntryState.PENDING and entry.action is Action.UPDATE and entry.error_id is None


def _change(written: _Written, record: Record, patch: Patch, origin: Origin, entries: Sequence[OutboxEntry]) -> None:
    values = applied(record.values, patch)
    named = following_name(record, values, patch)
    written.changes += [
        Change(record.item_id, record.id, key, record.values.get(key), values.get(key), origin)
        for key in (*patch, *named)
    ]
    if record.account_id == LOCAL_ACCOUNT_ID:
        written.records.append(replace(record, values=values, base=None))
        return
    base = record.agreed_values
    changed = replace(record, values=values, base=None if base == values and record.agreed else base)
    written.records.append(changed)
    needed = {key: value for key, value in patch.items() if key in changed.dirty_fields}
    for place, entry in enumerate(entries):
        left = {key: value for key, value in entry.wanted.items() if key in needed or key not in patch}
        wanted = {**left, **needed} if place == 0 else left
        if not wanted:
            written.settled.append(entry.id)
        elif wanted != entry.wanted:
            written.folded.append((entry.id, wanted))
    if needed and not entries:
        written.queued.append((changed, needed))
