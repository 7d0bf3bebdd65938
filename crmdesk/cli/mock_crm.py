"""The demo CRM of an account that is set to use one, in a process of its own while the desk is open.

How it stands lies in the profile, so that what was sent to it is there the next time too.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from crmdesk.errors import Unavailable
from crmdesk.system.paths import Profile

if TYPE_CHECKING:
    from crmdesk.demo.process import DemoProcess  # 60 ms
    from crmdesk.demo.server import DemoCrms

CONTACTS = 200


class MockCrms:
    """Starts the demo CRM of a provider when an account first asks for it, and ends all with the desk."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._starting = asyncio.Lock()
        self._running: dict[str, DemoProcess | DemoCrms] = {}

    async def stand_in(self, provider: str, api: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Start the demo CRM unless it runs; the settings and secrets that connect to it. Raises Unavailable."""
        async with self._starting:
            if provider not in self._running:
                self._running[provider] = await asyncio.to_thread(self._start, provider)
        account = next(one for one in self._running[provider].accounts if one.api == api)
        return {**account.settings, "base_url": account.base_url}, json.loads(account.secret)

    def _state(self, provider: str) -> Path:
        return self._profile.root / f"demo-{provider}.json"

    def _start(self, provider: str) -> DemoProcess | DemoCrms:
        try:
            if getattr(sys, "frozen", False):  # a one-folder build has no interpreter to start
                from crmdesk.demo.server import DemoCrms, recall
                from crmdesk.demo.sites import SITES

                crms = DemoCrms(CONTACTS, crms={provider: SITES[provider]}).__enter__()
                recall(crms, self._state(provider))
                return crms
            from crmdesk.demo.process import DemoProcess  # 60 ms

            return DemoProcess(CONTACTS, only=provider, state=self._state(provider)).__enter__()
        except OSError as error:
            raise Unavailable(f"The demo CRM did not start: {error.strerror}.") from error

    async def close(self) -> None:
        """End those that run; each leaves how it stands in the profile."""
        running, self._running = self._running, {}
        for provider, crms in running.items():
            await asyncio.to_thread(self._end, provider, crms)

    def _end(self, provider: str, crms: DemoProcess | DemoCrms) -> None:
        if getattr(sys, "frozen", False):
            from crmdesk.demo.server import DemoCrms, remember

            assert isinstance(crms, DemoCrms)
            remember(crms, self._state(provider))
        crms.__exit__(None, None, None)
