"""Whether the file of an account is another than it was: told by its size and time, once it holds still."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from crmdesk.domain.accounts import Account
from crmdesk.errors import ProviderError, UserInputError
from crmdesk.system.disk import FileState

EVERY = 15.0  # seconds between two looks
STILL = 2.0  # seconds for which a file that changed has to stay as it is before it is read


class FileWatch:
    """Looks at the files of accounts by `standing`; what is new is read by a sync like any other."""

    def __init__(self, standing: Callable[[Account], FileState | None]) -> None:
        self._standing = standing
        self._known: dict[int, FileState | None] = {}
        self._moving: dict[int, FileState] = {}

    async def look(self, account: Account) -> tuple[bool, float]:
        """Whether the file changed and is still, and in how many seconds to look again.

        At the first look it is new where it was changed since the account was read last.
        """
        state = await asyncio.to_thread(self._state, account)
        known = self._known.setdefault(account.id, None if _is_newer(state, account) else state)
        if state is None or state == known:
            self._moving.pop(account.id, None)
            return False, EVERY
        if self._moving.get(account.id) != state:
            self._moving[account.id] = state
            return False, STILL
        self._known[account.id] = state
        del self._moving[account.id]
        return True, EVERY

    def _state(self, account: Account) -> FileState | None:
        """How the file stands now; None where it is not there, which its next sync says."""
        try:
            return self._standing(account)
        except (ProviderError, UserInputError):
            return None


def _is_newer(state: FileState | None, account: Account) -> bool:
    read = account.last_success
    return state is not None and read is not None and state.changed > read.timestamp() * 1e9
