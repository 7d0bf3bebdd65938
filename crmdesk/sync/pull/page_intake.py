"""One page of a pull, decided and stored in one transaction: a plain function that runs on the writer's thread."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from crmdesk.domain.accounts import Account
from crmdesk.domain.fields import Kind, field_of
from crmdesk.domain.outbox import EntryState, OutboxEntry
from crmdesk.domain.records import Known, NewRecord, Presence, Record
from crmdesk.domain.reports import Change, Problem, ProblemKind, Run
from crmdesk.errors import ProviderError
from crmdesk.providers.contract import BadRecord, Page, Provider, RemoteId, RemoteRecord, Unopened
from crmdesk.store import Tx
from crmdesk.sync.pull.create_adoption import ask, is_ours, resembles
from crmdesk.sync.pull.linking_rule import linked_by_rule
from crmdesk.sync.pull.record_intake import (
    BY_YOU,
    DELETED_HERE,
    Writable,
    mark_of,
    merge_remote,
    note_conflicts,
    presence_of,
    remove_record,
    unanswered,
)
from crmdesk.sync.push.create import link
from crmdesk.sync.push.learned_refusals import learn_refusals
from crmdesk.sync.push.outcome import settle_create
from crmdesk.sync.push.queue import end_agreed, release
from crmdesk.sync.reporting.quarantine import headline, next_step

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Scan:
    """What one run of a list has met so far; it lives as long as the run and is touched by one page at a time."""

    account: Account
    kind: Kind
    provider: Provider
    run: Run
    fingerprint: bytes
    writable: Writable
    seen: set[str] = field(default_factory=set)
    gone_there: set[str] = field(default_factory=set)  # met with the CRM's own mark of deletion
    there: set[str] = field(default_factory=set)  # missing in the list, and not known to be gone
    slipped: bool = False  # one of them belongs into the list, so that it moved while it was read
    fed: int = 0  # reported beside the list, whose own count they are no part of
    nameless: int = 0  # met without an id that can be read
    repeated: int = 0  # met more than once
    quarantined: set[str] = field(default_factory=set)  # problem keys open before or since
    bad: set[str] = field(default_factory=set)  # problem keys of this scan
    unread: set[str] = field(default_factory=set)  # problem keys of single fields, open before or since
    awaited: list[tuple[OutboxEntry, Record]] = field(default_factory=list)  # creates that may have made one of it
    unanswered: set[int] = field(default_factory=set)  # records of which a change left the desk, and nothing came back
    sent_since: set[int] = field(default_factory=set)  # records whose sends began or ran since: its pages may be older
    reload: bool = False  # read every payload again, known or not
    changes_only: bool = False  # it is the list of what changed since the last one

    @property
    def listed(self) -> int:
        """How many records the list itself held so far."""
        return self.run.fetched - self.fed


@dataclass(frozen=True, slots=True)
class PageResult:
    """What a page came to, for signals after its commit."""

    run: Run
    changed_items: frozenset[int]
    new_items: bool
    attention: bool


def apply_page(
    tx: Tx, scan: Scan, page: Page, remember: bool, details: Mapping[str, RemoteRecord | ProviderError] | None = None
) -> PageResult:
    """Store a page: new records in bulk, changed ones merged, the same ones untouched, bad ones quarantined.

    The scan's cursor, records, changes and counts go into the caller's transaction together. `remember` keeps the
    cursor inside the list, so that a pull that is cut off goes on from here. `details` are, where the list gives
    summaries only, the records read whole, or why one could not be.
    """
    work = _PageWork(tx, scan, details)
    work.sort_out(page.payloads)
    work.store_new()
    work.store_changed()
    work.note_unreadable()
    counts = replace(scan.run, remote_total=page.total if page.total is not None else scan.run.remote_total)
    scan.run = counts
    if remember:
        tx.cursors.put(scan.account.id, scan.kind, resume=page.resume)
    if page.next_since is not None:
        tx.cursors.put(scan.account.id, scan.kind, since=page.next_since)
    if work.wrote or remember:
        tx.runs.update(counts)
    return PageResult(counts, frozenset(work.touched), work.added, work.attention)


class _PageWork:
    """The steps of one page; lives for one transaction."""

    def __init__(self, tx: Tx, scan: Scan, details: Mapping[str, RemoteRecord | ProviderError] | None) -> None:
        self.tx = tx
        self.details = details
        self.scan = scan
        self.read_now: list[RemoteRecord] = []
        self.fresh: list[tuple[bytes, bytes, RemoteRecord]] = []  # payload, mark, record
        self.changed: list[tuple[Known, bytes, bytes, RemoteRecord]] = []
        self.touched: set[int] = set()
        self.added = False
        self.attention = False
        self.wrote = False

    def sort_out(self, payloads: Sequence[bytes]) -> None:
        """Tell new, changed and same payloads apart, reading only those that are not known byte for byte."""
        scan = self.scan
        identified: list[tuple[RemoteId, bytes]] = []
        for payload in payloads:
            try:
                remote_id = scan.provider.identify(scan.kind, payload)
            except ProviderError as error:
                self.quarantine(error, None, payload, None)
                continue
            if remote_id in scan.seen:
                scan.repeated += 1
            else:
                scan.seen.add(remote_id)
                identified.append((remote_id, payload))
        known = self.tx.records.known(scan.account.id, scan.kind, [remote_id for remote_id, _ in identified])
        unknown = [remote_id for remote_id, _ in identified if remote_id not in known]
        buried = self.buried(unknown)
        # A complete list counts apart what was deleted for good here; in a list of changes it is nothing new.
        unchanged, outside = len(buried) if scan.changes_only else 0, 0
        for remote_id, payload in identified:
            mark = mark_of(payload, scan.fingerprint)
            held = known.get(remote_id)
            if held is not None and (held.id in scan.sent_since or self.unchanged(held, mark, remote_id)):
                outside += held.presence is Presence.OUT_OF_SCOPE
                unchanged += held.presence is not Presence.OUT_OF_SCOPE
            elif remote_id not in buried:
                self.read(held, payload, mark, remote_id)
        self.count(fetched=len(identified), same=unchanged, out_of_scope=outside)

    def count(self, **more: int) -> None:
        """Add to the run's counts."""
        run = self.scan.run
        self.scan.run = replace(run, **{name: getattr(run, name) + number for name, number in more.items()})

    def buried(self, remote_ids: Sequence[str]) -> set[str]:
        """Those that were deleted for good on the desk."""
        if not remote_ids:
            return set()
        reasons = self.tx.tombstones.reasons(self.scan.account.id, self.scan.kind, remote_ids)
        return {remote_id for remote_id, reason in reasons.items() if reason == DELETED_HERE}

    def unchanged(self, held: Known, mark: bytes, remote_id: str) -> bool:
        """Whether a payload is byte for byte the one that was read last, and no reason to read it again."""
        if self.details is not None and remote_id in self.details:
            return False
        quarantined = self.scan.quarantined
        if quarantined and quarantine_key(self.scan.account.id, self.scan.kind, remote_id) in quarantined:
            return False
        return held.mark == mark and held.presence is not Presence.REMOVED and not self.scan.reload

    def read(self, held: Known | None, payload: bytes, mark: bytes, remote_id: str) -> None:
        """Read one payload that is new or differs from what was read last."""
        try:
            remote = self.whole(remote_id, payload)
        except ProviderError as error:
            self.quarantine(error, remote_id, payload, held)
            return
        if remote.unreadable or self.scan.unread:
            self.read_now.append(remote)
        key = quarantine_key(self.scan.account.id, self.scan.kind, remote_id)
        if key in self.scan.quarantined:
            self.tx.problems.solve([key])
            self.scan.quarantined.discard(key)
            self.attention = self.wrote = True
            self.touched |= set() if held is None else {held.item_id}
        if held is not None:
            self.changed.append((held, payload, mark, remote))
        elif remote.deleted:
            self.scan.gone_there.add(remote_id)
            self.count(same=int(self.scan.changes_only))  # a complete list counts it apart
        else:
            self.fresh.append((payload, mark, remote))

    def whole(self, remote_id: str, payload: bytes) -> RemoteRecord:
        """The record a payload stands for, or its details where the list tells only a part. Raises ProviderError."""
        listed = self.scan.provider.read(self.scan.kind, payload)
        if self.details is None or listed.deleted:
            return listed
        found = self.details.get(remote_id)
        if isinstance(found, RemoteRecord):
            return found
        if isinstance(found, Unopened):
            found.name = found.name or str(listed.values.get("name") or "") or None
        raise found or BadRecord("Its details were not read.", remote_id=remote_id)

    def quarantine(self, error: ProviderError, remote_id: str | None, payload: bytes, held: Known | None) -> None:
        """Keep a record that cannot be read as a problem with its reason; the rest goes on."""
        scan = self.scan
        scan.nameless += remote_id is None
        name = remote_id or mark_of(payload, scan.fingerprint).hex()
        key = quarantine_key(scan.account.id, scan.kind, name)
        if key in scan.bad:
            return
        scan.bad.add(key)
        if key not in scan.quarantined:
            self.attention = self.wrote = True
            self.touched |= set() if held is None else {held.item_id}
        scan.quarantined.add(key)
        who = error.name if isinstance(error, BadRecord) and error.name else (remote_id or "a record without an id")
        self.tx.problems.put(
            Problem(
                key=key,
                kind=ProblemKind.QUARANTINE,
                account_id=scan.account.id,
                code=error.id,
                what=headline(scan.account.name, who, error),
                why=error.why,
                next=next_step(error),
                action="retry",
                item_id=None if held is None else held.item_id,
                remote_id=remote_id,
                record_kind=scan.kind,
            )
        )
        self.count(fetched=int(remote_id is None), quarantined=1)

    def store_new(self) -> None:
        """Store all records that were not known, in bulk, each as an item of its own or as an uncertain create's."""
        scan, batch = self.scan, []
        for payload, mark, remote in self.fresh:
            if self.adopted(remote, payload, mark):
                continue
            batch.append(
                NewRecord(
                    account_id=scan.account.id,
                    kind=scan.kind,
                    remote_id=remote.id,
                    values=remote.values,
                    version=remote.version,
                    mark=mark,
                    presence=presence_of(scan.account, remote),
                    payload=remote.payload or payload,
                )
            )
        if not batch:
            return
        given = self.tx.records.insert(linked_by_rule(self.tx, scan.account, batch))
        if scan.account.link_by:
            self.touched |= {item_id for _, item_id in given}
        self.added = self.wrote = True
        outside = sum(new.presence is Presence.OUT_OF_SCOPE for new in batch)
        self.count(new=len(batch) - outside, out_of_scope=outside)

    def adopted(self, remote: RemoteRecord, payload: bytes, mark: bytes) -> bool:
        """Whether a new record is what a create with a lost answer made, or waits for by its id: then it is that one's.

        One that only shares its name may be it too, changed since: then a person decides, and nothing is sent twice.
        """
        scan = self.scan
        for noted, record in scan.awaited:
            entry = self.tx.outbox.get(noted.id)
            if not entry.is_open or entry.remote_id not in (None, remote.id):
                continue
            if entry.remote_id is not None and entry.state is not EntryState.UNCERTAIN:
                scan.awaited.remove((noted, record))
                conflicts = link(self.tx, scan.account, entry, replace(remote, payload=remote.payload or payload), mark)
                self.count(same=1, conflicts=conflicts)
                self.attention = self.attention or bool(conflicts)
            elif entry.remote_id is not None or is_ours(entry, remote, scan.account.region):
                scan.awaited.remove((noted, record))
                after = replace(remote, payload=payload)
                refused = settle_create(self.tx, scan.account, entry, after, mark, scan.writable)
                learn_refusals(self.tx, scan.account, scan.provider.kind_info(scan.kind), {}, refused, after)
                self.count(same=1)
            elif resembles(entry, remote):
                ask(self.tx, scan.account, entry, remote)
                self.attention = True
            else:
                continue
            self.touched.add(record.item_id)
            self.wrote = True
            return (noted, record) not in scan.awaited
        return False

    def store_changed(self) -> None:
        """Merge what the CRM now says into the records that are known."""
        scan = self.scan
        records = self.tx.records.load([held.id for held, *_ in self.changed])
        updates: list[tuple[Record, bytes | None]] = []
        changes: list[Change] = []
        released: list[Record] = []
        agreed: list[Record] = []
        counted = {"changed": 0, "same": 0, "removed": 0, "out_of_scope": 0, "conflicts": 0}
        for held, payload, mark, remote in self.changed:
            record = records[held.id]
            self.wrote = True
            if remote.deleted:
                scan.gone_there.add(remote.id)
                newly = remove_record(self.tx, scan.account, record)
                counted["removed" if newly else "same"] += 1
                self.touched.add(record.item_id)
                continue
            asks = record.dirty_fields or record.id in scan.unanswered
            sent = unanswered(self.tx.outbox.open_of(record.id), record) if asks else ()
            after, record_changes, differences = merge_remote(record, remote, mark, scan.account, sent)
            updates.append((after, remote.payload or payload))
            changes.extend(replace(change, run_id=scan.run.id, account_id=scan.account.id) for change in record_changes)
            new, dropped = note_conflicts(self.tx, record, differences)
            counted["conflicts"] += new
            self.attention = self.attention or bool(new or dropped)
            if dropped:
                released.append(after)
            if len(after.dirty_fields) < len(record.dirty_fields):
                agreed.append(after)
            moved = bool(record_changes or new or after.presence is not record.presence)
            outside = after.presence is Presence.OUT_OF_SCOPE
            counted["out_of_scope" if outside else "changed" if moved else "same"] += 1
            if moved or dropped or after.values != record.values:
                self.touched.add(record.item_id)
            if record.presence is Presence.REMOVED:
                self.return_to_list(record)
        self.tx.records.update(updates)
        self.tx.changes.add(changes)
        for record in released:
            release(self.tx, scan.account, record)
        for record in agreed:
            if end_agreed(self.tx, record):
                self.touched.add(record.item_id)
                self.attention = True
        if self.touched:
            self.tx.items.refresh(sorted(self.touched))
        self.count(**counted)

    def note_unreadable(self) -> None:
        """Tell of each field that could not be read, once, and end what was told of those that can be read by now."""
        scan = self.scan
        known = self.tx.records.known(scan.account.id, scan.kind, [str(remote.id) for remote in self.read_now])
        for remote in self.read_now:
            held = known.get(str(remote.id))
            prefix = unread_key(scan.account.id, scan.kind, remote.id)
            now = {prefix + key: key for key in remote.unreadable} if held is not None and not remote.deleted else {}
            ended = [key for key in scan.unread if key.startswith(prefix) and key not in now]
            self.tx.problems.solve(ended)
            for problem_key, key in now.items():
                self.tx.problems.put(
                    _unreadable(scan, remote, problem_key, key, None if held is None else held.item_id)
                )
            if held is not None and (ended or now.keys() - scan.unread):
                self.attention = self.wrote = True
                self.touched.add(held.item_id)
                self.tx.items.refresh([held.item_id])
            scan.unread.difference_update(ended)
            scan.unread.update(now)

    def return_to_list(self, record: Record) -> None:
        """The CRM has a record again that it had deleted; what the user deleted stays in the trash all the same."""
        self.tx.tombstones.remove(self.scan.account.id, self.scan.kind, [record.remote_id or ""])
        if not (self.tx.items.get(record.item_id).trash_reason or BY_YOU).startswith(BY_YOU):
            self.tx.items.untrash([record.item_id])


def unread_key(account_id: int, kind: Kind, remote_id: str) -> str:
    """How the keys of the problems with single fields of a record begin."""
    return f"unread:{account_id}:{kind}:{remote_id}:"


def _unreadable(scan: Scan, remote: RemoteRecord, problem_key: str, key: str, item_id: int | None) -> Problem:
    who, title = str(remote.values.get("name") or remote.id), field_of(scan.kind, key).title
    return Problem(
        key=problem_key,
        kind=ProblemKind.UNREADABLE,
        account_id=scan.account.id,
        code=BadRecord.id,
        what=f"{title} of {who} could not be read from {scan.account.name}",
        why=remote.unreadable[key],
        next="Correct it in the CRM. Until then the last value that was read stays here, and nothing is sent for it.",
        action="open",
        item_id=item_id,
        remote_id=remote.id,
        field=key,
        record_kind=scan.kind,
    )


def quarantine_key(account_id: int, kind: Kind, name: str) -> str:
    """The key under which a record's quarantine is one problem, however often it is met."""
    return f"quarantine:{account_id}:{kind}:{name}"
