"""Sign-ins that end and are renewed: one renewal at a time, whoever asks, and its failure shared by all who waited."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Mapping

from crmdesk.errors import ProviderError

_REMEMBERED = 8  # tokens: those that were replaced may still be echoed by answers under way


class TokenSigner(ABC):
    """Signs requests with a bearer token that `obtain` gets; `due` says when one is renewed before it is refused.

    Subclasses say what else belongs to a `Signer`: `worked` and `close`. `protect` is told each token before its use.
    """

    def __init__(self, protect: Callable[[str], object] | None = None) -> None:
        self._protect = protect
        self._token: str | None = None
        self._lock = asyncio.Lock()
        self._round = 0
        self._failure: ProviderError | None = None
        self._known: deque[str] = deque(maxlen=_REMEMBERED)

    @property
    def secrets(self) -> tuple[str, ...]:
        """The tokens that were lately signed with, which an answer may echo."""
        return tuple(self._known)

    def keep_secret(self, *tokens: str | None) -> None:
        """Never show these, wherever they come back from."""
        for token in tokens:
            if token and token not in self._known:
                self._known.append(token)
                if self._protect is not None:
                    self._protect(token)

    @abstractmethod
    async def obtain(self, refused: str | None) -> str:
        """A token; `refused` is one that the CRM no longer takes. Raises AuthRequired, Unavailable."""

    def due(self) -> bool:
        """Whether the present token should be renewed although it still works."""
        return False

    async def headers(self) -> Mapping[str, str]:
        """The bearer header, signing in first where there is no token."""
        if self._token is None or self.due():
            await self._one_at_a_time(self._token, refused=False)
        return {"Authorization": f"Bearer {self._token}"}

    async def renew(self, refused: Mapping[str, str]) -> bool:
        """Another token after one was refused, unless somebody else renewed it meanwhile."""
        await self._one_at_a_time(refused.get("Authorization", "").removeprefix("Bearer "), refused=True)
        return True

    async def _one_at_a_time(self, old: str | None, *, refused: bool) -> None:
        asked = self._round
        async with self._lock:
            if self._round != asked:  # somebody else asked while this one waited: their answer is everybody's
                if self._failure is not None:
                    raise self._failure
                return
            if self._token is not None and self._token != old:
                return
            try:
                self._token, self._failure = await self.obtain(old if refused else None), None
                self.keep_secret(self._token)
            except ProviderError as failure:
                self._failure = failure
                self._round += 1
                raise
            self._round += 1
