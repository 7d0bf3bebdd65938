"""The functions that write: ordinary edits, which go to Dex by the outbox, and the sync that is begun."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from crmdesk.api.answers import Answer
from crmdesk.api.dialects.dex import envelope
from crmdesk.api.dialects.dex.contacts import Updates, patch
from crmdesk.api.dialects.dex.envelope import Thrown
from crmdesk.api.dialects.dex.queries import NO_ACCOUNT, Nothing, contact_of
from crmdesk.api.dialects.reading import account_of
from crmdesk.domain.fields import Kind
from crmdesk.domain.records import Item
from crmdesk.domain.values import Patch, parse_value
from crmdesk.errors import DeskError, StoreError

if TYPE_CHECKING:
    from crmdesk.api.call import Call


class Described(msgspec.Struct, rename="camel", forbid_unknown_fields=True):
    """Another description of a contact."""

    contact_id: str
    description: str


class Updated(msgspec.Struct, rename="camel", forbid_unknown_fields=True):
    """Changes of a contact."""

    contact_id: str
    updates: Updates


async def describe(call: Call, asked: Described) -> Answer:
    """Change a contact's description."""
    return await _edit(call, asked.contact_id, Updates(description=asked.description))


async def update(call: Call, asked: Updated) -> Answer:
    """Change several fields of a contact."""
    return await _edit(call, asked.contact_id, asked.updates)


async def _edit(call: Call, id_: str, updates: Updates) -> Answer:
    def answer(done: object, items: Sequence[Item], names: object) -> Answer:
        return Answer(envelope.value({"success": True, "contactId": id_}))

    try:
        item = contact_of(call, id_)
        wanted = _checked(patch(updates, item.values))
        return await call.act(lambda desk: desk.edit(item.id, wanted), answer)
    except StoreError:
        raise
    except (DeskError, Thrown) as error:
        why = error.why if isinstance(error, DeskError) else str(error)
        raise Thrown(f"Failed to update contact: {why}") from None


def _checked(wanted: Patch) -> Patch:
    """Raises UserInputError for a birthday that is none."""
    birthday = wanted.get("birthday")
    if not isinstance(birthday, str):
        return wanted
    return {**wanted, "birthday": parse_value(Kind.CONTACT, "birthday", birthday)}


async def trigger_sync(call: Call, asked: Nothing) -> dict[str, Any]:
    """Begin a sync of the Dex account; answered before it has ended."""
    account = account_of(call, "dex")
    if account is None:
        raise Thrown(NO_ACCOUNT)
    id_ = account.id
    await call.hop.over(lambda desk: desk.begin_sync([id_]))
    return {"success": True}
