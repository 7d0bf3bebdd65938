"""What of a change-set can be taken back: each thing that it did, judged by how matters stand; nothing is changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.fields import whole_of
from crmdesk.domain.notation.normal import same
from crmdesk.domain.outbox import Action, EntryState, Outcome
from crmdesk.domain.records import Record, Row
from crmdesk.domain.reports import Bucket, Change, ChangeSet, Deed, Step, StepKind, UndoLine
from crmdesk.domain.rows import rows_of, same_rows
from crmdesk.domain.values import Value, from_json, value_from_json
from crmdesk.store import Reads
from crmdesk.sync.actions.edits import WritableOf

BACK, EDITED, IMPOSSIBLE = Bucket.BACK, Bucket.EDITED, Bucket.IMPOSSIBLE

_GONE = "It was deleted for good."
_LINKED = "It was linked, or added to an account, since."
_IN_TRASH = "It is in the trash; restore it first."
_RECORD_GONE = "Its record is no longer there."
_ON_ITS_WAY = "It is on its way to the CRM right now; try again in a moment."


@dataclass(slots=True)
class Work:
    """What a change-set did to one item."""

    changes: list[Change] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)


Works = dict[int, Work]  # by item


def gather(reads: Reads, found: ChangeSet) -> Works:
    """All that a change-set did, by item; what happened to one whose records all left is told of where they went."""
    works: Works = {}
    steps = reads.sets.steps(found.id)
    left = {json.loads(step.before or "{}")["item"]: step.item_id for step in steps if step.what is StepKind.MOVED}
    for change in reads.sets.changes(found):
        works.setdefault(change.item_id, Work()).changes.append(change)
    for step in steps:
        works.setdefault(left.get(step.item_id, step.item_id), Work()).steps.append(step)
    return works


def judge(reads: Reads, found: ChangeSet, works: Mapping[int, Work], writable: WritableOf) -> list[UndoLine]:
    """The lines of some items, in the order in which they were changed."""
    judge_ = _Judge(reads, found, writable, works)
    return [line for item_id, work in works.items() for line in judge_.lines(item_id, work)]


def untouched_by_undo(reads: Reads, found: ChangeSet) -> list[UndoLine]:
    """What a run brought that stays in any case: items that are new."""
    run = reads.runs.get(found.run_id) if found.run_id is not None else None
    if run is None or not run.new:
        return []
    why = f"{run.new:,} new ones stay; whoever is not wanted can go to the trash."
    return [UndoLine(IMPOSSIBLE, 0, StepKind.MADE, why=why)]


class _Judge:
    def __init__(self, reads: Reads, found: ChangeSet, writable: WritableOf, works: Mapping[int, Work]) -> None:
        self._reads, self._found, self._writable = reads, found, writable
        self._accounts = {account.id: account for account in reads.accounts.all()}
        ids = {change.record_id for work in works.values() for change in work.changes}
        ids |= {step.record_id for work in works.values() for step in work.steps if step.record_id is not None}
        self._records = reads.records.load(sorted(ids))
        self._rows: dict[int, Row] = {row.id: row for row in reads.items.rows(list(works))}
        many = list(works) if found.deed is Deed.IMPORT else []
        self._edited = set(reads.changes.edited_beside(found.id, many))
        self._held = reads.records.outlines(many)

    def lines(self, item_id: int, work: Work) -> Iterable[UndoLine]:
        """Each thing that was done to an item."""
        steps = _without_passing_records(work.steps)
        if item_id not in self._rows and not any(step.what in (StepKind.MOVED, StepKind.SETTING) for step in steps):
            if self._reads.items.current(item_id) != item_id:
                yield UndoLine(EDITED, item_id, StepKind.MADE, why=_LINKED)
            else:
                yield UndoLine(IMPOSSIBLE, item_id, StepKind.GONE, why=_GONE)
            return
        made = next((step for step in steps if step.what is StepKind.MADE and step.before is not None), None)
        if made is not None:
            if not self._rows[item_id].trashed:
                bucket, why = self._made(item_id, steps)
                yield UndoLine(bucket, item_id, StepKind.MADE, why=why, step=made)
            return
        for step in steps:
            judged = _STEPS.get(step.what, _no_line)(self, step)
            if judged is not None:
                yield judged
        hidden = {json.loads(step.after or "{}").get("field") for step in steps if _pins_as_empty(step)}
        yield from self._values(item_id, _differences(work, steps, self._records), hidden)

    def _made(self, item_id: int, steps: Sequence[Step]) -> tuple[Bucket, str]:
        """Whether an item goes that was made: of many at once, those that somebody worked on since stay."""
        if item_id in self._edited:
            return EDITED, "It was changed again since."
        own = {step.record_id for step in steps}
        held = self._held.get(item_id, [])
        if any(record.id not in own for record in held):
            return EDITED, _LINKED
        there = next((record for record in held if record.remote_id is not None), None)
        if there is not None:
            return IMPOSSIBLE, f"{self._accounts[there.account_id].name} has it by now; delete it there."
        return BACK, ""

    def _values(
        self, item_id: int, differences: Mapping[tuple[int, str], tuple[Value | None, Value | None]], hidden: set[str]
    ) -> Iterable[UndoLine]:
        names = {(id_, key) for id_, key in differences if key in ("first_name", "last_name")}
        for (record_id, key), (old, new) in differences.items():
            record = self._records.get(record_id)
            if record is None:
                yield UndoLine(IMPOSSIBLE, item_id, None, key, _RECORD_GONE, record_id, None, old)
                continue
            if whole_of(record.kind, key) in hidden:
                continue  # only what is shown was changed
            line = self._value(item_id, record, key, old, new)
            follows = key == "name" and any(id_ == record_id for id_, _ in names)
            if line is not None and not (follows and line.bucket is IMPOSSIBLE):
                yield line

    def _value(self, item_id: int, record: Record, key: str, old: Value | None, new: Value | None) -> UndoLine | None:
        now = record.values.get(key)
        if now == old:
            return None
        account = self._accounts[record.account_id]
        back: Value | None
        if isinstance(now, tuple) or isinstance(new, tuple) or isinstance(old, tuple):
            back = _rows_back(record, key, now, old, new)
            edited = back == now
        else:
            back = old
            edited = not same(record.kind, key, now, new, account.region)
        line = UndoLine(BACK, item_id, None, key, "", record.id, now, back)
        if edited:
            return UndoLine(EDITED, item_id, None, key, "It was changed again since.", record.id, now, old)
        why = ""
        if self._rows[item_id].trashed:
            why = _IN_TRASH
        elif not account.is_local and not account.direction.pushes:
            why = f"{account.name} is only read here."
        elif not account.is_local and key not in self._writable(account, record):
            why = f"{account.name} lets nobody change it from here."
        return UndoLine(IMPOSSIBLE, item_id, None, key, why, record.id, now, back) if why else line

    def pin(self, step: Step) -> UndoLine | None:
        """Whose value is shown."""
        after, before = json.loads(step.after or "{}"), json.loads(step.before or "{}")
        now = {pin.field: pin.record_id for pin in self._reads.items.pins(step.item_id)}
        key = after["field"]
        if (key in now, now.get(key)) != ("record" in after, after.get("record")) or before == after:
            return None
        return UndoLine(BACK, step.item_id, StepKind.PIN, key, step=step)

    def moved(self, step: Step) -> UndoLine | None:
        """A record that stands for another item since."""
        record = self._records.get(step.record_id or 0)
        if record is None:
            return UndoLine(IMPOSSIBLE, step.item_id, StepKind.MOVED, why=_RECORD_GONE, step=step)
        if record.item_id != step.item_id:
            why = "It was linked or unlinked again since."
            return UndoLine(EDITED, step.item_id, StepKind.MOVED, why=why, record_id=record.id, step=step)
        return UndoLine(BACK, step.item_id, StepKind.MOVED, record_id=record.id, step=step)

    def trashed(self, step: Step) -> UndoLine | None:
        """An item in the trash."""
        there = self._rows[step.item_id].trashed
        return UndoLine(BACK, step.item_id, StepKind.TRASHED, step=step) if there else None

    def restored(self, step: Step) -> UndoLine | None:
        """An item taken out of the trash."""
        there = self._rows[step.item_id].trashed
        return None if there else UndoLine(BACK, step.item_id, StepKind.RESTORED, step=step)

    def queued(self, step: Step) -> UndoLine | None:
        """A create or a registration."""
        entry = self._reads.outbox.get(int(step.after or 0))
        account = self._accounts.get(entry.account_id)
        name = account.name if account else "The CRM"
        if entry.state in (EntryState.PENDING, EntryState.PARKED):
            return UndoLine(BACK, step.item_id, StepKind.QUEUED, step=step)
        if entry.state is not EntryState.SETTLED:
            return UndoLine(IMPOSSIBLE, step.item_id, StepKind.QUEUED, why=_ON_ITS_WAY, step=step)
        if entry.outcome in (Outcome.CANCELLED, Outcome.SUPERSEDED):
            return None
        why = f"{name} has it by now; delete it there."
        if entry.action is Action.REGISTER:
            why = f"{name} has the registration by now; take it back there."
        return UndoLine(IMPOSSIBLE, step.item_id, StepKind.QUEUED, why=why, step=step)

    def dropped(self, step: Step) -> UndoLine | None:
        """A record that went: a create that was not sent can be queued anew."""
        told = json.loads(step.before or "{}")
        if told["remote"] is None and told["account"] != LOCAL_ACCOUNT_ID:
            held = any(record.account_id == told["account"] for record in self._reads.records.of_item(step.item_id))
            return None if held else UndoLine(BACK, step.item_id, StepKind.DROPPED, step=step)
        if told["remote"] is not None and self._found.deed is Deed.DECIDE:
            return UndoLine(IMPOSSIBLE, step.item_id, StepKind.DROPPED, why=_RECORD_GONE, step=step)
        return None

    def setting(self, step: Step) -> UndoLine | None:
        """A setting of the desk."""
        (key, before), (_, after) = json.loads(step.before or "[]"), json.loads(step.after or "[]")
        now = self._reads.settings.get(key)
        if now == before:
            return None
        if now != after:
            return UndoLine(EDITED, step.item_id, StepKind.SETTING, why="It was changed again since.", step=step)
        return UndoLine(BACK, step.item_id, StepKind.SETTING, step=step)

    def gone(self, step: Step) -> UndoLine | None:
        """An item deleted for good."""
        return UndoLine(IMPOSSIBLE, step.item_id, StepKind.GONE, why=_GONE, step=step)


def _no_line(judge: _Judge, step: Step) -> UndoLine | None:
    return None


_STEPS: Mapping[StepKind, Callable[[_Judge, Step], UndoLine | None]] = {
    StepKind.PIN: _Judge.pin,
    StepKind.MOVED: _Judge.moved,
    StepKind.TRASHED: _Judge.trashed,
    StepKind.RESTORED: _Judge.restored,
    StepKind.QUEUED: _Judge.queued,
    StepKind.DROPPED: _Judge.dropped,
    StepKind.GONE: _Judge.gone,
    StepKind.SETTING: _Judge.setting,
}


def _without_passing_records(steps: Sequence[Step]) -> list[Step]:
    """The steps without those of records that were made and dropped again within the set."""
    made = {step.record_id for step in steps if step.what is StepKind.MADE}
    passing = made & {step.record_id for step in steps if step.what is StepKind.DROPPED}
    return [step for step in steps if step.record_id is None or step.record_id not in passing]


def _pins_as_empty(step: Step) -> bool:
    if step.what is not StepKind.PIN:
        return False
    after = json.loads(step.after or "{}")
    return "record" in after and after["record"] is None


def _differences(
    work: Work, steps: Sequence[Step], records: Mapping[int, Record]
) -> dict[tuple[int, str], tuple[Value | None, Value | None]]:
    """By record and field what the first change found and the last one left; of this computer by its steps alone."""
    found: dict[tuple[int, str], tuple[Value | None, Value | None]] = {}

    def add(record_id: int, key: str, old: Value | None, new: Value | None) -> None:
        found[record_id, key] = (found.get((record_id, key), (old, new))[0], new)

    for change in work.changes:
        record = records.get(change.record_id)
        if record is None or record.account_id != LOCAL_ACCOUNT_ID:
            add(change.record_id, change.field, change.old, change.new)
    for step in steps:
        if step.record_id is None:
            continue
        if step.what is StepKind.DECIDED:
            told = json.loads(step.before or "{}")
            add(step.record_id, told["field"], *(value_from_json(told[side]) for side in ("theirs", "mine")))
        record = records.get(step.record_id)
        is_local = record is not None and record.account_id == LOCAL_ACCOUNT_ID
        if is_local and step.what in (StepKind.LOCAL, StepKind.MADE):
            before = from_json(step.before) if step.what is StepKind.LOCAL and step.before else {}
            after = from_json(step.after or "{}")
            for key in dict.fromkeys((*before, *after)):
                if before.get(key) != after.get(key):
                    add(step.record_id, key, before.get(key), after.get(key))
    return {key: (old, new) for key, (old, new) in found.items() if old != new}


def _rows_back(record: Record, key: str, now: Value | None, old: Value | None, new: Value | None) -> Value | None:
    """The list as it is now, without the rows that were added and with those that were taken away."""
    before, after, rows = rows_of(old), rows_of(new), list(rows_of(now))
    if tuple(rows) == after:
        return before or None
    kept = same_rows(record.kind, key, before, after, near=False)
    added = [row for row, place in zip(after, kept, strict=True) if place is None]
    removed = [row for place, row in enumerate(before) if place not in kept]
    for place in sorted(
        (p for p in same_rows(record.kind, key, rows, added, near=False) if p is not None), reverse=True
    ):
        del rows[place]
    there = same_rows(record.kind, key, rows, removed, near=False)
    rows += [row for row, place in zip(removed, there, strict=True) if place is None]
    return tuple(rows) or None
