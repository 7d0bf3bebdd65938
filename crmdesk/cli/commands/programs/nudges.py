"""`api nudges`: addresses that a tunnel or relay of one's own may knock at, so that an account is pulled sooner."""

from __future__ import annotations

from crmdesk.cli.call import Call, Result
from crmdesk.cli.tables import table


async def add(call: Call) -> Result:
    """`api nudges add ACCOUNT [--host NAME]`: its path is shown this once."""
    account = call.desk.account(call.asked.account)
    path = await call.desk.nudges.add(account.id, call.asked.host)
    shown = {"account": account.name, "host": call.desk.nudges.host(), "path": path}
    return Result(shown, lambda: [f"POST {path}, under {shown['host']} (shown only now)"])


async def listed(call: Call) -> Result:
    """`api nudges list`."""
    names = call.desk.account_names()
    found = [{"account": names[id_]} for id_ in call.desk.nudges.accounts() if id_ in names]
    document = {"total": len(found), "host": call.desk.nudges.host() or None, "nudges": found}
    return Result(document, lambda: table(("ACCOUNT",), ((one["account"],) for one in found)))


async def remove(call: Call) -> Result:
    """`api nudges remove ACCOUNT`."""
    account = call.desk.account(call.asked.account)
    await call.desk.nudges.remove(account.id)
    return Result({"removed": account.name}, lambda: ["Its address leads nowhere now."])
