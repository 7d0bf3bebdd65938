"""Creates with lost answers that meet what they may have made: taken over, or asked about, never made twice."""

from __future__ import annotations

from collections.abc import Iterator

from crmdesk.domain.accounts import Account
from crmdesk.domain.merging.plan import was_taken
from crmdesk.domain.notation.normal import email_form, same
from crmdesk.domain.outbox import MAY_BE_THERE, OutboxEntry
from crmdesk.domain.rows import rows_of
from crmdesk.providers.contract import RemoteId, RemoteRecord
from crmdesk.store import Reads, Tx
from crmdesk.sync.push.outcome import park

_NAMES = frozenset({"name", "first_name", "last_name"})


def is_ours(entry: OutboxEntry, remote: RemoteRecord, region: str | None) -> bool:
    """Whether a record is, field by field, what a create asked for."""
    return all(
        was_taken(entry.kind, key, wanted, remote.values.get(key), region)
        for key, wanted in entry.wanted.items()
        if key in remote.fields
    )


def stored_meanwhile(reads: Reads, account: Account, entry: OutboxEntry) -> RemoteId | None:
    """The record that a create made, where a pull stored it for a new one while the answer was still to come."""
    for remote in _younger(reads, account, entry):
        if entry.wanted.keys() & remote.fields and is_ours(entry, remote, account.region):
            return remote.id
    return None


def namesake_stored(reads: Reads, account: Account, entry: OutboxEntry) -> RemoteRecord | None:
    """A record stored since that has all the names a create asked for, and may be what it made, changed since."""
    names = _NAMES & entry.wanted.keys()
    for remote in _younger(reads, account, entry):
        if names and all(same(entry.kind, key, entry.wanted[key], remote.values.get(key)) for key in names):
            return remote
    return None


def _younger(reads: Reads, account: Account, entry: OutboxEntry) -> Iterator[RemoteRecord]:
    """What was stored after the record of a create, as the CRM had it last, but what a person has said it is not."""
    for record in reads.records.younger(account.id, entry.kind, entry.record_id):
        if record.remote_id is not None and record.remote_id not in entry.candidates:
            values = record.agreed_values
            yield RemoteRecord(entry.kind, RemoteId(record.remote_id), values, frozenset(values))


def resembles(entry: OutboxEntry, remote: RemoteRecord) -> bool:
    """Whether a record shares a name with a create, and no email, by which the create is looked up anyway."""
    wanted, there = entry.wanted, remote.values
    forms = [{email_form(row.value) for row in rows_of(side.get("emails"))} for side in (wanted, there)]
    if forms[0] & forms[1]:
        return False
    return any(same(entry.kind, key, wanted[key], there.get(key)) for key in _NAMES & wanted.keys())


def ask(tx: Tx, account: Account, entry: OutboxEntry, remote: RemoteRecord) -> None:
    """Park a create of which nobody can tell whether it made this record, changed since: a person decides."""
    why = f"It is not known whether it made “{remote.values.get('name', '')}”, who is new in {account.name}"
    park(tx, account, entry, MAY_BE_THERE, {"": why}, {}, (*entry.candidates, str(remote.id)))
