"""What was handed over as a file, judged by the next list of its program: taken, not accepted, or not told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from crmdesk.domain.accounts import Account
from crmdesk.domain.merging.plan import was_taken
from crmdesk.domain.outbox import IN_CONFLICT, Action, EntryState, OutboxEntry, Outcome
from crmdesk.domain.records import Presence, Record
from crmdesk.domain.values import Patch, Value, texts
from crmdesk.store import Tx
from crmdesk.sync.pull.page_intake import Scan
from crmdesk.sync.push.outcome import NOT_ACCEPTED, park
from crmdesk.sync.push.queue import close, deal_out, still_needed, take_out

NOT_IN_THE_FILE = "NOT_IN_THE_FILE"
_AGAIN = "Hand it over again, change it there by hand, or keep it on this computer only."


def judge_handed_over(tx: Tx, scan: Scan, as_of: datetime) -> frozenset[int]:
    """End what a list that was read to its end tells of, and count it; returns the items concerned.

    A list that stood so before something was handed over says nothing of it. What waits and is there by now, because
    somebody typed it there or a hand-over was not noted, needs nobody any more.
    """
    touched: set[int] = set()
    entries, _ = tx.outbox.list(account_id=scan.account.id, limit=None)
    open_ = [entry for entry in entries if entry.kind is scan.kind and entry.action is Action.UPDATE]
    by_record: dict[int, list[OutboxEntry]] = {}
    for entry in open_:
        by_record.setdefault(entry.record_id, []).append(entry)
    records = tx.records.load(sorted(by_record))
    for entry in open_:
        record = records.get(entry.record_id)
        if record is None or record.presence is Presence.REMOVED:
            continue
        of_record = by_record[record.id]
        if entry.state is EntryState.PENDING:  # something of it may be there already
            changed = take_out(tx, entry, entry.wanted.keys() - still_needed(record, of_record))
        elif entry.state is not EntryState.HANDED_OVER or (entry.sent_at is not None and entry.sent_at >= as_of):
            changed = False
        elif record.remote_id not in scan.seen:
            changed = _not_told(tx, entry)
        else:
            later = {key for other in of_record if other.id > entry.id for key in other.wanted}
            _judge(tx, scan, entry, record, later)
            changed = True
        touched |= {entry.item_id} if changed else set()
    tx.items.refresh(sorted(touched))
    return frozenset(touched)


def _not_told(tx: Tx, entry: OutboxEntry) -> bool:
    why = "The file that was read since does not hold this contact, so that the next one has to tell."
    tx.outbox.update(entry.id, error_id=NOT_IN_THE_FILE, error=why)
    return entry.error_id != NOT_IN_THE_FILE


def _judge(tx: Tx, scan: Scan, entry: OutboxEntry, record: Record, later: set[str]) -> None:
    account, agreed = scan.account, record.agreed_values
    contested = {conflict.field for conflict in tx.conflicts.open_of(record.id)}
    taken: dict[str, Value | None] = {}
    in_conflict: dict[str, Value | None] = {}
    refused: dict[str, Value | None] = {}
    for key, value in entry.wanted.items():
        if key in contested:
            in_conflict[key] = value
        elif key in record.dirty_fields and key not in later:
            refused[key] = value
        elif was_taken(record.kind, key, value, agreed.get(key), account.region):
            taken[key] = value

    def conflict(part: OutboxEntry) -> None:
        why = f"It was changed here and in {account.name}."
        tx.outbox.update(part.id, state=EntryState.PARKED, error_id=IN_CONFLICT, error=why)

    deal_out(
        tx,
        entry,
        [
            (taken, lambda part: close(tx, part, Outcome.VERIFIED)),
            (in_conflict, conflict),
            (refused, lambda part: _refuse(tx, account, part, agreed)),
        ],
    )
    run = scan.run
    scan.run = replace(run, sent=run.sent + bool(taken), not_accepted=run.not_accepted + len(refused))


def _refuse(tx: Tx, account: Account, entry: OutboxEntry, there: Patch) -> None:
    why = {key: _why_refused(account, there.get(key)) for key in entry.wanted}
    park(tx, account, entry, NOT_ACCEPTED, why, entry.wanted, advice=_AGAIN)


def _why_refused(account: Account, there: Value | None) -> str:
    why = f"The file of {account.name} that was read since has nothing there"
    if there is not None:
        shown = ", ".join(texts(there)) if isinstance(there, tuple) else there
        why = f"The file of {account.name} that was read since has “{shown}”"
    return why
