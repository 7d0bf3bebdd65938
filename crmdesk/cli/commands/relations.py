"""The commands that say what belongs together: records of one item, and a contact put down for an event."""

from __future__ import annotations

from crmdesk.cli.call import Call, Result
from crmdesk.cli.commands.lists import names_of, one_item
from crmdesk.desk import Desk
from crmdesk.domain.accounts import LOCAL, LOCAL_ACCOUNT_ID
from crmdesk.errors import NotFound


async def link(call: Call) -> Result:
    """`link ID ID`: the first one stands for both from now on, and is shown.

    The second may be a record that only its CRM has (ACCOUNT:REMOTE_ID), where the first waits to be created there and
    was found to look like it.
    """
    first = call.desk.find_item(call.asked.id)
    try:
        other = call.desk.find_item(call.asked.other)
    except NotFound:
        name, _, remote_id = call.asked.other.partition(":")
        entries, _ = await call.desk.outbox(item_id=first.id)
        names = call.desk.account_names()
        entry = next((one for one in entries if remote_id in one.candidates and names[one.account_id] == name), None)
        if entry is None:
            raise
        await call.desk.choose(entry.id, remote_id)
        return one_item(call.desk.item(first.id), names_of(call.desk))
    return one_item(await call.desk.link([first.id, other.id]), names_of(call.desk))


async def unlink(call: Call) -> Result:
    """`unlink ID ACCOUNT`: the one that leaves is shown. One of several records is named ACCOUNT:REMOTE_ID."""
    item = call.desk.find_item(call.asked.id)
    name, _, remote_id = call.asked.account.partition(":")
    account_id = LOCAL_ACCOUNT_ID if name == LOCAL else call.desk.account(name).id
    record = next((one for one in item.records if (one.account_id, one.remote_id) == (account_id, remote_id)), None)
    if remote_id and record is None:
        raise NotFound(f"It has no record “{call.asked.account}”.", what="Nothing was unlinked")
    apart = await call.desk.unlink(item.id, account_id, None if record is None else record.id)
    return one_item(apart, names_of(call.desk))


async def register(call: Call) -> Result:
    """`register ID EVENT`: the event by its id, by the CRM's (ACCOUNT:REMOTE_ID), or by its name."""
    contact = call.desk.find_item(call.asked.id)
    event = _event(call.desk, call.asked.event)
    return one_item(await call.desk.register(contact.id, event), names_of(call.desk))


def _event(desk: Desk, text: str) -> int | str:
    """The event's item, or what else it is called. Raises NotFound."""
    try:
        return desk.find_item(text).id
    except NotFound:
        account, separator, _ = text.partition(":")
        if text.isdigit() or (separator and account in desk.account_names().values()):
            raise
    return text
