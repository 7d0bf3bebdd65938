"""What a CRM's word about one record does to the record held here; plain functions inside a transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b

from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import Kind
from crmdesk.domain.merge import Difference, merge
from crmdesk.domain.records import Presence, Record
from crmdesk.domain.reports import Change, Conflict, Origin
from crmdesk.providers.contract import KindInfo, Provider, RemoteRecord
from crmdesk.store import Tx

DELETED_HERE = "deleted_here"
REMOVED_THERE = "removed_there"


def fingerprint(provider: Provider, kind: Kind) -> bytes:
    """A mark of the mapping in force: a payload read under another mapping is read again."""
    return blake2b(repr(provider.kind_info(kind).field_map).encode(), digest_size=16).digest()


def mark_of(payload: bytes, key: bytes) -> bytes:
    """The hash by which an unchanged payload is recognised."""
    return blake2b(payload, digest_size=16, key=key).digest()


def merge_remote(
    record: Record, remote: RemoteRecord, mark: bytes, region: str | None
) -> tuple[Record, list[Change], tuple[Difference, ...]]:
    """A record as it stands after its CRM's present values were merged in, with the changes and differences."""
    base = record.agreed_values if record.agreed or record.base is not None else None
    merged = merge(record.kind, base, record.values, remote.values, remote.fields, region)
    changes = [
        Change(record.item_id, record.id, taken.field, taken.old, taken.new, Origin.SYNC) for taken in merged.taken
    ]
    after = replace(
        record,
        remote_id=remote.id,
        values=merged.values,
        base=None if merged.base == merged.values else merged.base,
        agreed=True,
        version=remote.version,
        mark=mark,
        presence=Presence.ARCHIVED if remote.archived else Presence.LIVE,
    )
    return after, changes, merged.differences


def note_conflicts(tx: Tx, record: Record, differences: Sequence[Difference]) -> None:
    """Keep differences as conflicts, and drop those of this record that no longer exist."""
    for difference in differences:
        tx.conflicts.put(
            Conflict(
                record_id=record.id,
                field=difference.field,
                entry=difference.entry,
                base=difference.base,
                mine=difference.mine,
                theirs=difference.theirs,
                account_id=record.account_id,
                kind=record.kind,
                item_id=record.item_id,
                remote_id=record.remote_id,
                theirs_at=tx.now,
            )
        )
    found = {(difference.field, difference.entry) for difference in differences}
    if record.base is not None:
        for conflict in tx.conflicts.open_of(record.id):
            if (conflict.field, conflict.entry) not in found:
                tx.conflicts.drop(record.id, conflict.field, conflict.entry)


def remove_record(tx: Tx, account: Account, record: Record) -> bool:
    """Take note that a record is gone from its CRM; True when it was not known before.

    Without unsent edits it becomes a tombstone, and an item with no record left goes to the trash with the reason. With
    unsent edits it becomes a conflict: deleted there, changed here.
    """
    if record.presence is Presence.REMOVED:
        return False
    tx.records.update([(replace(record, presence=Presence.REMOVED), None)])
    if record.remote_id is not None:
        tx.tombstones.add(account.id, record.kind, [record.remote_id], REMOVED_THERE)
    if record.dirty_fields:
        tx.conflicts.put(
            Conflict(
                record_id=record.id,
                field="",
                base=None,
                mine=None,
                theirs=None,
                account_id=account.id,
                kind=record.kind,
                item_id=record.item_id,
                remote_id=record.remote_id,
                theirs_at=tx.now,
            )
        )
    elif all(other.presence is Presence.REMOVED for other in tx.records.of_item(record.item_id)):
        tx.items.trash([record.item_id], f"It was deleted in {account.name}.")
    return True


def writable_fields(info: KindInfo, account: Account) -> frozenset[str]:
    """The fields this account lets the desk write."""
    if not account.direction.pushes:
        return frozenset()
    fields = {row.field for row in info.field_map if row.writable}
    return frozenset(fields if account.writes_lists else fields - {"emails", "phones"})
