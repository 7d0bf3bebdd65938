"""Carrying out a slice of an import in one transaction: items made in bulk, edits as of any edit, its rows kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.importing.fates import KEPT_YOURS, Action, Fate, Policy
from crmdesk.domain.importing.plan import plan
from crmdesk.domain.importing.report import ImportRow
from crmdesk.domain.notation.addresses import with_one_address
from crmdesk.domain.records import NewRecord
from crmdesk.domain.reports import Deed, Origin
from crmdesk.domain.values import Patch, Value, texts
from crmdesk.errors import UserInputError
from crmdesk.store import Reads, Tx
from crmdesk.sync.actions import edits
from crmdesk.sync.actions.importing.finding import Finder, ReadRow
from crmdesk.sync.pull.record_intake import Writable

Add = Callable[[Tx, int, int], None]  # adds an item to an account


@dataclass(frozen=True, slots=True)
class Importing:
    """One import that goes on."""

    id: int
    policy: Policy
    finder: Finder
    file: str
    account_ids: Collection[int]  # where it is written to beside this computer
    writable: edits.WritableOf
    add: Add


def ticked_alone(writable: edits.WritableOf, account_ids: Collection[int]) -> edits.WritableOf:
    """The fields that accounts let the desk write, of those alone that were ticked."""
    return lambda account, record: writable(account, record) if account.id in account_ids else Writable()


@dataclass(slots=True)
class Done:
    """What a slice came to, in the order of its rows."""

    actions: list[Action] = field(default_factory=list)
    items: list[int] = field(default_factory=list)  # that were made or changed
    accounts: set[int] = field(default_factory=set)  # that wait for a send
    set_id: int | None = None


def passes(rows: Sequence[ReadRow]) -> Iterator[list[int]]:
    """The places of rows in groups of which none can be the same as another; who comes later meets the first."""
    left = list(range(len(rows)))
    while left:
        taken: set[object] = set()
        now: list[int] = []
        later: list[int] = []
        for place in left:
            row = rows[place]
            names = (("remote", row.incoming.remote_id), ("own", row.incoming.own_id), ("words", row.words))
            keys = {*row.points, *(name for name in names if name[1])}
            (now if taken.isdisjoint(keys) else later).append(place)
            taken |= keys
        yield now
        left = later


def decide(reads: Reads, finder: Finder, policy: Policy, rows: Sequence[ReadRow]) -> list[Action]:
    """What becomes of rows none of which can be the same as another."""
    found = finder.find(reads, rows)
    return [plan(row.incoming, candidates, policy) for row, candidates in zip(rows, found, strict=True)]


def carry_out(tx: Tx, importing: Importing, rows: Sequence[ReadRow], set_id: int | None) -> Done:
    """Carry out a slice; `set_id` is the change-set of the import, begun with the first slice that changes anything."""
    importing.finder.renew(tx)
    done = Done(set_id=set_id)
    actions: dict[int, Action] = {}
    for places in passes(rows):
        part = [rows[place] for place in places]
        decided = decide(tx, importing.finder, importing.policy, part)
        made: dict[int, tuple[int, int]] = {}
        if any(action.fate in (Fate.CREATED, Fate.UPDATED) for action in decided):
            done.set_id = done.set_id or tx.sets.begin(Deed.IMPORT, [], importing.file)
            with tx.sets.recording(Deed.IMPORT, going_on=done.set_id):
                decided, made = _act(tx, importing, part, decided, done)
        kept = (
            told(importing.policy, row, action, made.get(row.incoming.line))
            for row, action in zip(part, decided, strict=True)
        )
        tx.imports.add_rows(importing.id, [row for row in kept if row is not None])
        actions.update(zip(places, decided, strict=True))
    done.actions = [actions[place] for place in range(len(rows))]
    return done


def _act(
    tx: Tx, importing: Importing, rows: Sequence[ReadRow], decided: Sequence[Action], done: Done
) -> tuple[list[Action], dict[int, tuple[int, int]]]:
    """Make and change items; gives the actions with what came of them, and (item, record) of each line that is new."""
    new = [(row, action) for row, action in zip(rows, decided, strict=True) if action.fate is Fate.CREATED]
    inserted = tx.records.insert(
        [NewRecord(LOCAL_ACCOUNT_ID, importing.policy.kind, None, stored(action.patch)) for _, action in new]
    )
    made = {row.incoming.line: (ids[1], ids[0]) for (row, _), ids in zip(new, inserted, strict=True)}
    ticked = ticked_alone(importing.writable, importing.account_ids)
    result = []
    for row, action in zip(rows, decided, strict=True):
        if action.fate is Fate.CREATED:
            item_id = made[row.incoming.line][0]
            action = _sent(tx, importing, replace(action, item_id=item_id), done)
        elif action.fate is Fate.UPDATED and action.item_id is not None:
            done.accounts |= edits.edit(tx, action.item_id, action.patch, ticked, Origin.IMPORT)
        if action.fate in (Fate.CREATED, Fate.UPDATED) and action.item_id is not None:
            done.items.append(action.item_id)
            importing.finder.made(row, action.item_id)
        result.append(action)
    return result, made


def _sent(tx: Tx, importing: Importing, action: Action, done: Done) -> Action:
    """Add a new item to the accounts that were ticked; one that takes it not is told, and it stays on this computer."""
    for account_id in importing.account_ids:
        try:
            importing.add(tx, action.item_id or 0, account_id)
        except UserInputError as error:
            action = replace(action, reason=f"It stays on this computer: {error.why}", needs_you=True)
        else:
            done.accounts.add(account_id)
    return action


def stored(patch: Patch) -> dict[str, Value]:
    """What a new item holds of an action's patch."""
    return with_one_address({key: value for key, value in patch.items() if value is not None})


def told(policy: Policy, row: ReadRow, action: Action, made: tuple[int, int] | None) -> ImportRow | None:
    """What is kept of a row; of one that changed nothing, and of which nothing new is known, nothing is."""
    incoming, because = row.incoming, (action.field, action.value, action.reason)
    if action.differs and not action.reason:
        theirs = incoming.values.get(action.differs[0])
        because = (action.differs[0], _plain(theirs), KEPT_YOURS)
    its_id_is_new = bool(incoming.remote_id) and action.by != "id"
    if action.fate is Fate.UNCHANGED and not (action.differs or action.reason or its_id_is_new):
        return None
    changes = action.fate in (Fate.CREATED, Fate.UPDATED)
    comes_back = action.fate is Fate.FAILED or action.needs_you
    keeps = comes_back or (changes and (bool(incoming.unmapped) or not policy.strict))
    return ImportRow(
        incoming.line, action.fate, action.item_id, made[1] if made else None, *because,
        action.candidates, incoming.remote_id if action.item_id is not None else None,
        row.digest if action.item_id is not None and not action.needs_you else None,
        incoming.original if keeps else None,
        row.words if action.item_id is not None and not action.needs_you else None,
    )  # fmt: skip


def _plain(value: Value | None) -> str:
    return ", ".join(texts(value)) if isinstance(value, tuple) else str(value)
