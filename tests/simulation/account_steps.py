"""What a user does with accounts and with what stands for one person in several: more steps of a simulation."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from crmdesk.domain.accounts import LOCAL_ACCOUNT_ID, Account, Pause
from tests.simulation.ledger import marks_in

if TYPE_CHECKING:
    from tests.simulation.computer import Computer
    from tests.simulation.simulation import Simulation
    from tests.simulation.steps import Step


async def link(simulation: Simulation, step: Step) -> None:
    """The user says that two contacts are one."""
    computer, one = await simulation.pick(step)
    items = await computer.items()
    if one is None or len(items) < 2:
        return
    other = items[step.c % len(items)]
    if other.id == one.id:
        return
    simulation.ledger.decided = True
    linked = await computer.act(computer.desk.link([one.id, other.id]))
    if linked is not None:
        simulation.ledger.merge(computer.number, other.id, linked.id)


async def unlink(simulation: Simulation, step: Step) -> None:
    """The user takes that back for the records of one account."""
    computer = simulation.computer(step.a)
    several = [item for item in await computer.items() if len(item.records) > 1]
    if not several:
        return
    item = several[step.b % len(several)]
    others = sorted({record.account_id for record in item.records} - {LOCAL_ACCOUNT_ID})
    if not others:
        return
    simulation.ledger.settle(computer.number, item.id)  # its edits go with their records, to either
    simulation.ledger.parted |= marks_in(str([record.values.get("first_name") for record in item.records]))
    await computer.act(computer.desk.unlink(item.id, others[step.c % len(others)]))


async def pause(simulation: Simulation, step: Step) -> None:
    """The user pauses an account, for a while or until further notice, or lets it go on."""
    computer, account = _account(simulation, step)
    if account is None:
        return
    if computer.desk.account(account.name).pause is Pause.BY_USER:
        await computer.act(computer.desk.resume(account.id))
        return
    until = computer.clock.now() + timedelta(minutes=step.c % 30 + 1) if step.c % 2 else None
    await computer.act(computer.desk.pause(account.id, until))


async def disconnect(simulation: Simulation, step: Step) -> None:
    """The user removes an account, with its contacts or without; what waited for it is given up."""
    computer, account = _account(simulation, step)
    if account is None or step.c % 3:
        return
    simulation.ledger.give_up(computer.number)
    await computer.act(computer.desk.remove_account(account.id, keep_contacts=step.c % 2 == 0))
    computer.know_accounts()


async def connect_again(simulation: Simulation, step: Step) -> None:
    """The user connects an account again that was removed."""
    computer = simulation.computer(step.a)
    missing = [key for key in simulation.twins if key not in computer.accounts]
    if missing:
        await simulation.connect(computer, missing[step.b % len(missing)])


def _account(simulation: Simulation, step: Step) -> tuple[Computer, Account | None]:
    computer = simulation.computer(step.a)
    accounts = list(computer.accounts.values())
    return computer, accounts[step.b % len(accounts)] if accounts else None
