"""Serves the local API from the process that holds the desk, for as long as it is on."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from crmdesk.desk import Desk, Serving

if TYPE_CHECKING:
    from crmdesk.api.server import ApiServer


class Hosting:
    """At most one server for one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._server: ApiServer | None = None
        self._port: int | None = None
        self._serving: Serving | None = None

    async def serve(self, port: int | None) -> Serving | None:
        """Serve on a port from now on, with None no more. Raises PortTaken; what was served goes on then."""
        if port is not None and port == self._port:
            return self._serving
        before, self._server = self._server, None
        serving = None
        try:
            if port is not None:
                server = await asyncio.to_thread(_loaded, self._desk)  # 300 ms, in which the window goes on
                serving = await server.start(port)
                self._server = server
        except BaseException:
            self._server = before
            raise
        self._port, self._serving = port, serving
        if before is not None:
            await before.stop()
        return serving


async def dialects() -> Sequence[tuple[str, str]]:
    """The ways of speaking beside the desk's own, which can be switched off, by key and name."""
    return await asyncio.to_thread(_dialects)


def _dialects() -> Sequence[tuple[str, str]]:
    from crmdesk.api.table import TABLE

    return [(one.key, one.title) for one in TABLE.dialects[1:]]


def _loaded(desk: Desk) -> ApiServer:
    from crmdesk.api.server import ApiServer

    return ApiServer(desk)
