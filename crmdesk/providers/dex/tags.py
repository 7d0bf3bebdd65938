"""Tags of Dex v1, which are no member of what is sent, but have calls of their own.

Source: a client others run (byndcloud/unofficial-dex-mcp) and the vendor's tool for assistants (getdex/agent-skills):
tags are made and assigned by name, and taken away by id. That a contact shows its tags as objects with id and name is
inferred: whether an account's API shows them is found out at the sign-in, and only then they are sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from crmdesk.providers.contract import RemoteRecord
from crmdesk.providers.wire.failures import OF_ONE_THERE
from crmdesk.providers.wire.read_back import path_id
from crmdesk.providers.wire.transport import Transport


def without_tags(data: dict[str, Any]) -> dict[str, Any]:
    """What is sent of a contact itself."""
    return {name: value for name, value in data.items() if name != "tags"}


async def change_tags(transport: Transport, current: RemoteRecord, wanted: Sequence[str]) -> None:
    """Assign the tags that are new, then take away those that are no longer wanted. Raises the transport's errors."""
    shown = msgspec.json.decode(current.payload).get("tags")
    held = [one for one in shown if isinstance(one, dict)] if isinstance(shown, list) else []
    names = {one.get("name") for one in held}
    if added := [name for name in dict.fromkeys(wanted) if name not in names]:
        path = f"/v1/tags/contacts/{path_id(current.id)}/create-assign"
        await transport.request("POST", path, json={"tagNames": added}, on=OF_ONE_THERE)
    if ids := [one["id"] for one in held if one.get("name") not in wanted and "id" in one]:
        body = {"contactIds": [current.id], "tagIds": ids}
        await transport.request("POST", "/v1/tags/contacts/remove", json=body, on=OF_ONE_THERE)
