"""`api hooks`: who is told of changes, and what came of it."""

from __future__ import annotations

from typing import Any

from crmdesk.cli.call import Call, Result, UsageError, as_usage, words_of
from crmdesk.cli.tables import facts, table
from crmdesk.domain.notation.json_shapes import delivery_json, hook_json
from crmdesk.domain.reports import Delivery
from crmdesk.domain.values import id_in


async def add(call: Call) -> Result:
    """`api hooks add URL --events LIST [--local]`: its secret is shown this once."""
    with as_usage():
        hook, secret = await call.desk.hooks.add(call.asked.url, words_of(call.asked.events), local=call.asked.local)
    shown = {"hook": hook_json(hook), "secret": secret}
    return Result(shown, lambda: [*facts(hook_json(hook).items()), f"secret (shown only now): {secret}"])


async def listed(call: Call) -> Result:
    """`api hooks list`."""
    found = [hook_json(hook) for hook in call.desk.hooks.all()]
    rows = [(one["id"], one["url"], one["events"], one["state"], one["last_at"], one["last_status"]) for one in found]
    titles = ("ID", "URL", "EVENTS", "STATE", "LAST", "STATUS")
    return Result({"total": len(found), "hooks": found}, lambda: [*table(titles, rows), f"{len(found)} hooks"])


async def deliveries(call: Call) -> Result:
    """`api hooks deliveries ID [--limit N]`: newest first."""
    found = [delivery_json(one) for one in call.desk.hooks.deliveries(_id(call.asked.id), call.asked.limit or -1)]
    rows = [
        (one["id"], one["type"], one["state"], one["attempts"], one["next_at"], one["last_status"]) for one in found
    ]
    titles = ("ID", "TYPE", "STATE", "TRIES", "NEXT", "STATUS")
    return Result(
        {"total": len(found), "deliveries": found}, lambda: [*table(titles, rows), f"{len(found)} deliveries"]
    )


async def test(call: Call) -> Result:
    """`api hooks test ID`: sends a message that says nothing."""
    return _sent(await call.desk.hooks.test(_id(call.asked.id)))


async def again(call: Call) -> Result:
    """`api hooks again ID`: sends a delivery once more; a hook that was paused goes on."""
    return _sent(await call.desk.hooks.again(_id(call.asked.id)))


async def rotate(call: Call) -> Result:
    """`api hooks rotate ID`: the old secret signs beside the new one for a day."""
    secret = await call.desk.hooks.rotate(_id(call.asked.id))
    shown = {"hook": hook_json(call.desk.hooks.get(_id(call.asked.id))), "secret": secret}
    return Result(shown, lambda: [f"secret (shown only now): {secret}"])


async def remove(call: Call) -> Result:
    """`api hooks remove ID`."""
    await call.desk.hooks.remove(_id(call.asked.id))
    return Result(
        {"removed": str(_id(call.asked.id))}, lambda: ["The hook is removed, with what it was still to be sent."]
    )


def _sent(delivery: Delivery) -> Result:
    shown: dict[str, Any] = delivery_json(delivery)
    return Result(shown, lambda: facts(shown.items()), 0 if delivery.state == "delivered" else 1)


def _id(text: str) -> int:
    found = id_in(text)
    if found is None:
        raise UsageError(f"“{text}” is no id.", next="`crmdesk api hooks list` shows the ids of hooks.")
    return found
