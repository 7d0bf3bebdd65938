"""Teeth: the desk, broken on purpose in one place, which the simulator must notice.

A mutant is one exact replacement in the source text of one module, made while it is imported in a process of its own;
that the text occurs exactly once is asserted, so that a mutant cannot quietly become the healthy program when the code
changes. `python -m tests.simulation.teeth` runs all of them, or the one that is named.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.util
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from types import CodeType, ModuleType


@dataclass(frozen=True)
class Mutant:
    """One fault, put into the desk: the promise it breaks, and the text that is put in place of another."""

    name: str
    promise: str
    module: str
    healthy: str
    broken: str
    quick: bool = False  # caught within a few runs, so that every test run can afford it


MUTANTS = (
    Mutant(
        "conflicts are forgotten",
        "I3 no edit vanishes",
        "crmdesk.sync.pull.record_intake",
        "        new += tx.conflicts.put(\n",
        "        new += (lambda conflict: 0)(\n",
        quick=True,
    ),
    Mutant(
        "edits are not queued",
        "I2 what is dirty waits",
        "crmdesk.sync.push.queue",
        "    _add(tx, record, Action.UPDATE, wanted)\n",
        "    return\n",
        quick=True,
    ),
    Mutant(
        "records are not read before they are changed",
        "I4 never over an unseen value",
        "crmdesk.sync.push.update",
        "look_first = info.precondition is Precondition.READ_FIRST or entry.state is EntryState.UNCERTAIN",
        "look_first = False",
    ),
    Mutant(
        "verified entries stay open",
        "I5 the outbox empties",
        "crmdesk.sync.push.queue",
        "tx.outbox.update(entry.id, state=EntryState.SETTLED, outcome=outcome,",
        "tx.outbox.update(entry.id, outcome=outcome,",
        quick=True,
    ),
    Mutant(
        "a lost create is sent again without a look",
        "I8 no create twice",
        "crmdesk.sync.push.create",
        "    unsure = entry.state is EntryState.UNCERTAIN\n    record = await",
        "    unsure = False\n    record = await",
    ),
    Mutant(
        "the CRM always wins",
        "I12 the merge keeps both sides",
        "crmdesk.sync.push.update",
        "        store_merged(tx, record, plan.merged.values, plan.merged.base, current, record.mark)\n",
        "        store_merged(tx, record, current.values, None, current, record.mark)\n",
    ),
    Mutant(
        "accounts share a connection",
        "I13 accounts are isolated",
        "crmdesk.sync.connections",
        "            if self._open.setdefault(account.id, opened) is not opened:\n",
        "            if self._open.setdefault(account.id, next(iter(self._open.values()), opened)) is not opened:\n",
    ),
    Mutant(
        "pauses are not kept",
        "I15 no request beyond a limit",
        "crmdesk.providers.wire.rate_gate",
        "        self._blocked = max(self._blocked, self._clock.monotonic() + pause)\n",
        "        self._blocked = self._blocked\n",
    ),
    Mutant(
        "the status does not look at the queue",
        "the status never lies",
        "crmdesk.desk.reading",
        "        (open_entries > 0, AccountState.WAITING),\n",
        "",
        quick=True,
    ),
    Mutant(
        "what is taken back is sent all the same",
        "every entry ends",
        "crmdesk.sync.push.attempt",
        "    if not latest.is_open:\n        raise Withdrawn\n",
        "",
    ),
)


class _Replacing(importlib.machinery.SourceFileLoader):
    """Loads the one module with its fault."""

    def __init__(self, name: str, path: str, mutant: Mutant) -> None:
        super().__init__(name, path)
        self._mutant = mutant

    def get_code(self, fullname: str) -> CodeType:
        """The code of the broken text, past every cache. Raises AssertionError where the text is not there once."""
        text = self.get_data(self.path).decode()
        found = text.count(self._mutant.healthy)
        if found != 1:
            raise AssertionError(f"{self._mutant.name}: its text is {found} times in {fullname}")
        return compile(text.replace(self._mutant.healthy, self._mutant.broken), self.path, "exec")


class _Finder(importlib.abc.MetaPathFinder):
    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self._mutant.module:
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        if spec is None or spec.origin is None:
            return None
        loader = _Replacing(fullname, spec.origin, self._mutant)
        return importlib.util.spec_from_file_location(fullname, spec.origin, loader=loader)


def break_desk(name: str) -> Mutant:
    """Break the desk of this process in that one place; to be called before the module is imported."""
    mutant = next(one for one in MUTANTS if one.name == name)
    if mutant.module in sys.modules:
        raise AssertionError(f"{mutant.module} is imported already")
    sys.meta_path.insert(0, _Finder(mutant))
    return mutant
