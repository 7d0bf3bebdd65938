"""What may happen in a simulation: each step is a name and three numbers, so that any part of a story can be left out.

What the numbers mean is settled when the step is taken (the nth of what there is then), so that a story that is cut
down still makes sense. Steps that find nothing to do do nothing.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from crmdesk.domain.accounts import Pause
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import Item
from crmdesk.domain.values import Entry, Value
from crmdesk.errors import DatabaseLocked, DiskFull, StoreError
from tests.simulation import account_steps
from tests.simulation.ledger import THERE, marks_in

if TYPE_CHECKING:
    from tests.simulation.computer import Computer
    from tests.simulation.simulation import Simulation

PAUSES = (0.05, 0.3, 1.0, 20.0, 61.0, 61.0, 700.0, 4000.0)
WEATHER: tuple[dict[str, Any], ...] = (
    {"name": "down"},
    {"name": "down", "applied": True, "status": 502},
    {"name": "refused"},
    {"name": "lost"},
    {"name": "lost", "method": "PUT"},
    {"name": "lost", "method": "POST"},
    {"name": "truncated"},
    {"name": "silent"},
    {"name": "silent", "applied": True},
    {"name": "slow", "ms": 3000},
    {"name": "html"},
    {"name": "not_json"},
    {"name": "empty", "applied": True},
    {"name": "error_200"},
    {"name": "forbidden"},
    {"name": "rate_limit", "retry_after": 3},
    {"name": "rate_limit", "retry_after": 900},
    {"name": "rate_limit"},
    {"name": "signed_out"},
    {"name": "ignored", "field": "company"},
    {"name": "status", "status": 500},
    {"name": "short_list", "keep": 1},
    {"name": "duplicate_page"},
    {"name": "moving_page", "lose": 1},
    {"name": "moving_page", "repeat": 1},
    {"name": "wrong_total", "by": 3},
    {"name": "wrong_total", "by": -1},
    {"name": "same_id"},
    {"name": "bad_record", "what": "no_id"},
    {"name": "bad_record", "what": "not_an_object"},
    {"name": "unknown_fields"},
    {"name": "redirect"},
)


@dataclass(frozen=True)
class Step:
    """One thing that happens."""

    name: str
    a: int = 0
    b: int = 0
    c: int = 0

    def __str__(self) -> str:
        return f"{self.name}({self.a}, {self.b}, {self.c})"


def _text_fields(simulation: Simulation, item: Item, computer: Computer) -> list[str]:
    held = {record.account_id for record in item.records}
    keys = [key for key, account in computer.accounts.items() if account.id in held]
    return sorted({name for key in keys for name in simulation.twins[key].habits.texts})


def _twins_of(computer: Computer, item: Item) -> set[str]:
    held = {record.account_id for record in item.records}
    return {key for key, account in computer.accounts.items() if account.id in held}


async def edit(simulation: Simulation, step: Step) -> None:
    """The user changes a text, or clears it one time in eight."""
    computer, item = await simulation.pick(step)
    if item is None or not (names := _text_fields(simulation, item, computer)):
        return
    name = names[step.c % len(names)]
    mark = simulation.ledger.mark(computer.number, name, _twins_of(computer, item), item.id)
    value = None if step.c % 8 == 7 else f"{mark} mine"
    edited = await computer.act(computer.desk.edit(item.id, {name: value}))
    if edited is None:
        return
    if edited.values.get(name) != value:
        simulation.ledger.fault("what was typed is what is shown", f"{name} of {item.id}: {edited.values.get(name)!r}")
    simulation.ledger.confirm(mark, item.id)
    if value is None:
        simulation.ledger.settle(computer.number, item.id, name)


async def edit_emails(simulation: Simulation, step: Step) -> None:
    """The user adds an address, or takes the first one away."""
    computer, item = await simulation.pick(step)
    if item is None:
        return
    twins = _twins_of(computer, item)
    if not twins or not all(simulation.twins[key].habits.mails_edited for key in twins):
        return
    held = item.values.get("emails")
    entries = held if isinstance(held, tuple) else ()
    mark = simulation.ledger.mark(computer.number, "emails", twins, item.id)
    if step.c % 3 and entries:
        simulation.ledger.taken_away.add(str(entries[0].value).lower())
        simulation.ledger.written[mark].settled = True
        for old in marks_in(str(entries[0].value)):
            simulation.ledger.written[old].settled = True
        wanted = entries[1:]
    else:
        wanted = (*entries, Entry(f"{mark}@quill.example"))
    edited = await computer.act(computer.desk.edit(item.id, {"emails": wanted}))
    if edited is not None:
        simulation.ledger.confirm(mark, item.id)


async def new(simulation: Simulation, step: Step) -> None:
    """The user makes a contact, in an account or on this computer alone."""
    computer = simulation.computer(step.a)
    keys = [key for key in computer.accounts if step.b % 4]
    mark = simulation.ledger.mark(computer.number, "first_name", set(keys))
    values: dict[str, Value | None] = {"first_name": mark, "last_name": "Person"}
    if step.c % 2 or "crm_api" in keys:
        mail = simulation.ledger.mark(computer.number, "emails", set(keys))
        values["emails"] = (Entry(f"{mail}@quill.example"),)
    made = await computer.act(
        computer.desk.new(Kind.CONTACT, values, [computer.accounts[key].id for key in keys][: step.b % 4])
    )
    if made is not None:
        simulation.ledger.confirm(mark, made.id)


async def add_to(simulation: Simulation, step: Step) -> None:
    """The user adds a contact to one more account."""
    computer, item = await simulation.pick(step)
    if item is None or not item.values or not computer.accounts:
        return
    key = list(computer.accounts)[step.c % len(computer.accounts)]
    for mark in marks_in(str(item.values)):
        simulation.ledger.written[mark].twins.add(key)
    simulation.ledger.also_in(computer.number, item.id, key)
    simulation.spread(item, simulation.twins[key])
    simulation.ledger.decided = True
    await computer.act(computer.desk.add_to(item.id, computer.accounts[key].id))


async def delete(simulation: Simulation, step: Step) -> None:
    """The user deletes a contact, to the trash or for good."""
    computer, item = await simulation.pick(step)
    if item is None:
        return
    for record in item.records:
        for key, account in computer.accounts.items():
            if account.id == record.account_id and record.remote_id is not None:
                simulation.ledger.may_go.add((key, record.remote_id))
    names = [item.values.get("first_name"), *(record.values.get("first_name") for record in item.records)]
    simulation.ledger.may_go_by_name |= marks_in(str(names))
    simulation.ledger.settle(computer.number, item.id)
    await computer.act(computer.desk.delete([item.id], for_good=step.c % 3 == 0))


async def restore(simulation: Simulation, step: Step) -> None:
    """The user brings a contact back from the trash."""
    computer, item = await simulation.pick(step, trash=True)
    if item is not None:
        await computer.act(computer.desk.restore([item.id]))


async def resolve(simulation: Simulation, step: Step) -> None:
    """The user decides a conflict."""
    computer = simulation.computer(step.a)
    found, _ = await computer.desk.conflicts()
    if found:
        conflict = found[step.b % len(found)]
        simulation.ledger.decided = True
        simulation.ledger.settle(computer.number, conflict.item_id)
        await computer.act(computer.desk.resolve([conflict.id], ("mine", "theirs", "here")[step.c % 3]))


async def cancel(simulation: Simulation, step: Step) -> None:
    """The user takes back what waits to be sent."""
    computer = simulation.computer(step.a)
    queue, _ = await computer.desk.outbox()
    if queue:
        entry = queue[step.b % len(queue)]
        simulation.ledger.settle(computer.number, entry.item_id)
        await computer.act(computer.desk.cancel_entry(entry.id, stay_here=step.c % 2 == 0))


async def sync(simulation: Simulation, step: Step) -> None:
    """The user syncs by hand, everything anew one time in three."""
    computer = simulation.computer(step.a)
    ids = [account.id for account in computer.accounts.values()]
    await computer.act(computer.desk.sync(ids, full=step.c % 3 == 0))


async def reconnect(simulation: Simulation, step: Step) -> None:
    """The user signs in again where that is asked for."""
    computer = simulation.computer(step.a)
    for key, account in computer.accounts.items():
        if computer.desk.account(account.name).pause is Pause.SIGN_IN:
            await computer.act(computer.desk.reconnect(account.id, simulation.twins[key].secrets()))


async def edit_there(simulation: Simulation, step: Step) -> None:
    """Somebody else changes a text in a CRM."""
    twin, id_ = simulation.there(step)
    if id_ is None:
        return
    name = sorted(twin.habits.texts)[step.c % len(twin.habits.texts)]
    mark = simulation.ledger.mark(THERE, name, {twin.key})
    twin.site.book.update(id_, {twin.habits.texts[name]: None if step.c % 9 == 8 else f"{mark} theirs"})


async def edit_emails_there(simulation: Simulation, step: Step) -> None:
    """Somebody else adds an address in a CRM."""
    twin, id_ = simulation.there(step)
    if id_ is None or not twin.habits.mails_edited:
        return
    mark = simulation.ledger.mark(THERE, "emails", {twin.key})
    record = twin.site.book.get(id_)
    assert record is not None
    twin.site.book.update(id_, twin.with_address(record, f"{mark}@theirs.example"))


async def somebody_else(simulation: Simulation, step: Step) -> None:
    """Somebody else creates, deletes, archives or restores a record in a CRM."""
    twin, id_ = simulation.there(step)
    actions = ["create", "create", "delete", *(["archive", "restore"] if twin.site.archive else [])]
    action = actions[step.c % len(actions)]
    if id_ is None and action != "create":
        return
    done = twin.site.somebody_else(action, None if action == "create" else id_)
    if action == "create":
        record = twin.site.book.get(done)
        assert record is not None
        simulation.ledger.know_record(twin, done, record)
        return
    if action != "restore":
        simulation.ledger.gone.add((twin.key, done))
    if action != "delete" and twin.site.archive:
        simulation.ledger.set_there(twin, done, twin.site.archive)


async def weather(simulation: Simulation, step: Step) -> None:
    """A CRM, or the way to it, begins to answer badly."""
    twin = simulation.twin(step.a)
    fault = WEATHER[step.b % len(WEATHER)]
    options = {key: value for key, value in fault.items() if key != "name"}
    if fault["name"] == "ignored":
        options["field"] = next(iter(twin.habits.texts.values()))
    twin.site.weather.set(fault["name"], times=step.c % 3 + 1, after=step.c // 3 % 3, **options)


async def clear_up(simulation: Simulation, step: Step) -> None:
    """All is well again."""
    simulation.network.unplugged.clear()
    for twin in simulation.twins.values():
        simulation.count_weather(twin)
        twin.site.weather.clear()


async def unplug(simulation: Simulation, step: Step) -> None:
    """A CRM cannot be reached."""
    simulation.network.unplugged.add(simulation.twin(step.a).key)
    simulation.ledger.weather["unplugged"] += 1


async def time_passes(simulation: Simulation, step: Step) -> None:
    """Nobody does anything for a while; the desks sync by their schedules."""
    await asyncio.sleep(PAUSES[step.c % len(PAUSES)])


async def sleeps(simulation: Simulation, step: Step) -> None:
    """A computer sleeps: its wall clock goes on, what counts its waking time does not."""
    computer = simulation.computer(step.a)
    computer.clock.jump(timedelta(hours=step.c % 20 + 1))
    computer.jumped = True
    simulation.ledger.clock_moved(computer.number)
    simulation.ledger.weather["sleep"] += 1


async def the_clock_jumps(simulation: Simulation, step: Step) -> None:
    """A computer's clock is set to another year."""
    computer = simulation.computer(step.a)
    computer.clock.jump(timedelta(days=365 if step.c % 2 else -365))
    computer.jumped = True
    simulation.ledger.clock_moved(computer.number)
    simulation.ledger.weather["clock"] += 1


