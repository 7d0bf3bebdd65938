"""The end of a complete scan: what is believed to be gone, and whether the run adds up."""

from __future__ import annotations

import json
from dataclasses import replace

from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import Kind
from crmdesk.domain.merging.plan import balances, believes_removals
from crmdesk.domain.outbox import EntryState
from crmdesk.domain.records import Presence
from crmdesk.domain.reports import Problem, ProblemKind, Run, RunOutcome
from crmdesk.providers.info import SeesDeletions
from crmdesk.store import Reads, Tx
from crmdesk.sync.pull.create_adoption import ask, namesake_stored, stored_meanwhile
from crmdesk.sync.pull.page_intake import Scan, quarantine_key, unread_key
from crmdesk.sync.pull.record_intake import DELETED_HERE, remove_record
from crmdesk.sync.push.attempt import may_still_show
from crmdesk.sync.reporting.failure_policy import account_problem_key


def conclude_scan(tx: Tx, scan: Scan) -> tuple[Run, frozenset[int]]:
    """Close a complete scan: removals proven by absence, quarantines that no longer exist, and the balance.

    Returns the run as it stands now and the items that were touched. A run that would remove more than the breaker
    allows removes nothing and asks.
    """
    linked: set[str] = set()
    outside: set[str] = set()
    for _, _, remote_id, presence in tx.records.listing(scan.account.id, scan.kind):
        if remote_id in scan.seen:
            linked.add(remote_id)
            if presence is Presence.OUT_OF_SCOPE:
                outside.add(remote_id)
    missing = _missing(tx, scan)
    scan.run = replace(scan.run, balanced=_balance(tx, scan, linked, outside) and not scan.slipped)
    tx.problems.solve(_no_longer_there(tx, scan))
    touched: frozenset[int] = frozenset()
    review_key = account_problem_key(scan.account, f"review:{scan.kind}")
    missing = [(record_id, remote_id) for record_id, remote_id in missing if remote_id not in scan.there]
    if believes_removals(len(missing), len(linked) + len(missing)):
        touched = apply_removals(tx, scan.account, [record_id for record_id, _ in missing])
        scan.run = replace(scan.run, removed=scan.run.removed + len(missing))
        tx.problems.solve([review_key])
        tx.accounts.update(scan.account.id, review=_without(scan.account, scan.kind))
        if scan.run.outcome is RunOutcome.NEEDS_REVIEW:
            scan.run = replace(scan.run, outcome=None)  # the whole list shows what a report beside it had claimed
    else:
        hold_back(tx, scan, [remote_id for _, remote_id in missing], len(linked), review_key)
    if scan.run.balanced:
        _give_up_waiting(tx, scan)
        _end_tombstones(tx, scan)
    tx.cursors.put(scan.account.id, scan.kind, resume=None, complete_at=tx.now)
    _note_balance(tx, scan)
    return scan.run, touched


def _missing(reads: Reads, scan: Scan) -> list[tuple[int, str]]:
    """The records that the list does not show although it proves that they are gone: their ids here and there."""
    if not proves_removals(scan):
        return []
    return [
        (record_id, remote_id)
        for record_id, _, remote_id, presence in reads.records.listing(scan.account.id, scan.kind)
        if remote_id not in scan.seen and presence is not Presence.REMOVED and record_id not in scan.sent_since
    ]


def to_look_at(reads: Reads, scan: Scan) -> list[str]:
    """The records to be looked at one by one before their absence counts; none where that many are asked about."""
    missing = _missing(reads, scan)
    known = reads.records.count(scan.account.id, scan.kind)
    return [remote_id for _, remote_id in missing] if believes_removals(len(missing), known) else []


def _no_longer_there(tx: Tx, scan: Scan) -> list[str]:
    """The problems of records that were quarantined and that the list does not show, or that were deleted for good.

    One that it still shows is only solved by being read.
    """
    prefix = quarantine_key(scan.account.id, scan.kind, "")
    names = sorted(key.removeprefix(prefix) for key in scan.quarantined - scan.bad)
    buried = tx.tombstones.reasons(scan.account.id, scan.kind, names) if names else {}
    gone = [prefix + name for name in names if name not in scan.seen or buried.get(name) == DELETED_HERE]
    begin = unread_key(scan.account.id, scan.kind, "")[:-1]
    ids = {key: key.removeprefix(begin).rsplit(":", 1)[0] for key in scan.unread}
    kept = tx.records.known(scan.account.id, scan.kind, sorted(set(ids.values()))) if ids else {}
    present = scan.seen | scan.there if ids else set()
    return gone + [key for key, id_ in ids.items() if id_ not in present or id_ not in kept]


def proves_removals(scan: Scan) -> bool:
    """Whether absence from this list means anything: none of it was lost on the way, as far as can be told.

    A record without a readable id may be any of those that are missing, and one that came twice may stand in the place
    of another; a list shorter than the CRM's own count has lost some. Some CRMs' lists never prove anything.
    """
    if scan.provider.kind_info(scan.kind).deletions is SeesDeletions.NEVER:
        return False
    total = scan.run.remote_total
    if scan.nameless or total is None:
        return not (scan.nameless or scan.repeated)
    return scan.listed >= total


