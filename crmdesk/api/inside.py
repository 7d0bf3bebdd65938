"""The local API without HTTP: for a program that runs as its user, by the name of a key in the place of its secret.

The request goes through the same doors as any other: what the key may, reaches and how often, the counts and the audit.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import msgspec

from crmdesk.api.call import Hop
from crmdesk.api.counting import Counting
from crmdesk.api.doors import Doors, Visit
from crmdesk.api.gate import WRONG_KEY
from crmdesk.api.table import TABLE
from crmdesk.desk import ApiKey, Desk
from crmdesk.domain.clock import SystemClock
from crmdesk.errors import KeyRefused, NotFound

_PORT = 27650  # of the Host that is named; nothing listens


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: its status and its document."""

    status: int
    document: Any

    @property
    def well(self) -> bool:
        """Whether it was carried out."""
        return self.status < 400


class Inside(Doors):
    """The doors of one desk for one key by name; reads are answered by `desk`, writes go by `hop`."""

    def __init__(self, key: str, desk: Desk, hop: Hop, counting: Counting) -> None:
        super().__init__(TABLE, desk, hop, _PORT, counting, asyncio.Event())
        self._name = key

    def key(self) -> ApiKey:
        """The key, looked at anew each time. Raises KeyRefused once it is revoked or expired."""
        try:
            found = self._desk.api.key(self._name)
        except NotFound:
            raise KeyRefused(WRONG_KEY) from None
        if not found.opens(SystemClock().now()):
            raise KeyRefused(WRONG_KEY)
        return found

    def _key(self, visit: Visit) -> ApiKey:
        return self.key()

    async def ask(self, method: str, path: str, query: Mapping[str, object] | None = None, body: Any = None) -> Reply:
        """Carry out one request."""
        raw = b"" if body is None else msgspec.json.encode(body)
        headers = [(b"host", f"127.0.0.1:{_PORT}".encode())]
        if raw:
            headers += [(b"content-type", b"application/json"), (b"content-length", str(len(raw)).encode())]
        scope = {
            "type": "http",
            "method": method,
            "path": path,
            "query_string": urlencode(query or {}).encode(),
            "headers": headers,
        }
        sent: list[Mapping[str, Any]] = []

        async def receive() -> Mapping[str, Any]:
            return {"type": "http.request", "body": raw, "more_body": False}

        async def send(message: Mapping[str, Any]) -> None:
            sent.append(message)

        await self(scope, receive, send)
        status = next(message["status"] for message in sent if message["type"] == "http.response.start")
        found = b"".join(message.get("body", b"") for message in sent if message["type"] == "http.response.body")
        return Reply(status, msgspec.json.decode(found) if found else None)