async def restart(simulation: Simulation, step: Step) -> None:
    """A desk is ended in order, and started again."""
    computer = simulation.computer(step.a)
    if computer.jumped:
        simulation.ledger.forget_pauses(computer.number)
    await computer.restart()
    simulation.ledger.restarted(computer.number)
    simulation.ledger.weather["restart"] += 1


async def dies(simulation: Simulation, step: Step) -> None:
    """A desk's process is going to die at one of its next requests or writes."""
    what = ("request", "write")[step.b % 2]
    simulation.computer(step.a).machine.die_at(what, step.c // 2 % 5 + 1, after=step.c % 2 == 0)
    simulation.ledger.weather[f"killed at a {what}"] += 1


async def disk_fails(simulation: Simulation, step: Step) -> None:
    """The next writes of a desk fail."""
    errors: tuple[Callable[[], StoreError], ...] = (
        lambda: DiskFull("The disk is full."),
        lambda: DatabaseLocked("Another program holds the file."),
    )
    simulation.computer(step.a).machine.fill(step.c % 4 + 1, errors[step.b % 2])
    simulation.ledger.weather[("disk full", "locked")[step.b % 2]] += 1


Take = Callable[["Simulation", Step], Awaitable[None]]
OFTEN: tuple[tuple[Take, int], ...] = (
    (edit, 9),
    (edit_emails, 3),
    (new, 3),
    (add_to, 2),
    (delete, 2),
    (restore, 1),
    (resolve, 2),
    (cancel, 1),
    (sync, 7),
    (reconnect, 1),
    (edit_there, 7),
    (edit_emails_there, 2),
    (somebody_else, 4),
    (weather, 7),
    (clear_up, 2),
    (unplug, 1),
    (time_passes, 7),
    (sleeps, 1),
    (the_clock_jumps, 1),
    (restart, 1),
    (dies, 2),
    (disk_fails, 1),
    (account_steps.link, 2),
    (account_steps.unlink, 1),
    (account_steps.pause, 1),
    (account_steps.disconnect, 1),
    (account_steps.connect_again, 2),
)
STEPS: dict[str, Take] = {take.__name__: take for take, _ in OFTEN}


def story(chance: random.Random, length: int) -> list[Step]:
    """So many steps, as that chance has it."""
    names = list(STEPS)
    weights = [weight for _, weight in OFTEN]
    chosen = chance.choices(names, weights, k=length)
    return [Step(name, chance.randrange(60), chance.randrange(60), chance.randrange(72)) for name in chosen]
