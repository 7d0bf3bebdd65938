"""The commands that say what belongs together: records of one item, and a contact put down for an event."""

from __future__ import annotations

from crmdesk.commands.call import Call, Result
from crmdesk.commands.lists import names_of, one_item
from crmdesk.desk import Desk
from crmdesk.errors import NotFound


async def link(call: Call) -> Result:
    """`link ID ID`: the first one stands for both from now on, and is shown."""
    ids = [call.desk.find_item(text).id for text in (call.asked.id, call.asked.other)]
    return one_item(await call.desk.link(ids), names_of(call.desk))


async def unlink(call: Call) -> Result:
    """`unlink ID ACCOUNT`: the one that leaves is shown, since its id is new."""
    item = call.desk.find_item(call.asked.id)
    account = call.desk.account(call.asked.account)
    return one_item(await call.desk.unlink(item.id, account.id), names_of(call.desk))


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
