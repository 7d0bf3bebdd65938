"""What one tenant of Flex has: which writes its API describes, and which resource type its new contacts are of.

Described by the vendor: each tenant's description of its own API at `/api-docs`. Seen live by others: the two look-ups
of resource types, of which many keys may use but one; the switch `updateBaseContactOnly`; the calls of addresses.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from crmdesk.errors import BadResponse, Unavailable
from crmdesk.providers.flex.addresses import PATH
from crmdesk.providers.wire.transport import Transport

SWITCH = "updateBaseContactOnly"
_BASE = r"(?:/f5)?(?:/api)?"
_ONE_CONTACT = re.compile(_BASE + r"/contact/\{[^/{}]+\}/?")
_ADDRESSES_OF_ONE = re.compile(_BASE + PATH + r"/\{[^/{}]+\}/?")
_ONE_ADDRESS = re.compile(_BASE + PATH + r"/\{[^/{}]+\}/\{[^/{}]+\}/?")
_DOCS_FAILURES = {401: BadResponse, 403: BadResponse, 404: BadResponse}


class _Docs(msgspec.Struct):
    paths: dict[str, dict[str, Any]] = {}


_DOCS = msgspec.json.Decoder(_Docs)
_ANY: msgspec.json.Decoder[Any] = msgspec.json.Decoder()


async def described(transport: Transport) -> dict[str, str]:
    """What the tenant's own description of its API has: which writes, with the switch or without."""
    try:
        answer = await transport.request("GET", "/api-docs", on=_DOCS_FAILURES)
        paths = answer.decode(_DOCS).paths
    except BadResponse:
        paths = {}  # what is not described is not done
    except Unavailable:
        return {}
    contact, several, address = (_verbs_of(paths, path) for path in (_ONE_CONTACT, _ADDRESSES_OF_ONE, _ONE_ADDRESS))
    has = {
        "updates": "put" in contact,
        "deletes": "delete" in contact,
        "base_only": SWITCH in contact.get("put", ()),
        "addresses": "put" in address and several.keys() >= {"post", "delete"},
    }
    return {key: "yes" if true else "no" for key, true in has.items()}


async def find_client_type(transport: Transport) -> str | None:
    """The tenant's own id of the resource type "Client"; many keys may use only one of the two look-ups."""
    for path, params in (
        ("/resource-type", None),
        ("/resource-type/nodes", {"classname": "resource-type", "nodeId": "root"}),
    ):
        try:
            answer = await transport.request("GET", path, params=params, on=_DOCS_FAILURES)
            if found := _id_of_named(answer.decode(_ANY), "client"):
                return found
        except (BadResponse, Unavailable):
            continue
    return None


def _verbs_of(paths: Mapping[str, Mapping[str, Any]], pattern: re.Pattern[str]) -> dict[str, list[str]]:
    """What a description has at a path: each method in lower case, with the names of its parameters."""
    found: dict[str, list[str]] = {}
    for path, verbs in paths.items():
        for verb, told in verbs.items() if pattern.fullmatch(path) else ():
            listed = told.get("parameters") if isinstance(told, dict) else None
            named = [one.get("name") for one in listed or () if isinstance(one, dict)]
            found[verb.lower()] = [name for name in named if isinstance(name, str)]
    return found


def _id_of_named(document: Any, name: str) -> str | None:
    """The id of the first object of that name, however deep it lies."""
    if isinstance(document, dict):
        if str(document.get("name", "")).strip().casefold() == name and isinstance(document.get("id"), str):
            return str(document["id"])
        document = list(document.values())
    if isinstance(document, list):
        return next((found for inner in document if (found := _id_of_named(inner, name))), None)
    return None