def _end_tombstones(tx: Tx, scan: Scan) -> None:
    """What was deleted for good, and is in the list no more, need not be kept out of it: its id may be given again."""
    if proves_removals(scan):
        buried = tx.tombstones.ids(scan.account.id, scan.kind, DELETED_HERE)
        tx.tombstones.remove(scan.account.id, scan.kind, [id_ for id_ in buried if id_ not in scan.seen])


def _give_up_waiting(tx: Tx, scan: Scan) -> None:
    """Creates with lost answers that a complete list, begun well after them, does not show did not arrive: sent again.

    One that was answered with its id did arrive, and is waited for; one that a pull had stored as a new record, before
    the answer was lost, is linked to that, or asked about where that has changed.
    """
    for noted, record in scan.awaited:
        entry = tx.outbox.get(noted.id)
        if entry.state is EntryState.UNCERTAIN and entry.remote_id is None and not may_still_show(entry, tx.now):
            made = stored_meanwhile(tx, scan.account, entry)
            alike = None if made else namesake_stored(tx, scan.account, entry)
            if alike is not None:
                ask(tx, scan.account, entry, alike)
            else:
                tx.outbox.update(entry.id, state=EntryState.PENDING, next_at=None, remote_id=made)
            tx.items.refresh([record.item_id])


def _balance(tx: Tx, scan: Scan, linked: set[str], outside: set[str]) -> bool:
    prefix = quarantine_key(scan.account.id, scan.kind, "")
    bad = {key.removeprefix(prefix) for key in scan.bad}
    apart = bad | scan.gone_there
    # In loops: a difference of large sets is one step of the interpreter, in which the window's thread stands still.
    unlinked = [remote_id for remote_id in scan.seen if remote_id not in linked and remote_id not in apart]
    here = len(linked) - len(outside) - sum(remote_id in linked and remote_id not in outside for remote_id in apart)
    buried = tx.tombstones.reasons(scan.account.id, scan.kind, sorted(unlinked)) if unlinked else {}
    deleted_here = sum(reason == DELETED_HERE for reason in buried.values())
    return balances(scan.run, scan.listed, here, deleted_here, len(scan.gone_there))


def apply_removals(tx: Tx, account: Account, record_ids: list[int]) -> frozenset[int]:
    """Take note of records that are gone; returns the items they belong to."""
    touched = set()
    for record in tx.records.load(record_ids).values():
        remove_record(tx, account, record)
        touched.add(record.item_id)
    tx.items.refresh(sorted(touched))
    return frozenset(touched)


def hold_back(tx: Tx, scan: Scan, remote_ids: list[str], linked: int, key: str) -> None:
    """The breaker: remove nothing, keep the list, and ask."""
    account = scan.account
    scan.run = replace(scan.run, outcome=RunOutcome.NEEDS_REVIEW)
    held = json.loads(account.review) if account.review else {}
    tx.accounts.update(account.id, review=json.dumps({**held, scan.kind: remote_ids}))
    tx.problems.put(
        Problem(
            key=key,
            kind=ProblemKind.ACCOUNT,
            account_id=account.id,
            code="REMOVALS_HELD_BACK",
            what=f"{account.name} no longer lists {len(remote_ids):,} of {linked + len(remote_ids):,} records",
            why="That many removals at once are often a filter, a changed permission or a fault there. "
            "Nothing was removed here.",
            next="Review them: accept the removals, or keep the records.",
            action="review",
            record_kind=scan.kind,
        )
    )


def _without(account: Account, kind: Kind) -> str | None:
    held = json.loads(account.review) if account.review else {}
    held.pop(kind, None)
    return json.dumps(held) if held else None


def review(tx: Tx, account: Account, accept: bool) -> frozenset[int]:
    """Decide on the removals that the breaker held back: take note of them, or forget the question.

    Refused removals are asked about again if a later complete scan still misses them.
    """
    touched: set[int] = set()
    held = json.loads(account.review) if account.review else {}
    for name, remote_ids in held.items():
        kind = Kind(name)
        if accept:
            wanted = set(remote_ids)
            ids = [id_ for id_, _, remote_id, _ in tx.records.listing(account.id, kind) if remote_id in wanted]
            touched |= apply_removals(tx, account, ids)
        tx.problems.solve([account_problem_key(account, f"review:{kind}")])
    tx.accounts.update(account.id, review=None)
    return frozenset(touched)


def _note_balance(tx: Tx, scan: Scan) -> None:
    """A run that does not add up is itself a problem, until one does."""
    run, account = scan.run, scan.account
    key = account_problem_key(account, f"balance:{scan.kind}")
    if run.balanced:
        tx.problems.solve([key])
        return
    total = "no total" if run.remote_total is None else f"a total of {run.remote_total:,}"
    tx.problems.put(
        Problem(
            key=key,
            kind=ProblemKind.ACCOUNT,
            account_id=account.id,
            code="DOES_NOT_ADD_UP",
            what=f"The last sync of {account.name} does not add up",
            why=f"{account.name} told {total}, and listed {scan.listed:,} records. Somebody may have added or removed "
            "records meanwhile.",
            next="Sync again; if it stays, compare the counts with the CRM.",
            action="retry",
            record_kind=scan.kind,
        )
    )
