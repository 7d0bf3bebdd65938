"""`outbox hand-over`: what waits for an account by file, as the file that its program imports."""

from __future__ import annotations

from collections.abc import Iterator

from crmdesk.cli.call import DONE, LEFT_SOMETHING, Call, Result
from crmdesk.cli.commands.exporting import whole_path
from crmdesk.cli.tables import neutral


async def hand_over(call: Call) -> Result:
    """`outbox hand-over FILE ACCOUNT [--replace]`."""
    account = call.desk.account(call.asked.account)
    target = whole_path(call.asked.file)
    done = await call.desk.hand_overs.write(account.id, target, replace=call.asked.replace)
    document = {
        "account": account.name,
        "file": str(target) if done.contacts else None,
        "contacts": done.contacts,
        "changes": done.changes,
        "left": [{"item": str(item), "field": field, "why": why} for item, field, why in done.left],
        "held": done.held,
    }

    def lines() -> Iterator[str]:
        if done.contacts:
            amounts = f"{_counted(done.changes, 'change')} of {_counted(done.contacts, 'contact')}"
            yield f"Handed over {amounts}: {neutral(target)}"
            yield "Import it there so that it replaces who is there; a program that looks for none makes them twice."
            yield f"The next export that {account.name} reads tells what was taken."
        yield from (f"Not in it: {field} of {item}. {neutral(why)}." for item, field, why in done.left)
        if done.held:
            yield f"{_counted(done.held, 'change')} to be decided first: `crmdesk conflicts`."

    return Result({"hand_over": document}, lines, LEFT_SOMETHING if done.left or done.held else DONE)


def _counted(amount: int, noun: str) -> str:
    return f"{amount:,} {noun}{'' if amount == 1 else 's'}"
