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
    judge: str = ""  # the test that must fail, where a law or a story judges and not the simulator


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
        "current = await attempt.provider.fetch(entry.kind, remote_id)",
        "known = (await attempt.record(entry)).agreed_values\n"
        "        current = RemoteRecord(entry.kind, remote_id, known, frozenset(known), payload=b'{}')",
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
    Mutant(
        "rows of one form are folded",
        "1 an edit removes what was left out and no more",
        "crmdesk.domain.rows",
        "                found[number] = place = places.popleft()\n",
        "                found[number] = place = places[0]\n",
        judge="tests/domain/test_rows.py::test_an_edit_of_a_list_leaves_exactly_the_rows_that_were_given_back",
    ),
    Mutant(
        "what reads as before counts as taken",
        "2 equality is honest",
        "crmdesk.domain.plan",
        "    return got != before or _alike_to_the_eye(wanted, got)\n",
        "    return True\n",
        judge="tests/domain/test_rows.py::test_a_read_back_that_is_what_was_there_before_is_never_taken",
    ),
    Mutant(
        "what does not show yet was not made",
        "3 creates are single",
        "crmdesk.sync.push.attempt",
        "timedelta() <= now - entry.sent_at < SHOWS_BY_THEN",
        "False",
        judge="tests/stories/test_seen_late.py::test_a_lost_answer_and_a_late_read_make_one_record",
    ),
    Mutant(
        "objects may have other members",
        "5 what cannot be read clears nothing",
        "crmdesk.domain.values",
        "class _Typed(msgspec.Struct, forbid_unknown_fields=True):",
        "class _Typed(msgspec.Struct):",
        judge="tests/domain/test_values.py::test_objects_under_other_names_are_refused_and_clear_nothing",
    ),
    Mutant(
        "problems stay",
        "6 a problem ends with its cause",
        "crmdesk.sync.push.queue",
        "    ended, dirty = False, set(record.dirty_fields)\n",
        "    return False\n",
        judge="tests/stories/test_seen_late.py::test_a_problem_ends_with_its_cause",
    ),
    Mutant(
        "dates go by our clock",
        "8 a pause goes by the clock that gave it",
        "crmdesk.providers.wire.transport",
        "answered_at(answer) or self._clock.now()",
        "self._clock.now()",
        judge="tests/providers/test_transport.py::test_a_date_to_come_back_at_goes_by_the_clock_that_gave_it",
    ),
    Mutant(
        "tombstones are for ever",
        "9 an id given again is seen again",
        "crmdesk.sync.pull.removals",
        "        _end_tombstones(tx, scan)\n",
        "",
        judge="tests/stories/test_removals.py -k an_id_given_again",
    ),
    Mutant(
        "another order is lost",
        "11 an order is carried",
        "crmdesk.domain.merge",
        "        values = _as_mine(values)\n",
        "        values = list(values)\n",
        judge="tests/domain/test_rows.py::test_a_changed_order_is_sent_where_only_the_desk_changed_it",
    ),
    Mutant(
        "a byte order mark is an answer",
        "12 a mark before an answer is none of it",
        "crmdesk.providers.wire.transport",
        '_BYTE_ORDER_MARK = b"\\xef\\xbb\\xbf"',
        '_BYTE_ORDER_MARK = b"\\xef\\xbb\\xbe"',
        judge="tests/providers/test_transport.py::test_a_byte_order_mark_is_no_part_of_an_answer",
    ),
    Mutant(
        "every page is read as new",
        "I6 a pull that finds nothing new writes nothing",
        "crmdesk.sync.pull.page_intake",
        "        return held.mark == mark and held.presence",
        "        return held.presence is None and held.presence",
        judge="tests/stories/test_failures.py::test_an_unchanged_sync_writes_nothing",
    ),
    Mutant(
        "what is not mapped is dropped",
        "I11 unknown fields survive",
        "crmdesk.providers.flex.write_shapes",
        "    body = {name: value for name, value in before.items() if name not in DERIVED} | written\n",
        "    body = dict(written)\n",
        judge="tests/contract/test_flex_writing.py::test_a_change_leaves_all_lists_as_they_are",
    ),
    Mutant(
        "a list may go on for ever",
        "I14 every sync ends",
        "crmdesk.providers.wire.paging",
        "        if page.resume is None:\n            return\n        if page.payloads and self._repeats",
        "        return\n        if page.payloads and self._repeats",
        judge="tests/providers/test_paging.py",
    ),
    Mutant(
        "what others add is ours",
        "what others add between a send and the look at it stays",
        "crmdesk.domain.plan",
        "        sent, mine = (with_rows(kind, key, rows_of(side), added, region) or None for side in (sent, mine))\n",
        "",
        judge="tests/stories/test_changed_at_once.py -k an_address_added_there_as_a_contact_is_made",
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
