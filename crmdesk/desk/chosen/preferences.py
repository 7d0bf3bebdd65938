"""Settings of the desk as a user changes them: each change has a name, takes effect at once, and can be taken back."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from crmdesk.desk.changes import DeskChanges
from crmdesk.domain.fields import Kind
from crmdesk.domain.reports import Deed
from crmdesk.domain.settings import check_setting
from crmdesk.domain.signals import AccountChanged, ItemsChanged, SetsChanged, SettingsChanged, Signal
from crmdesk.errors import DeskError
from crmdesk.store import Tx
from crmdesk.system.lazy_import import later

if TYPE_CHECKING:
    from crmdesk.sync.actions import region_change
else:
    (region_change,) = later("crmdesk.sync.actions", "region_change")

log = logging.getLogger(__name__)


class DeskPreferences(DeskChanges):
    """The part of the desk for its settings."""

    _following: asyncio.Task[None] | None = None

    async def change_setting(self, key: str, value: str, *, named: bool = True) -> None:
        """Give a setting of the desk another value; `named`: as an action of its own, which can be taken back.

        Raises UserInputError for a value that it cannot have.
        """
        check_setting(key, value)

        def change(tx: Tx) -> bool:
            if not named:
                return tx.settings.change(key, value)
            with tx.sets.recording(Deed.SETTING, detail=key):
                return tx.settings.change(key, value)

        if await self._store.write(change, durable=False):
            self._announcer.announce(SettingsChanged(), SetsChanged())

    def note_metered(self, metered: bool) -> None:
        """Whoever watches the network says whether each byte costs; what syncs by itself goes by that."""
        if self._engine.metered is not metered:
            self._engine.metered = metered
            self._tell_accounts()

    def _tell_accounts(self) -> None:
        accounts = self._store.reader().accounts.all()
        self._announcer.announce(*(AccountChanged(account.id) for account in accounts if not account.is_local))

    def _hear_settings(self, signal: Signal) -> None:
        """What rests on settings follows: when accounts sync, and under which notation phones are found."""
        if isinstance(signal, SettingsChanged):
            self._engine.wake()
            self._tell_accounts()
            self._follow_region()

    def _follow_region(self) -> None:
        """Find phone numbers under the notation of the region, in nobody's way; also what was left undone."""
        self._stop_following()
        self._following = asyncio.create_task(self._look_at_phones(), name="region")

    def _stop_following(self) -> None:
        if self._following is not None:
            self._following.cancel()

    async def _end_following(self) -> None:
        self._stop_following()
        if self._following is not None:
            await asyncio.wait([self._following])

    async def _look_at_phones(self) -> None:
        try:
            if await region_change.carry_out(self._store):
                self._announcer.announce(ItemsChanged(Kind.CONTACT, frozenset()))
        except DeskError as error:
            log.warning("phone numbers are not found by the other region yet: %s", error.why)
