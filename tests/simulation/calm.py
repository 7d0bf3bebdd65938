"""What must hold at any time on a desk, and what must hold when the storm is over and nothing fails any more."""

from __future__ import annotations

import asyncio
import hashlib
import json
from typing import TYPE_CHECKING, Any

from crmdesk.desk import AccountState
from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID, Pause
from crmdesk.domain.outbox import EntryState, OutboxEntry
from crmdesk.domain.records import Presence
from crmdesk.errors import DeskError, NotFound
from tests.simulation.ledger import marks_in
from tests.simulation.twins import Raw, Twin

if TYPE_CHECKING:
    from tests.simulation.computer import Computer
    from tests.simulation.simulation import Simulation

ROUNDS = 6
BETWEEN = 70.0  # seconds between two rounds
LONGEST_WAIT = 3700.0  # until the desk gives up on its own, and longer than a twin can have asked to wait
STILL = ("item", "record", "raw", "change", "outbox", "conflict", "problem", "pin", "tombstone")
_OPEN = "state <> 'settled'"


class Calm:
    """Looks at a simulation, and notes what is not as it was promised."""

    def __init__(self, simulation: Simulation) -> None:
        self._simulation = simulation
        self._ledger = simulation.ledger

    # At any time

    def at_any_time(self, computer: Computer) -> None:
        """What is dirty waits somewhere; values are known; removals are proven; the status says no more than is so."""
        if not computer.has_written():
            return
        self._dirty_waits(computer)
        self._removals_are_proven(computer)
        self._status_is_honest(computer)
        self._nobody_contradicts_himself(computer)

    def _dirty_waits(self, computer: Computer) -> None:
        rows = computer.peek(
            "SELECT r.id, r.remote_id, r.base FROM record r JOIN item i ON i.id = r.item_id "
            "WHERE r.base IS NOT NULL AND r.presence <> 'removed' AND i.shelf <> 2 AND r.account_id <> 1 "
            f"AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.record_id = r.id AND o.{_OPEN}) "
            "AND NOT EXISTS (SELECT 1 FROM conflict c WHERE c.record_id = r.id AND c.resolved_at IS NULL)"
        )
        for record_id, remote_id, base in rows:
            self._ledger.fault("I2 what is dirty waits", f"record {record_id} ({remote_id}) of desk: base {base[:80]}")

    def _removals_are_proven(self, computer: Computer) -> None:
        for key, account in computer.accounts.items():
            for (remote_id,) in computer.peek(
                "SELECT remote_id FROM record WHERE account_id = ? AND presence = 'removed'", account.id
            ):
                if (key, remote_id) not in self._ledger.gone:
                    self._ledger.fault("I10 no removal without proof", f"{remote_id} of {key} was there all the time")

    def _nobody_contradicts_himself(self, computer: Computer) -> None:
        """No conflict is with a value that this very desk has sent.

        But where its user added a contact to an account, and the look-up there linked it with another of his: what he
        had typed of that one is asked about as linking does.
        """
        accounts = {account.id: key for key, account in computer.accounts.items()}
        rows = computer.peek(
            "SELECT c.account_id, c.field, c.theirs, EXISTS (SELECT 1 FROM outbox o WHERE o.record_id = c.record_id "
            "AND o.action = 'create' AND o.state = 'settled' AND o.sent_at IS NULL) "
            "FROM conflict c WHERE resolved_at IS NULL"
        )
        for account_id, field, theirs, met in rows:
            added = self._ledger.added.get((computer.number, accounts.get(account_id, "")), set()) if met else set()
            for mark in marks_in(str(theirs)):
                written = self._ledger.written[mark]
                another = bool(added) and (written.item not in added or written.settled)  # or parted from it since
                if written.by == computer.number and not another:
                    self._ledger.fault("nobody is asked about his own value", f"{field}: {mark}")

    def _status_is_honest(self, computer: Computer) -> None:
        for status in computer.desk.accounts():
            if status.state is not AccountState.UP_TO_DATE:
                continue
            (waiting,) = computer.peek(
                f"SELECT count(*) FROM outbox WHERE {_OPEN} AND account_id = ?", status.account.id
            )
            (open_,) = computer.peek(
                "SELECT count(*) FROM conflict WHERE resolved_at IS NULL AND account_id = ?", status.account.id
            )
            if waiting[0] or open_[0]:
                self._ledger.fault(
                    "the status never lies", f"up to date with {waiting[0]} waiting, {open_[0]} conflicts"
                )

    # In the end

    async def come_to_rest(self) -> None:
        """Faults end; all is sent and pulled; every decision is taken; then both sides are equal, and stay so."""
        simulation = self._simulation
        simulation.network.unplugged.clear()
        for twin in simulation.twins.values():
            twin.site.weather.clear()
        for computer in simulation.computers:
            computer.machine.clear()
            for account in computer.accounts.values():
                if computer.desk.account(account.name).pause is Pause.BY_USER:
                    await computer.act(computer.desk.resume(account.id))
        await self._rounds()
        if any(self._waits(computer) for computer in simulation.computers):
            await self._rounds(LONGEST_WAIT)
        for computer in simulation.computers:
            self._nothing_is_lost(computer)
        for number in range(3):
            if not any(self._undecided(computer) for computer in simulation.computers):
                break
            for computer in simulation.computers:
                await self._decide(computer, last=number > 0)
            await self._rounds()
        for computer in simulation.computers:
            await self._judge(computer)
        for twin in simulation.twins.values():
            self._ledger.judge(twin)

    async def _rounds(self, first: float = BETWEEN) -> None:
        """Sync everywhere until a round finds nothing more to do, all anew as long as anything moved."""
        moved = True
        for number in range(ROUNDS):
            simulation = self._simulation
            simulation.loop.turns = 0
            held = self._revisions()
            await asyncio.sleep(BETWEEN if number else first)
            reload, moved = moved, False
            for computer in simulation.computers:
                simulation.loop.turns = 0
                await self._sign_in(computer)
                # Some CRMs' lists show less than their records: what changed beside them is found by reading all anew.
                runs = await computer.act(
                    computer.desk.sync([account.id for account in computer.accounts.values()], reload=reload)
                )
                moved = moved or any(run.new or run.changed or run.removed or run.sent for run in runs or ())
            moved = moved or self._revisions() != held  # by what was sent between two syncs
            if not moved and all(self._quiet(computer) for computer in simulation.computers):
                break

    def _revisions(self) -> list[int]:
        return [twin.site.book.revision for twin in self._simulation.twins.values()]

    def _quiet(self, computer: Computer) -> bool:
        return not computer.peek(f"SELECT 1 FROM outbox WHERE {_OPEN} AND state <> 'parked' LIMIT 1")

    def _waits(self, computer: Computer) -> bool:
        """Whether it waits with something by the clock."""
        return not self._quiet(computer) or bool(computer.peek("SELECT 1 FROM account WHERE not_before IS NOT NULL"))

    def _undecided(self, computer: Computer) -> bool:
        return bool(
            computer.peek(
                f"SELECT 1 FROM outbox WHERE {_OPEN} UNION ALL SELECT 1 FROM conflict WHERE resolved_at IS NULL "
                "UNION ALL SELECT 1 FROM problem WHERE solved_at IS NULL "
                "UNION ALL SELECT 1 FROM account WHERE review IS NOT NULL"
            )
        )

    async def _sign_in(self, computer: Computer) -> None:
        for key, account in computer.accounts.items():
            if computer.desk.account(account.name).pause is Pause.SIGN_IN:
                await computer.act(computer.desk.reconnect(account.id, self._simulation.twins[key].secrets()))

    def _nothing_is_lost(self, computer: Computer) -> None:
        shown = computer.peek("SELECT mine FROM conflict WHERE resolved_at IS NULL")
        shown += computer.peek(f"SELECT wanted FROM outbox WHERE {_OPEN}")
        shown += computer.peek("SELECT shown FROM item")
        # A value of this computer beside another record's is one of "2 values" on the card.
        shown += computer.peek('SELECT "values" FROM record WHERE account_id = ?', LOCAL_ACCOUNT_ID)
        visible = marks_in(str(shown))
        for one in self._ledger.owed():
            if one.by == computer.number and one.mark not in visible:
                what = f"{one.field} = {one.mark} of item {one.item} on desk {one.by}"
                self._ledger.fault("I3 no edit is lost", what)

    async def _decide(self, computer: Computer, *, last: bool) -> None:
        desk = computer.desk
        for status in desk.accounts():
            if status.account.review is not None:
                await computer.act(desk.review(status.account.id, True))
        for conflict in (await desk.conflicts())[0]:
            self._ledger.decided = True
            try:
                await computer.act(desk.resolve([conflict.id], "mine" if conflict.id % 2 else "theirs"))
            except NotFound:  # it went with the one before
                continue
        for entry in (await desk.outbox())[0]:
            if entry.state is EntryState.PARKED:
                await self._settle(computer, entry, last)

    async def _settle(self, computer: Computer, entry: OutboxEntry, last: bool) -> None:
        """What waits for a person is linked to itself, tried once more, or in the end taken back."""
        self._ledger.decided = True
        desk = computer.desk
        twins = [self._simulation.twins[key] for key, one in computer.accounts.items() if one.id == entry.account_id]
        try:
            if entry.candidates:
                names = {id_: twin.habits.first_name(raw) for twin in twins for id_, raw in twin.records().items()}
                same = [one for one in entry.candidates if names.get(one) == entry.wanted.get("first_name")]
                await computer.act(desk.choose(entry.id, same[0] if same else None))
            elif last:
                await computer.act(desk.cancel_entry(entry.id))
            else:
                self._ledger.retried |= marks_in(str(entry.wanted))
                cleared = [name for name, value in entry.wanted.items() if value is None]
                self._ledger.cleared_again |= {(twin.key, name) for twin in twins for name in cleared}
                await computer.act(desk.retry_entry(entry.id))
        except DeskError:
            await computer.act(desk.cancel_entry(entry.id))

    async def _judge(self, computer: Computer) -> None:
        fault = self._ledger.fault
        left = computer.peek(f"SELECT action, state, error, wanted FROM outbox WHERE {_OPEN}")
        if left:
            fault("I5 the outbox empties", f"desk {computer.number}: {left[0]}")
        if conflicts := computer.peek("SELECT field, mine, theirs FROM conflict WHERE resolved_at IS NULL"):
            fault("I5 conflicts end when decided", f"desk {computer.number}: {conflicts[0]}")
        if problems := computer.peek("SELECT code, what, why FROM problem WHERE solved_at IS NULL"):
            fault("problems end with their cause", f"desk {computer.number}: {problems[0]}")
        for key, account in computer.accounts.items():
            self._equal(computer, account.id, self._simulation.twins[key])
        before = self._hashes(computer)
        asked = self._simulation.network.requests
        runs = await computer.act(computer.desk.sync([account.id for account in computer.accounts.values()]))
        for run in runs or ():
            if run.error_id or run.balanced is False:
                fault("every run balances", f"desk {computer.number}: {run}")
            if run.new or run.changed or run.removed or run.sent:
                fault("I6 the next sync writes nothing", f"desk {computer.number}: {run}")
        after = self._hashes(computer)
        if changed := [table for table in STILL if before[table] != after[table]]:
            fault("I6 the next sync writes nothing", f"desk {computer.number}: changed {', '.join(changed)}")
        if computer.accounts and asked == self._simulation.network.requests:
            fault("a sync asks the CRM", f"desk {computer.number}")
        for status in computer.desk.accounts():
            if status.state not in (AccountState.UP_TO_DATE, AccountState.LIMITED):
                fault("the status never lies", f"desk {computer.number}: {status.state} with nothing left to do")

    def _equal(self, computer: Computer, account_id: int, twin: Twin) -> None:
        fault = self._ledger.fault
        there = twin.records()
        rows = computer.peek(
            'SELECT r.remote_id, r.presence, r."values", r.base, i.shelf FROM record r JOIN item i ON i.id = r.item_id '
            "WHERE r.account_id = ? AND r.remote_id IS NOT NULL AND r.kind = 'contact'",
            account_id,
        )
        known = set()
        for remote_id, presence, values, base, shelf in rows:
            known.add(remote_id)
            if presence == Presence.REMOVED:
                if remote_id in there and not twin.hides(there[remote_id]):
                    fault("I5 both sides are equal", f"{remote_id} is in {twin.key}, and taken for removed here")
                continue
            if remote_id not in there:
                fault("I5 both sides are equal", f"{remote_id} is not in {twin.key} any more, and {presence} here")
                continue
            held = json.loads(base if base and shelf == 2 else values)
            self._same(twin, remote_id, there[remote_id], held)
        buried = {row[0] for row in computer.peek("SELECT remote_id FROM tombstone WHERE account_id = ?", account_id)}
        for remote_id in there.keys() - known - buried:
            if not twin.hides(there[remote_id]):
                fault("I5 both sides are equal", f"{remote_id} of {twin.key} is missing here")

    def _same(self, twin: Twin, remote_id: str, raw: Raw, held: dict[str, Any]) -> None:
        for name, member in twin.habits.texts.items():
            if twin.text(raw, member) != (held.get(name) or "").strip():
                self._ledger.fault(
                    "I5 both sides are equal",
                    f"{name} of {remote_id}: {raw.get(member)!r} in {twin.key}, {held.get(name)!r}",
                )
        if twin.habits.mails_edited:
            here = {str(entry["value"]).lower() for entry in held.get("emails") or ()}
            if {address.lower() for address in twin.addresses(raw)} != here:
                self._ledger.fault("I5 both sides are equal", f"emails of {remote_id} in {twin.key}: {sorted(here)}")

    def _hashes(self, computer: Computer) -> dict[str, str]:
        rows = {table: computer.peek(f"SELECT * FROM {table} ORDER BY 1, 2") for table in STILL}
        rows["raw"] = computer.peek("SELECT record_id, payload FROM raw ORDER BY 1")  # not when it was read last
        return {table: hashlib.sha256(repr(found).encode()).hexdigest() for table, found in rows.items()}
