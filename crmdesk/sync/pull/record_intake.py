"""What a CRM's word about one record does to the record held here; plain functions inside a transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import Kind
from crmdesk.domain.merging.merge import Difference, merge
from crmdesk.domain.merging.plan import was_taken
from crmdesk.domain.outbox import Action, EntryState, OutboxEntry, Outcome
from crmdesk.domain.records import Presence, Record
from crmdesk.domain.reports import Change, Conflict, Origin
from crmdesk.domain.values import Patch, Value, Values
from crmdesk.providers.contract import Provider, RemoteRecord
from crmdesk.providers.info import KindInfo
from crmdesk.store import Tx
from crmdesk.sync.push.queue import close

BY_YOU = "You deleted it."  # the reason of an item that the user put into the trash
DELETED_HERE = "deleted_here"
REMOVED_THERE = "removed_there"
_WAITS = (EntryState.PENDING, EntryState.PARKED, EntryState.HANDED_OVER)


def mapping_mark(provider: Provider, kind: Kind) -> bytes:
    """A mark of the mapping in force: a payload read under another mapping is read again."""
    return blake2b(repr(provider.kind_info(kind).field_map).encode(), digest_size=16).digest()


def mark_of(payload: bytes, key: bytes) -> bytes:
    """The hash by which an unchanged payload is recognised."""
    return blake2b(payload, digest_size=16, key=key).digest()


def presence_of(account: Account, remote: RemoteRecord) -> Presence:
    """Whether a record that was read is in the list of its CRM, and in the account's scope."""
    if remote.archived:
        return Presence.ARCHIVED
    return presence_in_scope(account, remote.kind, remote.values)


def presence_in_scope(account: Account, kind: Kind, values: Values) -> Presence:
    """Where its scope puts a record of the account; one from which nothing is pulled hides none."""
    covered = not account.direction.pulls or account.covers(kind, values)
    return Presence.LIVE if covered else Presence.OUT_OF_SCOPE


def merge_remote(
    record: Record, remote: RemoteRecord, mark: bytes, account: Account, sent: Sequence[Patch] = ()
) -> tuple[Record, list[Change], tuple[Difference, ...]]:
    """A record as it stands after its CRM's present values were merged in, with the changes and differences.

    `sent` are patches whose answers were lost: where the CRM shows what they asked for, it agreed to it.
    """
    region = account.region
    record = acknowledged(record, remote, sent, region)
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
        presence=presence_of(account, replace(remote, values=merged.values) if remote.unreadable else remote),
    )
    return after, changes, merged.differences


def acknowledged(record: Record, remote: RemoteRecord, sent: Sequence[Patch], region: str | None) -> Record:
    """The record with what the CRM shows of patches that were sent, and never answered, as its base: our own echo."""
    base = dict(record.agreed_values)
    for patch in sent:
        for key, wanted in patch.items():
            got = remote.values.get(key)
            if key in remote.fields and was_taken(record.kind, key, wanted, got, region):
                base.pop(key, None)
                base |= {} if got is None else {key: got}
    return replace(record, base=base) if sent and (record.agreed or record.base is not None) else record


def unanswered(entries: Iterable[OutboxEntry], record: Record) -> list[Patch]:
    """What was sent to a record without its answer being known, oldest first.

    Of what was handed over only what is wanted otherwise by now: the rest is merged as values that both sides hold.
    """
    return [
        {key: sent for key, sent in entry.wanted.items() if record.values.get(key) != sent}
        if entry.state is EntryState.HANDED_OVER
        else entry.wanted
        for entry in entries
        if entry.action is Action.UPDATE and entry.is_on_its_way
    ]


def note_conflicts(tx: Tx, record: Record, differences: Sequence[Difference]) -> tuple[int, bool]:
    """Keep differences as conflicts, and drop those of this record that no longer exist.

    Returns how many are new, and whether one was dropped.
    """
    new, dropped = 0, False
    for difference in differences:
        new += tx.conflicts.put(
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
    for conflict in tx.conflicts.open_of(record.id):
        if (conflict.field, conflict.entry) not in found:
            tx.conflicts.drop(record.id, conflict.field, conflict.entry)
            dropped = True
    return new, dropped


def remove_record(tx: Tx, account: Account, record: Record) -> bool:
    """Take note that a record is gone from its CRM; True when it was not known before.

    Without unsent edits it becomes a tombstone, and an item with no record left goes to the trash with the reason. With
    unsent edits it becomes a conflict: deleted there, changed here. In the trash nobody is asked anything.
    """
    if record.presence is Presence.REMOVED:
        return False
    tx.records.update([(replace(record, presence=Presence.REMOVED), None)])
    if record.remote_id is not None:
        tx.tombstones.add(account.id, record.kind, [record.remote_id], REMOVED_THERE)
    if record.dirty_fields and tx.items.get(record.item_id).trashed_at is None:
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
        return True
    for entry in tx.outbox.open_of(record.id):
        if entry.action is Action.UPDATE and entry.state in _WAITS:
            close(tx, entry, Outcome.SUPERSEDED)
    if all(other.presence is Presence.REMOVED for other in tx.records.of_item(record.item_id)):
        tx.items.trash([record.item_id], f"It was deleted in {account.name}.")
    return True


@dataclass(frozen=True, slots=True)
class Writable:
    """The fields that may be written; a name that ends in a dot stands for every field whose name begins so."""

    names: frozenset[str] = frozenset()
    but: frozenset[str] = frozenset()
    ordered: frozenset[str] = frozenset()  # lists whose order is written too

    def __contains__(self, field: object) -> bool:
        if field in self.but or not isinstance(field, str):
            return False
        return field in self.names or any(name.endswith(".") and field.startswith(name) for name in self.names)

    def without(self, fields: Iterable[str]) -> Writable:
        """The same but for some fields."""
        return replace(self, but=self.but.union(fields))


def writable_fields(
    info: KindInfo, account: Account, *, creating: bool = False, type_: Value | None = None
) -> Writable:
    """The fields this account lets the desk write: into a record that is there, or (`creating`) into a new one.

    `type_` is the record's contact_type where it is known: some fields are of records of one type alone.
    """
    if not account.direction.pushes or not (info.creates if creating else info.updates):
        return Writable()
    fields = {
        row.field
        for row in info.field_map
        if (row.writable or (creating and row.at_create)) and (creating or type_ is None or row.of_type in ("", type_))
    }
    ordered = frozenset(row.field for row in info.field_map if row.ordered)
    return Writable(frozenset(fields if account.writes_lists else fields - info.doubtful), ordered=ordered)
