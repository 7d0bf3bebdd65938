"""The dry run: the plan of an import, decided by the very functions that carry it out; it writes nothing anywhere."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import aclosing
from dataclasses import field, replace
from functools import partial
from typing import TYPE_CHECKING

from crmdesk.desk.importing.slices import slices
from crmdesk.desk.importing.source import Source
from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID
from crmdesk.domain.importing.choice import Choice
from crmdesk.domain.importing.fates import Action, Fate, Policy
from crmdesk.domain.importing.incoming import Incoming
from crmdesk.domain.importing.points import forms_of, number, words_of
from crmdesk.domain.importing.report import Counts, ImportRow
from crmdesk.domain.values import Value, Values, applied
from crmdesk.frozen import dataclass
from crmdesk.store import Reads, Store
from crmdesk.system.lazy_import import later

if TYPE_CHECKING:
    from crmdesk.sync.actions import edits
    from crmdesk.sync.actions.edits import WritableOf
    from crmdesk.sync.actions.importing import carrying_out, finding
    from crmdesk.sync.actions.importing.finding import Finder, ReadRow
else:
    carrying_out, finding = later("crmdesk.sync.actions.importing", "carrying_out", "finding")
    (edits,) = later("crmdesk.sync.actions", "edits")

MOST_LINES = 10_000  # of the plan and of rows with something to say, that are kept to be shown
CALLS = 2  # for a change in a CRM: it is looked at first


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One value that would change; of a new item all that it would hold."""

    line: int
    fate: Fate
    item_id: int | None
    field: str
    old: Value | None
    new: Value | None


@dataclass(slots=True)
class ImportPreview:
    """What an import would do."""

    counts: Counts = field(default_factory=Counts)
    rows: list[ImportRow] = field(default_factory=list)  # that have something to say
    plan: list[PlanLine] = field(default_factory=list)
    to_send: Counter[int] = field(default_factory=Counter)  # changes by account
    duplicates: int = 0  # rows that are the same as one before them in the file
    done: int = 0
    left_off: bool = False  # rows and plan are not told to their end

    def calls(self, account_id: int) -> int:
        """About how many calls of an account that means."""
        return self.to_send[account_id] * CALLS


async def preview(store: Store, source: Source, choice: Choice, writable: WritableOf) -> ImportPreview:
    """What importing a file would come to. Raises what reading it raises."""
    chosen, choice = choice, replace(choice, policy=replace(choice.policy, strict=source.strict))
    repeated = await asyncio.to_thread(_repeated, source, choice)
    finder = finding.Finder(choice.policy, source.signature, choice.by)
    while await store.read(finder.look_through):
        pass
    found = ImportPreview()
    pretending = _Pretending(finder, choice, repeated, found, writable)
    async with aclosing(slices(store, source, chosen)) as parts:  # rows are known again by what was chosen
        async for part in parts:
            await store.read(partial(pretending.slice, rows=part.rows))
            found.counts = found.counts.with_known(part.known, part.differing, skipped=choice.policy.skips_all)
            found.done += part.lines
    return found


def _repeated(source: Source, choice: Choice) -> frozenset[int]:
    """The points, and ids, that stand in more than one row: only those rows can meet one of their own file."""
    seen: set[int] = set()
    repeated: set[int] = set()
    for line in source.lines():
        for one in _names(line.read(), choice.policy, choice.by):
            (repeated if one in seen else seen).add(one)
    return frozenset(repeated)


def _names(incoming: Incoming, policy: Policy, by: Sequence[str]) -> Iterable[int]:
    yield from map(number, forms_of(incoming, policy.kind, by, policy.region))
    if incoming.remote_id and "id" in by:
        yield number(f"id\n{incoming.remote_id}")
    if "id" in by and (words := words_of(incoming)) is not None:
        yield number(f"words\n{words}")


class _Pretending:
    """A plan that goes on: what its rows would have made is there for those that come later."""

    def __init__(
        self, finder: Finder, choice: Choice, repeated: frozenset[int], found: ImportPreview, writable: WritableOf
    ) -> None:
        self._finder, self._choice, self._repeated = finder, choice, repeated
        self._found = found
        self._writable = writable
        self._met: set[int] = set()

    def slice(self, reads: Reads, rows: Sequence[ReadRow]) -> None:
        """Decide on some rows."""
        self._finder.renew(reads)
        policy = self._choice.policy
        for places in carrying_out.passes(rows):
            part = [rows[place] for place in places]
            actions = carrying_out.decide(reads, self._finder, policy, part)
            ids = [action.item_id for action in actions if action.item_id is not None]
            held = self._finder.held(reads, ids)
            self._count(reads, actions, held)
            for row, action in zip(part, actions, strict=True):
                self._take(row, action, held.get(action.item_id or 0, {}))

    def _take(self, row: ReadRow, action: Action, held: Values) -> None:
        found, policy = self._found, self._choice.policy
        found.counts = found.counts.plus([action])
        names = self._repeated.intersection(_names(row.incoming, policy, self._choice.by))
        found.duplicates += not self._met.isdisjoint(names)
        self._met |= names
        if action.fate is Fate.CREATED and names:
            self._finder.pretend(row, carrying_out.stored(action.patch))
        elif action.fate is Fate.UPDATED and action.item_id is not None and names:
            self._finder.pretend(row, applied(held, action.patch), action.item_id)
        told = carrying_out.told(policy, row, action, None)
        if told is not None and action.item_id is not None and names:
            self._finder.pretend_known(row, action.item_id)
        if len(found.plan) >= MOST_LINES or len(found.rows) >= MOST_LINES:
            found.left_off = True
            return
        if told is not None:
            found.rows.append(told)
        item_id = action.item_id if action.item_id is not None and action.item_id < finding.VIRTUAL else None
        if action.fate in (Fate.CREATED, Fate.UPDATED):
            found.plan += [
                PlanLine(row.incoming.line, action.fate, item_id, key, held.get(key), value)
                for key, value in action.patch.items()
            ]

    def _count(self, reads: Reads, actions: Sequence[Action], held: dict[int, Values]) -> None:
        """Count what the accounts that were ticked would be sent."""
        ticked = self._choice.account_ids
        if not ticked:
            return
        for account_id in ticked:
            self._found.to_send[account_id] += sum(action.fate is Fate.CREATED for action in actions)
        changed = {action.item_id: action for action in actions if action.fate is Fate.UPDATED and action.item_id}
        place = edits.placer(reads, carrying_out.ticked_alone(self._writable, ticked))
        for item in reads.items.load([id_ for id_ in changed if id_ < finding.VIRTUAL]):
            placed = place(item, changed[item.id].patch, None)
            accounts = {record.account_id for record in item.records if record.id in placed.patches}
            self._found.to_send.update(accounts - {LOCAL_ACCOUNT_ID})
