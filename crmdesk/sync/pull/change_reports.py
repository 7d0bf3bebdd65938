"""What a CRM reports beside its records: some were removed, some were merged into others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crmdesk.domain.accounts import Account
from crmdesk.domain.merging.merge import merge
from crmdesk.domain.merging.plan import believes_removals
from crmdesk.domain.outbox import EntryState, Outcome
from crmdesk.domain.records import Presence, Record
from crmdesk.domain.reports import Conflict, Origin
from crmdesk.domain.values import Patch, Value
from crmdesk.providers.contract import Page
from crmdesk.store import Tx
from crmdesk.sync.actions.edits import change_record
from crmdesk.sync.actions.linking import join
from crmdesk.sync.pull.page_intake import Scan
from crmdesk.sync.pull.record_intake import REMOVED_THERE
from crmdesk.sync.pull.removals import apply_removals, hold_back
from crmdesk.sync.push.queue import close
from crmdesk.sync.reporting.failure_policy import account_problem_key


@dataclass(frozen=True, slots=True)
class Fed:
    """What a report came to: the items it touched."""

    items: frozenset[int] = frozenset()


def apply_feed(tx: Tx, scan: Scan, page: Page) -> Fed:
    """Take note of what a page reports, ahead of its records: the page's cursor moves after it, so nothing is missed.

    Told again, it changes nothing. The breaker holds here too: what would remove too much of an account asks first.
    """
    touched: set[int] = set()
    for loser_id, keep_id in page.merged.items():
        loser = tx.records.by_remote(scan.account.id, scan.kind, loser_id)
        if loser is not None and loser.presence is not Presence.REMOVED and not _is_at_work(tx, scan, loser):
            touched |= _follow(tx, scan.account, loser, str(keep_id))
            _count(scan, 1)
    gone = _removed(tx, scan, [str(one) for one in page.removed if one not in page.merged])
    known = tx.records.count(scan.account.id, scan.kind)
    if gone and not believes_removals(len(gone), known):
        key = account_problem_key(scan.account, f"review:{scan.kind}")
        hold_back(tx, scan, [record.remote_id or "" for record in gone], known - len(gone), key)
    elif gone:
        touched |= apply_removals(tx, scan.account, [record.id for record in gone])
        _count(scan, len(gone))
    tx.runs.update(scan.run)
    return Fed(frozenset(touched))


def _count(scan: Scan, removed: int) -> None:
    scan.fed += removed
    scan.run = replace(scan.run, fetched=scan.run.fetched + removed, removed=scan.run.removed + removed)


def _removed(tx: Tx, scan: Scan, remote_ids: Sequence[str]) -> list[Record]:
    known = tx.records.known(scan.account.id, scan.kind, remote_ids)
    ids = [held.id for held in known.values() if held.presence is not Presence.REMOVED]
    return [record for record in tx.records.load(ids).values() if not _is_at_work(tx, scan, record)]


def _is_at_work(tx: Tx, scan: Scan, record: Record) -> bool:
    """Whether something is being sent to it, whose own answer tells better what became of it."""
    in_flight = any(entry.state is EntryState.IN_FLIGHT for entry in tx.outbox.open_of(record.id))
    return in_flight or record.id in scan.sent_since


def _follow(tx: Tx, account: Account, loser: Record, keep_id: str) -> set[int]:
    """The loser of a merge points to the survivor: the two are one item, and unsent edits become the survivor's."""
    survivor = tx.records.by_remote(account.id, loser.kind, keep_id)
    if survivor is None:
        # The survivor is new here: it is this record from now on, and read again with the next page that shows it.
        tx.records.update([(replace(loser, remote_id=keep_id, version=None, mark=b""), None)])
        for entry in tx.outbox.open_of(loser.id):
            tx.outbox.update(entry.id, remote_id=keep_id)
        _bury(tx, account, loser)
        tx.items.refresh([loser.item_id])
        return {loser.item_id}
    items = {loser.item_id, survivor.item_id}
    for entry in tx.outbox.open_of(loser.id):
        close(tx, entry, Outcome.SUPERSEDED)
    tx.problems.solve_prefix(f"send:{account.id}:{loser.id}:")
    _move_item(tx, loser, survivor)
    _pass_edits_on(tx, loser, tx.records.get(survivor.id))
    tx.records.delete([loser.id])
    _bury(tx, account, loser)
    tx.items.refresh(sorted(items))
    return items


def _bury(tx: Tx, account: Account, loser: Record) -> None:
    if loser.remote_id is not None:
        tx.tombstones.add(account.id, loser.kind, [loser.remote_id], REMOVED_THERE)


def _move_item(tx: Tx, loser: Record, survivor: Record) -> None:
    """What else stood for the loser's item stands for the survivor's; its pins come along where none is set."""
    if loser.item_id == survivor.item_id:
        return
    for pin in tx.items.pins(loser.item_id):
        if pin.record_id == loser.id:
            tx.items.clear_pin(loser.item_id, pin.field)
    join(tx, survivor.item_id, loser.item_id)


def _pass_edits_on(tx: Tx, loser: Record, survivor: Record) -> None:
    edited = frozenset(loser.dirty_fields)
    if not edited:
        return
    merged = merge(loser.kind, loser.agreed_values, loser.values, survivor.values, edited)
    differing = {difference.field for difference in merged.differences}
    wanted: dict[str, Value | None] = {key: merged.values.get(key) for key in edited}
    patch: Patch = {key: value for key, value in wanted.items() if value != survivor.values.get(key)}
    if patch:
        change_record(tx, survivor, patch, Origin.YOU)
    if differing:
        survivor = tx.records.get(survivor.id)
        # Both sides differ from what the loser had agreed upon, and stay told apart by it until somebody decides.
        base = {key: value for key, value in survivor.agreed_values.items() if key not in differing}
        base |= {key: merged.base[key] for key in differing if key in merged.base}
        tx.records.update([(replace(survivor, base=base), None)])
    for difference in merged.differences:
        tx.conflicts.put(
            Conflict(
                record_id=survivor.id,
                field=difference.field,
                entry=difference.entry,
                base=difference.base,
                mine=difference.mine,
                theirs=difference.theirs,
                account_id=survivor.account_id,
                kind=survivor.kind,
                item_id=survivor.item_id,
                remote_id=survivor.remote_id,
                theirs_at=tx.now,
            )
        )
    for entry in tx.outbox.open_of(survivor.id):
        # What two people must agree on first is not sent; the conflict's resolution queues it anew.
        left = {key: value for key, value in entry.wanted.items() if key not in differing}
        if entry.state is EntryState.PENDING and len(left) < len(entry.wanted):
            if left:
                tx.outbox.update(entry.id, wanted=left)
            else:
                close(tx, entry, Outcome.SUPERSEDED)
