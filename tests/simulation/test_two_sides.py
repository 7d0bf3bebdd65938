"""Anything may happen in any order on both sides; once faults end, both sides agree and no edit is lost.

`CRMDESK_SIMULATION=n` runs n examples of 60 steps each, other ones each time, instead of the usual few;
`CRMDESK_SHRINK=1` looks for the shortest way to a failure, which takes minutes.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings, strategies
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from crmdesk.demo.server import DemoCrms
from crmdesk.domain.accounts import Pause
from crmdesk.domain.fields import Kind
from crmdesk.domain.notation.names import follows
from crmdesk.domain.notation.normal import same
from crmdesk.domain.outbox import EntryState
from crmdesk.domain.records import Item, Presence, Record
from crmdesk.domain.values import Entry, Value
from crmdesk.errors import NotFound, UserInputError
from tests.conftest import OUTSIDE
from tests.world import WHOLE_LISTS, World

T = TypeVar("T")

EXAMPLES = int(OUTSIDE.get("CRMDESK_SIMULATION", "0"))
CONTACTS = 8
SCALARS = {"company": "company", "job_title": "job_title", "description": "description", "last_name": "last_name"}
FAULTS: list[dict[str, Any]] = [
    {"name": "down", "method": "GET"},
    {"name": "down", "method": "PUT"},
    {"name": "down", "method": "PUT", "applied": True, "status": 502},
    {"name": "down", "method": "POST", "applied": True, "status": 502},
    {"name": "refused"},
    {"name": "lost", "method": "PUT"},
    {"name": "lost", "method": "POST"},
    {"name": "lost", "method": "DELETE"},
    {"name": "truncated"},
    {"name": "html"},
    {"name": "empty", "applied": True},
    {"name": "rate_limit", "retry_after": 120},
    {"name": "signed_out", "method": "PUT"},
    {"name": "ignored", "field": "company", "method": "PUT"},
    {"name": "status", "method": "PUT"},
    {"name": "same_id", "path": "/v1/contacts"},
    {"name": "short_list", "path": "/v1/contacts", "keep": 1},
    {"name": "bad_record", "path": "/v1/contacts", "what": "wrong_types"},
    {"name": "bad_record", "path": "/v1/contacts", "what": "no_id"},
    {"name": "moving_page", "path": "/v1/contacts", "lose": 1},
    {"name": "somebody_else", "path": "/v1/contacts", "action": "edit"},
]
numbers = strategies.integers(0, 50)
fields = strategies.sampled_from(sorted(SCALARS))


class TwoSides(RuleBasedStateMachine):
    """The user, somebody else in the CRM, and the weather between them."""

    crms: DemoCrms

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.directory = Path(tempfile.mkdtemp(prefix="simulation-"))
        self.world = World(self.crms, self.directory / "profile")
        self.counter = 0
        self.edits: dict[tuple[int, str], tuple[Value | None, int]] = {}  # item, field -> value, when
        self.theirs: dict[tuple[str, str], int] = {}  # remote id, field -> when
        self.remotes: dict[int, str] = {}  # item -> the remote id it was edited under
        self.touched: set[int] = set()  # items that were deleted, restored or gone
        self.made: set[str] = set()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(work)

    def tick(self) -> int:
        self.counter += 1
        return self.counter

    @initialize()
    def begin(self) -> None:
        self.crms.dex.reset()
        self.run(self.world.begin(settings={"page_size": "10"}))

    def pick(self, number: int, *, trash: bool = False) -> Item | None:
        items = self.run(self.world.items(trash=trash, include_hidden=not trash))
        items = [item for item in items if (item.trashed_at is not None) is trash]
        return items[number % len(items)] if items else None

    def remote(self, number: int) -> str | None:
        ids = self.world.dex.book.ids()
        return ids[number % len(ids)] if ids else None

    # The user

    @rule(number=numbers, field=fields, clear=strategies.integers(0, 5))
    def edit(self, number: int, field: str, clear: int) -> None:
        item = self.pick(number)
        if item is None:
            return
        value = None if clear == 0 else f"mine {self.tick()}"
        if item.values.get(field) == value:
            return
        self.run(self.world.desk.edit(item.id, {field: value}))
        now = self.world.desk.item(item.id)
        assert now.values.get(field) == value, "what was typed is what is shown"
        self.edits[item.id, field] = (value, self.tick())

    @rule(number=numbers, add=strategies.booleans())
    def edit_emails(self, number: int, add: bool) -> None:
        item = self.pick(number)
        if item is None:
            return
        held = item.values.get("emails")
        listed = held if isinstance(held, tuple) else ()
        wanted = (*listed, Entry(f"mine{self.tick()}@quill.example")) if add else listed[1:]
        self.run(self.world.desk.edit(item.id, {"emails": wanted}))
        shown = self.world.desk.item(item.id).values.get("emails", ())
        assert isinstance(shown, tuple)
        assert {entry.value for entry in shown} == {entry.value for entry in wanted}

    @rule(email=strategies.booleans(), here=strategies.booleans())
    def new(self, email: bool, here: bool) -> None:
        name = f"New{self.tick()}"
        values: dict[str, Value | None] = {"first_name": name, "last_name": "Person"}
        if email:
            values["emails"] = (Entry(f"{name}@quill.example"),)
        self.run(self.world.new(values, here=here))
        self.made.add(name)

    @rule(number=numbers)
    def add_to_the_account(self, number: int) -> None:
        item = self.pick(number)
        if item is not None and item.values:
            try:
                self.run(self.world.desk.add_to(item.id, self.world.account.id))
            except UserInputError:
                return

    @rule(number=numbers, for_good=strategies.booleans())
    def delete(self, number: int, for_good: bool) -> None:
        item = self.pick(number)
        if item is None:
            return
        self.touched.add(item.id)
        try:
            self.run(self.world.desk.delete([item.id], for_good=for_good))
        except UserInputError:
            return

    @rule(number=numbers)
    def restore(self, number: int) -> None:
        item = self.pick(number, trash=True)
        if item is not None:
            self.touched.add(item.id)
            self.run(self.world.desk.restore([item.id]))

    @rule(allowed=strategies.booleans())
    def allow_deletions(self, allowed: bool) -> None:
        if self.world.desk.account("Dex").pause is Pause.NO and not self.world.dex.weather.rules:
            self.run(self.world.desk.set_account(self.world.account.id, deletes_remotely=allowed))

    @rule(number=numbers, how=strategies.sampled_from(["mine", "theirs", "here"]))
    def resolve(self, number: int, how: str) -> None:
        found = self.run(self.world.conflicts())
        if found:
            conflict = found[number % len(found)]
            self.forget(conflict.item_id)
            self.run(self.world.desk.resolve([conflict.id], how))

    @rule(number=numbers, stay=strategies.booleans())
    def cancel(self, number: int, stay: bool) -> None:
        queue = self.run(self.world.queue())
        if queue:
            entry = queue[number % len(queue)]
            self.forget(entry.item_id)
            try:
                self.run(self.world.desk.cancel_entry(entry.id, stay_here=stay))
            except UserInputError:
                return

    def forget(self, item_id: int) -> None:
        """The user decided otherwise: earlier edits of that item prove nothing any more."""
        self.edits = {key: value for key, value in self.edits.items() if key[0] != item_id}

    # Somebody else

    @rule(number=numbers, field=fields, agrees=strategies.integers(0, 7))
    def edit_there(self, number: int, field: str, agrees: int) -> None:
        target = self.remote(number)
        if target is None:
            return
        text = f"theirs {self.tick()}" if agrees else "both say so"
        changes: dict[str, Any] = {SCALARS[field]: text}
        if field == "last_name":
            changes["full_name"] = f"{self.world.there(target)['first_name']} {text}"
        self.world.dex.book.update(target, changes)
        self.theirs[target, field] = self.tick()

    @rule(number=numbers)
    def edit_emails_there(self, number: int) -> None:
        target = self.remote(number)
        if target is not None:
            rows = [*self.world.there(target)["contact_emails"], {"email": f"theirs{self.tick()}@quill.example"}]
            self.world.dex.book.update(target, {"contact_emails": rows[-3:]})

    @rule(number=numbers, action=strategies.sampled_from(["create", "create", "delete", "archive", "restore"]))
    def somebody_else(self, number: int, action: str) -> None:
        target = self.remote(number)
        if target is not None:
            self.world.dex.somebody_else(action, None if action == "create" else target)

    # The weather, time and the machine

    @rule(fault=strategies.sampled_from(FAULTS), times=strategies.integers(1, 3), after=strategies.integers(0, 2))
    def bad_weather(self, fault: dict[str, Any], times: int, after: int) -> None:
        options = {key: value for key, value in fault.items() if key != "name"}
        self.world.dex.weather.set(fault["name"], times=times, after=after, **options)

    @rule()
    def clear_up(self) -> None:
        self.world.dex.weather.clear()

    @rule(seconds=strategies.sampled_from([1, 61, 700, 4000, 90_000]))
    def time_passes(self, seconds: int) -> None:
        self.world.clock.pass_time(seconds)

    @rule(days=strategies.sampled_from([-365, 365]))
    def the_clock_jumps(self, days: int) -> None:
        self.world.wall(days=days)

    @rule()
    def restart(self) -> None:
        self.run(self.world.restart())

    @rule(full=strategies.booleans())
    def sync(self, full: bool) -> None:
        self.run(self.world.sync(full=full))

    @rule()
    def send(self) -> None:
        self.run(self.world.desk._engine.lane(self.world.account.id).send_waiting(force=True))

    # What must always hold

    def records(self) -> list[Record]:
        found: list[Record] = []
        for trash in (False, True):
            for item in self.run(self.world.items(trash=trash, include_hidden=not trash)):
                found += [record for record in item.records if record.account_id == self.world.account.id]
        return found

    @invariant()
    @precondition(lambda self: hasattr(self.world, "desk"))
    def what_is_dirty_waits_somewhere(self) -> None:
        queue = self.run(self.world.queue())
        conflicts = self.run(self.world.conflicts())
        for record in self.records():
            item = self.world.desk.item(record.item_id)
            covered = {key for entry in queue if entry.record_id == record.id for key in entry.wanted}
            covered |= {conflict.field for conflict in conflicts if conflict.record_id == record.id}
            covered |= {"name"} if follows(record.values) or record.remote_id is None else set()
            left = set(record.dirty_fields) - covered
            assert not left or "" in covered or item.trashed_at is not None, (record, left)
        assert all(entry.state is not EntryState.IN_FLIGHT for entry in queue)

    # The end: quiet

    def teardown(self) -> None:
        try:
            if hasattr(self.world, "desk"):
                self.quiet()
        finally:
            if hasattr(self.world, "desk"):
                self.run(self.world.close())
            self.runner.close()
            shutil.rmtree(self.directory, ignore_errors=True)

    def quiet(self) -> None:
        """Faults end; after a few syncs and every decision taken, both sides are equal and nothing is left to do."""
        self.world.dex.weather.clear()
        self.calm()
        self.nobody_lost_an_edit()
        self.decide()
        self.calm()
        self.decide()
        self.calm()
        assert self.run(self.world.queue()) == []
        assert self.run(self.world.conflicts()) == []
        assert self.run(self.world.problems()) == []
        self.both_sides_are_equal()
        self.nobody_is_there_twice()
        before = self.world.hashes()
        run = self.run(self.world.sync())
        assert (run.balanced, run.new, run.changed, run.removed, run.sent) == (True, 0, 0, 0, 0)
        assert self.world.hashes() == before

    def calm(self) -> None:
        for _ in range(4):
            self.world.clock.pass_time(4000)
            if self.world.desk.account("Dex").pause is Pause.SIGN_IN:
                self.run(self.world.desk.reconnect(self.world.account.id, {"key": self.world.dex.keys.v1}))
            self.run(self.world.sync())

    def decide(self) -> None:
        account = self.world.desk.account("Dex")
        if account.review is not None:
            self.run(self.world.desk.review(account.id, True))
        for conflict in self.run(self.world.conflicts()):
            try:
                self.run(self.world.desk.resolve([conflict.id], "mine" if conflict.id % 2 else "theirs"))
            except NotFound:  # it went with the one before
                continue
        for entry in self.run(self.world.queue()):
            if entry.state is EntryState.PARKED:
                if entry.candidates:
                    self.run(self.world.desk.choose(entry.id, entry.candidates[0]))
                else:
                    self.run(self.world.desk.retry_entry(entry.id))

    def nobody_lost_an_edit(self) -> None:
        conflicts = self.run(self.world.conflicts())
        parked = {key for entry in self.run(self.world.queue()) for key in entry.wanted}
        for (item_id, field), (value, when) in self.edits.items():
            if item_id in self.touched:
                continue
            item = self.world.desk.item(item_id)
            history = self.run(self.world.desk.history(item_id, field))[0]
            assert value in [change.new for change in history], "the history keeps every edit"
            remote_ids = {str(record.remote_id) for record in item.records}
            if item.trashed_at is None and max(self.theirs.get((id_, field), 0) for id_ in remote_ids) < when:
                assert item.values.get(field) == value, (item, field, value, conflicts, parked)

    def both_sides_are_equal(self) -> None:
        provider = self.run(self.world.desk._connections.of(self.world.desk.account("Dex")))
        ids = set(self.world.dex.book.ids())
        for record in self.records():
            if record.presence is Presence.REMOVED:
                assert record.remote_id not in ids
                continue
            assert record.remote_id in ids, record
            payload = self.world.dex.book.encoded("default", str(record.remote_id))
            assert payload is not None
            there = provider.read(Kind.CONTACT, payload)
            # What was edited and then put into the trash is sent when it is restored.
            trashed = self.world.desk.item(record.item_id).trashed_at is not None
            held = record.agreed_values if trashed else record.values
            for field in there.fields:
                assert same(Kind.CONTACT, field, held.get(field), there.values.get(field)), (field, record)
            assert record.base is None or trashed, record
        for id_ in ids - {record.remote_id for record in self.records()}:
            assert self.world.single("SELECT reason FROM tombstone WHERE remote_id = ?", id_) == "deleted_here"

    def nobody_is_there_twice(self) -> None:
        names = [self.world.there(id_)["first_name"] for id_ in self.world.dex.book.ids()]
        assert all(names.count(name) <= 1 for name in self.made)
        keys = [(record.account_id, record.remote_id) for record in self.records()]
        assert len(keys) == len(set(keys))


@pytest.fixture(scope="module")
def crms() -> Any:
    with DemoCrms(CONTACTS, dex=WHOLE_LISTS) as running:
        yield running


@pytest.mark.slow
@pytest.mark.allowed_logs("crmdesk")
@pytest.mark.timeout(0)
def test_two_sides_agree_in_the_end(crms: DemoCrms) -> None:
    TwoSides.crms = crms
    run_state_machine_as_test(
        TwoSides,
        settings=settings(
            max_examples=EXAMPLES or 25,
            stateful_step_count=60 if EXAMPLES else 30,
            deadline=None,
            database=None,
            derandomize=not EXAMPLES,
            suppress_health_check=list(HealthCheck),
            print_blob=True,
            phases=[Phase.generate, *([Phase.shrink] if OUTSIDE.get("CRMDESK_SHRINK") else [])],
        ),
    )
