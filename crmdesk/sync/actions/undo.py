"""Taking a change-set back: what it did is undone by changes of their own, which are sent like any edit."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.outbox import Action
from crmdesk.domain.reports import NO_ITEM, Bucket, ChangeSet, Origin, Step, StepKind, UndoLine
from crmdesk.domain.values import Value
from crmdesk.errors import UserInputError
from crmdesk.store import Tx
from crmdesk.sync.actions import decisions, edits
from crmdesk.sync.actions.batch import change_records

Add = Callable[[Tx, int, int], None]  # adds an item to an account


def refuse_undone(found: ChangeSet) -> None:
    """Raises UserInputError for a set that was taken back already."""
    if found.undone_by is not None:
        raise UserInputError("It was taken back already.", what="Nothing was changed")


def take_back(tx: Tx, lines: Sequence[UndoLine], add: Add) -> frozenset[int]:
    """Undo what can be undone; returns the accounts that wait for a send."""
    able = [line for line in lines if line.bucket is Bucket.BACK]
    by_kind: dict[StepKind | None, list[UndoLine]] = {}
    for line in able:
        by_kind.setdefault(line.what, []).append(line)
    accounts: set[int] = set()
    _move_back(tx, _steps(by_kind, StepKind.MOVED))
    for step in _steps(by_kind, StepKind.QUEUED):
        _withdraw(tx, step)
    accounts |= _values_back(tx, by_kind.get(None, []))
    for step in _steps(by_kind, StepKind.PIN):
        _pin_back(tx, step)
    for step in _steps(by_kind, StepKind.SETTING):
        tx.settings.change(*json.loads(step.before or "[]"))
    touched = list(dict.fromkeys(line.item_id for line in able if line.item_id != NO_ITEM))
    tx.items.refresh(touched)
    accounts |= edits.from_trash(tx, [step.item_id for step in _steps(by_kind, StepKind.TRASHED)])
    for step in _steps(by_kind, StepKind.DROPPED):
        account_id = json.loads(step.before or "{}")["account"]
        add(tx, step.item_id, account_id)
        accounts.add(account_id)
    to_trash = [step.item_id for step in (*_steps(by_kind, StepKind.RESTORED), *_steps(by_kind, StepKind.MADE))]
    if to_trash:
        accounts |= edits.to_trash(tx, to_trash)
    return frozenset(accounts)


def _steps(by_kind: dict[StepKind | None, list[UndoLine]], what: StepKind) -> list[Step]:
    return [line.step for line in by_kind.get(what, []) if line.step is not None]


def _move_back(tx: Tx, steps: Sequence[Step]) -> None:
    """Let records stand again for the items that they stood for."""
    targets: dict[int, list[tuple[int, int | None]]] = {}
    for step in steps:
        told = json.loads(step.before or "{}")
        targets.setdefault(told["item"], []).append((step.record_id or 0, told["home"]))
    left = [step.item_id for step in steps]
    for target, moving in targets.items():
        if not tx.items.kinds([target]):
            tx.items.revive(target, tx.records.get(moving[0][0]).kind)
        tx.records.move([record_id for record_id, _ in moving], target)
        for record_id, home in moving:
            tx.records.set_home(record_id, home)
    tx.items.refresh([*left, *targets])


def _withdraw(tx: Tx, step: Step) -> None:
    entry = tx.outbox.get(int(step.after or 0))
    if entry.action is Action.CREATE:
        edits.withdraw_create(tx, entry)
    else:
        decisions.cancel_entry(tx, entry)


def _values_back(tx: Tx, lines: Sequence[UndoLine]) -> set[int]:
    patches: dict[int, dict[str, Value | None]] = {}
    for line in lines:
        patches.setdefault(line.record_id or 0, {})[line.field] = line.back
    records = tx.records.load(list(patches))
    change_records(tx, [(records[id_], patch) for id_, patch in patches.items() if id_ in records], Origin.RESTORE)
    emptied = [
        id_ for id_, record in tx.records.load(list(patches)).items()
        if record.account_id == LOCAL_ACCOUNT_ID and not record.values and len(tx.records.of_item(record.item_id)) > 1
    ]  # fmt: skip
    tx.records.delete(emptied)
    return {record.account_id for record in records.values() if record.account_id != LOCAL_ACCOUNT_ID}


def _pin_back(tx: Tx, step: Step) -> None:
    before = json.loads(step.before or "{}")
    holder = before.get("record")
    if "record" not in before or (holder is not None and holder not in tx.records.load([holder])):
        tx.items.clear_pin(step.item_id, before["field"])
    else:
        tx.items.set_pin(step.item_id, before["field"], holder)
