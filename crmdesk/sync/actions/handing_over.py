"""What waits for an account that takes changes as a file: gathered for that file, and marked as handed over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from crmdesk.domain.accounts import Account
from crmdesk.domain.outbox import Action, EntryState, OutboxEntry, Outcome
from crmdesk.domain.records import Presence, Record
from crmdesk.domain.values import Patch
from crmdesk.frozen import dataclass
from crmdesk.store import Reads, Tx
from crmdesk.sync.push.outcome import NOT_ACCEPTED, park
from crmdesk.sync.push.queue import close, deal_out, still_needed

_NOT_IN_IT = "Change the value so that it fits, change it there by hand, or keep it on this computer only."


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits to be handed over of one record."""

    record: Record
    payload: bytes
    entries: tuple[OutboxEntry, ...]  # oldest first
    wanted: Patch  # what is to be in the file
    held: Patch = field(default_factory=dict)  # what waits for a decision first
    handed: Patch = field(default_factory=dict)  # of an earlier file, and no export has told of it yet

    @property
    def row(self) -> Patch:
        """What the row of the record says: the program that takes it replaces all that it has of the record."""
        return {**self.handed, **self.wanted}


def waiting_of(reads: Reads, account: Account) -> list[Waiting]:
    """What waits for an account, a record each, with the values as they are here now."""
    entries: dict[int, list[OutboxEntry]] = {}
    for entry in reads.outbox.list(account_id=account.id)[0]:
        if entry.action is Action.UPDATE:
            entries.setdefault(entry.record_id, []).append(entry)
    records = reads.records.load(list(entries))
    found = []
    for id_, of_record in entries.items():
        record, payload = records[id_], reads.records.payload(id_)
        pending = tuple(entry for entry in of_record if entry.state is EntryState.PENDING)
        if not pending or payload is None or record.presence is Presence.REMOVED:
            continue
        needed = still_needed(record, of_record)
        contested = {conflict.field for conflict in reads.conflicts.open_of(id_)}
        asked = [key for entry in pending for key in entry.wanted if key in needed]
        wanted = {key: record.values.get(key) for key in asked}
        held = {key: value for key, value in wanted.items() if key in contested or "" in contested}
        told = {key for entry in of_record if entry.state is EntryState.HANDED_OVER for key in entry.wanted}
        free = {key: value for key, value in wanted.items() if key not in held}
        handed = {key: record.values.get(key) for key in told - contested - wanted.keys() if "" not in contested}
        found.append(Waiting(record, payload, pending, free, held, handed))
    return found


def mark_handed_over(
    tx: Tx, account: Account, written: Sequence[Waiting], refused: Sequence[Mapping[str, str]]
) -> bool:
    """Note what is in the file, and keep what found no place in it for a person.

    False, and nothing is noted, where something of it was changed since it was gathered: then the file is not right.
    """
    if waiting_of(tx, account) != list(written):
        return False
    for one, why in zip(written, refused, strict=True):
        _mark_one(tx, account, one, why)
    tx.items.refresh([one.record.item_id for one in written])
    return True


def _mark_one(tx: Tx, account: Account, one: Waiting, why: Mapping[str, str]) -> None:
    first, *others = one.entries
    for entry in others:
        close(tx, entry, Outcome.SUPERSEDED)

    def handed(part: OutboxEntry) -> None:
        tx.outbox.update(
            part.id, state=EntryState.HANDED_OVER, sent_at=tx.now, attempts=part.attempts + 1, next_at=None,
            error_id=None, error=None,
        )  # fmt: skip

    deal_out(
        tx,
        first,
        [
            ({key: value for key, value in one.wanted.items() if key not in why}, handed),
            (
                {key: one.wanted[key] for key in why},
                lambda part: park(tx, account, part, NOT_ACCEPTED, why, part.wanted, advice=_NOT_IN_IT),
            ),
            (one.held, lambda part: None),
        ],
    )
