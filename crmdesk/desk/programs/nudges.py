"""Nudges: an address for each account that somebody's own tunnel or relay may knock at, so that it is pulled sooner.

No CRM can call a program on a desk, and the desk runs no relay. What knocks is never believed: nothing of it is read,
and an account is pulled for it once in half a minute at most.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable, Mapping

from crmdesk.domain.clock import Clock
from crmdesk.errors import NotFound, UserInputError
from crmdesk.store import Store, Tx

EVERY_SECONDS = 30.0
_HOST, _DIGESTS = "api.nudge_host", "api.nudges"


class DeskNudges:
    """The addresses of one desk; `pull` begins an account's sync."""

    def __init__(self, store: Store, clock: Clock, pull: Callable[[int], None]) -> None:
        self._store, self._clock, self._pull = store, clock, pull
        self._last: dict[int, float] = {}

    def host(self) -> str:
        """The one name under which they are answered; "" while there is none."""
        return self._store.reader().settings.get(_HOST)

    def accounts(self) -> Mapping[int, str]:
        """The accounts that have an address, with its digest; the address itself is kept nowhere."""
        held = json.loads(self._store.reader().settings.get(_DIGESTS, "{}"))
        return {int(account_id): digest for account_id, digest in held.items()}

    def account_of(self, token: str) -> int | None:
        """The account whose address that is."""
        digest = _digest(token)
        found = None
        for account_id, held in self.accounts().items():
            if hmac.compare_digest(held, digest):
                found = account_id
        return found

    async def add(self, account_id: int, host: str | None = None) -> str:
        """Give an account an address, in place of one before; gives its path, which is shown this once.

        `host` is the name under which the tunnel or relay asks, for all of them. Raises UserInputError.
        """
        name = (self.host() if host is None else host).strip().lower()
        if not name or not all(letter.isascii() and (letter.isalnum() or letter in ".-:[]") for letter in name):
            raise UserInputError("Name the host under which your tunnel or relay asks, such as desk.example.com.")
        token = secrets.token_urlsafe(32)

        def put(tx: Tx) -> None:
            tx.accounts.get(account_id)
            tx.settings.put(_HOST, name)
            tx.settings.put(_DIGESTS, json.dumps({**self.accounts(), account_id: _digest(token)}))

        await self._store.write(put)
        return f"/hooks/{token}"

    async def remove(self, account_id: int) -> None:
        """Let an account's address lead nowhere. Raises NotFound."""
        held = dict(self.accounts())
        if held.pop(account_id, None) is None:
            raise NotFound("That account has no address for nudges.")
        await self._store.write(lambda tx: tx.settings.put(_DIGESTS, json.dumps(held)))

    async def nudge(self, account_id: int) -> None:
        """Pull an account soon, unless it was just done."""
        now = self._clock.monotonic()
        if now - self._last.get(account_id, -EVERY_SECONDS) >= EVERY_SECONDS:
            self._last[account_id] = now
            self._pull(account_id)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
