"""What everybody did in a simulation, and what must never follow from it, told at the moment it happens.

Every value that is written bears a mark of its own (`zq17`), so that it can be followed through answers, twins and
databases. A desk is known by its number; `THERE` is somebody else in the CRM itself.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from crmdesk.domain.records import Item
from tests.simulation.network import Exchanged
from tests.simulation.twins import MARK, Raw, Twin

THERE = -1
STALE = 60.0  # seconds: whoever writes over what he read longer ago did not read first
LONGEST_PAUSE = 24 * 3600.0
NEVER = float("-inf")
_ALWAYS_NEW = frozenset({"updated_at"})


@dataclass
class Written:
    """One value that somebody wrote."""

    mark: str
    by: int
    twins: set[str]
    field: str
    tick: int
    item: int = 0
    confirmed: bool = False
    arrived_at: float = 0.0  # when it last came to a CRM
    settled: bool = False  # the user decided otherwise since: nothing is owed for it any more


@dataclass
class Ledger:
    """Everything that happened, and `faults`: each promise that was broken."""

    knows: Callable[[int, str], bool]  # whether a desk's history or conflicts speak of a mark
    time: Callable[[], float]
    faults: list[str] = field(default_factory=list)
    written: dict[str, Written] = field(default_factory=dict)
    delivered: set[str] = field(default_factory=set)
    taken_away: set[str] = field(default_factory=set)  # addresses that a user, or somebody there, removed
    may_go: set[tuple[str, str]] = field(default_factory=set)  # records that a user may have had deleted
    may_go_by_name: set[str] = field(default_factory=set)  # the same, of what was on its way there
    gone: set[tuple[str, str]] = field(default_factory=set)
    decided: bool = False  # a user linked records or decided about their fields, which may change any of them
    added: dict[tuple[int, str], set[int]] = field(default_factory=dict)  # items that a desk's user added to a twin
    parted: set[str] = field(default_factory=set)  # first names that stand for two contacts since a user parted them
    retried: set[str] = field(default_factory=set)  # marks that a user had sent once more after they were not taken
    cleared_again: set[tuple[str, str]] = field(default_factory=set)  # the same of a cleared field: its twin and name
    windows: int = 0  # writes over what came between a read and the write that followed at once
    weather: Counter[str] = field(default_factory=Counter)
    _first: dict[tuple[str, str], dict[str, set[str]]] = field(default_factory=dict)
    _made: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    _seen: set[tuple[int, str]] = field(default_factory=set)
    _read: dict[tuple[int, str, str], dict[str, float]] = field(default_factory=dict)  # when, by the task that read
    _blocked: dict[tuple[int, str], float] = field(default_factory=dict)
    _by_wall_clock: dict[tuple[int, str], float] = field(default_factory=dict)  # of these, those over a restart
    _brought: set[tuple[str, str, str]] = field(default_factory=set)
    _made_here: set[tuple[str, str]] = field(default_factory=set)  # records that a desk made
    _made_at: dict[tuple[str, str], float] = field(default_factory=dict)
    _set_there: dict[tuple[str, str, str], float] = field(default_factory=dict)  # when, of members without a mark

    def fault(self, promise: str, what: str) -> None:
        """Note a broken promise."""
        self.faults.append(f"{promise}: {what}")

    # What people do

    def mark(self, by: int, field_name: str, twins: set[str], item: int = 0) -> str:
        """A new value's mark; nothing is owed for it before `confirm`."""
        tick = len(self.written) + 1
        mark = f"zq{tick}"
        self.written[mark] = Written(mark, by, set(twins), field_name, tick, item, arrived_at=self.time())
        return mark

    def confirm(self, mark: str, item: int) -> None:
        """The desk told the user that it is saved: earlier values of that field are superseded."""
        fresh = self.written[mark]
        for old in self.written.values():
            if (old.by, old.item, old.field) == (fresh.by, item, fresh.field) and not fresh.field.startswith("emails"):
                old.settled = True
        fresh.item, fresh.confirmed = item, True

    def settle(self, by: int, item: int, field_name: str | None = None) -> None:
        """The user decided about an item, or one field of it: nothing earlier is owed any more."""
        for old in self.written.values():
            if (old.by, old.item) == (by, item) and field_name in (None, old.field):
                old.settled = True

    def merge(self, by: int, item: int, into: int) -> None:
        """The user says that an item is another one: a later value of a field supersedes those of both."""
        for old in self.written.values():
            if (old.by, old.item) == (by, item):
                old.item = into

    def give_up(self, by: int) -> None:
        """The user gives up what was not sent yet: nothing is owed on that desk for what was written so far."""
        for old in self.written.values():
            if old.by == by:
                old.settled = True

    def also_in(self, by: int, item: int, twin: str) -> None:
        """The user adds an item to another account."""
        self.added.setdefault((by, twin), set()).add(item)
        for old in self.written.values():
            if (old.by, old.item) == (by, item):
                old.twins.add(twin)

    def know(self, twin: Twin) -> None:
        """Take what a twin holds now for what was there at first."""
        for id_, record in twin.records().items():
            self.know_record(twin, id_, record)

    def know_record(self, twin: Twin, id_: str, record: Raw) -> None:
        """The same for one record."""
        held = self._first.setdefault((twin.key, id_), {"emails": set()})
        held["emails"].update(address.lower() for address in twin.addresses(record))
        for name, member in twin.habits.texts.items():
            held.setdefault(name, set()).add(twin.text(record, member))

    def set_there(self, twin: Twin, id_: str, member: str) -> None:
        """Somebody else sets a member in the CRM that bears no mark."""
        self._set_there[twin.key, id_, member] = self.time()

    def elsewhere(self, twin: Twin, shown: Item) -> None:
        """What an item shows may come to a twin under any of its records."""
        for name in ("emails", *twin.habits.texts):
            value = shown.values.get(name)
            entries = [entry.value for entry in value] if isinstance(value, tuple) else [value]
            self._brought.update((twin.key, name, str(entry).lower()) for entry in entries if entry)

    # What the network tells

    def may_ask(self, desk: int, twin: Twin, at: float) -> None:
        """I15: nobody asks before the pause that a twin asked for is over."""
        if at < self._blocked.get((desk, twin.key), 0.0) - 0.001:
            self.fault("I15 no request beyond a limit", f"desk {desk} asked {twin.key} during its pause")

    def forget_pauses(self, desk: int) -> None:
        """What a dead or misled computer cannot know."""
        for key in [key for key in self._blocked if key[0] == desk]:
            del self._blocked[key]

    def restarted(self, desk: int) -> None:
        """What a desk was asked to wait for it knows by the wall clock alone from now on."""
        self._by_wall_clock |= {key: until for key, until in self._blocked.items() if key[0] == desk}

    def clock_moved(self, desk: int) -> None:
        """The wall clock of a desk is another: what it knows by that alone it does not know any more."""
        for key, until in self._by_wall_clock.items():
            if key[0] == desk and self._blocked.get(key) == until:
                del self._blocked[key]

    def answered(self, exchanged: Exchanged) -> None:
        """Remember what a desk has seen."""
        twin, desk = exchanged.twin.key, exchanged.desk
        if exchanged.status and exchanged.retry_after is not None:
            until = exchanged.ended_at + min(exchanged.retry_after, LONGEST_PAUSE)
            self._blocked[desk, twin] = max(self._blocked.get((desk, twin), 0.0), until)
        if not 200 <= exchanged.status < 300 or exchanged.method in ("PUT", "PATCH"):
            return  # what the answer to a change shows is not merged before the change's next request
        text = exchanged.body.decode("utf-8", "replace")
        self._seen.update((desk, found) for found in MARK.findall(text))
        for key, id_ in self._first:
            if key == twin and (id_ in exchanged.path or (exchanged.path.endswith("/read") and id_ in text)):
                self._read.setdefault((desk, twin, id_), {})[_task()] = exchanged.asked_at

    def changed(self, desk: int, twin: Twin, id_: str, before: Raw | None, after: Raw | None) -> None:
        """Judge what a desk's request did to a record."""
        if before is None and after is not None:
            self._made_by(desk, twin, id_, after)
        elif before is not None and after is None:
            self._deleted(desk, twin, id_, before)
        elif before is not None and after is not None and before != after:
            self._altered(desk, twin, id_, before, after)

    def _deleted(self, desk: int, twin: Twin, id_: str, record: Raw) -> None:
        self.gone.add((twin.key, id_))
        by_name = marks_in(str(twin.habits.first_name(record))) & self.may_go_by_name
        if not by_name and (twin.key, id_) not in self.may_go:
            self.fault("I10 no removal without proof", f"desk {desk} deleted {id_} in {twin.key}, unasked")

    def _made_by(self, desk: int, twin: Twin, id_: str, record: Raw) -> None:
        # What was deleted there may be created again, with all that it was.
        everything: dict[str, set[str]] = {}
        for (key, _), held in self._first.items():
            for name, texts in held.items() if key == twin.key else ():
                everything.setdefault(name, set()).update(texts)
        self._first[twin.key, id_] = everything
        self._made_here.add((twin.key, id_))
        self._made_at[twin.key, id_] = self.time()
        for mark in marks_in(str(twin.habits.first_name(record))) - self.parted:
            made = self._made.setdefault((twin.key, mark), set())
            made.add(id_)
            # What was made, and deleted there before the desk saw it, may be made again: nobody can tell the two apart.
            there = made & twin.records().keys()
            if len(there) > 1:
                self.fault("I8 no create twice", f"{mark} is in {twin.key} {len(there)} times")
        self._deliver(twin, id_, record)

    def _altered(self, desk: int, twin: Twin, id_: str, old: Raw, new: Raw) -> None:
        texts = {member: name for name, member in twin.habits.texts.items()}
        list_member = twin.habits.emails[0]
        for member in new:
            if old.get(member) == new[member] or member in _ALWAYS_NEW | twin.habits.derived:
                continue
            if twin.alike(member, old.get(member), new[member]):
                continue
            if member in twin.habits.unshown and not any(twin.addresses(old)):
                continue
            if member == twin.habits.deleted and new[member]:
                self._deleted(desk, twin, id_, old)
            elif member in texts:
                self._overwritten(desk, twin, id_, texts[member], old.get(member), new[member])
            elif member != list_member and not self.decided and (twin.key, id_) not in self._made_here:
                if self._came_between(desk, twin, id_, self._set_there.get((twin.key, id_, member), NEVER)):
                    continue
                self.fault(
                    "I11 only changed fields are sent",
                    f"{member} of {id_} in {twin.key}: {old.get(member)!r} -> {new[member]!r}",
                )
        kept = {address.lower() for address in twin.addresses(new)}
        for address in (address.lower() for address in twin.addresses(old)):
            if address in kept or address in self.taken_away:
                continue
            if not any(
                self._came_between(desk, twin, id_, self.written[mark].arrived_at) for mark in marks_in(address)
            ):
                self.fault("I9 lists keep their rows", f"{address} of {id_} in {twin.key} was removed by nobody")
        self._deliver(twin, id_, new)

    def _overwritten(self, desk: int, twin: Twin, id_: str, name: str, old: Any, new: Any) -> None:
        for mark in MARK.findall(str(old)):
            written = self.written.get(mark)
            if written is None or mark in MARK.findall(str(new)):
                continue
            if written.by == desk:
                later = [self.written[one] for one in MARK.findall(str(new)) if one in self.written]
                if any(one.by == desk and one.tick < written.tick and not written.settled for one in later):
                    self.fault("I9 the order is kept", f"{name} of {id_} in {twin.key}: {new!r} over {old!r}")
            elif self._came_between(desk, twin, id_, written.arrived_at) or self._sent_again(twin, name, new):
                continue
            elif (desk, mark) not in self._seen:
                self.fault("I4 never over an unseen value", f"{name} of {id_} in {twin.key}: {new!r} over {old!r}")
            elif not self.knows(desk, mark):
                self.fault("I4 never without a decision", f"{name} of {id_} in {twin.key}: {new!r} over {old!r}")

    def _sent_again(self, twin: Twin, name: str, new: Any) -> bool:
        """Whether a user had that sent once more although the CRM had not taken it."""
        return bool(self.retried & marks_in(str(new))) or (not new and (twin.key, name) in self.cleared_again)

    def _came_between(self, desk: int, twin: Twin, id_: str, arrived_at: float) -> bool:
        """Whether it came after the desk had read the record to change it, and before the change arrived.

        No CRM without preconditions could keep the two apart. What another task of that desk read meanwhile, and has
        not stored yet, the one that writes cannot know.
        """
        # Where a CRM takes the create of a known address for a change, it was looked for before it was made.
        looked_at = self._made_at.get((twin.key, id_), -STALE)
        reads = self._read.get((desk, twin.key, id_), {})
        read_at = reads.get(_task(), max(reads.values(), default=looked_at))
        between = self.time() - read_at < STALE and arrived_at >= read_at
        self.windows += between
        return between

    def _deliver(self, twin: Twin, id_: str, record: Raw) -> None:
        for mark in marks_in(str(record)) - self.delivered:
            self.written[mark].arrived_at = self.time()
            self.delivered.add(mark)

    # What is looked at after each step

    def judge(self, twin: Twin) -> None:
        """I3, I13: every value in a twin was there at first, or was written by somebody for that field and account."""
        for id_, record in twin.records().items():
            first = self._first.get((twin.key, id_), {})
            for name, member in twin.habits.texts.items():
                text = twin.text(record, member)
                if text and text not in first.get(name, ()) and not self._was_written(text, twin.key, name):
                    self.fault("no value nobody wrote", f"{name} of {id_} in {twin.key} is {text!r}")
            for address in (address.lower() for address in twin.addresses(record)):
                if address not in first.get("emails", ()) and not self._was_written(address, twin.key, "emails"):
                    self.fault("no value nobody wrote", f"{address!r} in {id_} of {twin.key}")

    def _was_written(self, text: str, twin: str, name: str) -> bool:
        if (twin, name, text.lower()) in self._brought:
            return True
        marks = MARK.findall(text)
        found = [self.written[mark] for mark in marks if mark in self.written]
        return len(found) == 1 and found[0].field == name and twin in found[0].twins

    def owed(self) -> list[Written]:
        """Confirmed edits that are in no CRM, were not superseded, and about which nobody decided anything."""
        return [
            one
            for one in self.written.values()
            if one.by != THERE and one.confirmed and not one.settled and one.mark not in self.delivered
        ]


def marks_in(text: str) -> set[str]:
    """The marks that a text bears."""
    return set(MARK.findall(text.lower()))


def _task() -> str:
    """The task that is at work: a desk's reads and writes of one errand are of one task."""
    task = asyncio.current_task()
    return task.get_name() if task else ""
